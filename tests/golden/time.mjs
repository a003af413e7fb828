// Prints the microseconds of one selection and of one item in WASM: node time.mjs golden.wasm
import { readFile } from 'node:fs/promises';

const [file] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(await readFile(file), {});
const { make_many, select_many } = instance.exports;
const milliseconds = (work, times) => {
  const start = performance.now();
  work(times);
  return performance.now() - start;
};
const microseconds = (work, few, many, rounds) => {
  milliseconds(work, many); // what runs often is compiled well only after a while
  // the difference leaves out what is made once
  const each = () => (milliseconds(work, many) - milliseconds(work, few)) / (many - few);
  const all = Array.from({ length: rounds }, each).sort((a, b) => a - b);
  return all[rounds >> 1] * 1000;
};
console.log(
  JSON.stringify({
    selection_us: microseconds(select_many, 100, 1100, 15),
    item_us: microseconds(make_many, 500, 5500, 7),
  }),
);
