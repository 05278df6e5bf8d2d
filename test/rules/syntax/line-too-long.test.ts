import { expect, test } from 'vitest';
import { findingsOf } from '../rule-test.ts';

const line = (length: number): string => `[Service]\nExecStart=/bin/true\nEnvironment=A=${'x'.repeat(length)}\n`;

test('a line of more than 1 MiB is refused', () => {
  expect(findingsOf('line-too-long', line(1024 * 1024)).map(({ severity }) => severity)).toEqual(['error']);
});

test('a line just below passes', () => {
  expect(findingsOf('line-too-long', line(1024 * 1024 - 100))).toEqual([]);
});
