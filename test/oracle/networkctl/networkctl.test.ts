import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commandLine } from '../../../client/src/systemd/command.ts';
import { linkReconfigure, linkStatus, listLinks, networkReload } from '../../../client/src/systemd/network-commands.ts';

const needs = ['/usr/lib/systemd/systemd-networkd', '/usr/bin/networkctl', '/usr/bin/dbus-daemon'];
const missing =
  process.getuid?.() === 0
    ? needs.filter((path) => !existsSync(path)).map((path) => `${path} is not installed`)[0]
    : 'namespaces of its own need root';

if (missing) {
  console.warn(`skipped: ${missing}`);
  test('a systemd-networkd of its own', (context) => context.skip(missing));
} else {
  const commands = [networkReload, listLinks, linkReconfigure('lo'), linkStatus(['l*']), linkStatus([])].map(
    commandLine,
  );
  const script = fileURLToPath(new URL('inside.sh', import.meta.url));
  const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const { stdout, stderr } = spawnSync('unshare', [...namespaces, script, ...commands], { encoding: 'utf8' });
  const answers = new Map(stdout.split(/^# /m).map((part) => [part.split('\n')[0], part]));

  test.each(commands)('systemd-networkd does what is asked: %s', (command) => {
    expect(answers.get(command) ?? stderr).toContain('exit 0');
  });

  test('a reload reads the files anew', () => {
    expect(answers.get(commandLine(listLinks))).toMatch(/ lo +loopback +\S+ +configur/);
    expect(answers.get('said')).toContain('10-lo.network');
  });

  test('a pattern names the links whose status is shown', () => {
    expect(answers.get(commandLine(linkStatus(['l*'])))).toContain('/run/systemd/network/10-lo.network');
  });

  test('of a key in a file that every user may read it remarks, as netdev-key-readable says, and not of another', () => {
    expect(answers.get('said')).toContain('30-shared.netdev has 0644 mode that is too permissive');
    expect(answers.get('said')).not.toContain('31-private.netdev has');
  });
}
