import { foreignKinds } from '../../rules/syntax/directive-unknown.ts';
import { placeholder } from '../../rules/unit/unit-name.ts';
import { parseUnitName, type UnitName, withKind } from '../../schema/unit-name.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { folderOf } from '../../units/unit-location.ts';
import { type Document, placeAt } from '../document.ts';
import { newUnitText } from '../navigation/partner-text.ts';
import { ownUnit } from '../navigation/unit-at.ts';
import type { UnitAction } from './unit-action.ts';

/** The kinds that start a service, and can be made beside it. */
const STARTERS = ['timer', 'socket', 'path'];

/** `OnCalendar=` in a service: makes the timer with it, and takes it out here. */
export function moveToPartner(document: Document, range: Span, index: UnitIndex): UnitAction[] {
  const name = ownUnit(document);
  const place = placeAt(document, range.start);
  if (name?.kind !== 'service' || (place.at !== 'key' && place.at !== 'value') || place.directive) return [];
  const { key, value, span } = place.node;
  const [kind, ...more] = foreignKinds(key);
  if (!kind || more.length > 0 || !STARTERS.includes(kind)) return [];
  const partner = parseUnitName(withKind(name, kind))!;
  if (index.get(partner.text)?.fragments.length) return [];
  const written = toSourceSpan(value, 0, value.text.length);
  const line = `${key}=${document.text.slice(written.start, written.end)}`;
  return [
    {
      title: `Create ${partner.text} with ${key}=`,
      kind: 'quickfix',
      create: { path: `${folderOf(document.path)}/${partner.text}`, text: withLine(newUnitText(partner, name), line) },
      edits: [{ ...span, text: '' }],
    },
  ];
}

/** The line in place of the setting that a new unit of the kind begins with. */
const withLine = (text: string, line: string): string =>
  text.replace(/^(OnCalendar|ListenStream|PathChanged)=.*$/m, () => line);

/** A file whose name cannot be that of a unit: the nearest one that can. */
export function renameFile({ path, judged }: Document, range: Span, index: UnitIndex): UnitAction[] {
  const kind = judged?.source.identity;
  const isOnTop = range.start <= (judged?.source.tree.sections[0]?.header.textSpan.end ?? 0);
  if (!kind || kind.unit || kind.role !== 'fragment' || kind.isSource || !isOnTop) return [];
  const written = path.slice(path.lastIndexOf('/') + 1);
  const name = placeholder.test(written) ? undefined : validName(written);
  const target = `${folderOf(path)}/${name?.text}`;
  return name && !index.file(target)
    ? [{ title: `Rename the file to ${name.text}`, kind: 'quickfix', rename: target }]
    : [];
}

function validName(name: string): UnitName | undefined {
  const dot = name.lastIndexOf('.');
  const stem = name.slice(0, dot).trim().normalize('NFD').replace(/\p{M}/gu, '');
  return parseUnitName(
    `${stem.replace(/[^0-9A-Za-z:_.\\@-]+/g, '-').replace(/^[-@]+|(?<!-)-+$/g, '')}${name.slice(dot).trim()}`,
  );
}
