// Writes server/src/schema/generated from server/facts.
//
//   node server/scripts/facts.mjs            write the modules
//   node server/scripts/facts.mjs --check    fail when they differ from what is committed
//   node server/scripts/facts.mjs --refresh  first read server/facts anew from the binaries and manual pages
//                                            of every version (test/oracle/chroots.sh provides them)
import { modules } from './facts/modules.mjs';
import { refresh } from './facts/refresh.mjs';
import { publish } from './facts/tables.mjs';

const check = process.argv.includes('--check');
if (process.argv.includes('--refresh')) await refresh();

const stale = publish(modules(), { check });
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}\nRun: node server/scripts/facts.mjs`);
  process.exitCode = 1;
}
