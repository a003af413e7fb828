// Prints the values that the WASM build computes, as the native binary does:
// node run.mjs golden.wasm STUDENTS SEEDS
import { readFile } from 'node:fs/promises';

const [file, students, seeds] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(await readFile(file), {});
const hex = (value) => BigInt.asUintN(64, value).toString(16).padStart(16, '0');
const { trace_hash, items_hash } = instance.exports;
console.log(
  JSON.stringify({ trace_hash: hex(trace_hash(+students)), items_hash: hex(items_hash(+seeds)) }),
);
