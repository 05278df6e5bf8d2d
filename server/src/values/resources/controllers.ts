/** The controllers of control groups systemd manages (src/basic/cgroup-util.c), and what each divides. */
export interface Controller {
  readonly name: string;
  readonly about: string;
  /** First systemd version that has it, where not all do. */
  readonly from?: number;
  /** Not of the kernel: BPF programs systemd attaches. */
  readonly pseudo?: boolean;
}

const controllers: readonly Controller[] = [
  { name: 'cpu', about: 'CPU time' },
  { name: 'cpuacct', about: 'accounting of CPU time (cgroup v1)' },
  { name: 'cpuset', about: 'which CPUs and memory nodes', from: 244 },
  { name: 'io', about: 'block device I/O' },
  { name: 'blkio', about: 'block device I/O (cgroup v1)' },
  { name: 'memory', about: 'memory and swap' },
  { name: 'devices', about: 'access to device nodes (cgroup v1)' },
  { name: 'pids', about: 'number of tasks' },
  { name: 'bpf-firewall', about: 'IP addresses', pseudo: true },
  { name: 'bpf-devices', about: 'access to device nodes', pseudo: true },
  { name: 'bpf-foreign', about: 'programs of BPFProgram=', pseudo: true, from: 249 },
  { name: 'bpf-socket-bind', about: 'ports to bind to', pseudo: true, from: 249 },
  { name: 'bpf-restrict-network-interfaces', about: 'network interfaces', pseudo: true, from: 250 },
  { name: 'bpf-bind-network-interface', about: 'interface sockets are bound to', pseudo: true, from: 260 },
];

/** The controllers a version knows. */
export const controllersOf = (version: number): Controller[] => controllers.filter(({ from = 0 }) => from <= version);

export const findController = (name: string, version: number): Controller | undefined =>
  controllersOf(version).find((controller) => controller.name === name);
