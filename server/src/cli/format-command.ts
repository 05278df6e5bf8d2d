import { applyEdits } from '../features/code-actions.ts';
import { createDocument, type Document } from '../features/document.ts';
import { featuresOf } from '../features/features-of.ts';
import { NEWEST_VERSION } from '../schema/versions.ts';
import { printableLine } from '../text/printable.ts';
import { readArguments } from './arguments.ts';
import { boundaryOf } from './boundary.ts';
import { collect } from './collect.ts';
import { type Complaints, complaintsTo } from './complaints.ts';
import { lookUpConfigs } from './config.ts';
import { decode } from './decode.ts';
import { isLeftOut, withoutLeftOut } from './file-settings.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { unifiedDiff } from './unified-diff.ts';
import type { Help } from './usage.ts';

const OPTIONS = {
  check: { type: 'boolean', default: false, about: 'change nothing; name the files that would change' },
  diff: {
    type: 'boolean',
    default: false,
    about: 'change nothing; print what would change as a unified diff',
  },
  'allow-empty': {
    type: 'boolean',
    default: false,
    about: 'do not mind when a folder has no units, or what is named is not a unit',
  },
} as const;

export const formatHelp: Help = {
  synopsis: ['[options] PATH...'],
  about: `Sets unit files in their usual form, in place, without changing what systemd reads: no blanks around keys, = and line
ends, one blank line between sections. Continued lines and files that are not valid UTF-8 stay as they are.
- reads standard input and prints the result.`,
  options: OPTIONS,
  exitStatus:
    '0 done, or nothing to change; 1 with --check or --diff: some would change; 2 wrong usage, unreadable input, no unit',
};

export async function formatCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length === 0) throw new UsageError('name a file, a folder, or - for standard input');
  const manner = mannerOf(values);
  const complaints = complaintsTo(host, { allowEmpty: values['allow-empty'] });
  if (positionals.includes('-')) host.stdout(formatted(documentOf('/-', decode(await host.readStdin()))));
  const paths = positionals.filter((name) => name !== '-');
  const boundary = boundaryOf(host, paths, await host.machinePaths());
  let changed = 0;
  for (const path of filesToFormat(host, paths, complaints)) {
    try {
      const outcome = boundary.leadsOut(path) ? 'leads out' : formatFile(host, path, manner);
      if (outcome === 'changed') changed++;
      else if (outcome === 'no unit' && !paths.includes(path)) continue;
      else if (outcome !== 'as it was') complaints.empty(`${path}: ${LEFT_ALONE[outcome]}`);
    } catch (error) {
      complaints.error((error as Error).message);
    }
  }
  if (complaints.failed) return EXIT.failure;
  return manner !== 'write' && changed > 0 ? EXIT.problems : EXIT.clean;
}

/** What settings leave out is not for us to change. */
function filesToFormat(host: CliHost, named: readonly string[], complaints: Complaints): readonly string[] {
  const lookup = lookUpConfigs(host, {});
  return withoutLeftOut(collect(host, named, complaints), {
    isLeftOut: (path) => isLeftOut(host, lookup.of(path), path),
    named,
    complaints,
  });
}

const LEFT_ALONE = {
  'no unit': 'left alone, as it is not a unit file',
  'not UTF-8': 'left alone, as it is not valid UTF-8',
  'leads out': 'left alone, as this link leads out of what was given',
} as const;

/** What is done with what would change. */
type Manner = 'write' | 'name' | 'diff';

function mannerOf({ check, diff }: { readonly check: boolean; readonly diff: boolean }): Manner {
  if (check && diff) throw new UsageError('--diff prints what would change, --check names it: name one of them');
  return check ? 'name' : diff ? 'diff' : 'write';
}

/** What came of a file, or would. Bytes that are not UTF-8 could not be written back, so such a file stays. */
function formatFile(host: CliHost, path: string, manner: Manner): 'changed' | 'as it was' | keyof typeof LEFT_ALONE {
  const text = decode(host.readFile(path));
  const document = documentOf(path, text);
  if (!document.judged && !document.ofLines) return 'no unit';
  if (/\p{Surrogate}/u.test(text)) return 'not UTF-8';
  const result = formatted(document);
  if (result === text) return 'as it was';
  if (manner === 'write') host.rewriteFile(path, { before: text, after: result });
  host.stdout(manner === 'diff' ? unifiedDiff(path, text, result) : `${printableLine(path)}\n`);
  return 'changed';
}

/** How a file is formatted does not hang on the release. */
const documentOf = (path: string, text: string): Document => createDocument(text, { path, version: NEWEST_VERSION });

const formatted = (document: Document): string => applyEdits(document.text, featuresOf(document).format(document));
