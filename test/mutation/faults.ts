import { findDirective, NEWEST_VERSION } from '../../server/src/schema/directives.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import type { AssignmentNode, UnitFile } from '../../server/src/syntax/tree.ts';
import { valuesFor } from '../oracle/values.ts';
import type { Random } from './random.ts';

/** Makes one fault, or one oddity, in a unit; undefined where the unit has no place for it. */
export type Mutation = (tree: UnitFile, random: Random) => string | undefined;

interface Place {
  readonly node: AssignmentNode;
  readonly section: string;
}

const places = (tree: UnitFile): Place[] =>
  tree.sections.flatMap(({ name, assignments }) => assignments.map((node) => ({ node, section: name })));

const splice = (text: string, start: number, end: number, by: string): string => text.slice(0, start) + by + text.slice(end);

/** Replaces a whole assignment, continuations included. */
const rewrite = ({ text }: UnitFile, { textSpan }: AssignmentNode, by: string): string =>
  splice(text, textSpan.start, textSpan.end, by);

const somewhere = (tree: UnitFile, random: Random): Place | undefined => {
  const all = places(tree);
  return all.length === 0 ? undefined : random.pick(all);
};

function misspell(word: string, random: Random): string {
  const at = random.below(word.length);
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word[at] + word.slice(at);
    case 2:
      return word.slice(0, at) + random.pick([...'aeostx']) + word.slice(at + 1);
    default:
      return word.toLowerCase() === word ? word.toUpperCase() : word.toLowerCase();
  }
}

const misspeltKey: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  return place && rewrite(tree, place.node, `${misspell(place.node.key, random)}=${place.node.value.text}`);
};

const wrongSection: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  const others = tree.sections.filter(({ name }) => name !== place?.section);
  if (!place || others.length === 0) return undefined;
  const target = random.pick(others).header.span.end;
  const moved = `${place.node.key}=${place.node.value.text}\n`;
  const without = (text: string): string => splice(text, place.node.span.start, place.node.span.end, '');
  return target <= place.node.span.start
    ? splice(without(tree.text), target, target, moved)
    : without(splice(tree.text, target, target, moved));
};

const badValue: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  if (!place) return undefined;
  const parser = findDirective(place.section, place.node.key, NEWEST_VERSION)?.parser;
  const value = random.pick(parser ? valuesFor(parser) : ['x']);
  return /[\n\r\0]/.test(value) ? undefined : rewrite(tree, place.node, `${place.node.key}=${value}`);
};

const spoiltValue: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  if (!place) return undefined;
  const { text } = place.node.value;
  const spoilt = random.pick([`${text} # why`, `"${text}`, `${text}x`, misspell(text || 'x', random), `${text},`, `%Z${text}`, '', `${text}'`]);
  return rewrite(tree, place.node, `${place.node.key}=${spoilt}`);
};

const missingEquals: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  return place && rewrite(tree, place.node, `${place.node.key} ${place.node.value.text.replaceAll('=', ' ')}`);
};

const brokenHeader: Mutation = (tree, random) => {
  if (tree.sections.length === 0) return undefined;
  const { header } = random.pick(tree.sections);
  const { name, textSpan } = header;
  const broken = random.pick([`[${name}`, `[${misspell(name, random)}]`, `[${name}] # x`, `[${name}]]`, `[[${name}]`, '']);
  return splice(tree.text, textSpan.start, textSpan.end, broken);
};

const missingAssignment: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  return place && splice(tree.text, place.node.span.start, place.node.span.end, '');
};

const doubledAssignment: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  return place && rewrite(tree, place.node, `${place.node.key}=${place.node.value.text}\n${place.node.key}=${place.node.value.text}`);
};

const extraAssignment: Mutation = (tree, random) => {
  const section = tree.sections.find(({ name }) => !['Unit', 'Install'].includes(name));
  if (!section) return undefined;
  const extra = random.pick(
    (
      'Type=dbus Type=oneshot Type=forking Type=notify Restart=always Restart=on-success RemainAfterExit=yes BusName=a.b ' +
      'Accept=yes User=%i DynamicUser=yes PrivateUsers=yes RootDirectory=/x Slice=a.service Sockets=a.service ' +
      'Unit=x.device ExecStart=/bin/true ExecStop=/bin/true ExecReload=x/y GuessMainPID=no TimeoutSec=x OnCalendar=x ' +
      'OnActiveSec=x ListenStream=x:y PIDFile=x WatchdogSec=1x KillSignal=FOO USBFunctionStrings=/x DelegateSubgroup=a'
    ).split(' '),
  );
  return splice(tree.text, section.header.span.end, section.header.span.end, `${extra}\n`);
};

/** Faults by what was done; not each is one to systemd, which decides. */
export const faults: Readonly<Record<string, Mutation>> = {
  'misspelt key': misspeltKey,
  'wrong section': wrongSection,
  'bad value': badValue,
  'spoilt value': spoiltValue,
  'missing =': missingEquals,
  'broken header': brokenHeader,
  'missing assignment': missingAssignment,
  'doubled assignment': doubledAssignment,
  'extra assignment': extraAssignment,
};

const everywhere =
  (change: (node: AssignmentNode) => string | undefined): Mutation =>
  (tree) => {
    let { text } = tree;
    for (const { node } of places(tree).reverse()) {
      const by = node.value.pieces.length > 1 ? undefined : change(node);
      if (by !== undefined) text = splice(text, node.textSpan.start, node.textSpan.end, by);
    }
    return text;
  };

/** What looks odd and is legal: systemd must stay silent, and so must we. */
export const oddities: Readonly<Record<string, Mutation>> = {
  'blanks around =': everywhere(({ key, value }) => `${key} \t=  ${value.text}`),
  'indented lines': everywhere(({ key, value }) => `  ${key}=${value.text}  `),
  'continued after the first word': everywhere(({ key, value }) => `${key}=\\\n# note\n; note\n${value.text}`),
  'CRLF': ({ text }) => text.replace(/\n/g, '\r\n'),
  'byte order mark': ({ text }) => (text.startsWith('[') ? `\ufeff${text}` : undefined),
  'no line end': ({ text }) => text.replace(/\n+$/, ''),
  'comments everywhere': everywhere(({ key, value }) => `# a = b \\\n; [x]\n${key}=${value.text}`),
  'sections twice': (tree) => (tree.sections[0] ? `${tree.text}\n[${tree.sections[0].name}]\n[X-Ours]\nwhat ever\n` : undefined),
  'keys of others': everywhere(({ key, value }) => `X-Foo=bar\n${key}=${value.text}`),
};

export const mutate = (text: string, mutation: Mutation, random: Random): string | undefined => {
  const result = mutation(parse(text), random);
  return result === text ? undefined : result;
};
