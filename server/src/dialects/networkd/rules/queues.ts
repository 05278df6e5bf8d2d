import type { JudgedSection } from '../../../engine/judged-file.ts';
import type { Section } from '../../../syntax/tree.ts';
import { hasLine, settingsOf } from '../../settings.ts';
import { missingIn } from './incomplete-sections.ts';

/** Sections of which each makes a queueing discipline; systemd.network(5). */
const QUEUES = new Set([
  ...['QDisc', 'NetworkEmulator', 'TokenBucketFilter', 'PIE', 'FlowQueuePIE', 'StochasticFairBlue'],
  ...['StochasticFairnessQueueing', 'BFIFO', 'PFIFO', 'PFIFOHeadDrop', 'PFIFOFast', 'CAKE', 'ControlledDelay'],
  ...['DeficitRoundRobinScheduler', 'EnhancedTransmissionSelection', 'GenericRandomEarlyDetection'],
  ...['FairQueueingControlledDelay', 'FairQueueing', 'TrivialLinkEqualizer', 'HierarchyTokenBucket'],
  ...['ClassfulMultiQueueing', 'BandMultiQueueing', 'HeavyHitterFilter', 'QuickFairQueueing'],
  'TrafficControlQueueingDiscipline',
]);

/** Other spellings of the two ends; TC_H_ROOT and TC_H_CLSACT of linux/pkt_sched.h. */
const SAME: Readonly<Record<string, string>> = { ingress: 'clsact', 'ffff:fff1': 'clsact', 'ffff:ffff': 'root' };

interface Repeated {
  readonly section: Section;
  readonly message: string;
}

/** An interface has one queue for what is sent, and one for what comes in; `qdisc_section_verify()` of src/network/tc/qdisc.c. */
export function repeatedQueues(sections: readonly JudgedSection[]): readonly Repeated[] {
  const seen = new Map<string, string>();
  return sections.flatMap((judged): Repeated[] => {
    const { section } = judged;
    if (!QUEUES.has(section.name) || !hasLine(judged)) return [];
    const settings = settingsOf([judged]);
    const parent = settings.get('Parent') ?? 'root';
    const end = SAME[parent.toLowerCase()] ?? parent;
    if ((end !== 'root' && end !== 'clsact') || missingIn(section.name, settings)) return [];
    const before = seen.get(end);
    seen.set(end, before ?? section.name);
    if (before === undefined) return [];
    const message = `[${before}] is for Parent=${end} already; systemd-networkd ignores one of them, which is not said. Take one out, or write the handle of a class in Parent=.`;
    return [{ section, message }];
  });
}
