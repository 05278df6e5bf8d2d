// Which files are units, a daemon's configuration, files of networks and the like or Quadlet files, and how their names are written in messages, for package.json.

/** The language with the names of all kinds of units and of the daemons' files, and that of files of lines; what else they say stays. */
export function languages(
  [language, lines, ...others],
  { unitKinds, SOURCE_SUFFIXES, daemonNames, programKinds, lineDialects, OWN, SHARED },
) {
  const [kinds, suffixes] = [`{${unitKinds.join(',')}}`, `{${SOURCE_SUFFIXES.join(',')}}`];
  return [
    {
      ...language,
      extensions: [
        ...unitKinds.flatMap((kind) => [`.${kind}`, `.${kind}.in`]),
        ...OWN.map((kind) => `.${kind}`),
        ...ownSuffixes(programKinds),
      ],
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
        ...quadletPatterns(OWN, SHARED),
        ...programPatterns(programKinds, suffixes),
      ],
    },
    { ...lines, filenamePatterns: linePatterns(lineDialects, suffixes) },
    ...others,
  ];
}

/** Files that are read line by line; one program has a language of its own for each, the editor one for all. */
const linePatterns = (dialects, suffixes) =>
  dialects.flatMap(({ globs }) => globs.flatMap((glob) => [glob, `${glob}.${suffixes}`]));

/** Names that others use as well: these are files of daemons in a folder called `systemd` only, or `udev`. */
const common = ['system.conf', 'user.conf', 'sleep.conf'];
const udev = 'udev.conf';

function daemonPatterns(files, suffixes) {
  const names = files.filter((file) => file !== udev).map((file) => file.replace('@.', '@*.'));
  const everywhere = `{${names.filter((name) => !common.includes(name)).join(',')}}`;
  const below = `{${common.join(',')}}`;
  return [
    `**/${everywhere}`,
    `**/${everywhere}.d/*.conf`,
    `**/systemd/${below}`,
    `**/systemd/${below}.d/*.conf`,
    `**/${everywhere}.${suffixes}`,
    `**/systemd/${below}.${suffixes}`,
    `**/udev/${udev}`,
    `**/udev/${udev}.d/*.conf`,
    `**/udev/${udev}.${suffixes}`,
  ];
}

/** Quadlet files: suffixes that others have as well count in folders of Podman or of a repository's Quadlets only. */
function quadletPatterns(own, shared) {
  const all = `{${[...own, ...shared].join(',')}}`;
  const folders = '**/{containers/systemd,quadlet,quadlets}';
  return [
    `**/*.{${own.join(',')}}.d/*.conf`,
    `${folders}/**/*.{${shared.join(',')}}`,
    `${folders}/**/*.{${shared.join(',')}}.d/*.conf`,
    `${folders}/**/${all}.d/*.conf`,
  ];
}

/** Suffixes that only one program has. */
const ownSuffixes = (kinds) => kinds.filter(({ globs, prefix }) => !globs && !prefix).map(({ suffix }) => suffix);

/** Files of programs that have a folder, or share a suffix with others; what they are made of, and their drop-ins. */
function programPatterns(kinds, suffixes) {
  const folders = new Map();
  for (const kind of kinds) {
    const globs = (kind.globs ?? ['**']).join(',');
    folders.set(globs, [...(folders.get(globs) ?? []), kind]);
  }
  return [...folders].flatMap(([globs, those]) => {
    const folder = globs.includes(',') ? `{${globs}}` : globs;
    const names = those.map(({ prefix = '', suffix }) => `${prefix}*${suffix}`);
    const all = names.length > 1 ? `{${names.join(',')}}` : names[0];
    const patterns = [`${folder}/${all}.${suffixes}`, `${folder}/${all}.d/*.conf`];
    return globs === '**' ? [...patterns, ...prefixed(those)] : [`${folder}/${all}`, ...patterns];
  });
}

const prefixed = (kinds) => kinds.flatMap(({ prefix, suffix }) => (prefix ? [`**/${prefix}*${suffix}`] : []));

/** What `systemd-analyze verify` says of a unit as a whole: `NAME: message`. */
export const unitPattern = ({ unitKinds }) => `^([^/:\\s]+\\.(?:${unitKinds.join('|')})): (.+)$`;
