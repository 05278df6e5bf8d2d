import { describe, expect, test } from 'vitest';
import { quadletRulePages } from '../../../server/src/dialects/quadlet/rules/pages.ts';
import { checkText } from '../../../server/src/service/check.ts';

/** `line severity rule` of errors and warnings. */
function told(path: string, text: string, files?: Readonly<Record<string, string>>): string[] {
  const among =
    files && [...Object.entries({ ...files, [path]: text })].map(([name, each]) => ({ path: name, text: each }));
  return checkText(text, {
    path,
    version: 257,
    ...(among && { around: { among: { files: among, areAll: path.startsWith('/etc/') } } }),
  })
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ start, severity, rule }) => `${text.slice(0, start).split('\n').length} ${severity} ${rule}`);
}

const IMAGE = '[Container]\nImage=quay.io/x/web:1\n';
const FOLDER = '/etc/containers/systemd/';

describe('a file by itself', () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    ['a.container', IMAGE, []],
    [
      'a.container',
      `[Unit]\nAfter=data.volume lan.network network.target\n${IMAGE}[Install]\nWantedBy=default.target\n`,
      [],
    ],
    ['a.container', '[Container]\nExec=x\n', ['1 error quadlet-refused']],
    ['a.container', `${IMAGE}Rootfs=/x\n`, ['3 error quadlet-refused']],
    ['a.container', `${IMAGE}Imgae=x\nPort=80\n`, ['3 error quadlet-key-unknown', '4 error quadlet-key-unknown']],
    ['a.container', `${IMAGE}[Quadlet]\nX=y\n`, ['4 error quadlet-key-unknown']],
    ['a.container', `${IMAGE}ReadOnly=perhaps\n`, ['3 warning value-invalid']],
    ['a.container', `${IMAGE}ReadOnly=y\nReadOnlyTmpfs=No\nRunInit=on\n`, ['3 warning value-invalid']],
    ['a.container', `${IMAGE}Notify=healthy\n`, []],
    ['a.container', `${IMAGE}AutoUpdate=weekly\n`, ['3 warning value-invalid']],
    ['a.container', `${IMAGE}PublishPort=80:80:80:80\nPublishPort=[::1]:80:80/udp\n`, ['3 error value-invalid']],
    ['a.container', `${IMAGE}ExposeHostPort=http\n`, ['3 error quadlet-refused']],
    ['a.container', `${IMAGE}Exec=a\\qb\n`, ['3 warning escape-unknown']],
    ['a.container', `${IMAGE}Exec=a "" b\n`, ['3 warning quoting']],
    ['a.container', `${IMAGE}DropCapability="a b\n`, ['3 warning quoting']],
    [
      'a.container',
      `${IMAGE}Exec=run \\\n\n[Service]\nRestart=no\n`,
      ['3 warning quadlet-continuation', '6 error quadlet-key-unknown'],
    ],
    ['a.container', `${IMAGE}Image x\n`, ['3 error quadlet-syntax']],
    ['a.container', `${IMAGE}[Service]\nType=simple\n`, ['4 error quadlet-refused']],
    ['a.container', `${IMAGE}[Service]\nType=oneshot\nKillMode=process\n`, ['5 error quadlet-refused']],
    ['a.container', `${IMAGE}[Service]\nRestart=alwys\n`, ['4 warning value-invalid']],
    ['a.container', `${IMAGE}[Service]\nExecStart=/bin/true\n`, ['4 error quadlet-service']],
    ['a.container', `${IMAGE}[Service]\nExecStartPre=/bin/true\nTimeoutStartSec=900\n`, []],
    ['a.container', `${IMAGE}[Contaner]\nX=y\n[X-Own]\nZ=1\n`, ['3 warning section-unknown']],
    ['a.pod', '[Pod]\n[Service]\nRestart=always\n', ['3 warning quadlet-overridden']],
    ['a.volume', '', []],
    ['a.volume', '[Volume]\nType=bind\n', ['2 error quadlet-refused']],
    ['a.volume', '[Volume]\nUser=me\n', ['2 warning value-invalid']],
    ['a.network', '[Network]\nGateway=10.0.0.1\n', ['2 error quadlet-refused']],
    ['a.kube', '[Kube]\n', ['1 error quadlet-refused']],
    ['a.build', '[Build]\nImageTag=x\n', ['1 error quadlet-refused']],
    ['a.image', '[Image]\nImage=x\nPolicy=allways\n', ['3 error value-invalid']],
    ['a.artifact', '[Artifact]\n', ['1 error quadlet-refused']],
  ])('%s %j', (name, text, expected) => expect(told(FOLDER + name, text)).toEqual(expected));
});

describe('a file among others', () => {
  const dropIn = { [`${FOLDER}a.container.d/x.conf`]: IMAGE };
  const pod = { [`${FOLDER}p.pod`]: '[Pod]\n' };
  test.each<[what: string, text: string, files: Readonly<Record<string, string>>, expected: readonly string[]]>([
    ['what a drop-in has is not missing', '[Container]\nExec=x\n', dropIn, []],
    ['a file that is there', `${IMAGE}Pod=p.pod\n`, pod, []],
    ['a file that is not there', `${IMAGE}Pod=q.pod\n`, pod, ['3 error quadlet-refused']],
    ['a volume that is not there', `${IMAGE}Volume=q.volume:/x\n`, {}, ['3 error quadlet-refused']],
    ['a dependency that is not there', `[Unit]\nAfter=q.container\n${IMAGE}`, {}, ['2 error quadlet-refused']],
  ])('%s', (_, text, files, expected) => expect(told(`${FOLDER}a.container`, text, files)).toEqual(expected));

  test('outside of the folders of Podman a file may be elsewhere', () =>
    expect(told('/work/a.container', `${IMAGE}Pod=q.pod\n`, {})).toEqual([]));
});

describe('examples of the documentation', () => {
  const pages = Object.values(quadletRulePages).flatMap((page) =>
    'good' in page.docs ? [{ id: page.id, docs: page.docs }] : [],
  );
  test.each(pages.map(({ id, docs }) => [id, docs] as const))('%s', (id, { bad, good }) => {
    const name = bad.startsWith('[Pod]') ? 'a.pod' : 'a.container';
    expect(told(FOLDER + name, bad).some((line) => line.endsWith(id))).toBe(true);
    expect(told(FOLDER + name, good)).toEqual([]);
  });
});
