// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is systemd's own spelling here
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import type { Environment } from '../../server/src/features/environment.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { readCursor } from '../lsp/cursor.ts';
import { testEnvironment } from './environment.ts';

process.env.TZ = 'Europe/Berlin';

/** The hover at `|`, and what it covers. */
async function at(path: string, marked: string, environment: Environment = testEnvironment(), version = 262) {
  const { text, offset } = readCursor(marked);
  const found = await hover(createDocument(text, { path, version }), offset, environment);
  return found && { covered: text.slice(found.start, found.end), markdown: found.markdown };
}

describe('values', () => {
  test.each([
    ['[Service]\nType=not|ify', 'notify', 'Started once it says READY=1.'],
    ['[Service]\nTimeoutStopSec=1h 3|0', '1h 30', '1h 30s = 3,630 seconds. A number without unit counts seconds.'],
    ['[Service]\nUMask=002|7', '0027', 'Files rw-r-----, directories rwxr-x---.'],
    ['[Service]\nKillSignal=SIG|INT', 'SIGINT', 'number 2: interrupt, Ctrl+C. A program that does not handle it ends.'],
    ['[Service]\nSuccessExitStatus=0 SIGK|ILL', 'SIGKILL', 'cannot handle this signal'],
    ['[Service]\nRestartForceExitStatus=2 DATA|ERR', 'DATAERR', '65'],
    ['[Service]\nSystemCallErrorNumber=EP|ERM', 'EPERM', 'error 1: not permitted'],
    ['[Service]\nCapabilityBoundingSet=CAP_CHOWN CAP_NET_B|IND_SERVICE', 'CAP_NET_BIND_SERVICE', '1024'],
    ['[Service]\nRestrictAddressFamilies=AF_UNIX AF_IN|ET6', 'AF_INET6', 'IPv6'],
    ['[Service]\nSystemCallFilter=~@cl|ock', '@clock', 'setting the clock'],
    ['[Service]\nMemoryMax=1|G', '1G', '1,073,741,824'],
    ['[Service]\nLimitNOFILE=1024:40|96', '4096', 'Hard limit: 4,096.'],
    ['[Service]\nSyslogLevel=de|bug', 'debug', ''],
    ['[Service]\nPrivateTmp=y|es', 'yes', ''],
    ['[Service]\nExecStart=-|/usr/bin/python3', '-', 'a failure counts as success'],
    ['[Service]\nExecStart=/usr/bin/pyth|on3 -m x', '/usr/bin/python3', '`/usr/bin/python3` is a program.'],
    ['[Service]\nExecStart=/usr/bin/no|tes', '/usr/bin/notes', 'not executable: the command would fail with 203/EXEC'],
    ['[Service]\nExecStart=/opt/no|ne', '/opt/none', 'does not exist here'],
    ['[Service]\nReadOnlyPaths=/var /e|tc', '/etc', 'is a folder'],
    ['[Service]\nUser=www-d|ata', 'www-data', 'a user of this machine'],
    ['[Service]\nUser=no|body2', 'nobody2', '217/USER'],
    ['[Service]\nSupplementaryGroups=adm vi|deo', 'video', 'a group of this machine'],
    ['[Service]\nExecStop=/bin/kill $MAIN|PID', '$MAINPID', 'split at blanks'],
    ['[Service]\nExecStop=/bin/kill ${MAIN|PID}', '${MAINPID}', 'one argument'],
    ['[Service]\nExecStart=/bin/echo $|$x', '$$', 'a single dollar sign'],
    ['[Service]\nExecStart=/bin/echo %|n', '%n', 'here `web@1.service`'],
    ['[Service]\nExecStart=/bin/echo %|i', '%i', 'here `1`'],
    ['[Service]\nExecStart=/bin/echo 100%|%', '%%', 'a single percent sign'],
    ['[Unit]\nDocumentation=https://x.org man:xy|z(1)', 'man:xyz(1)', 'not installed here'],
    ['[Unit]\nConditionPathExists=!|/etc/app.conf', '!', 'holds when the rest does not'],
    ['[Unit]\nAfter=a.service \\\n  network.tar|get', 'network.target', 'nothing is said of a connection'],
    ['[Unit]\nAfter=gone.ser|vice', 'gone.service', 'Not found in this workspace'],
  ])('%j', async (marked, covered, expected) => {
    const found = await at('/etc/systemd/system/web@1.service', marked);
    expect(found?.covered).toBe(covered);
    expect(found?.markdown).toContain(expected);
  });

  test('an instance is not known in a template', async () => {
    const found = await at('/w/web@.service', '[Service]\nExecStart=/bin/echo %|i');
    expect(found?.markdown).toBe('`%i`: instance name.');
  });

  test('a file that is not a unit has no hovers', async () => {
    expect(await at('/w/notes.txt', 'some| text')).toBeUndefined();
  });
});

describe('calendar events', () => {
  test('in words, in normal form, and when next, across a change of clocks', async () => {
    const found = await at('/w/a.timer', '[Timer]\nOnCalendar=Mon..Fri 04:|00\n');
    expect(found?.covered).toBe('Mon..Fri 04:00');
    expect(found?.markdown).toContain('Every Monday to Friday at 04:00:00.');
    expect(found?.markdown).toContain('Normal form: `Mon..Fri *-*-* 04:00:00`');
    expect(found?.markdown).toContain('Mon 2026-03-02 04:00:00 CET   15h left         2026-03-02 03:00:00 UTC\n');
    expect(found?.markdown.match(/left /g)).toHaveLength(5);
  });
  test('one that is over', async () => {
    expect((await at('/w/a.timer', '[Timer]\nOnCalendar=2001-01-|01\n'))?.markdown).toContain('Never elapses again.');
  });
});

describe('units', () => {
  test('description, path, and who pulls them in', async () => {
    const environment = testEnvironment();
    environment.units.add('/etc/systemd/system/db.service', 'machine');
    environment.units.setText('/etc/systemd/system/db.service', '[Unit]\nDescription=The *database*\n[Service]\n');
    environment.units.add('/etc/systemd/system/multi-user.target.wants/db.service', 'machine');
    const found = await at('/w/a.service', '[Unit]\nAfter=d|b.service\n', environment);
    expect(found?.markdown).toContain('The \\*database\\*');
    expect(found?.markdown).toContain('`/etc/systemd/system/db.service`');
    expect(found?.markdown).toContain('Pulled in by `multi-user.target`.');
  });
});

describe('directives', () => {
  test('words, how often, and what became of it', async () => {
    const restart = await at('/w/a.service', '[Service]\nRest|art=no');
    expect(restart?.covered).toBe('Restart');
    expect(restart?.markdown).toMatch(/^\*\*Restart=\*\* · `\[Service\]` · `no` \| `on-success`/);
    expect(restart?.markdown).toContain('The last assignment wins.');
    expect(restart?.markdown).toContain('- `always`: whatever ended it');
    const after = await at('/w/a.service', '[Unit]\nAf|ter=');
    expect(after?.markdown).toContain('several assignments add up');
    const old = await at('/w/a.service', '[Service]\nMemory|Limit=1G', testEnvironment(), 252);
    expect(old?.markdown).toContain('`MemoryMax=` took its place.');
    const renamed = await at('/w/a.service', '[Unit]\nBind|To=a.service');
    expect(renamed?.markdown).toContain('Old spelling of `BindsTo=` in [Unit].');
  });
});
