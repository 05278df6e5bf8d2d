import type { Severity } from '../../values/value-type.ts';
import { type CheckedFile, type CheckProblem, problemsOf } from '../problem.ts';
import type { Format } from './format.ts';
import { XML_HEADER, xmlAttributes } from './xml.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

/** A report as Checkstyle writes it, which Jenkins, reviewdog and many others read. */
export const checkstyle: Format = (files, { programVersion }) =>
  `${XML_HEADER}<checkstyle${xmlAttributes({ version: programVersion })}>\n${files.map(fileElement).join('')}</checkstyle>\n`;

const fileElement = (file: CheckedFile): string =>
  `  <file${xmlAttributes({ name: file.path })}>\n${problemsOf(file).map(errorElement).join('')}  </file>\n`;

function errorElement({ line, column, severity, message, code }: CheckProblem): string {
  const source = `systemd-units.${code}`;
  return `    <error${xmlAttributes({ line, column, severity: SEVERITIES[severity], message, source })}/>\n`;
}
