import { describe, expect, test } from 'vitest';
import { completionHelp } from '../../server/src/features/completion/index.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { manualMarkdown } from '../../server/src/features/manual-text.ts';
import { escapeMarkdown } from '../../server/src/text/markdown.ts';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import { readCursor } from '../lsp/cursor.ts';
import { realManual, testEnvironment } from './environment.ts';

const manual = realManual();

/** As an editor shows it that draws no Markdown. */
async function plain(marked: string, path = '/w/a.service'): Promise<string> {
  const { text, offset } = readCursor(marked);
  const document = createDocument(text, { path, version: 257 });
  const found = await hover(document, offset, testEnvironment({ manual, isPlain: true }));
  if (!found) throw new Error(`no hover on ${marked}`);
  return found.markdown;
}

describe('only what would mean something has a backslash', () => {
  test.each([
    ['Default: no.', 'Default: no.'],
    ['timers.target -- of (all) #1!', 'timers.target -- of (all) #1\\!'],
    ['snake_case and {braces}', 'snake_case and {braces}'],
    ['1. first', '1\\. first'],
    ['- a', '\\- a'],
    ['_a_', '\\_a\\_'],
    ['www.example.org', 'www\\.example.org'],
    ['awww.example.org', 'awww\\.example.org'],
    ['a & b &amp; c', 'a & b \\&amp; c'],
  ])('%s', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));
});

describe.skipIf(manual === undefined)('in an editor that draws no Markdown', () => {
  test.each([
    ['[Timer]\nOnCal|endar=daily', '/w/a.timer'],
    ['[Service]\nRest|art=no', '/w/a.service'],
    ['[Service]\nCPUWei|ght=5', '/w/a.service'],
    ['[Unit]\nAfter=network.tar|get', '/w/a.service'],
  ])('%j: one address, whole on a line of its own, and no table', async (marked, path) => {
    const markdown = await plain(marked, path);
    const lines = markdown.split('\n').filter((line) => line.includes('freedesktop.org'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^https:\S+$/);
    expect(lines[0]!.length).toBeLessThanOrEqual(78);
    expect(markdown).not.toMatch(/^\|/m);
    expect(markdown).not.toMatch(/\]\(/);
  });

  test('no address of any directive is longer than a line', () => {
    const long = allDirectives().flatMap(({ page, section, key }) => {
      const text = manual!.directive(page || undefined, section, key);
      const shown = text ? manualMarkdown(text, testEnvironment({ isPlain: true })) : '';
      return shown.split('\n').filter((line) => line.startsWith('https://www.freedesktop') && line.length > 78);
    });
    expect(long).toEqual([]);
  });

  test('the next runs stand below each other', async () => {
    const markdown = await plain('[Timer]\nOnCalendar=dai|ly', '/w/a.timer');
    const lines = /```text\n([^`]*)\n```/.exec(markdown)![1]!.split('\n');
    expect(lines[0]).toMatch(/^Next +From now/);
    expect(new Set(lines.map((line) => line.search(/(?<= {3})\S/))).size).toBe(1);
  });
});

test.skipIf(manual === undefined)('a table of the manual as a list: what a row is about, and what holds for it', () => {
  const text = manual!.directive('systemd.service(5)', 'Service', 'Restart')!;
  const grid = text.markdown();
  const list = text.markdown({ tables: 'list' });
  expect(grid).toMatch(/^\| --- /m);
  expect(list).not.toMatch(/^\|/m);
  expect(list).toMatch(/^- Clean exit code or signal: `?always`?, `?on-success`?$/m);
});

test.skipIf(manual === undefined)('beside a completion there is room for a list only', () => {
  const help = { of: 'directive', page: 'systemd.service(5)', section: 'Service', key: 'Restart' } as const;
  const markdown = completionHelp({ help }, testEnvironment({ manual, screen: 20_000 }))!;
  expect(markdown).toMatch(/^- Clean exit code or signal: /m);
  expect(markdown).not.toMatch(/^\|/m);
});
