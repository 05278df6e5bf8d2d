import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { RealCommand } from './real-command.ts';

const command = new RealCommand();
afterAll(() => command.end());

const hasScript = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

describe('explain on a terminal (skipped without script)', () => {
  const pager = join(command.folder, 'pager');
  writeFileSync(pager, '#!/bin/sh\necho "paged by $1"\ncat > /dev/null\n');
  chmodSync(pager, 0o755);
  const explain = (...args: readonly string[]): string => {
    const line = `stty rows 10 cols 80; '${process.execPath}' '${command.program}' explain ${args.join(' ')}`;
    const env = { PATH: process.env.PATH, HOME: '/', TERM: 'xterm', PAGER: `${pager} us` };
    return spawnSync('script', ['-qec', line, '/dev/null'], { encoding: 'utf8', env }).stdout;
  };

  test.skipIf(!hasScript)('what is longer than the screen is shown by the pager', () => {
    expect(explain('drop-in')).toContain('paged by us');
  });
  test.skipIf(!hasScript)('what fits is printed, and so is all where no pager is wanted', () => {
    expect(explain('1h')).toContain('3,600 seconds');
    expect(explain('--no-pager', 'drop-in')).toContain('override.conf');
  });
});
