import { isolate } from '../../../server/src/rules/unit/dependencies.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(isolate, {
  rejected: {
    'two units': [
      '[Unit]\nOnFailure=a.target b.target\nOnFailureJobMode=isolate\n[Service]\nExecStart=/bin/true\n',
      [['error', 'OnFailure=a.target b.target']],
    ],
    'an empty list, which resets nothing': [
      '[Unit]\nOnSuccess=a.target\nOnSuccess=\nOnSuccess=b.target\nOnSuccessJobMode=isolate\n[Service]\nExecStart=/bin/true\n',
      [['error', 'OnSuccess=b.target']],
    ],
    'the old spelling': [
      '[Unit]\nOnFailure=a.target b.target\nOnFailureIsolate=yes\n[Service]\nExecStart=/bin/true\n',
      [['error', 'OnFailure=a.target b.target']],
    ],
  },
  accepted: {
    'one unit twice': [
      '[Unit]\nOnFailure=a.target a.target\nOnFailureJobMode=isolate\n[Service]\nExecStart=/bin/true\n',
    ],
    'another mode': ['[Unit]\nOnFailure=a.target b.target\nOnFailureJobMode=replace\n[Service]\nExecStart=/bin/true\n'],
    'the unit itself, which is dropped': [
      '# a.service\n[Unit]\nOnFailure=a.target %n\nOnFailureJobMode=isolate\n[Service]\nExecStart=/bin/true\n',
    ],
    'what is not a unit': ['[Unit]\nOnFailure=a.target b\nOnFailureJobMode=isolate\n[Service]\nExecStart=/bin/true\n'],
  },
});
