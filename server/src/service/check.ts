import { identifyPath, readerOf } from '../dialects/index.ts';
import type { JudgedFile } from '../engine/judged-file.ts';
import type { RuleFinding } from '../engine/lazy-finding.ts';
import {
  diagnostics,
  findings,
  type Judgement,
  judgementOf,
  type Surroundings,
  together,
  type UnitText,
} from '../features/diagnostics.ts';
import { createDocument, type Document, treeOf } from '../features/document.ts';
import { judgedBefore, textAt } from '../features/judged-unit.ts';
import type { SeverityMap } from '../features/suppressions/apply-suppressions.ts';
import { mergedFindings } from '../features/target-findings.ts';
import type { Manager } from '../schema/file-identity.ts';
import { releasesOf, type Target, withPodman } from '../schema/targets.ts';
import { clampVersion, NEWEST_VERSION } from '../schema/versions.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { Severity } from '../values/value-type.ts';

export interface CheckOptions {
  /** Decides kind, name and manager; need not exist. */
  readonly path: string;
  /** Target systemd version; the newest known when not given. */
  readonly version?: number;
  /** Several to judge for at once, in place of the version. */
  readonly targets?: readonly Target[] | undefined;
  /** The Podman of targets that have none of their own, as major * 100 + minor; the newest known when not given. */
  readonly podman?: number | undefined;
  /** Overrides what the path says. */
  readonly manager?: Manager;
  /** Drop-ins that systemd would merge into the text, in systemd's order. */
  readonly dropIns?: readonly UnitText[];
  /** What lies around; the drop-ins are then not asked for. */
  readonly around?: Surroundings;
  /** The text parsed, where the caller has done that. */
  readonly tree?: UnitFile | undefined;
  /** The user's severities. */
  readonly rules?: SeverityMap | undefined;
}

const surroundings = (text: string, { path, dropIns, around }: CheckOptions): Surroundings =>
  around ?? { units: dropIns && [[{ path, text }, ...dropIns]] };

/** The findings of a text in source order; none for a file that is not a unit. */
export const checkText = (text: string, options: CheckOptions): RuleFinding[] => verdictOn(text, options).findings;

/** The same, and whether the file is a unit at all. */
export function verdictOn(
  text: string,
  options: CheckOptions,
): { readonly isUnit: boolean; readonly findings: RuleFinding[] } {
  const around = surroundings(text, options);
  const readings = readingsAmong(around, text, options);
  const found = mergedFindings(
    readings.map(({ document, targets }) => ({ targets, found: findings(document, around, options.rules) })),
  );
  const { judged, ofLines } = readings[0]!.document;
  return { isUnit: (judged ?? ofLines) !== undefined, findings: found.all().map((lazy) => lazy.resolve()) };
}

/** What a change of the text must not make worse. */
export function judgeText(text: string, options: CheckOptions): Judgement {
  const around = surroundings(text, options);
  return together(readingsAmong(around, text, options).map(({ document }) => judgementOf(document, around)));
}

/** The text as the systemd of some targets reads it. */
interface Reading {
  readonly document: Document;
  readonly targets: readonly Target[];
}

/** One for each systemd there is among the targets, the newest first. They share the syntax tree. */
function readingsAmong(around: Surroundings, text: string, options: CheckOptions): readonly Reading[] {
  const targets = withPodman(options.targets ?? [], options.podman);
  const podman = targets[0]?.podman ?? options.podman;
  if (targets.length < 2) return [{ document: documentAmong(around, text, { ...options, podman }), targets }];
  const tree = options.tree ?? treeOf(text, undefined);
  return releasesOf(targets, readerOf(options.path, tree)).map((release) => {
    const { version, podman: own } = release;
    const document = documentAmong(around, text, { ...options, version, podman: own, tree });
    return { document, targets: release.targets };
  });
}

function documentAmong(around: Surroundings, text: string, options: CheckOptions): Document {
  const version = clampVersion(options.version ?? NEWEST_VERSION);
  return createDocument(text, { ...options, version, judged: judgedAmong(around, text, { ...options, version }) });
}

/** Files of one unit are checked one after the other: each was judged with the first of them. */
function judgedAmong(
  { units = [] }: Surroundings,
  text: string,
  { path, version, manager = identifyPath(path)?.manager }: CheckOptions & { readonly version: number },
): JudgedFile | undefined {
  const own = units[0] && textAt(units[0], path);
  // Quadlet files are not among the files of units.
  return own?.text === text && manager ? judgedBefore(own, { version, manager }) : undefined;
}

/** A finding by line, for tests and tables. */
export interface LineProblem {
  /** 1-based. */
  readonly line: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** The findings of a text by line. */
export function checkUnitText(text: string, options: CheckOptions): LineProblem[] {
  const version = clampVersion(options.version ?? NEWEST_VERSION);
  const document = createDocument(text, { ...options, version });
  return diagnostics(document, surroundings(text, options)).map((finding) => ({
    line: document.lines.positionAt(finding.start).line + 1,
    severity: finding.severity,
    code: finding.rule,
    message: finding.message,
  }));
}
