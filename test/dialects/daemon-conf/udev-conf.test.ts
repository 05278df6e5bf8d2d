import { describe, expect, test } from 'vitest';
import { configurationCalled, loadOrder } from '../../../server/src/dialects/daemon-conf/configuration-files.ts';
import { completion } from '../../../server/src/features/completion/index.ts';
import { createDocument } from '../../../server/src/features/document.ts';
import { hover } from '../../../server/src/features/hover/index.ts';
import { effectiveConfiguration } from '../../../server/src/features/lenses/effective-unit.ts';
import { tokenGroups } from '../../../server/src/features/semantic-tokens.ts';
import { documentSymbols } from '../../../server/src/features/symbols.ts';
import { checkText } from '../../../server/src/service/check.ts';
import { testEnvironment } from '../../features/environment.ts';
import { readCursor } from '../../lsp/cursor.ts';
import { applied } from '../../rules/rule-test.ts';

const PATH = '/etc/udev/udev.conf';
const at = (text: string, version = 262) => createDocument(text, { path: PATH, version });
const messages = (text: string, version = 262): string[] =>
  checkText(text, { path: PATH, version }).map(({ severity, message }) => `${severity}: ${message}`);

describe('assignments stand before any header', () => {
  test.each([
    '# see udev.conf(5)\nudev_log=debug\nchildren_max=10\nexec_delay=1s\n',
    'event_timeout=3min\ntimeout_signal=SIGTERM\nresolve_names=never\n',
    'X-Ours=1\n[Foo]\n[X-Ours]\nX-Key=1\n',
  ])('%j is as it should be', (text) => {
    expect(messages(text)).toEqual([]);
  });

  test.each([
    ['udev_log=bogus\n', 'warning: Unknown value "bogus" for udev_log=; systemd ignores this line.'],
    ['udev_lag=info\n', 'warning: Unknown directive udev_lag= in udev.conf; systemd ignores this line.'],
    ['udev_log\n', 'warning: This line has no =; systemd ignores it.'],
    ['=info\n', 'warning: The name before = is missing; systemd ignores this line.'],
    ['[Udev]\nudev_log=info\n', 'warning: udev.conf has no sections; systemd ignores everything below [Udev].'],
    ['[X-Udev]\nudev_log=info\n', 'warning: udev.conf has no sections; systemd ignores everything below [X-Udev].'],
  ])('%j is not', (text, message) => {
    expect(messages(text)).toEqual([expect.stringContaining(message)]);
  });

  test('the header goes, and what stood below it counts', () => {
    const text = '[Udev]\nudev_log=info\n';
    const [fix] = checkText(text, { path: PATH, version: 262 }).flatMap(({ fixes = [] }) => fixes);
    expect(applied(text, fix!.edits)).toBe('udev_log=info\n');
  });
});

test('before systemd 257 the file has another syntax, of which nothing is said', () => {
  const text = 'udev_log="info"\nanything=goes\n[Foo\n';
  expect(messages(text, 254)).toEqual([]);
  expect(messages(text, 257).length).toBeGreaterThan(1);
  expect(at(text, 254).judged!.assignments.map(({ accepted }) => accepted)).toEqual([true, false]);
});

describe('what an editor shows', () => {
  const labels = async (marked: string, version?: number): Promise<string[]> => {
    const { text, offset } = readCursor(marked);
    return (await completion(at(text, version), offset, testEnvironment())).map(({ label }) => label);
  };
  const shown = async (marked: string): Promise<string | undefined> => {
    const { text, offset } = readCursor(marked);
    return (await hover(at(text), offset, testEnvironment()))?.markdown;
  };

  test('completion offers keys and values, and no sections', async () => {
    expect(await labels('|')).toEqual(expect.arrayContaining(['udev_log=', 'children_max=', 'timeout_signal=']));
    expect((await labels('udev_log=info\n|', 252)).filter((label) => /^\[|^udev_log/.test(label))).toEqual([]);
    expect(await labels('resolve_names=|')).toEqual(expect.arrayContaining(['early', 'late', 'never']));
  });

  test('hover explains key, value and header', async () => {
    expect(await shown('udev_|log=info')).toMatch(/^\*\*udev_log=\*\*(?! · `\[)/);
    expect(await shown('udev_log=in|fo')).toContain('Level 6');
    expect(await shown('[Udev]\nudev_|log=info')).toContain('udev.conf has no sections');
    expect(await shown('[Ud|ev]\n')).toContain('udev.conf has no sections');
  });

  test('the outline and the tokens have what stands before any header', () => {
    const document = at('udev_log=info\nfoo=1\n');
    expect(documentSymbols(document).map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'assignment udev_log',
      'assignment foo',
    ]);
    const tokens = tokenGroups(document).flatMap((group) => group.tokens());
    expect(tokens.map(({ type, modifier = '' }) => `${type} ${modifier}`)).toEqual(['property ', 'property unknown']);
  });

  test('a text without sections stays one after an edit', () => {
    const before = at('udev_log=info\nchildren_max=1\n');
    const text = 'udev_log=info\nchildren_max=x\n';
    const after = createDocument(text, { path: PATH, version: 262, before });
    expect(after.judged!.assignments.map(({ problems }) => problems.length)).toEqual([0, 1]);
  });
});

test('drop-ins of udev.conf.d replace what the main file says', () => {
  const files = ['/etc/udev/udev.conf', '/usr/lib/udev/udev.conf.d/10-log.conf', '/etc/udev/udev.conf.d/20-more.conf'];
  const namesIn = (folder: string): string[] =>
    files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1).split('/')[0]!);
  expect(loadOrder(configurationCalled('udev.conf')!, { namesIn, version: 262 })).toEqual(files);
  const texts = ['udev_log=err\nexec_delay=1\n', 'udev_log=info\n', 'children_max=3\n'];
  const judged = files.map((path, index) => createDocument(texts[index]!, { path, version: 262 }).judged!);
  const { text } = effectiveConfiguration('udev.conf', judged);
  expect(text.split('\n').filter((line) => /^[a-z[]/.test(line))).toEqual([
    'exec_delay=1',
    'udev_log=info',
    'children_max=3',
  ]);
});
