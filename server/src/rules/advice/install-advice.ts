import { atAssignment, atValue, removal } from '../../engine/finding-place.ts';
import { type JudgedBlock, valueSpanIn } from '../../engine/judged-block.ts';
import type { FileRule } from '../../engine/rule.ts';
import { isTemplate } from '../../schema/unit-name.ts';
import { readWords } from '../../syntax/words.ts';
import { memoizeList } from '../../text/memoize.ts';
import type { UnitRule } from '../unit-rule.ts';

/** Targets of the system manager that the user manager does not have. */
const SYSTEM_ONLY = [
  'multi-user.target',
  'graphical.target',
  'sysinit.target',
  'network.target',
  'network-online.target',
  'local-fs.target',
];

export const installUserTarget: FileRule = {
  id: 'install-user-target',
  scope: 'file',
  docs: {
    what: 'A unit of the user manager that is to be started by a target only the system manager has.',
    severities: ['info'],
    why: 'The user manager never reaches that target, so the enabled unit never starts. Most want default.target; those for a desktop graphical-session.target.',
    bad: '# ~/.config/systemd/user/example.service\n[Install]\nWantedBy=multi-user.target',
    good: '# ~/.config/systemd/user/example.service\n[Install]\nWantedBy=default.target',
    manual: ['systemd.special(7)'],
  },
  check({ source, blocks }, report) {
    if (source.identity.manager !== 'user') return;
    for (const place of blocks) {
      report.batch(place, 'info', systemTargets(place.judged), {
        spanOf: ({ index, word }) => valueSpanIn(place, index, word),
        describe: ({ index, word }, outline) => ({
          ...atValue(place.at(index), word.start, word.end),
          ...outline,
          message: `The user manager has no ${word.text}, so this unit would never be started. Use default.target.`,
          fixes: [
            {
              title: 'Change to default.target',
              edits: [{ start: outline.start, end: outline.end, text: 'default.target' }],
              preferred: true,
            },
          ],
        }),
      });
    }
  },
};

const systemTargets = memoizeList(({ section, block }: JudgedBlock) =>
  section !== 'Install'
    ? []
    : block.contents.flatMap((content, index) =>
        content.kind === 'assignment' && /^(WantedBy|RequiredBy|UpheldBy)$/.test(content.key)
          ? readWords(content.value.text)
              .words.filter(({ text }) => SYSTEM_ONLY.includes(text))
              .map((word) => ({ index, word }))
          : [],
      ),
);

const EFFECTIVE = ['WantedBy', 'RequiredBy', 'UpheldBy', 'Alias', 'Also'];

export const installEffect: UnitRule = {
  id: 'install-effect',
  scope: 'unit',
  docs: {
    what: 'An [Install] section that does nothing, or DefaultInstance= in a unit that is not a template.',
    severities: ['info', 'hint'],
    why: 'systemctl enable finds nothing to do in such a section, and ignores DefaultInstance= with a warning. systemd itself does not look at [Install] when it loads the unit.',
    bad: '[Service]\nExecStart=/usr/bin/example\n[Install]\nDefaultInstance=main',
    good: '[Service]\nExecStart=/usr/bin/example\n[Install]\nWantedBy=multi-user.target',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    const instance = unit.last('Install', 'DefaultInstance');
    if (instance && unit.name && !isTemplate(unit.name)) {
      const message = 'DefaultInstance= is for templates; systemctl enable warns and ignores it here.';
      report({ ...atAssignment(instance), severity: 'info', message, fixes: [removal(instance)], tag: 'unnecessary' });
    }
    const { source, sections } = unit.files[0]!;
    const section = sections.find((candidate) => candidate.section.name === 'Install')?.section;
    if (!section || EFFECTIVE.some((key) => unit.last('Install', key))) return;
    const message =
      'This section does nothing: systemctl enable looks for WantedBy=, RequiredBy=, UpheldBy=, Alias= or Also=.';
    report({ source, ...section.header.textSpan, severity: 'hint', message, section: 'Install', tag: 'unnecessary' });
  },
};
