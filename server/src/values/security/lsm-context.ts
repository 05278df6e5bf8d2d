import { codeSpan } from '../../text/markdown.ts';
import { locatedText, partOf } from '../located.ts';
import { whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';

/** `[-]LABEL` of a security module. Which labels exist the machine's policy says; only specifiers can be wrong here. */
const label = (parser: string, module: string, what: string): ValueType => ({
  parsers: [parser],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    const lenient = text.startsWith('-');
    const source = partOf(locatedText(text), lenient ? 1 : 0);
    const resolved = resolve(source, context, { consequence: lenient ? 'ignored' : 'refused' });
    return resolved.problem ? [resolved.problem] : [];
  },
  complete: (text) => ({
    ...whole(text),
    items: text === '' ? [{ label: '-', kind: 'prefix', detail: 'go on where it cannot be set' }] : [],
    sources: [{ type: 'specifier' }],
  }),
  describe(text) {
    if (text === '' || text === '-') return undefined;
    const lenient = text.startsWith('-');
    const name = lenient ? text.slice(1) : text;
    const otherwise = lenient ? 'If that fails, it starts all the same.' : 'If that fails, it does not start.';
    return {
      ...whole(text),
      markdown: `Runs with the ${module} ${what} ${codeSpan(name)} where ${module} is in use. ${otherwise}`,
    };
  },
});

export const selinuxContext = label('config_parse_exec_selinux_context', 'SELinux', 'context');
export const apparmorProfile = label('config_parse_exec_apparmor_profile', 'AppArmor', 'profile');
export const smackLabel = label('config_parse_exec_smack_process_label', 'Smack', 'label');
