import type { Reason } from '../diagnosis.ts';
import { type Evidence, type ReasonFinder, systemctlFor } from '../evidence.ts';
import { refusedLines } from '../places.ts';

/** What keeps systemd from having the unit at all: `LoadState=` of `systemctl show`. */
export const aboutLoading: ReasonFinder = (evidence) => finders[evidence.property('LoadState')]?.(evidence);

const finders: Readonly<Record<string, (evidence: Evidence) => Reason | undefined>> = {
  'not-found': (evidence) => ({
    kind: 'not-found',
    headline: `${evidence.name} does not exist: systemd finds no file of this name in the folders it reads units from.`,
    steps: [
      `Compare the spelling with: ${systemctlFor(evidence)} list-unit-files`,
      `If the file was written just now: ${systemctlFor(evidence)} daemon-reload`,
      `The folders are listed by: systemd-analyze ${evidence.facts.manager === 'user' ? '--user ' : ''}unit-paths`,
    ],
  }),
  masked: (evidence) => ({
    kind: 'masked',
    headline: `${evidence.name} is masked: a link to /dev/null takes the place of its file, so nothing can start it.`,
    explanation: evidence.property('FragmentPath') === '' ? [] : [`The link is ${evidence.property('FragmentPath')}.`],
    steps: [`If it should run after all: ${systemctlFor(evidence)} unmask ${evidence.name}`],
  }),
  'bad-setting': refused,
  error: (evidence) => ({
    kind: 'load-error',
    headline: `${evidence.name} could not be loaded: ${loadError(evidence)}.`,
    steps: ['Look whether the file is there and systemd may read it.'],
  }),
};

function refused(evidence: Evidence): Reason {
  const { messages } = refusedLines(evidence.unit, evidence.facts);
  return {
    kind: 'refused',
    headline: `${evidence.name} is refused by systemd: a line of its files has a fault that systemd does not pass over.`,
    explanation: messages,
    steps: [
      `systemd's own words: systemd-analyze verify ${evidence.property('FragmentPath') || evidence.name}`,
      `When that is mended: ${systemctlFor(evidence)} daemon-reload, then ${systemctlFor(evidence)} start ${evidence.name}`,
    ],
  };
}

/** `org.freedesktop.systemd1.BadUnitSetting "Unit x.service has a bad unit file setting."` without the bus name. */
const loadError = (evidence: Evidence): string =>
  (/^\S+ "(.*)"$/.exec(evidence.property('LoadError'))?.[1] ?? evidence.property('LoadError')).replace(/\.$/, '') ||
  'systemd does not say why';
