import { type Scene, systemctlFor, type Teller } from '../scene.ts';

/** A unit that did not fail: it runs, is starting, or was not started. */
export const aboutStanding: Teller = (scene) => {
  const { name } = scene;
  const state = scene.property('ActiveState');
  if (state === 'active' || state === 'reloading' || state === 'refreshing') {
    return {
      kind: 'running',
      headline: `${name} is ${state === 'active' ? activeWord(scene) : state}: it has started.`,
      steps: staleSteps(scene),
    };
  }
  if (state === 'activating') return starting(scene);
  if (state === 'deactivating') return { kind: 'starting', headline: `${name} is being stopped.` };
  return {
    kind: 'not-started',
    headline: `${name} does not run, and did not fail: ${lastEnd(scene)}.`,
    explanation: [startedBy[scene.property('UnitFileState')] ?? 'What starts it, if anything, is not known.'],
    steps: [`Start it: ${systemctlFor(scene)} start ${name}`, ...staleSteps(scene)],
  };
};

const activeWord = (scene: Scene): string => scene.property('SubState') || 'active';

function starting(scene: Scene): ReturnType<Teller> {
  const type = scene.property('Type');
  const waits: Readonly<Record<string, string>> = {
    notify: 'systemd waits for READY=1',
    oneshot: 'its commands have not ended',
    forking: 'its program has not gone to the background yet',
    dbus: 'its name is not on the bus yet',
  };
  return {
    kind: 'starting',
    headline: `${scene.name} is still starting: ${waits[type] ?? `it is in the state ${scene.property('SubState')}`}.`,
    culprits: [{ key: 'Type' }, { key: 'ExecStart' }],
    steps: [`Watch it: journalctl ${scene.facts.manager === 'user' ? '--user ' : ''}--unit=${scene.name} --follow`],
  };
}

const ENDS = /^(?:Stopped|Finished|Unmounted|Closed)|Deactivated successfully|Succeeded/;

const lastEnd = ({ said }: Scene): string => {
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

const staleSteps = (scene: Scene): string[] =>
  scene.property('NeedDaemonReload') === 'yes'
    ? [`Its files changed since systemd read them: ${systemctlFor(scene)} daemon-reload`]
    : [];
