export { encodeBundle } from './encode.ts';

import { readPage } from '../../src/manual/page.ts';
import { systemdName } from '../../src/node/installed-pages.ts';
import { readPages } from './files.ts';
import { minify } from './minify.ts';

/** Mere lists of links, and the D-Bus interfaces: nothing a unit file speaks of, and a fifth of the whole. */
const leftOut = /^(?:systemd\.(?:directives|index)|org\.freedesktop\..*)$/;

/**
 * What goes into the bundle, of the pages below a `man` folder, and the version most of them name. `installed`: the
 * folder is that of a whole machine.
 */
export function collectPages(directory: string, { installed = false } = {}) {
  const versions = new Map<string, number>();
  const pages = readPages(directory, installed ? systemdName : undefined)
    .filter(({ name }) => !leftOut.test(name))
    .map(({ roff, ...page }) => {
      const { description, version } = readPage(roff);
      versions.set(version, (versions.get(version) ?? 0) + 1);
      return { ...page, description, text: minify(roff) };
    });
  const version = [...versions].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return { version, pages: pages.sort((a, b) => (a.section + a.name < b.section + b.name ? -1 : 1)) };
}
