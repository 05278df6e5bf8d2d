import { refusedLines } from '../places.ts';
import { type Scene, systemctlFor, type Teller } from '../scene.ts';
import type { Tale } from '../story.ts';

/** What keeps systemd from having the unit at all: `LoadState=` of `systemctl show`. */
export const aboutLoading: Teller = (scene) => tellers[scene.property('LoadState')]?.(scene);

const tellers: Readonly<Record<string, (scene: Scene) => Tale | undefined>> = {
  'not-found': (scene) => ({
    kind: 'not-found',
    headline: `${scene.name} does not exist: systemd finds no file of this name in the folders it reads units from.`,
    steps: [
      `Compare the spelling with: ${systemctlFor(scene)} list-unit-files`,
      `If the file was written just now: ${systemctlFor(scene)} daemon-reload`,
      `The folders are listed by: systemd-analyze ${scene.facts.manager === 'user' ? '--user ' : ''}unit-paths`,
    ],
  }),
  masked: (scene) => ({
    kind: 'masked',
    headline: `${scene.name} is masked: a link to /dev/null takes the place of its file, so nothing can start it.`,
    explanation: scene.property('FragmentPath') === '' ? [] : [`The link is ${scene.property('FragmentPath')}.`],
    steps: [`If it should run after all: ${systemctlFor(scene)} unmask ${scene.name}`],
  }),
  'bad-setting': refused,
  error: (scene) => ({
    kind: 'load-error',
    headline: `${scene.name} could not be loaded: ${loadError(scene)}.`,
    steps: ['Look whether the file is there and systemd may read it.'],
  }),
};

function refused(scene: Scene): Tale {
  const { messages } = refusedLines(scene.unit, scene.facts);
  return {
    kind: 'refused',
    headline: `${scene.name} is refused by systemd: a line of its files has a fault that systemd does not pass over.`,
    explanation: messages,
    steps: [
      `systemd's own words: systemd-analyze verify ${scene.property('FragmentPath') || scene.name}`,
      `When that is mended: ${systemctlFor(scene)} daemon-reload, then ${systemctlFor(scene)} start ${scene.name}`,
    ],
  };
}

/** `org.freedesktop.systemd1.BadUnitSetting "Unit x.service has a bad unit file setting."` without the bus name. */
const loadError = (scene: Scene): string =>
  (/^\S+ "(.*)"$/.exec(scene.property('LoadError'))?.[1] ?? scene.property('LoadError')).replace(/\.$/, '') ||
  'systemd does not say why';
