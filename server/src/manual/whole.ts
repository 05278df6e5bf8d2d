import { blocksMarkdown } from './markdown/blocks.ts';
import { codeSpan, escapeText } from './markdown/escape.ts';
import type { MarkdownOptions } from './markdown/options.ts';
import { type ManualPage, type Section, slug } from './page.ts';
import { type Definition, plainText } from './tree.ts';

/** A heading of the Markdown made by `pageMarkdown`, in order; `anchor` is the id previews give it. */
export interface Heading {
  readonly level: number;
  readonly title: string;
  readonly anchor: string;
}

/** A whole page: its sections as headings, directives and options as headings below them. */
export function pageMarkdown(page: ManualPage, options: MarkdownOptions = {}): string {
  const level = options.headingLevel ?? 1;
  const parts = [`${'#'.repeat(level)} ${codeSpan(page.title)}`];
  for (const section of page.sections) {
    if (section.title === 'NAME') {
      parts.push(blocksMarkdown(section.blocks, options));
      continue;
    }
    if (section.title !== '')
      parts.push(`${'#'.repeat(Math.min(6, level + section.level))} ${escapeText(section.title)}`);
    parts.push(blocksMarkdown(section.blocks, { terms: 'heading', ...options, headingLevel: level }));
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The outline of that Markdown. */
export function pageHeadings(page: ManualPage): Heading[] {
  return headed(page).map(({ heading }) => heading);
}

/** The id of the heading over an entry, or over the section when the entry has none of its own. */
export function anchorOf(page: ManualPage, section: Section, entry?: Definition): string {
  const all = headed(page);
  const found = (entry && all.find(({ of }) => of === entry)) ?? all.find(({ of }) => of === section);
  return found?.heading.anchor ?? '';
}

function headed(page: ManualPage) {
  const found: { heading: Heading; of: Section | Definition | undefined }[] = [];
  const taken = new Map<string, number>();
  const add = (level: number, title: string, of?: Section | Definition) => {
    const base = slug(title);
    const count = taken.get(base) ?? 0;
    taken.set(base, count + 1);
    found.push({ heading: { level, title, anchor: count === 0 ? base : `${base}-${count}` }, of });
  };
  add(1, page.title);
  for (const section of page.sections) {
    if (section.title === 'NAME') continue;
    if (section.title !== '') add(section.level + 1, section.title, section);
    for (const block of section.blocks)
      if (block.kind === 'definitions')
        for (const entry of block.entries) add(3, entry.terms.map(plainText).join(', '), entry);
  }
  return found;
}
