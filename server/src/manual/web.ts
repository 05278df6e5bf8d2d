import { uriPart } from '../text/uri-part.ts';
import { isOnMan7, isSystemdPage } from './web-pages.ts';

/**
 * Where the web has a page; undefined where that is not certain. `anchor` is a `ManualText.webAnchor`; `version` such
 * as `252` pins the text of that release, for pages of systemd.
 */
export function webAddress(page: string, anchor = '', version = 'latest'): string | undefined {
  const [, name = page, section = ''] = /^(.*)\((\w+)\)$/.exec(page) ?? [];
  const file = uriPart(name);
  if (isSystemdPage(name)) {
    const release = /^\d+/.exec(version)?.[0] ?? 'latest';
    const fragment = anchor === '' ? '' : `#${uriPart(anchor).replace(/%3D/g, '=')}`;
    return `https://www.freedesktop.org/software/systemd/man/${release}/${file}.html${fragment}`;
  }
  if (/^dbus-(?:daemon|launch|monitor|send|uuidgen)$/.test(name))
    return `https://dbus.freedesktop.org/doc/${file}.1.html`;
  return isOnMan7(name, section) ? `https://man7.org/linux/man-pages/man${section}/${file}.${section}.html` : undefined;
}
