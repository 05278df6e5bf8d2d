// Trees of units that grow in one direction each; what is to be checked is written to a folder.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const service = (unit = '') =>
  `[Unit]\nDescription=x\n${unit}[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n`;
const container = '[Container]\nImage=quay.io/example/web\n';
const numbers = (count) => Array.from({ length: count }, (_, i) => i);
const name = (i) => `unit-${i}.service`;

function inFolder(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
}

/** Fills a folder by a count, and gives what to check; `sizes` is what a check gets through in a second or so. */
export const growing = [
  {
    what: 'drop-ins of one unit',
    sizes: [1000, 2000, 4000],
    fill(folder, count) {
      inFolder(folder, [['a.service', service()]]);
      inFolder(
        join(folder, 'a.service.d'),
        numbers(count).map((i) => [`${i}.conf`, `[Service]\nEnvironment=A${i}=1\nNice=${i % 19}\n`]),
      );
    },
  },
  {
    what: 'drop-ins of a kind, for 50 units',
    sizes: [250, 500, 1000],
    fill(folder, count) {
      inFolder(
        folder,
        numbers(50).map((i) => [name(i), service()]),
      );
      inFolder(
        join(folder, 'service.d'),
        numbers(count).map((i) => [`${i}.conf`, `[Service]\nEnvironment=A${i}=1\nNice=${i % 19}\n`]),
      );
    },
  },
  {
    what: 'units with 20 drop-ins of their kind',
    sizes: [250, 500, 1000],
    fill(folder, count) {
      inFolder(
        folder,
        numbers(count).map((i) => [name(i), service()]),
      );
      inFolder(
        join(folder, 'service.d'),
        numbers(20).map((i) => [`${i}.conf`, `[Service]\nEnvironment=A${i}=1\n`]),
      );
    },
  },
  {
    what: 'units without relations',
    sizes: [1000, 2000, 4000],
    fill: (folder, count) =>
      inFolder(
        folder,
        numbers(count).map((i) => [name(i), service()]),
      ),
  },
  {
    what: 'units named one by one',
    sizes: [500, 1000, 2000],
    fill(folder, count) {
      inFolder(
        folder,
        numbers(count).map((i) => [name(i), service()]),
      );
      return numbers(count).map((i) => join(folder, name(i)));
    },
  },
  {
    what: 'drop-ins named one by one',
    sizes: [500, 1000, 2000],
    fill(folder, count) {
      const own = join(folder, 'a.service.d');
      inFolder(folder, [['a.service', service()]]);
      inFolder(
        own,
        numbers(count).map((i) => [`${i}.conf`, '[Service]\nNice=1\n']),
      );
      return numbers(count).map((i) => join(own, `${i}.conf`));
    },
  },
  {
    what: 'units in a chain',
    sizes: [500, 1000, 2000],
    fill: (folder, count) =>
      inFolder(
        folder,
        numbers(count).map((i) => [name(i), service(`Requires=${name(i + 1)}\nAfter=${name(i + 1)}\n`)]),
      ),
  },
  {
    what: 'units in a ring',
    sizes: [500, 1000, 2000],
    fill: (folder, count) =>
      inFolder(
        folder,
        numbers(count).map((i) => {
          const next = name((i + 1) % count);
          return [name(i), service(`Requires=${next}\nAfter=${next}\n`)];
        }),
      ),
  },
  {
    what: 'relations of units that all require each other',
    sizes: [50, 100, 200].map((units) => units * units),
    fill(folder, count) {
      const units = Math.sqrt(count);
      const all = numbers(units).map(name);
      const others = (i) => all.filter((_, other) => other !== i).join(' ');
      inFolder(
        folder,
        numbers(units).map((i) => [name(i), service(`Requires=${others(i)}\nAfter=${others(i)}\n`)]),
      );
    },
  },
  {
    what: 'units that a target wants',
    sizes: [500, 1000, 2000],
    fill(folder, count) {
      const all = numbers(count).map(name);
      inFolder(
        folder,
        numbers(count).map((i) => [name(i), service('After=all.target\n')]),
      );
      inFolder(folder, [['all.target', `[Unit]\nDescription=x\n${all.map((each) => `Wants=${each}\n`).join('')}`]]);
    },
  },
  {
    what: 'units that want one target',
    sizes: [500, 1000, 2000],
    fill(folder, count) {
      inFolder(
        folder,
        numbers(count).map((i) => [name(i), service('Requires=all.target\nAfter=all.target\n')]),
      );
      inFolder(folder, [['all.target', '[Unit]\nDescription=x\n']]);
    },
  },
  {
    what: 'links in one .wants folder',
    sizes: [1000, 2000, 4000],
    fill(folder, count) {
      const wants = join(folder, 'all.target.wants');
      inFolder(folder, [['all.target', '[Unit]\nDescription=x\n']]);
      inFolder(
        folder,
        numbers(count).map((i) => [name(i), service()]),
      );
      mkdirSync(wants);
      for (const i of numbers(count)) symlinkSync(`../${name(i)}`, join(wants, name(i)));
    },
  },
  {
    what: 'aliases of one unit',
    sizes: [1000, 2000, 4000],
    fill(folder, count) {
      inFolder(folder, [['a.service', service()]]);
      for (const i of numbers(count)) symlinkSync('a.service', join(folder, name(i)));
    },
  },
  {
    what: 'instances of one template',
    sizes: [500, 1000, 2000],
    fill(folder, count) {
      const instance = (i) => `a@${i}.service`;
      inFolder(folder, [['a@.service', service('After=a@%i.service\n')]]);
      inFolder(
        folder,
        numbers(count).map((i) => [instance(i), service(`Requires=${instance(i + 1)}\n`)]),
      );
    },
  },
  {
    what: 'folders side by side',
    sizes: [500, 1000, 2000],
    fill(folder, count) {
      for (const i of numbers(count)) inFolder(join(folder, `folder-${i}`), [['a.service', service()]]);
    },
  },
  {
    what: 'folders with drop-ins for their kind',
    sizes: [500, 1000, 2000],
    fill(folder, count) {
      for (const i of numbers(count)) {
        inFolder(join(folder, `folder-${i}`), [['a.service', service()]]);
        inFolder(join(folder, `folder-${i}`, 'service.d'), [['a.conf', '[Service]\nNice=1\n']]);
      }
    },
  },
  {
    what: 'sections of one file',
    sizes: [10_000, 20_000, 40_000],
    fill(folder, count) {
      const text = numbers(count)
        .map((i) => `[Service]\nEnvironment=A${i}=1\n`)
        .join('');
      inFolder(folder, [['a.service', service() + text]]);
    },
  },
  {
    what: 'unknown sections of one file',
    sizes: [5000, 10_000, 20_000],
    fill(folder, count) {
      const text = numbers(count)
        .map((i) => `[Section ${i}]\nA=1\n`)
        .join('');
      inFolder(folder, [['a.service', service() + text]]);
    },
  },
  {
    what: 'lines of one file',
    sizes: [10_000, 20_000, 40_000],
    fill(folder, count) {
      const text = numbers(count)
        .map((i) => `Environment=A${i}=1\nExecStartPre=/bin/a ${i}\n`)
        .join('');
      inFolder(folder, [['a.service', `[Service]\nExecStart=/bin/true\n${text}`]]);
    },
  },
  {
    what: 'relations of one file',
    sizes: [5000, 10_000, 20_000],
    fill(folder, count) {
      const text = numbers(count)
        .map((i) => `Wants=${name(i)}\nAfter=${name(i)}\n`)
        .join('');
      inFolder(folder, [['a.service', service(text)]]);
    },
  },
  {
    what: 'misplaced lines of one file, each with a fix',
    sizes: [5000, 10_000, 20_000],
    fill: (folder, count) => inFolder(folder, [['a.service', service() + 'Environment=A=1234567\n'.repeat(count)]]),
  },
  {
    what: 'bytes of one file',
    sizes: [1_000_000, 2_000_000, 4_000_000],
    fill: (folder, count) =>
      inFolder(folder, [
        ['a.service', `[Service]\nExecStart=/bin/true\n${'Environment=A=1234567\n'.repeat(count / 22)}`],
      ]),
  },
  {
    what: 'bytes of one value',
    sizes: [125_000, 250_000, 500_000],
    fill: (folder, count) => inFolder(folder, [['a.service', service(`After=${'a.service '.repeat(count / 10)}\n`)]]),
  },
  {
    what: 'keys of a Quadlet file',
    sizes: [2500, 5000, 10_000],
    fill(folder, count) {
      const keys = numbers(count / 5)
        .map(
          (i) => `Environment=A${i}="x y"\nLabel=l${i}=1\nPublishPort=${i}:80\nVolume=/srv/${i}:/${i}\nExec=run ${i}\n`,
        )
        .join('');
      inFolder(folder, [['a.container', `${container}${keys}`]]);
    },
  },
  {
    what: 'drop-ins of a Quadlet file',
    sizes: [1000, 2000, 4000],
    fill(folder, count) {
      inFolder(folder, [['a.container', container]]);
      inFolder(
        join(folder, 'a.container.d'),
        numbers(count).map((i) => [`${i}.conf`, `[Container]\nEnvironment=A${i}=1\n[Service]\nNice=${i % 19}\n`]),
      );
    },
  },
  {
    what: 'Quadlet files',
    sizes: [500, 1000, 2000],
    fill: (folder, count) =>
      inFolder(
        folder,
        numbers(count / 2).flatMap((i) => [
          [`data-${i}.volume`, '[Volume]\n'],
          [`app-${i}.container`, `[Unit]\nAfter=app-${i + 1}.service\n${container}Volume=data-${i}.volume:/data\n`],
        ]),
      ),
  },
];
