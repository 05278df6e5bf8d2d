import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { RuleFinding } from '../../rules/lazy-finding.ts';
import type { LineIndex } from '../../text/line-index.ts';
import type { Severity } from '../../values/value-type.ts';
import { type ClientPlaces, toRange } from './places.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Where the other places are that a finding speaks of. */
export interface OtherFiles extends Pick<ClientPlaces, 'uris'> {
  linesOf(path: string): LineIndex | undefined;
}

export function toDiagnostic(lines: LineIndex, finding: RuleFinding, { uris, linesOf }: OtherFiles): Diagnostic {
  const related = (finding.related ?? []).flatMap(({ source, message, ...span }) => {
    const there = source === finding.source ? lines : linesOf(source.path);
    return there ? [{ location: { uri: uris.toUri(source.path), range: toRange(there, span) }, message }] : [];
  });
  return {
    range: toRange(lines, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: 'systemd',
    message: finding.message,
    ...(finding.tag ? { tags: [TAGS[finding.tag]] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}
