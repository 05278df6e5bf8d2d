import type { CliHost } from '../../cli/host.ts';
import { captured } from '../captured.ts';
import type { AssistantTool } from '../tool.ts';
import { operand, printed, systemdVersion, unitName, unitText, versionArgs } from './common.ts';

export const fixUnit: AssistantTool = {
  name: 'fix_unit',
  title: 'Fix a systemd unit',
  description:
    'Applies to the text of a unit every fix that is sure not to change what already works (misspelt directives and values, wrong sections, bad quoting …) and answers the new text and what is still found in it. Writes no file: put the text where it belongs yourself.',
  fields: {
    name: unitName,
    text: unitText,
    systemd_version: systemdVersion,
    format: {
      type: 'boolean',
      description: 'Also set the text in the usual form (blanks, blank lines). Default false.',
    },
  },
  required: ['name', 'text'],
  async run(host, input) {
    const path = operand(input.name);
    const file = textFile(host, path, String(input.text));
    const found = await captured(file.host, [
      'check',
      '--fix',
      '--format=concise',
      '--exit-zero',
      ...versionArgs(input),
      '--',
      path,
    ]);
    if (input.format === true) await captured(file.host, ['format', '--', path]);
    const text = file.text();
    const said = printed(found);
    return text === input.text ? `Nothing to fix.\n\n${said}` : `\`\`\`ini\n${text}\`\`\`\n\n${said}`;
  },
};

/** A host on which one file is nothing but a text, whatever lies there. */
function textFile(host: CliHost, path: string, given: string): { readonly host: CliHost; text(): string } {
  let text = given;
  const full = (other: string): string => (other.startsWith('/') ? host.join(other) : host.join(host.cwd, other));
  const isIt = (other: string): boolean => full(other) === full(path);
  return {
    text: () => text,
    host: {
      ...host,
      readFile: (other) => (isIt(other) ? new TextEncoder().encode(text) : host.readFile(other)),
      kindOf: (other) => (isIt(other) ? 'file' : host.kindOf(other)),
      readLink: (other) => (isIt(other) ? undefined : host.readLink(other)),
      realPath: (other) => (isIt(other) ? full(other) : host.realPath(other)),
      rewriteFile(other, { after }) {
        if (!isIt(other)) throw new Error(`${other}: nothing is written here`);
        text = after;
      },
    },
  };
}
