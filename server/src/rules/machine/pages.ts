import type { ValueRulePage } from '../../engine/rule.ts';

/** What is said of the machine units are for; `features/machine-findings.ts` finds it. */
export const machineRulePages: readonly ValueRulePage[] = [
  {
    id: 'program-missing',
    scope: 'value',
    docs: {
      what: 'A command whose program is not on this machine, or cannot be run.',
      severities: ['warning', 'info'],
      why: 'The unit loads; starting it fails with 203/EXEC, and systemd-analyze verify complains. The editor says so as information, where it runs on a machine with systemd: the unit may be meant for another one. The command line says so as a warning, and only of units in this machine’s unit paths or below --root; a repository’s programs may be installed later. With a - before the program nothing is said, nor of units with an image of their own; where a condition asks for the program, it is information.',
      manual: ['systemd.service(5)', 'systemd.exec(5)'],
    },
  },
  {
    id: 'link-dangling',
    scope: 'value',
    docs: {
      what: 'A link in the unit paths of an image that leads nowhere, for a unit that is not there.',
      severities: ['info'],
      why: 'systemd passes over an entry of a .wants/ folder whose unit it cannot find, so what somebody enabled is not started, and nobody says so. With .requires/ the start fails. Most often a package was removed without its links. The command line says so below --root.',
      manual: ['systemd.unit(5)', 'systemctl(1)'],
    },
  },
  {
    id: 'account-unknown',
    scope: 'value',
    docs: {
      what: 'A user or group that the user database of this machine does not list.',
      severities: ['info'],
      why: 'The unit loads; starting it fails with 217/USER or 216/GROUP, unless the account comes from elsewhere or is made before. The editor says so where it runs on a machine with systemd, the command line of units in the machine’s unit paths or below --root, where accounts of sysusers.d count as there.',
      manual: ['systemd.exec(5)', 'sysusers.d(5)'],
    },
  },
];
