import { UsageError } from '../../cli/host.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../../schema/versions.ts';
import type { Captured } from '../captured.ts';
import type { Field, Input } from '../tool.ts';

export const systemdVersion: Field = {
  type: 'integer',
  minimum: 200,
  maximum: 999,
  description: `The systemd version the unit is for, ${OLDEST_VERSION} to ${NEWEST_VERSION}. Leave it out to use that of the project's settings or of this machine.`,
};

export const unitText: Field = { type: 'string', description: 'The whole text of the unit file.' };

export const unitName: Field = {
  type: 'string',
  description:
    'The file name the text has or will have, such as "web.service", "backup.timer", "web.service.d/override.conf" or "app.container". The suffix decides how the text is read.',
};

export const versionArgs = ({ systemd_version: version }: Input): string[] =>
  version === undefined ? [] : [`--systemd-version=${version}`];

/** What stands for a path or a word must not be taken for an option. @throws UsageError */
export function operand(value: Input[string]): string {
  const text = String(value);
  if (text.includes('\0') || text === '' || text === '-') throw new UsageError(`"${text}" cannot be looked up.`);
  return text;
}

/** What was printed, or what was in the way. @throws UsageError where nothing was */
export function printed({ status, stdout, stderr }: Captured): string {
  const said = stderr.replace(/^systemd-units( \w+)?: /gm, '').trim();
  if (stdout.trim() === '' && (status !== 0 || said !== ''))
    throw new UsageError(said === '' ? 'Nothing was found.' : said);
  return said === '' ? stdout : `${stdout}\nNote: ${said}\n`;
}
