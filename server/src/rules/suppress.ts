import type { CommentNode, Node, UnitFile } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { SourceFile } from '../units/judged-file.ts';
import type { Severity } from '../values/value-type.ts';
import type { RuleFinding } from './judge.ts';

/** `# systemd-units: ignore rule-id other-rule`, `# systemd-units: ignore-file`. */
const DIRECTIVE = /^[#;]\s*systemd-units:\s*(ignore|ignore-file)(?:[\s:]+(.*))?$/;

/** The rules a comment keeps quiet, none named for all of them, and where; undefined for any other comment. */
export function suppressionIn(
  comment: string,
): { readonly ids: readonly string[]; readonly where: 'line' | 'file' } | undefined {
  const match = DIRECTIVE.exec(comment.trimEnd());
  if (!match) return undefined;
  const ids = (match[2] ?? '').split(/[\s,]+/).filter((id) => id !== '');
  return { ids, where: match[1] === 'ignore-file' ? 'file' : 'line' };
}

interface Suppression {
  readonly comment: CommentNode;
  /** Rule ids; undefined for every rule. */
  readonly ids: readonly string[] | undefined;
  /** What it covers. */
  readonly covers: Span;
}

/** What a user says of the severity of rules; a rule that is not named keeps its own. */
export type SeverityMap = Readonly<Record<string, Severity | 'off'>>;

/** Findings after suppression comments and the user's severities; comments that suppress nothing are told as hints. */
export function settle(
  findings: readonly RuleFinding[],
  source: SourceFile,
  severities: SeverityMap = {},
): RuleFinding[] {
  const suppressions = suppressionsOf(source.tree);
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const hit = finding.source === source && suppressions.find((candidate) => matches(candidate, finding));
    if (hit) used.add(hit);
    return !hit;
  });
  const unused = suppressions
    .filter((suppression) => !used.has(suppression))
    .map((item) => unusedFinding(item, source));
  return [...kept, ...unused].flatMap((finding) => {
    const own = Object.hasOwn(severities, finding.rule) ? severities[finding.rule]! : finding.severity;
    return own === 'off' ? [] : [{ ...finding, severity: own }];
  });
}

function matches({ ids, covers }: Suppression, { rule, start }: RuleFinding): boolean {
  return covers.start <= start && start < Math.max(covers.end, covers.start + 1) && (ids?.includes(rule) ?? true);
}

function suppressionsOf(tree: UnitFile): Suppression[] {
  const found: Suppression[] = [];
  if (!tree.text.includes('systemd-units:')) return found;
  for (const [i, node] of tree.nodes.entries()) {
    if (node.kind !== 'comment') continue;
    const read = suppressionIn(tree.text.slice(node.textSpan.start, node.textSpan.end));
    if (!read) continue;
    const { ids, where } = read;
    const covers = where === 'file' ? { start: 0, end: tree.text.length + 1 } : nextLine(tree.nodes, i);
    found.push({ comment: node, ids: ids.length > 0 ? ids : undefined, covers });
  }
  return found;
}

/** The next header, assignment or line that is neither. */
function nextLine(nodes: readonly Node[], from: number): Span {
  const next = nodes.slice(from + 1).find(({ kind }) => kind !== 'comment' && kind !== 'blank');
  return next?.span ?? { start: -1, end: -1 };
}

function unusedFinding({ comment, ids }: Suppression, source: SourceFile): RuleFinding {
  const what = ids ? ids.join(', ') : 'anything';
  return {
    ...comment.textSpan,
    rule: 'suppression-unused',
    source,
    severity: 'hint',
    message: `There is nothing here that ${what} would report: this comment suppresses nothing.`,
    fixes: [{ title: 'Remove the comment', edits: [{ ...comment.span, text: '' }], preferred: true }],
    tag: 'unnecessary',
  };
}
