// The generated modules of server/src/schema/generated, as text.
import { directiveColumns, directiveRows } from './directives.mjs';
import { mergedSet } from './names.mjs';
import { moduleText, readTable, versions } from './tables.mjs';

const asked = `systemd ${versions.join(', ')}`;

export function modules() {
  return {
    'directives.ts': directives(),
    'enumerations.ts': enumerations(),
    'names.ts': names(),
    'system-calls.ts': systemCalls(),
    'usage.ts': usage(),
  };
}

function directives() {
  const rows = directiveRows().map((row) => directiveColumns.split(' ').map((column) => row[column]));
  const doc = `Tab-separated: ${directiveColumns}. \`from\` and \`to\` are the inclusive versions in which the parser holds.`;
  return moduleText({
    from: `${asked}: --dump-configuration-items, the parser table and the manual pages`,
    constants: [{ name: 'directives', doc, rows }],
  });
}

function enumerations() {
  const doc = 'Tab-separated: parser value from to remark. `<boolean>` stands for every spelling of yes and no.';
  return moduleText({
    from: `server/facts/enumerations.tsv, proven against ${asked} by test/oracle/enumerations.test.ts`,
    constants: [{ name: 'enumerations', doc, rows: readTable('enumerations.tsv') }],
  });
}

function systemCalls() {
  const groups = 'Tab-separated: group, system call or group in it, from, to.';
  const accepted =
    'Tab-separated: name from to. What libseccomp knows decides, so `from` and `to` tell of Debian, not of systemd.';
  const names = mergedSet('syscall-name').map(([name, , ...range]) => [name, ...range]);
  return moduleText({
    from: `systemd-analyze syscall-filter of ${asked}, and what systemd says of each name`,
    constants: [
      { name: 'systemCalls', doc: groups, rows: mergedSet('syscall') },
      { name: 'systemCallNames', doc: accepted, rows: names },
    ],
  });
}

function usage() {
  const doc =
    'Tab-separated: section key scope value files. No value: how many unit files write the directive; else how many write that value. `scope` tells apart manager and kind in [Install].';
  return moduleText({
    from: 'server/facts/usage.tsv, counted by test/corpus/usage.mjs over the units of the packages in test/corpus/packages.txt',
    constants: [{ name: 'usage', doc, rows: readTable('usage.tsv') }],
  });
}

function names() {
  const kernel = (set) =>
    readTable('kernel.tsv')
      .filter(([name]) => name === set)
      .map(([, ...row]) => row);
  const exitStatuses = mergedSet('exit-status').map(([name, value, ...range]) => [name, ...value.split(' '), ...range]);
  const special = mergedSet('special-unit').map(([name, , ...range]) => [name, ...range]);
  return moduleText({
    from: `the tables of server/facts, read from ${asked}, their manual pages and the kernel's headers`,
    constants: [
      { name: 'signals', doc: 'Tab-separated: name number from.', rows: kernel('signal') },
      { name: 'errnos', doc: 'Tab-separated: name number from.', rows: kernel('errno') },
      { name: 'addressFamilies', doc: 'Tab-separated: name number from.', rows: kernel('address-family') },
      { name: 'syscallArchitectures', doc: 'Tab-separated: name, empty, from.', rows: kernel('syscall-architecture') },
      { name: 'capabilities', doc: 'Tab-separated: name number from to.', rows: mergedSet('capability') },
      { name: 'exitStatuses', doc: 'Tab-separated: name number class from to.', rows: exitStatuses },
      { name: 'fileSystems', doc: 'Tab-separated: group, file system, from, to.', rows: mergedSet('filesystem') },
      { name: 'specialUnits', doc: 'Tab-separated: name from to.', rows: special },
      { name: 'specifiers', doc: specifierDoc, rows: readTable('specifiers.tsv') },
      { name: 'execPrefixes', doc: 'Tab-separated: prefix from to remark.', rows: readTable('exec-prefixes.tsv') },
      {
        name: 'conditionWords',
        doc: 'Tab-separated: key word from. Systemd itself takes any word.',
        rows: readTable('conditions.tsv'),
      },
      { name: 'renames', doc: renameDoc, rows: readTable('renames.tsv') },
    ],
  });
}

const specifierDoc =
  'Tab-separated: letter from names remark. `names` is `yes` where unit names, user names and `[Install]` know it too.';
const renameDoc = 'Tab-separated: section key replacement. The replacement may lie in another section or be a prefix.';
