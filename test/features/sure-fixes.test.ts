import { describe, expect, test } from 'vitest';
import { quickFixes } from '../../server/src/features/code-actions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { judgeBeside, offered } from '../../server/src/features/sure-fixes.ts';
import { run } from '../cli/host.ts';

/** The texts of a unit (the first is its fragment) after `check --fix` of one of the files. */
async function afterFix(texts: Readonly<Record<string, string>>, path = Object.keys(texts)[0]!): Promise<string> {
  const { files } = await run(['check', '--fix', path], texts);
  return files[path]!;
}

/** What would change something that is in force, or uncover more: the file stays as it is. */
const unsure: Readonly<Record<string, string>> = {
  'a misplaced User= would run the service as root': '[Unit]\nUser=root\n[Service]\nExecStart=/bin/true\nUser=alice\n',
  'a misspelt User= would run the service as root': '[Service]\nExecStart=/bin/true\nUser=alice\nUsr=root\n',
  'a second command makes systemd refuse the unit': '[Unit]\nExecStart=/bin/false\n[Service]\nExecStart=/bin/true\n',
  'a second command of a oneshot runs as well':
    '[Unit]\nExecStart=/bin/false\n[Service]\nType=oneshot\nExecStart=/bin/true\n',
  'an empty ExecStart= resets the command': '[Service]\nExecStart=/bin/true\n[Install]\nExecStart=\n',
  'an empty misspelt key resets the list': '[Service]\nExecStart=/bin/true\nEnvironment=A=1\nEnviroment=\n',
  'a variable gets another value': '[Service]\nExecStart=/bin/true\nEnvironment=A=1\nEnviroment=A=2\n',
  'a filter takes more away':
    '[Service]\nExecStart=/bin/true\nSystemCallFilter=@system-service\nSystemCallFiltr=~@io-event\n',
  'a value mended wins over the one in force': '[Service]\nExecStart=/bin/true\nRestart=no\nRestart=alwys\n',
  'a type that has no place beside Restart=': '[Service]\nType=onshot\nExecStart=/bin/true\nRestart=always\n',
  'a second section of a misspelt name': '[Service]\nExecStart=/bin/true\nUser=alice\n[Servic]\nUser=root\n',
  'a header whose section has faults of its own': '[Servic]\nExecStart=/bin/true\nRestart=xyzzy\n',
  'a remark that is an argument': '[Service]\nExecStart=/bin/echo # hello\n',
  'a format that date gets as it is': '[Service]\nExecStart=/bin/sh -c "date +%%Y-%m"\n',
  'blanks after a backslash': '[Service]\nExecStart=/bin/echo a \\  \n  b\n',
  'a key with a colon, set already': '[Service]\nExecStart=/bin/true\nUser=alice\nUser: root\n',
  'a renamed key whose value has a fault': '[Unit]\nWant=a.service b\n[Service]\nExecStart=/bin/true\n',
};

const sure: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'a misplaced key that is set nowhere': [
    '[Unit]\nUser=alice\n[Service]\nExecStart=/bin/true\n',
    '[Unit]\n[Service]\nExecStart=/bin/true\nUser=alice\n',
  ],
  'a misspelt command where there is none': ['[Service]\nExecStrat=/bin/true\n', '[Service]\nExecStart=/bin/true\n'],
  'a unit that joins others': [
    '[Unit]\nAfter=a.target\nAftr=b.target\n[Service]\nExecStart=/bin/true\n',
    '[Unit]\nAfter=a.target\nAfter=b.target\n[Service]\nExecStart=/bin/true\n',
  ],
  'an entry that systemd ignored': [
    '[Unit]\nAfter=a.target sysinit\n[Service]\nExecStart=/bin/true\n',
    '[Unit]\nAfter=a.target sysinit.target\n[Service]\nExecStart=/bin/true\n',
  ],
  'what systemd reads as the same': [
    '[Service]\nExecStart=/bin/true\nStandardOutput=syslog\n',
    '[Service]\nExecStart=/bin/true\nStandardOutput=journal\n',
  ],
  'an old spelling': [
    '[Service]\nExecStart=/bin/true\nReadOnlyDirectories=/usr\n',
    '[Service]\nExecStart=/bin/true\nReadOnlyPaths=/usr\n',
  ],
  'one of two fixes is sure': [
    '[Unit]\nUser=root\n[Service]\nExecStart=/bin/true\nUser=alice\nRestrt=always\n',
    '[Unit]\nUser=root\n[Service]\nExecStart=/bin/true\nUser=alice\nRestart=always\n',
  ],
};

describe('check --fix leaves alone', () => {
  test.each(Object.entries(unsure))('%s', async (_, text) => {
    expect(await afterFix({ 'a.service': text })).toBe(text);
  });

  test('what a drop-in says otherwise', async () => {
    const fragment = '[Service]\nExecStart=/bin/true\nUser=root\n';
    const dropIn = '[Service]\nUsr=alice\n';
    const texts = { 'a.service': fragment, 'a.service.d/10.conf': dropIn };
    expect(await afterFix(texts, 'a.service.d/10.conf')).toBe(dropIn);
    const command = '[Service]\nExecStrat=/bin/false\n';
    const own = { 'b.service': command, 'b.service.d/10.conf': '[Service]\nExecStart=/bin/true\n' };
    expect(await afterFix(own)).toBe(command);
    const type = '[Service]\nExecStart=/bin/true\nType=onshot\n';
    expect(await afterFix({ 'c.service': type, 'c.service.d/10.conf': '[Service]\nRestart=always\n' })).toBe(type);
  });

  test('what a fragment that is not here may say', async () => {
    const dropIn = '[Unit]\nAftr=b.target\n[Service]\nUsr=alice\n';
    expect(await afterFix({ 'a.service.d/10.conf': dropIn })).toBe('[Unit]\nAfter=b.target\n[Service]\nUsr=alice\n');
  });
});

describe('check --fix mends', () => {
  test.each(Object.entries(sure))('%s', async (_, [before, after]) => {
    expect(await afterFix({ 'a.service': before })).toBe(after);
  });

  test('a drop-in that sets what is not set', async () => {
    const texts = { 'a.service': '[Service]\nExecStart=/bin/true\n', 'a.service.d/10.conf': '[Service]\nUsr=alice\n' };
    expect(await afterFix(texts, 'a.service.d/10.conf')).toBe('[Service]\nUser=alice\n');
  });
});

/** The fixes offered anywhere in the text, an asterisk after those that are preferred. */
function offers(text: string): string[] {
  const document = createDocument(text, { path: '/etc/systemd/system/a.service', version: 262 });
  const found = quickFixes(diagnostics(document), { start: 0, end: text.length });
  return offered(found, text, judgeBeside(document, {})).map(
    ({ title, preferred }) => `${title}${preferred ? ' *' : ''}`,
  );
}

describe('an editor', () => {
  test('is told of what is not sure that it may be tried', () => {
    expect(offers(unsure['a misplaced User= would run the service as root']!)).toEqual([
      'Move User= to [Service]',
      'Remove User=',
    ]);
  });

  test('is told of what is sure', () => {
    expect(offers('[Unit]\nUser=alice\n[Service]\nExecStart=/bin/true\n')).toEqual([
      'Move User= to [Service] *',
      'Remove User=',
    ]);
  });

  test('is not offered what systemd would refuse', () => {
    expect(offers(unsure['a second command makes systemd refuse the unit']!)).toEqual(['Remove ExecStart=']);
  });

  const judgementsOf = (text: string): number => {
    const document = createDocument(text, { path: '/etc/systemd/system/a.service', version: 262 });
    const judge = judgeBeside(document, {});
    let count = 0;
    offered(quickFixes(diagnostics(document), { start: 0, end: text.length }), text, (changed) => {
      count++;
      return judge(changed);
    });
    return count;
  };

  test('gets an answer for thousands of findings in as many judgements as for dozens', () => {
    const judgementsFor = (faults: number): number =>
      judgementsOf(`[Service]\nExecStart=/bin/true\nUser=alice\n${'Usr=root\n'.repeat(faults)}`);
    expect(judgementsFor(2000)).toBeLessThanOrEqual(judgementsFor(40));
  });

  test('judges a value of thousands of faults a few times only: each time all of it is read', () => {
    const judgementsFor = (faults: number): number => judgementsOf(`[Unit]\nAfter=${'network '.repeat(faults)}\n`);
    expect(judgementsFor(20)).toBe(21);
    expect(judgementsFor(2500)).toBeLessThan(8);
  });
});
