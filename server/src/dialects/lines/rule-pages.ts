import type { ValueRulePage } from '../../engine/rule.ts';
import { LINE_RULES } from './problems.ts';

/** What files of lines report, whatever program reads them. */
export const lineRulePages: readonly ValueRulePage[] = [
  {
    id: LINE_RULES.refused,
    scope: 'value',
    docs: {
      what: 'A line that the program which reads the file refuses.',
      severities: ['error'],
      why: 'systemd-tmpfiles drops such a line and goes on with the next one, so that what it stands for is never made. systemd-sysusers makes nobody at all where one line of any file is wrong. udev drops the rule, which may take several lines.',
      bad: 'd /run/web 0755 www-data www-data 10days! -',
      good: 'd /run/web 0755 www-data www-data 10days -',
      manual: ['tmpfiles.d(5)', 'sysusers.d(5)', 'udev(7)'],
    },
  },
  {
    id: LINE_RULES.ignored,
    scope: 'value',
    docs: {
      what: 'A part of a line that the program complains of and ignores.',
      severities: ['warning'],
      why: 'The rest of the line is done. What the part was meant for is not.',
      bad: 'a /var/log/web - - - - user:adm',
      good: 'a /var/log/web - - - - group:adm:r-x',
      manual: ['tmpfiles.d(5)'],
    },
  },
  {
    id: LINE_RULES.overridden,
    scope: 'value',
    docs: {
      what: 'A line that counts for nothing, as an earlier one says something else of the same thing, in the same file or in one that is read before it.',
      severities: ['warning', 'info'],
      why: 'The first line counts. Files are read in the order of their names, whatever folder they are in.',
      bad: 'd /run/web 0755\nd /run/web 0700',
      good: 'd /run/web 0700',
      manual: ['tmpfiles.d(5)', 'sysusers.d(5)'],
    },
  },
  {
    id: LINE_RULES.hidden,
    scope: 'value',
    docs: {
      what: 'A file of lines that is not read, as one of the same name in another folder counts.',
      severities: ['info'],
      why: 'Of files with one name that in /etc is read, else that in /run, /usr/local/lib, /usr/lib. So an administrator replaces the file of a package, or masks it with an empty file or a link to /dev/null. It is told where both lie in one tree: on the machine, in an image, in a package.',
      bad: '# /usr/lib/tmpfiles.d/web.conf, beside /etc/tmpfiles.d/web.conf\nd /run/web 0755',
      good: '# /usr/lib/tmpfiles.d/web.conf, and nothing of that name in /etc/tmpfiles.d\nd /run/web 0755',
      manual: ['tmpfiles.d(5)', 'sysusers.d(5)', 'systemd.preset(5)', 'sysctl.d(5)'],
    },
  },
  {
    id: LINE_RULES.account,
    scope: 'value',
    docs: {
      what: 'A user or group that nobody makes, as far as can be seen.',
      severities: ['info'],
      why: 'Where the name does not exist when the line is read, the line is dropped. A package may make it when it is installed; a line of sysusers.d makes it wherever the file is.',
      bad: 'd /run/web 0755 webb webb - -',
      good: 'd /run/web 0755 www-data www-data - -',
      manual: ['sysusers.d(5)'],
    },
  },
  {
    id: LINE_RULES.legacy,
    scope: 'value',
    docs: {
      what: 'A path below /var/run.',
      severities: ['info'],
      why: '/var/run is a link to /run on every system of today. systemd-tmpfiles remarks on it in the journal and uses /run.',
      bad: 'd /var/run/web 0755',
      good: 'd /run/web 0755',
      manual: ['tmpfiles.d(5)'],
    },
  },
  {
    id: LINE_RULES.vain,
    scope: 'value',
    docs: {
      what: 'A udev rule that does nothing, or says something twice.',
      severities: ['warning', 'info'],
      why: 'Conditions alone set nothing, so udev ignores such a rule. All conditions of a rule have to hold: where two of them cannot hold together the rule never does anything, where they are the same one of them is too much. udevadm verify complains of both; it came with systemd 254.',
      bad: 'KERNEL=="sda", KERNEL=="sdb", MODE="0660"',
      good: 'KERNEL=="sda|sdb", MODE="0660"',
      manual: ['udev(7)', 'udevadm(8)'],
    },
  },
  {
    id: LINE_RULES.label,
    scope: 'value',
    docs: {
      what: 'A jump of a udev rule that goes nowhere, or a label that nothing jumps to.',
      severities: ['error', 'hint'],
      why: 'GOTO jumps down to the next LABEL of its name in the same file. Where there is none udev ignores the jump, so that the rules which were to be passed over are done.',
      bad: 'SUBSYSTEM!="block", GOTO="web_end"\nKERNEL=="sda", MODE="0660"\nLABEL="web_ende"',
      good: 'SUBSYSTEM!="block", GOTO="web_end"\nKERNEL=="sda", MODE="0660"\nLABEL="web_end"',
      manual: ['udev(7)'],
    },
  },
  {
    id: LINE_RULES.style,
    scope: 'value',
    docs: {
      what: 'A udev rule that works, and that udev would have otherwise.',
      severities: ['warning', 'info', 'hint'],
      why: 'A comma and a blank stand between two expressions: udevadm verify remarks on anything else, which udev reads all the same. It complains of what may not work with another kernel, and of RESULT before the PROGRAM whose result it compares.',
      bad: 'KERNEL=="sda" MODE="0660"',
      good: 'KERNEL=="sda", MODE="0660"',
      manual: ['udev(7)', 'udevadm(8)'],
    },
  },
];
