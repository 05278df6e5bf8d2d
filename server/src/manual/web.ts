/** Pages of systemd are on the web; `anchor` is a `ManualText.webAnchor`. `version` such as `252` pins the text of that release. */
export function webAddress(page: string, anchor = '', version = 'latest'): string {
  const name = page.replace(/\([^)]*\)$/, '');
  const release = /^\d+/.exec(version)?.[0] ?? 'latest';
  const fragment = anchor === '' ? '' : `#${encodeURIComponent(anchor).replace(/%3D/g, '=')}`;
  return `https://www.freedesktop.org/software/systemd/man/${release}/${encodeURIComponent(name)}.html${fragment}`;
}
