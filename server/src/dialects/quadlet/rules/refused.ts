import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { Finding } from '../../../engine/rule.ts';
import { Refusal, type RefusalDetails, type RefusalReason } from '../generator/refusal.ts';
import type { GeneratedAmong } from './generated.ts';
import { lineSpan } from './lines.ts';
import { topOf } from './top.ts';

/** What Podman refuses once it has read a file; only the first is known, as it stops there. */
export function refusalsOf(file: JudgedFile, { made, path }: GeneratedAmong): Finding[] {
  if (!(made instanceof Refusal)) return [];
  const { origin } = made.details;
  const place = origin?.path === path ? lineSpan(file, origin.line) : topOf(file);
  return [{ ...place, severity: 'error', message: messageOf(made, file.source.identity.kind) }];
}

/** Why there is no service, in a sentence. */
export function messageOf({ reason, details }: Refusal, kind: string): string {
  const said = MESSAGES[reason];
  const [what, remedy] = said(details, kind);
  return `${what}; Podman does not generate a service from this file.${remedy ? ` ${remedy}` : ''}`;
}

type Said = (details: RefusalDetails, kind: string) => readonly [what: string, remedy?: string];

const MESSAGES: Readonly<Record<RefusalReason, Said>> = {
  'unknown-key': ({ key, section }) => [`Podman does not have ${key}= in [${section}]`],
  'no-image': (_, kind) => [`Image= is missing${kind === 'container' ? ', and Rootfs= is not set either' : ''}`],
  'image-and-rootfs': () => ['Image= and Rootfs= exclude each other', 'Remove one of them.'],
  'missing-file': ({ key, value }) => [`${key}= names "${value}", which is not there`],
  'kill-mode': ({ value }) => [
    `KillMode=${value} does not go with a container`,
    'Write mixed or control-group, or leave it out.',
  ],
  'service-type': ({ value }) => [
    `Type=${value} does not go with a container`,
    'Write notify or oneshot, or leave it out.',
  ],
  'reload-twice': () => ['ReloadCmd= and ReloadSignal= exclude each other', 'Remove one of them.'],
  port: ({ value }) => [
    `"${value}" is not a port`,
    'Write a number or a range, with /tcp or /udp behind it if need be.',
  ],
  'group-without-user': () => ['Group= is set without User=', 'Write both.'],
  'remap-and-map': ({ key }) => [
    `${key}= does not go with UserNS=, UIDMap=, GIDMap=, SubUIDMap= and SubGIDMap=`,
    'Remove it.',
  ],
  'remap-without-users': ({ key }) => [`${key}= is set without RemapUsers=`, 'Write UserNS= in their place.'],
  'remap-manual': () => ['RemapUsers=manual is not possible in a .kube file'],
  'remap-keep-id': ({ key }) => [`RemapUsers=keep-id takes one ${key}= only`],
  'remap-users': ({ value }) => [`Unknown value "${value}" for RemapUsers=`, 'It takes auto, keep-id or manual.'],
  'pod-name': ({ value }) => [`Pod= takes the name of a .pod file, not "${value}"`],
  'network-options': ({ value }) => [`"${value}" has options, which do not go with the network of another container`],
  'network-name': ({ value }) => [
    `The name of the container that "${value}" makes is not known before it is started`,
    'Give it a ContainerName= without specifiers.',
  ],
  'more-gateways': () => ['Gateway= is set more often than Subnet='],
  'more-ranges': () => ['IPRange= is set more often than Subnet='],
  'no-subnet': ({ key }) => [`${key}= is set without Subnet=`],
  'driver-image': () => ['Driver=image needs Image='],
  'without-device': ({ key }) => [`${key}= is set without Device=`],
  'no-yaml': () => ['Yaml= is missing'],
  'no-artifact': () => ['Artifact= is missing'],
  'no-image-tag': () => ['ImageTag= is missing'],
  'no-context': () => [
    'SetWorkingDirectory= and File= are missing',
    'Write one of them: SetWorkingDirectory=unit builds in the folder of this file.',
  ],
  'relative-file': ({ value }) => [`File=${value ?? ''} is a relative path, and SetWorkingDirectory= is missing`],
  'working-directory': ({ value }, kind) => [`SetWorkingDirectory=${value} is not possible in a .${kind} file`],
  'several-yaml': () => ['SetWorkingDirectory=yaml takes one Yaml= only'],
  'no-file': () => ['SetWorkingDirectory=file needs File='],
  mount: ({ value }) => [`"${value}" is not a mount`, 'Write type=…,source=…,destination=… with commas between.'],
  'mount-source': () => ['The mount has no source', 'Write source= and where it is from.'],
  crash: () => ['The mount has no source'],
};
