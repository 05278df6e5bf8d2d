import type { FileRule } from '../../engine/rule.ts';
import { LONGEST_FILE } from '../../syntax/unreadable-file.ts';

export const fileTooLong: FileRule = {
  id: 'file-too-long',
  scope: 'file',
  docs: {
    what: 'A file of more than eight million characters, which is not judged.',
    severities: ['info'],
    why: 'systemd would read it line by line; an editor would wait for it with every keystroke. Nothing is checked, completed or explained in such a file.',
  },
  check(file, report) {
    const { tree } = file.source;
    if (tree.text.length <= LONGEST_FILE) return;
    const millions = Math.round(tree.text.length / 1e6);
    const message = `This file has ${millions} million characters. That is too long to be judged: nothing is checked, completed or explained in it.`;
    report({ start: 0, end: 0, severity: 'info', message });
  },
};
