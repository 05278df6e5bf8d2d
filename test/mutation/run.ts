import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDocument } from '../../server/src/features/document.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { corpusFiles } from '../corpus/units.ts';
import type { Verdict } from '../oracle/messages.ts';
import { type Question, verifyEach } from '../oracle/verify.ts';
import { faults, mutate, type Mutation, oddities } from './faults.ts';
import { seeded } from './random.ts';

/** Names of these kinds say what the unit is; under another name it would be another unit. */
const UNNAMEABLE = /\.(mount|automount|swap|slice|scope|device)$/;

interface Case extends Question {
  readonly mutation: string;
  readonly origin: string;
}

interface Tally {
  cases: number;
  /** Systemd says something of the text. */
  reported: number;
  caught: number;
  /** We speak where systemd is silent. */
  falseAlarms: number;
}

export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      version: { type: 'string', default: '252' },
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '2' },
      list: { type: 'boolean', default: false },
    },
  });
  const version = Number(values.version);
  const units = baseUnits(version);
  console.log(`systemd ${version}: ${units.length} units without a complaint, seed ${values.seed}`);
  const total: Tally = { cases: 0, reported: 0, caught: 0, falseAlarms: 0 };
  for (const [group, count] of [[faults, Number(values.count)], [oddities, 1]] as const) {
    for (const [name, mutation] of Object.entries(group)) {
      const tally = judge(casesOf(units, name, mutation, count, Number(values.seed)), version, values.list);
      console.log(row(name, tally));
      for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
    }
  }
  console.log(row('all', total));
  return total.caught >= total.reported * 0.99 && total.falseAlarms === 0 ? 0 : 1;
}

const row = (name: string, { cases, reported, caught, falseAlarms }: Tally): string => {
  const rate = reported === 0 ? '' : ` (${((100 * caught) / reported).toFixed(2)} %)`;
  return `${name.padEnd(32)} ${cases} cases, systemd reports ${reported}, we catch ${caught}${rate}, false alarms ${falseAlarms}`;
};

interface Unit {
  readonly name: string;
  readonly text: string;
}

/** Real units of which systemd says nothing: whatever it says of a mutant is the mutation's doing. */
function baseUnits(version: number): Unit[] {
  const files = [...corpusFiles(join(process.cwd(), '.cache/corpus'), 'system').values()];
  const units = files
    .filter(({ name }) => !name.includes('/') && !UNNAMEABLE.test(name))
    .map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') }));
  const verdicts = verifyEach({ version }, units.map(({ name, text }, index) => question(name, text, `b${index}`)));
  return units.filter((_, index) => complaints(verdicts[index]!).length === 0);
}

/** The same text under a name of its own, with what it needs beside it. */
function question(name: string, text: string, stem: string): Question {
  const kind = name.slice(name.lastIndexOf('.') + 1);
  const at = name.includes('@') ? '@' : '';
  const service = '[Service]\nExecStart=/bin/true\n';
  const partners = { [`${stem}.service`]: service, [`${stem}@.service`]: service };
  return { name: `${stem}${at}.${kind}`, text, ...(/^(socket|timer|path)$/.test(kind) ? { partners } : {}) };
}

function casesOf(units: readonly Unit[], name: string, mutation: Mutation, count: number, seed: number): Case[] {
  const random = seeded(seed * 7919 + name.length);
  return units.flatMap((unit, index) =>
    Array.from({ length: count }, (_, round) => round).flatMap((round): Case[] => {
      const text = mutate(unit.text, mutation, random);
      if (text === undefined || /[\ufffd]/.test(text)) return [];
      const stem = `m${index}r${round}${name.replace(/[^a-z]/gi, '')}`;
      return [{ ...question(unit.name, text, stem), mutation: name, origin: unit.name }];
    }),
  );
}

interface Complaint {
  readonly line: number | undefined;
  readonly text: string;
}

/** Said of several mutants together, which share a name on the bus or stand in each other's way; none by itself is at fault. */
const OF_OTHERS =
  /unmergeable jobs|Found ordering cycle|Found dependency on|Unable to break cycle|to break ordering cycle|bus name to hashmap|same bus name/;

function complaints({ messages, refused, refusal }: Verdict): Complaint[] {
  const said = messages.filter(({ level, environment, text }) => level <= 4 && !environment && !OF_OTHERS.test(text));
  if (said.length > 0) return said.map(({ line, text }) => ({ line, text }));
  return refused && !/File exists$/.test(refusal ?? '') ? [{ line: undefined, text: refusal ?? 'refused' }] : [];
}

function judge(cases: readonly Case[], version: number, list: boolean): Tally {
  const verdicts = verifyEach({ version }, cases);
  const tally: Tally = { cases: cases.length, reported: 0, caught: 0, falseAlarms: 0 };
  for (const [index, each] of cases.entries()) {
    const theirs = complaints(verdicts[index]!);
    const ours = findings(each, version);
    const isMet = ({ line }: Complaint): boolean =>
      line === undefined ? ours.length > 0 : ours.some(({ first, last }) => first <= line && line <= last);
    if (theirs.length > 0) tally.reported++;
    const missed = theirs.filter((complaint) => !isMet(complaint));
    if (theirs.length > 0 && missed.length === 0) tally.caught++;
    if (theirs.length === 0 && ours.length > 0) tally.falseAlarms++;
    if (!list) continue;
    for (const { line, text } of missed) console.log(`  missed ${each.origin} (${each.name}:${line ?? ''}) ${excerpt(each.text, line)}\n      systemd: ${text}`);
    if (theirs.length === 0) for (const { first, message } of ours) console.log(`  false alarm ${each.origin}:${first} ${excerpt(each.text, first)}\n      we: ${message}`);
  }
  return tally;
}

const excerpt = (text: string, line: number | undefined): string =>
  line === undefined ? '' : `"${(text.split(/\r\n|[\n\r\0]/)[line - 1] ?? '').slice(0, 120)}"`;

interface Placed {
  readonly first: number;
  readonly last: number;
  readonly message: string;
}

/** Our errors and warnings, with the lines of the node each is in: systemd names the last of them. */
function findings({ name, text }: Case, version: number): Placed[] {
  const document = createDocument(text, { path: `/etc/systemd/system/${name}`, version });
  const line = (offset: number): number => document.lines.positionAt(offset).line + 1;
  return diagnostics(document)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ start, rule, message }) => {
      const node = document.tree.nodes.find(({ span }) => span.start <= start && start < span.end);
      return { first: line(start), last: node ? line(Math.max(node.span.end - 1, start)) : line(start), message: `${rule}: ${message}` };
    });
}
