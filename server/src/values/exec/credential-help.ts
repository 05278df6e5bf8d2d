import { codeSpan } from '../../text/markdown.ts';
import { readFields } from '../fields.ts';
import { whole } from '../problem.ts';
import type { Description, Signature, ValueContext, ValueType } from '../value-type.ts';

const isBehindColon = (text: string, offset: number): number => (text.slice(0, offset).includes(':') ? 1 : 0);

export const credentialSignature =
  (second: string, documentation: string): ValueType['signature'] =>
  () => ({
    label: `name:${second}`,
    parameters: [
      { label: 'name', documentation: 'The credential’s name, a file name in $CREDENTIALS_DIRECTORY.' },
      { label: second, documentation },
    ],
    active: isBehindColon,
  });

export const importSignature: Signature = {
  label: 'name[:prefix]',
  parameters: [
    { label: 'name', documentation: 'A name, or a beginning of names and *.' },
    { label: 'prefix', documentation: 'What the names begin with for the service; the same when not given.' },
  ],
  active: isBehindColon,
};

/** The file in which the service finds a credential, and where the data come from. */
export function describeCredential(text: string, offset: number, context: ValueContext): Description | undefined {
  const { fields, rest } = readFields(text, {}, 1);
  const name = fields[0];
  if (!name || (rest !== undefined && offset >= rest)) return undefined;
  const file = codeSpan(`$CREDENTIALS_DIRECTORY/${name.text}`);
  const isNamed = rest !== undefined && rest < text.length;
  const source = isNamed ? codeSpan(text.slice(rest)) : "the service manager's own credentials";
  const decrypted = context.directive.key.endsWith('Encrypted') ? ', decrypted' : '';
  const markdown = `The service reads ${file}, which is for its user only; the data come from ${source}${decrypted}.`;
  return { ...whole(text), markdown };
}
