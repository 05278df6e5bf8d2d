import type { ValueContext } from '../value-type.ts';

/** What a plain number comes to, in one sentence. */
type Meaning = (count: string, value: bigint) => string;

/** `At most 5 <many>.`, with words of its own for none. */
const atMost =
  (one: string, many: string, none = 'No limit.'): Meaning =>
  (count, value) =>
    value === 0n ? none : `At most ${count} ${value === 1n ? one : many}.`;

const waits = 'is active at once; further ones wait';
const wait = 'are active at once; further ones wait';
const allWait = 'None of the units of this slice is started: all of them wait.';

const status: Meaning = (count) =>
  `Where the action is to exit, whoever started this systemd gets exit status ${count}.`;

/** By directive, with the section where several have one: systemd.unit(5), service, socket, exec, swap, slice. */
const meanings: Readonly<Record<string, Meaning>> = {
  StartLimitBurst: atMost(
    'start within `StartLimitIntervalSec=`; further ones are refused, and `Restart=` gives up',
    'starts within `StartLimitIntervalSec=`; further ones are refused, and `Restart=` gives up',
  ),
  FailureActionExitStatus: status,
  SuccessActionExitStatus: status,
  RestartSteps: (count, value) =>
    value === 0n
      ? 'Every restart waits for `RestartSec=`.'
      : `The wait before a restart grows from \`RestartSec=\` to \`RestartMaxDelaySec=\` in ${count} ${value === 1n ? 'step' : 'steps'}.`,
  FileDescriptorStoreMax: atMost(
    'file descriptor is kept for the service while it restarts',
    'file descriptors are kept for the service while it restarts',
    'No file descriptors are kept for the service.',
  ),
  LogRateLimitBurst: (count, value) =>
    value === 0n
      ? 'As journald.conf(5) says.'
      : `Of more than ${count} messages within \`LogRateLimitIntervalSec=\` the journal drops the rest.`,
  TTYRows: (count) => `Rows of the terminal: ${count}.`,
  TTYColumns: (count) => `Columns of the terminal: ${count}.`,
  Backlog: (count) =>
    `Up to ${count} connections wait for the service to take them, and no more than net.core.somaxconn of the kernel.`,
  MaxConnections: atMost(
    'connection is served at a time; further ones are refused',
    'connections are served at a time; further ones are refused',
    'No connection is served, so systemd refuses the unit.',
  ),
  MaxConnectionsPerSource: atMost(
    'connection from one address is served at a time',
    'connections from one address are served at a time',
  ),
  KeepAliveProbes: (count, value) =>
    value === 0n
      ? 'As many probes as the kernel sends by itself.'
      : `Probes without an answer until the connection counts as dead: ${count}.`,
  'Socket.Priority': (count, value) =>
    value < 0n ? 'The usual priority.' : `Packets are sent with priority ${count}; 0 is the usual one.`,
  IPTTL: (count) => `Packets are dropped after ${count} routers.`,
  Mark: (count, value) => `Packets carry the firewall mark ${count} (0x${value.toString(16)}).`,
  MessageQueueMaxMessages: atMost(
    'message waits in the queue',
    'messages wait in the queue',
    "The kernel's own limit.",
  ),
  MessageQueueMessageSize: (count) => `A message has ${count} bytes at most.`,
  TriggerLimitBurst: atMost(
    'start within `TriggerLimitIntervalSec=`; one more, and this unit fails',
    'starts within `TriggerLimitIntervalSec=`; one more, and this unit fails',
  ),
  PollLimitBurst: atMost(
    'look within `PollLimitIntervalSec=`; then new connections wait until it is over',
    'looks within `PollLimitIntervalSec=`; then new connections wait until it is over',
  ),
  'Swap.Priority': (count, value) =>
    value < 0n ? 'The kernel chooses the priority.' : `Priority ${count}: swap of higher priority is filled first.`,
  ConcurrencyHardMax: atMost(
    'unit of this slice is active at once; starting another fails',
    'units of this slice are active at once; starting another fails',
    'No unit of this slice can be started.',
  ),
  ConcurrencySoftMax: atMost(`unit of this slice ${waits}`, `units of this slice ${wait}`, allWait),
  ActivatingConcurrencyMax: atMost(
    'unit of this slice starts at a time; further ones wait',
    'units of this slice start at a time; further ones wait',
    allWait,
  ),
  TasksMax: atMost('process or thread; it cannot make another', 'processes and threads; it cannot make more'),
};

/** What the number of a directive says, in words. */
export function meaningOfNumber(value: bigint, { directive: { section, key } }: ValueContext): string | undefined {
  const meaning = meanings[`${section}.${key}`] ?? meanings[key];
  return meaning?.(value.toLocaleString('en'), value);
}
