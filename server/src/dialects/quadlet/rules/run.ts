import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { Finding } from '../../../engine/rule.ts';
import { NEWEST_PODMAN } from '../../../schema/podman.ts';
import type { CommandUnitLine } from '../generator/conversion.ts';
import { Refusal } from '../generator/refusal.ts';
import type { UnitLine } from '../generator/unit-text.ts';
import { optionFaults } from '../podman/option-faults.ts';
import type { GeneratedAmong } from './generated.ts';
import { lineSpan } from './lines.ts';

/** What podman refuses when the service is started, at the lines of the file that it is from. */
export function runFindings(file: JudgedFile, { made, path }: GeneratedAmong): Finding[] {
  if (!made || made instanceof Refusal) return [];
  const { podman = NEWEST_PODMAN } = file.source.identity;
  return made.lines.filter(isStart).flatMap(({ command }) =>
    optionFaults(command.words.slice(0, command.optionsEnd), podman).flatMap(
      ({ fault, value: { origin } }): Finding[] => {
        if (origin?.path !== path) return [];
        const message = `${fault}; podman refuses it, and the service fails to start.`;
        return [{ ...lineSpan(file, origin.line), severity: 'error', message }];
      },
    ),
  );
}

/** `podman run`, and `podman pod create`, `network create` and `volume create`, which take many of the same options. */
const isStart = (line: UnitLine): line is CommandUnitLine =>
  'command' in line && (line as CommandUnitLine).command.optionsEnd !== undefined;
