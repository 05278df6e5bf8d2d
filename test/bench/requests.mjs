// Every request on one value of 100,000 characters, for a directive of every parser and text of every hostile shape: the longest
// the server computes. All are asked at a tenth of the length; those that took longest there at the full one.
// node test/bench/requests.mjs [--length N] [--parser NAME] [--top N]
import { parseArgs } from 'node:util';
import { engine } from './parts/bundle.mjs';
import { connect } from './parts/client.mjs';
import { hostileTexts } from './parts/hostile.mjs';
import { questions } from './parts/questions.mjs';
import { cpuTime, milliseconds } from './parts/statistics.mjs';

const { values } = parseArgs({
  options: {
    length: { type: 'string', default: '100000' },
    parser: { type: 'string' },
    top: { type: 'string', default: '25' },
  },
});
const length = Number(values.length);
/** Computing at a tenth of the length from which on a request is asked at the full one. */
const SUSPICIOUS = 8;
const OPENING = 'opening';
/** A parser or a shape that is slow throughout is known after so many. */
const ENOUGH = 6;

const server = await engine();
const client = await connect(server, { textDocument: { diagnostic: {} } });
let opened = 0;
const worst = new Map();
let asked = 0;
for (const directive of directivesByParser()) {
  for (const shape of hostileTexts) {
    for (const [what, ms] of await askAll(directive, shape, length / 10)) {
      asked += 1;
      if (ms >= SUSPICIOUS) add(what, { ms, directive, shape });
    }
  }
}
const rows = [];
for (const [what, found] of worst) {
  for (const { directive, shape } of found.sort((a, b) => b.ms - a.ms).slice(0, ENOUGH)) {
    const ms = (await askAll(directive, shape, length, what)).get(what);
    rows.push({ what, ms, directive, shape });
  }
}
rows.sort((a, b) => b.ms - a.ms);
console.log(
  `${asked.toLocaleString('en')} requests; the longest on a value of ${length.toLocaleString('en')} characters:\n`,
);
console.log('| request | of | made of | ms |\n| --- | --- | --- | ---: |');
for (const { what, ms, directive, shape } of rows.slice(0, Number(values.top)))
  console.log(`| ${what} | ${directive.key}= (${directive.parser}) | ${shape.name} | ${milliseconds(ms)} |`);
process.exit(0);

function add(what, sample) {
  const list = worst.get(what) ?? [];
  worst.set(what, [...list, sample]);
}

/** One directive for each parser; of conditions all, since each has words of its own. */
function directivesByParser() {
  const found = new Map();
  for (const directive of server.allDirectives()) {
    const { parser, key, to } = directive;
    if (to !== Number.POSITIVE_INFINITY || (values.parser && values.parser !== parser)) continue;
    const name = parser.startsWith('config_parse_unit_condition') ? key : parser;
    if (!found.has(name)) found.set(name, directive);
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
    client.notify('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'systemd', version: 1, text },
    });
    await client.request('textDocument/diagnostic', { textDocument });
  };
  result.set(OPENING, await computing(open));
  const last = placeOf(text, text.length);
  const places = [1, value.length >> 1, value.length].map((at) => placeOf(text, head.length + at));
  for (const [method, params, whole] of questions) {
    if (only && only !== method) continue;
    for (const position of whole ? places.slice(0, 1) : places) {
      const ask = () => client.request(method, { textDocument, ...params({ position, last }) });
      const ms = await computing(ask);
      result.set(method, Math.max(ms, result.get(method) ?? 0));
    }
  }
  client.notify('textDocument/didClose', { textDocument });
  return result;
}

function placeOf(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

async function computing(work) {
  const from = cpuTime();
  await work();
  return cpuTime() - from;
}
