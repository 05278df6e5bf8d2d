import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { ownSectionOf, unitKinds } from '../../server/src/schema/kinds.ts';
import { readCursor } from '../lsp/cursor.ts';
import { newest, skipReason } from '../manual/real-pages.ts';
import { realManual, testEnvironment } from './environment.ts';

/** The hover at `|`, and what it covers. */
async function at(path: string, marked: string, version = 262, withManual = true) {
  const { text, offset } = readCursor(marked);
  const document = createDocument(text, { path, version });
  const found = await hover(document, offset, testEnvironment(withManual ? { manual: realManual() } : {}));
  return found && { covered: text.slice(found.start, found.end), markdown: found.markdown };
}

/** Where a newcomer may point, what is then covered, and what is said first. */
const places: readonly (readonly [what: string, path: string, marked: string, covered: string, said: string])[] = [
  ['the equals sign', '/w/a.service', '[Service]\nType|=notify\n', 'Type', '**Type=**'],
  ['the end of a key', '/w/a.service', '[Service]\nType  |=notify\n', 'Type', '**Type=**'],
  [
    'a continued line',
    '/w/a.service',
    '[Unit]\nAfter=a.service \\\n  network.tar|get \\\n  b.service\n',
    'network.target',
    '**`network.target`**',
  ],
  [
    'behind a comment in a continuation',
    '/w/a.service',
    '[Service]\nSystemCallFilter=@system-service \\\n# why\n  @mou|nt\n',
    '@mount',
    '',
  ],
  ['a quoted word', '/w/a.service', '[Service]\nReadWritePaths="/var" "/e|tc"\n', '"/etc"', '`/etc` is a folder.'],
  ['a drop-in', '/etc/systemd/system/a.service.d/10.conf', '[Service]\nRestart=on-fail|ure\n', 'on-failure', ''],
  ['a drop-in for a whole kind', '/etc/systemd/system/service.d/10.conf', '[Service]\nNice=1|0\n', '10', 'Gives way'],
  [
    'a unit of a user',
    '/home/me/.config/systemd/user/a.service',
    '[Service]\nStateDirectory=no|tes\n',
    'notes',
    '`$XDG_STATE_HOME/notes`',
  ],
  ['a template', '/w/a@.service', '[Unit]\nBindsTo=b@|%i.service\n', '%i', '`%i`: instance name'],
  ['an instance', '/w/a@one.service', '[Unit]\nBindsTo=b|@%i.service\n', 'b@%i.service', '**`b@one.service`**'],
  [
    'a misspelt key',
    '/w/a.service',
    '[Service]\nExecStrat|=/bin/true\n',
    'ExecStrat',
    'Unknown directive `ExecStrat=`. Did you mean `ExecStart=`?\n\n**ExecStart=**',
  ],
  [
    'a key of another section',
    '/w/a.service',
    '[Unit]\nRest|art=always\n',
    'Restart',
    '`Restart=` belongs in [Service]; systemd ignores it in [Unit].\n\n**Restart=**',
  ],
  [
    'a key of another kind of unit',
    '/w/a.timer',
    '[Service]\nRest|art=always\n',
    'Restart',
    'A timer unit has no section [Service]; systemd ignores it.',
  ],
  ['a key for others', '/w/a.service', '[Service]\nX-Mi|ne=1\n', 'X-Mine', 'Names that begin with `X-`'],
  [
    'a section of another kind',
    '/w/a.service',
    '[Soc|ket]\n',
    'Socket',
    '**[Socket]**\n\nA service unit has no such section; systemd ignores it. It belongs in a socket unit.',
  ],
  [
    'a misspelt section',
    '/w/a.service',
    '[Servce|]\n',
    'Servce',
    '**[Servce]**\n\nA service unit has no such section; systemd ignores it. Did you mean [Service]?',
  ],
  ['a section for others', '/w/a.service', '[X-M|ine]\n', 'X-Mine', '**[X-Mine]**\n\nSections that begin with `X-`'],
  [
    'a comment that keeps a rule quiet',
    '/w/a.service',
    '# systemd-units: ig|nore value-invalid\n[Service]\n',
    '# systemd-units: ignore value-invalid',
    'Not reported of the next line:\n- `value-invalid`:',
  ],
  [
    'a comment that keeps all quiet',
    '/w/a.service',
    '[Service]\n# systemd-units: ignore-|file\n',
    '# systemd-units: ignore-file',
    'Nothing is reported anywhere in this file.',
  ],
];

describe('places', () => {
  test.each(places)('%s', async (_what, path, marked, covered, said) => {
    const found = await at(path, marked);
    expect(found?.covered).toBe(covered);
    expect(found?.markdown.startsWith(said) ? said : found?.markdown).toBe(said);
  });

  test.each([
    ['a comment', '# any thi|ng\n[Service]\n'],
    ['a comment in a continuation', '[Unit]\nAfter=a.service \\\n# any thi|ng\n  b.service\n'],
    ['a blank line', '[Unit]\n|\n[Service]\n'],
    ['a key like no other', '[Service]\nQuiteDifferent|=1\n'],
    ['a description', '[Unit]\nDescription=My ser|vice\n'],
  ])('nothing is said of %s', async (_what, marked) => {
    expect(await at('/w/a.service', marked)).toBeUndefined();
  });

  test('a directive newer than the target says so', async () => {
    const found = await at('/w/a.service', '[Service]\nRestart|Steps=3\n', 252);
    expect(found?.markdown).toContain('The target is systemd 252, which does not support it.');
  });

  test.each(unitKinds)('each section of a %s has its purpose told', async (kind) => {
    for (const section of ['Unit', 'Install', ownSectionOf(kind)]) {
      const found = await at(`/w/a.${kind}`, `[${section}|]\n`, 262, false);
      expect(found?.markdown).toMatch(/^\*\*\[\w+\]\*\*\n\n[A-Z].*\.$/);
    }
  });
});

describe.skipIf(newest === undefined)(`with the manual${newest ? '' : ` (${skipReason})`}`, () => {
  test('our words on a value come first, the manual on its directive below, and all fits a screen', async () => {
    const found = await at('/w/a.service', '[Service]\nTasksMax=40|00\n');
    expect(found?.markdown).toMatch(/^At most 4,000 processes and threads; it cannot make more\.\n\n---\n/);
    expect(found?.markdown).toContain('systemd.resource-control(5)');
    expect(found!.markdown.length).toBeLessThan(3000);
  });

  test('a limit has its own row of the table', async () => {
    const found = await at('/w/a.service', '[Service]\nLimit|NOFILE=1024\n');
    expect(found?.markdown).toContain('Number of File Descriptors');
    expect(found?.markdown).not.toContain('Defaults to unlimited');
  });
});
