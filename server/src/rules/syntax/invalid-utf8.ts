import { faultyNodes } from '../../units/refusal.ts';
import { fatal } from '../fatal.ts';
import type { FileRule } from '../rule.ts';

export const invalidUtf8: FileRule = {
  id: 'invalid-utf8',
  scope: 'file',
  docs: {
    what: 'A header or assignment with bytes that are not UTF-8, or with characters that never stand for text.',
    why: 'systemd refuses the whole unit. In comments it does not mind.',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    for (const node of faultyNodes(file.source.tree)) {
      if (!node.invalidText) continue;
      const told = {
        ...node.invalidText,
        ...fatal(file, 'This is not valid UTF-8; systemd refuses the unit. Save the file in the encoding UTF-8.'),
      };
      report.later(told, () => told);
    }
  },
};
