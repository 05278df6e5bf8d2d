import { atAssignment, removal } from '../../engine/finding-place.ts';
import { firstLineIn } from '../../engine/judged-block.ts';
import type { UnitRule } from '../unit-rule.ts';
import { listenersOf } from './socket-listen.ts';

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
