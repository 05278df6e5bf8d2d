import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const CONFIG = '/.systemd-units.json';

const check = (config: unknown, args: readonly string[] = ['a.service']) =>
  run(['check', '--format', 'json', ...args], { 'a.service': BAD, [CONFIG]: JSON.stringify(config) });

const schema = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'));
const fits = new Ajv({ allowUnionTypes: true }).compile(schema);

describe('.systemd-units.json', () => {
  test('gives rules another severity', async () => {
    const { status, stdout } = await check({ rules: { 'directive-unknown': 'hint' } });
    expect([status, JSON.parse(stdout)[0].severity]).toEqual([0, 'hint']);
  });

  test('switches rules off', async () => {
    expect(await check({ rules: { 'directive-unknown': 'off' } })).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  test('names what is checked when nothing else does', async () => {
    const { stdout } = await check({ paths: ['a.service'] }, []);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  test.each([252, '252'])('sets the version: %j', async (systemdVersion) => {
    const unit = '[Service]\nExecStart=/bin/true\nRestart=always\nRestartMode=direct\n';
    const files = { 'a.service': unit, [CONFIG]: JSON.stringify({ systemdVersion }) };
    const codes = ({ stdout }: { stdout: string }) => JSON.parse(stdout).map(({ code }: { code: string }) => code);
    expect(codes(await run(['check', '--format', 'json', 'a.service'], files))).toEqual(['directive-too-new']);
    expect(codes(await run(['check', '--format', 'json', '--no-config', 'a.service'], files))).toEqual([]);
    const told = await run(['check', '--format', 'json', '--systemd-version', '262', 'a.service'], files);
    expect(codes(told)).toEqual([]);
  });

  test('another file may be named', async () => {
    const files = { 'a.service': BAD, 'ci/units.json': '{"rules":{"directive-unknown":"off"}}' };
    expect(await run(['check', '--config', 'ci/units.json', '-q', 'a.service'], files)).toMatchObject({ status: 0 });
  });

  const wrong = [
    [{ rule: {} }, 'there is no setting "rule"; did you mean rules?'],
    [{ rules: { 'no-such-rule': 'off' } }, '"rules" names "no-such-rule", which is not a rule; '],
    [
      { rules: { quoting: 'fatal' } },
      '"rules" gives quoting the severity "fatal"; it takes error, warning, info, hint or off',
    ],
    [{ systemdVersion: 'new' }, '"systemdVersion" takes "auto" or a number such as 257'],
    [{ manager: 'me' }, '"manager" takes auto, system or user'],
    [{ paths: 'units' }, '"paths" takes a list of texts'],
    [[], 'takes an object'],
  ] as const;

  test.each(wrong)('%j is refused, here and by the schema', async (config, message) => {
    const { status, stderr } = await check(config);
    expect(status).toBe(2);
    expect(stderr).toContain(`${CONFIG}: ${message}`);
    expect(fits(config)).toBe(false);
  });

  test('what is accepted fits the schema as well', async () => {
    const config = {
      $schema: 'x',
      systemdVersion: 'auto',
      manager: 'user',
      rules: { quoting: 'off' },
      unitPaths: ['/srv/units'],
      paths: ['a.service'],
    };
    expect((await check(config)).status).toBe(1);
    expect(fits(config), JSON.stringify(fits.errors)).toBe(true);
  });
});
