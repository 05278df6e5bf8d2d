import type { Command, Word } from './command.ts';
import * as commands from './command.ts';
import { type Found, lookupAll, lookupWords, type Place } from './lookup.ts';
import type { QuadletKind, UnitInfo } from './names.ts';
import { Refusal, type RefusalDetails, type RefusalReason } from './refusal.ts';
import { inSection, linesOf, type UnitLine, type UnitText } from './unit-text.ts';

/** The file Quadlet reads: with its drop-ins, as one text. */
export interface QuadletFile {
  readonly path: string;
  readonly name: string;
  readonly kind: QuadletKind;
  readonly text: UnitText;
}

export interface Surroundings {
  /** Podman's version as major * 100 + minor. */
  readonly podman: number;
  readonly isUser: boolean;
  /** Whether a device is there (`AddDevice=-/dev/…`); the machine is asked by whoever may. */
  readonly hasDevice: (path: string) => boolean;
}

/** A unit in the making. */
export interface Conversion extends Surroundings {
  readonly file: QuadletFile;
  /** The section Podman reads: `Container`. */
  readonly section: string;
  readonly info: UnitInfo;
  /** All files that are converted together, by name. */
  readonly units: { get(name: string): UnitInfo | undefined };
  /** The services that a pod starts with its own, in the order of their files. */
  readonly startedWith: (pod: string) => readonly string[];
  service: UnitText;
  /** Puts a line at the end of a section; quicker than making the service anew, for there may be thousands. */
  readonly append: (section: string, line: UnitLine) => void;
}

/** A unit in the making: lines that are put at the end become part of it when somebody looks. */
export function conversionOf(parts: Omit<Conversion, 'service' | 'append'>): Conversion {
  let service = parts.file.text;
  let added = new Map<string, UnitLine[]>();
  return {
    ...parts,
    get service() {
      const waiting = added;
      if (waiting.size > 0) added = new Map();
      for (const [section, more] of waiting)
        service = inSection(service, section, ({ lines }) => ({ lines: [...lines, ...more] }));
      return service;
    },
    set service(text) {
      service = text;
    },
    append(section, line) {
      const own = added.get(section);
      if (own) own.push(line);
      else added.set(section, [line]);
    },
  };
}

/** A section of the source file. */
export const sourceOf = ({ file, podman, section }: Conversion, name = section): Place => ({
  text: file.text,
  section: name,
  podman,
});

/** `[Service]` as it is by now. */
export const serviceOf = ({ service, podman }: Conversion): Place => ({ text: service, section: 'Service', podman });

export function addLine(to: Conversion, section: string, key: string, found: Word | CommandLine): void {
  to.append(section, toLine(to, key, found));
}

export function prependLine(to: Conversion, section: string, key: string, found: Word): void {
  const line = toLine(to, key, found);
  to.service = inSection(to.service, section, ({ lines }) => ({ lines: [line, ...lines] }));
}

/** Replaces the last assignment of a key in `[Service]`, or adds one. */
export function setLine(to: Conversion, key: string, value: string): void {
  const last = linesOf(to.service, 'Service')
    .filter((line) => line.key === key)
    .at(-1);
  if (!last) addLine(to, 'Service', key, value);
  else if (last.value !== value) {
    const line = { key, value, origins: last.origins };
    to.service = inSection(to.service, 'Service', ({ lines }) => ({
      lines: lines.map((each) => (each === last ? line : each)),
    }));
  }
}

/** Replaces all assignments of a key by one. */
export function replaceLines(to: Conversion, section: string, key: string, value: string): void {
  const origins = linesOf(to.service, section).flatMap((line) => (line.key === key ? line.origins : []));
  to.service = inSection(to.service, section, ({ lines }) => ({
    lines: [...lines.filter((line) => line.key !== key), { key, value, origins }],
  }));
}

interface CommandLine {
  readonly command: Command;
}

/** A line with a command, whose words say where they are from. */
export interface CommandUnitLine extends UnitLine {
  readonly command: Command;
}

function toLine({ podman }: Conversion, key: string, found: Word | CommandLine): UnitLine {
  if (typeof found === 'string') return { key, value: found, origins: [] };
  if (!('command' in found)) return { key, value: found.text, origins: found.origin ? [found.origin] : [] };
  const { command } = found;
  const line: CommandUnitLine = {
    key,
    value: commands.commandText(command, podman),
    origins: commands.originsOf(command.words),
    command,
  };
  return line;
}

export const addCommand = (to: Conversion, key: string, command: Command): void =>
  addLine(to, 'Service', key, { command });

/** `podman` with the modules and global arguments of the file. */
export function podmanCommand(of: Conversion, program = '/usr/bin/podman'): Command {
  const place = sourceOf(of);
  const modules = lookupAll(place, 'ContainersConfModule');
  const words = [
    ...modules.map((found) => commands.retold(found, `--module=${found.text}`)),
    ...lookupWords(place, 'GlobalArgs', 'arguments'),
  ];
  return commands.addAll(commands.command(program), words);
}

export function refuse(reason: RefusalReason, details: RefusalDetails = {}): never {
  throw new Refusal(reason, details);
}

/** Refuses the file at the line of a value. */
export const refuseValue = (reason: RefusalReason, key: string, found: Found | undefined, value = found?.text): never =>
  refuse(reason, { key, origin: found?.origin, ...(value === undefined ? {} : { value }) });
