import type { Command } from '../../../server/src/dialects/quadlet/generator/command.ts';
import {
  type Generated,
  type GeneratedUnit,
  generate,
} from '../../../server/src/dialects/quadlet/generator/generate.ts';
import type { UnitLine } from '../../../server/src/dialects/quadlet/generator/unit-text.ts';
import { escapeWord } from '../../../server/src/dialects/quadlet/generator/words.ts';
import { isKnownKey } from '../../../server/src/dialects/quadlet/keys.ts';
import { type Answer, askQuadlet, type Podman, type Tree, treeFolder } from './podman.ts';

export interface Asked {
  readonly tree: Tree;
  readonly answer: Answer;
  readonly ours: Generated;
}

/** What Quadlet makes of trees, and what we make of them. */
export function askBoth(podman: Podman, trees: readonly Tree[], isUser: boolean): Asked[] {
  const { folder, answers } = askQuadlet(podman, trees, { isUser });
  return trees.map((tree, index) => {
    const root = treeFolder(folder, index);
    const files = Object.entries(tree).map(([name, text]) => ({ path: `${root}/${name}`, text }));
    const hasDevice = (path: string): boolean => path === '/dev/null';
    const options = { podman: podman.version, isUser, hasDevice, isKnownKey };
    return { tree, answer: answers[index]!, ours: generate({ ...options, files, folders: [root] }) };
  });
}

/** What is told apart, in words; empty if both make the same. */
export function differences({ answer, ours }: Asked): string[] {
  const names = new Set([...answer.units.keys(), ...ours.units.map(({ name }) => name)]);
  // Of two files with one service name both are written; the last counts.
  const own = new Map(ours.units.map((unit) => [unit.name, unit]));
  const texts = [...names].flatMap((name) => {
    const [theirs, mine] = [answer.units.get(name), own.get(name)];
    if (theirs === undefined) return [`${name}: only ours`];
    if (mine === undefined) return [`${name}: only Podman's`];
    return textDifference(mine, theirs);
  });
  return [...texts, ...refusalDifferences(answer, ours)];
}

/** The first line that differs, where options that Podman writes in an order of chance may stand in any. */
function textDifference({ name, lines }: GeneratedUnit, theirs: string): string[] {
  const real = theirs.replace(/\n$/, '').split('\n');
  const mine = lines.flatMap((line) =>
    lineText(line)
      .split('\n')
      .map((text) => ({ text, line })),
  );
  for (let i = 0; i < Math.max(real.length, mine.length); i++) {
    const [a, b] = [real[i], mine[i]];
    if (a !== b?.text && !(a !== undefined && b && isShuffled(b.line, a)))
      return [`${name}:${i + 1}\n  podman ${a}\n  ours   ${b?.text}`];
  }
  return [];
}

const lineText = ({ key, value }: UnitLine): string => (key === undefined ? value : `${key}=${value}`);

function isShuffled(line: UnitLine, real: string): boolean {
  const command = (line as UnitLine & { readonly command?: Command }).command;
  if (!command || !real.startsWith(`${line.key}=`)) return false;
  return [504, 508].some((podman) => {
    let rest = real.slice(line.key!.length + 1);
    for (const options of runsOf(command)) {
      const left = options.map((words) => words.map((word) => `${escapeWord(word, podman)} `).join(''));
      rest = `${rest.replace(/ $/, '')} `;
      while (left.length > 0) {
        const found = left.findIndex((text) => rest.startsWith(text));
        if (found < 0) return false;
        rest = rest.slice(left.splice(found, 1)[0]!.length);
      }
    }
    return rest === '';
  });
}

/** The words of a command in runs; the options of one may stand in any order. */
function runsOf({ words, shuffled }: Command): (readonly (readonly string[])[])[] {
  const runs: (readonly (readonly string[])[])[] = [];
  let at = 0;
  const plain = (end: number): void => {
    for (; at < end; at++) runs.push([[words[at]!.text]]);
  };
  for (const { start, options } of shuffled) {
    plain(start);
    runs.push(options);
    at = start + options.flat().length;
  }
  plain(words.length);
  return runs;
}

function refusalDifferences({ messages, crashed }: Answer, { refused, faults }: Generated): string[] {
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const isCrash = refused.some(({ refusal }) => refusal.reason === 'crash');
  if (crashed || isCrash) return crashed === isCrash ? [] : [`crash: podman ${crashed}, ours ${isCrash}`];
  const text = messages.join('\n');
  const theirs = [
    ...[...text.matchAll(/converting "([^"]+)": (.*)/g)].map(([, name, why]) => `${name}: ${reasonOf(why!)}`),
    ...[...text.matchAll(/error loading "([^"]+)", (.*)/g)].map(([, path]) => `${base(path!)}: syntax`),
  ];
  const mine = [
    ...refused.map(({ path, refusal }) => `${base(path)}: ${refusal.reason}`),
    ...faults.map(({ path }) => `${base(path)}: syntax`),
  ];
  const [left, right] = [theirs.sort().join('; '), mine.sort().join('; ')];
  return left === right ? [] : [`refused: podman ${left}\n         ours   ${right}\n${text}`];
}

/** Podman's words for each reason. */
const REASONS: readonly (readonly [said: RegExp, reason: string])[] = [
  [/^unsupported key/, 'unknown-key'],
  [/^no ImageTag/, 'no-image-tag'],
  [/^no Image /, 'no-image'],
  [/Image And Rootfs/, 'image-and-rootfs'],
  [/was not found$|does not exist$|^unable to translate/, 'missing-file'],
  [/^invalid KillMode/, 'kill-mode'],
  [/^invalid service Type/, 'service-type'],
  [/^ReloadCmd and/, 'reload-twice'],
  [/^invalid port/, 'port'],
  [/^invalid Group set/, 'group-without-user'],
  [/^deprecated Remap/, 'remap-and-map'],
  [/set without RemapUsers/, 'remap-without-users'],
  [/^RemapUsers=manual/, 'remap-manual'],
  [/^RemapUsers=keep-id/, 'remap-keep-id'],
  [/^unsupported RemapUsers/, 'remap-users'],
  [/is not Quadlet based/, 'pod-name'],
  [/extra options/, 'network-options'],
  [/^cannot get the resource name/, 'network-name'],
  [/more gateways/, 'more-gateways'],
  [/more ranges/, 'more-ranges'],
  [/without subnet/, 'no-subnet'],
  [/mandatory when using the image driver/, 'driver-image'],
  [/without Device/, 'without-device'],
  [/^no Yaml/, 'no-yaml'],
  [/^no Artifact/, 'no-artifact'],
  [/^neither SetWorkingDirectory/, 'no-context'],
  [/^relative path in File/, 'relative-file'],
  [/single Yaml/, 'several-yaml'],
  [/is only supported in|^unsupported value for WorkingDirectory/, 'working-directory'],
  [/^no File/, 'no-file'],
  [/^source (?:parameter|cannot)/, 'mount-source'],
  [/^incorrect mount|^record on line|^parse error/, 'mount'],
];

const reasonOf = (message: string): string => REASONS.find(([said]) => said.test(message))?.[1] ?? message;
