import { describe, expect, test } from 'vitest';
import { minify } from '../../server/scripts/manual/minify.ts';
import { blocksMarkdown } from '../../server/src/manual/markdown/blocks.ts';
import { type ManualPage, readPage } from '../../server/src/manual/page.ts';
import { blocksText } from '../../server/src/manual/plain.ts';
import type { Block } from '../../server/src/manual/tree.ts';
import { folders, type RealPage, realPages, skipReason } from './real-pages.ts';
import { groffThere, renderPages, words } from './rendered.ts';

/** What roff leaves behind when a reader overlooks it; code in systemd's pages holds none of it. */
const stray =
  /\\f[BIRP]|\\&|\\\((?:bu|em|en|aq)|\\\*[([]|\\m\[|\\s[-+]\d|\\[ud]\[|^ *\.(?:PP|SH|SS|RS|RE|IP|TP|sp|nf|fi|TS|TE|br|it)\b|\bT[{}]/m;

describe.skipIf(folders.length === 0)(`all pages of systemd${folders.length === 0 ? ` (${skipReason})` : ''}`, () => {
  describe.each(folders)('%s', (folder) => {
    const pages = realPages(folder).map((page) => ({ ...page, read: readPage(page.roff) }));

    test('there are pages', () => {
      expect(pages.length).toBeGreaterThan(100);
      expect(pages.map(({ title }) => title)).toEqual(pages.map(({ read }) => read.title));
    });

    test('no stray roff', () => {
      expect(offending(pages, ({ read }) => stray.exec(pageText(read))?.[0])).toEqual([]);
    });

    test('lists, tables and code come through whole', () => {
      expect(offending(pages, ({ read }) => firstBroken(read))).toEqual([]);
    });

    test('the bundled form reads the same', () => {
      expect(offending(pages, ({ roff, read }) => sameTree(readPage(minify(roff)), read))).toEqual([]);
    });

    test.skipIf(!groffThere)(
      `the words of man, in their order${groffThere ? '' : ' (skipped: no groff and tbl here)'}`,
      () => {
        const rendered = renderPages(pages);
        expect(rendered).toHaveLength(pages.length);
        const differing = pages.flatMap((page, i) =>
          differences(page, words(pageText(page.read)), words(rendered[i]!)),
        );
        expect(differing).toEqual([]);
      },
      60_000,
    );
  });
});

type ReadPage = RealPage & { readonly read: ManualPage };

function offending(pages: readonly ReadPage[], fault: (page: ReadPage) => string | undefined): string[] {
  return pages.flatMap((page) => {
    const found = fault(page);
    return found === undefined ? [] : [`${page.title}: ${found}`];
  });
}

function pageText(page: ManualPage): string {
  return page.sections.map((section) => `${section.title}\n${blocksText(section.blocks)}`).join('\n');
}

function sameTree(left: ManualPage, right: ManualPage): string | undefined {
  const broken = right.sections.find(
    (section, i) => JSON.stringify(section.blocks) !== JSON.stringify(left.sections[i]?.blocks),
  );
  return broken?.title;
}

/** groff sets cells that span rows between those beside them: there the words are the same in another order. */
function differences(page: RealPage, ours: readonly string[], theirs: readonly string[]): string[] {
  const spans = /^[lcrsB^ ]*\^[lcrsB^ ]*\.?$/m.test(page.roff);
  const [left, right] = spans ? [[...ours].sort(), [...theirs].sort()] : [ours, theirs];
  const at = left.findIndex((word, i) => word !== right[i]);
  if (at < 0 && left.length === right.length) return [];
  const from = Math.max(0, (at < 0 ? right.length : at) - 4);
  return [`${page.title}: "${left.slice(from, from + 10).join(' ')}" for "${right.slice(from, from + 10).join(' ')}"`];
}

/** Checks the Markdown of each block against the tree it was made of. */
function firstBroken(page: ManualPage): string | undefined {
  for (const section of page.sections) {
    const markdown = blocksMarkdown(section.blocks);
    const lines = markdown.split('\n').map((line) => line.replace(/^[\s>]*/, ''));
    const prose = outsideCode(lines);
    if (prose === undefined) return `${section.title}: a fence stays open`;
    const all = deep(section.blocks);
    const items = all.reduce((sum, block) => sum + itemCount(block), 0);
    const marks = prose.filter((line) => /^(?:[-*]|\d+\.)(?: |$)/.test(line)).length;
    // A mark right behind another one ("- - x") is counted once by line.
    const doubled = prose.filter((line) => /^(?:[-*]|\d+\.) +(?:[-*]|\d+\.) /.test(line)).length;
    if (marks + doubled !== items) return `${section.title}: ${items} items, ${marks + doubled} marks`;
    const broken = all.find((block) => !isWhole(block, markdown, prose));
    if (broken !== undefined) return `${section.title}: ${JSON.stringify(broken).slice(0, 200)}`;
  }
  return undefined;
}

function outsideCode(lines: readonly string[]): string[] | undefined {
  const prose: string[] = [];
  let fence: string | undefined;
  for (const line of lines) {
    const mark = /^(`{3,})\w*$/.exec(line)?.[1];
    if (fence === undefined && mark !== undefined) fence = mark;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence === undefined) prose.push(line);
  }
  return fence === undefined ? prose : undefined;
}

function isWhole(block: Block, markdown: string, prose: readonly string[]): boolean {
  if (block.kind === 'code') {
    const wanted = block.text.split('\n').map((line) => line.trimStart());
    const shown = markdown.split('\n').map((line) => line.replace(/^(?:\s|> ?)*/, ''));
    return shown.some((_, at) =>
      wanted.every((line, i) => shown[at + i]!.trimEnd() === line.replace(/^(?:> ?)*/, '').trimEnd()),
    );
  }
  if (block.kind !== 'table') return true;
  const width = Math.max(block.header.length, ...block.rows.map((row) => row.length));
  const rule = `|${' --- |'.repeat(width)}`;
  return prose.some(
    (line, at) =>
      line === rule &&
      [at - 1, ...block.rows.map((_, i) => at + 1 + i)].every((row) => cellCount(prose[row] ?? '') === width),
  );
}

function cellCount(row: string): number {
  return row.startsWith('| ') ? row.split(/(?<!\\)\|/).length - 2 : 0;
}

function itemCount(block: Block): number {
  if (block.kind === 'list') return block.items.length;
  return block.kind === 'definitions' ? block.entries.length : 0;
}

function deep(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return [block, ...block.items.flatMap(deep)];
    if (block.kind === 'definitions') return [block, ...block.entries.flatMap((entry) => deep(entry.blocks))];
    return block.kind === 'note' || block.kind === 'indent' ? [block, ...deep(block.blocks)] : [block];
  });
}
