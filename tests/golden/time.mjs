// Prints the microseconds of one selection in WASM: node time.mjs golden.wasm
import { readFile } from 'node:fs/promises';

const [file] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(await readFile(file), {});
const { select_many } = instance.exports;
const [few, many, rounds] = [100, 1100, 15];
const milliseconds = (times) => {
  const start = performance.now();
  select_many(times);
  return performance.now() - start;
};
milliseconds(many); // what runs often is compiled well only after a while
// the difference leaves out the making of the graph
const each = Array.from({ length: rounds }, () => (milliseconds(many) - milliseconds(few)) / (many - few));
each.sort((a, b) => a - b);
console.log(JSON.stringify({ selection_us: each[rounds >> 1] * 1000 }));
