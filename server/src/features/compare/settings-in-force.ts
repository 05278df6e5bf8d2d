import type { JudgedAssignment, SourceFile } from '../../engine/judged-file.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { Directive, ValueContext } from '../../values/value-type.ts';
import { isSetOfWords, normalForms } from './normal-form.ts';

/** What is in force of one directive of a unit. */
export interface Setting {
  readonly section: string;
  readonly key: string;
  readonly directive: Directive;
  readonly context: ValueContext;
  /** Whether the order of the entries means nothing. */
  readonly isSet: boolean;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** In its normal form: what is compared. */
  readonly form: string;
  /** As it is written; one of several entries of a value in its normal form. */
  readonly text: string;
  readonly place: SettingPlace;
}

export interface SettingPlace {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** What systemd has of a unit after loading, by `SECTION KEY`; lists and resets honoured. */
export function settingsInForce(unit: LoadedUnit): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const { section, key } of unit.effectiveKeys()) {
    if (isOfGenerator(unit, section, key)) continue;
    const counting = unit.inForce(section, key);
    const directive = counting.at(-1)?.directive;
    if (!directive) continue;
    const context = contextOf(unit, directive);
    const entries = counting.flatMap((assignment) => entriesOf(assignment, context));
    const isSet = isSetOfWords(directive);
    settings.set(`${section} ${key}`, { section, key, directive, context, isSet, entries });
  }
  return settings;
}

const contextOf = (unit: LoadedUnit, directive: Directive): ValueContext => ({
  directive,
  version: unit.version,
  manager: unit.manager,
  kind: unit.kind,
  unit: unit.name,
});

/** A generator says which file it has read, which tells nothing of what runs. */
const isOfGenerator = ({ files }: LoadedUnit, section: string, key: string): boolean =>
  section === 'Unit' && key === 'SourcePath' && files[0]?.source.origins !== undefined;

function entriesOf({ source, node }: JudgedAssignment, context: ValueContext): Entry[] {
  const { text } = node.value;
  const place = placeOf(source, editorLines(source.tree).positionAt(node.keySpan.start).line);
  const forms = normalForms(text, context);
  // Told of each of them, a value of thousands of entries would be told thousands of times.
  return forms.map((form) => ({ form, text: forms.length > 1 ? form : text, place }));
}

/** Of a line that another program made, the first of those it is made of. */
function placeOf({ path, origins }: SourceFile, line: number): SettingPlace {
  const origin = origins?.find((each) => each.line === line);
  return origin ? { path: origin.path, line: origin.sourceLine + 1 } : { path, line: line + 1 };
}
