import type { FilesAmong } from '../../engine/dialect.ts';
import { readAmong } from '../../engine/lines/files-that-count.ts';
import type { JudgedLines, LineFinding, PlacedLine } from '../../engine/lines/line-dialect.ts';
import { isTemplate, parseUnitName, templateOf, type UnitName } from '../../schema/unit-name.ts';
import { isCovered, matchesGlob } from '../../text/glob-cover.ts';
import { memoizeList } from '../../text/memoize.ts';
import { LINE_RULES, quotedText } from '../lines/problems.ts';

/** A line of a preset that counts. */
export interface PresetRule {
  readonly action: 'enable' | 'disable' | 'ignore';
  /** The name of a unit, or a pattern. */
  readonly pattern: string;
  /** Of a template those that are enabled; none where the line has none. */
  readonly instances: readonly string[];
  readonly file: JudgedLines;
  readonly placed: PlacedLine;
  /** 1-based. */
  readonly line: number;
  /** Where the pattern stands, from the line's start. */
  readonly start: number;
  readonly end: number;
}

/** The lines of a file that say something; `read_presets()` of src/shared/install.c. */
export const presetRules = memoizeList((file: JudgedLines): PresetRule[] =>
  file.lines.flatMap((placed, index): PresetRule[] => {
    const { content, problems } = placed.line;
    const [action, unit, ...rest] = content.fields;
    if (content.kind !== 'entry' || !action || !unit || problems.some(({ severity }) => severity !== 'info')) return [];
    const { start } = unit;
    const common = { file, placed, line: index + 1, action: action.text as PresetRule['action'], start };
    if (action.text === 'enable')
      return [{ ...common, pattern: unit.text, instances: rest.map(({ text }) => text), end: unit.end }];
    // The other two take all that stands behind them as one pattern.
    const { end } = content.fields.at(-1)!;
    return [{ ...common, pattern: placed.line.text.slice(start, end), instances: [], end }];
  }),
);

/** A backslash is a character like any other: FNM_NOESCAPE. */
const asGlob = (pattern: string): string => pattern.replaceAll('\\', '\\\\');

const isPattern = (pattern: string): boolean => /[*?[]/.test(pattern);

/** Whether a line says what becomes of a unit; undefined where that is not certain. `query_presets()` of src/shared/install.c. */
export function fitsUnit({ pattern, instances }: PresetRule, name: UnitName): boolean | undefined {
  const isOfTemplate = instances.length > 0 && name.instance !== undefined && pattern === templateOf(name);
  if (isOfTemplate && (isTemplate(name) || instances.includes(name.instance!))) return true;
  return isPattern(pattern) ? matchesGlob(asGlob(pattern), name.text) : pattern === name.text;
}

/** The line that says what becomes of a unit: the first that fits. `unsure` where one before it may fit as well. */
export function decidingRule(rules: readonly PresetRule[], name: UnitName): PresetRule | 'unsure' | undefined {
  for (const rule of rules) {
    const fits = fitsUnit(rule, name);
    if (fits === undefined) return 'unsure';
    if (fits) return rule;
  }
  return undefined;
}

/** Patterns that are kept, and how often a pattern is compared with another at a time: more nobody writes, and each takes a while. */
const MOST_PATTERNS = 200;
const MOST_COMPARED = 400;

/** What every text begins with that a pattern fits. */
const beginningOf = (pattern: string): string => /^[^*?[]*/.exec(pattern)![0];

/** Lines that never say what becomes of a unit, as an earlier one fits all that they fit. */
export function undecidingRules(file: JudgedLines, among: FilesAmong | undefined): LineFinding[] {
  const { files } = readAmong(file, among);
  const earlierRules: EarlierRules = { names: new Map(), patterns: [], left: MOST_COMPARED };
  const { names, patterns } = earlierRules;
  const found: LineFinding[] = [];
  for (const rule of files.slice(0, files.indexOf(file) + 1).flatMap(presetRules)) {
    const earlier = rule.file === file ? earlierOf(rule, earlierRules) : undefined;
    if (earlier) found.push(neverDecides(rule, earlier));
    else if (rule.instances.length > 0) continue;
    else if (!isPattern(rule.pattern)) names.set(rule.pattern, rule);
    else if (patterns.length < MOST_PATTERNS) patterns.push(rule);
  }
  return found;
}

interface EarlierRules {
  /** By name. */
  readonly names: Map<string, PresetRule>;
  readonly patterns: PresetRule[];
  /** How often patterns are still compared. */
  left: number;
}

function earlierOf({ pattern, instances }: PresetRule, earlier: EarlierRules): PresetRule | undefined {
  const { names, patterns } = earlier;
  // Of a template a line decides for its instances as well.
  const inner = instances.length > 0 ? pattern.replace('@.', '@*.') : pattern;
  const beginning = beginningOf(inner);
  const isOf = (outer: PresetRule): boolean => {
    if (outer.pattern === '*') return true;
    if (!beginning.startsWith(beginningOf(outer.pattern)) || earlier.left <= 0) return false;
    earlier.left -= 1;
    return isPattern(inner)
      ? isCovered({ positive: [asGlob(inner)], negative: [] }, { positive: [asGlob(outer.pattern)], negative: [] })
      : matchesGlob(asGlob(outer.pattern), inner) === true;
  };
  return (isPattern(inner) ? undefined : names.get(inner)) ?? patterns.find(isOf);
}

function neverDecides(rule: PresetRule, earlier: PresetRule): LineFinding {
  const { placed, file } = rule;
  const { source } = earlier.file;
  const { start, line } = earlier.placed;
  const where = earlier.file === file ? '' : ` of ${source.path}`;
  return {
    start: placed.start + rule.start,
    end: placed.start + rule.end,
    rule: LINE_RULES.overridden,
    severity: 'info',
    message: `Line ${earlier.line}${where} fits ${quotedText(rule.pattern)} as well; the first line that fits decides, so this one never does.`,
    related: [{ start, end: start + line.text.length, source, message: 'This line decides.' }],
    tag: 'unnecessary',
  };
}

/** A name by itself that stands for one unit, not a pattern for many. */
export const namesOneUnit = ({ pattern }: PresetRule): boolean =>
  !isPattern(pattern) && parseUnitName(pattern) !== undefined;
