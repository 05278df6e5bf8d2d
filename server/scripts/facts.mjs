// Writes server/src/schema/generated from server/facts.
//
//   node server/scripts/facts.mjs            write the modules
//   node server/scripts/facts.mjs --check    fail when they differ from what is committed
//   node server/scripts/facts.mjs --refresh  first read server/facts anew from the binaries and manual pages
//                                            of every version (test/oracle/chroots.sh provides them)
//   node server/scripts/facts.mjs --add 263 sid
//                                            the same for a release that is not in server/facts/releases.tsv yet
import { spawnSync } from 'node:child_process';
import { modules } from './facts/modules.mjs';
import { add, refresh } from './facts/refresh.mjs';
import { publish } from './facts/tables.mjs';

const check = process.argv.includes('--check');
if (process.argv.includes('--refresh')) await refresh();
const at = process.argv.indexOf('--add');
if (at > 0) {
  await add(...process.argv.slice(at + 1));
  // What is generated is of the table as it was when this began.
  const { status } = spawnSync(process.execPath, [process.argv[1]], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const stale = publish(modules(), { check });
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}\nRun: node server/scripts/facts.mjs`);
  process.exitCode = 1;
}
