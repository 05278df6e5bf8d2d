import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { repository, toldCommands } from '../package/docs-commands.ts';
import { systems } from './systems.ts';

const own = [...systems()].find(([, { root }]) => root === '')?.[0];

/** What each of the commands of CONTRIBUTING.md prints where it has somebody to ask. */
const SAYS: Readonly<Record<string, RegExp>> = {
  "node test/oracle/ask.mjs Service.Restart always alwys ''": /^"alwys"\twarning\n.*Failed to parse Restart=alwys/m,
  'node test/oracle/run.mjs --version 252 --parser config_parse_sec': /asked\s+all agree|no systemd 252/,
  'node test/oracle/ask-daemon.mjs journald.conf Journal.Storage auto foo': /^"auto"\tok\n"foo"\t<4>.*foo/m,
  'node test/oracle/ask-program.mjs network Network.DHCP yes': /^systemd \d+\n"yes"\t/m,
};

const asking = toldCommands().flatMap(({ path, line }) =>
  path === 'CONTRIBUTING.md' && /^node test\/oracle\/(ask|run)/.test(line) ? [line] : [],
);

test('every command that asks a program is asked here', () => expect(asking.sort()).toEqual(Object.keys(SAYS).sort()));

test.skipIf(own === undefined).each(asking)('%s (skipped where there is no systemd to ask)', (line) => {
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: repository, encoding: 'utf8', timeout: 100_000 });
  expect(stdout, stderr).toMatch(SAYS[line]!);
});
