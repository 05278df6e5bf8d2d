/** What one writes for a systemd that does not have a newer setting or value: nearly the same. */
export interface Fallback {
  readonly key: string;
  readonly value: string;
  /** What it does not do, after "which"; undefined where it is the same. */
  readonly loses: string | undefined;
}

interface Row {
  readonly key: string;
  /** The values it is about; all of them when not given. */
  readonly values?: RegExp;
  readonly older: readonly [key: string, value: (written: string) => string];
  readonly loses?: string;
}

const same = (written: string): string => written;
const always = (value: string) => (): string => value;
const path = (written: string): string => `file:${written.slice(written.indexOf(':') + 1)}`;

/**
 * From the manual pages of the newer releases, which say what the newer does beyond the older: systemd.unit(5),
 * systemd.service(5), systemd.exec(5), systemd.resource-control(5), systemd.timer(5).
 */
const rows: readonly Row[] = [
  { key: 'Type', values: /^notify-reload$/, older: ['Type', always('notify')], loses: 'is not reloaded by a signal' },
  {
    key: 'Type',
    values: /^exec$/,
    older: ['Type', always('simple')],
    loses: 'counts as started before the program runs',
  },
  ...['StandardOutput', 'StandardError'].flatMap((key): Row[] => [
    { key, values: /^append:/, older: [key, path], loses: 'writes from the beginning of the file at each start' },
    { key, values: /^truncate:/, older: [key, path], loses: 'leaves what was in the file before' },
  ]),
  { key: 'CPUWeight', values: /^idle$/, older: ['CPUWeight', always('1')], loses: 'still gets a little time' },
  {
    key: 'StartupCPUWeight',
    values: /^idle$/,
    older: ['StartupCPUWeight', always('1')],
    loses: 'still gets a little time',
  },
  {
    key: 'PrivateTmp',
    values: /^disconnected$/,
    older: ['PrivateTmp', always('yes')],
    loses: 'shares the file system of /tmp',
  },
  { key: 'PrivateTmp', values: /^connected$/, older: ['PrivateTmp', always('yes')] },
  { key: 'PrivateUsers', values: /^self$/, older: ['PrivateUsers', always('yes')] },
  {
    key: 'ProtectHostname',
    values: /^private$/,
    older: ['ProtectHostname', always('yes')],
    loses: 'cannot change its own host name',
  },
  {
    key: 'ProtectControlGroups',
    values: /^private$/,
    older: ['ProtectControlGroups', always('yes')],
    loses: 'sees the control groups of others',
  },
  {
    key: 'ProtectControlGroups',
    values: /^strict$/,
    older: ['ProtectControlGroups', always('yes')],
    loses: 'sees the control groups of others',
  },
  { key: 'Upholds', older: ['Wants', same], loses: 'does not start the unit again when it ends' },
  { key: 'UpheldBy', older: ['WantedBy', same], loses: 'is not started again when it ends' },
  { key: 'StopPropagatedFrom', older: ['PartOf', same], loses: 'is restarted with the other unit, too' },
  { key: 'WantsMountsFor', older: ['RequiresMountsFor', same], loses: 'fails when the mount fails' },
  { key: 'ConditionPathIsSocket', older: ['ConditionPathExists', same], loses: 'accepts any kind of file' },
  { key: 'StartupAllowedCPUs', older: ['AllowedCPUs', same], loses: 'holds after the boot, too' },
  { key: 'StartupAllowedMemoryNodes', older: ['AllowedMemoryNodes', same], loses: 'holds after the boot, too' },
  ...['Condition', 'Assert'].map(
    (kind): Row => ({
      key: `${kind}Version`,
      values: /^(?:kernel\s*)?[<>=!]/,
      older: [`${kind}KernelVersion`, (written) => written.replace(/^kernel\s*/, '')],
    }),
  ),
];

const byKey: ReadonlyMap<string, readonly Row[]> = new Map(
  rows.map(({ key }) => [key, rows.filter((row) => row.key === key)] as const),
);

/** The nearest that older releases have for an assignment they do not take; undefined where there is nothing. */
export function fallbackOf(key: string, value: string): Fallback | undefined {
  const row = byKey.get(key)?.find(({ values }) => !values || values.test(value));
  if (!row || value === '') return undefined;
  const [older, write] = row.older;
  return { key: older, value: write(value), loses: row.loses };
}

/** The settings that have one, for tests. */
export const fallbackKeys: readonly string[] = [...byKey.keys()];
