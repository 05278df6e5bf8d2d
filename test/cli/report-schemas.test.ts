import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { run } from './host.ts';

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);

const schema = (name: string): string => readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8');

/** Everything that is hard to write in JSON or XML: quotes, angle brackets, controls, halves of pairs, names with blanks. */
const units = {
  'two words/ä&<"\'>.service':
    '[Service]\nExecStart=/bin/true\nRestrt=no\nRestart=\ud83d\ude00\ufffe\x1b]]>\n[No<pe>]\n=\nx\n',
  'b.timer': '[Timer]\nOnCalendar=never\n[Install]\nWantedBy=timers.target\n',
  'a.socket': '',
  'clean.service': '[Service]\nExecStart=/bin/true\n',
};
const none = { 'a.service': '[Service]\nExecStart=/bin/true\n' };
const cases = [
  ['many findings', units],
  ['none', none],
] as const;

const report = async (format: string, files: Record<string, string>, ...args: string[]): Promise<string> =>
  (await run(['check', '--systemd-version', '257', '--format', format, ...args, '.'], files)).stdout;

describe.each(['junit', 'checkstyle'])('%s', (format) => {
  const valid = async (contents: string) =>
    validateXML({ xml: { fileName: 'report.xml', contents }, schema: schema(`${format}.xsd`) });

  test.each(cases)('%s make a report that fits its schema', async (_, files) => {
    const { errors } = await valid(await report(format, files));
    expect(errors).toEqual([]);
  });

  test('the schema refuses what is not a report', async () => {
    const text = await report(format, units);
    for (const wrong of [text.replace(/ name="[^"]*"/g, ''), text.replace(/line="\d+"|failures="\d+"/, '$&x="1"')])
      expect((await valid(wrong)).valid).toBe(false);
  });
});

describe.each(['rdjson', 'gitlab'])('%s', (format) => {
  const fits = ajv.compile(JSON.parse(schema(`${format}.schema.json`)));

  test.each(cases)('%s make a report that fits its schema', async (_, files) => {
    expect(fits(JSON.parse(await report(format, files))), JSON.stringify(fits.errors)).toBe(true);
  });

  test('the schema refuses what is not a report', async () => {
    const text = await report(format, units);
    expect(fits(JSON.parse(text.replaceAll('"message"', '"text"').replaceAll('"description"', '"text"')))).toBe(false);
  });
});

describe('what the reports say', () => {
  const files = {
    'a.service': '[Service]\nExecStart=/bin/sleep 5 # wait\nRestrt=no\n',
    'b.service': none['a.service'],
  };

  test('junit: a test fails for what makes the check fail, remarks are output', async () => {
    const strict = await report('junit', files, '--fail-on', 'info');
    expect(strict).toMatch(/<testsuites name="systemd-units" tests="3" failures="2" errors="0"/);
    const usual = await report('junit', files);
    expect(usual).toMatch(/<testsuites name="systemd-units" tests="2" failures="1" errors="0"/);
    expect(usual).toContain('<testcase name="directive-unknown (3:1)" classname="a.service">');
    expect(usual).toContain('<testcase name="check" classname="b.service"/>');
    const lenient = await report('junit', files, '--fail-on', 'error');
    expect(lenient).toMatch(/<system-out>a\.service:2:24: info: [^<]*\[trailing-comment\]\na\.service:3:1: warning: /);
  });

  test('checkstyle: a file with its findings, and those without', async () => {
    const text = await report('checkstyle', files);
    expect(text).toContain('<file name="a.service">\n    <error line="2" column="24" severity="info" message="');
    expect(text).toContain('source="systemd-units.directive-unknown"/>');
    expect(text).toContain('<file name="b.service">\n  </file>');
  });

  test('rdjson: columns are bytes, and a sure fix is a suggestion', async () => {
    const text = await report('rdjson', {
      'a.service': '[Service]\nExecStart=/bin/ä😀 5 # wait\nRestrt=no\n',
    });
    const { diagnostics } = JSON.parse(text);
    const by = (code: string) => diagnostics.find((each: { code: { value: string } }) => each.code.value === code);
    expect(by('trailing-comment').location.range).toEqual({
      start: { line: 2, column: 25 },
      end: { line: 2, column: 31 },
    });
    expect(by('directive-unknown')).toMatchObject({
      severity: 'WARNING',
      suggestions: [{ range: { start: { line: 3, column: 1 }, end: { line: 3, column: 7 } }, text: 'Restart' }],
    });
  });
});
