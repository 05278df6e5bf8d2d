import { describe, expect, test } from 'vitest';
import { seeded } from '../../mutation/random.ts';
import { type Asked, askBoth, differences } from './compare.ts';
import { type Podman, podmans, type Tree } from './podman.ts';
import { KINDS, keyTrees, NEEDS, PARTNERS, randomTree } from './trees.ts';

/** What is easily read otherwise than Podman reads it. */
const edges: Readonly<Record<string, Tree>> = {
  'empty files': Object.fromEntries(KINDS.map((kind) => [`empty.${kind}`, ''])),
  'a blank line does not end a value': {
    'a.container': '[Container]\nImage=quay.io/x\nExec=run \\\n\n[Service]\nRestart=no\n',
  },
  'continued at the end': { 'a.container': '[Container]\nImage=quay.io/x\nExec=run \\\n\n\n' },
  'a backslash in the last line': { 'a.container': '[Container]\nImage=quay.io/x\nExec=run \\' },
  'joined without a space': { 'a.container': '[Container]\nImage=quay.io/x\nExec=run\\\n  more\n' },
  'comments in front and between': {
    'a.container': '# top\n\n[Container]\n# in\nImage=quay.io/x\n\n# above\n\n[Service]\n\n# end\n',
  },
  'sections twice': { 'a.container': '[Container]\nImage=quay.io/x\n[Service]\nRestart=no\n[Container]\nExec=y\n' },
  'a line that is no assignment': { 'a.container': '[Container]\nImage\n', 'b.container': NEEDS.container! },
  'a line that is no assignment, elsewhere': { 'sub/a.container': 'Image\n', 'b.container': NEEDS.container! },
  'an assignment before any section': { 'a.container': 'Image=x\n[Container]\n' },
  'an empty section name': { 'a.container': '[]\nImage=x\n' },
  'text behind a header': { 'a.container': '[Container] x\nImage=x\n' },
  'a drop-in that cannot be read': { 'a.container': NEEDS.container!, 'a.container.d/x.conf': 'oops\n' },
  'the same name below': { 'a.container': NEEDS.container!, 'sub/a.container': '[Container]\nImage=quay.io/other\n' },
  'of a drop-in the nearest counts': {
    'a-b.container': NEEDS.container!,
    'a-b.container.d/x.conf': '[Container]\nExec=near\n',
    'a-.container.d/x.conf': '[Container]\nExec=middle\n',
    'container.d/x.conf': '[Container]\nExec=far\n',
    'container.d/y.conf': '[Service]\nRestart=always\n',
  },
  'drop-ins in subfolders': {
    'sub/a.container': NEEDS.container!,
    'a.container.d/x.conf': '[Container]\nExec=above\n',
    'sub/a.container.d/x.conf': '[Container]\nExec=beside\n',
  },
  'a pod and its containers': {
    'p.pod': '[Pod]\nPublishPort=80:80\n[Service]\nRestart=always\nEnvironment=A=b\n',
    'a.container': `${NEEDS.container}Pod=p.pod\n`,
    'b.container': `${NEEDS.container}Pod=p.pod\nStartWithPod=no\n[Service]\nType=oneshot\n`,
  },
  'an unknown key': { 'a.container': `${NEEDS.container}Imgae=x\n`, 'b.container': NEEDS.container! },
  'an unknown key in [Quadlet]': { 'a.container': `${NEEDS.container}[Quadlet]\nX=y\n` },
  'a foreign section': { 'a.container': `${NEEDS.container}[Pod]\nX=y\n` },
  'image and rootfs': { 'a.container': `${NEEDS.container}Rootfs=/srv\n` },
  'rootfs alone': { 'a.container': '[Container]\nRootfs=/srv\n' },
  'user, group and maps': { 'a.container': `${NEEDS.container}User=1\nGroup=2\nUIDMap=0:1:2 3:4:5\nRemapUsers=auto\n` },
  remapped: { 'a.container': `${NEEDS.container}RemapUsers=auto\nRemapUid=0\nRemapGid=1\nRemapUidSize=10\n` },
  'kept ids': { 'a.container': `${NEEDS.container}RemapUsers=keep-id\nRemapUid=0\nRemapUid=1\n` },
  subnets: {
    'a.network': '[Network]\nSubnet=10.0.0.0/24\nSubnet=10.1.0.0/24\nGateway=10.0.0.1\nIPRange=10.0.0.0/28\n',
  },
  'more gateways than subnets': { 'a.network': '[Network]\nSubnet=10.0.0.0/24\nGateway=10.0.0.1\nGateway=10.0.0.2\n' },
  'a volume of a device': {
    'a.volume': '[Volume]\nDevice=/dev/sdb 1\nType=bind\nOptions=ro\nUser=1\nGroup=2\nCopy=no\n',
  },
  'a volume of an image': { ...PARTNERS, 'a.volume': '[Volume]\nDriver=image\nImage=base.image\n' },
  'reloading twice': { 'a.container': `${NEEDS.container}ReloadCmd=/bin/x\nReloadSignal=HUP\n` },
  reloading: { 'a.container': `${NEEDS.container}ReloadCmd=/bin/x "a b"\n` },
};

/** Trees at random, for each version and manager. */
const ROUNDS = 250;

/** Agreement is printed, so that it can be quoted. */
function expectAgreement(what: string, asked: readonly Asked[]): void {
  const told = asked.flatMap((each) => {
    const found = differences(each);
    return found.length === 0 ? [] : [{ tree: each.tree, found }];
  });
  const files = asked.reduce((sum, { tree }) => sum + Object.keys(tree).length, 0);
  const units = asked.reduce((sum, { answer }) => sum + answer.units.size, 0);
  console.info(
    `${what}: ${asked.length - told.length} of ${asked.length} trees alike (${files} files, ${units} units)`,
  );
  expect(told.slice(0, 5)).toEqual([]);
}

function compare(podman: Podman): void {
  describe.each([false, true])('user manager: %s', (isUser) => {
    const name = `podman ${podman.version}${isUser ? ' --user' : ''}`;
    test('files that are easily read otherwise', () =>
      expectAgreement(`${name}, edges`, askBoth(podman, Object.values(edges), isUser)));
    test('every key with every sample', () => expectAgreement(`${name}, keys`, askBoth(podman, keyTrees(), isUser)));
    test('many keys, drop-ins, templates and references at random', () => {
      const random = seeded(isUser ? 2 : 1);
      const trees = Array.from({ length: ROUNDS }, () => randomTree(random));
      expectAgreement(`${name}, random`, askBoth(podman, trees, isUser));
    });
  });
}

const found = podmans();
if (found.length === 0)
  test('Podman is here', (context) => context.skip('no Quadlet on this machine; test/oracle/chroots.sh fetches it'));
for (const podman of found) describe(`podman ${podman.version}`, () => compare(podman));
