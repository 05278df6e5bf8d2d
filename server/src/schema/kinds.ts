/** The eleven unit kinds, by the suffix of the unit's name. */
export const unitKinds = [
  'service',
  'socket',
  'timer',
  'path',
  'mount',
  'automount',
  'swap',
  'target',
  'slice',
  'scope',
  'device',
] as const;

export type UnitKind = (typeof unitKinds)[number];

/** Finds unit files by their names, as editors take it. */
export const UNIT_FILES = `**/*.{${unitKinds.join(',')}}`;

export const isUnitKind = (text: string): text is UnitKind => (unitKinds as readonly string[]).includes(text);

/** The section of its own each kind has; systemd knows it even where no directive lives there. */
const ownSection: Readonly<Record<UnitKind, string>> = {
  service: 'Service',
  socket: 'Socket',
  timer: 'Timer',
  path: 'Path',
  mount: 'Mount',
  automount: 'Automount',
  swap: 'Swap',
  target: 'Target',
  slice: 'Slice',
  scope: 'Scope',
  device: 'Device',
};

/** The sections systemd reads in a unit of this kind (UNIT_VTABLE()->sections), in the order one writes them. */
export const sectionsOf = (kind: UnitKind): readonly string[] => ['Unit', ownSection[kind], 'Install'];

export const ownSectionOf = (kind: UnitKind): string => ownSection[kind];

/** The kind whose own section this is. */
export const kindOfSection = (section: string): UnitKind | undefined =>
  unitKinds.find((kind) => ownSection[kind] === section);
