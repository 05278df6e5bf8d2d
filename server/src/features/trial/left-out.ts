/** What a trial does without, so that nothing but the service itself is tried; by the key of the line. */
const REASONS = {
  others: 'it acts on other units',
  machine: 'it acts on the whole machine',
  once: 'a trial is one run',
  sockets: 'the sockets belong to the installed unit',
} as const;

const keysOf: Readonly<Record<keyof typeof REASONS, readonly string[]>> = {
  others: [
    ...['Conflicts', 'OnFailure', 'OnSuccess', 'Upholds', 'PropagatesStopTo', 'PropagatesReloadTo'],
    'PropagateReloadTo',
  ],
  machine: [
    ...['FailureAction', 'SuccessAction', 'StartLimitAction', 'JobTimeoutAction', 'JobTimeoutRebootArgument'],
    ...['FailureActionExitStatus', 'SuccessActionExitStatus', 'RebootArgument'],
  ],
  once: ['Restart', 'RestartForceExitStatus'],
  sockets: ['Sockets'],
};

/** These do nothing in a trial, or would keep it from being started and ended by hand: nobody has to be told. */
const SILENT = [
  ...['Before', 'PartOf', 'StopPropagatedFrom', 'ReloadPropagatedFrom', 'PropagateReloadFrom', 'OnFailureIsolate'],
  ...['OnFailureJobMode', 'OnSuccessJobMode', 'RefuseManualStart', 'RefuseManualStop', 'StopWhenUnneeded'],
  ...['IgnoreOnIsolate', 'CollectMode', 'SourcePath', 'Description', 'Documentation'],
];

const reasonBy = new Map(
  Object.entries(keysOf).flatMap(([reason, keys]) =>
    keys.map((key) => [key, REASONS[reason as keyof typeof REASONS]] as const),
  ),
);

const silent = new Set(SILENT);

/** Why a trial leaves lines of a key out, as a part of a sentence; empty where that need not be told, undefined where they stay. */
export const leftOutFor = (key: string): string | undefined => (silent.has(key) ? '' : reasonBy.get(key));
