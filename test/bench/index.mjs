// An index of 10,000 units: how long until names are known, until all is read, and after a change. Printed, not judged.
// node test/bench/index.mjs [COUNT]
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const count = Number(process.argv[2] ?? 10_000);
const root = new URL('../../', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'bench-index-'));
try {
  const bundle = join(scratch, 'bundle.mjs');
  await build({
    stdin: {
      contents: `export { createUnitIndex } from './server/src/units/unit-index.ts';
        export { resolveUnit } from './server/src/units/resolve-unit.ts';
        export { parseUnitName } from './server/src/schema/unit-name.ts';
        export { unitGraph } from './server/src/units/unit-graph.ts';
        export { orderingCycle } from './server/src/units/cycles.ts';
        export { fillIndex } from './server/src/lsp/workspace-files.ts';
        export { walkFolder, searchFolders, readText } from './server/src/node/unit-files.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: bundle,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const units = join(scratch, 'units');
  generate(units, count);
  await measure(await import(pathToFileURL(bundle).href), units);
} finally {
  rmSync(scratch, { recursive: true });
}

/** One in ten has a drop-in, one in five is linked into a target. */
function generate(folder, many) {
  mkdirSync(join(folder, 'multi-user.target.wants'), { recursive: true });
  for (let i = 0; i < many; i++) {
    const other = (n) => `unit-${(i + n) % many}.service`;
    const text =
      `[Unit]\nDescription=Unit number ${i} of a machine with many\nDocumentation=man:unit(8) https://example.com/${i}\n` +
      `Wants=network-online.target ${other(1)}\nAfter=network-online.target ${other(1)} ${other(17)}\nRequires=${other(5)}\nConflicts=${other(999)}\n\n` +
      `[Service]\nType=notify\nUser=daemon\nEnvironment=A=1 "B=two words"\nEnvironmentFile=-/etc/default/unit-${i}\nExecStart=/usr/bin/unit --number ${i}\n` +
      'Restart=on-failure\nRestartSec=5s\nProtectSystem=strict\nPrivateTmp=yes\nNoNewPrivileges=yes\n\n[Install]\nWantedBy=multi-user.target\n';
    writeFileSync(join(folder, `unit-${i}.service`), text);
    if (i % 5 === 0) symlinkSync(`../unit-${i}.service`, join(folder, 'multi-user.target.wants', `unit-${i}.service`));
    if (i % 10) continue;
    mkdirSync(join(folder, `unit-${i}.service.d`));
    writeFileSync(join(folder, `unit-${i}.service.d`, '10.conf'), '[Service]\nNice=5\n');
  }
}

async function measure(parts, folder) {
  const { createUnitIndex, fillIndex, walkFolder, searchFolders, readText, resolveUnit, parseUnitName } = parts;
  const index = createUnitIndex();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  let longest = 0;
  let last = started;
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  let named = 0;
  const runtime = {
    workspaceFiles: async () => {
      const files = await walkFolder(folder);
      named = performance.now() - started;
      return files;
    },
    machinePaths: async () => ({ system: [], user: [] }),
    unitFiles: searchFolders,
    readText,
  };
  const unitFiles = { isEdited: () => false };
  await fillIndex({
    runtime,
    uris: { known: (path) => path },
    unitFiles,
    folders: ['file:///'],
    settings: { machineUnits: false, unitPaths: [] },
    environment: { units: index },
  });
  clearInterval(ticking);
  const all = performance.now() - started;
  say('files', [...index.files()].length);
  say('names known after', named, 'ms');
  say('all read after', all, 'ms');
  say('longest time without an answer', longest, 'ms');
  say('memory', (process.memoryUsage().rss - before) / 1e6, 'MB');
  const path = join(folder, 'unit-7.service');
  const text = (await readText(path)).replace('Nice=5', 'Nice=6');
  say(
    'a change',
    time(() => index.setText(path, text)),
    'ms',
  );
  say(
    'one unit resolved',
    time(() => resolveUnit(index, parseUnitName('unit-7.service'))),
    'ms',
  );
  const file = index.file(path);
  say(
    'who refers to it',
    time(() => parts.unitGraph(index, file).incoming('unit-7.service')),
    'ms',
  );
  say(
    'cycles of a unit that pulls in all others',
    time(() => parts.orderingCycle(parts.unitGraph(index, file), 'unit-7.service')),
    'ms',
  );
}

function time(action) {
  const started = performance.now();
  action();
  return performance.now() - started;
}

function say(what, value, unit = '') {
  console.log(`${what.padEnd(45)} ${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`);
}
