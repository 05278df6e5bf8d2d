import { dialectOf } from '../dialects/index.ts';
import {
  type FindingList,
  findingList,
  type HeldFor,
  type LazyFinding,
  type RuleFinding,
  rankOf,
} from '../engine/lazy-finding.ts';
import { messageFor, type Target } from '../schema/targets.ts';

/** What is found in a file as some of the targets read it. */
export interface TargetFindings {
  readonly targets: readonly Target[];
  readonly found: FindingList;
}

/** A comment that suppresses what one target would say is of use, whatever the others say. */
const ONLY_FOR_ALL: ReadonlySet<string> = new Set(['suppression-unused']);

/**
 * One list of what is found for several targets. What holds for all of them is said once; the rest says for which. The
 * severity is the gravest, and so are the words: those of the first that finds it as grave.
 */
export function mergedFindings(readings: readonly TargetFindings[]): FindingList {
  const [only] = readings;
  if (readings.length === 1) return only!.found;
  const groups = new Map<string, Group>();
  for (const { targets, found } of readings) {
    /** How often a rule has spoken of a place for these targets. */
    const counts = new Map<string, number>();
    for (const lazy of found.all()) {
      const place = `${lazy.rule} ${lazy.start} ${lazy.end}`;
      const nth = counts.get(place) ?? 0;
      counts.set(place, nth + 1);
      const key = nth === 0 ? place : `${place} ${nth}`;
      const group = groups.get(key);
      if (group) group.push({ lazy, targets });
      else groups.set(key, [{ lazy, targets }]);
    }
  }
  const all = readings
    .flatMap(({ targets }) => targets)
    .sort((a, b) => a.wanted - b.wanted || (a.podman ?? 0) - (b.podman ?? 0));
  const isTold = (group: Group): boolean => group.length === readings.length || !ONLY_FOR_ALL.has(group[0]!.lazy.rule);
  return findingList([...groups.values()].filter(isTold).map((group) => new MergedFinding(group, all)));
}

/** What those targets say that have something to say, one systemd after the other. */
type Group = { readonly lazy: LazyFinding; readonly targets: readonly Target[] }[];

const gravest = (group: Group): LazyFinding =>
  group.reduce((worst, { lazy }) => (rankOf(lazy.severity) < rankOf(worst.severity) ? lazy : worst), group[0]!.lazy);

class MergedFinding implements LazyFinding {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly source: LazyFinding['source'];
  readonly severity: LazyFinding['severity'];
  private readonly lazy: LazyFinding;
  private readonly group: Group;
  private readonly all: readonly Target[];

  constructor(group: Group, all: readonly Target[]) {
    const lazy = gravest(group);
    this.start = lazy.start;
    this.end = lazy.end;
    this.rule = lazy.rule;
    this.source = lazy.source;
    this.severity = lazy.severity;
    this.lazy = lazy;
    this.group = group;
    this.all = all;
  }

  resolve(): RuleFinding {
    const finding = this.lazy.resolve();
    const program = dialectOf(this.source.identity).schema.readerOf?.(finding.section ?? '');
    const heldFor = this.all.flatMap((target): HeldFor[] => {
      const own = this.group.find(({ targets }) => targets.includes(target));
      return own ? [{ target, severity: own.lazy.severity }] : [];
    });
    const targets = heldFor.map(({ target }) => target);
    const isSame = targets.length === this.all.length && heldFor.every(({ severity }) => severity === this.severity);
    return {
      ...finding,
      message: messageFor(finding.message, { held: targets, all: this.all, program }),
      ...(!isSame && { heldFor }),
    };
  }
}
