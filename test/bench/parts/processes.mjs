// Programs run to their end: wall time, and the time they computed as the kernel counts it for children waited for.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { median } from './statistics.mjs';

const TICK = 10;

/** Milliseconds computed by all children so far; steps of a hundredth of a second, so only sums of many runs say much. */
function childrenCpu() {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK;
}

export function measureRuns(command, args, { runs = 15, ...options } = {}) {
  const walls = [];
  const cpu = childrenCpu();
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    spawnSync(command, args, { stdio: 'ignore', ...options });
    walls.push(performance.now() - started);
  }
  return { wall: median(walls), cpu: (childrenCpu() - cpu) / runs };
}

/** A language server over standard streams, spoken to without a library; `heard` is told every message of it. */
export function startServer(command, args, heard = () => {}, env = {}) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...env } });
  const waiting = [];
  let buffer = Buffer.alloc(0);
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const arrived = (message) => {
    heard(message);
    if (message.method && message.id !== undefined) send({ id: message.id, result: null });
    for (const entry of [...waiting]) {
      if (!entry.test(message)) continue;
      waiting.splice(waiting.indexOf(entry), 1);
      entry.resolve(message);
    }
  };
  child.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      const length =
        end < 0 ? undefined : Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, end))?.[1]);
      if (length === undefined || buffer.length < end + 4 + length) return;
      const body = buffer.toString('utf8', end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      arrived(JSON.parse(body));
    }
  });
  const until = (test) => new Promise((resolve) => waiting.push({ test, resolve }));
  let id = 0;
  return {
    pid: child.pid,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    notify: (method, params) => send({ method, params }),
    until,
    async request(method, params) {
      id += 1;
      const mine = id;
      const answer = until((message) => message.id === mine && !message.method);
      send({ id: mine, method, params });
      return (await answer).result;
    },
    /** As an editor ends it: what it keeps for the next start is written. */
    async leave() {
      const left = new Promise((resolve) => child.once('exit', resolve));
      await this.request('shutdown');
      send({ method: 'exit' });
      await left;
    },
    end: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGKILL');
      }),
  };
}

/** Milliseconds computed so far by all threads of a process that still runs. */
export function computed(pid) {
  const folder = `/proc/${pid}/task`;
  if (!existsSync(folder)) return Number.NaN;
  return readdirSync(folder).reduce((sum, thread) => sum + computedByThread(pid, thread), 0);
}

/** The same of the thread that answers: for what others do meanwhile, as compiling and collecting garbage, nobody waits. */
export const computedByMain = (pid) => (existsSync(`/proc/${pid}/task`) ? computedByThread(pid, pid) : Number.NaN);

const computedByThread = (pid, thread) =>
  Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

/** Resident memory in MB. */
export function residentMemory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}
