import { atAssignment } from '../../engine/finding-place.ts';
import { assignmentIn } from '../../engine/judged-block.ts';
import type { UnitRule } from '../unit-rule.ts';
import { listenersOf } from './socket-listen.ts';

/** Listeners with a node in the file system a symlink can point to. */
const NODE = /^(ListenFIFO|ListenStream|ListenDatagram|ListenSequentialPacket)$/;

export const socketSymlinks: UnitRule = {
  id: 'socket-symlinks',
  scope: 'unit',
  docs: {
    what: 'Symlinks= in a socket with no socket or FIFO in the file system, or with several.',
    severities: ['error'],
    why: 'The links need exactly one thing to point to; systemd refuses the unit.',
    bad: '[Socket]\nListenStream=7777\nSymlinks=/run/example',
    good: '[Socket]\nListenStream=/run/example.sock\nSymlinks=/run/example',
    manual: ['systemd.socket(5)'],
  },
  check(unit, report) {
    const symlinks = unit.last('Socket', 'Symlinks');
    if (unit.kind !== 'socket' || unit.refused || !symlinks) return;
    const nodes = listenersOf(unit).flatMap(({ key, run: { place, indexes } }) =>
      NODE.test(key) ? indexes.filter((index) => /^(\/|%[tTVSChEL])/.test(assignmentIn(place, index).value.text)) : [],
    );
    if (nodes.length === 1) return;
    const count = nodes.length === 0 ? 'none' : String(nodes.length);
    const message = `Symlinks= needs exactly one Listen…= with a path, and there is ${count}; systemd refuses to load this unit.`;
    report({ ...atAssignment(symlinks), severity: 'error', message });
  },
};
