// Writes server/src/schema/generated from server/facts.
//
//   node server/scripts/facts.mjs            write the modules
//   node server/scripts/facts.mjs --check    fail when they differ from what is committed
//   node server/scripts/facts.mjs --refresh  first read server/facts anew from the binaries and manual pages
//                                            of every version (test/oracle/chroots.sh provides them)
import { directiveColumns, directiveRows } from './facts/directives.mjs';
import { refresh } from './facts/refresh.mjs';
import { moduleText, publish, versions } from './facts/tables.mjs';

const check = process.argv.includes('--check');
if (process.argv.includes('--refresh')) await refresh();

const stale = publish({ 'directives.ts': directives() }, { check });
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}\nRun: node server/scripts/facts.mjs`);
  process.exitCode = 1;
}

function directives() {
  const rows = directiveRows();
  return moduleText({
    from: `systemd ${versions.join(', ')}: --dump-configuration-items, the parser table and the manual pages`,
    constants: [
      {
        name: 'directives',
        doc: `Tab-separated: ${directiveColumns}. \`from\` and \`to\` are inclusive versions in which the parser holds.`,
        rows: rows.map((row) => directiveColumns.split(' ').map((column) => row[column])),
      },
    ],
  });
}
