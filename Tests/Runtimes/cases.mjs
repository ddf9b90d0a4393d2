// Holds interlock.wasm to the corpus: node cases.mjs MODULE FILE
import { readFileSync } from 'node:fs';

const [modulePath, casesPath] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(modulePath), {});
const wasm = instance.exports;

const file = readFileSync(casesPath);
let at = 0;
const number = () => file.readUInt32LE((at += 4) - 4);
const bytes = () => {
  const length = number();
  return file.subarray((at += length) - length, at);
};
const list = (read) => Array.from({ length: number() }, read);

/** A copy of some bytes in the module's memory. */
function place(data) {
  const address = wasm.malloc(data.length);
  new Uint8Array(wasm.memory.buffer, address, data.length).set(data);
  return address;
}
const word = (address) => new DataView(wasm.memory.buffer).getUint32(address, true);
function errorText(status) {
  const start = wasm.interlock_error_text(status);
  const memory = new Uint8Array(wasm.memory.buffer);
  return Buffer.from(memory.subarray(start, memory.indexOf(0, start))).toString();
}

/** The rules that match, or the error's text and offset. */
function outcome(table, mode, event) {
  const results = wasm.malloc(8);
  const tableBytes = place(table);
  const given = [results, tableBytes];
  try {
    let status = wasm.interlock_table_open(tableBytes, table.length, 0, results, results + 4);
    if (status < 0) return [errorText(status), word(results + 4)];
    const opened = word(results);
    wasm.interlock_matcher_new(opened, mode, results);
    const matcher = word(results);
    const room = wasm.interlock_rule_count(opened);
    const eventBytes = place(event);
    const rules = wasm.malloc(room * 4);
    given.push(eventBytes, rules);
    status = wasm.interlock_match(matcher, eventBytes, event.length, rules, room, results + 4);
    wasm.interlock_matcher_free(matcher);
    wasm.interlock_table_close(opened);
    if (status < 0) return [errorText(status), word(results + 4)];
    return [...new Uint32Array(wasm.memory.buffer, rules, status)];
  } finally {
    given.forEach(wasm.free);
  }
}

const tables = list(bytes);
let failures = 0;
const count = number();
for (let i = 0; i < count; i++) {
  const [id, table, mode, event] = [bytes(), number(), number(), bytes()];
  const error = bytes().toString();
  const offset = number();
  const rules = list(number);
  const expected = JSON.stringify(error ? [error, offset] : rules);
  const found = JSON.stringify(outcome(tables[table], mode, event));
  if (found !== expected && ++failures <= 20) console.error(`${id}: ${found}, not ${expected}`);
}

// Opening and closing again and again must find its memory again.
const before = wasm.memory.buffer.byteLength;
for (let i = 0; i < 20000; i++) outcome(tables[i % 50], 0, Buffer.from('{"a":"x"}'));
const grown = wasm.memory.buffer.byteLength - before;
if (grown > 0) console.error(`memory grew by ${grown} bytes`);

console.log(`node: ${count} cases, ${failures} failures`);
process.exit(failures > 0 || grown > 0 ? 1 : 0);
