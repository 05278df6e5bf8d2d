import type { Span } from '../text/span.ts';
import type { SourceFile } from '../units/judged-file.ts';
import type { Severity } from '../values/value-type.ts';
import type { Finding } from './rule.ts';

/** A finding with its rule and file settled. */
export interface RuleFinding extends Finding {
  readonly rule: string;
  readonly source: SourceFile;
}

/**
 * A finding as far as it is needed to count, sort and suppress it. The rest is made when somebody reads it: of ten thousand
 * findings nobody reads more than a few hundred.
 */
export interface Sketch extends Span {
  readonly rule: string;
  readonly source: SourceFile;
  readonly severity: Severity;
  /** The finding itself, with the severity of the sketch. */
  full(): RuleFinding;
}

/** The sketch of a finding that is made already. */
export const sketchOf = (finding: RuleFinding): Sketch => new SketchOfFinding(finding);

class SketchOfFinding implements Sketch {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly source: SourceFile;
  readonly severity: Severity;
  private readonly finding: RuleFinding;

  constructor(finding: RuleFinding) {
    this.start = finding.start;
    this.end = finding.end;
    this.rule = finding.rule;
    this.source = finding.source;
    this.severity = finding.severity;
    this.finding = finding;
  }

  full(): RuleFinding {
    return this.finding;
  }
}

/** The sketch of a finding that is made when it is asked for. */
export class LaterSketch implements Sketch {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly source: SourceFile;
  readonly severity: Severity;
  private readonly make: () => Finding;

  constructor(outline: Omit<Sketch, 'full'>, make: () => Finding) {
    this.start = outline.start;
    this.end = outline.end;
    this.rule = outline.rule;
    this.source = outline.source;
    this.severity = outline.severity;
    this.make = make;
  }

  full(): RuleFinding {
    return { ...this.make(), rule: this.rule, source: this.source };
  }
}

/** The same with a severity that the user wants. */
export const withSeverity = (sketch: Sketch, severity: Severity): Sketch =>
  sketch.severity === severity
    ? sketch
    : new LaterSketch({ ...outlineOf(sketch), severity }, () => ({ ...sketch.full(), severity }));

const outlineOf = ({ start, end, rule, source, severity }: Sketch): Omit<Sketch, 'full'> => ({
  start,
  end,
  rule,
  source,
  severity,
});

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** As many findings as are wanted, the gravest before the others; in source order. */
export function gravest(sketches: readonly Sketch[], most: number): readonly Sketch[] {
  if (sketches.length <= most) return sketches;
  const counts = [0, 0, 0, 0];
  for (const { severity } of sketches) counts[RANKS[severity]]! += 1;
  const left = counts.map((count, rank) =>
    Math.max(0, Math.min(count, most - counts.slice(0, rank).reduce((sum, each) => sum + each, 0))),
  );
  const chosen: Sketch[] = [];
  for (const sketch of sketches) {
    const rank = RANKS[sketch.severity];
    if (left[rank]! === 0) continue;
    left[rank]! -= 1;
    chosen.push(sketch);
    if (chosen.length === most) break;
  }
  return chosen;
}
