// What systemd's programs read in files of their own (NAME.network, NAME.nspawn, …): parser by release, and where the manual documents it.
import { moduleText, readTable, versions } from './tables.mjs';

/** The pages of a kind of file. */
const pages = {
  repart: 'repart.d(5)',
  transfer: 'sysupdate.d(5)',
  feature: 'sysupdate.features(5)',
  component: 'sysupdate.components(5)',
};

const columns = 'kind section key placeholder parser argument from to since page';

export function programFilesModule() {
  const rows = readTable('program-files.tsv').map(([kind, section, key, parser, argument, from, to]) => {
    const since = from;
    return [kind, section, key, '', parser, argument, from, to, since, pages[kind] ?? `systemd.${kind}(5)`];
  });
  return moduleText({
    from: `server/facts/program-files.tsv, confirmed by the programs of systemd ${versions.join(', ')} (test/oracle/programs), and the manual pages`,
    constants: [
      {
        name: 'programDirectives',
        doc: `Tab-separated: ${columns}. \`from\` and \`to\` are inclusive versions.`,
        rows,
      },
      {
        name: 'netdevSections',
        doc: 'Tab-separated: kind of device, sections it has beside [Match] and [NetDev], separated by spaces, from, to.',
        rows: readTable('netdev-kinds.tsv'),
      },
    ],
  });
}
