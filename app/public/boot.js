// The first script of both apps: what must be there before the app itself.
// A plain file, since the content security policy allows no inline script.
(() => {
  'use strict';
  const root = document.documentElement;

  // The chosen colors, before anything is painted (app/src/components/theme.rs writes them).
  try {
    const theme = localStorage.getItem('trellis-theme');
    if (['light', 'dark', 'contrast'].includes(theme)) root.dataset.theme = theme;
    // How text looks (app/src/pages/student/reading_settings.rs writes it).
    for (const [name, step] of new URLSearchParams(localStorage.getItem('trellis-reading') ?? '')) {
      if (/^(size|line|space|focus|motion)$/.test(name) && /^[12]$/.test(step)) root.dataset[name] = step;
    }
  } catch {
    // Storage is refused: the device's colors do.
  }

  // The one Trusted Types policy. Leptos clones static markup through a template's innerHTML;
  // nothing it makes holds what is refused here. Content never becomes markup at all.
  const refused =
    /<\s*(?:script|i?frame|object|embed|base|link|meta|style|portal)\b|[\s"'/]on[a-z]+\s*=|srcdoc\s*=|javascript:/i;
  if (window.trustedTypes) {
    trustedTypes.createPolicy('default', {
      createHTML: (html) => (refused.test(html) ? null : html),
      createScriptURL: (url) =>
        new URL(url, location.href).href === `${location.origin}/sw.js` ? url : null,
    });
  }

  // Light on the lines being read follows the pointer, and the keyboard.
  const light = (y) => root.dataset.focus && root.style.setProperty('--light', `${Math.round(y)}px`);
  addEventListener('pointermove', (event) => light(event.clientY), { passive: true });
  addEventListener('focusin', ({ target }) => {
    const { top, height } = target.getBoundingClientRect();
    light(top + Math.min(height, 160) / 2);
  });

  const ready = new Promise((resolve) => {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', resolve, { once: true });
    } else {
      resolve();
    }
  });

  const broken = (error) => {
    console.error(error);
    document.getElementById('crash')?.removeAttribute('hidden');
  };

  const entry = document.querySelector('meta[name="trellis-entry"]');

  // What makes and checks questions is a module of its own (app/src/questions.rs asks for it), and
  // so is the bridge with its styles (app/src/bridge.rs). Asked for twice, a module comes once.
  const data = entry.dataset;
  const once = (fetch) => {
    let coming;
    return () =>
      (coming ??= fetch().catch((error) => {
        coming = undefined;
        throw error;
      }));
  };
  const bring = async (name, js, wasm) => {
    const module = await import(js);
    await module.default({ module_or_path: wasm });
    trellis[name] = module;
  };
  const styled = (href) =>
    new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      link.onload = resolve;
      link.onerror = () => reject(link.remove());
      document.head.append(link);
    });
  window.trellis = {
    loadQuestions: once(() => bring('questions', data.questions, data.questionsWasm)),
    loadBridge: once(() =>
      Promise.all([bring('bridge', data.bridge, data.bridgeWasm), styled(data.bridgeCss)]),
    ),
  };

  Promise.all([import(entry.content), ready])
    .then(([app]) => app.default({ module_or_path: data.wasm }))
    .then(() => {
      if (!data.questions) return;
      const fetchEarly = () => trellis.loadQuestions().catch(() => {});
      requestAnimationFrame(() => setTimeout(fetchEarly));
    })
    .catch(broken);

  ready.then(() => {
    document.getElementById('reload')?.addEventListener('click', () => location.reload());
  });

  // The student app opens without a network. A new build waits until nobody is signed in: never
  // in the middle of a lesson.
  if ('serviceWorker' in navigator && data.offline === 'true') {
    addEventListener('load', async () => {
      const worker = await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
      let switching = false;
      addEventListener('trellis:signed-out', () => {
        switching = Boolean(worker?.waiting);
        worker?.waiting?.postMessage('activate');
      });
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        if (switching) location.reload();
      });
    });
  }
})();
