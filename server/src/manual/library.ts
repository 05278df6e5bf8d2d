import { type ManualPage, readPage } from './page.ts';
import { redirection } from './roff/header.ts';
import type { PageInfo, PageSource } from './source.ts';

/** Pages by name, each read when first asked for. */
export interface Library {
  readonly pages: readonly PageInfo[];
  /** `systemd.exec` or `systemd.exec(5)` */
  page(name: string): ManualPage | undefined;
}

/** Where a name alone could mean several pages, files and concepts come before commands. */
const sectionOrder = ['5', '7', '1', '8'];

export function openLibrary(source: PageSource): Library {
  const infos = new Map<string, PageInfo>();
  for (const info of source.pages) {
    infos.set(`${info.name}(${info.section})`, info);
    const known = infos.get(info.name);
    if (known === undefined || rank(info) < rank(known)) infos.set(info.name, info);
  }
  const read = new Map<PageInfo, ManualPage | undefined>();
  const open = (name: string, redirected: boolean): ManualPage | undefined => {
    const info = infos.get(name);
    if (info === undefined) return undefined;
    if (!read.has(info)) read.set(info, load(source, info, redirected ? undefined : (target) => open(target, true)));
    return read.get(info);
  };
  return { pages: source.pages, page: (name) => open(name, false) };
}

function rank(info: PageInfo): number {
  const at = sectionOrder.indexOf(info.section);
  return at < 0 ? sectionOrder.length : at;
}

function load(
  source: PageSource,
  info: PageInfo,
  follow: ((name: string) => ManualPage | undefined) | undefined,
): ManualPage | undefined {
  const roff = source.read(info);
  if (roff === undefined) return undefined;
  const target = redirection(roff);
  return target === undefined ? readPage(roff) : follow?.(`${target.name}(${target.section})`);
}
