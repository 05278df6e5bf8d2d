// The pages of the site, as Markdown: texts of the repository with their links turned, and lists made of tables.
import { posix } from 'node:path';
import { commandLinePage, commandsPage, filesPage, settingsPage } from './reference.mjs';

export const ADDRESS = 'https://github.com/systemd-units/systemd-units';

/** Texts of the repository, by the page that they become. */
const TEXTS = {
  'index.md': 'README.md',
  'examples.md': 'examples/README.md',
  'pipelines.md': 'docs/CI.md',
  'editors.md': 'docs/EDITORS.md',
  'targets.md': 'docs/TARGETS.md',
  'performance.md': 'docs/PERFORMANCE.md',
  'changes.md': 'CHANGELOG.md',
  'project/contributing.md': 'CONTRIBUTING.md',
  'project/architecture.md': 'ARCHITECTURE.md',
  'project/style.md': 'docs/STYLE.md',
  'project/notices.md': 'THIRD-PARTY-NOTICES.md',
  'rules/index.md': 'docs/rules/README.md',
};

export const nav = [
  { text: 'Rules', link: '/rules/' },
  { text: 'Settings', link: '/settings' },
  { text: 'Commands', link: '/commands' },
  { text: 'Command line', link: '/command-line' },
];

export const sidebar = [
  {
    text: 'Use it',
    items: [
      { text: 'What it does', link: '/' },
      { text: 'Examples', link: '/examples' },
      { text: 'In pipelines', link: '/pipelines' },
      { text: 'In other editors', link: '/editors' },
    ],
  },
  {
    text: 'Look it up',
    items: [
      { text: 'Files it reads', link: '/files' },
      { text: 'Rules', link: '/rules/' },
      { text: 'Settings', link: '/settings' },
      { text: 'Commands of VS Code', link: '/commands' },
      { text: 'Command line', link: '/command-line' },
      { text: 'Targets', link: '/targets' },
      { text: 'Performance', link: '/performance' },
      { text: 'Changes', link: '/changes' },
    ],
  },
  {
    text: 'The project',
    items: [
      { text: 'Contributing', link: '/project/contributing' },
      { text: 'Architecture', link: '/project/architecture' },
      { text: 'How it writes', link: '/project/style' },
      { text: 'Notices', link: '/project/notices' },
    ],
  },
];

/**
 * @param {{read: (path: string) => string, list: (folder: string) => string[], manifest: object, tables: object}} sources
 *   of the repository; `manifest` with its English texts
 * @returns {Map<string, string>} Markdown by the path of its page
 */
export function sitePages({ read, list, manifest, tables }) {
  const rules = list('docs/rules').filter((name) => name.endsWith('.md') && name !== 'README.md');
  const sources = new Map([...Object.entries(TEXTS), ...rules.map((name) => [`rules/${name}`, `docs/rules/${name}`])]);
  const pageOf = new Map([...sources].map(([page, path]) => [path, page]));
  return new Map([
    ...[...sources].map(([page, path]) => [page, withPageLinks(read(path), path, pageOf)]),
    ['settings.md', settingsPage(manifest)],
    ['commands.md', commandsPage(manifest, tables)],
    ['command-line.md', commandLinePage(tables)],
    ['files.md', filesPage(tables)],
  ]);
}

/** The pictures that a page shows, by their paths in the repository. */
export const picturesOf = (markdown) =>
  [...markdown.matchAll(/!\[[^\]]*\]\(\/(images\/[^)]+)\)/g)].map(([, path]) => path);

/** Links between files become links between pages; what is no page is at home in the repository. */
function withPageLinks(text, path, pageOf) {
  // Code stays as it is.
  return text.replace(/^( *)```[\s\S]*?^\1```$|`[^`\n]+`|\]\(([^)\s]+)\)/gm, (whole, _, target) =>
    target === undefined ? whole : `](${turned(target, path, pageOf)})`,
  );
}

function turned(target, path, pageOf) {
  if (/^(https?:|#)/.test(target)) return target;
  const [file, anchor] = target.split('#');
  const wanted = posix.normalize(posix.join(posix.dirname(path), file)).replace(/\/$/, '');
  const behind = anchor === undefined ? '' : `#${anchor}`;
  if (wanted.startsWith('docs/images/')) return `/${wanted.slice('docs/'.length)}`;
  const page = pageOf.get(wanted);
  return page ? `/${page}${behind}` : `${ADDRESS}/blob/HEAD/${wanted}${behind}`;
}
