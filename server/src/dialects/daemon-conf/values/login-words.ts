import { type EnumWord, enumeration } from '../../../values/basic/enumeration.ts';
import type { ValueType } from '../../../values/value-type.ts';

/** What systemd-logind does at a key or when the machine is idle; logind.conf(5), "HandlePowerKey=". */
export const handleActions: readonly EnumWord[] = [
  { word: 'ignore', what: 'nothing' },
  { word: 'poweroff', what: 'the machine is shut down and switched off' },
  { word: 'reboot', what: 'the machine is rebooted' },
  { word: 'halt', what: 'the machine is shut down and stays on' },
  { word: 'kexec', what: 'the machine is rebooted by kexec, without its firmware' },
  { word: 'soft-reboot', what: 'user space is restarted, the kernel goes on', from: 254 },
  { word: 'sleep', what: 'the machine sleeps in the way that SleepOperation= prefers', from: 257 },
  { word: 'suspend', what: 'the machine is suspended to memory' },
  { word: 'hibernate', what: 'the machine is suspended to disk' },
  { word: 'hybrid-sleep', what: 'the machine is suspended to memory and to disk' },
  { word: 'suspend-then-hibernate', what: 'the machine is suspended to memory, and after a while to disk' },
  { word: 'lock', what: 'all sessions are locked' },
  { word: 'factory-reset', what: 'the factory-reset target is started' },
  { word: 'secure-attention-key', what: 'the login screen gets the secure attention key', from: 257 },
];

/** The actions that are ways to sleep. */
export const sleepOperations: readonly EnumWord[] = handleActions.filter(({ word }) =>
  /^(?:suspend|hibernate|hybrid-sleep|suspend-then-hibernate)$/.test(word),
);

export const loginWords: readonly ValueType[] = [
  enumeration({ parsers: ['config_parse_handle_action'], words: handleActions }),
];
