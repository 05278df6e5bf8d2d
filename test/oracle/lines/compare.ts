import { checkUnitText } from '../../../server/src/service/check.ts';
import { askLines, named } from './ask.ts';
import {
  binfmtQuestions,
  crypttabQuestions,
  environmentQuestions,
  presetQuestions,
  sysctlQuestions,
  sysusersQuestions,
  tmpfilesQuestions,
  veritytabQuestions,
} from './questions.ts';

export interface LineComparison {
  readonly line: string;
  /** Whether the program complains, and whether we do. */
  readonly program: boolean;
  readonly ours: boolean;
  readonly said: string;
}

/** A file and questions of a dialect that is asked. */
export const asked: Readonly<Record<string, { readonly path: string; questions(): string[] }>> = {
  tmpfiles: { path: '/etc/tmpfiles.d/asked.conf', questions: tmpfilesQuestions },
  sysusers: { path: '/etc/sysusers.d/asked.conf', questions: sysusersQuestions },
  sysctl: { path: '/etc/sysctl.d/asked.conf', questions: sysctlQuestions },
  preset: { path: '/etc/systemd/system-preset/asked.preset', questions: presetQuestions },
  'environment-d': { path: '/etc/environment.d/asked.conf', questions: environmentQuestions },
  binfmt: { path: '/etc/binfmt.d/asked.conf', questions: binfmtQuestions },
  crypttab: { path: '/etc/crypttab', questions: crypttabQuestions },
  veritytab: { path: '/etc/veritytab', questions: veritytabQuestions },
};

/** What tells of the machine, not of the line: names that are not there, and what the kernel of the test does not do. */
const OF_MACHINE =
  /^(?:(?:Failed to resolve|Unknown) (?:user|group) '(?!0x)(?=[\w.@$-]*[a-zA-Z_])\w[\w.@$-]*'|.*(?:Operation not supported|Operation not permitted|Read-only file system|No such file or directory))/;
/** What is said of doing, not of reading: before 256 there is no dry run. */
const OF_DOING =
  /^(?:Couldn't write|Couldn't open|Duplicate line|Conflict with|Two or more conflicting|Failed to (?:create|open|set|stat|chmod|fchmod|copy|write|validate|determine|read)|Setting (?!file attribute .* needs)|Cannot |Unable |Detected unsafe|.* already exists|Skipping|rm_rf|unlink|Creating|Suggested|.*exists)/;

export const isOfMachine = (text: string): boolean => OF_MACHINE.test(text);
export const isOfDoing = (text: string): boolean => OF_DOING.test(text);

/** Our word and the program's on each line. */
export function compareLines(version: number, dialect: string, lines = asked[dialect]!.questions()): LineComparison[] {
  const { path } = asked[dialect]!;
  return askLines(version, dialect, lines).map(({ messages }, index) => {
    const line = lines[index]!;
    const complaints = messages.filter(
      ({ level, text }) => level <= 4 && !OF_MACHINE.test(text) && !OF_DOING.test(text),
    );
    const found = checkUnitText(`${named(line, 0)}\n`, { path, version });
    // A line is dropped at the first thing that is not there, and nothing is said of the rest.
    const isCut = messages.some(({ text }) => OF_MACHINE.test(text)) || /^\s*"?(?:C|[A-Za-z][-+!=~$?]*\^)/.test(line);
    return {
      line,
      program: complaints.length > 0,
      ours:
        found.some(({ severity }) => severity === 'error' || severity === 'warning') &&
        (complaints.length > 0 || !isCut),
      said: messages.map(({ level, text }) => `<${level}> ${text}`).join(' / '),
    };
  });
}
