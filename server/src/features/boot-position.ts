import { codeSpan, escapeMarkdown, visible } from '../text/markdown.ts';
import { parseBoolean } from '../values/boolean.ts';
import type { Document } from './document.ts';
import { bootStep, bootSteps } from './hover/boot.ts';

/** Where a unit stands on the way from nothing to the graphical login, as far as its own file tells. */
export interface BootPosition {
  readonly unit: string;
  readonly markdown: string;
}

/** Edges of a unit to targets with a place in the boot. */
interface Edge {
  readonly target: string;
  readonly why: string;
}

/** Units that have no name of their own, and those that nothing orders at boot, have no picture. */
export function bootPosition({ judged, path }: Document): BootPosition | undefined {
  if (!judged) return undefined;
  const unit = judged.source.identity.unit?.text ?? path.slice(path.lastIndexOf('/') + 1);
  const values = valuesOf(judged.assignments);
  const after = [...edges(values('Unit', 'After'), 'After='), ...defaultsBefore(judged.source.identity.kind, values)];
  const before = [...edges(values('Unit', 'Before'), 'Before='), ...wanting(values)];
  const from = Math.max(-1, ...after.map(({ target }) => place(target, 'after')));
  const until = Math.min(bootSteps.length, ...before.map(({ target }) => place(target, 'before')));
  return { unit, markdown: draw({ unit, after, before, from, until: Math.max(until, from + 1) }) };
}

type Values = (section: string, key: string) => string[];

/** The words of all assignments of a key that systemd takes. */
function valuesOf(
  assignments: readonly { section: string; accepted: boolean; node: { key: string; value: { text: string } } }[],
): Values {
  return (section, key) =>
    assignments
      .filter((each) => each.accepted && each.section === section && each.node.key === key)
      .flatMap(({ node }) => node.value.text.split(/\s+/).filter((word) => word !== ''));
}

const edges = (targets: readonly string[], why: string): Edge[] => targets.map((target) => ({ target, why }));

/** Targets order themselves after what they want, unless told otherwise: systemd.target(5). */
const wanting = (values: Values): Edge[] =>
  ['WantedBy', 'RequiredBy', 'UpheldBy'].flatMap((key) => edges(values('Install', key), `${key}=`));

/** What DefaultDependencies=yes adds: the "Default Dependencies" of each kind's manual page. */
function defaultsBefore(kind: string, values: Values): Edge[] {
  const set = values('Unit', 'DefaultDependencies').at(-1);
  if (set !== undefined && parseBoolean(set) === false) return [];
  const why = 'DefaultDependencies=yes';
  if (kind === 'service') return edges(['sysinit.target', 'basic.target'], why);
  return ['socket', 'timer', 'path'].includes(kind) ? edges(['sysinit.target'], why) : [];
}

/** Index of the step a target is, or stands before; out of range for one without a place. */
function place(target: string, edge: 'after' | 'before'): number {
  const step = bootStep(target);
  const none = edge === 'after' ? -1 : bootSteps.length;
  if (!step) return none;
  const index = bootSteps.findIndex(({ target: name }) => name === (step.before ?? target));
  return step.before && edge === 'after' ? index - 1 : index;
}

interface Drawing {
  readonly unit: string;
  readonly after: readonly Edge[];
  readonly before: readonly Edge[];
  readonly from: number;
  readonly until: number;
}

function draw({ unit, after, before, from, until }: Drawing): string {
  const width = Math.max(...bootSteps.map(({ target }) => target.length)) + 3;
  const later = until > from + 1 ? ' (or later)' : '';
  const own = `   ├─▶ ${visible(unit)}${later}`;
  const steps = bootSteps.map(({ target, brief = '' }) => `${target.padEnd(width)}${brief}`);
  const lines = [...steps.slice(0, from + 1), own, ...steps.slice(from + 1)];
  const told = [...toldOf('after', after), ...toldOf('before', before)];
  const started = before.some(({ why }) => /By=$/.test(why))
    ? ''
    : '\n\nNothing in this file starts it at boot: it has no `WantedBy=`. Something else may, such as a timer or a socket.';
  return (
    [
      `# ${escapeMarkdown(unit)} in the boot`,
      'Time runs downwards; each target waits for what stands above it (bootup(7)).',
      `\`\`\`text\n${lines.join('\n   │\n')}\n\`\`\``,
      told.length === 0 ? 'Nothing orders it at boot.' : told.join('\n'),
    ].join('\n\n') + started
  );
}

const toldOf = (word: 'after' | 'before', all: readonly Edge[]): string[] =>
  all.map(({ target, why }) => {
    const what = bootStep(target)?.what;
    return `- ${word} ${codeSpan(target)} (\`${why}\`)${what ? `: ${what}` : ''}`;
  });
