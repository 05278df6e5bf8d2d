import { type JudgedBlock, type PlacedJudgement, pickByKey } from '../engine/judged-block.ts';
import { contextOf, type JudgedFile } from '../engine/judged-file.ts';
import { memoize } from '../text/memoize.ts';
import type { Document } from './document.ts';

/** A program in a block, wherever that stands; offsets count in the value's text. */
export interface Program {
  /** Of its assignment in the block. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Where it may be: one place, or for a plain name the folders systemd searches. */
  readonly paths: readonly string[];
  /** Whether its command is the first of the value. */
  readonly isFirst: boolean;
}

/** The programs of a block; the same list as long as the block stays. */
export interface BlockPrograms {
  readonly place: PlacedJudgement;
  readonly programs: readonly Program[];
}

/** Where systemd looks for a program without a path (`systemd-path search-binaries-default`); on an old layout also in /sbin and /bin. */
export const PROGRAM_FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin'];

/** Where the folders that systemd searches would have a program of that name. */
export const searchedFor = (path: string): string[] =>
  [...PROGRAM_FOLDERS, '/sbin', '/bin'].map((folder) => `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`);

/** The programs a document runs; those in an image of their own, or in folders of the unit's choice, are not this machine's. */
export function programsOf({ judged }: Document): BlockPrograms[] {
  if (!judged || judged.source.identity.isSource || hasOwnFiles(judged)) return [];
  const found: BlockPrograms[] = [];
  for (const place of judged.blocks) {
    const programs = programsIn(place.judged, judged);
    if (programs.length > 0) found.push({ place, programs });
  }
  return found;
}

/** Which programs a block names is found out once. */
const known = memoize((_: JudgedBlock): { programs?: readonly Program[] } => ({}));

function programsIn(block: JudgedBlock, file: JudgedFile): readonly Program[] {
  const cell = known(block);
  cell.programs ??= block.block.contents.flatMap((_, index) => namedIn(block, index, file));
  return cell.programs;
}

function namedIn({ block, verdicts }: JudgedBlock, index: number, { source, version }: JudgedFile): Program[] {
  const content = block.contents[index]!;
  const directive = verdicts[index]?.directive;
  if (content.kind !== 'assignment' || !directive || !/^Exec[A-Z]/.test(content.key)) return [];
  const { text } = content.value;
  const found = directive.valueType?.references?.(text, contextOf(directive, source.identity, version)) ?? [];
  const marks = /^[@:+!|"']*/.exec(text)![0].length;
  return found
    .filter(({ type, start }) => type === 'executable' && !mayFail(text, start))
    .map(({ target, start, end }) => ({
      index,
      start,
      end,
      name: target,
      paths: target.startsWith('/') ? [target] : searchedFor(target),
      isFirst: start <= marks,
    }));
}

/** A `-` before a command says that its failing, or missing, does not matter. */
function mayFail(text: string, start: number): boolean {
  let at = start;
  if (at > 0 && `"'`.includes(text[at - 1]!)) at--;
  while (at > 0 && '@:+!|'.includes(text[at - 1]!)) at--;
  return text[at - 1] === '-';
}

const OWN_FILES = /^(Root(Directory|Image|MStack)|Extension(Directories|Images)|MountImages|ExecSearchPath)$/;

const hasOwnFiles = (judged: JudgedFile): boolean =>
  pickByKey(judged.blocks, OWN_FILES).some(({ node }) => node.value.text !== '');
