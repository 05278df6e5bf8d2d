import type { UnitKind } from '../schema/kinds.ts';
import { parseUnitName, type UnitName, withKind } from '../schema/unit-name.ts';

/** What a timer, socket or path unit starts when it does not say so, and back: same name, other kind. */
export const partnerKinds: Readonly<Partial<Record<UnitKind, readonly UnitKind[]>>> = {
  timer: ['service'],
  socket: ['service'],
  path: ['service'],
  service: ['timer', 'socket', 'path'],
  automount: ['mount'],
  mount: ['automount'],
};

/** `foo.service` for `foo.timer`; `foo@.service` for `foo.socket` with `Accept=yes` is the caller's to know. */
export const partnerNames = (name: UnitName): UnitName[] =>
  (partnerKinds[name.kind] ?? []).flatMap((kind) => parseUnitName(withKind(name, kind)) ?? []);
