import { type Distribution, distributions } from '../schema/distributions.ts';
import { releases } from '../schema/generated/releases.ts';
import { FIRST_PODMAN, NEWEST_PODMAN, OLDEST_PODMAN, podmanName } from '../schema/podman.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../schema/versions.ts';
import { columns } from '../text/columns.ts';
import { readArguments, wordOf } from './arguments.ts';
import { type CliHost, EXIT } from './host.ts';
import type { Help } from './usage.ts';

const FORMATS = ['text', 'markdown', 'json'];

const OPTIONS = {
  format: { type: 'string', default: 'text', value: FORMATS.join('|'), about: 'text unless told' },
} as const;

export const targetsHelp: Help = {
  synopsis: ['[options]'],
  about: `Lists what units can be judged for: each release of systemd, with what its verdict rests on, and the releases of
distributions, with the systemd and the Podman they come with. Their names are what check --targets takes.`,
  options: OPTIONS,
  exitStatus: '0; 2 wrong usage',
};

/** A release of systemd, and what is known of it. */
interface Release {
  readonly systemd: number;
  /** Its own binary and manual were asked; of the others tables and the manual's "Added in version" tell. */
  readonly isProven: boolean;
  readonly distributions: readonly Distribution[];
}

export async function targetsCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, OPTIONS);
  const format = wordOf('--format', values.format, FORMATS);
  const print = format === 'json' ? json : format === 'markdown' ? markdown : text;
  host.stdout(print(knownReleases()));
  return EXIT.clean;
}

function knownReleases(): Release[] {
  const proven: readonly number[] = releases;
  return Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, i) => {
    const systemd = OLDEST_VERSION + i;
    return {
      systemd,
      isProven: proven.includes(systemd),
      distributions: distributions.filter((each) => (each.systemd ?? NEWEST_VERSION) === systemd),
    };
  });
}

const RELEASE_HEADING = ['systemd', 'its verdict rests on', 'distributions'];

const releaseRow = ({ systemd, isProven, distributions: own }: Release): string[] => [
  String(systemd),
  isProven ? 'its own binary and manual' : 'facts: tables of parsers and words',
  own.map(({ id }) => id).join(' '),
];

const DISTRIBUTION_HEADING = ['name', 'other names', 'systemd', 'podman', 'archive asked on'];

const distributionRow = ({ id, aliases, systemd, podman, checked }: Distribution): string[] => [
  id,
  aliases.join(' '),
  systemd === undefined ? `${NEWEST_VERSION}, rolling` : String(systemd),
  podman ?? '',
  checked ?? '',
];

const text = (all: readonly Release[]): string =>
  `${columns([RELEASE_HEADING, ...all.map(releaseRow)], '  ')}\n\n${columns([DISTRIBUTION_HEADING, ...distributions.map(distributionRow)], '  ')}\n`;

const HEAD = `# Targets

Written by \`systemd-units targets --format markdown\`. What a unit can be judged for: each release of systemd, and the releases of
distributions by the systemd they come with. Where the verdict rests on a release's own binary, every directive was put to that
binary, value by value; elsewhere it rests on the tables of parsers and words of that release, and on what the manual says came with it.
A day names when the archive of the distribution was asked; the other rows were written down on 2026-11-26 from what is known of
the distribution, and an empty podman means that nobody was sure: Quadlet files are then judged as by the newest.

Quadlet files are judged by the Podman of a target. Which keys and kinds of files came with which release of Podman is a table
(\`server/facts/quadlet.tsv\`); what its generator makes of a file, and refuses, was asked of Podman ${podmanName(OLDEST_PODMAN)} and ${podmanName(NEWEST_PODMAN)}. Between
them the generator is told apart by what its source says changed; before ${podmanName(OLDEST_PODMAN)} it is that of ${podmanName(OLDEST_PODMAN)}, and before ${podmanName(FIRST_PODMAN)} there was no Quadlet.`;

const markdown = (all: readonly Release[]): string =>
  `${HEAD}\n\n${table(RELEASE_HEADING, all.map(releaseRow))}\n${table(DISTRIBUTION_HEADING, distributions.map(distributionRow))}`;

/** docs/TARGETS.md. */
export const targetsMarkdown = (): string => markdown(knownReleases());

const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');

const json = (all: readonly Release[]): string =>
  `${JSON.stringify(
    {
      releases: all.map(({ systemd, isProven }) => ({ systemd, isProven })),
      distributions: distributions.map(({ systemd = NEWEST_VERSION, ...each }) => ({ ...each, systemd })),
    },
    undefined,
    2,
  )}\n`;
