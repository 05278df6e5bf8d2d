import type { ManualPlace } from '../engine/lines/line-dialect.ts';
import { isSystemdPage, type Manual, type ManualText, webAddress } from '../manual/index.ts';
import type { Environment } from './environment.ts';

/** Characters of a hover that stay under a screen; the rest is one click away. */
const SCREEN = 2000;

/** However much stands above it, so much of the manual is shown. */
const LEAST = 500;

type Linker = Pick<Environment, 'isPlain' | 'manualLink' | 'screen'>;

/** The manual's own words up to a screenful, of which some is `used` already; then where they come from. */
export function manualMarkdown(text: ManualText, linker: Linker, { used = 0, isNarrow = false } = {}): string {
  const limit = (linker.screen ?? SCREEN) - used;
  const { isPlain } = linker;
  const link = (name: string, section: string) =>
    isPlain ? undefined : linker.manualLink(`${name}(${section})`, '', '');
  const tables = isPlain || isNarrow ? 'list' : 'grid';
  const options = { link, tables, withoutAddresses: isPlain === true, withoutSince: true } as const;
  const { markdown, complete } = text.excerpt(Math.max(limit, LEAST), options);
  const source = isPlain ? plainSource(text) : sourceLine(text, linker, complete);
  return `${markdown}\n\n---\n${source}`;
}

function sourceLine({ page, version, anchor, webAnchor }: ManualText, linker: Linker, complete: boolean): string {
  const open = linker.manualLink(page, anchor, webAnchor);
  const web = webAddress(page, webAnchor);
  const more = complete || !open ? '' : `[more…](${open}) · `;
  const online = !web || open === web ? '' : ` · [online](${web})`;
  return `${more}${linked(page, open)} of systemd ${version}${online}`;
}

/** Columns of a terminal, less the border of a float. */
const TERMINAL = 78;

/** The page, and on a line of its own the one address, as exact as fits on it. */
function plainSource({ page, version, webAnchor }: ManualText): string {
  const exact = webAddress(page, webAnchor);
  const fitting = [exact, webAddress(page), webAddress(page)?.replace('/man/latest/', '/man/')].filter(
    (address) => address !== undefined,
  );
  const address = fitting.find(({ length }) => length <= TERMINAL) ?? fitting.at(-1);
  return `${page} of systemd ${version}${address === undefined ? '' : `  \n${address}`}`;
}

/** Markdown for a name that leads somewhere, or only for the name. */
export const linked = (text: string, address: string | undefined): string =>
  address === undefined ? text : `[${text}](${address})`;

/** Where a page that an author named is to be read; a page of systemd's that its manual does not have is a slip. */
export function pageLink(title: string, { manual, manualLink }: Environment): string | undefined {
  const [, name = title, section] = /^(.*)\((\w+)\)$/.exec(title) ?? [];
  // Pages on functions are left out of the package.
  const isSlip = manual && section !== '3' && isSystemdPage(name) && !manual.page(title);
  return isSlip ? undefined : manualLink(title, '', '');
}

/** The page on the web, for editors that cannot show one themselves. */
export const webLink = (page: string, _anchor: string, webAnchor: string): string | undefined =>
  webAddress(page, webAnchor);

/** Our own words, then the manual's. */
export const withManual = (own: string, manual: ManualText | undefined, environment: Environment): string =>
  manual ? `${own}\n\n---\n${manualMarkdown(manual, environment, { used: own.length })}` : own;

/** What a page says of a term; where it has none, what stands below the heading. */
export function manualText(place: ManualPlace | undefined, manual: Manual | undefined): ManualText | undefined {
  if (!place || !manual) return undefined;
  const entry = place.term === undefined ? undefined : manual.entry(place.page, place.term, place.which);
  return entry ?? (place.heading === undefined ? undefined : manual.heading(place.page, place.heading));
}
