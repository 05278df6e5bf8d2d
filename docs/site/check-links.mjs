// Follows the links of rendered pages: every page, picture, script and anchor has to be there.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

const htmlFiles = (dist) =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

/**
 * @param {string} dist a folder of rendered pages
 * @param {string} base the path at which it is served, with a slash at its end
 * @returns {{page: string, link: string}[]} links of the site to itself that lead nowhere
 */
export function deadLinks(dist, base = '/') {
  const pages = new Map(htmlFiles(dist).map((name) => [name, readFileSync(join(dist, name), 'utf8')]));
  const anchors = new Map(
    [...pages].map(([name, text]) => [name, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const leads = (page, link) => {
    const [path, anchor] = decodeURI(link).split('#');
    const file =
      path === ''
        ? page
        : fileAt(dist, path.startsWith(base) ? path.slice(base.length) : posix.join(posix.dirname(page), path));
    if (file === undefined) return false;
    return anchor === undefined || anchor === '' || (anchors.get(file)?.has(anchor) ?? false);
  };
  return [...pages].flatMap(([page, text]) => {
    const links = [...text.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, link]) => link.replaceAll('&amp;', '&'));
    const own = links.filter((link) => !/^(\w+:|\/\/)/.test(link));
    return own.filter((link) => !leads(page, link)).map((link) => ({ page, link }));
  });
}

/** The file that a server gives out for a path. */
function fileAt(dist, path) {
  const candidates = [path, `${path}.html`, posix.join(path, 'index.html')];
  return candidates.find((name) => existsSync(join(dist, name)) && statSync(join(dist, name)).isFile());
}

/** The pages in which the search of the site finds words, by their addresses. */
export function searchedPages(dist) {
  const folder = join(dist, 'assets', 'chunks');
  const [index] = readdirSync(folder).filter((name) => /^@localSearchIndexroot\.\w*/.test(name));
  const text = readFileSync(join(folder, index), 'utf8');
  return new Set([...text.matchAll(/"\d+":"(\/[^"#]*)/g)].map(([, address]) => address.replace(/\.html$/, '')));
}
