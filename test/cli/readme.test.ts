import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from './host.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');

test('the README shows what check prints', async () => {
  const files = { 'web.service': '[Service]\nExecStart=/usr/bin/web\n\nRestart=alwys\n' };
  const { stdout } = await run(['check', '--systemd-version', '262', 'web.service'], files);
  const [, shown = ''] = /^\$ systemd-units check web\.service\n([\s\S]*?)```$/m.exec(readme) ?? [];
  // Which machine it was, and how long it took, is another matter.
  const said = (text: string): string => text.trimEnd().replace(/ \(systemd .*\)$/, '');
  expect(said(shown)).toBe(said(stdout));
});

test('the README shows what several targets are told', async () => {
  const files = { 'web.service': '[Service]\nExecStart=/usr/bin/web\n\nMemoryZSwapMax=1G\n' };
  const { stdout } = await run(['check', '--targets', 'debian12,ubuntu24.04,rhel10', 'web.service'], files);
  const [, shown = ''] = /^\$ systemd-units check --targets .*\n([\s\S]*?)```$/m.exec(readme) ?? [];
  expect(shown).toBe(stdout.split('\n').slice(0, 3).join('\n').concat('\n'));
});

test('the README names every setting', () => {
  const { contributes } = JSON.parse(read('package.json'));
  const settings = [contributes.configuration].flat().flatMap(({ properties }) => Object.keys(properties));
  const isNamed = (setting: string): boolean =>
    readme.includes(`\`${setting}\``) || readme.includes(`\`….${setting.slice(setting.lastIndexOf('.') + 1)}\``);
  expect(settings.filter((setting) => !isNamed(setting) && setting !== 'systemdUnits.trace.server')).toEqual([]);
});
