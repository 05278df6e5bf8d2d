// Which files are units or a daemon's configuration, and how their names are written in messages, for package.json.

/** The language with the names of all kinds of units and of the daemons' files; what else it says stays. */
export function languages([language, ...others], { unitKinds, SOURCE_SUFFIXES, daemonNames }) {
  const [kinds, suffixes] = [`{${unitKinds.join(',')}}`, `{${SOURCE_SUFFIXES.join(',')}}`];
  return [
    {
      ...language,
      extensions: unitKinds.flatMap((kind) => [`.${kind}`, `.${kind}.in`]),
      filenamePatterns: [
        ...unitKinds.flatMap((kind) => [
          `**/*.${kind}.d/*.conf`,
          `**/${kind}.d/*.conf`,
          // Temporary names of systemctl edit.
          `**/*.${kind}.d/.#*.conf*`,
          `.#*.${kind}*`,
        ]),
        `*.${kinds}.${suffixes}`,
        `**/${kinds}.d/*.conf.${suffixes}`,
        `**/*.${kinds}.d/*.conf.${suffixes}`,
        ...daemonPatterns(daemonNames, suffixes),
      ],
    },
    ...others,
  ];
}

/** Names that others use as well: these are files of daemons in a folder called `systemd` only. */
const common = ['system.conf', 'user.conf', 'sleep.conf'];

function daemonPatterns(files, suffixes) {
  const names = files.filter((file) => file !== 'udev.conf').map((file) => file.replace('@.', '@*.'));
  const everywhere = `{${names.filter((name) => !common.includes(name)).join(',')}}`;
  const below = `{${common.join(',')}}`;
  return [
    `**/${everywhere}`,
    `**/${everywhere}.d/*.conf`,
    `**/systemd/${below}`,
    `**/systemd/${below}.d/*.conf`,
    `**/${everywhere}.${suffixes}`,
    `**/systemd/${below}.${suffixes}`,
  ];
}

/** What `systemd-analyze verify` says of a unit as a whole: `NAME: message`. */
export const unitPattern = ({ unitKinds }) => `^([^/:\\s]+\\.(?:${unitKinds.join('|')})): (.+)$`;
