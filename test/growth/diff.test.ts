import { expect, test } from 'vitest';
import { each, type Files, growthOf, lines, MOST, numbers, type Tree } from './commands.ts';

/** Both sides are there, and each line of the one differs from that of the other. */
const both = (side: (of: string) => Files): Files => ({ ...side('old'), ...side('new') });
const service = (more: string): string => `[Service]\nExecStart=/bin/true\n${more}`;
const inOne = (text: (of: string) => string): Files => both((of) => ({ [`${of}/a.service`]: service(text(of)) }));

/** What two units, or two folders, may have more of. */
const trees: Readonly<Record<string, Tree>> = {
  'lines of one key': [500, (n) => inOne((of) => lines(n, (i) => `Environment=A${i}=${of}\n`))],
  'the same lines in another order': [
    500,
    (n) => inOne((of) => lines(n, (i) => `Environment=A${of === 'old' ? i : n - i}=x\n`)),
  ],
  'words of one value': [
    500,
    (n) =>
      inOne(
        (of) =>
          `Environment=${numbers(n)
            .map((i) => `A${i}=${of}`)
            .join(' ')}\n`,
      ),
  ],
  'paths of one value': [
    500,
    (n) =>
      inOne(
        (of) =>
          `ReadWritePaths=${numbers(n)
            .map((i) => `/${of}/${i}`)
            .join(' ')}\n`,
      ),
  ],
  'lines of a value': [500, (n) => inOne((of) => `ExecStart=/bin/echo ${lines(n, (i) => `\\\n  ${of}${i} `)}\n`)],
  commands: [500, (n) => inOne((of) => lines(n, (i) => `ExecStartPre=/bin/echo ${of} ${i}\n`))],
  'unknown keys': [500, (n) => inOne((of) => lines(n, (i) => `X${of}${i}=1\n`))],
  'lines that are refused': [500, (n) => inOne((of) => lines(n, (i) => `Restart=${of}${i}\n`))],
  resets: [500, (n) => inOne((of) => lines(n, (i) => `Environment=A${i}=${of}\nEnvironment=\n`))],
  sections: [500, (n) => inOne((of) => lines(n, (i) => `[Unit]\nAfter=${of}${i}.service\n[Service]\nNice=1\n`))],
  dependencies: [
    500,
    (n) =>
      both((of) => ({
        [`${of}/a.service`]: `[Unit]\n${lines(n, (i) => `Wants=${of}${i}.service\n`)}${service('')}`,
      })),
  ],
  'calendars of a timer': [
    300,
    (n) =>
      both((of) => ({
        [`${of}/a.timer`]: `[Timer]\n${lines(n, (i) => `OnCalendar=*-*-* ${of === 'old' ? 1 : 2}:${i % 60}:00\n`)}`,
      })),
  ],
  'comments and blank lines': [500, (n) => inOne((of) => lines(n, (i) => `# ${of} ${i}\n\n`))],
  units: [
    50,
    (n) => both((of) => each(n, (i) => [`${of}/unit-${i}.service`, service(`Nice=${of === 'old' ? 1 : 2}\n`)])),
  ],
  'units that only one side has': [50, (n) => both((of) => each(n, (i) => [`${of}/${of}-${i}.service`, service('')]))],
  'drop-ins of one unit': [
    100,
    (n) =>
      both((of) => ({
        [`${of}/a.service`]: service(''),
        ...each(n, (i) => [`${of}/a.service.d/${i}.conf`, `[Service]\nEnvironment=A${i}=${of}\n`]),
      })),
  ],
};

test.each(Object.entries(trees))(
  '%s: a comparison takes steps for each of them, not for each with each',
  async (_, tree) => {
    expect(await growthOf(['diff', 'old', 'new'], tree)).toBeLessThan(MOST);
  },
);
