import { printableLine } from '../../text/printable.ts';
import type { Severity } from '../../values/value-type.ts';
import { problemsOf } from '../problem.ts';
import type { Format } from './format.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands that GitHub Actions shows beside the lines of a pull request. */
export const github: Format = (files) =>
  files
    .flatMap(problemsOf)
    .map((problem) => {
      const place = `file=${escapeProperty(problem.path)},line=${problem.line},endLine=${problem.endLine},col=${problem.column},endColumn=${problem.endColumn}`;
      return `::${COMMANDS[problem.severity]} ${place},title=${escapeProperty(problem.code)}::${escapeData(printableLine(problem.message))}\n`;
    })
    .join('');
