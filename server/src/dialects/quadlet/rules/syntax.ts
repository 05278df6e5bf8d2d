import type { FileRule } from '../../../engine/rule.ts';
import { type SyntaxFault, syntaxFaults } from '../generator/parse.ts';
import { lineSpan } from './lines.ts';
import { quadletRulePages } from './pages.ts';

const WHAT: Readonly<Record<SyntaxFault['what'], string>> = {
  'no-assignment': 'This line is not a section, an assignment or a comment',
  'no-section': 'This assignment stands in front of the first section',
  'section-name': 'A section needs a name without brackets',
  'key-name': 'The name of the key is missing',
};

/** The parser in pkg/systemd/parser/unitfile.go stops at the first of them. */
export const quadletSyntax: FileRule = {
  ...quadletRulePages.syntax,
  scope: 'file',
  check(file, report) {
    const { tree, identity } = file.source;
    const cost =
      identity.role === 'drop-in'
        ? 'Podman leaves this drop-in out'
        : 'Podman does not generate a service from this file or from any other in its folder';
    for (const { line, what } of syntaxFaults(tree.text))
      report({ ...lineSpan(file, line), severity: 'error', message: `${WHAT[what]}; ${cost}.` });
  },
};
