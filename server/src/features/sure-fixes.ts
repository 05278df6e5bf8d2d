import { keepsEffective } from '../engine/effective-values.ts';
import type { LazyFinding, RuleFinding } from '../engine/lazy-finding.ts';
import type { Fix } from '../engine/rule.ts';
import { createSpanSet } from '../text/span-set.ts';
import { applyEdits, type QuickFix } from './code-actions.ts';
import { type Judgement, judgementOf, type Surroundings, together } from './diagnostics.ts';
import { createDocument, type Document } from './document.ts';

/** Judges the file with another text in it. */
export type Judge = (text: string) => Judgement;

/** Reads only what differs from the document. Of the units around, what the document says is taken as it was: they are left out. */
export function judgeBeside(document: Document, { units, machine }: Surroundings): Judge {
  const { path, version, judged } = document;
  const manager = judged?.source.identity.manager;
  // What is known of a unit stays with its list of files; what is tried here gets lists of its own.
  const around = { units: units?.map((files) => [...files]), machine };
  return (text) => {
    const isSame = text === document.text;
    const options = { path, version, manager, before: document };
    return judgementOf(isSame ? document : createDocument(text, options), around);
  };
}

/** The same for several readings of one text: what is sure is sure for each. */
export const judgeForAll = (documents: readonly Document[], around: Surroundings): Judge => {
  const judges = documents.map((document) => judgeBeside(document, around));
  return (text) => together(judges.map((judge) => judge(text)));
};

/** Fixes judged for one question; of the rest nobody is told that they are sure. */
const MOST_JUDGED = 24;

/**
 * Fixes as they may be offered. Preferred stays what is sure: what was in force stays as it was, and there is no new finding.
 * One for which systemd would refuse a unit that it takes now is left out.
 */
export function offered(fixes: readonly QuickFix[], text: string, judge: Judge): QuickFix[] {
  if (fixes.length === 0) return [];
  const before = judge(text);
  const most = Math.min(MOST_JUDGED, affordableAtOnce(text, before));
  return fixes.flatMap((fix, index) => {
    if (index >= most) return [{ ...fix, preferred: false }];
    const after = judge(applyEdits(text, fix.edits));
    if (!isRefused(before) && isRefused(after)) return [];
    return [{ ...fix, preferred: fix.preferred === true && isSound(before, after) }];
  });
}

/** One edit for everything that has a sure fix. */
export function fixAll(text: string, findings: readonly RuleFinding[], judge: Judge): Fix | undefined {
  const fixes = withoutOverlap(findings);
  if (fixes.length === 0) return undefined;
  const before = judge(text);
  const editsOf = (some: readonly Fix[]) => some.flatMap((fix) => fix.edits);
  const sure = largestSound(fixes, affordable(text, before), (some) =>
    isSound(before, judge(applyEdits(text, editsOf(some)))),
  );
  if (sure.length === 0) return undefined;
  return { title: 'Apply all safe fixes', edits: [...editsOf(sure)].sort((a, b) => a.start - b.start) };
}

/** Fixes may uncover others; a unit is settled long before this many rounds. */
const MOST_ROUNDS = 5;

/** The text after every sure fix of what `findingsOf` says of it, and of what that uncovers. */
export function withSureFixes(
  original: string,
  { findingsOf, judge }: { readonly findingsOf: (text: string) => readonly RuleFinding[]; readonly judge: Judge },
): string {
  let text = original;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fix = fixAll(text, findingsOf(text), judge);
    if (!fix) break;
    text = applyEdits(text, fix.edits);
  }
  return text;
}

/** The preferred fixes, in the order of their findings, leaving out what would overlap. */
function withoutOverlap(findings: readonly RuleFinding[]): Fix[] {
  const spans = createSpanSet();
  return findings.flatMap(({ fixes = [] }): Fix[] => {
    const fix = fixes.find(({ preferred }) => preferred);
    if (!fix || fix.edits.some(spans.overlaps)) return [];
    for (const edit of fix.edits) spans.add(edit);
    return [fix];
  });
}

/** How often a text may be judged for one question: each time costs reading what changed, and saying all there is to say. */
const affordable = ({ length }: string, { findings }: Judgement): number =>
  Math.max(2, Math.min(400, Math.round(4e6 / (1e4 + length + 500 * findings.length))));

/**
 * The same for an answer that somebody waits for at a place in the text: all of a text may be one value, which is then read anew
 * each time, and has more faults than are told.
 */
const affordableAtOnce = ({ length }: string, { findings }: Judgement): number =>
  Math.max(1, Math.round(1e6 / (1e4 + 5 * length + 500 * findings.length)));

/** Tries all at once, then halves of what is not sound together; what was not tried in so many judgements is left out. */
function largestSound<T>(all: readonly T[], most: number, isSoundWith: (some: readonly T[]) => boolean): readonly T[] {
  let taken: readonly T[] = [];
  let left = most;
  const grow = (some: readonly T[]): void => {
    if (some.length === 0 || left-- <= 0) return;
    const together = [...taken, ...some];
    if (isSoundWith(together)) taken = together;
    else if (some.length > 1) {
      const half = some.length >> 1;
      grow(some.slice(0, half));
      grow(some.slice(half));
    }
  };
  grow(all);
  return taken;
}

const isRefused = ({ findings }: Judgement): boolean => findings.some(({ severity }) => severity === 'error');

const isSound = (before: Judgement, after: Judgement): boolean =>
  before.effective.length === after.effective.length &&
  before.effective.every((unit, index) => keepsEffective(unit, after.effective[index]!)) &&
  !hasNewFinding(before.findings, after.findings);

/** Findings of a rule that had nothing to say before, and errors and warnings about words that had none of it. */
function hasNewFinding(before: readonly LazyFinding[], after: readonly LazyFinding[]): boolean {
  const rules = new Set(before.map(({ rule }) => rule));
  if (after.some(({ rule }) => !rules.has(rule))) return true;
  const counts = new Map<string, number>();
  for (const finding of before.filter(isMinded)) counts.set(nameOf(finding), (counts.get(nameOf(finding)) ?? 0) + 1);
  return after.filter(isMinded).some((finding) => {
    const left = (counts.get(nameOf(finding)) ?? 0) - 1;
    counts.set(nameOf(finding), left);
    return left < 0;
  });
}

const isMinded = ({ severity }: LazyFinding): boolean => severity === 'error' || severity === 'warning';

/** A finding wherever its line has moved to. */
const nameOf = ({ rule, source, start, end }: LazyFinding): string =>
  `${rule} ${source.path} ${source.tree.text.slice(start, end)}`;
