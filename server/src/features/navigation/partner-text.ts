import { unescapePath } from '../../schema/escape.ts';
import type { UnitName } from '../../schema/unit-name.ts';

/** The text a new unit begins with when it is made for another one. */
export function newUnitText(name: UnitName, partner: UnitName): string {
  const title = name.instance === undefined ? name.prefix : `${name.prefix} %i`;
  return `[Unit]\n${description(name, partner, title)}\n\n${body(name)}`;
}

const description = ({ kind }: UnitName, partner: UnitName, title: string): string =>
  kind === 'service' || kind === 'mount' ? `Description=${title}` : `Description=Start ${partner.text} ${when(kind)}`;

const when = (kind: string): string =>
  kind === 'timer' ? 'daily' : kind === 'path' ? 'when its path changes' : 'on the first connection';

function body({ kind, prefix }: UnitName): string {
  switch (kind) {
    case 'timer':
      return '[Timer]\nOnCalendar=daily\nPersistent=yes\n\n[Install]\nWantedBy=timers.target\n';
    case 'socket':
      return `[Socket]\nListenStream=/run/${prefix}.sock\n\n[Install]\nWantedBy=sockets.target\n`;
    case 'path':
      return `[Path]\nPathChanged=/var/lib/${prefix}\n\n[Install]\nWantedBy=paths.target\n`;
    case 'mount':
      return `[Mount]\nWhat=/dev/disk/by-label/${prefix}\nWhere=${unescapePath(prefix) ?? '/'}\n`;
    default:
      return '[Service]\nType=oneshot\nExecStart=/bin/true\n';
  }
}
