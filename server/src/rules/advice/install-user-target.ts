import type { NodeContent } from '../../syntax/tree.ts';
import { readWords, type Word } from '../../syntax/words.ts';
import { remembered } from '../../text/remembered.ts';
import { atValue } from '../place.ts';
import type { FileRule } from '../rule.ts';

/** Targets of the system manager that the user manager does not have. */
const SYSTEM_ONLY = [
  'multi-user.target',
  'graphical.target',
  'sysinit.target',
  'network.target',
  'network-online.target',
  'local-fs.target',
];

/** Read once for a line, wherever it stands. */
const wordsOfLine = remembered((content: NodeContent): readonly Word[] =>
  content.kind === 'assignment' ? readWords(content.value.text).words : [],
);

export const installUserTarget: FileRule = {
  id: 'install-user-target',
  scope: 'file',
  docs: {
    what: 'A unit of the user manager that is to be started by a target only the system manager has.',
    why: 'The user manager never reaches that target, so the enabled unit never starts. Most want default.target; those for a desktop graphical-session.target.',
    bad: '# ~/.config/systemd/user/example.service\n[Install]\nWantedBy=multi-user.target',
    good: '# ~/.config/systemd/user/example.service\n[Install]\nWantedBy=default.target',
    manual: ['systemd.special(7)'],
  },
  check(file, report) {
    if (file.source.kind.manager !== 'user') return;
    for (const { section, assignments } of file.sections) {
      if (section.name !== 'Install') continue;
      for (const assignment of assignments.filter(({ node }) => /^(WantedBy|RequiredBy|UpheldBy)$/.test(node.key))) {
        for (const word of wordsOfLine(assignment.node.content)) {
          if (!SYSTEM_ONLY.includes(word.text)) continue;
          const place = atValue(assignment, word.start, word.end);
          const message = `The user manager has no ${word.text}, so this unit would never be started. Use default.target.`;
          const edits = [{ start: place.start, end: place.end, text: 'default.target' }];
          report.later({ ...place, severity: 'info' }, () => ({
            ...place,
            severity: 'info',
            message,
            fixes: [{ title: 'Change to default.target', edits, preferred: true }],
          }));
        }
      }
    }
  },
};
