// An edit with its completion in units of 10,000 lines, class by class: what the server computes for it, and what memory it has.
// node test/bench/edits.mjs [--lines N] [--strokes N] [NAME …]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { classes } from './parts/classes.mjs';
import { computed, computedByMain, residentMemory, startServer } from './parts/processes.mjs';
import { median, milliseconds, quantile } from './parts/statistics.mjs';

const { values, positionals } = parseArgs({
  options: { lines: { type: 'string', default: '10000' }, strokes: { type: 'string', default: '200' } },
  allowPositionals: true,
});
const cli = fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));
const count = Number(values.lines);
const strokes = Number(values.strokes);

const WARM_UP = 40;
/** Milliseconds in which the strokes of a class have to be done: where the machine is busy with other things there are fewer. */
const PATIENCE = 30_000;
/** Milliseconds: where the machine makes a pause of its own, the server takes it for its author's, and does what it put off. */
const INTERRUPTED = 150;

const columns = [
  ['p50', 'p50'],
  ['p99', 'p99'],
  ['all50', 'p50, all threads'],
  ['all99', 'p99'],
  ['opening', 'opening'],
  ['pause', 'a pause'],
];
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const title = `an edit with its completion, ${count.toLocaleString('en')} lines`;
row(title, ...columns.map(([, name]) => name), 'resident MB');
row('---', ...columns.map(() => '---:'), '---:');
const all = [];
for (const each of classes) {
  if (positionals.length > 0 && !positionals.includes(each.name)) continue;
  const result = await measure(each);
  all.push(result);
  tell(each.name, (key) => result[key]);
}
tell(`**the worst of ${all.length}**`, (key) => Math.max(...all.map((result) => result[key])));

function tell(name, cell) {
  row(name, ...columns.map(([key]) => milliseconds(cell(key))), Math.round(cell('memory')));
}

/** A server for each, as it is shipped, so that memory and compiled code are its own. */
async function measure({ path, text: make }) {
  const server = startServer(process.execPath, [cli, 'lsp', '--stdio']);
  await server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  const isReady = server.until(
    ({ method, params }) => method === 'window/logMessage' && /judging/.test(params.message),
  );
  server.notify('initialized', {});
  await isReady;
  const uri = `file://${path}`;
  const text = make(count);
  const opening = await computing(server, async () => {
    const published = server.until(({ method }) => method === 'textDocument/publishDiagnostics');
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'systemd', version: 1, text } });
    await published;
    await quiet(server);
  });
  const samples = await strokesIn(server, uri, text.split('\n'));
  const pause = await computing(server, () => new Promise((resolve) => setTimeout(resolve, 400)));
  const memory = residentMemory(server.pid);
  await server.end();
  const of = (key, share) =>
    quantile(
      samples.map((sample) => sample[key]),
      share,
    );
  return {
    p50: of('main', 0.5),
    p99: of('main', 0.99),
    all50: median(samples.map((sample) => sample.all)),
    all99: of('all', 0.99),
    opening: opening.all,
    pause: pause.all,
    memory,
  };
}

async function strokesIn(server, uri, lines) {
  const samples = [];
  const until = performance.now() + PATIENCE;
  for (let i = 0; samples.length < WARM_UP + strokes && (i < 3 || performance.now() < until); i++) {
    const from = performance.now();
    const sample = await computing(server, () => stroke(server, uri, lines, i));
    if (performance.now() - from < INTERRUPTED) samples.push(sample);
  }
  return samples.slice(Math.min(WARM_UP, samples.length >> 1));
}

/** A letter is typed, or taken back, at the end of a line near the start, in the middle, near the end of the unit. */
async function stroke(server, uri, lines, i) {
  const places = [1, lines.length >> 1, lines.length - 3];
  const line = places[(i >> 1) % places.length];
  const end = lines[line].replace(/\r$/, '').length;
  const range = { start: { line, character: end }, end: { line, character: end + (i % 2) } };
  const textDocument = { uri, version: i + 2 };
  server.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text: i % 2 ? '' : 'y' }] });
  await server.request('textDocument/completion', { textDocument, position: { line, character: end } });
  await quiet(server);
}

/** Until what was put off to the next turns has been done. */
async function quiet(server) {
  const nowhere = { textDocument: { uri: 'file:///none' }, position: { line: 0, character: 0 } };
  await server.request('textDocument/signatureHelp', nowhere);
  await new Promise((resolve) => setTimeout(resolve, 4));
}

/** Milliseconds that the server computes meanwhile: in the thread that answers, and in all, where V8 compiles and collects garbage. */
async function computing(server, work) {
  const [main, all] = [computedByMain(server.pid), computed(server.pid)];
  await work();
  return { main: computedByMain(server.pid) - main, all: computed(server.pid) - all };
}
