import type { RuleFinding } from '../rules/judge.ts';
import { toSourceSpan } from '../syntax/value.ts';
import { type JudgedAssignment, pickByKey } from '../units/judged-block.ts';
import { contextOf, type JudgedFile } from '../units/judged-file.ts';
import { parseBoolean } from '../values/boolean.ts';
import { quoted } from '../values/consequence.ts';
import { valueTypeOf } from '../values/registry.ts';
import type { Document } from './document.ts';
import type { FileState } from './environment.ts';

/** What is known of the machine the units are for; only what was asked before. */
export interface MachineKnowledge {
  /** Undefined while nobody has looked. */
  program(path: string): FileState | 'missing' | undefined;
  readonly users: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

interface Program {
  readonly assignment: JudgedAssignment;
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

/** The programs a document runs, by absolute path; those in an image of their own are not this machine's. */
export function programsOf({ judged }: Document): Program[] {
  if (!judged || judged.source.kind.isSource || hasOwnRoot(judged)) return [];
  return pickByKey(judged.blocks, (key) => /^Exec[A-Z]/.test(key)).flatMap((assignment) =>
    programsIn(assignment, judged.version),
  );
}

function programsIn(assignment: JudgedAssignment, version: number): Program[] {
  const { directive, node, source } = assignment;
  if (!directive) return [];
  const { text } = node.value;
  const found = valueTypeOf(directive)?.references?.(text, contextOf(directive, source.kind, version)) ?? [];
  return found
    .filter(({ type, target, start }) => type === 'executable' && target.startsWith('/') && !mayFail(text, start))
    .map(({ target, start, end }) => ({ assignment, path: target, ...toSourceSpan(node.value, start, end) }));
}

/** A `-` before a command says that its failing, or missing, does not matter. */
const mayFail = (text: string, start: number): boolean => /-[@:+!|-]*["']?$/.test(text.slice(0, start));

/** Programs and accounts this machine lacks, as information: the unit may be meant for another. */
export function machineFindings(document: Document, machine: MachineKnowledge): RuleFinding[] {
  return [...missingPrograms(document, machine), ...unknownAccounts(document, machine)];
}

function missingPrograms(document: Document, machine: MachineKnowledge): RuleFinding[] {
  return programsOf(document).flatMap(({ assignment, path, start, end }): RuleFinding[] => {
    const state = machine.program(path);
    if (state === undefined || (state !== 'missing' && state.executable && state.type === 'file')) return [];
    const what = state === 'missing' ? `There is no ${path}` : `${path} is nothing that can be run`;
    return [
      finding(
        assignment,
        { start, end },
        'program-missing',
        `${what} on this machine; here the command fails with 203/EXEC.`,
      ),
    ];
  });
}

function unknownAccounts({ judged }: Document, { users, groups }: MachineKnowledge): RuleFinding[] {
  if (!judged || judged.source.kind.isSource || users.size === 0) return [];
  const dynamic = pickByKey(judged.blocks, (key) => key === 'DynamicUser');
  if (dynamic.some(({ node }) => parseBoolean(node.value.text) !== false)) return [];
  return pickByKey(judged.blocks, (key) => /^(Socket)?(User|Group)$/.test(key)).flatMap((assignment): RuleFinding[] => {
    const { key, value } = assignment.node;
    const kind = key.endsWith('User') ? 'user' : 'group';
    if (!assignment.accepted || !/^[A-Za-z_][\w.-]*$/.test(value.text)) return [];
    if ((kind === 'user' ? users : groups).has(value.text)) return [];
    const message = `This machine lists no ${kind} ${quoted(value.text)}; here the start fails unless it comes from elsewhere.`;
    return [finding(assignment, toSourceSpan(value, 0, value.text.length), 'account-unknown', message)];
  });
}

const hasOwnRoot = (judged: JudgedFile): boolean =>
  pickByKey(judged.blocks, (key) => /^Root(Directory|Image|MStack)$/.test(key)).some(
    ({ node }) => node.value.text !== '',
  );

function finding(
  { source, section, node }: JudgedAssignment,
  span: { start: number; end: number },
  rule: string,
  message: string,
): RuleFinding {
  return { start: span.start, end: span.end, rule, source, severity: 'info', message, section, key: node.key };
}
