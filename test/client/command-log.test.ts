import { expect, test } from 'vitest';
import { createCommandLog } from '../../client/src/systemd/command-log.ts';

function written(act: (log: ReturnType<typeof createCommandLog>) => void): string[] {
  const lines: string[] = [];
  const log = createCommandLog();
  const write = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  log.to({ info: write('info'), debug: write('debug'), warn: write('warn') });
  act(log);
  return lines;
}

const start = { program: 'systemctl', args: ['start', '--', 'a b.service'] };
const show = { program: 'systemctl', args: ['--user', 'show'] };

test('what the user asked for is told as one would type it, with its end', () => {
  expect(
    written((log) => {
      log.ran(start, { code: 0, milliseconds: 320 });
      log.ran(start, { code: 5, milliseconds: 12_000 });
      log.ran(start, { code: undefined, milliseconds: 40 });
    }),
  ).toEqual([
    "info: systemctl start -- 'a b.service': exit code 0 (0.3 s)",
    "info: systemctl start -- 'a b.service': exit code 5 (12.0 s)",
    "info: systemctl start -- 'a b.service': ended from outside (0.0 s)",
  ]);
});

test('what is asked every few seconds is told when it begins to fail, and again when it fails otherwise', () => {
  const failed = { code: 1, milliseconds: 10, stderr: 'Failed to connect to bus\n' };
  expect(
    written((log) => {
      log.asked(show, { code: 0, milliseconds: 10 });
      log.asked(show, failed);
      log.asked(show, failed);
      log.asked(show, { ...failed, code: undefined, failure: 'hung', stderr: 'x' });
      log.asked(show, { code: 0, milliseconds: 10 });
      log.asked(show, failed);
    }).map((text) => text.split('\n')[0]),
  ).toEqual([
    'debug: systemctl --user show: exit code 0 (0.0 s)',
    'warn: systemctl --user show: exit code 1 (0.0 s)',
    'debug: systemctl --user show: exit code 1 (0.0 s)',
    'warn: systemctl --user show: hung (0.0 s)',
    'debug: systemctl --user show: exit code 0 (0.0 s)',
    'warn: systemctl --user show: exit code 1 (0.0 s)',
  ]);
});
