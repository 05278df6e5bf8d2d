import type { Manager } from './unit-of-file.ts';

/** Where a message bus listens, as `net.connect` takes it. */
export interface SocketPath {
  /** A leading NUL character stands for a socket without a file (unix(7), "abstract"). */
  readonly path: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the bus of a manager may be, the likeliest first, as sd_bus_open_system(3) and sd_bus_open_user(3) look for it. Their
 * other way, `systemd/private`, is internal to systemctl (systemd(1)), so it is none of ours.
 */
export function busAddresses(manager: Manager, environment: Environment): SocketPath[] {
  const { DBUS_SYSTEM_BUS_ADDRESS, DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = environment;
  if (manager === 'system') return sockets(DBUS_SYSTEM_BUS_ADDRESS ?? 'unix:path=/run/dbus/system_bus_socket');
  return [
    ...(XDG_RUNTIME_DIR ? [{ path: `${XDG_RUNTIME_DIR}/bus` }] : []),
    ...(DBUS_SESSION_BUS_ADDRESS ? sockets(DBUS_SESSION_BUS_ADDRESS) : []),
  ];
}

/** Sockets in a list of addresses like `unix:path=/run/bus,guid=1;unix:abstract=/tmp/bus`; other transports are left out. */
const sockets = (addresses: string): SocketPath[] =>
  addresses.split(';').flatMap((address) => {
    const [, keys] = /^unix:(.*)$/.exec(address) ?? [];
    const values = new Map((keys ?? '').split(',').map((pair) => splitOnce(pair, '=')));
    const path = unescapeValue(values.get('path'));
    const abstract = unescapeValue(values.get('abstract'));
    return path ? [{ path }] : abstract ? [{ path: `\0${abstract}` }] : [];
  });

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** `%20` stands for a byte; undefined for what is no escape. */
function unescapeValue(value: string | undefined): string | undefined {
  try {
    return value && decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
