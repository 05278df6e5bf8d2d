import { isContinued } from '../../../server/src/dialects/udev-rules/join-line.ts';
import { checkUnitText } from '../../../server/src/service/check.ts';
import { cutLines } from '../../../server/src/syntax/cut-lines.ts';
import { saidOfFiles, VERIFY_SINCE } from './ask.ts';

/** A rule of a file: whether udev complains of it, and whether we do. */
export interface RuleComparison {
  readonly rule: string;
  readonly program: boolean;
  readonly ours: boolean;
  /** The same of remarks on style, where there are no complaints. */
  readonly remarks: { readonly program: boolean; readonly ours: boolean };
  readonly said: string;
  readonly found: string;
}

/** What depends on who has an account on the machine. */
const OF_MACHINE =
  /^(?:(?:Failed to resolve|Unknown) (?:user|group) '(?:[a-zA-Z_][\w.@$-]*|[^\s\x00-\x7f]+|[1-9]\d*)'|(?:User|Group) \S+ configured to own)/;

/** Levels of syslog: those above are remarks on style. */
const WARNING = 4;

/** Files that udevadm reads at a time: it keeps all of them open. */
const BATCH = 4000;

/** Our word and udev's on each rule of some files. Rules are counted by the line they begin in. */
export function compareRules(version: number, texts: readonly string[]): RuleComparison[][] {
  if (texts.length > BATCH)
    return [...compareRules(version, texts.slice(0, BATCH)), ...compareRules(version, texts.slice(BATCH))];
  const verdicts = saidOfFiles(version, 'udev-rules', texts);
  return texts.map((text, index) => compareFile(version, text, verdicts[index]!));
}

/** Whole rules or files that releases without `udevadm verify` pass over without a word. */
const SILENT = /the file ends; udev drops this rule|udev does not read this file/;

type Verdicts = ReturnType<typeof saidOfFiles>[number];

function compareFile(version: number, text: string, verdicts: Verdicts): RuleComparison[] {
  const found = checkUnitText(text, { path: '/etc/udev/rules.d/asked.rules', version });
  let line = 1;
  return cutLines(text, isContinued).flatMap(({ text: rule, start, end }): RuleComparison[] => {
    const first = line;
    line += text.slice(start, end).split('\n').length - 1;
    const isHere = (at: number): boolean => at >= first && at < Math.max(line, first + 1);
    const said = verdicts.filter((each) => isHere(each.line));
    if (said.some((each) => OF_MACHINE.test(each.text))) return [];
    const ours = found.filter((each) => isHere(each.line));
    if (version < VERIFY_SINCE && ours.some(({ message }) => SILENT.test(message))) return [];
    return [
      {
        rule,
        program: said.some(({ level }) => level <= WARNING),
        ours: ours.some(({ severity }) => severity === 'error' || severity === 'warning'),
        remarks: {
          program: said.some(({ text: message }) => message.startsWith('style: ')),
          ours: ours.some(({ severity }) => severity === 'hint'),
        },
        said: said.map(({ level, text: message }) => `<${level}> ${message}`).join(' / '),
        found: ours.map(({ severity, message }) => `${severity}: ${message}`).join(' / '),
      },
    ];
  });
}
