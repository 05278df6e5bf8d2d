import { describe, expect, test } from 'vitest';
import { bootPosition } from '../../server/src/features/boot-position.ts';
import { completion } from '../../server/src/features/completion/index.ts';
import { createDocument } from '../../server/src/features/document.ts';
import type { Environment } from '../../server/src/features/environment.ts';
import { toDot } from '../../server/src/features/graph/dot.ts';
import { picture } from '../../server/src/features/graph/picture.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { defaultSettings } from '../../server/src/service/settings.ts';
import { codeSpan, escapeMarkdown } from '../../server/src/text/markdown.ts';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import { unitGraph } from '../../server/src/units/unit-graph.ts';
import { createUnitIndex } from '../../server/src/units/unit-index.ts';
import { activeMarkdown } from './active-markdown.ts';
import { testEnvironment } from './environment.ts';

/** What someone may write into a unit so that its reader clicks, fetches or runs something. */
const ATTACKS = [
  '[run](command:workbench.action.quit)',
  '](command:workbench.action.quit)',
  '`](command:x)`',
  '``](command:x)``',
  '![pixel](https://example.org/p.png)',
  '<img/src=x>',
  '<https://example.org>',
  'https://example.org/',
  'www.example.org',
  'somebody@example.org',
  '$(alert)',
  '\u202egnp.exe',
  '[a][b]',
  '&lt;img&gt;<b>',
];

/** Values are described by the parser that reads them. */
const oneOfEachType = [...new Map(allDirectives().map((each) => [`${each.parser} ${each.argument}`, each])).values()];

describe('the oracle of this test', () => {
  test.each(ATTACKS.filter((attack) => !/^\]|^`/.test(attack)))('sees %s', (attack) =>
    expect(activeMarkdown(`Described as ${attack}`)).not.toEqual([]),
  );
  test.each(['a `[link](x)` and \\[one\\](x)', '``[a](b)` ``', '```text\n<b>\n```\nend', 'plain [Service] · x < 3'])(
    'lets %s pass',
    (text) => expect(activeMarkdown(text)).toEqual([]),
  );
  test('a code span ends where CommonMark ends it', () => {
    expect(activeMarkdown('`a`[run](command:x)`')).toEqual(['[run](command:x)']);
    expect(activeMarkdown('```a`[b](c)')).toEqual(['[b](c)']);
  });
});

describe.each(ATTACKS)('%s', (attack) => {
  test('escaped or as code it is only shown', () => {
    expect(activeMarkdown(escapeMarkdown(attack))).toEqual([]);
    expect(activeMarkdown(`Described as ${codeSpan(attack)}, more`)).toEqual([]);
    expect(activeMarkdown(codeSpan(`${attack}\n\n${attack}`))).toEqual([]);
  });

  test('as any part of the value of any directive it is only shown in hovers', async () => {
    const environment = testEnvironment({ manualLink: () => '#' });
    /** What is shown, and of which line; much of it is the same for many. */
    const shown = new Map<string, string>();
    for (const { section, key } of oneOfEachType) {
      const kind = section === 'Unit' || section === 'Install' ? 'service' : section.toLowerCase();
      for (const value of valuesWith(attack)) {
        const text = `[${section}]\n${key}=${value}\n`;
        const document = createDocument(text, { path: `/w/a.${kind}`, version: NEWEST_VERSION });
        const begin = section.length + key.length + 4;
        for (const offset of new Set([begin, begin + value.indexOf(attack), begin + value.length])) {
          const markdown = (await hover(document, offset, environment))?.markdown ?? '';
          shown.set(markdown.replaceAll('](#)', ''), `${key}=${value}`);
        }
        const hints = inlayHints(document, { start: 0, end: text.length }, defaultSettings.inlayHints, 0);
        for (const { tooltip } of hints) shown.set(tooltip, `${key}=${value}`);
      }
    }
    const found = [...shown].flatMap(([text, line]) => activeMarkdown(text).map((active) => `${line}: ${active}`));
    expect(found).toEqual([]);
  }, 60_000);

  test('in descriptions, comments and paths of other units it is only shown', async () => {
    const environment = withUnit(attack);
    for (const line of ['After=ot|her.service', 'Requires=ot|her.service alias.service', 'After=al|ias.service']) {
      const markdown = await hoverAt(`[Unit]\n# ${attack}\n${line}\n`, environment);
      expect(markdown).toContain('service');
      expect(activeMarkdown(markdown)).toEqual([]);
    }
  });

  test('in file names it is only shown', async () => {
    const path = `/w/${attack}/${attack}x.service`;
    const text = '[Unit]\nAfter=basic.target\nDescription=%n %p\n';
    const document = createDocument(text, { path, version: NEWEST_VERSION });
    expect(activeMarkdown(bootPosition(document)!.markdown)).toEqual([]);
    for (let offset = 0; offset <= text.length; offset += 1) {
      const shown = (await hover(document, offset, testEnvironment()))?.markdown ?? '';
      expect(activeMarkdown(shown)).toEqual([]);
    }
  });
});

test.each([...ATTACKS, '"]; evil [URL="javascript:x"', '\\" URL="x', 'line\nbreak'])(
  'in the graph %s stays within its quotes',
  (attack) => {
    const units = createUnitIndex();
    units.add('/w/a.service', 'workspace');
    units.setText('/w/a.service', `[Unit]\nDescription=${attack}\nAfter=b.service\n`);
    units.add(`/w/${attack}/b.service`, 'workspace');
    units.setText(`/w/${attack}/b.service`, '[Unit]\nBefore=a.service\n');
    const graph = unitGraph(units, { tree: 'folder:/w', manager: 'system' });
    const kinds = new Set(['ordering'] as const);
    const dot = toDot(picture(graph, { roots: ['a.service'], depth: 1, expanded: [], kinds }));
    expect(dot).toContain('tooltip=');
    // Outside of quoted strings there is nothing but the language.
    const bare = dot.replace(/"(?:[^"\\]|\\[\s\S])*"/g, '');
    expect(bare).toMatch(/^[\w\s{}[\]=>.-]*$/);
    expect(bare).not.toMatch(/URL|evil|alert|img/);
  },
);

test('what completions explain is not text of units', async () => {
  const environment = withUnit('[run](command:x)');
  const text = '[Unit]\nAfter=';
  const document = createDocument(text, { path: '/w/a.service', version: NEWEST_VERSION });
  const items = await completion(document, text.length, environment);
  expect(items.find(({ label }) => label === 'other.service')?.detail).toContain('command:x');
  expect(items.flatMap(({ documentation }) => activeMarkdown(documentation ?? ''))).toEqual([]);
});

test('the one link a Documentation= makes leads where the editor said, whatever the page is called', async () => {
  const manual = { page: () => undefined } as unknown as Environment['manual'];
  const manualLink = (page: string): string => `command:open?${encodeURIComponent(page).replace(/[()]/g, '_')}`;
  const environment = testEnvironment({ manual, manualLink });
  for (const name of ['](command:x', '`](command:x', '<b>', 'a)](command:x']) {
    const markdown = await hoverAt(`[Unit]\nDocumentation=man:|${name}(5)\n`, environment);
    const links = [...activeMarkdown(markdown)].filter((active) => active.startsWith('['));
    expect(links.every((link) => link.includes('](command:open?'))).toBe(true);
    expect(activeMarkdown(markdown).filter((active) => active.startsWith('<'))).toEqual([]);
  }
});

/** The attack where a path, a name, a word, an assignment or a part between colons may stand. */
function valuesWith(attack: string): string[] {
  return [
    attack,
    `/dev/${attack} 100`,
    `/run/${attack}`,
    `-${attack}`,
    `!|/${attack}`,
    `char-${attack} rw`,
    `private:${attack}`,
    `append:/${attack}`,
    `NAME=${attack}`,
    `"${attack}"`,
    `@${attack}`,
    `man:${attack}(5)`,
    `a.service ${attack}.service`,
    `[fe80::1%${attack}]:80`,
  ].filter((value) => value.includes(attack));
}

function withUnit(description: string): Environment {
  const units = createUnitIndex();
  for (const path of [`/w/${description}/other.service`, '/w/a.service']) units.add(path, 'workspace');
  units.add({ path: '/w/alias.service', target: '/w/other.service' }, 'workspace');
  units.add({ path: `/w/${description}.target.wants/other.service`, target: '/w/other.service' }, 'workspace');
  units.setText(`/w/${description}/other.service`, `[Unit]\nDescription=${description}\n`);
  return testEnvironment({ units });
}

async function hoverAt(marked: string, environment: Environment): Promise<string> {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const document = createDocument(text, { path: '/w/a.service', version: NEWEST_VERSION });
  return (await hover(document, offset, environment))?.markdown ?? '';
}
