import { expect, test } from 'vitest';
import { unitPaths } from '../../server/src/units/unit-paths.ts';
import { eachSystem } from './each-system.ts';
import { run, system } from './systems.ts';

const variables = { home: '/home/lisa', runtimeDir: '/run/user/1000' };
const env = { HOME: variables.home, XDG_RUNTIME_DIR: variables.runtimeDir };
const GENERATED = ['/systemd/generator.early', '/systemd/generator', '/systemd/generator.late'];

eachSystem((version) => {
  test.each([
    ['system', '/run'],
    ['user', '/run/user/1000'],
  ] as const)('%s: the folders systemd searches, in its order, generated ones among them', (manager, runtime) => {
    const { stdout } = run(system(version), ['systemd-analyze', `--${manager}`, 'unit-paths'], { env });
    // Debian's 252 has /lib before /usr/lib; where both are there, one is a link to the other.
    const theirs = stdout.split('\n').filter((path) => path.startsWith('/') && !path.startsWith('/lib/'));
    expect(unitPaths(manager, variables).filter((path) => theirs.includes(path))).toEqual(theirs);
    expect(theirs).toEqual(expect.arrayContaining(GENERATED.map((path) => runtime + path)));
  });
});
