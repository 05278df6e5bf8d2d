import { valueTypeOf } from '../dialects/index.ts';
import { type JudgedAssignment, type JudgedBlock, type PlacedJudgement, pickByKey } from '../engine/judged-block.ts';
import { contextOf, type JudgedFile } from '../engine/judged-file.ts';
import { toSourceSpan } from '../syntax/value.ts';
import type { Span } from '../text/span.ts';
import type { Document } from './document.ts';

/** A program that a document names. */
export interface Program {
  readonly place: PlacedJudgement;
  /** Of its assignment in the block. */
  readonly index: number;
  readonly assignment: JudgedAssignment;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Where it may be: one place, or for a plain name the folders systemd searches. */
  readonly paths: readonly string[];
  /** Whether its command is the first of the value. */
  readonly isFirst: boolean;
}

/** Where systemd looks for a program without a path (`systemd-path search-binaries-default`); on an old layout also in /sbin and /bin. */
export const PROGRAM_FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin'];

/** Where the folders that systemd searches would have a program of that name. */
export const searchedFor = (path: string): string[] =>
  [...PROGRAM_FOLDERS, '/sbin', '/bin'].map((folder) => `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`);

/** The programs a document runs; those in an image of their own, or in folders of the unit's choice, are not this machine's. */
export function programsOf({ judged }: Document): Program[] {
  if (!judged || judged.source.identity.isSource || hasOwnFiles(judged)) return [];
  return judged.blocks.flatMap((place) =>
    programsIn(place.judged, judged).map((named): Program => new ProgramAtPlace(named, place)),
  );
}

/** A program in a block, wherever that stands; offsets count in the value's text. */
type Named = Omit<Program, 'assignment' | 'place'>;

/** Which programs a block names is found out once. */
const known = new WeakMap<JudgedBlock, readonly Named[]>();

function programsIn(block: JudgedBlock, file: JudgedFile): readonly Named[] {
  const found = known.get(block) ?? block.block.contents.flatMap((_, index) => namedIn(block, index, file));
  known.set(block, found);
  return found;
}

function namedIn({ block, verdicts }: JudgedBlock, index: number, { source, version }: JudgedFile): Named[] {
  const content = block.contents[index]!;
  const directive = verdicts[index]?.directive;
  if (content.kind !== 'assignment' || !directive || !/^Exec[A-Z]/.test(content.key)) return [];
  const { text } = content.value;
  const found = valueTypeOf(directive)?.references?.(text, contextOf(directive, source.identity, version)) ?? [];
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

/** Where it stands is reckoned when somebody asks: of most programs nothing is to be said. */
class ProgramAtPlace implements Program {
  readonly name: string;
  readonly paths: readonly string[];
  readonly isFirst: boolean;
  private readonly named: Named;
  readonly place: PlacedJudgement;
  readonly index: number;

  constructor(named: Named, place: PlacedJudgement) {
    this.name = named.name;
    this.paths = named.paths;
    this.isFirst = named.isFirst;
    this.index = named.index;
    this.named = named;
    this.place = place;
  }

  get assignment(): JudgedAssignment {
    return this.place.at(this.named.index);
  }
  get start(): number {
    return this.span.start;
  }
  get end(): number {
    return this.span.end;
  }
  private get span(): Span {
    return toSourceSpan(this.assignment.node.value, this.named.start, this.named.end);
  }
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
  pickByKey(judged.blocks, (key) => OWN_FILES.test(key)).some(({ node }) => node.value.text !== '');
