import { withoutEnd } from '../../text/trim-end.ts';
import type { HardenState } from './harden.ts';

/** A drop-in of what was kept, a comment on each line, and in comments what was not. */
export function dropInText({ unit, check, before, after, kept, left, trials }: HardenState): string {
  const exposures = [before?.exposure, after?.exposure];
  const head = [
    `Hardening of ${unit}, found by ${trials} trials. Each setting was kept as the service still`,
    `passed: ${check}`,
    ...(exposures.every((exposure) => exposure !== undefined)
      ? [`Exposure by systemd-analyze security: ${exposures[0]} before, ${exposures[1]} after.`]
      : []),
    ...(after && !after.ok ? [`With all of them together it did not pass: ${after.why}`] : []),
    ...(after ? [] : ['Not all settings were tried: the trials were ended before.']),
  ];
  const lines = kept.flatMap(({ lines: own, about }) => [comment(about), ...own, '']);
  const rest = left.map(({ line, why }) => comment(`${line}: ${why === '' ? 'the service did not pass.' : why}`));
  const text = [
    ...head.map(comment),
    '',
    '[Service]',
    ...(lines.length === 0 ? [comment('Nothing could be tightened.'), ''] : lines),
    ...(rest.length === 0 ? [] : [comment('Not kept:'), ...rest, '']),
  ].join('\n');
  return `${withoutEnd(text, '\n')}\n`;
}

/** One line whatever a program said. A backslash at its end would not go on in systemd's comments, and misleads who reads it. */
const comment = (text: string): string => `# ${withoutEnd(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), '\\')}`;
