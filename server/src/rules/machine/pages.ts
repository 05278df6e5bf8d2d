import type { ValueRulePage } from '../rule.ts';

/** What is said of the machine the server runs on; `features/machine-findings.ts` finds it. */
export const machineRulePages: readonly ValueRulePage[] = [
  {
    id: 'program-missing',
    scope: 'value',
    docs: {
      what: 'A command whose program is not on this machine, or cannot be run.',
      why: 'The unit loads; starting it fails with 203/EXEC. Said only where the editor runs on a machine with systemd, since the unit may be meant for another one.',
      manual: ['systemd.service(5)', 'systemd.exec(5)'],
    },
  },
  {
    id: 'account-unknown',
    scope: 'value',
    docs: {
      what: 'A user or group that the user database of this machine does not list.',
      why: 'The unit loads; starting it fails with 217/USER or 216/GROUP, unless the account comes from elsewhere or is made before. Said only where the editor runs on a machine with systemd.',
      manual: ['systemd.exec(5)', 'sysusers.d(5)'],
    },
  },
];
