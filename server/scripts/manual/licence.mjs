/** The note that stands beside the bundle. */
export function licenceNote({ version, origin, pages }) {
  const isWithQuadlet = pages.some(({ name }) => name === 'podman-systemd.unit');
  return `SPDX-License-Identifier: LGPL-2.1-or-later${isWithQuadlet ? ' AND Apache-2.0' : ''}

The file manual.bin beside this note is a compressed copy of the manual pages of systemd ${version}
(taken from: ${origin}). The pages are part of systemd, are copyrighted by its authors, and
may be used, changed and passed on under the GNU Lesser General Public License, version 2.1 or, at
your choice, any later version. They come without any warranty.

${isWithQuadlet ? quadletNote : ''}Only their storage was changed: comments and layout instructions for printers and terminals were left
out, and the pages packed into one file. Every word of the text is kept.

Where to get what they are made from:
  Debian source package "systemd" (apt-get source systemd), folder man/
  https://github.com/systemd/systemd, folder man/
The licence itself: https://spdx.org/licenses/LGPL-2.1-or-later.html,
on Debian also /usr/share/common-licenses/LGPL-2.1

The licence of the other files of this package does not extend to manual.bin, nor the other way round.
`;
}

const quadletNote = `The page podman-systemd.unit(5) among them is part of Podman (Debian source package "podman",
https://github.com/containers/podman, folder docs/source/markdown), is copyrighted by its authors, and may be used, changed and
passed on under the Apache License, version 2.0: https://spdx.org/licenses/Apache-2.0.html

`;
