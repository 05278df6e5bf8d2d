import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../server/src/cli/check.ts';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { eachSystem, OFFLINE_SINCE } from './each-system.ts';
import { run, system } from './systems.ts';

const ran = 'ExecStart=/bin/ok\n';

const UNITS: Readonly<Record<string, string>> = {
  'absolute.service': 'ExecStart=/nope/absolute\n',
  'plus.service': 'ExecStart=+/nope/plus\n',
  'minus.service': 'ExecStart=-/nope/minus\n',
  'minus-name.service': 'ExecStart=-nope-minus\n',
  'argv0.service': 'ExecStart=@/nope/argv0 x\n',
  'bang.service': 'ExecStart=!/nope/bang\n',
  'colon.service': 'ExecStart=:/nope/colon\n',
  'name.service': 'ExecStart=nope-name\n',
  'found.service': 'ExecStart=ok\n',
  'second.service': `Type=oneshot\n${ran}ExecStart=/nope/second\n`,
  'same-line.service': `Type=oneshot\nExecStart=/bin/ok ; /nope/same-line\n`,
  'after-minus.service': 'Type=oneshot\nExecStart=-/bin/ok\nExecStart=/nope/after-minus\n',
  'two.service': 'Type=oneshot\nExecStart=/nope/one\nExecStart=/nope/two\nExecStop=/nope/three\n',
  'pre.service': `${ran}ExecStartPre=/nope/pre\n`,
  'condition.service': `${ran}ExecCondition=/nope/condition\n`,
  'post.service': `${ran}ExecStartPost=/nope/post\n`,
  'reload.service': `${ran}ExecReload=/nope/reload\n`,
  'stop.service': `${ran}ExecStop=/nope/stop\n`,
  'stop-post.service': `${ran}ExecStopPost=/nope/stop-post\n`,
  'not-executable.service': 'ExecStart=/bin/text\n',
  'folder.service': 'ExecStart=/bin/folder\n',
  'dangling.service': 'ExecStart=/bin/dangling\n',
  'link.service': 'ExecStart=/bin/link\n',
  'below-file.service': 'ExecStart=/bin/ok/below\n',
  'reset.service': `ExecStart=/nope/reset\nExecStart=\n${ran}`,
  'dropped.service': 'ExecStart=/nope/dropped\n',
  'dropped.service.d/a.conf': 'ExecStart=\nExecStart=/nope/instead\n',
  'specifier.service': 'ExecStart=/nope/%n\n',
  'template@.service': 'ExecStart=/nope/template %i\n',
  'account.service': `${ran}User=nobody-knows\nGroup=nobody-knows\n`,
  // Verify asks here as well, but nothing would fail.
  'guarded.service': 'ExecStart=/nope/guarded\n[Unit]\nConditionFileIsExecutable=/nope/guarded\n',
  // Verify looks in the wrong place.
  'own-root.service': 'RootDirectory=/srv\nExecStart=/nope/own-root\n',
  'extension.service': 'ExtensionDirectories=/srv\nExecStart=/nope/extension\n',
  'search-path.service': 'ExecSearchPath=/srv\nExecStart=ours\n',
  // Which program it is only the instance says.
  'instance@.service': 'ExecStart=/nope/%i\n',
};

/** What verify says and we do not, or only as information. */
const KINDER = /^(guarded|own-root|extension|search-path|instance@)\.service/;

function layOut(image: string, version: number): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(image, path)), { recursive: true });
    writeFileSync(join(image, path), text);
  };
  write(`usr/lib/systemd/libsystemd-shared-${version}.so`, '');
  write('etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n');
  for (const [path, text] of Object.entries(UNITS)) write(`usr/lib/systemd/system/${path}`, `[Service]\n${text}`);
  for (const program of ['ok', 'text']) write(`usr/bin/${program}`, '#!/bin/sh\n');
  chmodSync(join(image, 'usr/bin/ok'), 0o755);
  mkdirSync(join(image, 'usr/bin/folder'));
  // Counts from the image's root.
  symlinkSync('/usr/bin', join(image, 'bin'));
  symlinkSync('nowhere', join(image, 'usr/bin/dangling'));
  symlinkSync('/usr/bin/ok', join(image, 'usr/bin/link'));
}

async function ours(image: string): Promise<string[]> {
  const written: string[] = [];
  const host = { ...nodeCliHost(), stdout: (text: string) => void written.push(text) };
  await check(host, ['--no-config', '--root', image, '--format', 'json', '--severity', 'warning']);
  const problems = JSON.parse(written.join('')) as { path: string; code: string; message: string }[];
  return problems
    .filter(({ code }) => code === 'program-missing' || code === 'account-unknown')
    .map(({ path, message }) => {
      const unit = path.replace(/^.*\/system\//, '').replace(/\.d\/.*/, '');
      return `${unit} ${/(?:no |program "|^)([/\w.-]*(?:\/|nope)[/\w.-]*)/.exec(message)?.[1]}`;
    })
    .sort();
}

/** The unit and program of each complaint, for templates without the instance verify makes up. */
function theirs(version: number, inside: string): string[] {
  const units = Object.keys(UNITS).filter((path) => !path.includes('/'));
  const argv = ['systemd-analyze', 'verify', '--man=no', '--recursive-errors=no', `--root=${inside}`, ...units];
  const { stderr } = run(system(version), argv, {});
  return [...stderr.matchAll(/^(\S+): Command (\S+) is not executable/gm)]
    .map(([, unit, program]) => `${unit!.replace(/@.*\./, '@.')} ${program}`)
    .sort();
}

eachSystem((version) => {
  test('verify complains of the same programs, and of no account', async () => {
    const { root } = system(version);
    const image = mkdtempSync(join(root, '/tmp/missing-programs-'));
    try {
      layOut(image, version);
      const said = theirs(version, image.slice(root.length));
      expect(said.length).toBeGreaterThan(20);
      expect(await ours(image)).toEqual(said.filter((each) => !KINDER.test(each)));
      expect(said.filter((each) => KINDER.test(each))).toHaveLength(5);
    } finally {
      rmSync(image, { recursive: true });
    }
  });
}, OFFLINE_SINCE);
