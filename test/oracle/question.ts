import { createHash } from 'node:crypto';
import type { Question } from './verify.ts';

/** A directive to be asked about: `Service.Restart`. */
export interface Target {
  readonly section: string;
  readonly key: string;
}

export interface DirectiveQuestion extends Question {
  /** 1-based line of the assignment asked about (its first, when the value has line breaks). */
  readonly line: number;
}

const service = '[Service]\nExecStart=/bin/true\n';

/** The least that makes a unit of that section load, as `section body` without the key asked about. */
const bases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Service: { ExecStart: '/bin/true' },
  Socket: { ListenStream: '/run/NAME' },
  Timer: { OnBootSec: '1' },
  Path: { PathExists: '/NAME' },
  Mount: { What: '/dev/NAME', Where: '/NAME' },
  Automount: { Where: '/NAME' },
  Swap: { What: '/dev/NAME' },
  Slice: {},
};

/** Keys whose assignment adds to the base instead of replacing it, so that the base must not be there. */
const own = new Set(['ExecStart', 'What', 'Where']);

/**
 * A unit whose only doubtful line is `key=value`, the last one. Its name comes from what is asked, so that names do
 * not clash and an answer in the cache stays good; `template` makes it `q…@.service`.
 */
export function directiveQuestion(target: Target, value: string, template = false): DirectiveQuestion {
  const { section, key } = target;
  const stem = `q${createHash('sha256').update(`${section}.${key}=${value}`).digest('hex').slice(0, 10)}`;
  const at = template ? '@' : '';
  if (section === 'Unit' || section === 'Install') {
    const text = `${service}[${section}]\n${key}=${value}\n`;
    return { name: `${stem}${at}.service`, text, line: 4 };
  }
  const base = Object.entries(bases[section] ?? {}).filter(([name]) => !(name === key && own.has(key)));
  const lines = [
    `[${section}]`,
    ...base.map(([name, text]) => `${name}=${text.replace('NAME', stem + (template ? '-%i' : ''))}`),
  ];
  const text = `${lines.join('\n')}\n${key}=${value}\n`;
  return { name: unitName(section, stem, at), text, partners: partners(section, stem, at), line: lines.length + 1 };
}

function unitName(section: string, stem: string, at: string): string {
  if (section === 'Swap') return `dev-${stem}.swap`;
  return `${stem}${at}.${section.toLowerCase()}`;
}

function partners(section: string, stem: string, at: string): Record<string, string> {
  if (section === 'Automount') return { [`${stem}.mount`]: `[Mount]\nWhat=/dev/${stem}\nWhere=/${stem}\n` };
  if (section === 'Socket') return { [`${stem}.service`]: service, [`${stem}@.service`]: service };
  if (section === 'Timer' || section === 'Path') return { [`${stem}${at}.service`]: service };
  return {};
}
