import { printableJson } from '../text/printable.ts';
import { decode } from './decode.ts';
import { fingerprinted } from './formats/fingerprint.ts';
import { type CliHost, UsageError } from './host.ts';
import { absolute, relativePath } from './paths.ts';
import type { CheckedFile } from './problem.ts';
import { writeOutput } from './write-output.ts';

/** Files without the findings that a project has decided to live with. */
export interface HeededBaseline {
  readonly files: readonly CheckedFile[];
  /** How many findings were left out. */
  readonly hidden: number;
  /** How many entries about these files fit none of their findings any more. */
  readonly gone: number;
}

/** By the path of a file from the folder of the baseline: `value-invalid 3f2a…`. */
type Entries = ReadonlyMap<string, readonly string[]>;

/** Leaves out the findings that a baseline lists. @throws {@link UsageError} for one that is not there or makes no sense */
export function withoutBaseline(host: CliHost, files: readonly CheckedFile[], baseline: string): HeededBaseline {
  if (host.kindOf(baseline) === undefined)
    throw new UsageError(`${baseline}: there is no such file; --update-baseline makes it`);
  const entries = read(host, baseline);
  let gone = 0;
  let hidden = 0;
  const left = files.map((file) => {
    const known = new Set(entries.get(nameOf(host, baseline, file)));
    if (known.size === 0) return file;
    const isNew = fingerprinted(file).map((each) => !known.delete(entryOf(each)));
    const findings = file.findings.filter((_, i) => isNew[i]);
    hidden += file.findings.length - findings.length;
    gone += known.size;
    return { ...file, findings };
  });
  return { files: left, hidden, gone };
}

/** Writes what is found now. What is listed of files that are not among those checked stays, as long as they are there. */
export function updateBaseline(host: CliHost, files: readonly CheckedFile[], baseline: string): number {
  const before: Entries = host.kindOf(baseline) === undefined ? new Map() : read(host, baseline);
  const kept = [...before].filter(([name]) => host.kindOf(host.join(baseline, '..', name)) === 'file');
  const entries = new Map(kept);
  for (const file of files) entries.set(nameOf(host, baseline, file), fingerprinted(file).map(entryOf).sort());
  const listed = [...entries].filter(([, known]) => known.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  writeOutput(host, baseline, `${printableJson({ version: VERSION, findings: Object.fromEntries(listed) }, 2)}\n`);
  return listed.reduce((sum, [, known]) => sum + known.length, 0);
}

const VERSION = 1;

const nameOf = (host: CliHost, baseline: string, { path }: CheckedFile): string =>
  relativePath(host.join(absolute(host, baseline), '..'), absolute(host, path));

const entryOf = ({ problem, fingerprint }: ReturnType<typeof fingerprinted>[number]): string =>
  `${problem.code} ${fingerprint}`;

function read(host: CliHost, file: string): Entries {
  const given = parsed(decode(host.readFile(file)));
  if (given?.version !== VERSION || !isRecord(given.findings))
    throw new UsageError(`${file}: this is not a baseline; --update-baseline writes one`);
  const entries = Object.entries(given.findings).map(([name, known]): [string, readonly string[]] => [
    name,
    Array.isArray(known) ? known.filter((entry): entry is string => typeof entry === 'string') : [],
  ]);
  return new Map(entries);
}

function parsed(text: string): { readonly version?: unknown; readonly findings?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
