// The settings of the extension: their types, defaults and texts, in the order of the settings page. What the server
// reads of them is server/src/service/settings.ts, what the client reads client/src/settings.ts.

const severities = ['error', 'warning', 'info', 'hint', 'off'];

/** A hint beside values, on unless it is switched off. */
const hint = (text) => ({ type: 'boolean', default: true, scope: 'resource', text });

/** By name without `systemdUnits.`; `values` are those of an enumeration, with what each means. */
const settings = ({ oldest, newest }) => ({
  systemdVersion: {
    type: 'string',
    default: 'auto',
    scope: 'resource',
    pattern: `^(auto|${numbersOf(oldest, newest).join('|')})$`,
    patternText: `Write auto, or the number of a release from ${oldest} to ${newest}. Units for an older release are checked as for ${oldest}, units for a newer one as for ${newest}.`,
    text: 'The systemd version that units are written for, such as `252`. Directives and values that this version does not support are reported. `auto` uses the version of this machine (`systemctl --version`), or the newest known version if systemd is not installed.',
  },
  targets: {
    type: 'array',
    items: { type: 'string' },
    default: [],
    scope: 'resource',
    text: 'The systems that units are written for, if there are several: versions (`252`), ranges (`252..257`, `>=249`) and distributions (`debian12`, `ubuntu24.04`, `rhel9`). A problem names those it applies to. Takes precedence over `#systemdUnits.systemdVersion#`.',
  },
  podmanVersion: {
    type: 'string',
    default: 'auto',
    scope: 'resource',
    pattern: '^(auto|[0-9]+\\.[0-9]+(\\.[0-9]+)?)$',
    patternText: 'Write auto, or a version of Podman such as 5.4.',
    text: 'The Podman version that Quadlet files (`.container`, `.pod`, …) are written for, such as `5.4`. Keys and kinds of files that this version does not have are reported. `auto` uses the version of this machine (`podman --version`; not in an untrusted workspace), or the newest known version if Podman is not installed. The Podman of a distribution in `#systemdUnits.targets#` takes precedence.',
  },
  manager: {
    type: 'string',
    default: 'auto',
    scope: 'resource',
    values: {
      auto: 'Units below a user/ unit folder belong to the user manager, all others to the system manager.',
      system: 'All units belong to the system manager.',
      user: 'All units belong to the user manager (systemctl --user).',
    },
    text: 'The manager that units are checked for and run by. *Choose System or User Manager…* sets it for a single file.',
  },
  rules: {
    type: 'object',
    default: {},
    scope: 'resource',
    additionalProperties: { type: 'string', enum: severities },
    text: 'Severity of single rules, by the code that a problem shows: `{ "trailing-comment": "off" }`.',
  },
  diagnosticMode: {
    type: 'string',
    default: 'openFilesOnly',
    scope: 'window',
    values: {
      openFilesOnly: 'Problems of open files.',
      workspace: 'Problems of all files in the workspace that systemd or Podman would read.',
    },
    text: 'Whose problems are listed: those of open files, or of the whole workspace. A change restarts the language server.',
  },
  'codeLens.enabled': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    text: 'Show the state of the unit above its first line, with the actions that fit it: *Start · Stop · Restart · Logs* and more.',
  },
  decorations: {
    type: 'boolean',
    default: true,
    scope: 'window',
    text: 'Mark the files of failed units (`✗`), of units that drop-ins change (`+`) and of those that are masked or hidden by another file (`⊘`), in the Explorer and in tabs.',
  },
  unitPaths: {
    type: 'array',
    items: { type: 'string', pattern: '^(/|[A-Za-z]:[/\\\\]|\\\\\\\\)' },
    default: [],
    scope: 'window',
    text: "Absolute paths of folders with units that are searched before the machine's own (systemd.unit(5)).",
  },
  machineUnits: {
    type: 'boolean',
    default: true,
    scope: 'window',
    text: 'Use the units of the machine the folder is on for completion, *Go to Definition*, drop-ins and the dependency graph.',
  },
  'trace.server': {
    type: 'string',
    default: 'off',
    scope: 'window',
    values: { off: '', messages: '', verbose: '' },
    text: 'Write the messages between VS Code and the language server to the output channel *systemd Units*.',
  },
  privileges: {
    type: 'string',
    default: 'polkit',
    scope: 'machine',
    values: {
      polkit: 'systemctl runs as you and asks for a password itself where polkit is set up.',
      sudo: 'sudo runs systemctl.',
      run0: 'run0 (systemd 256 or newer) runs systemctl.',
      pkexec: 'pkexec runs systemctl.',
    },
    text: 'How commands that change the system manager get the privileges they need. Not used where VS Code runs as root, nor for the user manager.',
  },
  host: {
    type: 'string',
    default: '',
    scope: 'machine',
    text: 'Another host to operate over SSH, as `user@host` (`systemctl --host=`). Its journal can only be read in a window that is open on that host (Remote - SSH).',
  },
  machine: {
    type: 'string',
    default: '',
    scope: 'machine',
    text: 'A local container to operate (`systemctl --machine=`, see machinectl(1)). Only root may enter one: `#systemdUnits.privileges#` sets how, and states are shown only where VS Code runs as root.',
  },
  'trial.limit': {
    type: 'number',
    default: 60,
    minimum: 1,
    maximum: 86_400,
    scope: 'resource',
    text: 'Seconds that a trial of a unit takes at most (*Try This Unit*); then it is ended.',
  },
  'trial.watch': {
    type: 'number',
    default: 5,
    minimum: 0,
    maximum: 86_400,
    scope: 'resource',
    text: 'Seconds that a service has to stay up in a trial once it has started.',
  },
  'inlayHints.nextElapse': hint('Show when a timer elapses next beside `OnCalendar=`.'),
  'inlayHints.timeSpans': hint('Show long time spans in larger units beside them: `900` is 15 minutes.'),
  'inlayHints.modes': hint('Show access modes such as `0660` as `rw-rw----` beside them.'),
  'inlayHints.specifiers': hint('Show the values of `%n`, `%p`, `%i` and other specifiers in this unit behind them.'),
  'inlayHints.serviceType': hint('Show the `Type=` of a service that does not set it beside `[Service]`.'),
});

/** All numbers from the first release to the last. */
const numbersOf = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

const keyOf = (name) => `settings.${name}`;

/** What each value means, unless the values speak for themselves. */
const explained = (values = {}) => Object.entries(values).filter(([, text]) => text !== '');

/** `contributes.configuration`. */
export function configuration(engine) {
  const properties = Object.entries(settings(engine)).map(([name, setting], index) => {
    const { text, patternText, values, ...rest } = setting;
    const texts = explained(values).map(([value]) => `%${keyOf(name)}.${value}%`);
    const property = {
      ...rest,
      ...(values && { enum: Object.keys(values) }),
      ...(texts.length > 0 && { enumDescriptions: texts }),
      ...(patternText && { patternErrorMessage: `%${keyOf(name)}.pattern%` }),
      order: index + 1,
      markdownDescription: `%${keyOf(name)}%`,
    };
    return [`systemdUnits.${name}`, property];
  });
  return { title: 'systemd Units', properties: Object.fromEntries(properties) };
}

/** Their texts, for package.nls.json. */
export const settingTexts = (engine) =>
  Object.fromEntries(
    Object.entries(settings(engine)).flatMap(([name, { text, patternText, values }]) => [
      [keyOf(name), text],
      ...(patternText ? [[`${keyOf(name)}.pattern`, patternText]] : []),
      ...explained(values).map(([value, meaning]) => [`${keyOf(name)}.${value}`, meaning]),
    ]),
  );
