import type { Directive } from '../schema/directives.ts';
import { valueTypeOf } from '../values/registry.ts';
import type { Candidate, ValueContext } from '../values/value-type.ts';

/** The words of an enumeration; none where other values are taken as well. */
export function wordsOf(context: ValueContext): readonly Candidate[] {
  const items = valueTypeOf(context.directive)?.complete?.('', 0, context)?.items ?? [];
  const words = items.filter((item) => item.kind === 'keyword');
  return words.length > 1 && words.length === items.length ? words : [];
}

/** What a value is, in a word or two: `time span`, `path`; undefined where only the manual can say. */
export function formOf({ parser, placeholder }: Directive): string | undefined {
  return byParser[parser] ?? byPlaceholder[placeholder];
}

/** By the placeholder that systemd itself prints (`systemd --dump-configuration-items`). */
const byPlaceholder: Readonly<Record<string, string>> = {
  ARCHS: 'architectures',
  BANDWIDTH: 'DEVICE BYTES',
  BOOLEAN: 'yes | no',
  BOUNDINGSET: 'capabilities',
  CONDITION: 'condition',
  CPUAFFINITY: 'processors',
  CPUSCHEDPRIO: 'number',
  CPUWEIGHT: 'weight',
  DEVICELATENCY: 'DEVICE TIME',
  DEVICEWEIGHT: 'DEVICE WEIGHT',
  ENVIRON: 'NAME=value',
  ERRNO: 'error',
  FAMILIES: 'address families',
  FILE: 'path',
  FILESYSTEMS: 'file systems',
  INTEGER: 'number',
  IOPRIORITY: 'number',
  LABEL: 'label',
  LIMIT: 'LIMIT or SOFT:HARD',
  LONG: 'number',
  MODE: 'access mode',
  NAMESPACES: 'kinds of namespaces',
  NANOSECONDS: 'time span',
  NETWORKINTERFACE: 'network interface',
  NICE: 'number',
  OOMSCOREADJUST: 'number',
  PATH: 'path',
  'PATH [...]': 'paths',
  'PATH [ARGUMENT [...]]': 'command',
  'PATH[:PATH[:OPTIONS]] [...]': 'SOURCE:TARGET:OPTIONS',
  PERSONALITY: 'architecture',
  REGEX: 'pattern',
  SECONDS: 'time span',
  SERVICE: 'service',
  SHARES: 'number',
  SIGNAL: 'signal',
  SIZE: 'size',
  SLICE: 'slice',
  'SOCKET [...]': 'address, port or path',
  SOCKETS: 'sockets',
  STATUS: 'exit statuses',
  STRING: 'text',
  SYSCALLS: 'system calls',
  TIMER: 'when',
  UNIT: 'unit',
  'UNIT [...]': 'units',
  UNSIGNED: 'number',
  URL: 'web or manual pages',
  WEIGHT: 'weight',
};

/** Where systemd's placeholder says nothing (`OTHER`). */
const byParser: Readonly<Record<string, string>> = {
  config_parse_allowed_cpuset: 'processors',
  config_parse_cpu_quota: 'percentage',
  config_parse_delegate: 'yes | no, or controllers',
  config_parse_exec_directories: 'names of folders',
  config_parse_exec_input_text: 'text',
  config_parse_exit_status: 'exit status',
  config_parse_fdname: 'name',
  config_parse_iec_size_long: 'size',
  config_parse_in_addr_prefixes: 'addresses',
  config_parse_job_running_timeout_sec: 'time span',
  config_parse_job_timeout_sec: 'time span',
  config_parse_load_credential: 'NAME:PATH',
  config_parse_log_extra_fields: 'FIELD=value',
  config_parse_long: 'number',
  config_parse_managed_oom_mem_pressure_duration_sec: 'time span',
  config_parse_managed_oom_mem_pressure_limit: 'percentage',
  config_parse_numa_mask: 'NUMA nodes',
  config_parse_pass_environ: 'names of variables',
  config_parse_pid_file: 'path',
  config_parse_sec_def_infinity: 'time span',
  config_parse_sec_fix_0: 'time span',
  config_parse_service_timeout_abort: 'time span',
  config_parse_set_credential: 'NAME:value',
  config_parse_tasks_max: 'number or percentage',
  config_parse_temporary_filesystems: 'PATH:OPTIONS',
  config_parse_unit_cpu_set: 'processors',
  config_parse_unset_environ: 'names of variables',
  config_parse_user_group_compat: 'name or number',
  config_parse_user_group_strv_compat: 'names or numbers',
  config_parse_working_directory: 'path',
};
