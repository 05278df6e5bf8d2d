import { parseUnitName } from '../../schema/unit-name.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { directiveInShort } from '../hover/directive.ts';
import { unitMarkdown } from '../hover/unit.ts';
import { conceptMarkdown } from './concepts.ts';
import { differences } from './differences.ts';
import { directiveMeant, examplesBlock } from './explain-directives.ts';
import { contextFor, type Explainer, type Question, said, wordsOf } from './question.ts';
import { stateMarkdown } from './states.ts';

const plain = (text: string): string => text.replace(/=$/, '').toLowerCase();

/** `Wants vs Requires`: what sets the two apart, then each in short. */
export const aboutComparison: Explainer = async (question) => {
  const [, one, other] = /^(\S.*?)\s+(?:vs\.?|versus|or|and)\s+(\S.*)$/i.exec(question.topic) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const known = differences.find(({ pair }) => {
    const names = pair.map(plain);
    return names.includes(plain(one)) && names.includes(plain(other)) && plain(one) !== plain(other);
  });
  const each = [one, other].map((topic) => inShort({ ...question, topic }));
  if (!known && each.some((part) => part === undefined)) return undefined;
  const difference = known ? [`**${one} or ${other}** · ${known.text}`] : [];
  return said('comparison', [...difference, ...each.filter((part) => part !== undefined)].join('\n\n'));
};

/** A few lines without the rest of the manual. */
function inShort({ topic, version, environment }: Question): string | undefined {
  const [, key = '', value = ''] = /^([A-Za-z]\w+)=(.+)$/.exec(topic) ?? [];
  const ofValue = value && contextFor(key, undefined, version);
  if (ofValue) {
    const word = wordsOf(ofValue).find(({ label }) => label === value);
    return word && `**${topic}**${word.detail ? ` · ${word.detail}` : ''}`;
  }
  const context = directiveMeant(topic, version);
  if (context) {
    const { own, text } = directiveInShort(context, environment);
    const meaning = text?.summary ? escapeMarkdown(text.summary) : '';
    return [own[0], meaning, examplesBlock(context)].filter(Boolean).join('\n\n');
  }
  const name = parseUnitName(topic);
  if (name) return unitMarkdown(name, { ...environment, manual: undefined });
  return stateMarkdown(topic) ?? conceptMarkdown(topic, { ...environment, manual: undefined });
}
