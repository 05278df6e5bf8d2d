import { describe, expect, test } from 'vitest';
import { NEWEST_VERSION, OLDEST_VERSION } from '../../server/src/schema/versions.ts';
import { run } from './host.ts';

const told = async (...args: string[]): Promise<string> =>
  (await run(['explain', '--format', 'markdown', ...args])).stdout;

/** The lines below the heading that names a section first. */
const below = (markdown: string, section: string): string[] =>
  markdown.split('\n\n').flatMap((part, i, all) => (part.startsWith(`**[${section}]`) ? all[i + 1]!.split('\n') : []));

describe('explain --since', () => {
  test('lists what came after a release, by section', async () => {
    const markdown = await told('--since', '252', '--systemd-version', '254');
    expect(markdown).toMatch(/^\*\*After systemd 252\*\* · \d+ directives, \d+ values came, up to systemd 254$/m);
    expect(below(markdown, 'Service')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^- `RestartMode=` 254/),
        expect.stringMatching(/^- `Type=notify-reload` 253/),
        expect.stringMatching(/^- `MemoryZSwapMax=` 253/),
      ]),
    );
    expect(markdown).not.toContain('`MemoryMax=`');
    expect(markdown).not.toContain('ConditionVersion');
  });

  test('what several kinds of units share is said once', async () => {
    const markdown = await told('--since', '257');
    expect(markdown.match(/`PrivateBPF=`/g)).toHaveLength(1);
    expect(markdown).toContain('**[Service] [Socket] [Mount] [Swap]**');
  });

  test('specifiers are among it', async () => {
    expect(below(await told('--since', '255'), 'Unit')).toContainEqual(expect.stringMatching(/^- `%D` 256: /));
  });

  test('--removed lists what went', async () => {
    const markdown = await told('--removed', '--since', '254');
    expect(markdown).toMatch(/`MemoryLimit=` 258/);
    expect(markdown).not.toContain('RestartMode=');
    // The words of what went as a whole go with it.
    expect(markdown).not.toContain('`BlockIOAccounting=yes`');
    expect(await told('--removed')).toContain(`**After systemd ${OLDEST_VERSION}**`);
  });

  test('nothing is said to be nothing', async () => {
    expect(await told('--since', `${NEWEST_VERSION}`)).toBe(
      `Nothing came after systemd ${NEWEST_VERSION} and up to ${NEWEST_VERSION}.\n`,
    );
  });

  test.each(['new', '12', '999'])('--since %s is refused', async (since) => {
    const { status, stderr } = await run(['explain', '--since', since]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`--since takes a release from ${OLDEST_VERSION} to`)]);
  });
});
