// Which files are units, and how their names are written in messages, for package.json.

/** The language with the names of all kinds of units; what else it says stays. */
export function languages([language, ...others], { unitKinds, SOURCE_SUFFIXES }) {
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
      ],
    },
    ...others,
  ];
}

/** What `systemd-analyze verify` says of a unit as a whole: `NAME: message`. */
export const unitPattern = ({ unitKinds }) => `^([^/:\\s]+\\.(?:${unitKinds.join('|')})): (.+)$`;
