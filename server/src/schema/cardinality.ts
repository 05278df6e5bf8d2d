import type { Directive } from './directives.ts';

/** Parsers that store one value, so that the last assignment wins (src/core/load-fragment.c, src/shared/conf-parser.c). */
const ONE_VALUE =
  /^config_parse_(bool|tristate|string|unsigned|int|long|mode|signal|tty_size|personality|iec_size|iec_size_long|rlimit|ip_tos|n?sec|sec_(def_infinity|fix_0)|service_(type|exit_type|restart|restart_mode|timeout|timeout_abort|timeout_failure_mode)|kill_mode|oom_policy|notify_access|bus_name|pid_file|fdname|job_mode|job_(running_)?timeout_sec|collect_mode|emergency_action|reboot_parameter|exit_status|unit_(string_printf|path_printf|slice)|user_group_compat|working_directory|exec_(nice|oom_score_adjust|io_class|io_priority|cpu_sched_policy|cpu_sched_prio|input|output|keyring_mode|utmp_mode|preserve_mode|mount_apivfs|mount_flags|mount_propagation_flag|apparmor_profile|selinux_context|smack_process_label|root_hash|memory_thp)|runtime_preserve_mode|protect_(home|system|proc|hostname|control_groups)|proc_subset|private_(tmp|users|pids|bpf)|memory_limit|tasks_max|cpu_quota|cg_weight|cg_cpu_weight|device_policy|log_(level|facility|namespace)|syscall_errno|numa_policy|socket_(protocol|bindtodevice|service|timestamping|bind)|swap_priority|mount_node|managed_oom_(mode|preference|mem_pressure_limit))$/;

/** Whether a later assignment of the directive replaces an earlier one, rather than adding to it. */
export const isScalar = ({ parser }: Directive): boolean => ONE_VALUE.test(parser);

/** Parsers of lists whose entries stand each for itself: another one takes nothing from those that are there. */
const ADDITIVE = /^config_parse_(unit_deps|obsolete_unit_deps|unit_mounts_for|unit_requires_mounts_for|documentation)$/;

/** Whether another assignment of the directive leaves the meaning of earlier ones alone. */
export const isAdditive = ({ section, key, parser }: Directive): boolean =>
  ADDITIVE.test(parser) || (section === 'Install' && key !== 'DefaultInstance');
