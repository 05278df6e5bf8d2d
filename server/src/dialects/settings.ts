import type { JudgedFile, JudgedSection } from '../engine/judged-file.ts';
import { parseBoolean } from '../values/boolean.ts';

/** What is in force of the keys of one section or of several that count as one: the last value that was taken, if it is not empty. */
export type Settings = ReadonlyMap<string, string>;

export function settingsOf(sections: readonly JudgedSection[]): Settings {
  const settings = new Map<string, string>();
  for (const { assignments } of sections) {
    for (const { node, accepted, directive } of assignments) {
      if (!directive || !accepted) continue;
      const { text } = node.value;
      if (text === '') settings.delete(node.key);
      else settings.set(node.key, text);
    }
  }
  return settings;
}

/** Those of all sections of a name. */
export const settingsIn = ({ sections }: JudgedFile, name: string): Settings =>
  settingsOf(sections.filter(({ section }) => section.name === name));

/** Whether a line of the section counts at all: of one without there is nothing. */
export const hasLine = ({ assignments }: JudgedSection): boolean =>
  assignments.some(({ directive, accepted }) => directive && accepted);

export const isYes = (text: string | undefined): boolean => text !== undefined && parseBoolean(text) === true;
export const isNo = (text: string | undefined): boolean => text !== undefined && parseBoolean(text) === false;

/** The family of an address that has been taken. */
export const familyOf = (address: string): 'ipv4' | 'ipv6' => (address.includes(':') ? 'ipv6' : 'ipv4');
