// Every request on one value of 100,000 characters, for a directive of every value type and text of every hostile shape: the longest
// the server computes. They are asked at a tenth of the length; those that took longest there at the full one, three times. A value
// type is asked with every eighth shape, the next one with others: --every 1 asks all.
// node test/bench/requests.mjs [--length N] [--every N] [--key NAME] [--top N]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engine } from './parts/bundle.mjs';
import { hostileTexts } from './parts/hostile.mjs';
import { computedByMain, startServer } from './parts/processes.mjs';
import { questions } from './parts/questions.mjs';
import { median, milliseconds } from './parts/statistics.mjs';

const { values } = parseArgs({
  options: {
    length: { type: 'string', default: '100000' },
    every: { type: 'string' },
    key: { type: 'string' },
    top: { type: 'string', default: '25' },
  },
});
const length = Number(values.length);
const every = Number(values.every ?? (values.key ? 1 : 8));
/** Computing at a tenth of the length from which on a request is asked at the full one. */
const SUSPICIOUS = 8;
const OPENING = 'opening';
/** A value type or a shape that is slow throughout is known after so many. */
const ENOUGH = 6;

const { allDirectives } = await engine();
const cli = fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));
const server = startServer(process.execPath, [cli, 'lsp', '--stdio']);
await server.request('initialize', {
  processId: null,
  rootUri: null,
  capabilities: { textDocument: { diagnostic: {} } },
});
server.notify('initialized', {});
let opened = 0;
let asked = 0;
const worst = new Map();
for (const [nth, directive] of directives().entries()) {
  for (const shape of hostileTexts.filter((_, i) => (i + nth) % every === 0)) {
    for (const [what, ms] of await askAll(directive, shape, length / 10)) {
      asked += 1;
      if (ms >= SUSPICIOUS) worst.set(what, [...(worst.get(what) ?? []), { ms, directive, shape }]);
    }
  }
}
const rows = [];
for (const [what, found] of worst) {
  for (const { directive, shape } of found.sort((a, b) => b.ms - a.ms).slice(0, ENOUGH)) {
    const times = [];
    for (let i = 0; i < 3; i++) times.push((await askAll(directive, shape, length, what)).get(what));
    rows.push({ what, ms: median(times), directive, shape });
  }
}
await server.end();
rows.sort((a, b) => b.ms - a.ms);
console.log(
  `${asked.toLocaleString('en')} requests; the longest on a value of ${length.toLocaleString('en')} characters:\n`,
);
console.log('| request | of | made of | ms |\n| --- | --- | --- | ---: |');
for (const { what, ms, directive, shape } of rows.slice(0, Number(values.top)))
  console.log(`| ${what} | ${directive.key}= (${directive.parser}) | ${shape.name} | ${milliseconds(ms)} |`);

/** One directive for each value type; of conditions all, since each has words of its own. */
function directives() {
  const found = new Map();
  for (const directive of allDirectives()) {
    const { parser, key, to, valueType } = directive;
    if (to !== Number.POSITIVE_INFINITY) continue;
    const kind = values.key || parser.startsWith('config_parse_unit_condition') ? key : (valueType ?? parser);
    if (!found.has(kind) && (!values.key || values.key === key)) found.set(kind, directive);
  }
  return [...found.values()];
}

/** Milliseconds for opening the text and for each request; of several places the worst. */
async function askAll({ section, key }, shape, size, only) {
  opened += 1;
  const kind = { Unit: 'service', Install: 'service' }[section] ?? section.toLowerCase();
  const textDocument = { uri: `file:///etc/systemd/system/${kind === 'mount' ? `a${opened}` : `x${opened}@`}.${kind}` };
  const value = shape.make(size);
  const head = `[${section}]\n${key}=`;
  const text = `${head}${value}\n[Unit]\nDescription=x\n`;
  const result = new Map();
  const open = async () => {
    server.notify('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'systemd', version: 1, text },
    });
    await server.request('textDocument/diagnostic', { textDocument });
  };
  result.set(OPENING, await computing(open));
  const last = placeOf(text, text.length);
  const places = [1, value.length >> 1, value.length].map((at) => placeOf(text, head.length + at));
  for (const [method, params, whole] of questions) {
    if (only && only !== method) continue;
    for (const position of whole ? places.slice(0, 1) : places) {
      const ask = () => server.request(method, { textDocument, ...params({ position, last }) });
      const ms = await computing(ask);
      result.set(method, Math.max(ms, result.get(method) ?? 0));
    }
  }
  server.notify('textDocument/didClose', { textDocument });
  return result;
}

function placeOf(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

/** Milliseconds that the thread which answers computes meanwhile. */
async function computing(work) {
  const from = computedByMain(server.pid);
  await work();
  return computedByMain(server.pid) - from;
}
