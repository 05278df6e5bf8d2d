// An edit with its completion in units of 10,000 lines, class by class: what the server computes for it, and what memory it has.
// node test/bench/edits.mjs [--lines N] [--strokes N] [NAME …]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engine } from './parts/bundle.mjs';
import { classes } from './parts/classes.mjs';
import { connect } from './parts/client.mjs';
import { residentMemory, startServer } from './parts/processes.mjs';
import { cpuTime, median, milliseconds, quantile } from './parts/statistics.mjs';

const { values, positionals } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000' },
    strokes: { type: 'string', default: '120' },
    inside: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const cli = fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));
const count = Number(values.lines);
const strokes = Number(values.strokes);

/** Milliseconds in which the warm-up and the strokes of a class have to be done; a slow class gets fewer. */
const PATIENCE = 5000;
const WARM_UP = 40;

if (values.inside) {
  console.log(JSON.stringify(await measure(classes.find(({ name }) => name === positionals[0]))));
  process.exit(0);
}
const chosen = classes.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
console.log(
  `| an edit with its completion, ${count.toLocaleString('en')} lines | p50 | p99 | opening | a pause | resident MB |`,
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
const all = [];
for (const { name } of chosen) {
  // A process for each, so that memory and compiled code are its own.
  const args = [
    '--expose-gc',
    fileURLToPath(import.meta.url),
    '--inside',
    '--lines',
    count,
    '--strokes',
    strokes,
    name,
  ];
  const run = spawnSync(process.execPath, args.map(String), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const result = JSON.parse(run.stdout);
  all.push(result);
  const cells = [result.p50, result.p99, result.opening, result.pause].map(milliseconds);
  console.log(`| ${name} | ${cells.join(' | ')} | ${Math.round(result.memory)} |`);
}
const worst = (key) => all.reduce((most, result) => Math.max(most, result[key]), 0);
const cells = ['p50', 'p99', 'opening', 'pause'].map((key) => milliseconds(worst(key)));
console.log(`| **the worst of ${all.length}** | ${cells.join(' | ')} | ${Math.round(worst('memory'))} |`);

async function measure({ path, text: make }) {
  const server = await engine();
  const client = await connect(server);
  const uri = `file://${path}`;
  const text = make(count);
  const opening = await computing(async () => {
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'systemd', version: 1, text } });
    await quiet(client);
  });
  const lines = text.split('\n');
  const samples = [];
  const until = performance.now() + PATIENCE;
  for (let i = 0; i < WARM_UP + strokes && (i < 3 || performance.now() < until); i++) {
    const sample = await computing(() => stroke(client, uri, lines, i));
    samples.push(sample);
  }
  const told = samples.length > 2 * WARM_UP ? samples.slice(WARM_UP) : samples.slice(Math.floor(samples.length / 3));
  const pause = await computing(() => new Promise((resolve) => setTimeout(resolve, 400)));
  return { p50: median(told), p99: quantile(told, 0.99), opening, pause, memory: await memory({ uri, text, lines }) };
}

/** Resident megabytes of the server as it is shipped, after the unit was opened and edited. */
async function memory({ uri, text, lines }) {
  const server = startServer(process.execPath, [cli, 'lsp', '--stdio']);
  await server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  server.notify('initialized', {});
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'systemd', version: 1, text } });
  for (let i = 0; i < 20; i++) await stroke(server, uri, lines, i);
  const resident = residentMemory(server.pid);
  await server.end();
  return resident;
}

/** A letter is typed, or taken back, at the end of a line near the start, in the middle, near the end of the unit. */
async function stroke(client, uri, lines, i) {
  const places = [1, lines.length >> 1, lines.length - 3];
  const line = places[(i >> 1) % places.length];
  const end = lines[line].replace(/\r$/, '').length;
  const range = { start: { line, character: end }, end: { line, character: end + (i % 2) } };
  const textDocument = { uri, version: i + 2 };
  client.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text: i % 2 ? '' : 'y' }] });
  await client.request('textDocument/completion', { textDocument, position: { line, character: end } });
  await quiet(client);
}

/** Until what was put off to the next turns has been done. */
async function quiet(client) {
  const nowhere = { textDocument: { uri: 'file:///none' }, position: { line: 0, character: 0 } };
  await client.request('textDocument/signatureHelp', nowhere);
  await new Promise((resolve) => setTimeout(resolve, 4));
}

async function computing(work) {
  const from = cpuTime();
  await work();
  return cpuTime() - from;
}
