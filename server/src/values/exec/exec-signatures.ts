import { BLANKS, partStart } from '../../text/word-part.ts';
import { since } from '../changes.ts';
import type { Signature } from '../value-type.ts';

/** A command line; systemd.service(5), "Command lines". */
export function commandSignature(version: number): Signature {
  const shell = since(version, 'commands are run by a shell with |') ? '|' : '';
  return {
    label: `[@-:+!${shell}]PROGRAM [ARGUMENT …]`,
    parameters: [
      {
        label: `[@-:+!${shell}]`,
        documentation: `- failure counts as success; @ the next word is argv[0]; : no variables are replaced; + full privileges; ! user and group stay as they are${shell ? '; | by a shell' : ''}.`,
      },
      {
        label: 'PROGRAM',
        documentation: 'An absolute path, or a name looked up in a fixed search path. No shell is involved.',
      },
      {
        label: '[ARGUMENT …]',
        documentation:
          'Words, in quotes where they have blanks; ${VARIABLE} is one word, $VARIABLE is split at blanks.',
      },
    ],
    active: (text, offset) => partAt(text.slice(0, offset)),
  };
}

function partAt(before: string): number {
  const command = before.slice(before.lastIndexOf(' ; ') < 0 ? 0 : before.lastIndexOf(' ; ') + 3).trimStart();
  if (/^\S+\s/.test(command)) return 2;
  return /^[@:+!|-]*$/.test(command) ? 0 : 1;
}

/** `NAME=VALUE …`; systemd.exec(5), "Environment=". */
export const environmentSignature: Signature = {
  label: 'NAME=VALUE …',
  parameters: [
    { label: 'NAME', documentation: 'Letters, digits and underscores.' },
    {
      label: 'VALUE',
      documentation: 'Taken as it is, but for specifiers; put quotes around NAME=VALUE where it has blanks.',
    },
  ],
  active: (text, offset) => (text.slice(partStart(text, offset, BLANKS), offset).includes('=') ? 1 : 0),
};
