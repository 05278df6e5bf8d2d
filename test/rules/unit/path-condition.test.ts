import { pathCondition } from '../../../server/src/rules/unit/triggers.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(pathCondition, {
  rejected: {
    nothing: ['# a.path\n[Path]\nMakeDirectory=yes\n', [['error', '[Path]']]],
    'taken back': ['# a.path\n[Path]\nPathExists=/x\nPathChanged=\n', [['error', '[Path]']]],
  },
  accepted: {
    'a path': ['# a.path\n[Path]\nPathExistsGlob=/foo/*\n'],
  },
});
