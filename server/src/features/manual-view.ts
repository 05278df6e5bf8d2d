import { type Heading, type Manual, type ManualPage, pageHeadings, pageMarkdown, webAddress } from '../manual/index.ts';
import { uriPart } from '../text/uri-part.ts';
import { allDirectives } from '../units/unit-directives.ts';

/** A page of the manual to be read in an editor. */
export interface ManualPageView {
  /** `systemd.service(5)` */
  readonly title: string;
  /** Of systemd: `262.1`. */
  readonly version: string;
  readonly markdown: string;
  /** The outline; anchors are those of the Markdown's headings. */
  readonly headings: readonly Heading[];
  /** The same page on the web, where it has it. */
  readonly web: string | undefined;
}

/** The address of another page as links within the Markdown write it: a file beside this one. */
const pageFile = (title: string): string => `${title}.md`;

/** Undefined for a page the manual does not have. */
export function manualPageView(manual: Manual, name: string): ManualPageView | undefined {
  const page = manual.page(name);
  if (!page) return undefined;
  const headings = pageHeadings(page);
  const known = new Set(manual.pages().map((each) => `${each.name}(${each.section})`));
  const markdown = pageMarkdown(page, {
    link: (other, section) => {
      const title = `${other}(${section})`;
      return known.has(title) ? inLink(pageFile(title)) : webAddress(title);
    },
    directiveLink: directiveLinks(manual, page),
  });
  const web = webAddress(page.title);
  const [title = '', ...rest] = markdown.split('\n');
  const about = [`systemd ${page.version}`, ...(web ? [`[online](${web})`] : [])].join(' · ');
  return {
    title: page.title,
    version: page.version,
    markdown: [title, '', about, '', contents(headings), ...rest].join('\n'),
    headings,
    web,
  };
}

const inLink = (path: string): string => uriPart(path).replace(/\(/g, '%28').replace(/\)/g, '%29');

/** The sections of the page, each a link. */
const contents = (headings: readonly Heading[]): string =>
  headings
    .filter(({ level }) => level === 2)
    .map(({ title, anchor }) => `[${sentenceCase(title).replace(/[[\]]/g, '\\$&')}](#${anchor})`)
    .join(' · ');

/** Manual pages shout their headings. */
const sentenceCase = (title: string): string =>
  title === title.toUpperCase() ? title[0]! + title.slice(1).toLowerCase() : title;

/** Names of directives lead to where they are explained, on this page or another. */
function directiveLinks(manual: Manual, own: ManualPage): (key: string) => string | undefined {
  const anchors = new Map<string, ReadonlyMap<string, string>>([[own.title, directiveAnchors(own)]]);
  return (key) => {
    const here = anchors.get(own.title)!.get(key);
    if (here !== undefined) return `#${here}`;
    const title = pageOf(key);
    if (title === undefined || title === own.title) return undefined;
    const other = anchors.get(title) ?? directiveAnchors(manual.page(title));
    anchors.set(title, other);
    const anchor = other.get(key);
    return anchor === undefined ? undefined : `${inLink(pageFile(title))}#${anchor}`;
  };
}

/** `Requires=`, `Requisite=` are one heading. */
function directiveAnchors(page: ManualPage | undefined): ReadonlyMap<string, string> {
  const pairs = (page ? pageHeadings(page) : []).flatMap(({ title, anchor }) =>
    [...title.matchAll(/(?:^|, )([A-Z]\w*)=/g)].map(([, key = '']) => [key, anchor] as const),
  );
  return new Map(pairs.reverse());
}

let pages: Map<string, string> | undefined;

function pageOf(key: string): string | undefined {
  pages ??= new Map(allDirectives().flatMap(({ key: name, page }) => (page ? [[name, page] as const] : [])));
  return pages.get(key);
}
