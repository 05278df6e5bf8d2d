import { type ManualText, webAddress } from '../manual/index.ts';
import type { Environment } from './environment.ts';

/** A hover stays under a screen; the rest is one click away. */
const HOVER_LIMIT = 2400;

type Linker = Pick<Environment, 'manualLink'>;

/** The manual's own words up to a screenful, then where they come from. */
export function manualMarkdown(text: ManualText, linker: Linker): string {
  const link = (name: string, section: string): string => linker.manualLink(`${name}(${section})`, '', '');
  const { markdown, complete } = text.excerpt(HOVER_LIMIT, { link, withoutSince: true });
  return `${markdown}\n\n---\n${sourceLine(text, linker, complete)}`;
}

function sourceLine({ page, version, anchor, webAnchor }: ManualText, linker: Linker, complete: boolean): string {
  const open = linker.manualLink(page, anchor, webAnchor);
  const more = complete ? '' : `[more…](${open}) · `;
  return `${more}[${page}](${open}) of systemd ${version}`;
}

/** The page on the web, for editors that cannot show one themselves. */
export const webLink = (page: string, _anchor: string, webAnchor: string): string => webAddress(page, webAnchor);
