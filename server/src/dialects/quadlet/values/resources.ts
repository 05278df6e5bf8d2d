import { signalCandidates } from '../../../values/basic/signal.ts';
import { capabilities } from '../../../values/security/capabilities.ts';
import type { Candidate, Completion, Signature, ValueType } from '../../../values/value-type.ts';
import { OF_MOUNTS, OF_TMPFS, OF_VOLUMES } from '../podman/mount-options.ts';
import { IPAM_DRIVERS, LIMITS, LOG_DRIVERS } from '../podman/options.ts';
import { completing, fields, fromPodman, offered, partAt, words } from './completing.ts';
import { anyText, listedText } from './text.ts';
import { argumentWords, listWords } from './words.ts';

const whole = (text: string) => ({ start: 0, end: text.length });

/** A `.image` or `.build` file, an image of others, one of the machine. */
export const image = completing(anyText, (text) => offered(whole(text), [], fromPodman('image')));

export const pod = completing(anyText, (text) => offered(whole(text), [], fromPodman('pod')));

const NETWORKS: readonly Candidate[] = [
  { label: 'host', kind: 'keyword', detail: 'the network of the machine' },
  { label: 'none', kind: 'keyword', detail: 'no network' },
  { label: 'bridge', kind: 'keyword', detail: 'the usual network of podman' },
  { label: 'private', kind: 'keyword', detail: 'a network of its own' },
  { label: 'pasta', kind: 'keyword', detail: 'without rights: as the host looks' },
  { label: 'slirp4netns', kind: 'keyword', detail: 'without rights, the older way' },
  { label: 'container:', kind: 'prefix', detail: 'that of another container' },
  { label: 'ns:', kind: 'prefix', detail: 'a namespace by its path' },
];

const NETWORK_FIELDS = ['ip', 'ip6', 'mac', 'alias', 'interface_name'];

/** `Network=`: a mode, a `.network` file or a network; behind the colon its options. */
export const network: ValueType = {
  ...listedText,
  complete(text, offset): Completion {
    const colon = text.indexOf(':');
    if (colon < 0 || offset <= colon)
      return offered({ start: 0, end: colon < 0 ? text.length : colon }, NETWORKS, fromPodman('network'));
    return offered(partAt(text, offset, /[:,]/g), fields(NETWORK_FIELDS));
  },
  signature: (): Signature => ({
    label: 'NETWORK[:OPTIONS]',
    parameters: [
      {
        label: 'NETWORK',
        documentation:
          'host, none, bridge, private, pasta; a .network file, a .container file whose network is shared, or the name of a network.',
      },
      { label: 'OPTIONS', documentation: 'Between commas: ip=10.89.0.5, mac=…, alias=… and others, by network.' },
    ],
    active: (text, offset) => (text.slice(0, offset).includes(':') ? 1 : 0),
  }),
};

const SECRET_FIELDS = ['type', 'target', 'mode', 'uid', 'gid'];

/** `Secret=`: a name, then how the container gets it. */
export const secret: ValueType = {
  ...argumentWords,
  complete(text, offset): Completion {
    const part = partAt(text, offset, /,/g);
    if (part.start === 0) return offered(part, [], fromPodman('secret'));
    if (!text.startsWith('type=', part.start)) return offered(part, fields(SECRET_FIELDS));
    return offered({ ...part, start: part.start + 'type='.length }, words(['mount', 'env']));
  },
  signature: (): Signature => ({
    label: 'SECRET[,type=TYPE][,target=TARGET][,mode=MODE]',
    parameters: [
      { label: 'SECRET', documentation: 'The name of a secret: podman secret ls lists them.' },
      { label: 'TYPE', documentation: 'mount, a file in /run/secrets (unless told), or env, a variable.' },
      { label: 'TARGET', documentation: 'The name of the file or of the variable; that of the secret unless told.' },
      { label: 'MODE', documentation: 'The mode of the file, 0444 unless told; uid= and gid= say whose it is.' },
    ],
    active: (text, offset) => Math.min(3, text.slice(0, offset).split(',').length - 1),
  }),
};

/** The words behind the last colon of `Volume=` and of `Tmpfs=`. */
export const volumeOptions = (text: string, offset: number): Completion =>
  offered(partAt(text, offset, /[:,]/g), words(OF_VOLUMES));

export const tmpfs: ValueType = {
  ...listedText,
  complete(text, offset): Completion | undefined {
    if (!text.slice(0, offset).includes(':')) return undefined;
    const part = partAt(text, offset, /[:,]/g);
    const valued = ['size', 'mode', 'subpath'];
    return offered(part, [...fields(valued), ...words(OF_TMPFS.filter((word) => !valued.includes(word)))]);
  },
  signature: (): Signature => ({
    label: 'CONTAINER-FOLDER[:OPTIONS]',
    parameters: [
      {
        label: 'CONTAINER-FOLDER',
        documentation: 'Where the memory is mounted inside the container; an absolute path.',
      },
      { label: 'OPTIONS', documentation: 'Between commas: size=64m, mode=1777, ro, noexec and others.' },
    ],
    active: (text, offset) => (text.slice(0, offset).includes(':') ? 1 : 0),
  }),
};

const FLAGS = new Set(OF_TMPFS.concat(['z', 'Z', 'readonly', 'bind-nonrecursive', 'chown']));

/** `Mount=`: the fields of its type. */
export function mountCompletion(text: string, offset: number): Completion {
  const part = partAt(text, offset, /,/g);
  if (text.startsWith('type=', part.start))
    return offered({ ...part, start: part.start + 'type='.length }, words(Object.keys(OF_MOUNTS)));
  const type = /(?:^|,)type=([^,]*)/.exec(text)?.[1];
  const known = type === undefined ? ['type'] : (OF_MOUNTS[type] ?? []);
  const valued = known.filter((name) => !FLAGS.has(name) || /^tmpfs-|^subpath$/.test(name));
  return offered(part, [...fields(valued), ...words(known.filter((name) => !valued.includes(name)))]);
}

export const ulimit: ValueType = {
  ...listedText,
  complete: (text, offset) =>
    text.slice(0, offset).includes('=') ? undefined : offered(whole(text), [...fields(LIMITS), ...words(['host'])]),
  signature: (): Signature => ({
    label: 'NAME=SOFT[:HARD]',
    parameters: [
      { label: 'NAME', documentation: `${LIMITS.join(', ')}; host alone takes the limits of the caller.` },
      { label: 'SOFT', documentation: 'The limit that counts; -1 for none.' },
      { label: 'HARD', documentation: 'How far a program may raise it; that of SOFT unless told.' },
    ],
    active: (text, offset) => {
      const before = text.slice(0, offset);
      return before.includes(':') ? 2 : before.includes('=') ? 1 : 0;
    },
  }),
};

/** Capabilities without CAP_, as podman writes them. */
export const capability: ValueType = completing(listWords, (text, offset) =>
  offered(partAt(text, offset, /\s+/g), [
    ...[...capabilities].map(
      ([name, detail]): Candidate => ({ label: name.replace(/^CAP_/, ''), kind: 'keyword', detail }),
    ),
    { label: 'ALL', kind: 'keyword', detail: 'all of them' },
  ]),
);

const USER_NAMESPACES: readonly Candidate[] = [
  { label: 'auto', kind: 'keyword', detail: 'a range of its own, which podman chooses' },
  { label: 'keep-id', kind: 'keyword', detail: 'the user who starts it is the same inside' },
  { label: 'host', kind: 'keyword', detail: 'the users of the machine' },
  { label: 'nomap', kind: 'keyword', detail: 'the user who starts it is not there inside' },
  { label: 'private', kind: 'keyword' },
  { label: 'container:', kind: 'prefix', detail: 'that of another container' },
  { label: 'ns:', kind: 'prefix', detail: 'a namespace by its path' },
];

export const userNamespace = completing(anyText, (text, offset) => {
  if (!text.slice(0, offset).includes(':')) return offered(whole(text), USER_NAMESPACES);
  const names = text.startsWith('auto') ? ['size', 'uidmapping', 'gidmapping'] : ['uid', 'gid', 'size'];
  return offered(partAt(text, offset, /[:,]/g), fields(names));
});

export const ipamDriver = completing(anyText, (text) => offered(whole(text), words(IPAM_DRIVERS)));

export const logDriver = completing(anyText, (text) => offered(whole(text), words(LOG_DRIVERS)));

export const stopSignal = completing(anyText, (text) => offered(whole(text), signalCandidates));

/** `NAME:ADDRESS`. */
export const extraHost: ValueType = {
  ...listedText,
  signature: (): Signature => ({
    label: 'NAME[;NAME]:ADDRESS',
    parameters: [
      { label: 'NAME', documentation: 'A name in /etc/hosts of the container.' },
      { label: 'ADDRESS', documentation: 'Its IP address, or host-gateway for the machine.' },
    ],
    active: (text, offset) => (text.slice(0, offset).includes(':') ? 1 : 0),
  }),
};

/** `HOST[:CONTAINER][:RIGHTS]`. */
export const device: ValueType = {
  ...listWords,
  signature: (): Signature => ({
    label: '[-]HOST-DEVICE[:CONTAINER-DEVICE][:RIGHTS]',
    parameters: [
      { label: 'HOST-DEVICE', documentation: 'Such as /dev/fuse; with a dash in front it may be missing.' },
      { label: 'CONTAINER-DEVICE', documentation: 'What it is called inside; the same unless told.' },
      { label: 'RIGHTS', documentation: 'r (read), w (write), m (mknod); all of them unless told.' },
    ],
    active: (text, offset) => Math.min(2, text.slice(0, offset).split(':').length - 1),
  }),
};

const MAPPING_PARTS = [
  { label: 'CONTAINER', documentation: 'The first number inside the container.' },
  { label: 'HOST', documentation: 'The first number outside; with @ in front one of the machine.' },
  { label: 'LENGTH', documentation: 'How many follow; 1 unless told.' },
];

/** `UIDMap=` and `GIDMap=`. */
export const idMapping: ValueType = {
  ...listWords,
  signature: (): Signature => ({
    label: 'CONTAINER:HOST[:LENGTH]',
    parameters: MAPPING_PARTS,
    active: (text, offset) => Math.min(2, text.slice(0, offset).split(':').length - 1),
  }),
};
