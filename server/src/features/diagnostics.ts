import { judgeFileRules, type RuleFinding } from '../rules/judge.ts';
import { type SeverityMap, settle } from '../rules/suppress.ts';
import { isUnread } from '../syntax/unread.ts';
import type { JudgedFile } from '../units/judged-file.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import type { Document } from './document.ts';
import { type MachineKnowledge, machineFindings } from './machine-findings.ts';
import { textAt, type UnitText, wholeUnit } from './whole-unit.ts';

export type { UnitText } from './whole-unit.ts';

/** What lies around a document. */
export interface Surroundings {
  /**
   * The files of the unit the document belongs to, in systemd's order and the document among them; several lists for
   * a drop-in of several units. Alone when not given. A unit whose list is handed out again is not judged again.
   */
  readonly units?: readonly (readonly UnitText[])[] | undefined;
  /** The units around, for rules about their relations; asked only when given. */
  readonly index?: UnitIndex | undefined;
  /** What is known of the machine; nothing is said of it when not given. */
  readonly machine?: MachineKnowledge | undefined;
}

/** Judges a document by itself and as a part of its unit. Source order; suppression and the user's severities applied. */
export function diagnostics(document: Document, around: Surroundings = {}, severities?: SeverityMap): RuleFinding[] {
  if (!document.judged) return [];
  const found = allFindings(document, document.judged, around);
  const findings = settle(found, document.judged.source, severities);
  return findings.sort((a, b) => a.start - b.start);
}

function allFindings(document: Document, judged: JudgedFile, { units, index, machine }: Surroundings): RuleFinding[] {
  const findings = judgeFileRules(judged);
  if (judged.source.kind.isSource || isUnread(judged.source.tree)) return findings;
  const known = units?.filter((files) => textAt(files, document.path)) ?? [];
  const wholes = known.length > 0 ? known : [[document]];
  const perUnit = wholes.map((files) => {
    const { unit, findingsIn } = wholeUnit(files, { document, judged, index });
    const own = findingsIn(judged.source);
    return machine ? [...own, ...machineFindings(document, unit, machine)] : own;
  });
  return [...findings, ...inAll(perUnit)];
}

/** What is wrong with a drop-in for several units is what is wrong with each of them. */
function inAll([first = [], ...others]: readonly (readonly RuleFinding[])[]): readonly RuleFinding[] {
  const key = ({ rule, start, end }: RuleFinding): string => `${rule} ${start} ${end}`;
  const elsewhere = others.map((findings) => new Set(findings.map(key)));
  return first.filter((finding) => elsewhere.every((keys) => keys.has(key(finding))));
}
