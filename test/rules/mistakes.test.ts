import { describe, expect, test } from 'vitest';
import { applyEdits, quickFixes } from '../../server/src/features/code-actions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { judgeBeside, offered } from '../../server/src/features/sure-fixes.ts';
import { type Mistake, mistakes } from './mistakes.ts';

/** The oldest version there are facts of: what it takes, all take. */
const version = 252;

const all = mistakes();

test('the table has at least sixty mistakes, each once', () => {
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(({ name, manager, before }) => `${manager} ${name} ${before}`)).size).toBe(all.length);
});

function documentOf({ name, manager }: Mistake, text: string) {
  return createDocument(text, { path: `/etc/systemd/${manager}/${name}`, version });
}

describe('typical mistakes', () => {
  test.each(all.map((mistake) => [`${mistake.name}: ${mistake.before.replaceAll('\n', ' ')}`, mistake] as const))(
    '%s',
    (_, mistake) => {
      const { before } = mistake;
      const document = documentOf(mistake, before);
      const findings = diagnostics(document).filter(({ fixes = [] }) => fixes.length > 0);
      const fixes = offered(quickFixes(findings, { start: 0, end: before.length }), before, judgeBeside(document, {}));
      const [first] = fixes;
      expect(first && `${first.finding.rule}: ${first.finding.message}`).toBe(mistake.says);
      expect([first!.title, first!.preferred === true]).toEqual([mistake.title, mistake.isSafe]);
      expect(applyEdits(before, first!.edits)).toBe(mistake.after);
      const left = diagnostics(documentOf(mistake, mistake.after)).filter(({ severity }) => severity === 'error');
      expect(left).toEqual([]);
    },
  );
});
