// A client types into a unit: how long until the server has answered. Server and client are one process, joined by streams,
// so that the time it computes can be told from the time the machine was busy with something else.
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { cpuTime, median, quantile } from './statistics.mjs';
import { longUnit } from './units.mjs';

const WARM_UP = 60;

export async function measureKeystrokes(server, { lines, strokes = 200 }) {
  const client = await connect(server);
  const uri = 'file:///etc/systemd/system/long.service';
  const textDocument = { uri };
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'systemd', version: 1, text: longUnit(lines) },
  });
  await client.published();
  await client.request('textDocument/semanticTokens/full', { textDocument });
  let tokens = '1';
  const samples = { diagnostics: [], completion: [], hover: [], tokens: [] };
  const add = (name, from) => samples[name].push({ wall: performance.now() - from.wall, cpu: cpuTime() - from.cpu });
  for (let i = 0; i < strokes + WARM_UP; i++) {
    if (i === WARM_UP) for (const list of Object.values(samples)) list.length = 0;
    const from = now();
    client.notify('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [stroke(i)] });
    await client.published();
    add('diagnostics', from);
    const at = { textDocument, position: { line: 2, character: 8 } };
    for (const [name, method, params] of [
      ['completion', 'textDocument/completion', at],
      ['hover', 'textDocument/hover', { ...at, position: { line: 2, character: 2 } }],
      ['tokens', 'textDocument/semanticTokens/full/delta', { textDocument, previousResultId: tokens }],
    ]) {
      const start = now();
      const answer = await client.request(method, params);
      add(name, start);
      if (name === 'tokens') tokens = answer.resultId;
    }
  }
  await client.end();
  return Object.fromEntries(
    Object.entries(samples).map(([name, list]) => {
      const wall = list.map((sample) => sample.wall);
      const cpu = list.map((sample) => sample.cpu);
      return [name, { wall: median(wall), wall99: quantile(wall, 0.99), cpu: median(cpu), cpu99: quantile(cpu, 0.99) }];
    }),
  );
}

const now = () => ({ wall: performance.now(), cpu: cpuTime() });

/** Letters are typed at the end of the description, line 2, and ten of them taken back at once. */
function stroke(i) {
  const column = 'Description=x'.length + (i % 10);
  const start = { line: 1, character: i % 10 === 9 ? 'Description=x'.length : column };
  const text = i % 10 === 9 ? '' : 'y';
  return { range: { start, end: { line: 1, character: column } }, text };
}

async function connect({ createConnection, StreamMessageReader, StreamMessageWriter, startServer, runtime }) {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), runtime);
  const reader = new StreamMessageReader(toClient);
  const writer = new StreamMessageWriter(toServer);
  const events = new PassThrough();
  const answers = new Map();
  reader.listen((message) => {
    if (message.method === 'textDocument/publishDiagnostics') events.emit('published');
    else if (message.method && message.id !== undefined) writer.write({ jsonrpc: '2.0', id: message.id, result: null });
    else if (message.method === 'window/logMessage' && message.params.message.includes('judging')) events.emit('ready');
    else if (message.id !== undefined) answers.get(message.id)?.(message.result);
  });
  let id = 0;
  const notify = (method, params) => void writer.write({ jsonrpc: '2.0', method, params });
  const request = (method, params) =>
    new Promise((resolve) => {
      id += 1;
      answers.set(id, resolve);
      void writer.write({ jsonrpc: '2.0', id, method, params });
    });
  await request('initialize', { processId: null, rootUri: null, capabilities: {} });
  const ready = once(events, 'ready');
  notify('initialized', {});
  await ready;
  return { notify, request, published: () => once(events, 'published'), end: () => request('shutdown') };
}
