import { allQuadletKeys, type QuadletKey } from '../../../server/src/dialects/quadlet/keys.ts';
import type { Random } from '../../mutation/random.ts';
import type { Tree } from './podman.ts';

/** What a file of each kind needs to be converted. */
export const NEEDS: Readonly<Record<string, string>> = {
  container: '[Container]\nImage=quay.io/x/web:1\n',
  pod: '[Pod]\n',
  volume: '[Volume]\n',
  network: '[Network]\n',
  kube: '[Kube]\nYaml=deployment.yml\n',
  image: '[Image]\nImage=quay.io/x/web:1\n',
  build: '[Build]\nImageTag=localhost/x:1\nSetWorkingDirectory=unit\n',
  artifact: '[Artifact]\nArtifact=quay.io/x/data:1\n',
};

export const KINDS = Object.keys(NEEDS);

/** Files that others refer to. */
export const PARTNERS: Tree = {
  'data.volume': '[Volume]\n',
  'named.volume': '[Volume]\nVolumeName=own\nServiceName=other\n',
  'lan.network': '[Network]\nSubnet=10.89.0.0/24\n',
  'base.image': '[Image]\nImage=quay.io/x/base\nImageTag=localhost/base:2\n',
  'app.build': '[Build]\nImageTag=localhost/app:1\nFile=/srv/Containerfile\n',
  'group.pod': '[Pod]\nPodName=group\n',
  'peer.container': '[Container]\nImage=quay.io/x/peer\n',
  'tools@.container': '[Container]\nImage=quay.io/x/tools\n',
};

const TEXTS = [
  'plain',
  'with space',
  '"quoted"',
  '""both""',
  '"open',
  "it's",
  'a\\tb',
  '%i-%n',
  '100%%',
  'ünï',
  'a  b',
  '-1',
  '0',
  '$HOME',
];
const BOOLEANS = ['yes', 'no', 'true', 'FALSE', '1', '0', 'on', 'off', 'perhaps', '"yes"', ''];
const NUMBERS = ['1000', '0x10', '010', '08', '-5', '+7', 'abc', '4294967296', ''];
const WORDS = [
  'a b',
  '"a b" c',
  'a\\x20b',
  'a\\qb',
  '"open quote',
  '',
  'x "" y',
  "'single' d",
  'NAME=value',
  'A=1 B=2 A=3',
  '"A=x y"',
  'NAME',
];

/** Values that mean something in these keys. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  Image: ['base.image', 'app.build', 'gone.image', 'docker.io/library/nginx', 'short'],
  Network: [
    'host',
    'lan.network',
    'lan.network:ip=10.89.0.5',
    'peer.container',
    'peer.container:x',
    'tools@.container',
    'gone.network',
    'pasta:-T,1',
  ],
  Volume: [
    '/srv',
    'data.volume:/data',
    'named.volume:/data:ro,Z',
    './conf:/etc/x',
    '../up:/etc/x:ro',
    '/a b:/c',
    'gone.volume:/x',
    'anonymous:/x',
    ':/x',
  ],
  Mount: [
    'type=bind,source=/srv,target=/srv',
    'type=volume,source=data.volume,destination=/data,ro',
    'type=bind,src=./conf,dst=/etc/x',
    'type=tmpfs,dst=/tmp,tmpfs-size=10m',
    'type=image,source=base.image,dst=/img',
    'source=data.volume,dst=/x',
    'type=volume,dst=/x',
    'type=bind,source,dst=/x',
    'type=bind,"source=/a,b",dst=/x',
    '\'type=bind,"source=/a,b",dst=/x\'',
    'type=glob,src=/usr/lib/*,dst=/lib',
    'dst=/x,type=artifact,source=gone.artifact',
    'type=bind,source=gone.volume,dst=/x',
  ],
  Pod: ['group.pod', 'group', 'gone.pod', ''],
  ExposeHostPort: ['80', '80/udp', '1000-1010', 'http', 'x80', '80 '],
  RemapUsers: ['auto', 'keep-id', 'manual', 'both', ''],
  Notify: ['healthy', 'HEALTHY', 'yes', 'no', 'perhaps'],
  AddDevice: ['/dev/null', '-/dev/null:/dev/x', '-/dev/gone /dev/zero', '-'],
  Driver: ['local', 'image', ''],
  SetWorkingDirectory: ['unit', 'yaml', 'file', 'UNIT', '/srv', 'sub', 'https://github.com/x/y', 'github.com/x/y', ''],
  File: ['Containerfile', '/srv/Containerfile', 'https://x/Containerfile', '%h/Containerfile'],
  Yaml: ['a.yml b.yml', '/srv/a.yml', '%h/a.yml', '', '"a b.yml"'],
  AutoUpdate: ['registry', 'web/local', 'registry db/local', 'weekly'],
  Subnet: ['10.0.0.0/24'],
  Gateway: ['10.0.0.1'],
  ServiceName: ['other', '', 'with space'],
  EnvironmentFile: ['env', '/etc/env', './a ./b', '%h/env'],
};

export function samplesOf({ key, type }: Pick<QuadletKey, 'key' | 'type'>): readonly string[] {
  const own = SPECIAL[key] ?? [];
  if (type === 'boolean') return BOOLEANS;
  if (type === 'uint32') return [...NUMBERS, ...own];
  return type === 'string' || type === 'list' ? [...own, ...TEXTS] : [...own, ...WORDS];
}

export const sectionFor = (kind: string): string => kind[0]!.toUpperCase() + kind.slice(1);

/** As many files as Go sorts without changing the order of equal ones; it shows in the dependencies of a pod. */
const PACKED = 12;

/** A file for each key and each of its sample values, several to a tree; those that refer to others each with its own. */
export function keyTrees(): Tree[] {
  return KINDS.flatMap((kind) => {
    const files = allQuadletKeys()
      .filter(({ section }) => section === sectionFor(kind))
      .flatMap((key) => samplesOf(key).map((value) => ({ value, text: `${NEEDS[kind]}${key.key}=${value}\n` })));
    const isAlone = ({ text, value }: { readonly text: string; readonly value: string }): boolean =>
      /Mount=|Pod=|ServiceName=/.test(text) || /\.(?:volume|network|image|build|pod|container|artifact)/.test(value);
    const alone = files.filter(isAlone).map(({ text }) => ({ ...PARTNERS, [`web.${kind}`]: text }));
    return [
      ...alone,
      ...packed(
        files.filter((file) => !isAlone(file)),
        kind,
      ),
    ];
  });
}

function packed(files: readonly { readonly text: string }[], kind: string): Tree[] {
  const trees: Tree[] = [];
  for (let start = 0; start < files.length; start += PACKED) {
    const names = ['', '@', '@a', '-b'];
    const named = files
      .slice(start, start + PACKED)
      .map(({ text }, index) => [`web${index}${names[index % names.length]}.${kind}`, text] as const);
    trees.push(Object.fromEntries(named));
  }
  return trees;
}

const EXTRA = [
  ...[
    '[Unit]\nDescription=x\nAfter=data.volume network.target\n',
    '[Unit]\nRequires=gone.container\n',
    '[Unit]\nWants=peer.container\n',
  ],
  ...[
    '[Service]\nRestart=always\n',
    '[Service]\nType=oneshot\nRemainAfterExit=yes\n',
    '[Service]\nType=simple\n',
    '[Service]\nKillMode=process\n',
  ],
  ...['[Service]\nKillMode=control-group\nSyslogIdentifier=x\n', '[Service]\nWorkingDirectory=/srv\nEnvironment=A=b\n'],
  ...[
    '[Install]\nWantedBy=default.target\n',
    '[Quadlet]\nDefaultDependencies=no\n',
    '[X-Own]\nKey=value\n',
    '# a comment\n\n',
    '; more\n',
  ],
  ...['[Service]\nType=notify\nUser=me\n', '[Quadlet]\nDefaultDependencies=perhaps\n', '[X-Container]\nImage=a\n'],
];

/** A file with several keys at random, with drop-ins, sometimes wrapped. */
export function randomTree(random: Random): Tree {
  const { pick } = random;
  const isOneOf = (many: number): boolean => random.below(many) === 0;
  const kind = pick(KINDS);
  const keys = allQuadletKeys().filter(({ section }) => section === sectionFor(kind));
  const line = (): string => {
    const key = pick(keys);
    const text = `${key.key}${pick(['=', ' = ', '=  '])}${pick(samplesOf(key))}`;
    return isOneOf(7) ? `${text.replace(' ', ' \\\n# inside\n  ')}\n` : `${text}\n`;
  };
  const lines = (most: number): string => Array.from({ length: random.below(most) }, line).join('');
  const extra = (): string => (isOneOf(3) ? pick(EXTRA) : '');
  const stem = pick(['web', 'web@', 'web@inst', 'a-b-web', 'a-b@x']);
  const section = `[${sectionFor(kind)}]\n`;
  const folders = [`${stem}.${kind}`, kind, `a-.${kind}`, `a-b-.${kind}`, `web@.${kind}`, `sub/${stem}.${kind}`];
  return {
    ...PARTNERS,
    [`${isOneOf(10) ? 'sub/' : ''}${stem}.${kind}`]: extra() + NEEDS[kind]! + lines(6) + extra(),
    [`${pick(folders)}.d/10.conf`]: section + lines(3) + extra(),
    ...(isOneOf(3) ? { [`${stem}.${kind}.d/10.conf`]: section + lines(2) } : {}),
  };
}
