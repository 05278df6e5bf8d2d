import type { Field, LineProblem } from '../../../engine/lines/line-dialect.ts';
import { capabilities } from '../../../values/security/capabilities.ts';
import { ignoredPart, quotedText } from '../../lines/problems.ts';

/** Capabilities of files as cap_from_text(3) reads them. Numbers mean what the kernel of the machine has, and are left alone. */
export function checkCapabilities(argument: Field): LineProblem[] {
  // Quotes and backslashes are read in a way of their own.
  if (/[\\"']/.test(argument.text)) return [];
  const bad = argument.text.split(/[ \t\n\r]+/).find((clause) => clause !== '' && !isClause(clause));
  if (bad === undefined) return [];
  const said = `${quotedText(bad)} are not capabilities; systemd-tmpfiles ignores the whole argument. Write names and flags, like cap_net_raw=ep.`;
  return [ignoredPart(argument, said)];
}

function isClause(clause: string): boolean {
  const at = clause.search(/[=+-]/);
  if (at < 0) return false;
  const names = clause.slice(0, at);
  // Several actions may follow each other; what is odd about them is not for us to say.
  if (!/^[=+-][eip]*$/.test(clause.slice(at)))
    return /^[=+-][eip]*(?:[+-][eip]+)+$/.test(clause.slice(at)) && !/=[+-]/.test(clause);
  return names
    .split(',')
    .every(
      (name) =>
        name === '' || name.toLowerCase() === 'all' || /^\d+$/.test(name) || capabilities.has(name.toUpperCase()),
    );
}
