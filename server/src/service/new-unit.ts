import { type Answers, type NewFile, noAnswers, textsOf } from '../features/new-unit/texts.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { checkUnitText } from './check.ts';

export type { Answers, NewFile, Purpose } from '../features/new-unit/texts.ts';

/** A new unit, and what is wrong with the answers it was made from. */
export interface NewUnit {
  readonly files: readonly NewFile[];
  /** In plain sentences; nothing is wrong when there are none. */
  readonly problems: readonly string[];
}

/** Makes the files of a new unit. `version` is the systemd they are for. */
export function newUnit(given: Partial<Answers>, version: number): NewUnit {
  const answers = { ...noAnswers, ...given };
  const files = textsOf(answers);
  const misnamed = files.find(({ name }) => !parseUnitName(name));
  if (misnamed) {
    const problem = `"${misnamed.name}" is not a valid name for a unit: it has letters, digits and the characters : - _ . only.`;
    return { files, problems: [problem] };
  }
  const problems = files.flatMap(({ name, text }) =>
    checkUnitText(text, { path: `/etc/systemd/${answers.manager}/${name}`, version })
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ message }) => message),
  );
  return { files, problems };
}
