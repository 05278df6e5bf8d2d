import type { Run } from '../../engine/effective-assignments.ts';
import { atSection } from '../../engine/finding-place.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';

const LISTEN_KEYS =
  'ListenStream ListenDatagram ListenSequentialPacket ListenFIFO ListenNetlink ListenSpecial ListenMessageQueue ListenUSBFunction'.split(
    ' ',
  );

/** What the socket listens on, by key. */
export const listenersOf = (unit: LoadedUnit): readonly Listeners[] =>
  LISTEN_KEYS.flatMap((key) => unit.runs('Socket', key).map((run) => ({ key, run })));

interface Listeners {
  readonly key: string;
  readonly run: Run;
}

export const socketListen: UnitRule = {
  id: 'socket-listen',
  scope: 'unit',
  docs: {
    what: 'A socket unit that listens on nothing.',
    severities: ['error'],
    why: 'systemd refuses a socket without ListenStream=, ListenDatagram= or another Listen…= setting.',
    bad: '[Socket]\nAccept=no',
    good: '[Socket]\nListenStream=/run/example.sock',
    manual: ['systemd.socket(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'socket' || unit.refused || listenersOf(unit).length > 0) return;
    const message =
      'This socket listens on nothing; systemd refuses to load this unit. Add ListenStream= or another Listen…= setting.';
    report({ ...atSection(unit, 'Socket'), severity: 'error', message });
  },
};
