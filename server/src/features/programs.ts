import { toSourceSpan } from '../syntax/value.ts';
import { type JudgedAssignment, pickByKey } from '../units/judged-block.ts';
import { contextOf, type JudgedFile } from '../units/judged-file.ts';
import { valueTypeOf } from '../values/registry.ts';
import type { Document } from './document.ts';

/** A program that a document names. */
export interface Program {
  readonly assignment: JudgedAssignment;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Where it may be: one place, or for a plain name the folders systemd searches. */
  readonly paths: readonly string[];
  /** Whether its command is the first of the value. */
  readonly isFirst: boolean;
}

/** Where systemd looks for a program without a path; with and without a /sbin of its own. */
const SEARCHED = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The programs a document runs; those in an image of their own, or in folders of the unit's choice, are not this machine's. */
export function programsOf({ judged }: Document): Program[] {
  if (!judged || judged.source.kind.isSource || hasOwnFiles(judged)) return [];
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
    .filter(({ type, start }) => type === 'executable' && !mayFail(text, start))
    .map(({ target, start, end }) => ({
      assignment,
      name: target,
      paths: target.startsWith('/') ? [target] : SEARCHED.map((folder) => `${folder}/${target}`),
      isFirst: /^[@:+!|"']*$/.test(text.slice(0, start)),
      ...toSourceSpan(node.value, start, end),
    }));
}

/** A `-` before a command says that its failing, or missing, does not matter. */
const mayFail = (text: string, start: number): boolean => /-[@:+!|-]*["']?$/.test(text.slice(0, start));

const OWN_FILES = /^(Root(Directory|Image|MStack)|Extension(Directories|Images)|MountImages|ExecSearchPath)$/;

const hasOwnFiles = (judged: JudgedFile): boolean =>
  pickByKey(judged.blocks, (key) => OWN_FILES.test(key)).some(({ node }) => node.value.text !== '');
