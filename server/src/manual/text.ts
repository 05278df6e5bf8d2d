import { excerpt } from './excerpt.ts';
import { termName } from './find.ts';
import { blocksMarkdown } from './markdown/blocks.ts';
import type { MarkdownOptions } from './markdown/options.ts';
import type { ManualPage, Section } from './page.ts';
import { blocksText, defaultsOf, sentences } from './plain.ts';
import type { Block, Definition } from './tree.ts';
import { anchorOf } from './whole.ts';

/** A piece of the manual: one entry, one table row, one section. */
export interface ManualText {
  /** What it explains: `Restart=`, `%i`, `network.target`, a heading. */
  readonly title: string;
  /** `systemd.service(5)` */
  readonly page: string;
  /** The version of systemd the page belongs to: `262.1`. */
  readonly version: string;
  /** Heading id within the Markdown of the whole page (`pageMarkdown`). */
  readonly anchor: string;
  /** Fragment of the page on the web, `CPUWeight=weight`, as freedesktop.org writes its ids; empty where it has none. */
  readonly webAnchor: string;
  readonly blocks: readonly Block[];
  /** The first sentence, without markup. */
  readonly summary: string;
  /** "Added in version 189.": 189. Where several terms share one text it tells the oldest. */
  readonly since: number | undefined;
  /** The sentence that states a default, e.g. `Defaults to 100ms.`, without markup; `Default: no.` where it is told in passing. */
  readonly defaults: string | undefined;
  markdown(options?: TextOptions): string;
  /** Blocks from the start until `limit` characters are reached, of long lists and tables the first rows; at least one. */
  excerpt(limit: number, options?: TextOptions): { readonly markdown: string; readonly complete: boolean };
  /** Without markup, paragraphs one line each. */
  plain(): string;
}

export interface TextOptions extends MarkdownOptions {
  /** Leave out the closing "Added in version N." where the version is shown elsewhere. */
  readonly withoutSince?: boolean;
}

export interface TextPlace {
  readonly page: ManualPage;
  readonly title: string;
  readonly section: Section;
  readonly entry?: Definition;
  readonly webAnchor?: string;
  /** The directive it explains: of several that share an entry each has its own default. */
  readonly own?: string;
}

export function manualText(place: TextPlace, blocks: readonly Block[]): ManualText {
  const since = sinceOf(blocks);
  const shown = (options: TextOptions) => (options.withoutSince ? withoutSince(blocks) : blocks);
  return {
    title: place.title,
    page: place.page.title,
    version: place.page.version,
    get anchor() {
      return anchorOf(place.page, place.section, place.entry);
    },
    webAnchor: place.webAnchor ?? '',
    blocks,
    since,
    get summary() {
      return firstSentence(blocks);
    },
    get defaults() {
      return defaultsOf(blocks, { own: place.own, all: (place.entry?.terms ?? []).map(termName) });
    },
    markdown: (options = {}) => blocksMarkdown(shown(options), options),
    excerpt: (limit, options = {}) => excerpt(shown(options), limit, options),
    plain: () => blocksText(blocks),
  };
}

const added = /^Added in version (\d+)\.$/;

function sinceOf(blocks: readonly Block[]): number | undefined {
  const last = blocks[blocks.length - 1];
  const match = last?.kind === 'paragraph' ? added.exec(blocksText([last])) : null;
  return match === null ? undefined : Number(match[1]);
}

function withoutSince(blocks: readonly Block[]): readonly Block[] {
  return sinceOf(blocks) === undefined ? blocks : blocks.slice(0, -1);
}

function firstSentence(blocks: readonly Block[]): string {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return first === undefined ? '' : (sentences(blocksText([first]))[0] ?? '');
}
