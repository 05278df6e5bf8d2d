import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createDocument } from '../../server/src/features/document.ts';
import type { MachineKnowledge } from '../../server/src/features/machine-findings.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { accountsIn } from '../../server/src/units/user-database.ts';

/** A machine whose /bin is a link to /usr/bin. */
function machineWith(...programs: readonly string[]): MachineKnowledge {
  const all = new Set(programs.flatMap((path) => [path, path.replace(/^\/usr\/bin/, '/bin')]));
  return {
    program: (path) => (all.has(path) ? { type: 'file', executable: true } : 'missing'),
    users: accountsIn('root:x:0:0::/root:/bin/sh\napp:x:999:999:App:/srv/app/:/bin/false\n+nis\n'),
    groups: new Set(['root']),
  };
}

interface Asked {
  readonly path?: string;
  readonly machine?: MachineKnowledge;
}

/** The last sentence and the titles of the fixes of each finding of a rule. */
function remedies(rule: string, lines: string, { path = '/etc/systemd/system/a.service', machine }: Asked = {}) {
  const document = createDocument(`[Service]\n${lines}\n`, { path, version: NEWEST_VERSION });
  return diagnostics(document, { machine })
    .filter((finding) => finding.rule === rule)
    .map(({ message, fixes = [] }) => [
      /[^.]*(?:\.\S[^.]*)*\.$/.exec(message)![0].trim(),
      ...fixes.map(({ title }) => title),
    ]);
}

const machine = machineWith('/usr/bin/true', '/usr/bin/node');

describe('the home directory of User=', () => {
  test('of root, which every machine has', () => {
    expect(remedies('path-invalid', 'ExecStart=/usr/bin/true\nWorkingDirectory=~/app')).toEqual([
      ['In the home directory of root that is /root/app.', 'Change to /root/app'],
    ]);
  });

  test('of a user the machine lists, wherever it is written', () => {
    expect(
      remedies('path-invalid', 'ExecStart=/usr/bin/true\nWorkingDirectory=$HOME/x\nUser=app', { machine }),
    ).toEqual([['In the home directory of app that is /srv/app/x.', 'Change to /srv/app/x']]);
  });

  test.each([
    ['of a user nobody knows here', 'User=other', {}],
    ['of a user of DynamicUser=', 'DynamicUser=yes\nUser=app', { machine }],
    ['that depends on the instance', 'User=%i', { path: '/etc/systemd/system/a@.service', machine }],
    ['of a user that systemd does not take', 'User=a b:c', { machine }],
  ])('not %s', (_, lines, asked) => {
    const [[, ...titles] = []] = remedies(
      'path-invalid',
      `ExecStart=/usr/bin/true\n${lines}\nWorkingDirectory=~/x`,
      asked,
    );
    expect(titles).toEqual([]);
  });

  test('a unit of a user has a specifier for it', () => {
    const path = '/etc/systemd/user/a.service';
    const [found] = remedies('path-invalid', 'ExecStart=/usr/bin/true\nWorkingDirectory=~/x', { path, machine });
    expect(found).toEqual(['Write %h for your home directory.', 'Change to %h/x']);
  });
});

describe('a program in the folders that systemd searches', () => {
  test.each(['./node', 'bin/node', 'node_modules/.bin/node'])('of %s', (written) => {
    const [[said, first] = []] = remedies('exec-invalid', `ExecStart=${written} x.js`, { machine });
    expect([said, first]).toEqual(['There is /usr/bin/node.', 'Change to /usr/bin/node']);
  });

  test('in place of one that is missing', () => {
    const found = remedies('program-missing', 'ExecStart=/usr/local/bin/node x.js', { machine });
    expect(found).toEqual([['There is /usr/bin/node.', 'Change to /usr/bin/node']]);
  });

  test('a plain name is searched for by systemd itself', () => {
    expect(remedies('program-missing', 'ExecStart=node x.js', { machine })).toEqual([]);
    expect(remedies('exec-invalid', 'ExecStart=node x.js', { machine })).toEqual([]);
  });

  test('nothing is offered that is not there', () => {
    const [[, ...titles] = []] = remedies('exec-invalid', 'ExecStart=./other', { machine });
    expect(titles).toEqual([]);
  });
});
