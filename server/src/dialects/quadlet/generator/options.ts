import { add, addAll, addShuffled, type Command, option, retold } from './command.ts';
import { addLine, type Conversion, refuseValue, serviceOf, setLine, sourceOf } from './conversion.ts';
import {
  type Found,
  lookup,
  lookupAll,
  lookupBoolean,
  lookupFilled,
  lookupPairs,
  lookupRaw,
  lookupWords,
} from './lookup.ts';

type Flags = Readonly<Record<string, string>>;

/** `--flag value` of the keys that are set, in an order that Podman leaves to chance. */
export const addStrings = (of: Conversion, to: Command, flags: Flags): Command =>
  addShuffled(
    to,
    Object.entries(flags).map(([key, flag]) => {
      const found = lookupFilled(sourceOf(of), key);
      return found ? option(flag, [found]) : [];
    }),
  );

/** The same for keys that may stand several times. */
export const addLists = (of: Conversion, to: Command, flags: Flags): Command =>
  addShuffled(
    to,
    Object.entries(flags).map(([key, flag]) => option(flag, lookupAll(sourceOf(of), key))),
  );

export const addBooleans = (of: Conversion, to: Command, flags: Flags): Command =>
  addShuffled(
    to,
    Object.entries(flags).map(([key, flag]) => booleanOption(of, key, flag)),
  );

/** `--flag` for yes, `--flag=false` for anything else that is written. */
export function booleanOption(of: Conversion, key: string, flag: string): Found[] {
  const found = lookupBoolean(sourceOf(of), key);
  return found ? [retold(found, found.value ? flag : `${flag}=false`)] : [];
}

/** `--flag NAME=value` of each pair. The order of the keys is one of chance since Podman 5.6. */
export function addPairs(of: Conversion, to: Command, flags: Flags): Command {
  const options = Object.entries(flags).map(([key, flag]) => option(flag, lookupPairs(sourceOf(of), key)));
  return of.podman >= 506 ? addShuffled(to, options) : addAll(to, options.flat());
}

/** `--flag prefix value` of each word of a key. */
export const addWords = (
  of: Conversion,
  to: Command,
  { key, flag, prefix = '' }: { readonly key: string; readonly flag: string; readonly prefix?: string },
): Command =>
  addAll(
    to,
    option(
      flag,
      lookupWords(sourceOf(of), key, 'arguments').map((found) => retold(found, prefix + found.text)),
    ),
  );

/** The same with words split as systemd splits lists. */
export const addListWords = (of: Conversion, to: Command, key: string, flag: string): Command =>
  addAll(to, option(flag, lookupWords(sourceOf(of), key, 'list')));

export const addPodmanArgs = (of: Conversion, to: Command): Command =>
  addAll(to, lookupWords(sourceOf(of), 'PodmanArgs', 'arguments'));

export const addPublishedPorts = (of: Conversion, to: Command): Command =>
  addAll(to, option('--publish', lookupAll(sourceOf(of), 'PublishPort')));

export function addLogging(of: Conversion, to: Command): Command {
  const driver = lookup(sourceOf(of), 'LogDriver');
  return addListWords(of, add(to, ...option('--log-driver', driver ? [driver] : [])), 'LogOpt', '--log-opt');
}

/** Of KillMode= Quadlet takes what lets conmon end the container. */
export function setKillMode(of: Conversion): void {
  const mode = lookup(serviceOf(of), 'KillMode');
  if (!mode) setLine(of, 'KillMode', 'mixed');
  else if (mode.text !== 'mixed' && mode.text !== 'control-group') refuseValue('kill-mode', 'KillMode', mode);
}

/** The Type= the file wants; notify or oneshot where Podman decides when the service is up. */
export function serviceType(of: Conversion): string | undefined {
  const type = lookup(serviceOf(of), 'Type');
  if (type && type.text !== 'notify' && type.text !== 'oneshot') refuseValue('service-type', 'Type', type);
  return type?.text;
}

export function setNotify(of: Conversion): void {
  setLine(of, 'Type', 'notify');
  setLine(of, 'NotifyAccess', 'all');
}

/** Podman's update restarts the service by this name. */
export const addUnitVariable = (of: Conversion): void =>
  addLine(of, 'Service', 'Environment', 'PODMAN_SYSTEMD_UNIT=%n');

/** Messages in the journal carry the unit's name, not podman's. */
export function setSyslogIdentifier(of: Conversion): void {
  if (!lookupRaw(sourceOf(of, 'Service'), 'SyslogIdentifier')) setLine(of, 'SyslogIdentifier', '%N');
}

/** What runs once and has made something that stays. */
export function setOneshot(of: Conversion, { remains }: { readonly remains: boolean }): void {
  const defaults = { SyslogIdentifier: '%N', Type: 'oneshot', ...(remains ? { RemainAfterExit: 'yes' } : {}) };
  for (const [key, value] of Object.entries(defaults)) if (!lookupRaw(serviceOf(of), key)) setLine(of, key, value);
}
