import { type Evidence, type ReasonFinder, systemctlFor } from '../evidence.ts';

/** A unit that did not fail: it runs, is starting, or was not started. */
export const aboutStanding: ReasonFinder = (evidence) => {
  const { name } = evidence;
  const state = evidence.property('ActiveState');
  if (state === 'active' || state === 'reloading' || state === 'refreshing') {
    return {
      kind: 'running',
      headline: `${name} is ${state === 'active' ? activeWord(evidence) : state}: it has started.`,
      steps: staleSteps(evidence),
    };
  }
  if (state === 'activating') return starting(evidence);
  if (state === 'deactivating') return { kind: 'starting', headline: `${name} is being stopped.` };
  return {
    kind: 'not-started',
    headline: `${name} does not run, and did not fail: ${lastEnd(evidence)}.`,
    explanation: [startedBy[evidence.property('UnitFileState')] ?? 'What starts it, if anything, is not known.'],
    steps: [`Start it: ${systemctlFor(evidence)} start ${name}`, ...staleSteps(evidence)],
  };
};

const activeWord = (evidence: Evidence): string => evidence.property('SubState') || 'active';

function starting(evidence: Evidence): ReturnType<ReasonFinder> {
  const type = evidence.property('Type');
  const waits: Readonly<Record<string, string>> = {
    notify: 'systemd waits for READY=1',
    oneshot: 'its commands have not ended',
    forking: 'its program has not gone to the background yet',
    dbus: 'its name is not on the bus yet',
  };
  return {
    kind: 'starting',
    headline: `${evidence.name} is still starting: ${waits[type] ?? `it is in the state ${evidence.property('SubState')}`}.`,
    culprits: [{ key: 'Type' }, { key: 'ExecStart' }],
    steps: [
      `Watch it: journalctl ${evidence.facts.manager === 'user' ? '--user ' : ''}--unit=${evidence.name} --follow`,
    ],
  };
}

const ENDS = /^(?:Stopped|Finished|Unmounted|Closed)|Deactivated successfully|Succeeded/;

const lastEnd = ({ said }: Evidence): string => {
  const last = said.filter((line) => ENDS.test(line)).at(-1);
  if (last === undefined) return 'nothing started it since the machine booted, as far as the journal tells';
  return /^Stopped|^Closed|^Unmounted/.test(last) ? 'it was stopped' : 'its last run ended well';
};

const startedBy: Readonly<Record<string, string>> = {
  enabled: 'It is enabled: the units that its [Install] section names start it, most often at boot.',
  disabled:
    'It is disabled: nothing starts it at boot. systemctl enable makes the links that its [Install] section asks for.',
  static: 'It has no [Install] section: another unit starts it, or you do.',
  generated: 'A generator made it; what starts it is what the generator wrote.',
  linked: 'Its file is linked but not enabled: nothing starts it at boot.',
  transient: 'It was made while systemd runs, and goes when it ends.',
};

const staleSteps = (evidence: Evidence): string[] =>
  evidence.property('NeedDaemonReload') === 'yes'
    ? [`Its files changed since systemd read them: ${systemctlFor(evidence)} daemon-reload`]
    : [];
