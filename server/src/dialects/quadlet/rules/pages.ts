import type { ValueRulePage } from '../../../engine/rule.ts';

const manual = ['podman-systemd.unit(5)'];

/** What Podman says of Quadlet files; `dialects/quadlet/rules` finds it. */
export const quadletRulePages = {
  syntax: {
    id: 'quadlet-syntax',
    scope: 'value',
    docs: {
      what: 'A line of a Quadlet file that is not a section, an assignment or a comment.',
      severities: ['error'],
      why: 'Podman gives up at the first such line, and does not generate a service from any file in the same folder. In a drop-in, that drop-in alone is left out. Unlike systemd, Podman reads on over blank lines behind a backslash.',
      bad: '[Container]\nImage quay.io/example/web',
      good: '[Container]\nImage=quay.io/example/web',
      manual,
    },
  },
  unknownKey: {
    id: 'quadlet-key-unknown',
    scope: 'value',
    docs: {
      what: 'A key that Podman does not have in this section of a Quadlet file.',
      severities: ['error'],
      why: 'Podman does not generate a service from the file. Of several unknown keys it names the first only, without its line. Keys are case sensitive; newer versions of Podman have more of them.',
      bad: '[Container]\nImage=quay.io/example/web\nPort=80:80',
      good: '[Container]\nImage=quay.io/example/web\nPublishPort=80:80',
      manual,
    },
  },
  tooNew: {
    id: 'quadlet-too-new',
    scope: 'value',
    docs: {
      what: 'A key or a kind of Quadlet file that the Podman of the target does not have yet.',
      severities: ['error'],
      why: 'Podman does not generate a service from a file with a key that it does not have, and passes over a kind of file that it does not have. Quadlet itself came with Podman 4.4. The version is set with systemdUnits.podmanVersion, or comes with a distribution among systemdUnits.targets.',
      bad: '[Container]\nImage=quay.io/example/web\n# with Podman 4.9 as the target\nHealthLogDestination=local',
      manual,
    },
  },
  refused: {
    id: 'quadlet-refused',
    scope: 'value',
    docs: {
      what: 'A reason for which Podman does not generate a service from a Quadlet file.',
      severities: ['error'],
      why: 'A key is missing, two exclude each other, or [Service] has a value that does not go with a container. Podman says so in the journal when the daemon is reloaded; the service does not exist then.',
      bad: '[Container]\nImage=quay.io/example/web\n\n[Service]\nType=simple',
      good: '[Container]\nImage=quay.io/example/web',
      manual,
    },
  },
  run: {
    id: 'quadlet-run',
    scope: 'value',
    docs: {
      what: 'A value in a Quadlet file that podman refuses when the service is started.',
      severities: ['error'],
      why: 'Podman makes a command line of the file without looking at most values. What is wrong shows when the service is started: podman run ends with an error before the container is made.',
      bad: '[Container]\nImage=quay.io/example/web\nUlimit=nofile=many\nHealthCmd=true\nHealthInterval=30',
      good: '[Container]\nImage=quay.io/example/web\nUlimit=nofile=1024:2048\nHealthCmd=true\nHealthInterval=30s',
      manual: ['podman-systemd.unit(5)', 'podman-run(1)'],
    },
  },
  overridden: {
    id: 'quadlet-overridden',
    scope: 'value',
    docs: {
      what: 'A setting in [Service] that Podman replaces by its own.',
      severities: ['warning'],
      why: 'The service of a pod always has Type=forking, Restart=on-failure and a PIDFile= of its own, whatever the file says, without a message.',
      bad: '[Pod]\n\n[Service]\nRestart=always',
      good: '[Pod]',
      manual,
    },
  },
  continuation: {
    id: 'quadlet-continuation',
    scope: 'value',
    docs: {
      what: 'A backslash at the end of a line with a blank line below it, or with nothing more.',
      severities: ['warning'],
      why: 'Podman passes over blank lines and comments and takes the next line for the rest of the value, be it a section header. At the end of the file it drops the whole assignment without a message.',
      bad: '[Container]\nImage=quay.io/example/web\nExec=run \\\n\n[Install]\nWantedBy=default.target',
      good: '[Container]\nImage=quay.io/example/web\nExec=run\n\n[Install]\nWantedBy=default.target',
      manual,
    },
  },
  service: {
    id: 'quadlet-service',
    scope: 'value',
    docs: {
      what: 'Something in a Quadlet file for which systemd refuses the service that Podman makes of it, or warns.',
      severities: ['error', 'warning'],
      why: 'What stands in [Unit], [Service] and [Install] is passed on, and meets there what Podman adds: a second ExecStart=, for one, which only a service of Type=oneshot may have.',
      bad: '[Container]\nImage=quay.io/example/web\n\n[Service]\nExecStart=/usr/bin/web',
      good: '[Container]\nImage=quay.io/example/web\nExec=/usr/bin/web',
      manual: ['podman-systemd.unit(5)', 'systemd.service(5)'],
    },
  },
} as const satisfies Readonly<Record<string, ValueRulePage>>;
