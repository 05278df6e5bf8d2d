import type { Random } from '../../mutation/random.ts';

/** A Quadlet file that Podman and systemd take without a word. */
export interface Base {
  readonly name: string;
  readonly text: string;
}

/** What a file with much in it looks like, of each kind. */
export const BASES: readonly Base[] = [
  {
    name: 'web.container',
    text: `[Unit]
Description=Web server
After=data.volume lan.network
Wants=network-online.target

[Container]
Image=quay.io/example/web:1
ContainerName=web
PublishPort=8080:80
Volume=data.volume:/data:Z
Network=lan.network
Environment=TZ=UTC MODE=production
Label=app=web
HealthCmd=curl -f http://localhost/
HealthInterval=30s
AddCapability=NET_BIND_SERVICE
DropCapability=ALL
ReadOnly=yes
NoNewPrivileges=true
Notify=healthy
User=1000
Group=1000
Exec=serve --port 80
Mount=type=tmpfs,destination=/tmp
AutoUpdate=registry

[Service]
Restart=on-failure
RestartSec=5
TimeoutStartSec=900
ExecStartPre=/bin/true

[Install]
WantedBy=default.target
`,
  },
  {
    name: 'job.container',
    text: '[Unit]\nDescription=Job\n\n[Container]\nImage=quay.io/example/job:1\nPod=group.pod\nRunInit=yes\nTimezone=local\n\n[Service]\nType=oneshot\nRemainAfterExit=yes\nKillMode=control-group\n\n[Install]\nWantedBy=multi-user.target\n',
  },
  {
    name: 'root.container',
    text: '[Container]\nRootfs=/srv/root\nUserNS=auto\nExposeHostPort=80\nSecret=key\nSysctl=net.core.somaxconn=10\nTmpfs=/run\n\n[Service]\nRestart=always\nMemoryMax=1G\n',
  },
  {
    name: 'p.pod',
    text: '[Unit]\nDescription=Pod\n\n[Pod]\nPodName=p\nPublishPort=80:80\nNetwork=lan.network\nVolume=data.volume:/data\n\n[Install]\nWantedBy=default.target\n',
  },
  {
    name: 'v.volume',
    text: '[Unit]\nDescription=Volume\n\n[Volume]\nDevice=/dev/sdb1\nType=ext4\nOptions=ro\nUser=1000\nGroup=1000\nCopy=no\nLabel=a=b\n\n[Service]\nTimeoutStartSec=30\n',
  },
  {
    name: 'n.network',
    text: '[Network]\nSubnet=10.89.1.0/24\nGateway=10.89.1.1\nIPRange=10.89.1.128/25\nInternal=yes\nIPv6=no\nOptions=mtu=1400\n\n[Install]\nWantedBy=default.target\n',
  },
  {
    name: 'k.kube',
    text: '[Unit]\nDescription=Kube\n\n[Kube]\nYaml=deployment.yml\nPublishPort=80:80\nKubeDownForce=yes\nSetWorkingDirectory=unit\n\n[Service]\nRestart=on-failure\n',
  },
  {
    name: 'i.image',
    text: '[Image]\nImage=quay.io/example/base:2\nImageTag=localhost/base:2\nTLSVerify=yes\nPolicy=newer\n\n[Service]\nTimeoutStartSec=600\n',
  },
  {
    name: 'b.build',
    text: '[Build]\nImageTag=localhost/app:1\nSetWorkingDirectory=unit\nFile=Containerfile\nForceRM=no\nPull=newer\n\n[Service]\nTimeoutStartSec=900\n',
  },
  {
    name: 'a.artifact',
    text: '[Artifact]\nArtifact=quay.io/example/data:1\nQuiet=yes\n\n[Install]\nWantedBy=default.target\n',
  },
];

type Edit = (text: string, random: Random) => string;

/** The number of a line that holds an assignment, at random. */
function assignmentLine(lines: readonly string[], random: Random): number {
  const found = lines.flatMap((line, index) => (/^\w+=/.test(line) ? [index] : []));
  return random.pick(found);
}

const onLine =
  (change: (line: string, random: Random) => string): Edit =>
  (text, random) => {
    const lines = text.split('\n');
    const at = assignmentLine(lines, random);
    lines[at] = change(lines[at]!, random);
    return lines.join('\n');
  };

const inKey = (change: (key: string, random: Random) => string): Edit =>
  onLine((line, random) => {
    const [key = '', ...rest] = line.split('=');
    return `${change(key, random)}=${rest.join('=')}`;
  });

const withIn =
  (section: string, ...additions: readonly string[]): Edit =>
  (text, random) => {
    const line = random.pick(additions);
    const header = `[${section}]\n`;
    return text.includes(header) ? text.replace(header, `${header}${line}\n`) : `${text}\n${header}${line}\n`;
  };

/** Single faults: slips of the hand, and what people take for possible. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'a letter of a key left out': inKey((key, { below }) => {
    const at = below(key.length);
    return key.slice(0, at) + key.slice(at + 1);
  }),
  'two letters of a key swapped': inKey((key, { below }) => {
    const at = below(key.length - 1);
    return key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2);
  }),
  'a key in lower case': inKey((key) => key.toLowerCase()),
  'a letter of a section left out': (text, { below }) =>
    text.replace(/\[(\w+)\]/, (_, name: string) => {
      const at = below(name.length);
      return `[${name.slice(0, at)}${name.slice(at + 1)}]`;
    }),
  'no equals sign': onLine((line) => line.replace('=', ' ')),
  'a line of text': (text, random) => {
    const lines = text.split('\n');
    lines.splice(random.below(lines.length), 0, random.pick(['oops', 'Image: x', '- a', '[Open']));
    return lines.join('\n');
  },
  'a line deleted': (text, random) => {
    const lines = text.split('\n');
    lines.splice(assignmentLine(lines, random), 1);
    return lines.join('\n');
  },
  'a setting of the service that does not go': withIn(
    'Service',
    'Type=simple',
    'Type=exec',
    'KillMode=process',
    'KillMode=none',
    'Type=forking',
    'ExecStart=/bin/true',
  ),
  'a value of the service that is wrong': withIn(
    'Service',
    'Restart=alwys',
    'TimeoutStopSec=soon',
    'MemoryMax=lots',
    'LimitNOFILE=x',
    'Restrat=no',
    'Nice=40',
    'UMask=9',
  ),
  'a value of the unit that is wrong': withIn(
    'Unit',
    'Requires=nothing',
    'Afer=network.target',
    'After=x.srvice',
    'StartLimitBurst=many',
  ),
  'a file that is not there': withIn('Unit', 'After=gone.container', 'Requires=gone.volume', 'Wants=gone.network'),
  'keys of other kinds': (text, random) => {
    const section = /\[(Container|Pod|Volume|Network|Kube|Image|Build|Artifact)\]/.exec(text)?.[1];
    return section
      ? withIn(
          section,
          'Ports=80',
          'Restart=always',
          'Volumes=x',
          'Command=x',
          'Env=a=b',
          'Images=x',
          'depends_on=x',
        )(text, random)
      : text;
  },
  'a name that is not there': (text, random) =>
    text.replace(
      /(?:data|lan|group)\.(volume|network|pod)/,
      (_, kind: string) => `${random.pick(['gone', 'dat', 'x'])}.${kind}`,
    ),
};
