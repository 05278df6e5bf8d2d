import { parseUnitName, type UnitName, withKind } from '../../../server/src/schema/unit-name.ts';

const starting = ['timer', 'socket', 'path'];

/** The service that a timer, socket or path unit starts unless it names another; see Unit= in systemd.timer(5). */
export function partnerOf(unit: UnitName): UnitName | undefined {
  return starting.includes(unit.kind) ? parseUnitName(withKind(unit, 'service')) : undefined;
}
