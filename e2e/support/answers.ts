import { trellis } from './trellis.ts';

interface Rational {
  numerator: number;
  denominator: number;
}

interface Choice {
  correct: boolean;
  spoken: string;
}

interface Axis {
  names: string[];
}

interface End {
  at: number;
  open: boolean;
}

/** Both ends; one that is missing goes on for ever. */
export interface Interval {
  from: End | null;
  to: End | null;
}

type Point = [number, number];

type Key =
  | { Number: { value: Rational; form: string } }
  | { Algebra: { text: string } }
  | { Words: string[] }
  | { Choices: Choice[] }
  | { Order: { right: number[] } }
  | { Match: { right: unknown[]; pairs: number[] } }
  | { Line: { axis: Axis; wanted: { Points: number[] } | { Interval: Interval } } }
  | { Plot: { x: Axis; y: Axis; points: Point[] } }
  | { Table: { rows: ({ Given: unknown } | { Gap: Rational })[][] } };

export interface Item {
  stem: unknown;
  hints: unknown[];
  solution: unknown[];
  terms: string[];
  key: Key;
}

/** What a student gives, by the way it is given; places and marks are positions and ticks. */
export type Given =
  | { text: string }
  | { choices: number[] }
  | { order: number[] }
  | { pairs: number[] }
  | { points: Point[]; of: [number, number] }
  | { interval: Interval; last: number }
  | { cells: string[] };

/** The item as every machine makes it. The seed is public; the key never reaches the page. */
export function itemOf(template: string, seed: number): Item {
  const text = trellis('content', 'sample', '--template', template, '--seed', `${seed}`, '--whole');
  const [item] = JSON.parse(text) as Item[];
  if (!item) throw new Error(`no item of ${template}, seed ${seed}`);
  return item;
}

export function rightAnswer({ key }: Item): Given {
  if ('Number' in key) return { text: written(key.Number.value, key.Number.form) };
  if ('Algebra' in key) return { text: key.Algebra.text };
  if ('Words' in key) return { text: key.Words[0]! };
  if ('Choices' in key) {
    return { choices: key.Choices.flatMap((choice, at) => (choice.correct ? [at] : [])) };
  }
  if ('Order' in key) return { order: key.Order.right };
  if ('Match' in key) return { pairs: key.Match.pairs };
  if ('Plot' in key) {
    const { x, y, points } = key.Plot;
    return { points, of: [x.names.length, y.names.length] };
  }
  if ('Table' in key) {
    const gaps = key.Table.rows.flat().flatMap((cell) => ('Gap' in cell ? [cell.Gap] : []));
    return { cells: gaps.map((gap) => written(gap, 'simplest')) };
  }
  const { axis, wanted } = key.Line;
  if ('Interval' in wanted) return { interval: wanted.Interval, last: axis.names.length - 1 };
  return { points: wanted.Points.map((tick) => [tick, 0]), of: [axis.names.length, 1] };
}

/** Given in full, and wrong. */
export function wrongAnswer(item: Item): Given {
  const { key } = item;
  if ('Number' in key) {
    const { numerator, denominator } = key.Number.value;
    return { text: written({ numerator: numerator + 7 * denominator, denominator }, 'simplest') };
  }
  if ('Choices' in key) return { choices: [key.Choices.findIndex((choice) => !choice.correct)] };
  const right = rightAnswer(item);
  if ('text' in right) return { text: 'Words' in key ? 'nothing of the kind' : `${right.text}+7` };
  if ('order' in right) return { order: [...right.order.slice(1), right.order[0]!] };
  if ('pairs' in right) return { pairs: [...right.pairs.slice(1), right.pairs[0]!] };
  if ('cells' in right) return { cells: right.cells.map((cell) => `${cell}7`) };
  if ('interval' in right) {
    const other = (end: End | null) => end && { ...end, open: !end.open };
    return { ...right, interval: { from: other(right.interval.from), to: other(right.interval.to) } };
  }
  if ('points' in right) {
    const shifted = ([across, up]: Point): Point => [(across + 1) % right.of[0], up];
    return { ...right, points: right.points.map(shifted) };
  }
  throw new Error('no wrong answer is known');
}

/** In the form that the item asks for. */
function written({ numerator, denominator }: Rational, form: string): string {
  if (denominator === 1) return `${numerator}`;
  if (form === 'decimal') return decimal(numerator, denominator);
  if (form === 'mixed' && Math.abs(numerator) > denominator) {
    const whole = Math.trunc(numerator / denominator);
    return `${whole} ${Math.abs(numerator % denominator)}/${denominator}`;
  }
  return `${numerator}/${denominator}`;
}

function decimal(numerator: number, denominator: number): string {
  for (let places = 1; places < 12; places++) {
    const scaled = (numerator * 10 ** places) / denominator;
    if (Number.isInteger(scaled)) return (scaled / 10 ** places).toFixed(places);
  }
  throw new Error(`${numerator}/${denominator} has no finite decimal`);
}
