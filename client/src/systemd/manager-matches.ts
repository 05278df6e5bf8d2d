import { isTemplate, parseUnitName } from '../../../server/src/index.ts';

export const MANAGER = {
  destination: 'org.freedesktop.systemd1',
  path: '/org/freedesktop/systemd1',
  interface: 'org.freedesktop.systemd1.Manager',
} as const;

const FROM_MANAGER = `type='signal',sender='${MANAGER.destination}',interface='${MANAGER.interface}'`;

/** A bus allows a client a few hundred rules (dbus-daemon(1), `max_match_rules_per_connection`); a unit takes two. */
const MANY = 100;

/**
 * Match rules (D-Bus specification) for what may change the states of units, so that the bus sends that and nothing of other
 * units, however many of them start. `UnitNew` and `UnitRemoved` are left out: to ask for the state of a unit loads it for a
 * moment, so each answer would be followed by the next question.
 */
export const managerMatches = (names: ReadonlySet<string>): string[] => [
  "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.freedesktop.systemd1'",
  `${FROM_MANAGER},member='Reloading'`,
  `${FROM_MANAGER},member='UnitFilesChanged'`,
  ...new Set(names.size > MANY ? [propertiesOfAll, JOBS] : [...names].flatMap(unitMatches)),
];

const PROPERTIES = `type='signal',sender='${MANAGER.destination}',interface='org.freedesktop.DBus.Properties'`;
const JOBS = `${FROM_MANAGER},member='JobRemoved'`;

const propertiesOfAll = `${PROPERTIES},path_namespace='${MANAGER.path}/unit'`;

/** Jobs are told of as well: what was not loaded before has no properties that could change. */
function unitMatches(name: string): string[] {
  const unit = parseUnitName(name);
  if (!unit) return [];
  // No rule matches the beginning of a name: an instance begins with the job of any unit.
  if (isTemplate(unit)) return [JOBS];
  return [`${PROPERTIES},path='${unitPath(name)}'`, `${JOBS},arg2='${name}'`];
}

/** The object of a unit: letters and digits but a leading one stay, every other byte becomes `_2e` (sd_bus_path_encode(3)). */
export const unitPath = (name: string): string =>
  `${MANAGER.path}/unit/${[...Buffer.from(name, 'utf8')].map(pathCharacter).join('')}`;

function pathCharacter(byte: number, index: number): string {
  const character = String.fromCharCode(byte);
  const stays = /[A-Za-z]/.test(character) || (index > 0 && /\d/.test(character));
  return stays ? character : `_${byte.toString(16).padStart(2, '0')}`;
}
