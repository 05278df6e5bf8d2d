import { type ManualPage, readPage } from './page.ts';
import { redirection } from './roff/header.ts';
import type { PageInfo, PageSource } from './source.ts';

/** Pages by name, each read when first asked for. */
export interface Library {
  readonly pages: readonly PageInfo[];
  /** `systemd.exec` or `systemd.exec(5)` */
  page(name: string): ManualPage | undefined;
}

export function openLibrary(source: PageSource): Library {
  const read = new Map<string, ManualPage | undefined>();
  return {
    get pages() {
      return source.pages;
    },
    page(name) {
      if (!read.has(name)) read.set(name, load(source, name));
      return read.get(name);
    },
  };
}

function load(source: PageSource, fullName: string): ManualPage | undefined {
  const roff = readRoff(source, fullName);
  const target = roff === undefined ? undefined : redirection(roff);
  const text = target === undefined ? roff : source.read(target.name, target.section);
  return text === undefined ? undefined : readPage(text);
}

function readRoff(source: PageSource, fullName: string): string | undefined {
  const match = /^(.*)\(([1-9][a-z]*)\)$/.exec(fullName);
  return match === null ? source.read(fullName, undefined) : source.read(match[1]!, match[2]);
}

/** The pages of all, each once, with the first description any of them knows. */
export function allPages(libraries: readonly Library[]): readonly PageInfo[] {
  const known = new Map<string, PageInfo>();
  for (const page of libraries.flatMap((library) => library.pages)) {
    const title = `${page.name}(${page.section})`;
    const earlier = known.get(title);
    known.set(
      title,
      earlier === undefined ? page : { ...earlier, description: earlier.description ?? page.description },
    );
  }
  return [...known.values()];
}
