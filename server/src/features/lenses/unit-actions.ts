import { addInstall, isUsuallyEnabled } from '../../rules/install-section.ts';
import { foreignKinds } from '../../rules/syntax/directive-unknown.ts';
import { placeholder } from '../../rules/unit/unit-name.ts';
import { asUnitFile } from '../../schema/file-kind.ts';
import { sectionsOf } from '../../schema/kinds.ts';
import { isInstance, parseUnitName, templateOf, type UnitName, withKind } from '../../schema/unit-name.ts';
import type { Section } from '../../syntax/tree.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { folderOf } from '../../units/unit-location.ts';
import { type Document, placeAt } from '../document.ts';
import { newUnitText, relatedUnits } from '../navigation/related.ts';
import { unitAt } from '../navigation/unit-at.ts';
import { expandSnippet } from '../templates/expand.ts';
import { isEmptyUnit, templatesFor, type UnitTemplate } from '../templates/index.ts';

/** What can be made of a unit, whatever is wrong with it. */
export function unitActions(
  document: Document,
  range: Span,
  { index, asked }: { readonly index: UnitIndex; readonly asked: boolean },
): UnitAction[] {
  const here = [
    ...instance(document, range, index),
    ...moveToPartner(document, range, index),
    ...renameFile(document, range, index),
  ];
  // A light bulb on every line says nothing: what concerns the whole unit is offered at its headers.
  if (!asked && placeAt(document, range.start).at !== 'header') return here;
  return [
    ...here,
    ...partners(document, index),
    ...dropIn(document, index),
    ...install(document),
    ...mergeSections(document, range),
  ];
}

function partners(document: Document, index: UnitIndex): UnitAction[] {
  return relatedUnits(document, index).flatMap(({ name, create }): UnitAction[] =>
    create ? [{ title: `Create ${name}`, kind: 'refactor.extract', create }] : [],
  );
}

/** Units of packages are not edited: an update would undo it. */
const VENDOR = /^(\/usr)?\/lib\/systemd\/(system|user)\/[^/]+$/;

function dropIn({ path, judged }: Document, index: UnitIndex): UnitAction[] {
  const vendor = VENDOR.exec(path);
  const name = judged?.source.identity.unit;
  if (!vendor || !name) return [];
  const target = `/etc/systemd/${vendor[2]}/${name.text}.d/override.conf`;
  if (index.file(target)) return [];
  const section = sectionsOf(name.kind)[1];
  const text = `# Overrides ${path}; see systemctl cat ${name.text}\n[${section}]\n`;
  return [{ title: `Create a drop-in: ${target}`, kind: 'refactor.extract', create: { path: target, text } }];
}

function install({ judged }: Document): UnitAction[] {
  if (!judged) return [];
  const { tree } = judged.source;
  const kind = asUnitFile(judged.source.identity);
  if (!kind || kind.role === 'drop-in' || tree.sections.some(({ name }) => name === 'Install')) return [];
  if (!isUsuallyEnabled(kind.kind)) return [];
  return [{ ...addInstall(judged), kind: 'refactor.rewrite' }];
}

/** `foo@bar.service` is there as a file of its own, or as an instance of the template. */
function instance(document: Document, range: Span, index: UnitIndex): UnitAction[] {
  const at = unitAt(document, range.start, index);
  if (!at || at.isOwn || !isInstance(at.name)) return [];
  const template = templateOf(at.name);
  const written = document.text.slice(at.span.start, at.span.end);
  const own = document.judged?.source.identity.unit;
  const actions: UnitAction[] = [];
  if (own?.instance === at.name.instance && written === at.name.text) {
    const text = `${at.name.prefix}@%i.${at.name.kind}`;
    actions.push({
      title: `Write ${text}: the same instance`,
      kind: 'refactor.rewrite',
      edits: [{ ...at.span, text }],
    });
  }
  if (!index.get(template)?.fragments.length && !index.get(at.name.text)?.fragments.length) {
    const path = `${folderOf(document.path)}/${template}`;
    const text = `[Unit]\nDescription=${at.name.prefix} %i\n\n[Service]\nExecStart=/bin/true\n`;
    if (at.name.kind === 'service')
      actions.push({ title: `Create the template ${template}`, kind: 'quickfix', create: { path, text } });
  }
  return actions;
}

/** Sections of one name are one to systemd; this makes them one to the reader, each line with the comments above it. */
function mergeSections({ tree, text, path }: Document, range: Span): UnitAction[] {
  const here = tree.sections.find(({ span }) => span.start <= range.start && range.start <= span.end);
  if (!here || path === '') return [];
  const same = tree.sections.filter(({ name }) => name === here.name);
  const [first, ...more] = same;
  if (!first || more.length === 0 || same.some(({ header }) => !header.closed)) return [];
  const moved = more.map((section) => bodyOf(section, text)).join('');
  const end = contentEnd(first, text);
  const edits = [
    { start: end, end, text: text[end - 1] === '\n' ? moved : `\n${moved}` },
    ...more.map(({ span }) => ({ start: span.start, end: span.end, text: '' })),
  ];
  return [{ title: `Merge the ${same.length} sections [${here.name}]`, kind: 'refactor.rewrite', edits }];
}

function bodyOf(section: Section, text: string): string {
  const body = text.slice(section.header.span.end, contentEnd(section, text));
  return body === '' || body.endsWith('\n') ? body : `${body}\n`;
}

/** The end of the last line that is not blank. */
function contentEnd({ nodes, header }: Section, text: string): number {
  const last = [...nodes].reverse().find((node) => node.kind !== 'blank');
  return Math.min((last ?? header).span.end, text.length);
}

/** Whole units to begin an empty file with, for editors whose completions have one line only. */
export function beginnings(document: Document): UnitAction[] {
  const { text, judged, tree, path } = document;
  if (!isEmptyUnit(tree)) return [];
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  const action = ({ name, snippet }: UnitTemplate): UnitAction => ({
    title: `Begin with: ${name}`,
    kind: 'refactor.rewrite',
    edits: [{ start: text.length, end: text.length, text: gap + expandSnippet(snippet, { TM_FILENAME_BASE: 'name' }) }],
  });
  return templatesFor(path, judged?.source.identity).map(action);
}

/** The kinds that start a service, and can be made beside it. */
const STARTERS = ['timer', 'socket', 'path'];

/** `OnCalendar=` in a service: makes the timer with it, and takes it out here. */
function moveToPartner(document: Document, range: Span, index: UnitIndex): UnitAction[] {
  const name = document.judged?.source.identity.unit;
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
function renameFile({ path, judged }: Document, range: Span, index: UnitIndex): UnitAction[] {
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

/** A change that makes files or rewrites parts of the open one. */
export interface UnitAction {
  readonly title: string;
  readonly kind: 'refactor.extract' | 'refactor.rewrite' | 'quickfix';
  readonly edits?: readonly (Span & { readonly text: string })[];
  readonly create?: { readonly path: string; readonly text: string };
  /** The path the open file is to have. */
  readonly rename?: string;
}
