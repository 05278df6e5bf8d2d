/** What a directive that names units is about; the edges of pictures and lists are told apart by it. */
export type RelationKind = 'requirement' | 'ordering' | 'conflict' | 'trigger' | 'install' | 'other';

const KINDS: Readonly<Record<string, RelationKind>> = {
  Requires: 'requirement',
  Requisite: 'requirement',
  BindsTo: 'requirement',
  Wants: 'requirement',
  Upholds: 'requirement',
  RequiresMountsFor: 'requirement',
  WantsMountsFor: 'requirement',
  After: 'ordering',
  Before: 'ordering',
  Conflicts: 'conflict',
  Unit: 'trigger',
  Service: 'trigger',
  Sockets: 'trigger',
  Triggers: 'trigger',
  OnFailure: 'trigger',
  OnSuccess: 'trigger',
  WantedBy: 'install',
  RequiredBy: 'install',
  UpheldBy: 'install',
  Also: 'install',
};

export const relationKind = (key: string): RelationKind => KINDS[key] ?? 'other';

/** These name paths: the mount units of them are pulled in and waited for, those that are there. */
export const MOUNTS_FOR: ReadonlySet<string> = new Set(['RequiresMountsFor', 'WantsMountsFor']);

/** These start the other unit with the first (UNIT_ATOM_PULL_IN_START and its kin, src/core/unit-dependency-atom.c). */
export const PULLING: ReadonlySet<string> = new Set(['Requires', 'BindsTo', 'Wants', 'Upholds', ...MOUNTS_FOR]);

/** Of these, those whose failure is the failure of the first. */
export const BINDING: ReadonlySet<string> = new Set(['Requires', 'BindsTo', 'RequiresMountsFor']);

/** These cannot be met by a unit that is not there. */
export const DEMANDING: ReadonlySet<string> = new Set(['Requires', 'BindsTo', 'Requisite']);

/** These make the first unit wait for the other. */
export const WAITING: ReadonlySet<string> = new Set(['After', ...MOUNTS_FOR]);
