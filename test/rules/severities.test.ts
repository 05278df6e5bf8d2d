import { expect, test } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createDocument } from '../../server/src/features/document.ts';
import type { SeverityMap } from '../../server/src/features/suppressions/apply-suppressions.ts';

const text = '[Service]\nExecStart=/bin/true\nFoo=1\n=x\n';

function severities(map: SeverityMap): string[] {
  const document = createDocument(text, { path: '/etc/systemd/system/a.service', version: 262 });
  return diagnostics(document, {}, map).map(({ rule, severity }) => `${rule} ${severity}`);
}

test('a rule that is not named keeps its severity', () => {
  expect(severities({})).toEqual(['directive-unknown warning', 'missing-key warning']);
});

test('a rule takes the severity it is given', () => {
  expect(severities({ 'directive-unknown': 'error' })).toEqual(['directive-unknown error', 'missing-key warning']);
});

test('a rule can be off', () => {
  expect(severities({ 'missing-key': 'off' })).toEqual(['directive-unknown warning']);
});
