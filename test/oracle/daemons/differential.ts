import { daemonTable } from '../../../server/src/dialects/daemon-conf/directives.ts';
import { checkText } from '../../../server/src/service/check.ts';
import type { Judgement } from '../differential.ts';
import type { Target } from '../question.ts';
import { valuesFor } from '../values.ts';
import { askDaemon, type DaemonVerdict } from './ask.ts';
import { daemons } from './daemons.ts';

export interface DaemonComparison extends Target {
  readonly file: string;
  readonly parser: string;
  readonly value: string;
  readonly systemd: Judgement;
  readonly ours: Judgement;
  readonly systemdSays: string;
  readonly weSay: string;
}

export interface DaemonRange {
  readonly version: number;
  readonly file: string;
  /** In one key of each parser and argument only. */
  readonly sample?: boolean | undefined;
}

/** Both judgements on every value there is for the parser of each key in that file. */
export function compareFile({ version, file, sample = false }: DaemonRange): DaemonComparison[] {
  const known = daemonTable(file)
    .all()
    .filter(({ from, to }) => from <= version && version <= to);
  const readings = new Map(known.map((directive) => [`${directive.parser} ${directive.argument}`, directive]));
  const asked = (sample ? [...readings.values()] : known).flatMap(({ section, key, parser }) =>
    valuesFor(parser)
      .filter((value) => value.length < 200 && !value.endsWith('\\'))
      .map((value) => ({ section, key, parser, value })),
  );
  const texts = asked.map(textOf);
  const verdicts = askDaemon({ version, file }, texts);
  return asked.flatMap(({ section, key, parser, value }, index) => {
    const verdict = verdicts[index]!;
    // Which interfaces there are is the machine's matter.
    if (verdict.messages.some(({ environment }) => environment)) return [];
    return {
      ...{ file, section, key, parser, value },
      ...daemonJudges(verdict),
      ...weJudge(texts[index]!, { version, file }),
    };
  });
}

interface Assignment {
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

/** What stands beside a key so that its section is whole, or so that questions do not get into each other's way. */
const partners: Readonly<Record<string, string>> = {
  'IPv6AddressLabel.Label': 'Prefix=fd00::/8\n',
  'IPv6AddressLabel.Prefix': 'Label=1\n',
  'Network.RouteTable': 'RouteTable=\n',
  'Resolve.DNSStubListenerExtra': 'DNSStubListenerExtra=\n',
};

function textOf({ section, key, value }: Assignment): string {
  const header = section === '' ? '' : `[${section}]\n`;
  return `${header}${partners[`${section}.${key}`] ?? ''}${key}=${value}`;
}

function daemonJudges({ messages, unfinished }: DaemonVerdict): { systemd: Judgement; systemdSays: string } {
  const complaints = messages.filter(({ level }) => level <= 4);
  const refused = unfinished && complaints.some(({ text }) => text.startsWith('Failed to parse file'));
  const systemd = refused ? 'error' : complaints.length > 0 ? 'warning' : 'fine';
  return { systemd, systemdSays: messages.map(({ text }) => text).join(' / ') };
}

function weJudge(text: string, { version, file }: DaemonRange): { ours: Judgement; weSay: string } {
  const found = checkText(`${text}\n`, { path: daemons[file]!.dropIns.replace(/\.d$/, ''), version });
  const worst = (['error', 'warning'] as const).find((each) => found.some(({ severity }) => severity === each));
  return { ours: worst ?? 'fine', weSay: found.map(({ severity, message }) => `${severity}: ${message}`).join(' / ') };
}
