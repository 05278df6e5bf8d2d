// From nothing to the first diagnostics in an editor, and a check of one file on the command line; beside `node -e 0`.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { computed, measureRuns, residentMemory, startServer } from './processes.mjs';
import { median } from './statistics.mjs';

const UNIT = '[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\nRestart=alwys\n';
const capabilities = {};

export function measureStart({ cli, scratch }) {
  const file = join(scratch, 'one.service');
  writeFileSync(file, UNIT);
  // The first start of a version keeps its compiled code for the others.
  measureRuns(process.execPath, [cli, 'check', file], { runs: 1 });
  return {
    node: measureRuns(process.execPath, ['-e', '0']),
    version: measureRuns(process.execPath, [cli, '--version']),
    check: measureRuns(process.execPath, [cli, 'check', file]),
  };
}

/** Milliseconds until a server has answered `initialize`, and until it has judged a unit; computed by then, the former. */
export async function measureFirstDiagnostics(command, args, { runs = 9, patience = 20_000 } = {}) {
  const first = startServer(command, args);
  await first.request('initialize', { processId: null, rootUri: null, capabilities });
  await first.leave();
  const initialized = [];
  const computing = [];
  const judged = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    const server = startServer(command, args);
    await server.request('initialize', { processId: null, rootUri: null, capabilities });
    initialized.push(performance.now() - started);
    computing.push(computed(server.pid));
    server.notify('initialized', {});
    const uri = 'file:///tmp/bench/one.service';
    const published = server.until(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri,
    );
    server.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'systemd', version: 1, text: UNIT },
    });
    const late = new Promise((resolve) => setTimeout(resolve, patience, 'late').unref());
    if ((await Promise.race([published, late])) !== 'late') judged.push(performance.now() - started);
    await server.end();
  }
  return {
    initialized: median(initialized),
    computing: median(computing),
    judged: judged.length > 0 ? median(judged) : undefined,
  };
}

/** Time after which a server that has nothing to do has collected its garbage. */
const SETTLED = 10_000;

/** As the extension starts its server (client/src/language-client/node-client.ts). */
const OF_VSCODE = { MALLOC_TRIM_THRESHOLD_: '131072' };

/** Megabytes of a Node that does nothing, and of servers: one started by itself, one as VS Code starts it. */
export async function measureMemory(command, args, units) {
  await startOnce(command, args);
  const bare = Number(execFileSync(process.execPath, ['-p', 'process.memoryUsage.rss() / 2 ** 20']));
  const itself = await memoryOfServer(command, args, { units, env: {} });
  return { bare, ...itself, inVscode: await memoryOfServer(command, args, { units, env: OF_VSCODE }) };
}

/** Without texts, and with a thousand, at once and after a while. */
async function memoryOfServer(command, args, { units, env }) {
  const server = startServer(command, args, undefined, env);
  await server.request('initialize', { processId: null, rootUri: null, capabilities });
  const indexed = server.until(isIndexed);
  server.notify('initialized', {});
  await indexed;
  const nothing = residentMemory(server.pid);
  for (let i = 0; i < 1000; i++) {
    const uri = `file:///tmp/bench/unit-${i}.service`;
    const published = server.until(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri,
    );
    const text = units[i % units.length];
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'systemd', version: 1, text } });
    await published;
  }
  const open = residentMemory(server.pid);
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const settled = residentMemory(server.pid);
  await server.end();
  return { nothing, open, settled };
}

/** What V8 compiled is kept when a server ends, and counts from the second start on. */
async function startOnce(command, args) {
  const server = startServer(command, args);
  await server.request('initialize', { processId: null, rootUri: null, capabilities });
  const indexed = server.until(isIndexed);
  server.notify('initialized', {});
  await indexed;
  await server.request('shutdown');
  server.notify('exit');
  await server.ended;
}

const isIndexed = ({ method, params }) => method === 'window/logMessage' && /^index: /.test(params.message);
