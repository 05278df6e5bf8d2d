import type { Run } from '../../engine/effective-assignments.ts';
import { atAssignment, atSection, removal } from '../../engine/finding-place.ts';
import { assignmentIn, firstLineIn } from '../../engine/judged-block.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

const LISTEN_KEYS =
  'ListenStream ListenDatagram ListenSequentialPacket ListenFIFO ListenNetlink ListenSpecial ListenMessageQueue ListenUSBFunction'.split(
    ' ',
  );

/** What the socket listens on, by key. */
const listenersOf = (unit: LoadedUnit): readonly Listeners[] =>
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

/** Kinds of sockets that have connections to accept. */
const ACCEPTING = /^Listen(Stream|SequentialPacket)$/;

export const socketAccept: UnitRule = {
  id: 'socket-accept',
  scope: 'unit',
  docs: {
    what: 'Accept=yes with something it does not go with: a datagram socket or FIFO, Service=, DeferTrigger=.',
    severities: ['error'],
    why: 'With Accept=yes systemd accepts each connection and starts an instance of NAME@.service for it. Where there is no connection, or another service is named, it refuses the unit.',
    bad: '[Socket]\nListenStream=7777\nAccept=yes\nService=example.service',
    good: '[Socket]\nListenStream=7777\nAccept=yes',
    manual: ['systemd.socket(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'socket' || !unit.flag('Socket', 'Accept')) return;
    const accept = unit.last('Socket', 'Accept')!;
    const related = [{ ...accept.node.textSpan, source: accept.source, message: 'Accept=yes' }];
    for (const { key, run } of listenersOf(unit)) {
      if (ACCEPTING.test(key)) continue;
      const message = `${key}= has no connections to accept; with Accept=yes systemd refuses to load this unit. Use Accept=no.`;
      const { place, indexes } = run;
      report.batch(place, 'error', indexes, {
        spanOf: (index) => firstLineIn(place, index, place.source.tree.text),
        describe: (index, outline) => ({ ...atAssignment(place.at(index)), ...outline, message, related }),
      });
    }
    const service = unit.last('Socket', 'Service');
    if (service) {
      const template = unit.name ? `${unit.name.prefix}@.service` : 'the template of the same name';
      const message = `With Accept=yes systemd starts instances of ${template}; with Service= it refuses to load this unit. Remove one of them.`;
      report({ ...atAssignment(service), severity: 'error', message, fixes: [removal(service)], related });
    }
    const defer = unit.last('Socket', 'DeferTrigger');
    if (defer && !/^(no|n|false|f|0|off)$/i.test(defer.node.value.text)) {
      const message =
        'DeferTrigger= does not go with Accept=yes; systemd refuses to load this unit. Remove one of them.';
      report({ ...atAssignment(defer), severity: 'error', message, fixes: [removal(defer)], related });
    }
  },
};

export const socketMaxConnections: UnitRule = {
  id: 'socket-max-connections',
  scope: 'unit',
  docs: {
    what: 'MaxConnections=0.',
    severities: ['error'],
    why: 'A socket that allows no connections cannot be used; systemd refuses the unit. The default is 64.',
    bad: '[Socket]\nListenStream=7777\nAccept=yes\nMaxConnections=0',
    good: '[Socket]\nListenStream=7777\nAccept=yes\nMaxConnections=200',
    manual: ['systemd.socket(5)'],
  },
  check(unit, report) {
    const max = unit.last('Socket', 'MaxConnections');
    if (unit.kind !== 'socket' || !max || Number(max.node.value.text) !== 0) return;
    if (!since(unit.version, 'MaxConnections= counts without Accept=') && !unit.flag('Socket', 'Accept')) return;
    const message = 'MaxConnections= has to be at least 1; systemd refuses to load this unit.';
    report({ ...atAssignment(max), severity: 'error', message, fixes: [removal(max)] });
  },
};

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
