import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { kindOfSection } from '../../server/src/schema/kinds.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import { newest, skipReason } from '../manual/real-pages.ts';
import { realManual, testEnvironment } from './environment.ts';

/** Directives of which the manual says nothing, and why. */
const silent: Readonly<Record<string, string>> = {
  PermissionsStartOnly: 'replaced by the prefix "+" of ExecStart= in 231 and no longer documented',
};

const LONGEST = 4500;

describe.skipIf(newest === undefined)(`hovers${newest === undefined ? ` (${skipReason})` : ''}`, () => {
  const environment = testEnvironment({ manual: realManual() });

  async function hoverOver(section: string, line: string, column: number): Promise<string> {
    const path = `/w/a.${kindOfSection(section) ?? 'service'}`;
    const document = createDocument(`[${section}]\n${line}\n`, { path, version: NEWEST_VERSION });
    return (await hover(document, section.length + 3 + column, environment))?.markdown ?? '';
  }

  test('every directive of systemd 262 has the words of the manual, on a screen', async () => {
    const current = allDirectives().filter(
      ({ to, parser }) => to >= NEWEST_VERSION && parser !== 'config_parse_warn_compat',
    );
    expect(current.length).toBeGreaterThan(1200);
    const missing: string[] = [];
    const long: string[] = [];
    for (const { section, key } of current) {
      const markdown = await hoverOver(section, `${key}=`, 1);
      if (!/\n---\n[\s\S]+ of systemd \d+/.test(markdown) && !Object.hasOwn(silent, key))
        missing.push(`${section}.${key}`);
      if (markdown.length > LONGEST) long.push(`${section}.${key} ${markdown.length}`);
    }
    expect(missing).toEqual([]);
    expect(long).toEqual([]);
    // Some fourteen hundred hovers, on a machine that may have other things to do.
  }, 60_000);

  test('Restart= states its default and shows the beginning of a long text', async () => {
    const markdown = await hoverOver('Service', 'Restart=no', 1);
    expect(markdown).toContain('Default: no');
    expect(markdown).toContain('exit code of 0');
    expect(markdown).toMatch(/\[more…\]\(.+\) · \[systemd\.service\(5\)\]/);
  });

  test('a value of an enumeration is told by the manual', async () => {
    expect(await hoverOver('Service', 'Type=notify', 6)).toContain('READY=1');
    expect(await hoverOver('Service', 'KillMode=mixed', 10)).toMatch(/SIGTERM.*main process/);
  });

  test('specifiers, variables, special units, pages and sections', async () => {
    expect(await hoverOver('Service', 'ExecStart=/bin/echo %H', 21)).toContain('Host name');
    expect(await hoverOver('Service', 'ExecStop=/bin/kill $MAINPID', 21)).toContain('main process if it is known');
    expect(await hoverOver('Unit', 'After=network.target', 8)).toContain('network functionality');
    expect(await hoverOver('Unit', 'Documentation=man:systemd.exec(5)', 18)).toContain('Execution environment');
    expect(await hoverOver('Service', 'x', -4)).toContain('[Service]');
  });
});
