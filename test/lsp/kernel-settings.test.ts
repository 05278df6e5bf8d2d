import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { machineFiles } from '../../server/src/node/machine-files.ts';

const OSTYPE = '/proc/sys/kernel/ostype';

test('of the files of a machine only settings of the kernel that everybody may read are read', async (context) => {
  if (!existsSync(OSTYPE)) return context.skip(`there is no ${OSTYPE} on this machine`);
  expect(await machineFiles.setting!(OSTYPE)).toBe(readFileSync(OSTYPE, 'utf8'));
  const others = [
    '/etc/hostname',
    '/proc/sys/../version',
    '/proc/sys/kernel',
    '/proc/sys/kernel/nothing',
    '/proc/sys/vm/stat_refresh',
  ];
  for (const path of others) expect(await machineFiles.setting!(path), path).toBeUndefined();
});
