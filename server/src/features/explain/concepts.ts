import type { Environment } from '../environment.ts';
import { withManual } from '../manual-text.ts';
import { type Explainer, said } from './question.ts';
import { stateMarkdown } from './states.ts';

/** An idea of systemd that no directive or value is named after. */
interface Concept {
  /** How people call it, the usual name first; compared without blanks, hyphens and capitals. */
  readonly names: readonly string[];
  readonly text: string;
  /** Something to look at: commands, or lines of a unit. */
  readonly example: string;
  /** Where the manual tells more: a page and one of its headings. */
  readonly manual?: readonly [page: string, heading: string];
}

const concepts: readonly Concept[] = [
  {
    names: ['unit', 'unit file', 'fragment'],
    text: 'Something systemd looks after: a service, a timer, a mount … It is described by a file whose suffix names its kind; the main file is called the fragment. Files in `/etc/systemd/system` count before those in `/run` and `/usr/lib`.',
    example: 'systemctl cat ssh.service',
  },
  {
    names: ['drop-in', 'dropin', 'override', 'override.conf'],
    text: 'A file `NAME.service.d/*.conf` that changes some settings of a unit and leaves its own file as it is. Settings with one value are replaced, lists get longer; an empty assignment clears a list first.',
    example:
      'systemctl edit web.service\n# writes /etc/systemd/system/web.service.d/override.conf:\n[Service]\nExecStart=\nExecStart=/usr/bin/web --port 8080',
  },
  {
    names: ['template', 'template unit'],
    text: 'A unit file whose name ends in `@`, such as `getty@.service`. It makes as many units as there are names to put behind the `@`; `%i` in the file stands for that name.',
    example:
      '# worker@.service\n[Service]\nExecStart=/usr/bin/worker --queue %i\n\nsystemctl start worker@mail.service worker@print.service',
  },
  {
    names: ['instance', 'instantiated unit'],
    text: 'A unit made from a template: `getty@tty1.service` comes from `getty@.service`, and its instance name is `tty1`. In the file `%i` is that name, `%I` the same with escapes undone.',
    example: 'systemctl start getty@tty5.service',
  },
  {
    names: ['alias'],
    text: 'A second name of a unit: a link beside its file, which `systemctl enable` makes from `Alias=`. Under each name it is the same unit.',
    example: '[Install]\nAlias=web.service',
  },
  {
    names: ['mask', 'masking', 'unmask'],
    text: 'To make a unit impossible to start, by hand or by others: a link to /dev/null takes the place of its file. To disable a unit only keeps it from starting at boot.',
    example: 'systemctl mask cups.service\nsystemctl unmask cups.service',
  },
  {
    names: ['daemon-reload', 'daemonreload', 'reload the manager', 'systemctl daemon-reload'],
    text: 'Makes systemd read all unit files again. It is needed after a file was changed by hand; what runs goes on as it was started until it is restarted. It is not `systemctl reload UNIT`, which asks a service to read its own configuration again.',
    example: 'systemctl daemon-reload\nsystemctl restart web.service',
  },
  {
    names: ['enable', 'disable', 'enabling'],
    text: '`systemctl enable` makes the links that a unit’s [Install] section asks for, so that it is started with something else, most often at boot. It does not start the unit now; `--now` does both.',
    example: '[Install]\nWantedBy=multi-user.target\n\nsystemctl enable --now web.service',
  },
  {
    names: ['preset'],
    text: 'Lines in `*.preset` files that say which units a distribution or an administrator wants enabled. `systemctl preset` does what they say; package scripts call it when a unit is installed.',
    example: '# /etc/systemd/system-preset/50-site.preset\nenable web.service\ndisable *',
  },
  {
    names: ['generator'],
    text: 'A small program that systemd runs at boot and at each daemon-reload, and that writes units from something else: mounts from /etc/fstab, services from Quadlet files. Change the source and reload; the units themselves are in /run/systemd/generator.',
    example: 'ls /usr/lib/systemd/system-generators\nsystemctl show --property=SourcePath home.mount',
  },
  {
    names: ['transient', 'transient unit', 'systemd-run'],
    text: 'A unit that exists only while systemd runs, made by a program instead of a file. `systemd-run` makes one from a command.',
    example: 'systemd-run --unit=trial --property=MemoryMax=200M /usr/bin/web\nsystemctl status trial',
  },
  {
    names: ['specifier'],
    text: 'A percent sign and a letter in a unit file that systemd replaces when it reads the file: `%i` by the instance name, `%h` by the home folder, `%t` by /run. A percent sign itself is written `%%`.',
    example: '[Service]\nExecStart=/usr/bin/worker --queue %i --state %S/worker',
    manual: ['systemd.unit(5)', 'SPECIFIERS'],
  },
  {
    names: ['socket activation'],
    text: 'systemd listens on an address itself and starts the service when someone connects; the service gets the open socket. So it can be started late, restarted without losing a connection, and run without the rights to open the port.',
    example: '# web.socket\n[Socket]\nListenStream=8080\n\n[Install]\nWantedBy=sockets.target',
  },
  {
    names: ['dependency', 'requirement', 'dependencies'],
    text: 'Two things, which are set apart: *requirement* (`Wants=`, `Requires=`: start that one too) and *order* (`After=`, `Before=`: who goes first). `Requires=` alone starts both at the same time; nearly always it needs `After=` beside it.',
    example: '[Unit]\nRequires=postgresql.service\nAfter=postgresql.service',
  },
  {
    names: ['ordering', 'order', 'ordering cycle', 'cycle'],
    text: '`After=` and `Before=` say which of two units that are started anyway goes first. When units wait for each other in a circle, systemd leaves one of them out to break it.',
    example: 'systemd-analyze verify web.service',
  },
  {
    names: ['user unit', 'user manager', '--user', 'user service'],
    text: 'Each user who is logged in has a systemd of their own, which runs units from `~/.config/systemd/user`. They start and end with the session of the user unless lingering is on.',
    example: 'systemctl --user start backup.service\nloginctl enable-linger',
  },
  {
    names: ['linger', 'lingering'],
    text: 'With lingering the systemd of a user starts at boot and stays after the last logout, so that user services run without a session.',
    example: 'loginctl enable-linger alice',
  },
  {
    names: ['target', 'runlevel'],
    text: 'A name for several units together, and a point that others can wait for. `multi-user.target` is a running machine without, `graphical.target` one with a screen to log in; they took the place of runlevels 3 and 5.',
    example: 'systemctl get-default\nsystemctl list-dependencies multi-user.target',
    manual: ['systemd.target(5)', 'DESCRIPTION'],
  },
  {
    names: ['slice', 'cgroup', 'control group'],
    text: 'A group of units that share what they may use of processors and memory, as a branch of the tree of control groups. Services are in `system.slice` unless `Slice=` says otherwise.',
    example: '[Service]\nSlice=batch.slice\n\nsystemctl set-property batch.slice MemoryMax=2G',
    manual: ['systemd.slice(5)', 'DESCRIPTION'],
  },
  {
    names: ['journal', 'journald', 'log', 'logs'],
    text: 'Where the output of services goes unless `StandardOutput=` says otherwise. `journalctl` shows it.',
    example: 'journalctl --unit=web.service --since=today --follow',
  },
  {
    names: ['oneshot service'],
    text: 'A service that does something and ends, such as a backup: `Type=oneshot`. It counts as starting until its command has ended.',
    example: '[Service]\nType=oneshot\nExecStart=/usr/local/bin/backup',
  },
  {
    names: ['credential', 'credentials', 'secret', 'secrets'],
    text: 'A secret that systemd hands to one service as a file only it can read, below `$CREDENTIALS_DIRECTORY`. Unlike `Environment=` it is not seen by other programs.',
    example: '[Service]\nLoadCredential=token:/etc/web/token\nExecStart=/usr/bin/web --token-file %d/token',
  },
  {
    names: ['watchdog'],
    text: 'With `WatchdogSec=` a service has to send a sign of life (WATCHDOG=1) in time, or systemd ends it and, with `Restart=`, starts it anew.',
    example: '[Service]\nType=notify\nWatchdogSec=30\nRestart=on-watchdog',
  },
  {
    names: ['condition', 'assertion'],
    text: 'A `Condition…=` that does not hold skips the start without a failure; an `Assert…=` that does not hold makes it fail.',
    example: '[Unit]\nConditionPathExists=/etc/web.conf',
  },
];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s-]+/g, '')
    .replace(/s$/, '');

const FENCE = '```';

/** `drop-in`, `mask`, `daemon-reload`: what the word stands for, and what it looks like. Of a state of that name, too. */
export const aboutConcept: Explainer = ({ topic, environment }) => {
  // With a capital it is the directive.
  const concept = /^[A-Z]\w+=?$/.test(topic) ? undefined : conceptMarkdown(topic, environment);
  const state = concept === undefined ? undefined : stateMarkdown(topic);
  return said('concept', state === undefined ? concept : `${state}\n\n${concept}`);
};

export function conceptMarkdown(topic: string, environment: Environment): string | undefined {
  const concept = conceptOf(topic);
  if (!concept) return undefined;
  const own = `**${concept.names[0]}** · ${inWords(concept)}`;
  const manual = concept.manual && environment.manual?.heading(...concept.manual);
  return withManual(own, manual, environment);
}

/** What there is to say of a kind of unit beyond its file. */
export function conceptInWords(topic: string): string | undefined {
  const concept = conceptOf(topic);
  return concept && inWords(concept);
}

const conceptOf = (topic: string): Concept | undefined =>
  concepts.find(({ names }) => names.some((name) => plain(name) === plain(topic)));

function inWords({ text, example }: Concept): string {
  const language = example.includes('[') ? 'systemd' : 'sh';
  return `${text}\n\n${FENCE}${language}\n${example}\n${FENCE}`;
}

/** For who mistypes one. */
export const conceptNames: readonly string[] = concepts.flatMap(({ names }) => names);
