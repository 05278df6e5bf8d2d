import { expect, test } from 'vitest';
import { deviceKinds, isMadeBy } from '../../server/src/dialects/networkd/device-kinds.ts';
import { programDirectives } from '../../server/src/schema/generated/program-files.ts';
import { rowsOf } from '../../server/src/schema/rows.ts';
import { checkUnitText } from '../../server/src/service/check.ts';
import { DAEMONS_SINCE, eachSystem } from './each-system.ts';
import { absence, askProgram } from './programs/ask.ts';
import { kindsOf } from './programs/programs.ts';
import { headOf } from './programs/question.ts';

const paths: Readonly<Record<string, string>> = {
  repart: '/etc/repart.d/a.conf',
  transfer: '/etc/sysupdate.d/a.transfer',
  feature: '/etc/sysupdate.d/a.feature',
};

/** The sections that some release reads in a kind of file, with all keys they ever had. */
function sectionsOf(kind: string): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  for (const [own, section = '', key = ''] of rowsOf(programDirectives)) {
    if (own !== kind) continue;
    sections.set(section, [...(sections.get(section) ?? []), key]);
  }
  return sections;
}

/** A file with a section nobody has, and one of which it has a line of each key, one that nobody reads, and one of another section. */
const withSection = (head: string, section: string, keys: readonly string[]): string =>
  `${head}[Nobodys]\nNobody=1\n[${section}]\n${[...new Set(['Nobody', 'Name', ...keys])].map((key) => `${key}=`).join('\n')}`;

/** Each section in a file of its own; in devices in a file of every kind that the release makes. */
function questionsOf(kind: string, version: number): string[] {
  const heads =
    kind === 'netdev'
      ? deviceKinds.filter((each) => isMadeBy(each, version)).map(({ name }) => `[NetDev]\nName=@NAME@\nKind=${name}\n`)
      : [headOf(kind, 'Nobodys')];
  return [...sectionsOf(kind)].flatMap(([section, keys]) => heads.map((head) => withSection(head, section, keys)));
}

const UNKNOWN = /^Unknown (?:key|section)/;
const codes = [
  'section-unknown',
  'section-too-new',
  'directive-unknown',
  'directive-too-new',
  'directive-removed',
  'directive-section',
  'netdev-incomplete',
];

const linesOf = (lines: readonly (number | undefined)[]): number[] =>
  [...new Set(lines.flatMap((line) => line ?? []))].sort((a, b) => a - b);

eachSystem((version) => {
  test.for(kindsOf(version))(
    'says of sections in .%s files that are not read what their program says',
    (kind, context) => {
      const reason = absence({ version, kind });
      if (reason !== undefined) return context.skip(reason);
      const texts = questionsOf(kind, version);
      const verdicts = askProgram({ version, kind }, texts);
      const path = paths[kind] ?? `/etc/systemd/network/a.${kind}`;
      const differing = texts.flatMap((text, index) => {
        const { messages, unfinished } = verdicts[index]!;
        const last = unfinished ? Math.max(...messages.map(({ line = 0 }) => line)) : Number.POSITIVE_INFINITY;
        const theirs = messages.filter((each) => UNKNOWN.test(each.text)).map(({ line }) => line);
        const found = checkUnitText(text.replaceAll('@NAME@', 'q00001'), { path, version });
        const own = found.filter(({ code, severity }) => severity === 'warning' && codes.includes(code));
        const said = {
          theirs: linesOf(theirs),
          ours: linesOf(own.map(({ line }) => line)).filter((line) => line < last),
        };
        return `${said.theirs}` === `${said.ours}` ? [] : [{ text, ...said }];
      });
      expect(differing).toEqual([]);
    },
  );
}, DAEMONS_SINCE);
