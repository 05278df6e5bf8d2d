import { releases } from '../../server/src/schema/generated/releases.ts';
import { join } from 'node:path';
import { createDocument } from '../../server/src/features/document.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import type { RuleFinding } from '../../server/src/engine/lazy-finding.ts';
import type { Message } from '../oracle/messages.ts';
import { systems } from '../oracle/systems.ts';
import { type Manager, verifyFiles } from '../oracle/verify.ts';
import { type CorpusFile, corpusFiles, ownerOf } from './units.ts';

/** A drop-in is read only beside its unit; where the corpus has none, this stands for it. */
const stubs: Readonly<Record<string, string>> = {
  service: '[Service]\nExecStart=/bin/true\n',
  socket: '[Socket]\nListenStream=/run/stub\n',
  timer: '[Timer]\nOnBootSec=1\n',
};

/** What EXPLAINED.md explains: systemd speaks of other units or of this machine, not of the file. */
const explanations: readonly RegExp[] = [
  /Found ordering cycle|Found dependency on |Unable to break cycle|Job .* deleted to break ordering cycle/,
  /Two services allocated for the same bus name/,
];

interface Tally {
  files: number;
  falseErrors: number;
  falseWarnings: number;
  missed: number;
  agreed: number;
  explained: number;
}

export function main(args: readonly string[]): number {
  const option = (name: string, otherwise: string) => args[args.indexOf(name) + 1 || args.length] ?? otherwise;
  const versions = option('--version', releases.join()).split(',').map(Number);
  const root = option('--corpus', join(process.cwd(), '.cache/corpus'));
  let failed = false;
  for (const version of versions) {
    if (!systems().has(version)) {
      console.log(`systemd ${version}: skipped, there is none on this machine (test/oracle/chroots.sh)`);
      continue;
    }
    const tally: Tally = { files: 0, falseErrors: 0, falseWarnings: 0, missed: 0, agreed: 0, explained: 0 };
    for (const manager of ['system', 'user'] as const) compare(root, { version, manager }, tally);
    console.log(`systemd ${version}: ${JSON.stringify(tally)}`);
    failed ||= tally.falseErrors + tally.falseWarnings + tally.missed > 0;
  }
  return failed ? 1 : 0;
}

function compare(root: string, { version, manager }: { version: number; manager: Manager }, tally: Tally): void {
  const files = corpusFiles(root, manager);
  const texts = new Map<string, string | Buffer>([...files].map(([name, file]) => [name, file.bytes]));
  for (const name of files.keys()) {
    const owner = ownerOf(name);
    const stub = owner === undefined || files.has(owner) ? undefined : stubs[owner.slice(owner.lastIndexOf('.') + 1)];
    if (owner !== undefined && stub !== undefined && owner.includes('.')) texts.set(owner, stub);
  }
  const verdicts = verifyFiles({ version, manager, files: texts });
  for (const file of files.values()) {
    tally.files++;
    const messages = (verdicts.get(file.name)?.messages ?? []).filter(({ environment, level }) => !environment && level <= 4);
    compareFile(file, findingsOf(file, files, version, manager), distinct(messages), tally, version);
  }
}

interface Placed {
  readonly finding: RuleFinding;
  /** 1-based lines of the node it is in: systemd names the last. */
  readonly first: number;
  readonly last: number;
}

function findingsOf(file: CorpusFile, files: ReadonlyMap<string, CorpusFile>, version: number, manager: Manager): Placed[] {
  const dropIns = [...files.values()].filter(({ name }) => ownerOf(name) === file.name);
  const path = `/usr/lib/systemd/${manager}/${file.name}`;
  const document = createDocument(file.bytes.toString('utf8'), { path, version, manager });
  const texts = dropIns.map(({ name, bytes }) => ({ path: `/usr/lib/systemd/${manager}/${name}`, text: bytes.toString('utf8') }));
  const line = (offset: number) => document.lines.positionAt(offset).line + 1;
  return diagnostics(document, { units: file.name.includes('/') ? [] : [[document, ...texts]] })
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map((finding) => {
      const node = document.tree.nodes.find(({ span }) => span.start <= finding.start && finding.start < span.end);
      return { finding, first: line(finding.start), last: node ? line(node.span.end - 1) : line(finding.start) };
    });
}

function compareFile(file: CorpusFile, findings: readonly Placed[], messages: readonly Message[], tally: Tally, version: number): void {
  const explains = ({ first, last }: Placed, { line }: Message) => line === undefined || (first <= line && line <= last);
  for (const placed of findings) {
    if (messages.some((message) => explains(placed, message))) {
      tally.agreed++;
      continue;
    }
    const { rule, severity, message } = placed.finding;
    if (severity === 'error') tally.falseErrors++;
    else tally.falseWarnings++;
    console.log(`${version} FALSE ${severity} ${file.package}/${file.name}:${placed.first} ${rule}: ${message}`);
  }
  for (const message of messages) {
    const isKnown = message.line === undefined ? findings.length > 0 : findings.some((placed) => explains(placed, message));
    if (isKnown) continue;
    if (explanations.some((pattern) => pattern.test(message.text))) {
      tally.explained++;
      continue;
    }
    tally.missed++;
    const place = message.line === undefined ? '' : `:${message.line}`;
    console.log(`${version} MISSED ${file.package}/${file.name}${place} <${message.level}> ${message.text}`);
  }
}

function distinct(messages: readonly Message[]): Message[] {
  const seen = new Map(messages.map((message) => [`${message.line}\0${message.text}`, message]));
  return [...seen.values()];
}
