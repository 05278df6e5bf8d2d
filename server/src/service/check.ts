import { lineIndex } from '../text/line-index.ts';
import { clampVersion, NEWEST_VERSION } from '../schema/directives.ts';
import { fileKindOfPath, isForeign, kindOfSections, type Manager, type UnitFileKind } from '../schema/file-kind.ts';
import { parse } from '../syntax/parse.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { judgeFile, type SourceFile, type VerdictCache } from '../units/judged-file.ts';
import { loadUnit } from '../units/loaded-unit.ts';
import { judgeFileRules, judgeUnitRules, type RuleFinding } from '../rules/judge.ts';
import type { Severity } from '../values/value-type.ts';

export interface CheckOptions {
  /** Decides kind, name and manager; need not exist. */
  readonly path: string;
  /** Target systemd version; the newest known when not given. */
  readonly version?: number;
  /** Overrides what the path says. */
  readonly manager?: Manager;
}

/** A text and the drop-ins that systemd would merge into it, in systemd's order. */
export interface CheckInput extends CheckOptions {
  readonly text: string;
  readonly dropIns?: readonly { readonly path: string; readonly text: string }[];
  readonly cache?: VerdictCache;
}

/** What a file is, by its path, else by its sections; undefined for a file that is no unit. */
export function kindOfFile(path: string, tree: UnitFile, manager?: Manager): UnitFileKind | undefined {
  if (isForeign(tree.text)) return undefined;
  const byPath = fileKindOfPath(path);
  const kind = byPath ?? kindBySections(tree);
  return kind && manager ? { ...kind, manager } : kind;
}

function kindBySections(tree: UnitFile): UnitFileKind | undefined {
  const kind = kindOfSections(tree.sections.map((section) => section.name));
  return kind && { kind, role: 'fragment', unit: undefined, manager: 'system', isSource: false };
}

/** Judges one file: alone if it is a drop-in, as a whole with its drop-ins if it is a fragment. */
export function checkFile(input: CheckInput): RuleFinding[] {
  const tree = parse(input.text);
  const kind = kindOfFile(input.path, tree, input.manager);
  if (!kind) return [];
  const version = clampVersion(input.version ?? NEWEST_VERSION);
  const judged = judgeFile({ path: input.path, tree, kind }, version, input.cache);
  const findings = judgeFileRules(judged);
  if (kind.role === 'drop-in') return findings;
  const dropIns = (input.dropIns ?? []).map(({ path, text }) => {
    const source: SourceFile = { path, tree: parse(text), kind: { ...kind, role: 'drop-in' } };
    return judgeFile(source, version);
  });
  const whole = judgeUnitRules(loadUnit([judged, ...dropIns])).filter((finding) => finding.source === judged.source);
  return [...findings, ...whole].sort((a, b) => a.start - b.start);
}

/** A finding by line, for tests and command lines. */
export interface LineProblem {
  /** 1-based. */
  readonly line: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** The findings of a text by line. */
export function checkUnitText(text: string, options: CheckOptions): LineProblem[] {
  const lines = lineIndex(text);
  return checkFile({ text, ...options }).map((finding) => ({
    line: lines.positionAt(finding.start).line + 1,
    severity: finding.severity,
    code: finding.rule,
    message: finding.message,
  }));
}
