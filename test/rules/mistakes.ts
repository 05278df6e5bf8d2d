import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A typical mistake, from `mistakes.txt`. */
export interface Mistake {
  readonly name: string;
  readonly manager: 'system' | 'user';
  readonly before: string;
  /** `rule-id: message` */
  readonly says: string;
  readonly title: string;
  /** Whether `check --fix` writes it. */
  readonly isSafe: boolean;
  readonly after: string;
}

const CASE = /^=== (user\/)?(.+)\n([\s\S]*?)\n--- (.+)\n\+\+\+ (safe: )?(.+)\n([\s\S]*)$/;

/** Every mistake of the table, by what is written and where. */
export function mistakes(): Mistake[] {
  const [, ...cases] = readFileSync(join(import.meta.dirname, 'mistakes.txt'), 'utf8').split(/^(?==== )/m);
  return cases.map((text) => {
    const [, user, name, before, says, safe, title, after] = CASE.exec(text.trimEnd())!;
    const manager = user ? 'user' : 'system';
    return {
      name: name!,
      manager,
      before: unitText(before!),
      says: says!,
      title: title!,
      isSafe: safe !== undefined,
      after: unitText(after!),
    };
  });
}

const unitText = (block: string): string => `${block.replace(/^\.$/gm, '')}\n`;
