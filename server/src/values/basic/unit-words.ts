import { since } from '../changes.ts';
import { faultAt, nameOf, problem, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';
import { type EnumWord, enumeration } from './enumeration.ts';

const emergencyActions: readonly EnumWord[] = [
  { word: 'none', what: 'nothing happens' },
  { word: 'reboot', what: 'reboots in order' },
  { word: 'reboot-force', what: 'reboots without stopping the services in order' },
  { word: 'reboot-immediate', what: 'reboots at once, without unmounting anything' },
  { word: 'poweroff', what: 'shuts down in order' },
  { word: 'poweroff-force', what: 'shuts down without stopping the services in order' },
  { word: 'poweroff-immediate', what: 'switches off at once, without unmounting anything' },
  { word: 'exit', what: 'ends the manager in order', from: 240 },
  { word: 'exit-force', what: 'ends the manager without stopping the services in order', from: 240 },
  { word: 'soft-reboot', what: 'restarts user space in order', from: 254 },
  { word: 'soft-reboot-force', what: 'restarts user space without stopping the services in order', from: 254 },
  { word: 'kexec', what: 'boots the next kernel in order', from: 254 },
  { word: 'kexec-force', what: 'boots the next kernel without stopping the services in order', from: 254 },
  { word: 'halt', what: 'halts in order', from: 254 },
  { word: 'halt-force', what: 'halts without stopping the services in order', from: 254 },
  { word: 'halt-immediate', what: 'halts at once, without unmounting anything', from: 254 },
];

const jobModes: readonly EnumWord[] = [
  { word: 'fail', what: 'gives up where a pending job is in the way' },
  { word: 'lenient', what: 'gives up where running units would have to stop', from: 258 },
  { word: 'replace', what: 'takes the place of pending jobs in the way' },
  { word: 'replace-irreversibly', what: 'like replace, and cannot be replaced itself' },
  { word: 'isolate', what: 'stops every other unit' },
  { word: 'flush', what: 'cancels every other job' },
  { word: 'ignore-dependencies', what: 'neither requires nor orders anything' },
  { word: 'ignore-requirements', what: 'orders, but requires nothing' },
  { word: 'triggering', what: 'stops the units that trigger it too', from: 244 },
  { word: 'restart-dependencies', what: 'restarts the units that depend on it too', from: 254 },
];

/** OnFailureIsolate= is read as a boolean; that it is deprecated is said by a rule. */
const onFailureIsolate = enumeration({
  parsers: ['config_parse_job_mode_isolate'],
  words: [],
  boolean: { yes: 'isolates the units of OnFailure=', no: 'starts the units of OnFailure= as usual' },
});

const olderActions = new Set(emergencyActions.filter(({ from }) => from === undefined).map(({ word }) => word));

/** FailureAction= and its kin: a user manager ends itself, and leaves the machine alone. */
const emergencyAction = enumeration({
  parsers: ['config_parse_emergency_action'],
  words: emergencyActions,
  remark(text, context) {
    if (context.manager === 'system' || ['none', 'exit', 'exit-force'].includes(text)) return [];
    // What systemd learned then it took for user managers as well at first.
    if (!since(context.version, 'user managers refuse newer actions') && !olderActions.has(text)) return [];
    const what = `${nameOf(context)}${text} is for the system manager`;
    return !since(context.version, 'user managers refuse actions of the machine')
      ? [
          problem(whole(text), 'value-ineffective', `${what}; a user manager takes it for exit-force.`, {
            severity: 'info',
          }),
        ]
      : [
          faultAt(whole(text), {
            rule: 'value-ineffective',
            consequence: 'ignored',
            what,
            remedy: 'Write exit or exit-force.',
          }),
        ];
  },
});

/** Enumerations of [Unit]; systemd.unit(5). */
export const unitEnumerations: readonly ValueType[] = [
  emergencyAction,
  enumeration({ parsers: ['config_parse_job_mode'], words: jobModes }),
  enumeration({
    parsers: ['config_parse_collect_mode'],
    words: [
      { word: 'inactive', what: 'is forgotten when inactive, and kept when failed' },
      { word: 'inactive-or-failed', what: 'is forgotten when inactive or failed' },
    ],
  }),
  onFailureIsolate,
];
