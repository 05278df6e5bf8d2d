import { shellSyntax } from '../../../server/src/rules/advice/command-lines.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(shellSyntax, {
  rejected: {
    'a pipe': ['[Service]\nExecStart=/bin/echo a | cat\n', [['info', '|']]],
    'a redirection': ['[Service]\nExecStart=/bin/echo a >/tmp/x\n', [['info', '>/tmp/x']]],
    'a substitution': ['[Service]\nExecStart=/bin/echo $(date)\n', [['info', '$(date)']]],
  },
  accepted: {
    'inside the shell’s argument': ['[Service]\nExecStart=/bin/sh -c "a | b > c"\n'],
    'a variable': ['[Service]\nExecStart=/bin/echo $FOO $BAR\n'],
    'the prefix for a shell': ['[Service]\nExecStart=|/bin/echo a | cat\n'],
  },
});
