/** A place a line of the generated unit comes from: a file, and a line in it counted from 1. */
export interface Origin {
  readonly path: string;
  readonly line: number;
}

/** An assignment, or (without a key) a comment or blank line, as Podman keeps and writes it. */
export interface UnitLine {
  readonly key: string | undefined;
  readonly value: string;
  /** The lines of source files that made it; empty for what Quadlet adds by itself. */
  readonly origins: readonly Origin[];
}

export interface UnitSection {
  readonly name: string;
  /** Comments above the header. */
  readonly comments: readonly UnitLine[];
  readonly lines: readonly UnitLine[];
}

/** The text of a unit as Podman's parser has it: each section once, in the order they first appear. */
export interface UnitText {
  readonly sections: readonly UnitSection[];
}

const NONE: readonly UnitLine[] = [];

export const linesOf = (text: UnitText, section: string): readonly UnitLine[] =>
  text.sections.find(({ name }) => name === section)?.lines ?? NONE;

/** Applies a change to one section, which is added at the end if there is none. */
export function inSection(
  text: UnitText,
  name: string,
  change: (section: UnitSection) => Partial<UnitSection>,
): UnitText {
  const has = text.sections.some((section) => section.name === name);
  const sections = has ? text.sections : [...text.sections, { name, comments: [], lines: [] }];
  return {
    sections: sections.map((section) => (section.name === name ? { ...section, ...change(section) } : section)),
  };
}

/** Drop-ins are read after the file: their sections are added to those of the same name. */
export const merged = (text: UnitText, more: UnitText): UnitText =>
  more.sections.reduce(
    (into, { name, comments, lines }) =>
      inSection(into, name, (own) => ({
        comments: [...own.comments, ...comments],
        lines: [...own.lines, ...lines],
      })),
    text,
  );

/** `[Container]` becomes `[X-Container]`, which systemd passes over; one of that name that stands there already takes it in. */
export function renamed(text: UnitText, from: string, to: string): UnitText {
  const old = text.sections.find(({ name }) => name === from);
  if (!old) return text;
  if (!text.sections.some(({ name }) => name === to))
    return { sections: text.sections.map((section) => (section === old ? { ...section, name: to } : section)) };
  const without = { sections: text.sections.filter((section) => section !== old) };
  return merged(without, { sections: [{ ...old, name: to }] });
}
