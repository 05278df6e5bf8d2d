import type { Signature } from '../value-type.ts';

/** `[|][!]ARGUMENT` of conditions and assertions; systemd.unit(5). */
export const conditionSignature: Signature = {
  label: '[|][!]ARGUMENT',
  parameters: [
    { label: '[|]', documentation: 'Of the conditions with this mark one has to hold; of those without, all.' },
    { label: '[!]', documentation: 'The condition holds when the rest does not.' },
    { label: 'ARGUMENT', documentation: 'What is looked at: a path, a word or a comparison, as the directive wants.' },
  ],
  active(text, offset) {
    if (offset > 0 && text.startsWith('|') && offset === 1) return 1;
    return offset === 0 && /^([|!]|$)/.test(text) ? 0 : 2;
  },
};
