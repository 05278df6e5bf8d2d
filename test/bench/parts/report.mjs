// The page of the results.
import { median, milliseconds } from './statistics.mjs';

const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) =>
  [row(...head), row(...head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map((cells) => row(...cells))].join(
    '\n',
  );
const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KiB`;
const ratio = (value) => `${value.toFixed(value < 10 ? 1 : 0)}×`;

/** @param texts the sections, in order */
export const performancePage = ({ machine, load, texts }) => `# Performance

Written by \`npm run bench\` on ${machine}; other work kept the machine busy at a load of ${load.map((value) => value.toFixed(1)).join(' to ')}.
Where a machine is busy, wall time tells how busy it was. So computing time stands beside it: what the kernel counted for the
process, garbage collection on other threads included. Milliseconds.

${texts.join('\n\n')}
`;

/** The text of each part, of what it measured. */
export const sections = {
  keystroke: (keystrokes) => `## A keystroke

Server and client in one process, joined by streams; both sides' JSON is counted. The unit is the worst we could think of: half of its lines are
\`After=\` with two units each, half \`Environment=\` with two variables. A letter is typed in line 2, so everything below moves.
A file is kept in blocks of at most 64 lines; those a keystroke leaves alone are not looked at again, wherever they move.
What a unit of more than 500 lines says of other units is read when its author pauses for a fifth of a second; its other findings do not wait.

${table(
  ['lines', 'answer', 'computing p50', 'p99', 'wall p50', 'p99'],
  keystrokes.flatMap(({ lines, ...answers }) =>
    Object.entries(answers).map(([name, { cpu, cpu99, wall, wall99 }]) => [
      lines.toLocaleString('en'),
      name,
      ...[cpu, cpu99, wall, wall99].map(milliseconds),
    ]),
  ),
)}

![computing time by lines](images/growth.svg)`,
  classes: (edits) => `## Every class of unit

\`node test/bench/edits.mjs\`: units of 10,000 lines that are all of one kind, valid and faulty. A letter is typed and its completion
asked for. Computing is that of the server as it is shipped, as the kernel counts it: first of the thread that answers, for which an editor
waits; then of all its threads, on which V8 compiles and collects garbage meanwhile. Most of what p99 has above p50 is garbage collection.
*Opening* is the first judgement of the file, *a pause* what is done once the author stops typing for a fifth of a second: what is said of
other units, and all findings where they take more than 5 ms; both of all threads. Memory is that of a server with this one unit open and
edited. The aim is 5 for p50 and 15 for p99.

${edits.trim()}`,
  requests: (requests) => `## Any request on any value

\`node test/bench/requests.mjs\`: requests on values of 100,000 characters of hostile text, for a directive of every value type. The aim
is 100 ms of computing of the thread that answers; links and searches let other requests go first meanwhile, and can be cancelled. Each
type is asked with an eighth of the shapes; \`--every 1\` asks all, \`--key KEY\` one directive.

${requests.trim()}`,
  start: ({ start, firsts, activation }) => `## Start

${table(
  ['', 'computing', 'wall', 'beside `node -e 0` (computing)'],
  Object.entries({ 'node -e 0': start.node, '--version': start.version, 'check of one file': start.check }).map(
    ([name, { cpu, wall }]) => [name, milliseconds(cpu), milliseconds(wall), ratio(cpu / start.node.cpu)],
  ),
)}

From the start of a language server:

${table(
  ['server', 'computing until `initialize` is answered', 'beside `node -e 0`', 'wall', 'first diagnostics (wall)'],
  firsts.map(({ name, computing, initialized, judged }) => [
    name,
    milliseconds(computing),
    ratio(computing / start.node.cpu),
    milliseconds(initialized),
    judged === undefined ? 'none' : milliseconds(judged),
  ]),
)}

In VS Code the extension is active after ${milliseconds(median(activation))} ms (wall, as VS Code measures it; the slowest of ${activation.length} windows
took ${milliseconds(Math.max(...activation))} ms).`,
  checks: (units, checks) => `## Checking ${units.paths.length.toLocaleString('en')} real units

One process for all files, unless said. \`systemd-analyze verify\` reads and judges every one of them and loads the units they
name; it asks \`man\` for each page they mention unless told \`--man=no\`. Those who check a file at a time pay its start, too.

${table(
  ['', 'computing', 'wall', 'units per second computing', 'beside ours'],
  checks.map(({ name, cpu, wall }) => [
    name,
    milliseconds(cpu),
    milliseconds(wall),
    Math.round((units.paths.length / cpu) * 1000).toLocaleString('en'),
    ratio(cpu / checks[0].cpu),
  ]),
)}`,
  check: (check) => `## What a check is made of

\`node test/bench/check.mjs\`: the parts one after the other in one thread, from cold, then the whole command. Every thread reads the
index, and compiles what it runs; they share the judging.

${check.trim()}`,
  memory: (memory) => `## Memory

${memoryPart(memory)}`,
  index: (index) => `## An index of 10,000 units

\`\`\`text
${index.trim()}
\`\`\``,
  growth: (growth) => `## More and more

\`node test/bench/growth.mjs\`: an exponent of 1 means twice the time for twice as much, 2 four times. Start-up is taken off.

${growth.trim()}`,
  targets: (targets) => `## Several targets

\`node test/bench/targets.mjs\`: what \`check\` computes for five targets, beside the newest of them alone. They share the syntax
tree, and what holds for all is said once.

${targets.trim()}`,
  kills: (kills) => `## Killed while it writes

\`node test/bench/kills.mjs\`:

\`\`\`text
${kills.trim()}
\`\`\``,
  sizes: (sizes) => `## Sizes

${table(
  ['file', 'bytes', 'compressed'],
  sizes.map(([name, size, compressed]) => [name, kilobytes(size), kilobytes(compressed)]),
)}`,
};

/** What the language server has resident. */
export const memoryPart = (
  memory,
) => `Resident, of which the code of Node itself is the most: a Node that does nothing ${Math.round(memory.bare)} MB, the language server with the machine's own
units indexed and nothing open ${Math.round(memory.nothing)} MB, with 1,000 of these units open ${Math.round(memory.open)} MB, and ten seconds later ${Math.round(memory.settled)} MB.
In VS Code, which tells the allocator to give back what is free, it is ${Math.round(memory.inVscode.nothing)} MB, ${Math.round(memory.inVscode.open)} MB and ${Math.round(memory.inVscode.settled)} MB.
Until a long text is edited V8 is told to spare memory, not time.`;
