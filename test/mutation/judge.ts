import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { type Manager, verifyEach } from '../oracle/verify.ts';
import type { Case } from './cases.ts';
import { type Complaint, complaints, isUndecided } from './verdict.ts';

export interface Tally {
  cases: number;
  /** Systemd minds the mutant. */
  reported: number;
  /** We mind it on the same lines. */
  caught: number;
  /** We mind where systemd is silent. */
  falseAlarms: number;
}

/** A disagreement, for the reader. */
export interface Mistake {
  readonly kind: 'missed' | 'false alarm';
  readonly origin: string;
  /** The line it is about. */
  readonly line: string;
  readonly says: string;
}

export interface Judging {
  readonly version: number;
  readonly manager: Manager;
}

/** What systemd and we say of each case, compared. */
export function judge(cases: readonly Case[], judging: Judging): { tally: Tally; mistakes: Mistake[]; said: string[] } {
  const verdicts = verifyEach(judging, cases);
  const tally: Tally = { cases: 0, reported: 0, caught: 0, falseAlarms: 0 };
  const mistakes: Mistake[] = [];
  const said: string[] = [];
  for (const [index, each] of cases.entries()) {
    const verdict = verdicts[index]!;
    const theirs = complaints(verdict);
    if (theirs.length === 0 && isUndecided(verdict)) continue;
    const ours = findings(each, judging);
    const missed = theirs.filter((complaint) => !ours.some((finding) => meets(finding, complaint)));
    const isFalse = theirs.length === 0 && ours.length > 0;
    tally.cases++;
    tally.reported += theirs.length > 0 ? 1 : 0;
    tally.caught += theirs.length > 0 && missed.length === 0 ? 1 : 0;
    tally.falseAlarms += isFalse ? 1 : 0;
    mistakes.push(...missed.map((complaint) => mistake('missed', each, complaint)));
    if (isFalse) mistakes.push(...ours.map((finding) => mistake('false alarm', each, finding)));
    said.push(...ours.map(({ text }) => text));
  }
  return { tally, mistakes, said };
}

interface Found extends Complaint {
  readonly line: number;
  /** The last line of the node it is in: systemd names that one. */
  readonly last: number;
}

const meets = ({ file, line, last }: Found, complaint: Complaint): boolean =>
  complaint.line === undefined || (file === complaint.file && line <= complaint.line && complaint.line <= last);

/** Our errors and warnings in the fragment and the drop-in. */
function findings(each: Case, { version, manager }: Judging): Found[] {
  const files = [each, ...(each.dropIn ? [each.dropIn] : [])].map(({ name, text }) => ({
    path: `/etc/systemd/${manager}/${name}`,
    text,
  }));
  return files.flatMap(({ path, text }, index) => {
    const document = createDocument(text, { path, version, manager });
    const line = (offset: number): number => document.lines.positionAt(offset).line + 1;
    return diagnostics(document, { units: [files] })
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ start, rule, message }): Found => {
        const node = document.tree.nodes.find(({ span }) => span.start <= start && start < span.end);
        const last = node ? Math.max(node.span.end - 1, start) : start;
        const file = index === 0 ? undefined : each.dropIn?.name;
        return { file, line: line(start), last: line(last), text: `${rule}: ${message}` };
      });
  });
}

function mistake(kind: Mistake['kind'], each: Case, { file, line, text }: Complaint): Mistake {
  const lines = (file === undefined ? each : each.dropIn!).text.split(/\r\n|[\n\r\0]/);
  const place = line === undefined ? '' : (lines[line - 1] ?? '').slice(0, 120);
  return { kind, origin: `${each.origin} (${file ?? each.name}:${line ?? ''})`, line: place, says: text };
}
