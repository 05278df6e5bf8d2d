import { parse, parseBoolean, parseUnitName, type UnitName, withKind } from '../../../server/src/index.ts';

/** In which section a unit says what it starts, and by which key; see systemd.timer(5), systemd.socket(5), systemd.path(5). */
const starting: Readonly<Record<string, readonly [section: string, key: string]>> = {
  timer: ['Timer', 'Unit'],
  path: ['Path', 'Unit'],
  socket: ['Socket', 'Service'],
};

/** The unit that a timer, socket or path unit starts, as its file says; that of its own name where the file says nothing. */
export function startedUnit(unit: UnitName, text: string): UnitName | undefined {
  const [section, key] = starting[unit.kind] ?? [];
  if (section === undefined) return undefined;
  const assignments = parse(text)
    .sections.filter(({ name }) => name === section)
    .flatMap((each) => each.assignments);
  const last = (wanted: string) =>
    assignments
      .filter((each) => each.key === wanted)
      .at(-1)
      ?.value.text.trim();
  // Each connection has an instance of its own.
  if (unit.kind === 'socket' && parseBoolean(last('Accept') ?? '')) return parseUnitName(`${unit.prefix}@.service`);
  const named = parseUnitName(last(key!)?.replaceAll('%i', unit.instance ?? '') ?? '');
  return named ?? parseUnitName(withKind(unit, 'service'));
}
