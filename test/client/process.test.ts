import { describe, expect, test } from 'vitest';
import { ask, run, stream } from '../../client/src/machine/process.ts';

const node = (script: string) => ({ program: process.execPath, args: ['-e', script] });

describe('a program that is asked', () => {
  test('answers, and gets its arguments as they stand', async () => {
    const command = { program: process.execPath, args: ['-p', 'process.argv.slice(1)', '--', '$(reboot)', 'a b'] };
    expect(await ask(command)).toContain("[ '$(reboot)', 'a b' ]");
  });

  test('is ended when it hangs, and that is told from a failure', async () => {
    expect(await run(node('setInterval(() => {}, 1000)'), { timeout: 50 })).toMatchObject({
      code: undefined,
      failure: 'hung',
    });
    expect(await run(node('process.exit(3)'))).toMatchObject({ code: 3, failure: undefined });
  });

  test('may not talk without end', async () => {
    const talks = node('setInterval(() => process.stdout.write("x".repeat(1e5)), 1)');
    expect(await run(talks, { bytes: 1_000_000 })).toMatchObject({ code: undefined, failure: 'too-long' });
  });

  test('may be missing', async () => {
    expect(await run({ program: '/no/such/program', args: [] })).toMatchObject({ code: undefined, failure: 'missing' });
  });

  test('is waited for by nobody on its standard input', async () => {
    expect(await ask(node('process.stdin.resume().on("end", () => console.log("end"))'))).toBe('end\n');
  });
});

describe('a stream', () => {
  const collect = (script: string) =>
    new Promise<{ lines: string[]; code: number | null; stderr: string }>((resolve) => {
      const lines: string[] = [];
      stream(node(script), {
        lines: (more) => lines.push(...more),
        ended: (code, stderr) => resolve({ lines, code, stderr }),
      });
    });

  test('passes on whole lines, however they come', async () => {
    const script = 'process.stdout.write("on"); setImmediate(() => process.stdout.write("e\\ntwo\\nhal"))';
    expect(await collect(script)).toEqual({ lines: ['one', 'two'], code: 0, stderr: '' });
  });

  test('says how it ended', async () => {
    expect(await collect('console.error("no"); process.exit(2)')).toEqual({ lines: [], code: 2, stderr: 'no\n' });
  });
});
