import { nearest } from '../../text/edit-distance.ts';
import { parseBoolean } from '../boolean.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import type { Candidate, ValueType } from '../value-type.ts';
import { completeWord, describeWord, type ListForm, quotingProblem, readList } from '../word-list.ts';

const refreshable: Readonly<Record<string, string>> = {
  extensions: 'the images and directories of ExtensionImages= and ExtensionDirectories=',
  credentials: 'the credentials of the service',
};

const FORM: ListForm = { invert: true };

const items: readonly Candidate[] = [
  { label: 'yes', kind: 'keyword', detail: 'all of them' },
  { label: 'no', kind: 'keyword', detail: 'nothing' },
  ...Object.entries(refreshable).map(([label, detail]): Candidate => ({ label, detail, kind: 'value' })),
];

/** `RefreshOnReload=`, `config_parse_service_refresh_on_reload()`: a boolean or a list, of which one bad word costs all. */
export const refreshOnReload: ValueType = {
  parsers: ['config_parse_service_refresh_on_reload'],
  repeats: 'extends',
  check(text, context) {
    if (text === '' || parseBoolean(text) !== undefined) return [];
    const { words, fault } = readList(text, FORM);
    const bad = words.find((word) => !Object.hasOwn(refreshable, word.text));
    if (bad) {
      const guess = nearest(bad.text, Object.keys(refreshable));
      const remedy = guess ? `Did you mean ${guess}?` : 'Write yes, no, extensions or credentials.';
      const what = `Unknown value ${quoted(bad.text)} for ${nameOf(context)}`;
      return [faultAt(bad, { rule: 'value-invalid', consequence: 'ignored', what, remedy, replacement: guess })];
    }
    return fault ? [quotingProblem(fault, context)] : [];
  },
  complete: (text, offset) => completeWord(text, offset, FORM, items),
  describe(text, offset) {
    const value = parseBoolean(text);
    if (value !== undefined) {
      return {
        ...whole(text),
        markdown: value
          ? 'A reload brings extensions and credentials up to date.'
          : 'A reload leaves extensions and credentials alone.',
      };
    }
    return describeWord(text, offset, FORM, (word, { inverted }) => {
      const what = refreshable[word];
      return what && `A reload ${inverted ? 'leaves alone' : 'brings up to date'} ${what}.`;
    });
  },
};
