import { trellis } from './trellis.ts';

interface Rational {
  numerator: number;
  denominator: number;
}

interface Choice {
  correct: boolean;
  spoken: string;
}

export interface Item {
  stem: unknown;
  hints: unknown[];
  solution: unknown[];
  terms: string[];
  key: { Number: { value: Rational; form: string } } | { Choices: Choice[] };
}

/** What a student gives: text for a number, positions for choices. */
export type Given = { text: string } | { choices: number[] };

/** The item as every machine makes it. The seed is public; the key never reaches the page. */
export function itemOf(template: string, seed: number): Item {
  const text = trellis('content', 'sample', '--template', template, '--seed', `${seed}`, '--json');
  const [item] = JSON.parse(text) as Item[];
  if (!item) throw new Error(`no item of ${template}, seed ${seed}`);
  return item;
}

export function rightAnswer(item: Item): Given {
  if ('Number' in item.key) return { text: written(item.key.Number.value, item.key.Number.form) };
  const choices = item.key.Choices;
  return { choices: choices.flatMap((choice, at) => (choice.correct ? [at] : [])) };
}

export function wrongAnswer(item: Item): Given {
  if ('Number' in item.key) {
    const { numerator, denominator } = item.key.Number.value;
    return { text: written({ numerator: numerator + 7 * denominator, denominator }, 'simplest') };
  }
  const choices = item.key.Choices;
  return { choices: [choices.findIndex((choice) => !choice.correct)] };
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
