import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { shellWord } from '../../server/src/rules/advice/shell-fixes.ts';
import { seeded } from '../mutation/random.ts';
import { argumentOf, scripts } from '../rules/advice/shell-scripts.ts';
import { bootSandbox, type Sandbox } from '../vscode/sandbox.mjs';

/** Generous: other tests may keep the machine busy. */

const shared = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '.cache');
mkdirSync(shared, { recursive: true });
const dir = mkdtempSync(join(shared, 'shell-words-'));
const sandbox = bootSandbox(join(dir, 'sandbox'));

/** Scripts of the table and random ones, without what systemd is to replace. */
function allScripts(): { script: string; gets: string }[] {
  const random = seeded(12);
  const characters = [...'ab \t"\'\\$`|&;<>(){}[]*?!#~=,/.%ä€'];
  const made = Array.from({ length: 300 }, () =>
    Array.from({ length: 1 + random.below(30) }, () => random.pick(characters)).join(''),
  ).filter((text) => !/\$\$|%[%0-9A-Za-z]/.test(text));
  return [
    ...scripts.map(([script, gets = script]) => ({ script, gets })),
    ...made.map((script) => ({ script, gets: script })),
  ];
}

/** What a program really gets for each word: a service runs one that writes down its arguments. */
function argumentsInside({ prefix: [command = '', ...args] }: Sandbox, words: readonly string[]): string[][] {
  const inside = (...line: string[]): string => execFileSync(command, [...args, ...line], { encoding: 'utf8' });
  writeFileSync(join(dir, 'print.sh'), 'out=$1\nshift\nprintf \'%s\\0\' "$@" > "$out"\n');
  mkdirSync(join(dir, 'out'));
  const lines = words.map((word, index) => `ExecStart=/bin/sh ${dir}/print.sh ${dir}/out/${index} -c ${word}`);
  writeFileSync(join(dir, 'words.service'), `[Service]\nType=oneshot\n${lines.join('\n')}\n`);
  inside('cp', `${dir}/words.service`, '/run/systemd/system/');
  inside('systemctl', 'daemon-reload');
  inside('systemctl', 'start', 'words.service');
  return words.map((_, index) =>
    readFileSync(join(dir, 'out', String(index)), 'utf8')
      .split('\0')
      .slice(0, -1),
  );
}

if ('missing' in sandbox) {
  rmSync(dir, { recursive: true, force: true });
  console.warn(`skipped: ${sandbox.missing}`);
  test('a systemd of its own', (context) => context.skip(sandbox.missing));
} else {
  afterAll(() => {
    sandbox.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  test('a shell gets a script as it was written, from systemd and as we read it', () => {
    const all = allScripts();
    const words = all.map(({ script }) => shellWord(script, { version: 252, expands: true }));
    expect(argumentsInside(sandbox, words)).toEqual(all.map(({ gets }) => ['-c', gets]));
    expect(words.map(argumentOf)).toEqual(all.map(({ gets }) => gets));
  });
}
