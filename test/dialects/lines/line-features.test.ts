import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/features/code-actions.ts';
import { createDocument, type Document } from '../../../server/src/features/document.ts';
import { featuresOf } from '../../../server/src/features/features-of.ts';
import { NEWEST_VERSION } from '../../../server/src/schema/versions.ts';
import { realManual, testEnvironment } from '../../features/environment.ts';
import { newest, skipReason } from '../../manual/real-pages.ts';

const TMPFILES = '/etc/tmpfiles.d/web.conf';
const SYSUSERS = '/etc/sysusers.d/web.conf';

/** The document and the offset of `|`. */
function at(path: string, marked: string): [Document, number] {
  const offset = marked.indexOf('|');
  return [createDocument(marked.replace('|', ''), { path, version: NEWEST_VERSION }), offset];
}

async function labels(path: string, marked: string): Promise<string[]> {
  const [document, offset] = at(path, marked);
  return (await featuresOf(document).completion(document, offset, testEnvironment())).map(({ label }) => label);
}

async function hovered(path: string, marked: string, environment = testEnvironment()): Promise<string | undefined> {
  const [document, offset] = at(path, marked);
  return (await featuresOf(document).hover(document, offset, environment))?.markdown;
}

function formatted(path: string, text: string): string {
  const document = createDocument(text, { path, version: NEWEST_VERSION });
  return applyEdits(text, featuresOf(document).format(document));
}

test.each([
  [TMPFILES, '|', 'd'],
  [TMPFILES, 'L|', 'L?'],
  [TMPFILES, 'd /run/web |', '0755'],
  [TMPFILES, 'd /run/web 0755 |', 'www-data'],
  [TMPFILES, 'd /run/web 0755 root |', 'video'],
  [TMPFILES, 'd /run/web 0755 root root |', '10d'],
  [TMPFILES, 'd /etc/|', '/etc/app.conf'],
  [TMPFILES, 'd %|', '%t'],
  [TMPFILES, 'h /run/web - - - - |', '+C'],
  [SYSUSERS, '|', 'u!'],
  [SYSUSERS, 'm www-data |', 'adm'],
  [SYSUSERS, 'u web - "Web" - |', '/usr/sbin/nologin'],
])('%s: "%s" offers %s', async (path, marked, label) => {
  expect(await labels(path, marked)).toContain(label);
});

test('comments offer nothing', async () => {
  expect(await labels(TMPFILES, '# d |')).toEqual([]);
});

test.each([
  [TMPFILES, 'd| /run/web', '**d** Create a directory, and clean it by age.'],
  [TMPFILES, 'L+|? /run/web', '- `?` only if what the link leads to exists'],
  [TMPFILES, 'd /run/web 07|55', '`rwxr-xr-x`'],
  [TMPFILES, 'd /run/web :07|55', 'Only new files get it.'],
  [
    TMPFILES,
    'd /run/web - - - ~b|M:10d',
    'What is inside is removed when it is older than 10d. What lies right inside is kept. What counts: creation of files, modification of directories.',
  ],
  [TMPFILES, 'd /run/web/%|t', '**%t** '],
  [TMPFILES, 'd /run/web 0755 roo|t', 'The user it belongs to'],
  [SYSUSERS, 'u!| web', 'the account is locked'],
  [SYSUSERS, 'r - 5|00-900', 'A number, or two with'],
])('%s: %s', async (path, marked, expected) => {
  expect(await hovered(path, marked)).toContain(expected);
});

describe.skipIf(newest === undefined)(`the manual${newest === undefined ? ` (${skipReason})` : ''}`, () => {
  const environment = testEnvironment({ manual: realManual() });
  test.each([
    [TMPFILES, '|d /run/web', 'Create a directory'],
    [TMPFILES, 'd /run/web 0|755', 'file access mode'],
    [TMPFILES, 'd /run/web - ro|ot', 'numeric ID or a user/group name'],
    [TMPFILES, 'd /run/web - - - 1|0d', 'older than the current time'],
    [TMPFILES, 'L /run/web - - - - /u|sr', 'destination path of the symlink'],
    [TMPFILES, '|X /run/web', 'only directory itself'],
    [SYSUSERS, '|m web adm', 'Add a user to a group'],
    [SYSUSERS, 'u w|eb', 'specifies the user or group name'],
    [SYSUSERS, 'u web - - /|a', 'home directory for a new system user'],
  ])('%s: %s', async (path, marked, expected) => {
    expect(await hovered(path, marked, environment)).toContain(expected);
  });
});

test.each([
  [TMPFILES, 'd /run/web |', 'Type Path Mode User Group Age Argument', 2],
  [TMPFILES, 'f /run/web - - - - a b|', 'Type Path Mode User Group Age Argument', 6],
  [SYSUSERS, 'm web| adm', 'Type Name Group GECOS Home Shell', 1],
])('signature of %s at "%s"', (path, marked, label, active) => {
  const [document, offset] = at(path, marked);
  expect(featuresOf(document).signatureHelp(document, offset)).toMatchObject({ label, active });
});

test('columns are set below each other, paragraph by paragraph', () => {
  expect(formatted(TMPFILES, ' d  /run/web 0755 root root -  -\n# c\nL+ /run/longer - -  - - a  b  \n\nd /x\n')).toBe(
    'd  /run/web    0755 root root - -\n# c\nL+ /run/longer -    -    -    - a  b\n\nd /x\n',
  );
  expect(formatted(SYSUSERS, 'u   web - "Web server"  /var/lib/web\t\ng others\n')).toBe(
    'u web - "Web server" /var/lib/web\ng others\n',
  );
});

test('an outline names the paths', () => {
  const document = createDocument('# c\n# d\nd /run/web 0755\n', { path: TMPFILES, version: NEWEST_VERSION });
  expect(
    featuresOf(document)
      .symbols(document)
      .map(({ name, detail }) => [name, detail]),
  ).toEqual([['/run/web', 'Create a directory, and clean it by age']]);
  expect(featuresOf(document).folds(document)).toEqual([{ startLine: 0, endLine: 1, kind: 'comment' }]);
});

describe('settings of the kernel', () => {
  const SYSCTL = '/etc/sysctl.d/web.conf';
  const folders: Readonly<Record<string, readonly string[]>> = {
    '/proc/sys/': ['kernel/', 'net/'],
    '/proc/sys/kernel/': ['sysrq', 'printk'],
    '/proc/sys/net/ipv4/conf/': ['all/', 'lan.7/'],
  };
  const files = {
    look: async () => undefined,
    list: async (folder: string, beginning: string) =>
      (folders[folder] ?? [])
        .filter((name) => name.startsWith(beginning))
        .map((name) => ({
          name: name.replace('/', ''),
          type: name.endsWith('/') ? ('directory' as const) : ('file' as const),
          executable: false,
        })),
    setting: async (path: string) => (path === '/proc/sys/kernel/printk' ? '4\t4\t1\t7\n' : undefined),
  };
  const environment = testEnvironment({ files });

  test.each([
    ['|', ['kernel.', 'net.']],
    ['kernel.|', ['kernel.sysrq', 'kernel.printk']],
    ['-kernel.s|', ['-kernel.sysrq']],
    ['kernel/s|', ['kernel/sysrq']],
    ['net.ipv4.conf.|', ['net.ipv4.conf.all.', 'net.ipv4.conf.lan/7.']],
    ['net/ipv4/conf/l|', ['net/ipv4/conf/lan.7/']],
    ['net.ipv4.conf.*.|', []],
    ['../../etc/|', []],
    ['kernel.sysrq = |', []],
  ])('%s offers %j', async (marked, expected) => {
    const [document, offset] = at(SYSCTL, marked);
    const items = await featuresOf(document).completion(document, offset, environment);
    expect(items.map(({ label }) => label)).toEqual(expected);
  });

  test('have their value in the hover, where it can be read', async () => {
    expect(await hovered(SYSCTL, 'kernel.pri|ntk = 3', environment)).toContain('On this machine it is `4 4 1 7` now.');
    for (const marked of ['kernel.sys|rq = 1', 'kernel.*|=1', '../../etc/pass|wd=1'])
      expect(await hovered(SYSCTL, marked, environment), marked).not.toContain('On this machine');
  });
});
