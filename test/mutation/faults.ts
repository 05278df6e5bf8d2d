import { sectionsOf } from '../../server/src/schema/kinds.ts';
import { directivesOf, findDirective } from '../../server/src/units/unit-directives.ts';
import { valuesFor } from '../oracle/values.ts';
import { type Mutation, places, rewrite, somewhere, splice } from './edits.ts';
import type { Random } from './random.ts';

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

/** A value of the tables, or none where it would break the line. */
function someValue(parser: string | undefined, random: Random): string | undefined {
  const value = random.pick(parser ? valuesFor(parser) : ['x']);
  return /[\n\r\0]|\\$/.test(value) ? undefined : value;
}

const badValue: Mutation = (tree, random, { version }) => {
  const place = somewhere(tree, random);
  const value = place && someValue(findDirective(place.section, place.node.key, version)?.parser, random);
  return place && value !== undefined ? rewrite(tree, place.node, `${place.node.key}=${value}`) : undefined;
};

/** Any directive the kind knows, with any value, good or bad. */
const anyDirective: Mutation = (tree, random, { kind, version }) => {
  const known = sectionsOf(kind);
  const sections = tree.sections.filter(({ name }) => known.includes(name));
  if (sections.length === 0) return undefined;
  const { name, header } = random.pick(sections);
  const { key, parser } = random.pick(directivesOf(name, version));
  const value = someValue(parser, random);
  const line = `${key}=${value}\n`;
  return value === undefined ? undefined : splice(tree.text, header.span.end, header.span.end, line);
};

const spoiltValue: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  if (!place) return undefined;
  const { text } = place.node.value;
  const { key } = place.node;
  const spoilt = [
    ...[`${text} # why`, `"${text}`, `${text}'`, `"${text}"`, `${text}x`, `${text},`, `${text} ${text}`, `${text};`],
    ...[`%Z${text}`, `${text}%i`, `${text}\\q`, `=${text}`, `!${text}`, `-${text}`, `~${text}`, '', '""'],
    ...[text.replace('/', ''), text.replaceAll(' ', ','), text.replace('.', '..'), misspell(text || 'x', random)],
  ];
  return rewrite(tree, place.node, `${key}=${random.pick(spoilt)}`);
};

const missingEquals: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  const mark = random.pick([' ', ': ', '', ' - ']);
  return place && rewrite(tree, place.node, `${place.node.key}${mark}${place.node.value.text.replaceAll('=', ' ')}`);
};

const brokenHeader: Mutation = (tree, random) => {
  if (tree.sections.length === 0) return undefined;
  const { header } = random.pick(tree.sections);
  const { name, textSpan } = header;
  const broken = [
    `[${name}`,
    `[${misspell(name, random)}]`,
    `[${name}] # x`,
    `[${name}]]`,
    `[[${name}]`,
    `${name}]`,
    '',
  ];
  return splice(tree.text, textSpan.start, textSpan.end, random.pick(broken));
};

const missingAssignment: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  return place && splice(tree.text, place.node.span.start, place.node.span.end, '');
};

const doubledAssignment: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  if (!place) return undefined;
  const line = `${place.node.key}=${place.node.value.text}`;
  return rewrite(tree, place.node, `${line}\n${line}`);
};

const emptiedUnit: Mutation = (tree, random) => {
  const place = somewhere(tree, random);
  if (!place) return undefined;
  const others = places(tree).filter(({ section }) => section !== place.section);
  return others.reverse().reduce((text, { node }) => splice(text, node.span.start, node.span.end, ''), tree.text);
};

const TOGETHER = (
  'Type=dbus Type=oneshot Type=forking Type=notify Restart=always Restart=on-success RemainAfterExit=yes BusName=a.b ' +
  'Accept=yes User=%i DynamicUser=yes PrivateUsers=yes RootDirectory=/x Slice=a.service Slice=a.slice Sockets=a.service ' +
  'Unit=x.device ExecStart=/bin/true ExecStop=/bin/true ExecReload=x/y GuessMainPID=no TimeoutSec=x OnCalendar=x ' +
  'OnActiveSec=x ListenStream=x:y PIDFile=x WatchdogSec=1x KillSignal=FOO USBFunctionStrings=/x DelegateSubgroup=a ' +
  'PAMName=x KillMode=process ManagedOOMSwap=kill Service=a.service MaxConnections=0 Options=bind Type=nfs Where=/x What=x'
).split(' ');

/** What makes sense, or not, only beside other settings. */
const extraAssignment: Mutation = (tree, random) => {
  const section = tree.sections.find(({ name }) => !['Unit', 'Install'].includes(name));
  if (!section) return undefined;
  return splice(tree.text, section.header.span.end, section.header.span.end, `${random.pick(TOGETHER)}\n`);
};

/** Faults by what was done; not each is one to systemd, which decides. */
export const faults: Readonly<Record<string, Mutation>> = {
  'misspelt key': misspeltKey,
  'wrong section': wrongSection,
  'bad value': badValue,
  'any directive': anyDirective,
  'spoilt value': spoiltValue,
  'missing =': missingEquals,
  'broken header': brokenHeader,
  'missing assignment': missingAssignment,
  'doubled assignment': doubledAssignment,
  'extra assignment': extraAssignment,
  'one section left': emptiedUnit,
};
