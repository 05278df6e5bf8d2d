// The language server for a while among random edits, requests, hostile values, many files, openings, virtual texts and
// renames: node test/fuzz/server.mjs [--minutes 60] [--seed N] [--server PATH] [--keep FOLDER]. Prints crashes, faults, answers that took more than 200 ms
// of computing, and where a fresh server says something else. Ends with 1 if there was any of these. `--keep` writes what was open, and asked, when
// an answer took too long: `node test/fuzz/server/again.mjs FILE` asks it once more.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dice as createDice } from './server/dice.mjs';
import { positionAt, startEditor } from './server/editor.mjs';
import { fileName, piece, text as unitText } from './server/texts.mjs';

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url)) },
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    keep: { type: 'string' },
  },
});
const cli = values.server;
if (!existsSync(cli)) throw new Error(`${cli} is missing: npm run build`);
const ends = Date.now() + Number(values.minutes) * 60_000;
/** Milliseconds of computing of the thread that answers, however busy the machine is, that are noticed; steps until a fresh server is asked; texts open at once. */
const STALL = 200;
const STEPS = 250;
const MOST_OPEN = 12;
/** A server compiles what it runs for the first time; that is not a stall of an answer. */
const WARM = 400;
/** Longer than the pause after which what was put off is done. */
const PAUSE = 600;
const TRIES = 8;

const AT_PLACE = ['hover', 'completion', 'signatureHelp', 'definition', 'documentHighlight', 'prepareRename'];
const OF_FILE = ['documentSymbol', 'documentLink', 'foldingRange', 'codeLens', 'semanticTokens/full', 'diagnostic'];
const OWN = ['systemdUnits/effective', 'systemdUnits/related'];
const KINDS = ['requirement', 'ordering', 'conflict', 'trigger', 'install', 'other'];

const seed = Number(values.seed);
const dice = createDice(seed);
const folder = mkdtempSync(join(tmpdir(), 'fuzz-server-'));
const uriOf = (name, scheme = 'file://') => `${scheme}${folder}/${name}`;
const found = { steps: 0, comparisons: 0, crashes: 0, faults: 0, stalls: 0, differences: 0, slowest: 0 };
const files = new Map();
let editor;

console.log(`seed ${seed}, ${values.minutes} minutes`);
for (let i = 0; i < 40; i++) write(fileName(dice), unitText(dice));
try {
  while (Date.now() < ends) {
    editor ??= await start();
    const ended = editor.server.ended.then(() => 'ended');
    if ((await Promise.race([round(), ended])) === 'ended') crashed();
  }
} finally {
  await editor?.server.end();
  rmSync(folder, { recursive: true });
}
console.log(JSON.stringify(found));
process.exitCode = found.crashes + found.faults + found.stalls + found.differences > 0 ? 1 : 0;

async function start() {
  return await startEditor({ cli, folder, heard });
}

function heard({ method, params }) {
  if (method !== 'window/logMessage' || !/ failed: /.test(params.message)) return;
  found.faults += 1;
  console.log(`FAULT at step ${found.steps}: ${params.message}`);
}

function crashed() {
  found.crashes += 1;
  console.log(`CRASH at step ${found.steps}; open: ${[...editor.open.keys()].join(' ')}`);
  editor = undefined;
}

async function round() {
  for (let i = 0; i < STEPS && Date.now() < ends; i++) {
    found.steps += 1;
    await step();
  }
  await compare();
}

async function step() {
  const open = [...editor.open.keys()];
  if (open.length === 0 || (open.length < MOST_OPEN && dice.chance(0.1))) return openOne();
  const uri = dice.of(open);
  if (dice.chance(0.06)) return editor.didClose(uri);
  if (dice.chance(0.05)) return onDisk();
  if (dice.chance(0.6)) edit(uri);
  if (dice.chance(0.7)) await question(uri);
}

function openOne() {
  const name = fileName(dice);
  const scheme = dice.chance(0.15) ? dice.of(['git:', 'untitled:', 'vscode-scm:']) : 'file://';
  const uri = uriOf(name, scheme);
  if (editor.open.has(uri)) return;
  editor.didOpen(uri, (dice.chance(0.8) && files.get(name)) || unitText(dice));
  if (dice.chance(0.1)) editor.didClose(uri);
}

function onDisk() {
  const name = fileName(dice);
  if (!files.has(name) || dice.chance(0.5)) {
    const type = files.has(name) ? 2 : 1;
    write(name, unitText(dice));
    return editor.changed(uriOf(name), type);
  }
  const text = files.get(name);
  rmSync(join(folder, name));
  files.delete(name);
  editor.changed(uriOf(name), 3);
  if (dice.chance(0.5)) return;
  const other = fileName(dice);
  const type = files.has(other) ? 2 : 1;
  write(other, text);
  editor.changed(uriOf(other), type);
}

function write(name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
  files.set(name, text);
}

/** One keystroke, or a burst of them nobody waits for. */
function edit(uri) {
  for (let left = dice.chance(0.2) ? 8 : 1; left > 0; left--) {
    const { text } = editor.open.get(uri);
    const whole = text.length > 60_000 || dice.chance(0.01);
    const start = whole ? 0 : atCharacter(text, dice.below(text.length + 1));
    const removed = whole ? text.length : dice.chance(0.5) ? 0 : dice.below(40);
    const end = atCharacter(text, Math.min(text.length, start + removed));
    editor.didChange(uri, { start, end, inserted: whole ? unitText(dice) : piece(dice) });
  }
}

/** Not within a pair of surrogates or a line end: no editor has a place there. */
function atCharacter(text, offset) {
  const inside = /[\ud800-\udbff]/.test(text[offset - 1] ?? '') || (text[offset - 1] === '\r' && text[offset] === '\n');
  return inside ? offset - 1 : offset;
}

function questions(uri) {
  const { text } = editor.open.get(uri);
  const textDocument = { uri };
  const position = positionAt(text, atCharacter(text, dice.below(text.length + 1)));
  const range = { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
  return [
    ...AT_PLACE.map((name) => [`textDocument/${name}`, { textDocument, position }]),
    ...OF_FILE.map((name) => [`textDocument/${name}`, { textDocument }]),
    ...OWN.map((name) => [name, { textDocument }]),
    ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/formatting', { textDocument, options: {} }],
    ['workspace/symbol', { query: dice.of(['', 'a', 'foo', 'zzz']) }],
    ['systemdUnits/graph', { textDocument, depth: 1 + dice.below(3), kinds: KINDS }],
  ];
}

async function question(uri) {
  const [method, params] = dice.of(questions(uri));
  const { milliseconds } = await editor.ask(method, params);
  found.slowest = Math.max(found.slowest, found.steps > WARM ? milliseconds : 0);
  if (milliseconds <= STALL || found.steps <= WARM) return;
  found.stalls += 1;
  const { text } = editor.open.get(uri);
  console.log(`STALL of ${milliseconds.toFixed(0)} ms at step ${found.steps}: ${method} in ${text.length} characters`);
  console.log(`  ${JSON.stringify(longestLines(text))}`);
  if (values.keep) keep({ method, params });
}

function keep(asked) {
  mkdirSync(values.keep, { recursive: true });
  const open = [...editor.open].map(([uri, { text }]) => [uri, text]);
  const kept = { folder, files: [...files], open, ...asked };
  writeFileSync(join(values.keep, `${seed}-${found.steps}.json`), JSON.stringify(kept));
}

function longestLines(text) {
  const lines = text.split('\n').sort((a, b) => b.length - a.length);
  return lines.slice(0, 3).map((line) => `${line.slice(0, 60)} (${line.length})`);
}

/** What every open text shows, once the server has nothing left to do; a fresh server on the same files says the same. */
async function compare() {
  found.comparisons += 1;
  const fresh = await startEditor({ cli, folder });
  for (const [uri, { text }] of editor.open) fresh.didOpen(uri, text);
  let unlike = [];
  for (let i = 0; i < TRIES; i++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    unlike = await differences(fresh);
    if (unlike.length === 0) break;
  }
  found.differences += unlike.length;
  for (const difference of unlike) console.log(`DIFFERENCE at step ${found.steps}: ${difference}`);
  await fresh.server.end();
}

async function differences(fresh) {
  const found = [];
  for (const [what, method, params] of comparable()) {
    const [mine, its] = await Promise.all([editor, fresh].map((each) => each.server.request(method, params)));
    const [left, right] = [mine, its].map(plain);
    if (left !== right) found.push(`${what}\n  here  ${excerpt(left, right)}\n  fresh ${excerpt(right, left)}`);
  }
  return found;
}

function comparable() {
  return [
    ['symbols', 'workspace/symbol', { query: '' }],
    ...[...editor.open.keys()].flatMap((uri) => {
      const textDocument = { uri };
      const position = { line: 0, character: 1 };
      return [
        [`diagnostics of ${uri}`, 'textDocument/diagnostic', { textDocument }],
        [`references of ${uri}`, 'textDocument/references', { textDocument, position, context: {} }],
        [`effective ${uri}`, 'systemdUnits/effective', { textDocument }],
      ];
    }),
  ];
}

/** Without the order of places, and the name of an answer. */
function plain(answer) {
  const list = Array.isArray(answer) ? answer : (answer?.items ?? answer);
  return Array.isArray(list) ? JSON.stringify(list.map((item) => JSON.stringify(item)).sort()) : JSON.stringify(list);
}

/** From where two texts part. */
function excerpt(text, other) {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return text.slice(Math.max(0, at - 80), at + 240);
}
