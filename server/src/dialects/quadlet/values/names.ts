import type { Span } from '../../../text/span.ts';
import type { Reference, ValueType } from '../../../values/value-type.ts';
import { isQuadletName } from '../generator/names.ts';
import { DEPENDENCIES } from '../generator/references.ts';
import type { QuadletKey } from '../keys.ts';

/** What a key that names Quadlet files makes of them, and where in the value their names stand. */
interface Naming {
  /** The directives of the service by which it depends on that of the file. */
  readonly relations: readonly string[];
  readonly references: (text: string) => Reference[];
}

interface Form extends Pick<Naming, 'relations'> {
  readonly suffixes: readonly string[];
  readonly spans: (text: string) => readonly Span[];
}

const REQUIRED = ['Requires', 'After'];

/** As `generator/references.ts` reads them. */
const FORMS: Readonly<Record<string, Form>> = {
  Pod: { relations: ['BindsTo', 'After'], suffixes: ['.pod'], spans: (text) => [whole(text)] },
  Network: { relations: REQUIRED, suffixes: ['.network', '.container'], spans: (text) => [before(text, ':')] },
  Image: { relations: REQUIRED, suffixes: ['.image', '.build'], spans: (text) => [whole(text)] },
  Volume: {
    relations: REQUIRED,
    suffixes: ['.volume', '.artifact'],
    spans: (text) => (text.includes(':') ? [before(text, ':')] : []),
  },
  Mount: { relations: REQUIRED, suffixes: ['.volume', '.image', '.artifact'], spans: sources },
};

const whole = (text: string): Span =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? { start: 1, end: text.length - 1 }
    : { start: 0, end: text.length };

const before = (text: string, separator: string): Span => {
  const at = text.indexOf(separator);
  return { start: 0, end: at < 0 ? text.length : at };
};

/** The values of `source=` and `src=`. */
function sources(text: string): Span[] {
  return [...text.matchAll(/(?:^|[\s,"'])(?:source|src)=([^\s,"']*)/g)].map((found) => {
    const end = found.index + found[0].length;
    return { start: end - found[1]!.length, end };
  });
}

/** How a key names Quadlet files; undefined for those that name none. The image of an .image file is what it is. */
export function namingOf({ section, key }: Pick<QuadletKey, 'section' | 'key'>): Naming | undefined {
  if (section === 'Image' || !Object.hasOwn(FORMS, key)) return undefined;
  const { relations, suffixes, spans } = FORMS[key]!;
  return {
    relations,
    references: (text) =>
      spans(text).flatMap(({ start, end }): Reference[] => {
        const target = text.slice(start, end);
        const isMeant = suffixes.some((suffix) => target.endsWith(suffix));
        return isMeant ? [{ start, end, type: 'unit', target }] : [];
      }),
  };
}

/** The same type, whose values point to the Quadlet files they name. */
export function withNames(type: ValueType, key: Pick<QuadletKey, 'section' | 'key'>): ValueType {
  const naming = namingOf(key);
  return naming ? { ...type, references: naming.references } : type;
}

/** Whether Quadlet files may stand among the units of a directive in [Unit]. */
export const takesQuadlets = (key: string): boolean => DEPENDENCIES.includes(key);

/** The Quadlet files among the words of a list. */
export function quadletsIn(text: string): Reference[] {
  return [...text.matchAll(/[^\s"']+/g)].flatMap(({ index, 0: target }): Reference[] =>
    isQuadletName(target) ? [{ start: index, end: index + target.length, type: 'unit', target }] : [],
  );
}
