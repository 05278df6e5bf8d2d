import type { Diagnosis } from '../features/why/diagnosis.ts';
import type { Facts } from '../features/why/facts.ts';
import { gatherFacts } from '../features/why/gather.ts';
import { diagnose } from '../features/why/index.ts';
import { diagnosisText } from '../features/why/render-text.ts';
import { readArguments, readUnitName } from './arguments.ts';
import { askerOf } from './asker.ts';
import { findConfig } from './config.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { oneVersion } from './target-version.ts';
import type { Help } from './usage.ts';

const OPTIONS = {
  user: { type: 'boolean', default: false, about: 'ask the user manager' },
  json: {
    type: 'boolean',
    default: false,
    about: 'print the diagnosis as JSON: kind, headline, places, steps, journal, cause',
  },
} as const;

export const whyHelp: Help = {
  synopsis: ['[options] UNIT...'],
  about: `Tells why a unit of this machine did not start: what failed and what that means, the lines of its files that
matter, what to do next, and what the journal has of its last run. Where another unit is the reason, that one is told as
well, down to the one where it began. Nothing is started or changed. Without the right to read the journal (root, or the
group systemd-journal) less is known.`,
  options: OPTIONS,
  exitStatus: '0 it runs or is starting; 1 it does not, and why was told; 2 wrong usage, or the manager did not answer',
};

export async function whyCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length === 0) throw new UsageError('name a unit');
  if (!host.ask) throw new UsageError('this needs a machine that runs systemd');
  const asker = askerOf(host, host.ask);
  const version = oneVersion(host, { option: undefined, config: findConfig(host) });
  const manager = values.user ? 'user' : 'system';
  const diagnoses: Diagnosis[] = [];
  for (const text of positionals) {
    const facts = await gatherFacts(asker, readUnitName(text).text, { manager, version });
    if (!hasAnswer(facts)) {
      complain(host, `${text}: the ${manager} manager of this machine does not answer`, 'why');
      return EXIT.failure;
    }
    diagnoses.push(diagnose(facts)!);
  }
  const width = host.isTerminal ? host.columns : undefined;
  const told = () => diagnoses.map((diagnosis) => diagnosisText(diagnosis, width)).join('\n');
  host.stdout(values.json ? `${JSON.stringify(diagnoses, null, 2)}\n` : told());
  return diagnoses.every(({ kind }) => kind === 'running' || kind === 'starting') ? EXIT.clean : EXIT.problems;
}

const hasAnswer = ({ units }: Facts): boolean => units[0]?.properties.LoadState !== undefined;
