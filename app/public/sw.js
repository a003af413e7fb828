// The student app without a network: its shell from one cache, all of one build.
// Answers, plan and content are not here: the app keeps them in IndexedDB.
'use strict';

const CACHE = 'shell-{{build}}';
const SHELL = {{precache}};
// Not the student app's: these go to the network, or fail as they would without this worker.
const ELSEWHERE = ['/api', '/content', '/staff', '/healthz', '/readyz', '/metrics'];

// All or nothing: half a build would be worse than none. Hashed files may come from the HTTP
// cache, which the page has just filled; the page itself is asked for anew.
self.addEventListener('install', (event) => {
  const request = (url) => new Request(url, { cache: url === '/' ? 'no-cache' : 'default' });
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL.map(request))));
});

// Runs when no page of the build before is open any more, or nobody is signed in on it.
self.addEventListener('activate', (event) => {
  const drop = (names) =>
    names.filter((name) => name.startsWith('shell-') && name !== CACHE).map((name) => caches.delete(name));
  event.waitUntil(caches.keys().then((names) => Promise.all(drop(names))));
});

self.addEventListener('message', (event) => {
  if (event.data === 'activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours =
    request.method === 'GET' &&
    url.origin === location.origin &&
    !ELSEWHERE.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`));
  if (!ours) return;
  const wanted = request.mode === 'navigate' ? '/' : url.pathname;
  const cached = caches.open(CACHE).then((cache) => cache.match(wanted));
  event.respondWith(cached.then((hit) => hit ?? fetch(request)));
});
