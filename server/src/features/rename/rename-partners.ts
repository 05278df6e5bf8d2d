import { isTemplate, type UnitName } from '../../schema/unit-name.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { isAccepting, partnersByName, renamedPartner, startsByName } from '../navigation/partners-of.ts';
import { changesOf, isOfWorkspace, type RenameChange } from './rename-changes.ts';

/** What becomes of the units of the same name that belong to a renamed one: a timer and its service, for instance. */
export type PartnerChoice =
  /** They are renamed too. */
  | 'rename'
  /** They keep their names, and still start what they started. */
  | 'keep'
  /** Still start what they started, and may be renamed as well: changes that the user is asked about. */
  | 'ask';

/** A unit of the same name, and what becomes of it either way. */
export interface Partner {
  readonly name: string;
  readonly to: string;
  readonly renamed: readonly RenameChange[];
  /** What makes the two find one another though their names differ. */
  readonly kept: readonly RenameChange[];
  /** Nothing can: they find one another by their names alone. */
  readonly parts: boolean;
}

interface Rename {
  readonly to: UnitName;
  readonly concerns?: (file: IndexedFile) => boolean;
}

export function partnersOf(index: UnitIndex, from: UnitName, { to, concerns = isOfWorkspace }: Rename): Partner[] {
  const own = index.get(from.text)?.fragments.find(concerns);
  return partnersByName(index, from, own).flatMap((partner): Partner[] => {
    if (!index.get(partner.text)?.fragments.some(concerns)) return [];
    const name = renamedPartner(partner, from, to);
    const renamed = changesOf(index, partner, name, concerns);
    const parts = isAccepting(partner, from);
    const kept = parts ? [] : pinned(index, { from, to, partner, concerns });
    return [{ name: partner.text, to: name.text, renamed, kept, parts }];
  });
}

/** The changes of a rename with those of the partners. */
export function withPartners(
  own: readonly RenameChange[],
  partners: readonly Partner[],
  choice: PartnerChoice,
): RenameChange[] {
  if (choice === 'rename') return textsFirst([...own, ...partners.flatMap(({ renamed }) => renamed)]);
  const asked = partners.flatMap(({ name, renamed }) => renamed.map((change) => ({ ...change, with: name })));
  return textsFirst([...own, ...partners.flatMap(({ kept }) => kept), ...(choice === 'ask' ? asked : [])]);
}

/** Once a file has its new name, places in the old one are gone. */
const textsFirst = (changes: readonly RenameChange[]): RenameChange[] => [
  ...changes.filter(({ type }) => type === 'text'),
  ...changes.filter(({ type }) => type === 'file'),
];

/** What starts the other by its name only says so from now on: `Unit=`, and `Service=` of a socket. */
function pinned(
  index: UnitIndex,
  { from, to, partner, concerns }: Required<Rename> & { readonly from: UnitName; readonly partner: UnitName },
): RenameChange[] {
  const [starter, started, target] = from.kind === 'service' ? [partner, from, to] : [from, partner, partner];
  const fragment = index.get(starter.text)?.fragments.find(concerns);
  const place = fragment?.facts.triggerPlace;
  const isImplicit = startsByName(index, { starter: starter.text, started: started.text, view: fragment });
  if (!fragment || !place || !isImplicit) return [];
  const key = starter.kind === 'socket' ? 'Service' : 'Unit';
  const name = isTemplate(target) ? `${target.prefix}@%i.${target.kind}` : target.text;
  return [{ type: 'text', path: fragment.path, ...place, text: `\n${key}=${name}` }];
}
