import { base64Length } from '../base64.ts';
import { locatedText } from '../located.ts';
import { faultAt, nameOf, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';
import { badEscape } from './credentials.ts';

/** StandardInputText=: text with C escapes, then specifiers; each line adds one. */
export const inputText: ValueType = {
  parsers: ['config_parse_exec_input_text'],
  repeats: 'extends',
  form: 'text',
  specifiers: 'all',
  check(text, context) {
    const at = badEscape(text, context.version);
    if (at !== undefined) {
      const what = `Unknown escape in ${nameOf(context)}`;
      const span = { start: at, end: Math.min(at + 2, text.length) };
      return [
        faultAt(span, { rule: 'escape-unknown', consequence: 'ignored', what, remedy: 'Write \\\\ for a backslash.' }),
      ];
    }
    const { problem } = resolve(locatedText(text), context, { consequence: 'ignored' });
    return problem ? [problem] : [];
  },
};

/** StandardInputData=: Base64. */
export const inputData: ValueType = {
  parsers: ['config_parse_exec_input_data'],
  repeats: 'extends',
  check(text, context) {
    if (base64Length(text, context.version) !== undefined) return [];
    const what = `${nameOf(context)} takes Base64 text, and this is not complete`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
  describe(text, _offset, { version }) {
    const length = base64Length(text, version);
    return text === '' || length === undefined ? undefined : { ...whole(text), markdown: `${length} bytes.` };
  },
};
