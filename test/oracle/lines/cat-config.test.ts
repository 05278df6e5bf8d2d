import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { lineConfiguration } from '../../../server/src/cli/line-files.ts';
import { rootedHost } from '../../../server/src/cli/rooted-host.ts';
import { nodeCliHost } from '../../../server/src/node/cli-host.ts';
import { eachSystem } from '../each-system.ts';
import { run, system } from '../systems.ts';
import { absence } from './ask.ts';

const files: Readonly<Record<string, string>> = {
  'usr/lib/tmpfiles.d/b.conf': 'd /b\n',
  'usr/lib/tmpfiles.d/a.conf': 'd /a\n\n# end',
  'usr/lib/tmpfiles.d/hidden.conf': 'd /hidden\n',
  'usr/lib/tmpfiles.d/README': 'y\n',
  'usr/local/lib/tmpfiles.d/b.conf': 'd /b 0700\n',
  'run/tmpfiles.d/B.conf': 'd /B\n',
  'etc/tmpfiles.d/10-c.conf': 'd /c\n',
  'usr/lib/sysusers.d/web.conf': 'u web\n',
};

const programs = { 'tmpfiles.d': 'systemd-tmpfiles', 'sysusers.d': 'systemd-sysusers' };

eachSystem((version) => {
  test.for(Object.entries(programs))('cat %s prints what %s --cat-config prints', ([name, program], context) => {
    const reason = absence(version);
    if (reason !== undefined) return context.skip(reason);
    const { root } = system(version);
    const folder = mkdtempSync(join(root || '/', 'tmp/cat-config-'));
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      symlinkSync('/dev/null', join(folder, 'etc/tmpfiles.d/hidden.conf'));
      const inside = folder.slice(root.length);
      const { stdout } = run(system(version), [program, `--root=${inside}`, '--cat-config']);
      const ours = lineConfiguration(rootedHost(nodeCliHost(), folder), name);
      // Older ones name masked files, of which there is nothing to print.
      const told = stdout.replaceAll(`# ${inside}/`, '# /').replace('\n# /etc/tmpfiles.d/hidden.conf\n', '');
      expect(ours).toBe(told);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
