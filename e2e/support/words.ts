import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The app's own words in every language, from the files that its build reads. */
const content = join(import.meta.dirname, '../../item_bank/content');
const files = [
  join(content, 'interface/en.toml'),
  ...readdirSync(join(content, 'bridge')).map((tag) => join(content, 'bridge', tag, 'interface.toml')),
];

const texts = new Map<string, string[]>();
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const found = /^([a-z0-9-]+) = (".*")\s*$/.exec(line);
    if (!found) continue;
    const [, key, quoted] = found;
    const known = texts.get(key!) ?? [];
    texts.set(key!, [...known, JSON.parse(quoted!) as string]);
  }
}

/** One text, in the language of the folder `item_bank/content/bridge/<tag>`, or in English. */
export function word(key: string, tag = 'en'): string {
  const at = files.findIndex((file) => file.includes(tag === 'en' ? 'interface/en.toml' : `/${tag}/`));
  const found = texts.get(key)?.[at];
  if (found === undefined) throw new Error(`no text '${key}' in ${tag}`);
  return found;
}

/** What a text may read in whatever language the student has: `{name}` stands for anything. */
export function said(...keys: string[]): RegExp {
  return new RegExp(`^\\s*(?:${alternatives(keys)})\\s*$`);
}

/** The same within a longer text. */
export function saying(...keys: string[]): RegExp {
  return new RegExp(alternatives(keys));
}

function alternatives(keys: string[]): string {
  return keys
    .flatMap((key) => {
      const all = texts.get(key);
      if (!all) throw new Error(`no text '${key}'`);
      return all;
    })
    .map((text) => text.split(/\{[^{}]*\}/).map(escaped).join('.*'))
    .join('|');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
