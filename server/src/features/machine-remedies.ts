import { pickByKey } from '../engine/judged-block.ts';
import { DeferredFinding, type FindingOrBatch, type LazyFinding, type RuleFinding } from '../engine/lazy-finding.ts';
import type { Fix } from '../engine/rule.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { changeTo, type MachineKnowledge, runnable } from './machine-findings.ts';

/** What a value alone does not tell: the units it is in force in, and the machine, as far as it is known. */
export interface Known {
  readonly units: readonly LoadedUnit[];
  readonly machine?: MachineKnowledge | undefined;
}

/** What is to be said, with the remedies that take more than the value to know: they are looked for when somebody reads. */
export const withRemedies = (all: readonly FindingOrBatch[], known: Known): readonly FindingOrBatch[] =>
  all.map((said) => {
    if ('rule' in said) return remedied(said, known);
    const { start, end, source, counts } = said;
    return { start, end, source, counts, findings: () => said.findings().map((lazy) => remedied(lazy, known)) };
  });

function remedied(lazy: LazyFinding, known: Known): LazyFinding {
  if (lazy.rule !== 'path-invalid' && lazy.rule !== 'exec-invalid') return lazy;
  return new DeferredFinding(lazy, () => {
    const finding = lazy.resolve();
    const written = finding.source.tree.text.slice(finding.start, finding.end);
    return inHome(finding, written, known) ?? inSearchPath(finding, written, known) ?? finding;
  });
}

/** The sections of processes: systemd.exec(5). */
const WITH_PROCESS = new Set(['Service', 'Socket', 'Mount', 'Swap']);

/** `~/app`, and what else shells make of the home directory; what follows it has nothing that systemd replaces. */
const HOME = /^(?:~|\$HOME|\$\{HOME\})(\/[^"'$~%\\]*)$/;

/** The path in the home directory of User=, where systemd has no specifier for it. */
function inHome(finding: RuleFinding, written: string, { units, machine }: Known): RuleFinding | undefined {
  const rest = HOME.exec(written)?.[1];
  const { section = '' } = finding;
  const [unit, ...others] = units;
  if (rest === undefined || !unit || others.length > 0 || unit.manager === 'user' || !WITH_PROCESS.has(section))
    return undefined;
  if (unit.flag(section, 'DynamicUser')) {
    return {
      ...finding,
      message: `${finding.message} A user of DynamicUser= has no home directory: see StateDirectory=.`,
    };
  }
  const user = userOf(unit, section);
  if (user === undefined) return undefined;
  const home = /^(?:root|0)$/.test(user) ? '/root' : machine?.users.get(user);
  if (!home?.startsWith('/')) return undefined;
  const path = `${home.replace(/(?<!\/)\/+$/, '')}${rest}`;
  return withFix(finding, `In the home directory of ${user} that is ${path}.`, [changeTo(path, finding)]);
}

const USER = /^User$/;

/** Undefined where a line for it is one that systemd does not take: whose process it was to be is not known. */
function userOf(unit: LoadedUnit, section: string): string | undefined {
  const written = pickByKey(
    unit.files.flatMap(({ blocks }) => blocks),
    USER,
    section,
  );
  return written.every(({ accepted }) => accepted) ? unit.value(section, 'User') || 'root' : undefined;
}

const RELATIVE = /^[\w.+@-]+(?:\/[\w.+@-]+)+$/;

/** The program of that name in the folders that systemd searches. */
function inSearchPath(finding: RuleFinding, written: string, { machine }: Known): RuleFinding | undefined {
  if (finding.rule !== 'exec-invalid' || !RELATIVE.test(written) || !machine) return undefined;
  const found = runnable(written, machine);
  if (found.length === 0) return undefined;
  return withFix(
    finding,
    `There is ${found[0]}.`,
    found.map((path) => changeTo(path, finding)),
  );
}

const withFix = (finding: RuleFinding, sentence: string, fixes: readonly Fix[]): RuleFinding => ({
  ...finding,
  message: `${finding.message} ${sentence}`,
  fixes: [...fixes, ...(finding.fixes ?? []).filter(({ title }) => fixes.every((fix) => fix.title !== title))],
});
