import type { Page } from '@playwright/test';

/** One question of every kind, with answers that are known: for the ways of giving an answer, which
 * the bank's own questions meet only by chance. The school is played by the test; the app, and the
 * module that makes and checks questions, are the real ones. */
const common = {
  version: 1,
  difficulty: 'medium',
  vars: [],
  source: 'tests',
  license: 'CC-BY-4.0',
};

const hints = ['Take it one step at a time.', 'Look at the first part again.'];
const solution = ['Work through it from the start.'];

export const kinds = {
  fraction: {
    kind: 'fraction',
    stem: 'How much is $1/2 + 1/4$?',
    answer: '3/4',
    form: 'simplest',
    figure: { 'fraction-bar': { bars: [{ parts: '2', shaded: '1' }, { parts: '4', shaded: '1' }] } },
    hints: [
      { text: 'Both must be cut into equal parts. How many parts fit both?', ask: { kind: 'integer', answer: '4' } },
      'Write $1/2$ in fourths first.',
    ],
    misconceptions: [{ answer: '2/6', feedback: 'You added the tops and the bottoms.' }],
  },
  expression: {
    kind: 'expression',
    stem: 'Write $2(x + 3)$ without brackets.',
    answer: '2x + 6',
    form: 'expanded',
    misconceptions: [{ answer: '2x + 3', feedback: 'Multiply both parts by 2.' }],
  },
  equation: {
    kind: 'equation',
    stem: 'A number $x$ is more than 3. Write it with a sign.',
    answer: 'x > 3',
    misconceptions: [{ answer: 'x < 3', feedback: 'The mouth opens to the larger side.' }],
  },
  quantity: {
    kind: 'quantity',
    stem: 'A jug holds 2 cups, another 3 cups. How much do both hold? Write the unit, too.',
    answer: '5',
    unit: 'cups',
    misconceptions: [{ answer: '6', feedback: 'Add, do not multiply.' }],
  },
  choice: {
    kind: 'choice',
    stem: 'Which is the same as $1/2$?',
    choices: [
      { text: '$2/4$', correct: true },
      { text: '$1/4$', correct: false, feedback: 'That is half of a half.' },
      { text: '$2/3$', correct: false, feedback: 'That is more than a half.' },
    ],
  },
  'multi-select': {
    kind: 'multi-select',
    stem: 'Which of these are more than $1/2$?',
    choices: [
      { text: '$3/4$', correct: true },
      { text: '$2/3$', correct: true },
      { text: '$1/4$', correct: false, feedback: 'A fourth is less than a half.' },
      { text: '$2/5$', correct: false, feedback: 'Two fifths are just less than a half.' },
    ],
  },
  order: {
    kind: 'order',
    stem: 'Put these from least to greatest.',
    items: ['$1/4$', '$1/3$', '$1/2$', '$3/4$', 'one whole'],
    feedback: 'Fourths are smaller than thirds.',
  },
  match: {
    kind: 'match',
    stem: 'Which decimal belongs to each fraction?',
    pairs: [
      { left: '$1/2$', right: '0.5' },
      { left: '$1/4$', right: '0.25' },
      { left: '$3/4$', right: '0.75' },
    ],
    distractors: ['0.2'],
    feedback: 'Think of money: a fourth of a dollar is a quarter.',
  },
  points: {
    kind: 'number-line',
    stem: 'Mark $3/4$ and $-1/2$ on the number line.',
    line: { from: '-1', to: '1', step: '1/4', points: ['3/4', '-1/2'] },
    feedback: 'Count the steps from 0.',
  },
  point: {
    kind: 'number-line',
    stem: 'Mark 7 on the number line.',
    line: { from: '0', to: '10', step: '1', points: ['7'] },
    feedback: 'Count the steps from 0.',
  },
  interval: {
    kind: 'number-line',
    stem: 'Show all numbers with $x > -2$.',
    line: { from: '-5', to: '5', step: '1', interval: { from: '-2', from_open: true } },
    feedback: 'Does $-2$ itself belong to it?',
  },
  plot: {
    kind: 'plot',
    stem: 'Plot the points $(2, 3)$ and $(-4, 1)$.',
    plot: { x: ['-5', '5'], y: ['-5', '5'], points: [['2', '3'], ['-4', '1']] },
    feedback: 'First go across, then up.',
  },
  table: {
    kind: 'table',
    stem: 'Every pack holds 6 cans. Fill in the table.',
    table: { header: ['Packs', 'Cans'], rows: [['1', '6'], ['2', '=12'], ['5', '=30']] },
    feedback: 'Each pack adds 6.',
  },
  'short-text': {
    kind: 'short-text',
    stem: 'What is the part of a fraction below the bar called?',
    accept: ['denominator', 'the denominator'],
    misconceptions: [{ answer: 'numerator', feedback: 'That one stands above the bar.' }],
  },
  passage: {
    kind: 'choice',
    passage: 'pond',
    stem: 'According to the passage, what makes a pond different from a lake? Read paragraph 2 again, and think about how deep the light reaches and what can grow where it does.',
    choices: [
      { text: 'Light reaches its floor, so plants grow everywhere in it.', correct: true },
      { text: 'Its water is always cold.', correct: false, feedback: 'Look at paragraph 2.' },
    ],
  },
} as const;

export type Name = keyof typeof kinds;

const paragraph =
  'A **pond** is a small body of still water. It is so shallow that light reaches its floor, and so plants can root and grow all over it. Frogs, newts and dragonflies lay their eggs among the stems, where fish cannot easily find them.';

const pond = {
  id: 'pond',
  version: 1,
  title: 'Life in a pond',
  grade: 5,
  subject: 'science',
  paragraphs: [paragraph, 'A lake is deeper. In its middle it is dark below, and nothing green can grow there.', paragraph, paragraph],
  source: 'tests',
  license: 'CC-BY-4.0',
};

const day = 86_400_000;
const id = (n: number) => `018f0000-0000-7000-8000-${n.toString().padStart(12, '0')}`;

function skill(name: Name) {
  return {
    code: name,
    title: 'Ways of answering',
    short: name,
    you_can: 'answer in every way',
    grade: 5,
    domain: 'kinds',
    standards: [],
    prerequisites: [],
    params: {
      prior: 0.3, learn: 0.15, guess: 0.1, slip: 0.1, forget_daily: 0.01, guess_slope: 1, slip_slope: 1,
    },
  };
}

function plan(name: Name) {
  const pathway = { code: 'kinds', title: 'Kinds', summary: 'Every kind.', grades: [5], skills: [name] };
  return {
    student: { id: id(7), given_name: 'Ana', home_language: null, support: 'none' },
    assignments: [
      { id: id(1), class: id(2), class_title: 'Grade 5', teacher: 'Ms. Okafor', pathway, assigned_at_ms: 0 },
    ],
    skills: [skill(name)],
    pins: [],
    estimates: [],
    ability: { mean: 0, variance: 0.8 },
    items: [],
    policy: {
      mastery: { threshold: 0.95, min_unaided: 3 },
      zone: { low: 0.65, target: 0.75, high: 0.85 },
      ability: { variance: 0.8, drift: 0.004 },
      bridge: 'approved-only',
    },
    packs: [{ name: 'kinds-5', sha256: `kinds-${name}` }],
    language_pack: null,
    languages: [],
    server_time_ms: Date.now(),
  };
}

/** Plays the school for one student whose only question is of this kind, and opens it. */
export async function openKind(page: Page, name: Name): Promise<void> {
  const template = { hints, solution, ...common, ...kinds[name], id: `${name}-1`, skill: name };
  const pack = { name: 'kinds-5', passages: [pond], templates: [template] };
  const session = {
    user: id(7), role: 'student', display_name: 'Ana R.', home_language: null, expires_at_ms: Date.now() + day,
  };
  const replies: Record<string, unknown> = {
    '/api/v1/session': session,
    '/api/v1/plan': plan(name),
    [`/content/kinds-${name}.json`]: pack,
  };
  await page.route(/\/(api\/v1|content)\//, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/api/v1/responses') return route.abort();
    const json = replies[path];
    return json ? route.fulfill({ json }) : route.fulfill({ status: 404, json: {} });
  });
  await page.goto('/practice');
  await page.locator('form.sheet').waitFor();
}
