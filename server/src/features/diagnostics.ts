import { judgeFileRules, judgeUnitRules, type RuleFinding } from '../rules/judge.ts';
import { type SeverityMap, settle } from '../rules/suppress.ts';
import { parse } from '../syntax/parse.ts';
import { judgeFile } from '../units/judged-file.ts';
import { loadUnit } from '../units/loaded-unit.ts';
import type { Document } from './document.ts';

/** A drop-in's text; it takes the kind of the unit it belongs to. */
export interface DropInText {
  readonly path: string;
  readonly text: string;
}

/**
 * Judges a document: alone if it is a drop-in, as a whole with its drop-ins if it is a fragment. Source order;
 * suppression comments and the user's severities applied.
 */
export function diagnostics(
  document: Document,
  dropIns: readonly DropInText[] = [],
  severities?: SeverityMap,
): RuleFinding[] {
  if (!document.judged) return [];
  const findings = settle(allFindings(document, dropIns), document.judged.source, severities);
  return findings.sort((a, b) => a.start - b.start);
}

function allFindings({ judged, version }: Document, dropIns: readonly DropInText[]): RuleFinding[] {
  if (!judged) return [];
  const findings = judgeFileRules(judged);
  const { kind } = judged.source;
  if (kind.role === 'drop-in' || kind.isSource) return findings;
  const others = dropIns.map(({ path, text }) =>
    judgeFile({ path, tree: parse(text), kind: { ...kind, role: 'drop-in' } }, version),
  );
  const whole = judgeUnitRules(loadUnit([judged, ...others])).filter((finding) => finding.source === judged.source);
  return [...findings, ...whole];
}
