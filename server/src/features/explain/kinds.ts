import { isUnitKind, sectionsOf, type UnitKind } from '../../schema/kinds.ts';
import { withManual } from '../manual-text.ts';
import { conceptInWords } from './concepts.ts';
import { type Explainer, said } from './question.ts';

/** What a unit of a kind stands for; targets and slices are ideas with a card of their own. */
const purposes: Readonly<Record<Exclude<UnitKind, 'target' | 'slice'>, string>> = {
  service: 'A program that systemd starts, watches and stops.',
  socket: 'An address on which systemd listens, to start a service when someone connects.',
  timer: 'Times at which a service is started.',
  path: 'Files and folders that systemd watches, to start a service when they change.',
  mount: 'A file system and the place where it is mounted.',
  automount: 'A place where a file system is mounted as soon as someone looks there.',
  swap: 'A device or file that takes what does not fit into memory.',
  scope: 'Processes that systemd watches but did not start itself.',
  device: 'A device that udev knows.',
};

/** `service`, `.timer`: a kind of unit. */
export const aboutKind: Explainer = ({ topic, environment }) => {
  const kind = topic.replace(/^\./, '');
  if (!isUnitKind(kind)) return undefined;
  const sections = sectionsOf(kind).map((section) => `[${section}]`);
  const own = `**.${kind}** · ${purposeOf(kind)}\n\nIts sections: ${sections.join(', ')}.`;
  const manual = environment.manual?.heading(`systemd.${kind}(5)`, 'DESCRIPTION');
  return said('unit type', withManual(own, manual, environment));
};

const purposeOf = (kind: UnitKind): string =>
  kind === 'target' || kind === 'slice' ? (conceptInWords(kind) ?? '') : purposes[kind];
