import { lineRoot, lineTree } from '../../dialects/lines/places.ts';
import { type AccountClaim, accountClaims } from '../../dialects/sysusers/accounts.ts';
import { sysusersDialect } from '../../dialects/sysusers/index.ts';
import { filesThatCount, linesOfFiles } from '../../engine/lines/files-that-count.ts';
import { contextOfLines, lineAtOffset } from '../../engine/lines/judged-lines.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import { traitsOf } from '../../values/traits.ts';
import { wordAround } from '../../values/word-list.ts';
import { type Document, placeAt } from '../document.ts';
import type { Environment } from '../environment.ts';
import type { FilePlace } from '../navigation/unit-at.ts';
import { isMeantTogether, placeInLines, rootOf } from './line-trees.ts';

/** A user or group that stands somewhere. */
interface Account {
  readonly kind: 'user' | 'group';
  readonly name: string;
}

type NamedAccount = Account & Span;

type Around = Pick<Environment, 'lines' | 'units'>;

/** The user or group at an offset, in a unit or in a line. */
export const accountAt = (document: Document, offset: number): NamedAccount | undefined =>
  document.ofLines ? accountInLine(document, offset) : accountInValue(document, offset);

function accountInLine({ ofLines }: Document, offset: number): NamedAccount | undefined {
  const placed = ofLines && lineAtOffset(ofLines, offset);
  if (placed?.line.content.kind !== 'entry') return undefined;
  const at = offset - placed.start;
  const all = ofLines!.dialect.references?.(placed.line, contextOfLines(ofLines!)) ?? [];
  const found = all.find(({ type, start, end }) => (type === 'user' || type === 'group') && start <= at && at <= end);
  if (!found || (found.type !== 'user' && found.type !== 'group')) return undefined;
  return { kind: found.type, name: found.target, start: placed.start + found.start, end: placed.start + found.end };
}

function accountInValue(document: Document, offset: number): NamedAccount | undefined {
  const place = placeAt(document, offset);
  if (place.at !== 'value' || !place.directive || traitsOf(place.directive)?.holds !== 'accounts') return undefined;
  const { text } = place.node.value;
  const { start, end } = wordAround(text, place.offset);
  const name = text.slice(start, end);
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) return undefined;
  const kind = place.node.key.endsWith('User') ? 'user' : 'group';
  return { kind, name, ...toSourceSpan(place.node.value, start, end) };
}

/** A line that makes an account. */
interface MakingLine extends AccountClaim {
  readonly place: FilePlace;
}

/** The lines of sysusers.d that make an account: those of the tree, else those of the workspace, else the machine's. */
export function linesMaking({ kind, name }: Account, document: Document, around: Around): MakingLine[] {
  const root = rootOf(document, around);
  const files = (around.lines?.all() ?? []).filter(({ path }) => sysusersDialect.identify(path));
  const own = files.filter(({ path }) => isMeantTogether(path, root));
  const machine = files.filter(({ path }) => lineTree(lineRoot(path)) === '');
  for (const some of [own, machine]) {
    const read = linesOfFiles(filesThatCount(some), {
      dialect: sysusersDialect,
      version: NEWEST_VERSION,
      manager: 'system',
    });
    const found = read.flatMap((file) =>
      accountClaims(file)
        .filter((claim) => claim.name === name && claim.kinds.includes(kind) && file.source.path !== document.path)
        .map((claim) => ({ ...claim, place: placeInLines(file, claim) })),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Where the account at an offset is made. */
export function accountDefinition(
  document: Document,
  offset: number,
  around: Around,
): { path: string; place: FilePlace; origin: Span }[] {
  const at = accountAt(document, offset);
  if (!at) return [];
  const { start, end } = at;
  return linesMaking(at, document, around).map(({ place }) => ({ path: place.path, place, origin: { start, end } }));
}

/** Which line makes an account, in Markdown; undefined where none does. */
export function makingMarkdown(account: Account, document: Document, around: Around): string | undefined {
  const [line] = linesMaking(account, document, around);
  if (!line) return undefined;
  const { path, line: at } = line.place;
  return `systemd-sysusers makes the ${account.kind} ${codeSpan(account.name)}: ${codeSpan(line.text)} in ${codeSpan(`${path}:${at + 1}`)}.`;
}
