import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { run } from './host.ts';

const schema = JSON.parse(readFileSync(new URL('generated/sarif-2.1.0.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
formats.default(ajv);
const isSarif = ajv.compile(schema);

const units = {
  'two words/ä#?.service': '[Service]\nExecStart=/bin/true\nRestrt=no\nRestart=\udc80\n[Nope]\n=\nx\n',
  'b.timer': '[Timer]\nOnCalendar=never\n[Install]\nWantedBy=timers.target\n',
  'a.socket': '',
};

test.each([
  ['many findings', units],
  ['none', { 'a.service': '[Service]\nExecStart=/bin/true\n' }],
])('%s make a log that fits the schema of SARIF 2.1.0', async (_, files) => {
  const { stdout } = await run(['check', '--format', 'sarif', '.'], files);
  expect(isSarif(JSON.parse(stdout)), JSON.stringify(isSarif.errors)).toBe(true);
});

test('the schema refuses what is not a log', () => {
  expect(isSarif({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
});
