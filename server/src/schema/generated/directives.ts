export const directives = `
Unit	Description	STRING	config_parse_unit_string_printf	0				
Unit	Documentation	URL	config_parse_documentation	0				
Unit	SourcePath	PATH	config_parse_unit_path_printf	0				
Unit	Requires	UNIT [...]	config_parse_unit_deps	UNIT_REQUIRES				
Unit	Requisite	UNIT [...]	config_parse_unit_deps	UNIT_REQUISITE				
Unit	Wants	UNIT [...]	config_parse_unit_deps	UNIT_WANTS				
Unit	BindsTo	UNIT [...]	config_parse_unit_deps	UNIT_BINDS_TO				
Unit	BindTo	UNIT [...]	config_parse_unit_deps	UNIT_BINDS_TO				
Unit	Upholds	UNIT [...]	config_parse_unit_deps	UNIT_UPHOLDS				
Unit	Conflicts	UNIT [...]	config_parse_unit_deps	UNIT_CONFLICTS				
Unit	Before	UNIT [...]	config_parse_unit_deps	UNIT_BEFORE				
Unit	After	UNIT [...]	config_parse_unit_deps	UNIT_AFTER				
Unit	OnSuccess	UNIT [...]	config_parse_unit_deps	UNIT_ON_SUCCESS				
Unit	OnFailure	UNIT [...]	config_parse_unit_deps	UNIT_ON_FAILURE				
Unit	PropagatesReloadTo	UNIT [...]	config_parse_unit_deps	UNIT_PROPAGATES_RELOAD_TO				
Unit	PropagateReloadTo	UNIT [...]	config_parse_unit_deps	UNIT_PROPAGATES_RELOAD_TO				
Unit	ReloadPropagatedFrom	UNIT [...]	config_parse_unit_deps	UNIT_RELOAD_PROPAGATED_FROM				
Unit	PropagateReloadFrom	UNIT [...]	config_parse_unit_deps	UNIT_RELOAD_PROPAGATED_FROM				
Unit	PropagatesStopTo	UNIT [...]	config_parse_unit_deps	UNIT_PROPAGATES_STOP_TO				
Unit	StopPropagatedFrom	UNIT [...]	config_parse_unit_deps	UNIT_STOP_PROPAGATED_FROM				
Unit	PartOf	UNIT [...]	config_parse_unit_deps	UNIT_PART_OF				
Unit	JoinsNamespaceOf	UNIT [...]	config_parse_unit_deps	UNIT_JOINS_NAMESPACE_OF				
Unit	RequiresOverridable	OTHER	config_parse_obsolete_unit_deps	UNIT_REQUIRES				
Unit	RequisiteOverridable	OTHER	config_parse_obsolete_unit_deps	UNIT_REQUISITE				
Unit	RequiresMountsFor	PATH [...]	config_parse_unit_requires_mounts_for	0		256		
Unit	RequiresMountsFor	PATH [...]	config_parse_unit_mounts_for	0	257			
Unit	WantsMountsFor	PATH [...]	config_parse_unit_mounts_for	0	257			
Unit	StopWhenUnneeded	BOOLEAN	config_parse_bool	0				
Unit	RefuseManualStart	BOOLEAN	config_parse_bool	0				
Unit	RefuseManualStop	BOOLEAN	config_parse_bool	0				
Unit	AllowIsolate	BOOLEAN	config_parse_bool	0				
Unit	DefaultDependencies	BOOLEAN	config_parse_bool	0				
Unit	SurviveFinalKillSignal	BOOLEAN	config_parse_bool	0	257			
Unit	OnSuccessJobMode	MODE	config_parse_job_mode	0				
Unit	OnFailureJobMode	MODE	config_parse_job_mode	0				
Unit	OnFailureIsolate	BOOLEAN	config_parse_job_mode_isolate	0				
Unit	IgnoreOnIsolate	BOOLEAN	config_parse_bool	0				
Unit	IgnoreOnSnapshot		config_parse_warn_compat	DISABLED_LEGACY				
Unit	JobTimeoutSec	OTHER	config_parse_job_timeout_sec	0				
Unit	JobRunningTimeoutSec	OTHER	config_parse_job_running_timeout_sec	0				
Unit	JobTimeoutAction	ACTION	config_parse_emergency_action	0				
Unit	JobTimeoutRebootArgument	OTHER	config_parse_reboot_parameter	0				
Unit	StartLimitIntervalSec	SECONDS	config_parse_sec	0				
Unit	StartLimitInterval	SECONDS	config_parse_sec	0				
Unit	StartLimitBurst	UNSIGNED	config_parse_unsigned	0				
Unit	StartLimitAction	ACTION	config_parse_emergency_action	0				
Unit	FailureAction	ACTION	config_parse_emergency_action	0				
Unit	SuccessAction	ACTION	config_parse_emergency_action	0				
Unit	FailureActionExitStatus	OTHER	config_parse_exit_status	0				
Unit	SuccessActionExitStatus	OTHER	config_parse_exit_status	0				
Unit	RebootArgument	OTHER	config_parse_reboot_parameter	0				
Unit	ConditionPathExists	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_EXISTS				
Unit	ConditionPathExistsGlob	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_EXISTS_GLOB				
Unit	ConditionPathIsDirectory	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_DIRECTORY				
Unit	ConditionPathIsSymbolicLink	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_SYMBOLIC_LINK				
Unit	ConditionPathIsMountPoint	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_MOUNT_POINT				
Unit	ConditionPathIsReadWrite	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_READ_WRITE				
Unit	ConditionPathIsEncrypted	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_ENCRYPTED				
Unit	ConditionPathIsSocket	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_SOCKET	257			
Unit	ConditionDirectoryNotEmpty	CONDITION	config_parse_unit_condition_path	CONDITION_DIRECTORY_NOT_EMPTY				
Unit	ConditionFileNotEmpty	CONDITION	config_parse_unit_condition_path	CONDITION_FILE_NOT_EMPTY				
Unit	ConditionFileIsExecutable	CONDITION	config_parse_unit_condition_path	CONDITION_FILE_IS_EXECUTABLE				
Unit	ConditionNeedsUpdate	CONDITION	config_parse_unit_condition_path	CONDITION_NEEDS_UPDATE				
Unit	ConditionFirstBoot	CONDITION	config_parse_unit_condition_string	CONDITION_FIRST_BOOT				
Unit	ConditionArchitecture	CONDITION	config_parse_unit_condition_string	CONDITION_ARCHITECTURE				
Unit	ConditionFirmware	CONDITION	config_parse_unit_condition_string	CONDITION_FIRMWARE				
Unit	ConditionVirtualization	CONDITION	config_parse_unit_condition_string	CONDITION_VIRTUALIZATION				
Unit	ConditionHost	CONDITION	config_parse_unit_condition_string	CONDITION_HOST				
Unit	ConditionFraction	CONDITION	config_parse_unit_condition_string	CONDITION_FRACTION	257			
Unit	ConditionKernelCommandLine	CONDITION	config_parse_unit_condition_string	CONDITION_KERNEL_COMMAND_LINE				
Unit	ConditionKernelVersion	CONDITION	config_parse_unit_condition_string	CONDITION_KERNEL_VERSION		256		
Unit	ConditionKernelVersion	CONDITION	config_parse_unit_condition_string	CONDITION_VERSION	257			
Unit	ConditionVersion	CONDITION	config_parse_unit_condition_string	CONDITION_VERSION	257			
Unit	ConditionCredential	CONDITION	config_parse_unit_condition_string	CONDITION_CREDENTIAL				
Unit	ConditionSecurity	CONDITION	config_parse_unit_condition_string	CONDITION_SECURITY				
Unit	ConditionCapability	CONDITION	config_parse_unit_condition_string	CONDITION_CAPABILITY				
Unit	ConditionACPower	CONDITION	config_parse_unit_condition_string	CONDITION_AC_POWER				
Unit	ConditionMemory	CONDITION	config_parse_unit_condition_string	CONDITION_MEMORY				
Unit	ConditionCPUFeature	CONDITION	config_parse_unit_condition_string	CONDITION_CPU_FEATURE				
Unit	ConditionCPUs	CONDITION	config_parse_unit_condition_string	CONDITION_CPUS				
Unit	ConditionEnvironment	CONDITION	config_parse_unit_condition_string	CONDITION_ENVIRONMENT				
Unit	ConditionUser	CONDITION	config_parse_unit_condition_string	CONDITION_USER				
Unit	ConditionGroup	CONDITION	config_parse_unit_condition_string	CONDITION_GROUP				
Unit	ConditionControlGroupController	CONDITION	config_parse_unit_condition_string	CONDITION_CONTROL_GROUP_CONTROLLER				
Unit	ConditionOSRelease	CONDITION	config_parse_unit_condition_string	CONDITION_OS_RELEASE				
Unit	ConditionMachineTag	CONDITION	config_parse_unit_condition_string	CONDITION_MACHINE_TAG	257			
Unit	ConditionMemoryPressure	CONDITION	config_parse_unit_condition_string	CONDITION_MEMORY_PRESSURE				
Unit	ConditionCPUPressure	CONDITION	config_parse_unit_condition_string	CONDITION_CPU_PRESSURE				
Unit	ConditionIOPressure	CONDITION	config_parse_unit_condition_string	CONDITION_IO_PRESSURE				
Unit	ConditionKernelModuleLoaded	CONDITION	config_parse_unit_condition_string	CONDITION_KERNEL_MODULE_LOADED	257			
Unit	AssertPathExists	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_EXISTS				
Unit	AssertPathExistsGlob	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_EXISTS_GLOB				
Unit	AssertPathIsDirectory	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_DIRECTORY				
Unit	AssertPathIsSymbolicLink	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_SYMBOLIC_LINK				
Unit	AssertPathIsMountPoint	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_MOUNT_POINT				
Unit	AssertPathIsReadWrite	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_READ_WRITE				
Unit	AssertPathIsEncrypted	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_ENCRYPTED				
Unit	AssertPathIsSocket	CONDITION	config_parse_unit_condition_path	CONDITION_PATH_IS_SOCKET	257			
Unit	AssertDirectoryNotEmpty	CONDITION	config_parse_unit_condition_path	CONDITION_DIRECTORY_NOT_EMPTY				
Unit	AssertFileNotEmpty	CONDITION	config_parse_unit_condition_path	CONDITION_FILE_NOT_EMPTY				
Unit	AssertFileIsExecutable	CONDITION	config_parse_unit_condition_path	CONDITION_FILE_IS_EXECUTABLE				
Unit	AssertNeedsUpdate	CONDITION	config_parse_unit_condition_path	CONDITION_NEEDS_UPDATE				
Unit	AssertFirstBoot	CONDITION	config_parse_unit_condition_string	CONDITION_FIRST_BOOT				
Unit	AssertArchitecture	CONDITION	config_parse_unit_condition_string	CONDITION_ARCHITECTURE				
Unit	AssertVirtualization	CONDITION	config_parse_unit_condition_string	CONDITION_VIRTUALIZATION				
Unit	AssertHost	CONDITION	config_parse_unit_condition_string	CONDITION_HOST				
Unit	AssertFraction	CONDITION	config_parse_unit_condition_string	CONDITION_FRACTION	257			
Unit	AssertKernelCommandLine	CONDITION	config_parse_unit_condition_string	CONDITION_KERNEL_COMMAND_LINE				
Unit	AssertKernelVersion	CONDITION	config_parse_unit_condition_string	CONDITION_KERNEL_VERSION		256		
Unit	AssertKernelVersion	CONDITION	config_parse_unit_condition_string	CONDITION_VERSION	257			
Unit	AssertVersion	CONDITION	config_parse_unit_condition_string	CONDITION_VERSION	257			
Unit	AssertCredential	CONDITION	config_parse_unit_condition_string	CONDITION_CREDENTIAL				
Unit	AssertSecurity	CONDITION	config_parse_unit_condition_string	CONDITION_SECURITY				
Unit	AssertCapability	CONDITION	config_parse_unit_condition_string	CONDITION_CAPABILITY				
Unit	AssertACPower	CONDITION	config_parse_unit_condition_string	CONDITION_AC_POWER				
Unit	AssertMemory	CONDITION	config_parse_unit_condition_string	CONDITION_MEMORY				
Unit	AssertCPUFeature	CONDITION	config_parse_unit_condition_string	CONDITION_CPU_FEATURE				
Unit	AssertCPUs	CONDITION	config_parse_unit_condition_string	CONDITION_CPUS				
Unit	AssertEnvironment	CONDITION	config_parse_unit_condition_string	CONDITION_ENVIRONMENT				
Unit	AssertUser	CONDITION	config_parse_unit_condition_string	CONDITION_USER				
Unit	AssertGroup	CONDITION	config_parse_unit_condition_string	CONDITION_GROUP				
Unit	AssertControlGroupController	CONDITION	config_parse_unit_condition_string	CONDITION_CONTROL_GROUP_CONTROLLER				
Unit	AssertOSRelease	CONDITION	config_parse_unit_condition_string	CONDITION_OS_RELEASE				
Unit	AssertMachineTag	CONDITION	config_parse_unit_condition_string	CONDITION_MACHINE_TAG	257			
Unit	AssertMemoryPressure	CONDITION	config_parse_unit_condition_string	CONDITION_MEMORY_PRESSURE				
Unit	AssertCPUPressure	CONDITION	config_parse_unit_condition_string	CONDITION_CPU_PRESSURE				
Unit	AssertIOPressure	CONDITION	config_parse_unit_condition_string	CONDITION_IO_PRESSURE				
Unit	AssertKernelModuleLoaded	CONDITION	config_parse_unit_condition_string	CONDITION_KERNEL_MODULE_LOADED	257			
Unit	CollectMode	OTHER	config_parse_collect_mode	0				
Service	PIDFile	OTHER	config_parse_pid_file	0				
Service	ExecCondition	PATH [ARGUMENT [...]]	config_parse_exec	SERVICE_EXEC_CONDITION				
Service	ExecStartPre	PATH [ARGUMENT [...]]	config_parse_exec	SERVICE_EXEC_START_PRE				
Service	ExecStart	PATH [ARGUMENT [...]]	config_parse_exec	SERVICE_EXEC_START				
Service	ExecStartPost	PATH [ARGUMENT [...]]	config_parse_exec	SERVICE_EXEC_START_POST				
Service	ExecReload	PATH [ARGUMENT [...]]	config_parse_exec	SERVICE_EXEC_RELOAD				
Service	ExecReloadPost	PATH [ARGUMENT [...]]	config_parse_exec	SERVICE_EXEC_RELOAD_POST	257			
Service	ExecStop	PATH [ARGUMENT [...]]	config_parse_exec	SERVICE_EXEC_STOP				
Service	ExecStopPost	PATH [ARGUMENT [...]]	config_parse_exec	SERVICE_EXEC_STOP_POST				
Service	RestartSec	SECONDS	config_parse_sec	0				
Service	RestartSteps	UNSIGNED	config_parse_unsigned	0	257			
Service	RestartMaxDelaySec	SECONDS	config_parse_sec	0	257			
Service	RestartRandomizedDelaySec	SECONDS	config_parse_sec	0	257			
Service	TimeoutSec	SECONDS	config_parse_service_timeout	0				
Service	TimeoutStartSec	SECONDS	config_parse_service_timeout	0				
Service	TimeoutStopSec	OTHER	config_parse_sec_fix_0	0				
Service	TimeoutAbortSec	OTHER	config_parse_service_timeout_abort	0				
Service	TimeoutStartFailureMode	TIMEOUTMODE	config_parse_service_timeout_failure_mode	0				
Service	TimeoutStopFailureMode	TIMEOUTMODE	config_parse_service_timeout_failure_mode	0				
Service	RuntimeMaxSec	SECONDS	config_parse_sec	0				
Service	RuntimeRandomizedExtraSec	SECONDS	config_parse_sec	0				
Service	WatchdogSec	SECONDS	config_parse_sec	0				
Service	StartLimitInterval	SECONDS	config_parse_sec	0				
Service	StartLimitBurst	UNSIGNED	config_parse_unsigned	0				
Service	StartLimitAction	ACTION	config_parse_emergency_action	0				
Service	FailureAction	ACTION	config_parse_emergency_action	0				
Service	RebootArgument	STRING	config_parse_unit_string_printf	0				
Service	Type	SERVICETYPE	config_parse_service_type	0				
Service	ExitType	SERVICEEXITTYPE	config_parse_service_exit_type	0				
Service	Restart	SERVICERESTART	config_parse_service_restart	0				
Service	RestartMode	SERVICERESTARTMODE	config_parse_service_restart_mode	0	257			
Service	PermissionsStartOnly	BOOLEAN	config_parse_bool	0				
Service	RootDirectoryStartOnly	BOOLEAN	config_parse_bool	0				
Service	RemainAfterExit	BOOLEAN	config_parse_bool	0				
Service	GuessMainPID	BOOLEAN	config_parse_bool	0				
Service	RestartPreventExitStatus	STATUS	config_parse_set_status	0				
Service	RestartForceExitStatus	STATUS	config_parse_set_status	0				
Service	SuccessExitStatus	STATUS	config_parse_set_status	0				
Service	SysVStartPriority		config_parse_warn_compat	DISABLED_LEGACY				
Service	NonBlocking	BOOLEAN	config_parse_bool	0				
Service	BusName	OTHER	config_parse_bus_name	0				
Service	FileDescriptorStoreMax	UNSIGNED	config_parse_unsigned	0				
Service	FileDescriptorStorePreserve	OTHER	config_parse_exec_preserve_mode	0	257			
Service	LUOSession	OTHER	config_parse_luo_sessions	0	257			
Service	NotifyAccess	ACCESS	config_parse_notify_access	0				
Service	Sockets	SOCKETS	config_parse_service_sockets	0				
Service	BusPolicy		config_parse_warn_compat	DISABLED_LEGACY				
Service	USBFunctionDescriptors	PATH	config_parse_unit_path_printf	0				
Service	USBFunctionStrings	PATH	config_parse_unit_path_printf	0				
Service	OOMPolicy	OTHER	config_parse_oom_policy	0				
Service	OpenFile	OTHER	config_parse_open_file	0	257			
Service	ReloadSignal	SIGNAL	config_parse_signal	0	257			
Service	RefreshOnReload	OTHER	config_parse_service_refresh_on_reload	0	257			
Service	WorkingDirectory	OTHER	config_parse_working_directory	0				
Service	RootDirectory	PATH	config_parse_unit_path_printf	true				
Service	RootImage	PATH	config_parse_unit_path_printf	true				
Service	RootImageOptions	OTHER	config_parse_root_image_options	0				
Service	RootImagePolicy	OTHER	config_parse_image_policy	0	257			
Service	RootHash	OTHER	config_parse_exec_root_hash	0				
Service	RootHashSignature	OTHER	config_parse_exec_root_hash_sig	0				
Service	RootVerity	PATH	config_parse_unit_path_printf	true				
Service	RootEphemeral	BOOLEAN	config_parse_bool	0	257			
Service	RootMStack	PATH	config_parse_unit_path_printf	true	257			
Service	ExtensionDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Service	ExtensionImages	OTHER	config_parse_extension_images	0				
Service	ExtensionImagePolicy	OTHER	config_parse_image_policy	0	257			
Service	MountImages	OTHER	config_parse_mount_images	0				
Service	MountImagePolicy	OTHER	config_parse_image_policy	0	257			
Service	User	OTHER	config_parse_user_group_compat	0				
Service	Group	OTHER	config_parse_user_group_compat	0				
Service	SupplementaryGroups	OTHER	config_parse_user_group_strv_compat	0				
Service	SetLoginEnvironment	OTHER	config_parse_tristate	0	257			
Service	Nice	NICE	config_parse_exec_nice	0				
Service	OOMScoreAdjust	OOMSCOREADJUST	config_parse_exec_oom_score_adjust	0				
Service	CoredumpFilter	OTHER	config_parse_exec_coredump_filter	0				
Service	IOSchedulingClass	IOCLASS	config_parse_exec_io_class	0				
Service	IOSchedulingPriority	IOPRIORITY	config_parse_exec_io_priority	0				
Service	CPUSchedulingPolicy	CPUSCHEDPOLICY	config_parse_exec_cpu_sched_policy	0				
Service	CPUSchedulingPriority	CPUSCHEDPRIO	config_parse_exec_cpu_sched_prio	0				
Service	CPUSchedulingResetOnFork	BOOLEAN	config_parse_bool	0				
Service	CPUAffinity	CPUAFFINITY	config_parse_exec_cpu_affinity	0				
Service	NUMAPolicy	OTHER	config_parse_numa_policy	0				
Service	NUMAMask	OTHER	config_parse_numa_mask	0				
Service	UMask	MODE	config_parse_mode	0				
Service	Environment	ENVIRON	config_parse_environ	0				
Service	EnvironmentFile	FILE	config_parse_unit_env_file	0				
Service	PassEnvironment	OTHER	config_parse_pass_environ	0				
Service	UnsetEnvironment	OTHER	config_parse_unset_environ	0				
Service	DynamicUser	BOOLEAN	config_parse_bool	true				
Service	RemoveIPC	BOOLEAN	config_parse_bool	0				
Service	StandardInput	INPUT	config_parse_exec_input	0				
Service	StandardOutput	OUTPUT	config_parse_exec_output	0				
Service	StandardError	OUTPUT	config_parse_exec_output	0				
Service	StandardInputText	OTHER	config_parse_exec_input_text	0				
Service	StandardInputData	OTHER	config_parse_exec_input_data	0				
Service	TTYPath	PATH	config_parse_unit_path_printf	0				
Service	TTYReset	BOOLEAN	config_parse_bool	0				
Service	TTYVHangup	BOOLEAN	config_parse_bool	0				
Service	TTYVTDisallocate	BOOLEAN	config_parse_bool	0				
Service	TTYRows	OTHER	config_parse_tty_size	0				
Service	TTYColumns	OTHER	config_parse_tty_size	0				
Service	SyslogIdentifier	STRING	config_parse_unit_string_printf	0				
Service	SyslogFacility	FACILITY	config_parse_log_facility	0				
Service	SyslogLevel	LEVEL	config_parse_log_level	0				
Service	SyslogLevelPrefix	BOOLEAN	config_parse_bool	0				
Service	LogLevelMax	LEVEL	config_parse_log_level	0				
Service	LogRateLimitIntervalSec	SECONDS	config_parse_sec	0				
Service	LogRateLimitBurst	UNSIGNED	config_parse_unsigned	0				
Service	LogExtraFields	OTHER	config_parse_log_extra_fields	0				
Service	LogFilterPatterns	REGEX	config_parse_log_filter_patterns	0	257			
Service	Capabilities		config_parse_warn_compat	DISABLED_LEGACY				
Service	SecureBits	SECUREBITS	config_parse_exec_secure_bits	0				
Service	CapabilityBoundingSet	BOUNDINGSET	config_parse_capability_set	0				
Service	AmbientCapabilities	BOUNDINGSET	config_parse_capability_set	0				
Service	TimerSlackNSec	NANOSECONDS	config_parse_nsec	0				
Service	NoNewPrivileges	BOOLEAN	config_parse_bool	0				
Service	KeyringMode	OTHER	config_parse_exec_keyring_mode	0				
Service	ProtectProc	OTHER	config_parse_protect_proc	0				
Service	ProcSubset	OTHER	config_parse_proc_subset	0				
Service	PrivateBPF	OTHER	config_parse_private_bpf	0	257			
Service	BPFDelegateCommands	BPF_DELEGATE_COMMANDS	config_parse_bpf_delegate_commands	0	257			
Service	BPFDelegateMaps	BPF_DELEGATE_MAPS	config_parse_bpf_delegate_maps	0	257			
Service	BPFDelegatePrograms	BPF_DELEGATE_PROGRAMS	config_parse_bpf_delegate_programs	0	257			
Service	BPFDelegateAttachments	BPF_DELEGATE_ATTACHMENTS	config_parse_bpf_delegate_attachments	0	257			
Service	SystemCallFilter	SYSCALLS	config_parse_syscall_filter	0				
Service	SystemCallArchitectures	ARCHS	config_parse_syscall_archs	0				
Service	SystemCallErrorNumber	ERRNO	config_parse_syscall_errno	0				
Service	SystemCallLog	SYSCALLS	config_parse_syscall_log	0				
Service	MemoryDenyWriteExecute	BOOLEAN	config_parse_bool	0				
Service	RestrictNamespaces	NAMESPACES	config_parse_restrict_namespaces	0		256		
Service	RestrictNamespaces	NAMESPACES	config_parse_namespace_flags	0	257			
Service	RestrictRealtime	BOOLEAN	config_parse_bool	0				
Service	RestrictSUIDSGID	BOOLEAN	config_parse_bool	0				
Service	RestrictAddressFamilies	FAMILIES	config_parse_address_families	0				
Service	LockPersonality	BOOLEAN	config_parse_bool	0				
Service	DelegateNamespaces	NAMESPACES	config_parse_namespace_flags	0	257			
Service	RestrictFileSystems	FILESYSTEMS	config_parse_restrict_filesystems	0				
Service	LimitCPU	LIMIT	config_parse_rlimit	RLIMIT_CPU				
Service	LimitFSIZE	LIMIT	config_parse_rlimit	RLIMIT_FSIZE				
Service	LimitDATA	LIMIT	config_parse_rlimit	RLIMIT_DATA				
Service	LimitSTACK	LIMIT	config_parse_rlimit	RLIMIT_STACK				
Service	LimitCORE	LIMIT	config_parse_rlimit	RLIMIT_CORE				
Service	LimitRSS	LIMIT	config_parse_rlimit	RLIMIT_RSS				
Service	LimitNOFILE	LIMIT	config_parse_rlimit	RLIMIT_NOFILE				
Service	LimitAS	LIMIT	config_parse_rlimit	RLIMIT_AS				
Service	LimitNPROC	LIMIT	config_parse_rlimit	RLIMIT_NPROC				
Service	LimitMEMLOCK	LIMIT	config_parse_rlimit	RLIMIT_MEMLOCK				
Service	LimitLOCKS	LIMIT	config_parse_rlimit	RLIMIT_LOCKS				
Service	LimitSIGPENDING	LIMIT	config_parse_rlimit	RLIMIT_SIGPENDING				
Service	LimitMSGQUEUE	LIMIT	config_parse_rlimit	RLIMIT_MSGQUEUE				
Service	LimitNICE	LIMIT	config_parse_rlimit	RLIMIT_NICE				
Service	LimitRTPRIO	LIMIT	config_parse_rlimit	RLIMIT_RTPRIO				
Service	LimitRTTIME	LIMIT	config_parse_rlimit	RLIMIT_RTTIME				
Service	ReadWriteDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Service	ReadOnlyDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Service	InaccessibleDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Service	ReadWritePaths	PATH [...]	config_parse_namespace_path_strv	0				
Service	ReadOnlyPaths	PATH [...]	config_parse_namespace_path_strv	0				
Service	InaccessiblePaths	PATH [...]	config_parse_namespace_path_strv	0				
Service	ExecPaths	PATH [...]	config_parse_namespace_path_strv	0				
Service	NoExecPaths	PATH [...]	config_parse_namespace_path_strv	0				
Service	ExecSearchPath	PATH	config_parse_colon_separated_paths	0				
Service	BindPaths	PATH[:PATH[:OPTIONS]] [...]	config_parse_bind_paths	0				
Service	BindReadOnlyPaths	PATH[:PATH[:OPTIONS]] [...]	config_parse_bind_paths	0				
Service	TemporaryFileSystem	OTHER	config_parse_temporary_filesystems	0				
Service	PrivateTmp	OTHER	config_parse_bool	0		256		
Service	PrivateTmp	OTHER	config_parse_private_tmp	0	257			
Service	PrivateDevices	BOOLEAN	config_parse_bool	0				
Service	ProtectKernelTunables	BOOLEAN	config_parse_bool	0				
Service	ProtectKernelModules	BOOLEAN	config_parse_bool	0				
Service	ProtectKernelLogs	BOOLEAN	config_parse_bool	0				
Service	ProtectClock	BOOLEAN	config_parse_bool	0				
Service	ProtectControlGroups	OTHER	config_parse_bool	0		256		
Service	ProtectControlGroups	OTHER	config_parse_protect_control_groups	0	257			
Service	UserNamespacePath	PATH	config_parse_unit_path_printf	0	257			
Service	NetworkNamespacePath	PATH	config_parse_unit_path_printf	0				
Service	IPCNamespacePath	PATH	config_parse_unit_path_printf	0				
Service	LogNamespace	OTHER	config_parse_log_namespace	0				
Service	PrivateNetwork	BOOLEAN	config_parse_bool	0				
Service	PrivateUsers	OTHER	config_parse_bool	0		256		
Service	PrivateUsers	OTHER	config_parse_private_users	0	257			
Service	PrivateMounts	OTHER	config_parse_bool	0		256		
Service	PrivateMounts	OTHER	config_parse_tristate	0	257			
Service	PrivateIPC	BOOLEAN	config_parse_bool	0				
Service	PrivatePIDs	OTHER	config_parse_private_pids	0	257			
Service	ProtectSystem	OTHER	config_parse_protect_system	0				
Service	ProtectHome	OTHER	config_parse_protect_home	0				
Service	MountFlags	MOUNTFLAG	config_parse_exec_mount_flags	0		256		
Service	MountFlags	MOUNTFLAG	config_parse_exec_mount_propagation_flag	0	257			
Service	MountAPIVFS	OTHER	config_parse_exec_mount_apivfs	0		256		
Service	MountAPIVFS	OTHER	config_parse_tristate	0	257			
Service	BindLogSockets	OTHER	config_parse_tristate	0	257			
Service	Personality	PERSONALITY	config_parse_personality	0				
Service	RuntimeDirectoryPreserve	OTHER	config_parse_runtime_preserve_mode	0		256		
Service	RuntimeDirectoryPreserve	OTHER	config_parse_exec_preserve_mode	0	257			
Service	RuntimeDirectoryMode	MODE	config_parse_mode	0				
Service	RuntimeDirectory	OTHER	config_parse_exec_directories	0				
Service	StateDirectoryMode	MODE	config_parse_mode	0				
Service	StateDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Service	StateDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Service	StateDirectory	OTHER	config_parse_exec_directories	0				
Service	CacheDirectoryMode	MODE	config_parse_mode	0				
Service	CacheDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Service	CacheDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Service	CacheDirectory	OTHER	config_parse_exec_directories	0				
Service	LogsDirectoryMode	MODE	config_parse_mode	0				
Service	LogsDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Service	LogsDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Service	LogsDirectory	OTHER	config_parse_exec_directories	0				
Service	ConfigurationDirectoryMode	MODE	config_parse_mode	0				
Service	ConfigurationDirectory	OTHER	config_parse_exec_directories	0				
Service	SetCredential	OTHER	config_parse_set_credential	0				
Service	SetCredentialEncrypted	OTHER	config_parse_set_credential	1				
Service	LoadCredential	OTHER	config_parse_load_credential	0				
Service	LoadCredentialEncrypted	OTHER	config_parse_load_credential	1				
Service	ImportCredential	OTHER	config_parse_import_credential	0	257			
Service	TimeoutCleanSec	SECONDS	config_parse_sec	0				
Service	PAMName	STRING	config_parse_unit_string_printf	0				
Service	IgnoreSIGPIPE	BOOLEAN	config_parse_bool	0				
Service	UtmpIdentifier	STRING	config_parse_unit_string_printf	0				
Service	UtmpMode	OTHER	config_parse_exec_utmp_mode	0				
Service	SELinuxContext	LABEL	config_parse_exec_selinux_context	0				
Service	AppArmorProfile	OTHER	config_parse_exec_apparmor_profile	0				
Service	SmackProcessLabel	OTHER	config_parse_exec_smack_process_label	0				
Service	ProtectHostname	OTHER	config_parse_bool	0		256		
Service	ProtectHostname	OTHER	config_parse_protect_hostname	0	257			
Service	MemoryKSM	OTHER	config_parse_tristate	0	257			
Service	MemoryTHP	OTHER	config_parse_exec_memory_thp	0	257			
Service	Slice	SLICE	config_parse_unit_slice	0				
Service	AllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Service	AllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Service	StartupAllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Service	StartupAllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Service	AllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Service	AllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Service	StartupAllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Service	StartupAllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Service	CPUSetPartition	OTHER	config_parse_cpuset_partition	0	257			
Service	CPUAccounting	BOOLEAN	config_parse_bool	0		256		
Service	CPUAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	CPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Service	StartupCPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Service	CPUShares	SHARES	config_parse_cpu_shares	0		256		
Service	CPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	StartupCPUShares	SHARES	config_parse_cpu_shares	0		256		
Service	StartupCPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	CPUQuota	OTHER	config_parse_cpu_quota	0				
Service	CPUQuotaPeriodSec	OTHER	config_parse_sec_def_infinity	0				
Service	MemoryAccounting	BOOLEAN	config_parse_bool	0				
Service	MemoryMin	LIMIT	config_parse_memory_limit	0				
Service	MemoryLow	LIMIT	config_parse_memory_limit	0				
Service	StartupMemoryLow	LIMIT	config_parse_memory_limit	0	257			
Service	DefaultMemoryMin	LIMIT	config_parse_memory_limit	0		256		
Service	DefaultMemoryMin	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	DefaultMemoryLow	LIMIT	config_parse_memory_limit	0		256		
Service	DefaultMemoryLow	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	DefaultStartupMemoryLow		config_parse_warn_compat	DISABLED_LEGACY	257			
Service	MemoryHigh	LIMIT	config_parse_memory_limit	0				
Service	StartupMemoryHigh	LIMIT	config_parse_memory_limit	0	257			
Service	MemoryMax	LIMIT	config_parse_memory_limit	0				
Service	StartupMemoryMax	LIMIT	config_parse_memory_limit	0	257			
Service	MemorySwapMax	LIMIT	config_parse_memory_limit	0				
Service	StartupMemorySwapMax	LIMIT	config_parse_memory_limit	0	257			
Service	MemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Service	StartupMemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Service	MemoryZSwapWriteback	BOOLEAN	config_parse_bool	0	257			
Service	MemoryLimit	LIMIT	config_parse_memory_limit	0		256		
Service	MemoryLimit	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	DeviceAllow	DEVICE	config_parse_device_allow	0				
Service	DevicePolicy	POLICY	config_parse_device_policy	0				
Service	IOAccounting	BOOLEAN	config_parse_bool	0				
Service	IOWeight	WEIGHT	config_parse_cg_weight	0				
Service	StartupIOWeight	WEIGHT	config_parse_cg_weight	0				
Service	IODeviceWeight	DEVICEWEIGHT	config_parse_io_device_weight	0				
Service	IOReadBandwidthMax	LIMIT	config_parse_io_limit	0				
Service	IOWriteBandwidthMax	LIMIT	config_parse_io_limit	0				
Service	IOReadIOPSMax	LIMIT	config_parse_io_limit	0				
Service	IOWriteIOPSMax	LIMIT	config_parse_io_limit	0				
Service	IODeviceLatencyTargetSec	DEVICELATENCY	config_parse_io_device_latency	0				
Service	BlockIOAccounting	BOOLEAN	config_parse_bool	0		256		
Service	BlockIOAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	BlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Service	BlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	StartupBlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Service	StartupBlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_blockio_device_weight	0		256		
Service	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	BlockIOReadBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Service	BlockIOReadBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	BlockIOWriteBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Service	BlockIOWriteBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Service	TasksAccounting	BOOLEAN	config_parse_bool	0				
Service	TasksMax	OTHER	config_parse_tasks_max	0				
Service	Delegate	OTHER	config_parse_delegate	0				
Service	DelegateSubgroup	OTHER	config_parse_delegate_subgroup	0	257			
Service	DisableControllers	OTHER	config_parse_disable_controllers	0				
Service	IPAccounting	BOOLEAN	config_parse_bool	0				
Service	IPAddressAllow	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Service	IPAddressDeny	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Service	IPIngressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Service	IPEgressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Service	ManagedOOMSwap	OTHER	config_parse_managed_oom_mode	0				
Service	ManagedOOMMemoryPressure	OTHER	config_parse_managed_oom_mode	0				
Service	ManagedOOMMemoryPressureLimit	OTHER	config_parse_managed_oom_mem_pressure_limit	0				
Service	ManagedOOMMemoryPressureDurationSec	OTHER	config_parse_managed_oom_mem_pressure_duration_sec	0	257			
Service	ManagedOOMPreference	OTHER	config_parse_managed_oom_preference	0				
Service	OOMRules	OTHER	config_parse_managed_oom_rules	1	257			
Service	NetClass		config_parse_warn_compat	DISABLED_LEGACY				
Service	BPFProgram	OTHER	config_parse_bpf_foreign_program	0				
Service	SocketBindAllow	OTHER	config_parse_cgroup_socket_bind	0				
Service	SocketBindDeny	OTHER	config_parse_cgroup_socket_bind	0				
Service	RestrictNetworkInterfaces	OTHER	config_parse_restrict_network_interfaces	0				
Service	MemoryPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Service	MemoryPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Service	CPUPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Service	CPUPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Service	IOPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Service	IOPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Service	NFTSet	OTHER	config_parse_cgroup_nft_set	NFT_SET_PARSE_CGROUP	257			
Service	CoredumpReceive	BOOLEAN	config_parse_bool	0	257			
Service	BindNetworkInterface	OTHER	config_parse_bind_network_interface	0	257			
Service	SendSIGKILL	BOOLEAN	config_parse_bool	0				
Service	SendSIGHUP	BOOLEAN	config_parse_bool	0				
Service	KillMode	KILLMODE	config_parse_kill_mode	0				
Service	KillSignal	SIGNAL	config_parse_signal	0				
Service	RestartKillSignal	SIGNAL	config_parse_signal	0				
Service	FinalKillSignal	SIGNAL	config_parse_signal	0				
Service	WatchdogSignal	SIGNAL	config_parse_signal	0				
Socket	ListenStream	SOCKET [...]	config_parse_socket_listen	SOCKET_SOCKET				
Socket	ListenDatagram	SOCKET [...]	config_parse_socket_listen	SOCKET_SOCKET				
Socket	ListenSequentialPacket	SOCKET [...]	config_parse_socket_listen	SOCKET_SOCKET				
Socket	ListenFIFO	SOCKET [...]	config_parse_socket_listen	SOCKET_FIFO				
Socket	ListenNetlink	SOCKET [...]	config_parse_socket_listen	SOCKET_SOCKET				
Socket	ListenSpecial	SOCKET [...]	config_parse_socket_listen	SOCKET_SPECIAL				
Socket	ListenMessageQueue	SOCKET [...]	config_parse_socket_listen	SOCKET_MQUEUE				
Socket	ListenUSBFunction	SOCKET [...]	config_parse_socket_listen	SOCKET_USB_FUNCTION				
Socket	SocketProtocol	OTHER	config_parse_socket_protocol	0				
Socket	BindIPv6Only	SOCKETBIND	config_parse_socket_bind	0				
Socket	Backlog	UNSIGNED	config_parse_unsigned	0				
Socket	BindToDevice	NETWORKINTERFACE	config_parse_socket_bindtodevice	0				
Socket	ExecStartPre	PATH [ARGUMENT [...]]	config_parse_exec	SOCKET_EXEC_START_PRE				
Socket	ExecStartPost	PATH [ARGUMENT [...]]	config_parse_exec	SOCKET_EXEC_START_POST				
Socket	ExecStopPre	PATH [ARGUMENT [...]]	config_parse_exec	SOCKET_EXEC_STOP_PRE				
Socket	ExecStopPost	PATH [ARGUMENT [...]]	config_parse_exec	SOCKET_EXEC_STOP_POST				
Socket	TimeoutSec	OTHER	config_parse_sec_fix_0	0				
Socket	SocketUser	OTHER	config_parse_user_group_compat	0				
Socket	SocketGroup	OTHER	config_parse_user_group_compat	0				
Socket	SocketMode	MODE	config_parse_mode	0				
Socket	DirectoryMode	MODE	config_parse_mode	0				
Socket	Accept	BOOLEAN	config_parse_bool	0				
Socket	FlushPending	BOOLEAN	config_parse_bool	0				
Socket	Writable	BOOLEAN	config_parse_bool	0				
Socket	MaxConnections	UNSIGNED	config_parse_unsigned	0				
Socket	MaxConnectionsPerSource	UNSIGNED	config_parse_unsigned	0				
Socket	KeepAlive	BOOLEAN	config_parse_bool	0				
Socket	KeepAliveTimeSec	SECONDS	config_parse_sec	0				
Socket	KeepAliveIntervalSec	SECONDS	config_parse_sec	0				
Socket	KeepAliveProbes	UNSIGNED	config_parse_unsigned	0				
Socket	DeferAcceptSec	SECONDS	config_parse_sec	0				
Socket	NoDelay	BOOLEAN	config_parse_bool	0				
Socket	Priority	INTEGER	config_parse_int	0				
Socket	ReceiveBuffer	SIZE	config_parse_iec_size	0				
Socket	SendBuffer	SIZE	config_parse_iec_size	0				
Socket	IPTOS	TOS	config_parse_ip_tos	0				
Socket	IPTTL	INTEGER	config_parse_int	0				
Socket	Mark	INTEGER	config_parse_int	0				
Socket	PipeSize	SIZE	config_parse_iec_size	0				
Socket	FreeBind	BOOLEAN	config_parse_bool	0				
Socket	Transparent	BOOLEAN	config_parse_bool	0				
Socket	Broadcast	BOOLEAN	config_parse_bool	0				
Socket	PassCredentials	BOOLEAN	config_parse_bool	0				
Socket	PassPIDFD	BOOLEAN	config_parse_bool	0	257			
Socket	PassSecurity	BOOLEAN	config_parse_bool	0				
Socket	PassPacketInfo	BOOLEAN	config_parse_bool	0				
Socket	AcceptFileDescriptors	BOOLEAN	config_parse_bool	0	257			
Socket	Timestamping	OTHER	config_parse_socket_timestamping	0				
Socket	TCPCongestion	STRING	config_parse_string	0				
Socket	ReusePort	BOOLEAN	config_parse_bool	0				
Socket	MessageQueueMaxMessages	LONG	config_parse_long	0				
Socket	MessageQueueMessageSize	OTHER	config_parse_long	0		256		
Socket	MessageQueueMessageSize	OTHER	config_parse_iec_size_long	0	257			
Socket	RemoveOnStop	BOOLEAN	config_parse_bool	0				
Socket	Symlinks	OTHER	config_parse_unit_path_strv_printf	0				
Socket	FileDescriptorName	OTHER	config_parse_fdname	0				
Socket	Service	SERVICE	config_parse_socket_service	0				
Socket	PassFileDescriptorsToExec	BOOLEAN	config_parse_bool	0	257			
Socket	TriggerLimitIntervalSec	SECONDS	config_parse_sec	0				
Socket	TriggerLimitBurst	UNSIGNED	config_parse_unsigned	0				
Socket	PollLimitIntervalSec	SECONDS	config_parse_sec	0	257			
Socket	PollLimitBurst	UNSIGNED	config_parse_unsigned	0	257			
Socket	DeferTrigger	OTHER	config_parse_socket_defer_trigger	0	257			
Socket	DeferTriggerMaxSec	OTHER	config_parse_sec_fix_0	0	257			
Socket	XAttrEntryPoint	OTHER	config_parse_xattr	0	257			
Socket	XAttrListen	OTHER	config_parse_xattr	0	257			
Socket	XAttrAccept	OTHER	config_parse_xattr	0	257			
Socket	SmackLabel	STRING	config_parse_unit_string_printf	0				
Socket	SmackLabelIPIn	STRING	config_parse_unit_string_printf	0				
Socket	SmackLabelIPOut	STRING	config_parse_unit_string_printf	0				
Socket	SELinuxContextFromNet	BOOLEAN	config_parse_bool	0				
Socket	WorkingDirectory	OTHER	config_parse_working_directory	0				
Socket	RootDirectory	PATH	config_parse_unit_path_printf	true				
Socket	RootImage	PATH	config_parse_unit_path_printf	true				
Socket	RootImageOptions	OTHER	config_parse_root_image_options	0				
Socket	RootImagePolicy	OTHER	config_parse_image_policy	0	257			
Socket	RootHash	OTHER	config_parse_exec_root_hash	0				
Socket	RootHashSignature	OTHER	config_parse_exec_root_hash_sig	0				
Socket	RootVerity	PATH	config_parse_unit_path_printf	true				
Socket	RootEphemeral	BOOLEAN	config_parse_bool	0	257			
Socket	RootMStack	PATH	config_parse_unit_path_printf	true	257			
Socket	ExtensionDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Socket	ExtensionImages	OTHER	config_parse_extension_images	0				
Socket	ExtensionImagePolicy	OTHER	config_parse_image_policy	0	257			
Socket	MountImages	OTHER	config_parse_mount_images	0				
Socket	MountImagePolicy	OTHER	config_parse_image_policy	0	257			
Socket	User	OTHER	config_parse_user_group_compat	0				
Socket	Group	OTHER	config_parse_user_group_compat	0				
Socket	SupplementaryGroups	OTHER	config_parse_user_group_strv_compat	0				
Socket	SetLoginEnvironment	OTHER	config_parse_tristate	0	257			
Socket	Nice	NICE	config_parse_exec_nice	0				
Socket	OOMScoreAdjust	OOMSCOREADJUST	config_parse_exec_oom_score_adjust	0				
Socket	CoredumpFilter	OTHER	config_parse_exec_coredump_filter	0				
Socket	IOSchedulingClass	IOCLASS	config_parse_exec_io_class	0				
Socket	IOSchedulingPriority	IOPRIORITY	config_parse_exec_io_priority	0				
Socket	CPUSchedulingPolicy	CPUSCHEDPOLICY	config_parse_exec_cpu_sched_policy	0				
Socket	CPUSchedulingPriority	CPUSCHEDPRIO	config_parse_exec_cpu_sched_prio	0				
Socket	CPUSchedulingResetOnFork	BOOLEAN	config_parse_bool	0				
Socket	CPUAffinity	CPUAFFINITY	config_parse_exec_cpu_affinity	0				
Socket	NUMAPolicy	OTHER	config_parse_numa_policy	0				
Socket	NUMAMask	OTHER	config_parse_numa_mask	0				
Socket	UMask	MODE	config_parse_mode	0				
Socket	Environment	ENVIRON	config_parse_environ	0				
Socket	EnvironmentFile	FILE	config_parse_unit_env_file	0				
Socket	PassEnvironment	OTHER	config_parse_pass_environ	0				
Socket	UnsetEnvironment	OTHER	config_parse_unset_environ	0				
Socket	DynamicUser	BOOLEAN	config_parse_bool	true				
Socket	RemoveIPC	BOOLEAN	config_parse_bool	0				
Socket	StandardInput	INPUT	config_parse_exec_input	0				
Socket	StandardOutput	OUTPUT	config_parse_exec_output	0				
Socket	StandardError	OUTPUT	config_parse_exec_output	0				
Socket	StandardInputText	OTHER	config_parse_exec_input_text	0				
Socket	StandardInputData	OTHER	config_parse_exec_input_data	0				
Socket	TTYPath	PATH	config_parse_unit_path_printf	0				
Socket	TTYReset	BOOLEAN	config_parse_bool	0				
Socket	TTYVHangup	BOOLEAN	config_parse_bool	0				
Socket	TTYVTDisallocate	BOOLEAN	config_parse_bool	0				
Socket	TTYRows	OTHER	config_parse_tty_size	0				
Socket	TTYColumns	OTHER	config_parse_tty_size	0				
Socket	SyslogIdentifier	STRING	config_parse_unit_string_printf	0				
Socket	SyslogFacility	FACILITY	config_parse_log_facility	0				
Socket	SyslogLevel	LEVEL	config_parse_log_level	0				
Socket	SyslogLevelPrefix	BOOLEAN	config_parse_bool	0				
Socket	LogLevelMax	LEVEL	config_parse_log_level	0				
Socket	LogRateLimitIntervalSec	SECONDS	config_parse_sec	0				
Socket	LogRateLimitBurst	UNSIGNED	config_parse_unsigned	0				
Socket	LogExtraFields	OTHER	config_parse_log_extra_fields	0				
Socket	LogFilterPatterns	REGEX	config_parse_log_filter_patterns	0	257			
Socket	Capabilities		config_parse_warn_compat	DISABLED_LEGACY				
Socket	SecureBits	SECUREBITS	config_parse_exec_secure_bits	0				
Socket	CapabilityBoundingSet	BOUNDINGSET	config_parse_capability_set	0				
Socket	AmbientCapabilities	BOUNDINGSET	config_parse_capability_set	0				
Socket	TimerSlackNSec	NANOSECONDS	config_parse_nsec	0				
Socket	NoNewPrivileges	BOOLEAN	config_parse_bool	0				
Socket	KeyringMode	OTHER	config_parse_exec_keyring_mode	0				
Socket	ProtectProc	OTHER	config_parse_protect_proc	0				
Socket	ProcSubset	OTHER	config_parse_proc_subset	0				
Socket	PrivateBPF	OTHER	config_parse_private_bpf	0	257			
Socket	BPFDelegateCommands	BPF_DELEGATE_COMMANDS	config_parse_bpf_delegate_commands	0	257			
Socket	BPFDelegateMaps	BPF_DELEGATE_MAPS	config_parse_bpf_delegate_maps	0	257			
Socket	BPFDelegatePrograms	BPF_DELEGATE_PROGRAMS	config_parse_bpf_delegate_programs	0	257			
Socket	BPFDelegateAttachments	BPF_DELEGATE_ATTACHMENTS	config_parse_bpf_delegate_attachments	0	257			
Socket	SystemCallFilter	SYSCALLS	config_parse_syscall_filter	0				
Socket	SystemCallArchitectures	ARCHS	config_parse_syscall_archs	0				
Socket	SystemCallErrorNumber	ERRNO	config_parse_syscall_errno	0				
Socket	SystemCallLog	SYSCALLS	config_parse_syscall_log	0				
Socket	MemoryDenyWriteExecute	BOOLEAN	config_parse_bool	0				
Socket	RestrictNamespaces	NAMESPACES	config_parse_restrict_namespaces	0		256		
Socket	RestrictNamespaces	NAMESPACES	config_parse_namespace_flags	0	257			
Socket	RestrictRealtime	BOOLEAN	config_parse_bool	0				
Socket	RestrictSUIDSGID	BOOLEAN	config_parse_bool	0				
Socket	RestrictAddressFamilies	FAMILIES	config_parse_address_families	0				
Socket	LockPersonality	BOOLEAN	config_parse_bool	0				
Socket	DelegateNamespaces	NAMESPACES	config_parse_namespace_flags	0	257			
Socket	RestrictFileSystems	FILESYSTEMS	config_parse_restrict_filesystems	0				
Socket	LimitCPU	LIMIT	config_parse_rlimit	RLIMIT_CPU				
Socket	LimitFSIZE	LIMIT	config_parse_rlimit	RLIMIT_FSIZE				
Socket	LimitDATA	LIMIT	config_parse_rlimit	RLIMIT_DATA				
Socket	LimitSTACK	LIMIT	config_parse_rlimit	RLIMIT_STACK				
Socket	LimitCORE	LIMIT	config_parse_rlimit	RLIMIT_CORE				
Socket	LimitRSS	LIMIT	config_parse_rlimit	RLIMIT_RSS				
Socket	LimitNOFILE	LIMIT	config_parse_rlimit	RLIMIT_NOFILE				
Socket	LimitAS	LIMIT	config_parse_rlimit	RLIMIT_AS				
Socket	LimitNPROC	LIMIT	config_parse_rlimit	RLIMIT_NPROC				
Socket	LimitMEMLOCK	LIMIT	config_parse_rlimit	RLIMIT_MEMLOCK				
Socket	LimitLOCKS	LIMIT	config_parse_rlimit	RLIMIT_LOCKS				
Socket	LimitSIGPENDING	LIMIT	config_parse_rlimit	RLIMIT_SIGPENDING				
Socket	LimitMSGQUEUE	LIMIT	config_parse_rlimit	RLIMIT_MSGQUEUE				
Socket	LimitNICE	LIMIT	config_parse_rlimit	RLIMIT_NICE				
Socket	LimitRTPRIO	LIMIT	config_parse_rlimit	RLIMIT_RTPRIO				
Socket	LimitRTTIME	LIMIT	config_parse_rlimit	RLIMIT_RTTIME				
Socket	ReadWriteDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Socket	ReadOnlyDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Socket	InaccessibleDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Socket	ReadWritePaths	PATH [...]	config_parse_namespace_path_strv	0				
Socket	ReadOnlyPaths	PATH [...]	config_parse_namespace_path_strv	0				
Socket	InaccessiblePaths	PATH [...]	config_parse_namespace_path_strv	0				
Socket	ExecPaths	PATH [...]	config_parse_namespace_path_strv	0				
Socket	NoExecPaths	PATH [...]	config_parse_namespace_path_strv	0				
Socket	ExecSearchPath	PATH	config_parse_colon_separated_paths	0				
Socket	BindPaths	PATH[:PATH[:OPTIONS]] [...]	config_parse_bind_paths	0				
Socket	BindReadOnlyPaths	PATH[:PATH[:OPTIONS]] [...]	config_parse_bind_paths	0				
Socket	TemporaryFileSystem	OTHER	config_parse_temporary_filesystems	0				
Socket	PrivateTmp	OTHER	config_parse_bool	0		256		
Socket	PrivateTmp	OTHER	config_parse_private_tmp	0	257			
Socket	PrivateDevices	BOOLEAN	config_parse_bool	0				
Socket	ProtectKernelTunables	BOOLEAN	config_parse_bool	0				
Socket	ProtectKernelModules	BOOLEAN	config_parse_bool	0				
Socket	ProtectKernelLogs	BOOLEAN	config_parse_bool	0				
Socket	ProtectClock	BOOLEAN	config_parse_bool	0				
Socket	ProtectControlGroups	OTHER	config_parse_bool	0		256		
Socket	ProtectControlGroups	OTHER	config_parse_protect_control_groups	0	257			
Socket	UserNamespacePath	PATH	config_parse_unit_path_printf	0	257			
Socket	NetworkNamespacePath	PATH	config_parse_unit_path_printf	0				
Socket	IPCNamespacePath	PATH	config_parse_unit_path_printf	0				
Socket	LogNamespace	OTHER	config_parse_log_namespace	0				
Socket	PrivateNetwork	BOOLEAN	config_parse_bool	0				
Socket	PrivateUsers	OTHER	config_parse_bool	0		256		
Socket	PrivateUsers	OTHER	config_parse_private_users	0	257			
Socket	PrivateMounts	OTHER	config_parse_bool	0		256		
Socket	PrivateMounts	OTHER	config_parse_tristate	0	257			
Socket	PrivateIPC	BOOLEAN	config_parse_bool	0				
Socket	PrivatePIDs	OTHER	config_parse_private_pids	0	257			
Socket	ProtectSystem	OTHER	config_parse_protect_system	0				
Socket	ProtectHome	OTHER	config_parse_protect_home	0				
Socket	MountFlags	MOUNTFLAG	config_parse_exec_mount_flags	0		256		
Socket	MountFlags	MOUNTFLAG	config_parse_exec_mount_propagation_flag	0	257			
Socket	MountAPIVFS	OTHER	config_parse_exec_mount_apivfs	0		256		
Socket	MountAPIVFS	OTHER	config_parse_tristate	0	257			
Socket	BindLogSockets	OTHER	config_parse_tristate	0	257			
Socket	Personality	PERSONALITY	config_parse_personality	0				
Socket	RuntimeDirectoryPreserve	OTHER	config_parse_runtime_preserve_mode	0		256		
Socket	RuntimeDirectoryPreserve	OTHER	config_parse_exec_preserve_mode	0	257			
Socket	RuntimeDirectoryMode	MODE	config_parse_mode	0				
Socket	RuntimeDirectory	OTHER	config_parse_exec_directories	0				
Socket	StateDirectoryMode	MODE	config_parse_mode	0				
Socket	StateDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Socket	StateDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Socket	StateDirectory	OTHER	config_parse_exec_directories	0				
Socket	CacheDirectoryMode	MODE	config_parse_mode	0				
Socket	CacheDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Socket	CacheDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Socket	CacheDirectory	OTHER	config_parse_exec_directories	0				
Socket	LogsDirectoryMode	MODE	config_parse_mode	0				
Socket	LogsDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Socket	LogsDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Socket	LogsDirectory	OTHER	config_parse_exec_directories	0				
Socket	ConfigurationDirectoryMode	MODE	config_parse_mode	0				
Socket	ConfigurationDirectory	OTHER	config_parse_exec_directories	0				
Socket	SetCredential	OTHER	config_parse_set_credential	0				
Socket	SetCredentialEncrypted	OTHER	config_parse_set_credential	1				
Socket	LoadCredential	OTHER	config_parse_load_credential	0				
Socket	LoadCredentialEncrypted	OTHER	config_parse_load_credential	1				
Socket	ImportCredential	OTHER	config_parse_import_credential	0	257			
Socket	TimeoutCleanSec	SECONDS	config_parse_sec	0				
Socket	PAMName	STRING	config_parse_unit_string_printf	0				
Socket	IgnoreSIGPIPE	BOOLEAN	config_parse_bool	0				
Socket	UtmpIdentifier	STRING	config_parse_unit_string_printf	0				
Socket	UtmpMode	OTHER	config_parse_exec_utmp_mode	0				
Socket	SELinuxContext	LABEL	config_parse_exec_selinux_context	0				
Socket	AppArmorProfile	OTHER	config_parse_exec_apparmor_profile	0				
Socket	SmackProcessLabel	OTHER	config_parse_exec_smack_process_label	0				
Socket	ProtectHostname	OTHER	config_parse_bool	0		256		
Socket	ProtectHostname	OTHER	config_parse_protect_hostname	0	257			
Socket	MemoryKSM	OTHER	config_parse_tristate	0	257			
Socket	MemoryTHP	OTHER	config_parse_exec_memory_thp	0	257			
Socket	Slice	SLICE	config_parse_unit_slice	0				
Socket	AllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Socket	AllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Socket	StartupAllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Socket	StartupAllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Socket	AllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Socket	AllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Socket	StartupAllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Socket	StartupAllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Socket	CPUSetPartition	OTHER	config_parse_cpuset_partition	0	257			
Socket	CPUAccounting	BOOLEAN	config_parse_bool	0		256		
Socket	CPUAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	CPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Socket	StartupCPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Socket	CPUShares	SHARES	config_parse_cpu_shares	0		256		
Socket	CPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	StartupCPUShares	SHARES	config_parse_cpu_shares	0		256		
Socket	StartupCPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	CPUQuota	OTHER	config_parse_cpu_quota	0				
Socket	CPUQuotaPeriodSec	OTHER	config_parse_sec_def_infinity	0				
Socket	MemoryAccounting	BOOLEAN	config_parse_bool	0				
Socket	MemoryMin	LIMIT	config_parse_memory_limit	0				
Socket	MemoryLow	LIMIT	config_parse_memory_limit	0				
Socket	StartupMemoryLow	LIMIT	config_parse_memory_limit	0	257			
Socket	DefaultMemoryMin	LIMIT	config_parse_memory_limit	0		256		
Socket	DefaultMemoryMin	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	DefaultMemoryLow	LIMIT	config_parse_memory_limit	0		256		
Socket	DefaultMemoryLow	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	DefaultStartupMemoryLow		config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	MemoryHigh	LIMIT	config_parse_memory_limit	0				
Socket	StartupMemoryHigh	LIMIT	config_parse_memory_limit	0	257			
Socket	MemoryMax	LIMIT	config_parse_memory_limit	0				
Socket	StartupMemoryMax	LIMIT	config_parse_memory_limit	0	257			
Socket	MemorySwapMax	LIMIT	config_parse_memory_limit	0				
Socket	StartupMemorySwapMax	LIMIT	config_parse_memory_limit	0	257			
Socket	MemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Socket	StartupMemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Socket	MemoryZSwapWriteback	BOOLEAN	config_parse_bool	0	257			
Socket	MemoryLimit	LIMIT	config_parse_memory_limit	0		256		
Socket	MemoryLimit	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	DeviceAllow	DEVICE	config_parse_device_allow	0				
Socket	DevicePolicy	POLICY	config_parse_device_policy	0				
Socket	IOAccounting	BOOLEAN	config_parse_bool	0				
Socket	IOWeight	WEIGHT	config_parse_cg_weight	0				
Socket	StartupIOWeight	WEIGHT	config_parse_cg_weight	0				
Socket	IODeviceWeight	DEVICEWEIGHT	config_parse_io_device_weight	0				
Socket	IOReadBandwidthMax	LIMIT	config_parse_io_limit	0				
Socket	IOWriteBandwidthMax	LIMIT	config_parse_io_limit	0				
Socket	IOReadIOPSMax	LIMIT	config_parse_io_limit	0				
Socket	IOWriteIOPSMax	LIMIT	config_parse_io_limit	0				
Socket	IODeviceLatencyTargetSec	DEVICELATENCY	config_parse_io_device_latency	0				
Socket	BlockIOAccounting	BOOLEAN	config_parse_bool	0		256		
Socket	BlockIOAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	BlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Socket	BlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	StartupBlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Socket	StartupBlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_blockio_device_weight	0		256		
Socket	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	BlockIOReadBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Socket	BlockIOReadBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	BlockIOWriteBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Socket	BlockIOWriteBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Socket	TasksAccounting	BOOLEAN	config_parse_bool	0				
Socket	TasksMax	OTHER	config_parse_tasks_max	0				
Socket	Delegate	OTHER	config_parse_delegate	0				
Socket	DelegateSubgroup	OTHER	config_parse_delegate_subgroup	0	257			
Socket	DisableControllers	OTHER	config_parse_disable_controllers	0				
Socket	IPAccounting	BOOLEAN	config_parse_bool	0				
Socket	IPAddressAllow	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Socket	IPAddressDeny	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Socket	IPIngressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Socket	IPEgressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Socket	ManagedOOMSwap	OTHER	config_parse_managed_oom_mode	0				
Socket	ManagedOOMMemoryPressure	OTHER	config_parse_managed_oom_mode	0				
Socket	ManagedOOMMemoryPressureLimit	OTHER	config_parse_managed_oom_mem_pressure_limit	0				
Socket	ManagedOOMMemoryPressureDurationSec	OTHER	config_parse_managed_oom_mem_pressure_duration_sec	0	257			
Socket	ManagedOOMPreference	OTHER	config_parse_managed_oom_preference	0				
Socket	OOMRules	OTHER	config_parse_managed_oom_rules	1	257			
Socket	NetClass		config_parse_warn_compat	DISABLED_LEGACY				
Socket	BPFProgram	OTHER	config_parse_bpf_foreign_program	0				
Socket	SocketBindAllow	OTHER	config_parse_cgroup_socket_bind	0				
Socket	SocketBindDeny	OTHER	config_parse_cgroup_socket_bind	0				
Socket	RestrictNetworkInterfaces	OTHER	config_parse_restrict_network_interfaces	0				
Socket	MemoryPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Socket	MemoryPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Socket	CPUPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Socket	CPUPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Socket	IOPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Socket	IOPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Socket	NFTSet	OTHER	config_parse_cgroup_nft_set	NFT_SET_PARSE_CGROUP	257			
Socket	CoredumpReceive	BOOLEAN	config_parse_bool	0	257			
Socket	BindNetworkInterface	OTHER	config_parse_bind_network_interface	0	257			
Socket	SendSIGKILL	BOOLEAN	config_parse_bool	0				
Socket	SendSIGHUP	BOOLEAN	config_parse_bool	0				
Socket	KillMode	KILLMODE	config_parse_kill_mode	0				
Socket	KillSignal	SIGNAL	config_parse_signal	0				
Socket	RestartKillSignal	SIGNAL	config_parse_signal	0				
Socket	FinalKillSignal	SIGNAL	config_parse_signal	0				
Socket	WatchdogSignal	SIGNAL	config_parse_signal	0				
Mount	What	NODE	config_parse_unit_string_printf	0		256		
Mount	What	NODE	config_parse_mount_node	0	257			
Mount	Where	PATH	config_parse_unit_path_printf	0				
Mount	Options	STRING	config_parse_unit_string_printf	0				
Mount	Type	STRING	config_parse_unit_string_printf	0				
Mount	TimeoutSec	OTHER	config_parse_sec_fix_0	0				
Mount	DirectoryMode	MODE	config_parse_mode	0				
Mount	SloppyOptions	BOOLEAN	config_parse_bool	0				
Mount	LazyUnmount	BOOLEAN	config_parse_bool	0				
Mount	ForceUnmount	BOOLEAN	config_parse_bool	0				
Mount	ReadWriteOnly	BOOLEAN	config_parse_bool	0				
Mount	WorkingDirectory	OTHER	config_parse_working_directory	0				
Mount	RootDirectory	PATH	config_parse_unit_path_printf	true				
Mount	RootImage	PATH	config_parse_unit_path_printf	true				
Mount	RootImageOptions	OTHER	config_parse_root_image_options	0				
Mount	RootImagePolicy	OTHER	config_parse_image_policy	0	257			
Mount	RootHash	OTHER	config_parse_exec_root_hash	0				
Mount	RootHashSignature	OTHER	config_parse_exec_root_hash_sig	0				
Mount	RootVerity	PATH	config_parse_unit_path_printf	true				
Mount	RootEphemeral	BOOLEAN	config_parse_bool	0	257			
Mount	RootMStack	PATH	config_parse_unit_path_printf	true	257			
Mount	ExtensionDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Mount	ExtensionImages	OTHER	config_parse_extension_images	0				
Mount	ExtensionImagePolicy	OTHER	config_parse_image_policy	0	257			
Mount	MountImages	OTHER	config_parse_mount_images	0				
Mount	MountImagePolicy	OTHER	config_parse_image_policy	0	257			
Mount	User	OTHER	config_parse_user_group_compat	0				
Mount	Group	OTHER	config_parse_user_group_compat	0				
Mount	SupplementaryGroups	OTHER	config_parse_user_group_strv_compat	0				
Mount	SetLoginEnvironment	OTHER	config_parse_tristate	0	257			
Mount	Nice	NICE	config_parse_exec_nice	0				
Mount	OOMScoreAdjust	OOMSCOREADJUST	config_parse_exec_oom_score_adjust	0				
Mount	CoredumpFilter	OTHER	config_parse_exec_coredump_filter	0				
Mount	IOSchedulingClass	IOCLASS	config_parse_exec_io_class	0				
Mount	IOSchedulingPriority	IOPRIORITY	config_parse_exec_io_priority	0				
Mount	CPUSchedulingPolicy	CPUSCHEDPOLICY	config_parse_exec_cpu_sched_policy	0				
Mount	CPUSchedulingPriority	CPUSCHEDPRIO	config_parse_exec_cpu_sched_prio	0				
Mount	CPUSchedulingResetOnFork	BOOLEAN	config_parse_bool	0				
Mount	CPUAffinity	CPUAFFINITY	config_parse_exec_cpu_affinity	0				
Mount	NUMAPolicy	OTHER	config_parse_numa_policy	0				
Mount	NUMAMask	OTHER	config_parse_numa_mask	0				
Mount	UMask	MODE	config_parse_mode	0				
Mount	Environment	ENVIRON	config_parse_environ	0				
Mount	EnvironmentFile	FILE	config_parse_unit_env_file	0				
Mount	PassEnvironment	OTHER	config_parse_pass_environ	0				
Mount	UnsetEnvironment	OTHER	config_parse_unset_environ	0				
Mount	DynamicUser	BOOLEAN	config_parse_bool	true				
Mount	RemoveIPC	BOOLEAN	config_parse_bool	0				
Mount	StandardInput	INPUT	config_parse_exec_input	0				
Mount	StandardOutput	OUTPUT	config_parse_exec_output	0				
Mount	StandardError	OUTPUT	config_parse_exec_output	0				
Mount	StandardInputText	OTHER	config_parse_exec_input_text	0				
Mount	StandardInputData	OTHER	config_parse_exec_input_data	0				
Mount	TTYPath	PATH	config_parse_unit_path_printf	0				
Mount	TTYReset	BOOLEAN	config_parse_bool	0				
Mount	TTYVHangup	BOOLEAN	config_parse_bool	0				
Mount	TTYVTDisallocate	BOOLEAN	config_parse_bool	0				
Mount	TTYRows	OTHER	config_parse_tty_size	0				
Mount	TTYColumns	OTHER	config_parse_tty_size	0				
Mount	SyslogIdentifier	STRING	config_parse_unit_string_printf	0				
Mount	SyslogFacility	FACILITY	config_parse_log_facility	0				
Mount	SyslogLevel	LEVEL	config_parse_log_level	0				
Mount	SyslogLevelPrefix	BOOLEAN	config_parse_bool	0				
Mount	LogLevelMax	LEVEL	config_parse_log_level	0				
Mount	LogRateLimitIntervalSec	SECONDS	config_parse_sec	0				
Mount	LogRateLimitBurst	UNSIGNED	config_parse_unsigned	0				
Mount	LogExtraFields	OTHER	config_parse_log_extra_fields	0				
Mount	LogFilterPatterns	REGEX	config_parse_log_filter_patterns	0	257			
Mount	Capabilities		config_parse_warn_compat	DISABLED_LEGACY				
Mount	SecureBits	SECUREBITS	config_parse_exec_secure_bits	0				
Mount	CapabilityBoundingSet	BOUNDINGSET	config_parse_capability_set	0				
Mount	AmbientCapabilities	BOUNDINGSET	config_parse_capability_set	0				
Mount	TimerSlackNSec	NANOSECONDS	config_parse_nsec	0				
Mount	NoNewPrivileges	BOOLEAN	config_parse_bool	0				
Mount	KeyringMode	OTHER	config_parse_exec_keyring_mode	0				
Mount	ProtectProc	OTHER	config_parse_protect_proc	0				
Mount	ProcSubset	OTHER	config_parse_proc_subset	0				
Mount	PrivateBPF	OTHER	config_parse_private_bpf	0	257			
Mount	BPFDelegateCommands	BPF_DELEGATE_COMMANDS	config_parse_bpf_delegate_commands	0	257			
Mount	BPFDelegateMaps	BPF_DELEGATE_MAPS	config_parse_bpf_delegate_maps	0	257			
Mount	BPFDelegatePrograms	BPF_DELEGATE_PROGRAMS	config_parse_bpf_delegate_programs	0	257			
Mount	BPFDelegateAttachments	BPF_DELEGATE_ATTACHMENTS	config_parse_bpf_delegate_attachments	0	257			
Mount	SystemCallFilter	SYSCALLS	config_parse_syscall_filter	0				
Mount	SystemCallArchitectures	ARCHS	config_parse_syscall_archs	0				
Mount	SystemCallErrorNumber	ERRNO	config_parse_syscall_errno	0				
Mount	SystemCallLog	SYSCALLS	config_parse_syscall_log	0				
Mount	MemoryDenyWriteExecute	BOOLEAN	config_parse_bool	0				
Mount	RestrictNamespaces	NAMESPACES	config_parse_restrict_namespaces	0		256		
Mount	RestrictNamespaces	NAMESPACES	config_parse_namespace_flags	0	257			
Mount	RestrictRealtime	BOOLEAN	config_parse_bool	0				
Mount	RestrictSUIDSGID	BOOLEAN	config_parse_bool	0				
Mount	RestrictAddressFamilies	FAMILIES	config_parse_address_families	0				
Mount	LockPersonality	BOOLEAN	config_parse_bool	0				
Mount	DelegateNamespaces	NAMESPACES	config_parse_namespace_flags	0	257			
Mount	RestrictFileSystems	FILESYSTEMS	config_parse_restrict_filesystems	0				
Mount	LimitCPU	LIMIT	config_parse_rlimit	RLIMIT_CPU				
Mount	LimitFSIZE	LIMIT	config_parse_rlimit	RLIMIT_FSIZE				
Mount	LimitDATA	LIMIT	config_parse_rlimit	RLIMIT_DATA				
Mount	LimitSTACK	LIMIT	config_parse_rlimit	RLIMIT_STACK				
Mount	LimitCORE	LIMIT	config_parse_rlimit	RLIMIT_CORE				
Mount	LimitRSS	LIMIT	config_parse_rlimit	RLIMIT_RSS				
Mount	LimitNOFILE	LIMIT	config_parse_rlimit	RLIMIT_NOFILE				
Mount	LimitAS	LIMIT	config_parse_rlimit	RLIMIT_AS				
Mount	LimitNPROC	LIMIT	config_parse_rlimit	RLIMIT_NPROC				
Mount	LimitMEMLOCK	LIMIT	config_parse_rlimit	RLIMIT_MEMLOCK				
Mount	LimitLOCKS	LIMIT	config_parse_rlimit	RLIMIT_LOCKS				
Mount	LimitSIGPENDING	LIMIT	config_parse_rlimit	RLIMIT_SIGPENDING				
Mount	LimitMSGQUEUE	LIMIT	config_parse_rlimit	RLIMIT_MSGQUEUE				
Mount	LimitNICE	LIMIT	config_parse_rlimit	RLIMIT_NICE				
Mount	LimitRTPRIO	LIMIT	config_parse_rlimit	RLIMIT_RTPRIO				
Mount	LimitRTTIME	LIMIT	config_parse_rlimit	RLIMIT_RTTIME				
Mount	ReadWriteDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Mount	ReadOnlyDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Mount	InaccessibleDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Mount	ReadWritePaths	PATH [...]	config_parse_namespace_path_strv	0				
Mount	ReadOnlyPaths	PATH [...]	config_parse_namespace_path_strv	0				
Mount	InaccessiblePaths	PATH [...]	config_parse_namespace_path_strv	0				
Mount	ExecPaths	PATH [...]	config_parse_namespace_path_strv	0				
Mount	NoExecPaths	PATH [...]	config_parse_namespace_path_strv	0				
Mount	ExecSearchPath	PATH	config_parse_colon_separated_paths	0				
Mount	BindPaths	PATH[:PATH[:OPTIONS]] [...]	config_parse_bind_paths	0				
Mount	BindReadOnlyPaths	PATH[:PATH[:OPTIONS]] [...]	config_parse_bind_paths	0				
Mount	TemporaryFileSystem	OTHER	config_parse_temporary_filesystems	0				
Mount	PrivateTmp	OTHER	config_parse_bool	0		256		
Mount	PrivateTmp	OTHER	config_parse_private_tmp	0	257			
Mount	PrivateDevices	BOOLEAN	config_parse_bool	0				
Mount	ProtectKernelTunables	BOOLEAN	config_parse_bool	0				
Mount	ProtectKernelModules	BOOLEAN	config_parse_bool	0				
Mount	ProtectKernelLogs	BOOLEAN	config_parse_bool	0				
Mount	ProtectClock	BOOLEAN	config_parse_bool	0				
Mount	ProtectControlGroups	OTHER	config_parse_bool	0		256		
Mount	ProtectControlGroups	OTHER	config_parse_protect_control_groups	0	257			
Mount	UserNamespacePath	PATH	config_parse_unit_path_printf	0	257			
Mount	NetworkNamespacePath	PATH	config_parse_unit_path_printf	0				
Mount	IPCNamespacePath	PATH	config_parse_unit_path_printf	0				
Mount	LogNamespace	OTHER	config_parse_log_namespace	0				
Mount	PrivateNetwork	BOOLEAN	config_parse_bool	0				
Mount	PrivateUsers	OTHER	config_parse_bool	0		256		
Mount	PrivateUsers	OTHER	config_parse_private_users	0	257			
Mount	PrivateMounts	OTHER	config_parse_bool	0		256		
Mount	PrivateMounts	OTHER	config_parse_tristate	0	257			
Mount	PrivateIPC	BOOLEAN	config_parse_bool	0				
Mount	PrivatePIDs	OTHER	config_parse_private_pids	0	257			
Mount	ProtectSystem	OTHER	config_parse_protect_system	0				
Mount	ProtectHome	OTHER	config_parse_protect_home	0				
Mount	MountFlags	MOUNTFLAG	config_parse_exec_mount_flags	0		256		
Mount	MountFlags	MOUNTFLAG	config_parse_exec_mount_propagation_flag	0	257			
Mount	MountAPIVFS	OTHER	config_parse_exec_mount_apivfs	0		256		
Mount	MountAPIVFS	OTHER	config_parse_tristate	0	257			
Mount	BindLogSockets	OTHER	config_parse_tristate	0	257			
Mount	Personality	PERSONALITY	config_parse_personality	0				
Mount	RuntimeDirectoryPreserve	OTHER	config_parse_runtime_preserve_mode	0		256		
Mount	RuntimeDirectoryPreserve	OTHER	config_parse_exec_preserve_mode	0	257			
Mount	RuntimeDirectoryMode	MODE	config_parse_mode	0				
Mount	RuntimeDirectory	OTHER	config_parse_exec_directories	0				
Mount	StateDirectoryMode	MODE	config_parse_mode	0				
Mount	StateDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Mount	StateDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Mount	StateDirectory	OTHER	config_parse_exec_directories	0				
Mount	CacheDirectoryMode	MODE	config_parse_mode	0				
Mount	CacheDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Mount	CacheDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Mount	CacheDirectory	OTHER	config_parse_exec_directories	0				
Mount	LogsDirectoryMode	MODE	config_parse_mode	0				
Mount	LogsDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Mount	LogsDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Mount	LogsDirectory	OTHER	config_parse_exec_directories	0				
Mount	ConfigurationDirectoryMode	MODE	config_parse_mode	0				
Mount	ConfigurationDirectory	OTHER	config_parse_exec_directories	0				
Mount	SetCredential	OTHER	config_parse_set_credential	0				
Mount	SetCredentialEncrypted	OTHER	config_parse_set_credential	1				
Mount	LoadCredential	OTHER	config_parse_load_credential	0				
Mount	LoadCredentialEncrypted	OTHER	config_parse_load_credential	1				
Mount	ImportCredential	OTHER	config_parse_import_credential	0	257			
Mount	TimeoutCleanSec	SECONDS	config_parse_sec	0				
Mount	PAMName	STRING	config_parse_unit_string_printf	0				
Mount	IgnoreSIGPIPE	BOOLEAN	config_parse_bool	0				
Mount	UtmpIdentifier	STRING	config_parse_unit_string_printf	0				
Mount	UtmpMode	OTHER	config_parse_exec_utmp_mode	0				
Mount	SELinuxContext	LABEL	config_parse_exec_selinux_context	0				
Mount	AppArmorProfile	OTHER	config_parse_exec_apparmor_profile	0				
Mount	SmackProcessLabel	OTHER	config_parse_exec_smack_process_label	0				
Mount	ProtectHostname	OTHER	config_parse_bool	0		256		
Mount	ProtectHostname	OTHER	config_parse_protect_hostname	0	257			
Mount	MemoryKSM	OTHER	config_parse_tristate	0	257			
Mount	MemoryTHP	OTHER	config_parse_exec_memory_thp	0	257			
Mount	Slice	SLICE	config_parse_unit_slice	0				
Mount	AllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Mount	AllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Mount	StartupAllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Mount	StartupAllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Mount	AllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Mount	AllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Mount	StartupAllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Mount	StartupAllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Mount	CPUSetPartition	OTHER	config_parse_cpuset_partition	0	257			
Mount	CPUAccounting	BOOLEAN	config_parse_bool	0		256		
Mount	CPUAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	CPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Mount	StartupCPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Mount	CPUShares	SHARES	config_parse_cpu_shares	0		256		
Mount	CPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	StartupCPUShares	SHARES	config_parse_cpu_shares	0		256		
Mount	StartupCPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	CPUQuota	OTHER	config_parse_cpu_quota	0				
Mount	CPUQuotaPeriodSec	OTHER	config_parse_sec_def_infinity	0				
Mount	MemoryAccounting	BOOLEAN	config_parse_bool	0				
Mount	MemoryMin	LIMIT	config_parse_memory_limit	0				
Mount	MemoryLow	LIMIT	config_parse_memory_limit	0				
Mount	StartupMemoryLow	LIMIT	config_parse_memory_limit	0	257			
Mount	DefaultMemoryMin	LIMIT	config_parse_memory_limit	0		256		
Mount	DefaultMemoryMin	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	DefaultMemoryLow	LIMIT	config_parse_memory_limit	0		256		
Mount	DefaultMemoryLow	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	DefaultStartupMemoryLow		config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	MemoryHigh	LIMIT	config_parse_memory_limit	0				
Mount	StartupMemoryHigh	LIMIT	config_parse_memory_limit	0	257			
Mount	MemoryMax	LIMIT	config_parse_memory_limit	0				
Mount	StartupMemoryMax	LIMIT	config_parse_memory_limit	0	257			
Mount	MemorySwapMax	LIMIT	config_parse_memory_limit	0				
Mount	StartupMemorySwapMax	LIMIT	config_parse_memory_limit	0	257			
Mount	MemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Mount	StartupMemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Mount	MemoryZSwapWriteback	BOOLEAN	config_parse_bool	0	257			
Mount	MemoryLimit	LIMIT	config_parse_memory_limit	0		256		
Mount	MemoryLimit	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	DeviceAllow	DEVICE	config_parse_device_allow	0				
Mount	DevicePolicy	POLICY	config_parse_device_policy	0				
Mount	IOAccounting	BOOLEAN	config_parse_bool	0				
Mount	IOWeight	WEIGHT	config_parse_cg_weight	0				
Mount	StartupIOWeight	WEIGHT	config_parse_cg_weight	0				
Mount	IODeviceWeight	DEVICEWEIGHT	config_parse_io_device_weight	0				
Mount	IOReadBandwidthMax	LIMIT	config_parse_io_limit	0				
Mount	IOWriteBandwidthMax	LIMIT	config_parse_io_limit	0				
Mount	IOReadIOPSMax	LIMIT	config_parse_io_limit	0				
Mount	IOWriteIOPSMax	LIMIT	config_parse_io_limit	0				
Mount	IODeviceLatencyTargetSec	DEVICELATENCY	config_parse_io_device_latency	0				
Mount	BlockIOAccounting	BOOLEAN	config_parse_bool	0		256		
Mount	BlockIOAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	BlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Mount	BlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	StartupBlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Mount	StartupBlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_blockio_device_weight	0		256		
Mount	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	BlockIOReadBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Mount	BlockIOReadBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	BlockIOWriteBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Mount	BlockIOWriteBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Mount	TasksAccounting	BOOLEAN	config_parse_bool	0				
Mount	TasksMax	OTHER	config_parse_tasks_max	0				
Mount	Delegate	OTHER	config_parse_delegate	0				
Mount	DelegateSubgroup	OTHER	config_parse_delegate_subgroup	0	257			
Mount	DisableControllers	OTHER	config_parse_disable_controllers	0				
Mount	IPAccounting	BOOLEAN	config_parse_bool	0				
Mount	IPAddressAllow	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Mount	IPAddressDeny	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Mount	IPIngressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Mount	IPEgressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Mount	ManagedOOMSwap	OTHER	config_parse_managed_oom_mode	0				
Mount	ManagedOOMMemoryPressure	OTHER	config_parse_managed_oom_mode	0				
Mount	ManagedOOMMemoryPressureLimit	OTHER	config_parse_managed_oom_mem_pressure_limit	0				
Mount	ManagedOOMMemoryPressureDurationSec	OTHER	config_parse_managed_oom_mem_pressure_duration_sec	0	257			
Mount	ManagedOOMPreference	OTHER	config_parse_managed_oom_preference	0				
Mount	OOMRules	OTHER	config_parse_managed_oom_rules	1	257			
Mount	NetClass		config_parse_warn_compat	DISABLED_LEGACY				
Mount	BPFProgram	OTHER	config_parse_bpf_foreign_program	0				
Mount	SocketBindAllow	OTHER	config_parse_cgroup_socket_bind	0				
Mount	SocketBindDeny	OTHER	config_parse_cgroup_socket_bind	0				
Mount	RestrictNetworkInterfaces	OTHER	config_parse_restrict_network_interfaces	0				
Mount	MemoryPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Mount	MemoryPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Mount	CPUPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Mount	CPUPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Mount	IOPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Mount	IOPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Mount	NFTSet	OTHER	config_parse_cgroup_nft_set	NFT_SET_PARSE_CGROUP	257			
Mount	CoredumpReceive	BOOLEAN	config_parse_bool	0	257			
Mount	BindNetworkInterface	OTHER	config_parse_bind_network_interface	0	257			
Mount	SendSIGKILL	BOOLEAN	config_parse_bool	0				
Mount	SendSIGHUP	BOOLEAN	config_parse_bool	0				
Mount	KillMode	KILLMODE	config_parse_kill_mode	0				
Mount	KillSignal	SIGNAL	config_parse_signal	0				
Mount	RestartKillSignal	SIGNAL	config_parse_signal	0				
Mount	FinalKillSignal	SIGNAL	config_parse_signal	0				
Mount	WatchdogSignal	SIGNAL	config_parse_signal	0				
Automount	Where	PATH	config_parse_unit_path_printf	0				
Automount	ExtraOptions	STRING	config_parse_unit_string_printf	0				
Automount	DirectoryMode	MODE	config_parse_mode	0				
Automount	TimeoutIdleSec	OTHER	config_parse_sec_fix_0	0				
Swap	What	NODE	config_parse_unit_path_printf	0		256		
Swap	What	NODE	config_parse_mount_node	0	257			
Swap	Priority	OTHER	config_parse_swap_priority	0				
Swap	Options	STRING	config_parse_unit_string_printf	0				
Swap	TimeoutSec	OTHER	config_parse_sec_fix_0	0				
Swap	WorkingDirectory	OTHER	config_parse_working_directory	0				
Swap	RootDirectory	PATH	config_parse_unit_path_printf	true				
Swap	RootImage	PATH	config_parse_unit_path_printf	true				
Swap	RootImageOptions	OTHER	config_parse_root_image_options	0				
Swap	RootImagePolicy	OTHER	config_parse_image_policy	0	257			
Swap	RootHash	OTHER	config_parse_exec_root_hash	0				
Swap	RootHashSignature	OTHER	config_parse_exec_root_hash_sig	0				
Swap	RootVerity	PATH	config_parse_unit_path_printf	true				
Swap	RootEphemeral	BOOLEAN	config_parse_bool	0	257			
Swap	RootMStack	PATH	config_parse_unit_path_printf	true	257			
Swap	ExtensionDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Swap	ExtensionImages	OTHER	config_parse_extension_images	0				
Swap	ExtensionImagePolicy	OTHER	config_parse_image_policy	0	257			
Swap	MountImages	OTHER	config_parse_mount_images	0				
Swap	MountImagePolicy	OTHER	config_parse_image_policy	0	257			
Swap	User	OTHER	config_parse_user_group_compat	0				
Swap	Group	OTHER	config_parse_user_group_compat	0				
Swap	SupplementaryGroups	OTHER	config_parse_user_group_strv_compat	0				
Swap	SetLoginEnvironment	OTHER	config_parse_tristate	0	257			
Swap	Nice	NICE	config_parse_exec_nice	0				
Swap	OOMScoreAdjust	OOMSCOREADJUST	config_parse_exec_oom_score_adjust	0				
Swap	CoredumpFilter	OTHER	config_parse_exec_coredump_filter	0				
Swap	IOSchedulingClass	IOCLASS	config_parse_exec_io_class	0				
Swap	IOSchedulingPriority	IOPRIORITY	config_parse_exec_io_priority	0				
Swap	CPUSchedulingPolicy	CPUSCHEDPOLICY	config_parse_exec_cpu_sched_policy	0				
Swap	CPUSchedulingPriority	CPUSCHEDPRIO	config_parse_exec_cpu_sched_prio	0				
Swap	CPUSchedulingResetOnFork	BOOLEAN	config_parse_bool	0				
Swap	CPUAffinity	CPUAFFINITY	config_parse_exec_cpu_affinity	0				
Swap	NUMAPolicy	OTHER	config_parse_numa_policy	0				
Swap	NUMAMask	OTHER	config_parse_numa_mask	0				
Swap	UMask	MODE	config_parse_mode	0				
Swap	Environment	ENVIRON	config_parse_environ	0				
Swap	EnvironmentFile	FILE	config_parse_unit_env_file	0				
Swap	PassEnvironment	OTHER	config_parse_pass_environ	0				
Swap	UnsetEnvironment	OTHER	config_parse_unset_environ	0				
Swap	DynamicUser	BOOLEAN	config_parse_bool	true				
Swap	RemoveIPC	BOOLEAN	config_parse_bool	0				
Swap	StandardInput	INPUT	config_parse_exec_input	0				
Swap	StandardOutput	OUTPUT	config_parse_exec_output	0				
Swap	StandardError	OUTPUT	config_parse_exec_output	0				
Swap	StandardInputText	OTHER	config_parse_exec_input_text	0				
Swap	StandardInputData	OTHER	config_parse_exec_input_data	0				
Swap	TTYPath	PATH	config_parse_unit_path_printf	0				
Swap	TTYReset	BOOLEAN	config_parse_bool	0				
Swap	TTYVHangup	BOOLEAN	config_parse_bool	0				
Swap	TTYVTDisallocate	BOOLEAN	config_parse_bool	0				
Swap	TTYRows	OTHER	config_parse_tty_size	0				
Swap	TTYColumns	OTHER	config_parse_tty_size	0				
Swap	SyslogIdentifier	STRING	config_parse_unit_string_printf	0				
Swap	SyslogFacility	FACILITY	config_parse_log_facility	0				
Swap	SyslogLevel	LEVEL	config_parse_log_level	0				
Swap	SyslogLevelPrefix	BOOLEAN	config_parse_bool	0				
Swap	LogLevelMax	LEVEL	config_parse_log_level	0				
Swap	LogRateLimitIntervalSec	SECONDS	config_parse_sec	0				
Swap	LogRateLimitBurst	UNSIGNED	config_parse_unsigned	0				
Swap	LogExtraFields	OTHER	config_parse_log_extra_fields	0				
Swap	LogFilterPatterns	REGEX	config_parse_log_filter_patterns	0	257			
Swap	Capabilities		config_parse_warn_compat	DISABLED_LEGACY				
Swap	SecureBits	SECUREBITS	config_parse_exec_secure_bits	0				
Swap	CapabilityBoundingSet	BOUNDINGSET	config_parse_capability_set	0				
Swap	AmbientCapabilities	BOUNDINGSET	config_parse_capability_set	0				
Swap	TimerSlackNSec	NANOSECONDS	config_parse_nsec	0				
Swap	NoNewPrivileges	BOOLEAN	config_parse_bool	0				
Swap	KeyringMode	OTHER	config_parse_exec_keyring_mode	0				
Swap	ProtectProc	OTHER	config_parse_protect_proc	0				
Swap	ProcSubset	OTHER	config_parse_proc_subset	0				
Swap	PrivateBPF	OTHER	config_parse_private_bpf	0	257			
Swap	BPFDelegateCommands	BPF_DELEGATE_COMMANDS	config_parse_bpf_delegate_commands	0	257			
Swap	BPFDelegateMaps	BPF_DELEGATE_MAPS	config_parse_bpf_delegate_maps	0	257			
Swap	BPFDelegatePrograms	BPF_DELEGATE_PROGRAMS	config_parse_bpf_delegate_programs	0	257			
Swap	BPFDelegateAttachments	BPF_DELEGATE_ATTACHMENTS	config_parse_bpf_delegate_attachments	0	257			
Swap	SystemCallFilter	SYSCALLS	config_parse_syscall_filter	0				
Swap	SystemCallArchitectures	ARCHS	config_parse_syscall_archs	0				
Swap	SystemCallErrorNumber	ERRNO	config_parse_syscall_errno	0				
Swap	SystemCallLog	SYSCALLS	config_parse_syscall_log	0				
Swap	MemoryDenyWriteExecute	BOOLEAN	config_parse_bool	0				
Swap	RestrictNamespaces	NAMESPACES	config_parse_restrict_namespaces	0		256		
Swap	RestrictNamespaces	NAMESPACES	config_parse_namespace_flags	0	257			
Swap	RestrictRealtime	BOOLEAN	config_parse_bool	0				
Swap	RestrictSUIDSGID	BOOLEAN	config_parse_bool	0				
Swap	RestrictAddressFamilies	FAMILIES	config_parse_address_families	0				
Swap	LockPersonality	BOOLEAN	config_parse_bool	0				
Swap	DelegateNamespaces	NAMESPACES	config_parse_namespace_flags	0	257			
Swap	RestrictFileSystems	FILESYSTEMS	config_parse_restrict_filesystems	0				
Swap	LimitCPU	LIMIT	config_parse_rlimit	RLIMIT_CPU				
Swap	LimitFSIZE	LIMIT	config_parse_rlimit	RLIMIT_FSIZE				
Swap	LimitDATA	LIMIT	config_parse_rlimit	RLIMIT_DATA				
Swap	LimitSTACK	LIMIT	config_parse_rlimit	RLIMIT_STACK				
Swap	LimitCORE	LIMIT	config_parse_rlimit	RLIMIT_CORE				
Swap	LimitRSS	LIMIT	config_parse_rlimit	RLIMIT_RSS				
Swap	LimitNOFILE	LIMIT	config_parse_rlimit	RLIMIT_NOFILE				
Swap	LimitAS	LIMIT	config_parse_rlimit	RLIMIT_AS				
Swap	LimitNPROC	LIMIT	config_parse_rlimit	RLIMIT_NPROC				
Swap	LimitMEMLOCK	LIMIT	config_parse_rlimit	RLIMIT_MEMLOCK				
Swap	LimitLOCKS	LIMIT	config_parse_rlimit	RLIMIT_LOCKS				
Swap	LimitSIGPENDING	LIMIT	config_parse_rlimit	RLIMIT_SIGPENDING				
Swap	LimitMSGQUEUE	LIMIT	config_parse_rlimit	RLIMIT_MSGQUEUE				
Swap	LimitNICE	LIMIT	config_parse_rlimit	RLIMIT_NICE				
Swap	LimitRTPRIO	LIMIT	config_parse_rlimit	RLIMIT_RTPRIO				
Swap	LimitRTTIME	LIMIT	config_parse_rlimit	RLIMIT_RTTIME				
Swap	ReadWriteDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Swap	ReadOnlyDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Swap	InaccessibleDirectories	PATH [...]	config_parse_namespace_path_strv	0				
Swap	ReadWritePaths	PATH [...]	config_parse_namespace_path_strv	0				
Swap	ReadOnlyPaths	PATH [...]	config_parse_namespace_path_strv	0				
Swap	InaccessiblePaths	PATH [...]	config_parse_namespace_path_strv	0				
Swap	ExecPaths	PATH [...]	config_parse_namespace_path_strv	0				
Swap	NoExecPaths	PATH [...]	config_parse_namespace_path_strv	0				
Swap	ExecSearchPath	PATH	config_parse_colon_separated_paths	0				
Swap	BindPaths	PATH[:PATH[:OPTIONS]] [...]	config_parse_bind_paths	0				
Swap	BindReadOnlyPaths	PATH[:PATH[:OPTIONS]] [...]	config_parse_bind_paths	0				
Swap	TemporaryFileSystem	OTHER	config_parse_temporary_filesystems	0				
Swap	PrivateTmp	OTHER	config_parse_bool	0		256		
Swap	PrivateTmp	OTHER	config_parse_private_tmp	0	257			
Swap	PrivateDevices	BOOLEAN	config_parse_bool	0				
Swap	ProtectKernelTunables	BOOLEAN	config_parse_bool	0				
Swap	ProtectKernelModules	BOOLEAN	config_parse_bool	0				
Swap	ProtectKernelLogs	BOOLEAN	config_parse_bool	0				
Swap	ProtectClock	BOOLEAN	config_parse_bool	0				
Swap	ProtectControlGroups	OTHER	config_parse_bool	0		256		
Swap	ProtectControlGroups	OTHER	config_parse_protect_control_groups	0	257			
Swap	UserNamespacePath	PATH	config_parse_unit_path_printf	0	257			
Swap	NetworkNamespacePath	PATH	config_parse_unit_path_printf	0				
Swap	IPCNamespacePath	PATH	config_parse_unit_path_printf	0				
Swap	LogNamespace	OTHER	config_parse_log_namespace	0				
Swap	PrivateNetwork	BOOLEAN	config_parse_bool	0				
Swap	PrivateUsers	OTHER	config_parse_bool	0		256		
Swap	PrivateUsers	OTHER	config_parse_private_users	0	257			
Swap	PrivateMounts	OTHER	config_parse_bool	0		256		
Swap	PrivateMounts	OTHER	config_parse_tristate	0	257			
Swap	PrivateIPC	BOOLEAN	config_parse_bool	0				
Swap	PrivatePIDs	OTHER	config_parse_private_pids	0	257			
Swap	ProtectSystem	OTHER	config_parse_protect_system	0				
Swap	ProtectHome	OTHER	config_parse_protect_home	0				
Swap	MountFlags	MOUNTFLAG	config_parse_exec_mount_flags	0		256		
Swap	MountFlags	MOUNTFLAG	config_parse_exec_mount_propagation_flag	0	257			
Swap	MountAPIVFS	OTHER	config_parse_exec_mount_apivfs	0		256		
Swap	MountAPIVFS	OTHER	config_parse_tristate	0	257			
Swap	BindLogSockets	OTHER	config_parse_tristate	0	257			
Swap	Personality	PERSONALITY	config_parse_personality	0				
Swap	RuntimeDirectoryPreserve	OTHER	config_parse_runtime_preserve_mode	0		256		
Swap	RuntimeDirectoryPreserve	OTHER	config_parse_exec_preserve_mode	0	257			
Swap	RuntimeDirectoryMode	MODE	config_parse_mode	0				
Swap	RuntimeDirectory	OTHER	config_parse_exec_directories	0				
Swap	StateDirectoryMode	MODE	config_parse_mode	0				
Swap	StateDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Swap	StateDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Swap	StateDirectory	OTHER	config_parse_exec_directories	0				
Swap	CacheDirectoryMode	MODE	config_parse_mode	0				
Swap	CacheDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Swap	CacheDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Swap	CacheDirectory	OTHER	config_parse_exec_directories	0				
Swap	LogsDirectoryMode	MODE	config_parse_mode	0				
Swap	LogsDirectoryAccounting	BOOLEAN	config_parse_bool	0	257			
Swap	LogsDirectoryQuota	OTHER	config_parse_exec_quota	0	257			
Swap	LogsDirectory	OTHER	config_parse_exec_directories	0				
Swap	ConfigurationDirectoryMode	MODE	config_parse_mode	0				
Swap	ConfigurationDirectory	OTHER	config_parse_exec_directories	0				
Swap	SetCredential	OTHER	config_parse_set_credential	0				
Swap	SetCredentialEncrypted	OTHER	config_parse_set_credential	1				
Swap	LoadCredential	OTHER	config_parse_load_credential	0				
Swap	LoadCredentialEncrypted	OTHER	config_parse_load_credential	1				
Swap	ImportCredential	OTHER	config_parse_import_credential	0	257			
Swap	TimeoutCleanSec	SECONDS	config_parse_sec	0				
Swap	PAMName	STRING	config_parse_unit_string_printf	0				
Swap	IgnoreSIGPIPE	BOOLEAN	config_parse_bool	0				
Swap	UtmpIdentifier	STRING	config_parse_unit_string_printf	0				
Swap	UtmpMode	OTHER	config_parse_exec_utmp_mode	0				
Swap	SELinuxContext	LABEL	config_parse_exec_selinux_context	0				
Swap	AppArmorProfile	OTHER	config_parse_exec_apparmor_profile	0				
Swap	SmackProcessLabel	OTHER	config_parse_exec_smack_process_label	0				
Swap	ProtectHostname	OTHER	config_parse_bool	0		256		
Swap	ProtectHostname	OTHER	config_parse_protect_hostname	0	257			
Swap	MemoryKSM	OTHER	config_parse_tristate	0	257			
Swap	MemoryTHP	OTHER	config_parse_exec_memory_thp	0	257			
Swap	Slice	SLICE	config_parse_unit_slice	0				
Swap	AllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Swap	AllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Swap	StartupAllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Swap	StartupAllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Swap	AllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Swap	AllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Swap	StartupAllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Swap	StartupAllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Swap	CPUSetPartition	OTHER	config_parse_cpuset_partition	0	257			
Swap	CPUAccounting	BOOLEAN	config_parse_bool	0		256		
Swap	CPUAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	CPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Swap	StartupCPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Swap	CPUShares	SHARES	config_parse_cpu_shares	0		256		
Swap	CPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	StartupCPUShares	SHARES	config_parse_cpu_shares	0		256		
Swap	StartupCPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	CPUQuota	OTHER	config_parse_cpu_quota	0				
Swap	CPUQuotaPeriodSec	OTHER	config_parse_sec_def_infinity	0				
Swap	MemoryAccounting	BOOLEAN	config_parse_bool	0				
Swap	MemoryMin	LIMIT	config_parse_memory_limit	0				
Swap	MemoryLow	LIMIT	config_parse_memory_limit	0				
Swap	StartupMemoryLow	LIMIT	config_parse_memory_limit	0	257			
Swap	DefaultMemoryMin	LIMIT	config_parse_memory_limit	0		256		
Swap	DefaultMemoryMin	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	DefaultMemoryLow	LIMIT	config_parse_memory_limit	0		256		
Swap	DefaultMemoryLow	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	DefaultStartupMemoryLow		config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	MemoryHigh	LIMIT	config_parse_memory_limit	0				
Swap	StartupMemoryHigh	LIMIT	config_parse_memory_limit	0	257			
Swap	MemoryMax	LIMIT	config_parse_memory_limit	0				
Swap	StartupMemoryMax	LIMIT	config_parse_memory_limit	0	257			
Swap	MemorySwapMax	LIMIT	config_parse_memory_limit	0				
Swap	StartupMemorySwapMax	LIMIT	config_parse_memory_limit	0	257			
Swap	MemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Swap	StartupMemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Swap	MemoryZSwapWriteback	BOOLEAN	config_parse_bool	0	257			
Swap	MemoryLimit	LIMIT	config_parse_memory_limit	0		256		
Swap	MemoryLimit	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	DeviceAllow	DEVICE	config_parse_device_allow	0				
Swap	DevicePolicy	POLICY	config_parse_device_policy	0				
Swap	IOAccounting	BOOLEAN	config_parse_bool	0				
Swap	IOWeight	WEIGHT	config_parse_cg_weight	0				
Swap	StartupIOWeight	WEIGHT	config_parse_cg_weight	0				
Swap	IODeviceWeight	DEVICEWEIGHT	config_parse_io_device_weight	0				
Swap	IOReadBandwidthMax	LIMIT	config_parse_io_limit	0				
Swap	IOWriteBandwidthMax	LIMIT	config_parse_io_limit	0				
Swap	IOReadIOPSMax	LIMIT	config_parse_io_limit	0				
Swap	IOWriteIOPSMax	LIMIT	config_parse_io_limit	0				
Swap	IODeviceLatencyTargetSec	DEVICELATENCY	config_parse_io_device_latency	0				
Swap	BlockIOAccounting	BOOLEAN	config_parse_bool	0		256		
Swap	BlockIOAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	BlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Swap	BlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	StartupBlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Swap	StartupBlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_blockio_device_weight	0		256		
Swap	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	BlockIOReadBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Swap	BlockIOReadBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	BlockIOWriteBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Swap	BlockIOWriteBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Swap	TasksAccounting	BOOLEAN	config_parse_bool	0				
Swap	TasksMax	OTHER	config_parse_tasks_max	0				
Swap	Delegate	OTHER	config_parse_delegate	0				
Swap	DelegateSubgroup	OTHER	config_parse_delegate_subgroup	0	257			
Swap	DisableControllers	OTHER	config_parse_disable_controllers	0				
Swap	IPAccounting	BOOLEAN	config_parse_bool	0				
Swap	IPAddressAllow	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Swap	IPAddressDeny	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Swap	IPIngressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Swap	IPEgressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Swap	ManagedOOMSwap	OTHER	config_parse_managed_oom_mode	0				
Swap	ManagedOOMMemoryPressure	OTHER	config_parse_managed_oom_mode	0				
Swap	ManagedOOMMemoryPressureLimit	OTHER	config_parse_managed_oom_mem_pressure_limit	0				
Swap	ManagedOOMMemoryPressureDurationSec	OTHER	config_parse_managed_oom_mem_pressure_duration_sec	0	257			
Swap	ManagedOOMPreference	OTHER	config_parse_managed_oom_preference	0				
Swap	OOMRules	OTHER	config_parse_managed_oom_rules	1	257			
Swap	NetClass		config_parse_warn_compat	DISABLED_LEGACY				
Swap	BPFProgram	OTHER	config_parse_bpf_foreign_program	0				
Swap	SocketBindAllow	OTHER	config_parse_cgroup_socket_bind	0				
Swap	SocketBindDeny	OTHER	config_parse_cgroup_socket_bind	0				
Swap	RestrictNetworkInterfaces	OTHER	config_parse_restrict_network_interfaces	0				
Swap	MemoryPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Swap	MemoryPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Swap	CPUPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Swap	CPUPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Swap	IOPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Swap	IOPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Swap	NFTSet	OTHER	config_parse_cgroup_nft_set	NFT_SET_PARSE_CGROUP	257			
Swap	CoredumpReceive	BOOLEAN	config_parse_bool	0	257			
Swap	BindNetworkInterface	OTHER	config_parse_bind_network_interface	0	257			
Swap	SendSIGKILL	BOOLEAN	config_parse_bool	0				
Swap	SendSIGHUP	BOOLEAN	config_parse_bool	0				
Swap	KillMode	KILLMODE	config_parse_kill_mode	0				
Swap	KillSignal	SIGNAL	config_parse_signal	0				
Swap	RestartKillSignal	SIGNAL	config_parse_signal	0				
Swap	FinalKillSignal	SIGNAL	config_parse_signal	0				
Swap	WatchdogSignal	SIGNAL	config_parse_signal	0				
Timer	OnCalendar	TIMER	config_parse_timer	TIMER_CALENDAR				
Timer	OnActiveSec	TIMER	config_parse_timer	TIMER_ACTIVE				
Timer	OnBootSec	TIMER	config_parse_timer	TIMER_BOOT				
Timer	OnStartupSec	TIMER	config_parse_timer	TIMER_STARTUP				
Timer	OnUnitActiveSec	TIMER	config_parse_timer	TIMER_UNIT_ACTIVE				
Timer	OnUnitInactiveSec	TIMER	config_parse_timer	TIMER_UNIT_INACTIVE				
Timer	OnClockChange	BOOLEAN	config_parse_bool	0				
Timer	OnTimezoneChange	BOOLEAN	config_parse_bool	0				
Timer	Persistent	BOOLEAN	config_parse_bool	0				
Timer	WakeSystem	BOOLEAN	config_parse_bool	0				
Timer	RemainAfterElapse	BOOLEAN	config_parse_bool	0				
Timer	FixedRandomDelay	BOOLEAN	config_parse_bool	0				
Timer	DeferReactivation	BOOLEAN	config_parse_bool	0	257			
Timer	AccuracySec	SECONDS	config_parse_sec	0				
Timer	RandomizedDelaySec	SECONDS	config_parse_sec	0				
Timer	RandomizedOffsetSec	SECONDS	config_parse_sec	0	257			
Timer	Unit	UNIT	config_parse_trigger_unit	0				
Path	PathExists	PATH	config_parse_path_spec	0				
Path	PathExistsGlob	PATH	config_parse_path_spec	0				
Path	PathChanged	PATH	config_parse_path_spec	0				
Path	PathModified	PATH	config_parse_path_spec	0				
Path	DirectoryNotEmpty	PATH	config_parse_path_spec	0				
Path	Unit	UNIT	config_parse_trigger_unit	0				
Path	MakeDirectory	BOOLEAN	config_parse_bool	0				
Path	DirectoryMode	MODE	config_parse_mode	0				
Path	TriggerLimitIntervalSec	SECONDS	config_parse_sec	0				
Path	TriggerLimitBurst	UNSIGNED	config_parse_unsigned	0				
Slice	ConcurrencySoftMax	OTHER	config_parse_concurrency_max	0	257			
Slice	ConcurrencyHardMax	OTHER	config_parse_concurrency_max	0	257			
Slice	ActivatingConcurrencyMax	OTHER	config_parse_concurrency_max	0	257			
Slice	Slice	SLICE	config_parse_unit_slice	0				
Slice	AllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Slice	AllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Slice	StartupAllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Slice	StartupAllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Slice	AllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Slice	AllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Slice	StartupAllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Slice	StartupAllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Slice	CPUSetPartition	OTHER	config_parse_cpuset_partition	0	257			
Slice	CPUAccounting	BOOLEAN	config_parse_bool	0		256		
Slice	CPUAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	CPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Slice	StartupCPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Slice	CPUShares	SHARES	config_parse_cpu_shares	0		256		
Slice	CPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	StartupCPUShares	SHARES	config_parse_cpu_shares	0		256		
Slice	StartupCPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	CPUQuota	OTHER	config_parse_cpu_quota	0				
Slice	CPUQuotaPeriodSec	OTHER	config_parse_sec_def_infinity	0				
Slice	MemoryAccounting	BOOLEAN	config_parse_bool	0				
Slice	MemoryMin	LIMIT	config_parse_memory_limit	0				
Slice	MemoryLow	LIMIT	config_parse_memory_limit	0				
Slice	StartupMemoryLow	LIMIT	config_parse_memory_limit	0	257			
Slice	DefaultMemoryMin	LIMIT	config_parse_memory_limit	0		256		
Slice	DefaultMemoryMin	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	DefaultMemoryLow	LIMIT	config_parse_memory_limit	0		256		
Slice	DefaultMemoryLow	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	DefaultStartupMemoryLow		config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	MemoryHigh	LIMIT	config_parse_memory_limit	0				
Slice	StartupMemoryHigh	LIMIT	config_parse_memory_limit	0	257			
Slice	MemoryMax	LIMIT	config_parse_memory_limit	0				
Slice	StartupMemoryMax	LIMIT	config_parse_memory_limit	0	257			
Slice	MemorySwapMax	LIMIT	config_parse_memory_limit	0				
Slice	StartupMemorySwapMax	LIMIT	config_parse_memory_limit	0	257			
Slice	MemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Slice	StartupMemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Slice	MemoryZSwapWriteback	BOOLEAN	config_parse_bool	0	257			
Slice	MemoryLimit	LIMIT	config_parse_memory_limit	0		256		
Slice	MemoryLimit	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	DeviceAllow	DEVICE	config_parse_device_allow	0				
Slice	DevicePolicy	POLICY	config_parse_device_policy	0				
Slice	IOAccounting	BOOLEAN	config_parse_bool	0				
Slice	IOWeight	WEIGHT	config_parse_cg_weight	0				
Slice	StartupIOWeight	WEIGHT	config_parse_cg_weight	0				
Slice	IODeviceWeight	DEVICEWEIGHT	config_parse_io_device_weight	0				
Slice	IOReadBandwidthMax	LIMIT	config_parse_io_limit	0				
Slice	IOWriteBandwidthMax	LIMIT	config_parse_io_limit	0				
Slice	IOReadIOPSMax	LIMIT	config_parse_io_limit	0				
Slice	IOWriteIOPSMax	LIMIT	config_parse_io_limit	0				
Slice	IODeviceLatencyTargetSec	DEVICELATENCY	config_parse_io_device_latency	0				
Slice	BlockIOAccounting	BOOLEAN	config_parse_bool	0		256		
Slice	BlockIOAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	BlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Slice	BlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	StartupBlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Slice	StartupBlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_blockio_device_weight	0		256		
Slice	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	BlockIOReadBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Slice	BlockIOReadBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	BlockIOWriteBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Slice	BlockIOWriteBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Slice	TasksAccounting	BOOLEAN	config_parse_bool	0				
Slice	TasksMax	OTHER	config_parse_tasks_max	0				
Slice	Delegate	OTHER	config_parse_delegate	0				
Slice	DelegateSubgroup	OTHER	config_parse_delegate_subgroup	0	257			
Slice	DisableControllers	OTHER	config_parse_disable_controllers	0				
Slice	IPAccounting	BOOLEAN	config_parse_bool	0				
Slice	IPAddressAllow	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Slice	IPAddressDeny	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Slice	IPIngressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Slice	IPEgressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Slice	ManagedOOMSwap	OTHER	config_parse_managed_oom_mode	0				
Slice	ManagedOOMMemoryPressure	OTHER	config_parse_managed_oom_mode	0				
Slice	ManagedOOMMemoryPressureLimit	OTHER	config_parse_managed_oom_mem_pressure_limit	0				
Slice	ManagedOOMMemoryPressureDurationSec	OTHER	config_parse_managed_oom_mem_pressure_duration_sec	0	257			
Slice	ManagedOOMPreference	OTHER	config_parse_managed_oom_preference	0				
Slice	OOMRules	OTHER	config_parse_managed_oom_rules	1	257			
Slice	NetClass		config_parse_warn_compat	DISABLED_LEGACY				
Slice	BPFProgram	OTHER	config_parse_bpf_foreign_program	0				
Slice	SocketBindAllow	OTHER	config_parse_cgroup_socket_bind	0				
Slice	SocketBindDeny	OTHER	config_parse_cgroup_socket_bind	0				
Slice	RestrictNetworkInterfaces	OTHER	config_parse_restrict_network_interfaces	0				
Slice	MemoryPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Slice	MemoryPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Slice	CPUPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Slice	CPUPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Slice	IOPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Slice	IOPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Slice	NFTSet	OTHER	config_parse_cgroup_nft_set	NFT_SET_PARSE_CGROUP	257			
Slice	CoredumpReceive	BOOLEAN	config_parse_bool	0	257			
Slice	BindNetworkInterface	OTHER	config_parse_bind_network_interface	0	257			
Scope	Slice	SLICE	config_parse_unit_slice	0				
Scope	AllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Scope	AllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Scope	StartupAllowedCPUs	OTHER	config_parse_allowed_cpuset	0		256		
Scope	StartupAllowedCPUs	OTHER	config_parse_unit_cpu_set	0	257			
Scope	AllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Scope	AllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Scope	StartupAllowedMemoryNodes	OTHER	config_parse_allowed_cpuset	0		256		
Scope	StartupAllowedMemoryNodes	OTHER	config_parse_unit_cpu_set	0	257			
Scope	CPUSetPartition	OTHER	config_parse_cpuset_partition	0	257			
Scope	CPUAccounting	BOOLEAN	config_parse_bool	0		256		
Scope	CPUAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	CPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Scope	StartupCPUWeight	CPUWEIGHT	config_parse_cg_cpu_weight	0				
Scope	CPUShares	SHARES	config_parse_cpu_shares	0		256		
Scope	CPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	StartupCPUShares	SHARES	config_parse_cpu_shares	0		256		
Scope	StartupCPUShares	SHARES	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	CPUQuota	OTHER	config_parse_cpu_quota	0				
Scope	CPUQuotaPeriodSec	OTHER	config_parse_sec_def_infinity	0				
Scope	MemoryAccounting	BOOLEAN	config_parse_bool	0				
Scope	MemoryMin	LIMIT	config_parse_memory_limit	0				
Scope	MemoryLow	LIMIT	config_parse_memory_limit	0				
Scope	StartupMemoryLow	LIMIT	config_parse_memory_limit	0	257			
Scope	DefaultMemoryMin	LIMIT	config_parse_memory_limit	0		256		
Scope	DefaultMemoryMin	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	DefaultMemoryLow	LIMIT	config_parse_memory_limit	0		256		
Scope	DefaultMemoryLow	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	DefaultStartupMemoryLow		config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	MemoryHigh	LIMIT	config_parse_memory_limit	0				
Scope	StartupMemoryHigh	LIMIT	config_parse_memory_limit	0	257			
Scope	MemoryMax	LIMIT	config_parse_memory_limit	0				
Scope	StartupMemoryMax	LIMIT	config_parse_memory_limit	0	257			
Scope	MemorySwapMax	LIMIT	config_parse_memory_limit	0				
Scope	StartupMemorySwapMax	LIMIT	config_parse_memory_limit	0	257			
Scope	MemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Scope	StartupMemoryZSwapMax	LIMIT	config_parse_memory_limit	0	257			
Scope	MemoryZSwapWriteback	BOOLEAN	config_parse_bool	0	257			
Scope	MemoryLimit	LIMIT	config_parse_memory_limit	0		256		
Scope	MemoryLimit	LIMIT	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	DeviceAllow	DEVICE	config_parse_device_allow	0				
Scope	DevicePolicy	POLICY	config_parse_device_policy	0				
Scope	IOAccounting	BOOLEAN	config_parse_bool	0				
Scope	IOWeight	WEIGHT	config_parse_cg_weight	0				
Scope	StartupIOWeight	WEIGHT	config_parse_cg_weight	0				
Scope	IODeviceWeight	DEVICEWEIGHT	config_parse_io_device_weight	0				
Scope	IOReadBandwidthMax	LIMIT	config_parse_io_limit	0				
Scope	IOWriteBandwidthMax	LIMIT	config_parse_io_limit	0				
Scope	IOReadIOPSMax	LIMIT	config_parse_io_limit	0				
Scope	IOWriteIOPSMax	LIMIT	config_parse_io_limit	0				
Scope	IODeviceLatencyTargetSec	DEVICELATENCY	config_parse_io_device_latency	0				
Scope	BlockIOAccounting	BOOLEAN	config_parse_bool	0		256		
Scope	BlockIOAccounting	BOOLEAN	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	BlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Scope	BlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	StartupBlockIOWeight	WEIGHT	config_parse_blockio_weight	0		256		
Scope	StartupBlockIOWeight	WEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_blockio_device_weight	0		256		
Scope	BlockIODeviceWeight	DEVICEWEIGHT	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	BlockIOReadBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Scope	BlockIOReadBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	BlockIOWriteBandwidth	BANDWIDTH	config_parse_blockio_bandwidth	0		256		
Scope	BlockIOWriteBandwidth	BANDWIDTH	config_parse_warn_compat	DISABLED_LEGACY	257			
Scope	TasksAccounting	BOOLEAN	config_parse_bool	0				
Scope	TasksMax	OTHER	config_parse_tasks_max	0				
Scope	Delegate	OTHER	config_parse_delegate	0				
Scope	DelegateSubgroup	OTHER	config_parse_delegate_subgroup	0	257			
Scope	DisableControllers	OTHER	config_parse_disable_controllers	0				
Scope	IPAccounting	BOOLEAN	config_parse_bool	0				
Scope	IPAddressAllow	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Scope	IPAddressDeny	OTHER	config_parse_in_addr_prefixes	AF_UNSPEC				
Scope	IPIngressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Scope	IPEgressFilterPath	OTHER	config_parse_ip_filter_bpf_progs	0				
Scope	ManagedOOMSwap	OTHER	config_parse_managed_oom_mode	0				
Scope	ManagedOOMMemoryPressure	OTHER	config_parse_managed_oom_mode	0				
Scope	ManagedOOMMemoryPressureLimit	OTHER	config_parse_managed_oom_mem_pressure_limit	0				
Scope	ManagedOOMMemoryPressureDurationSec	OTHER	config_parse_managed_oom_mem_pressure_duration_sec	0	257			
Scope	ManagedOOMPreference	OTHER	config_parse_managed_oom_preference	0				
Scope	OOMRules	OTHER	config_parse_managed_oom_rules	1	257			
Scope	NetClass		config_parse_warn_compat	DISABLED_LEGACY				
Scope	BPFProgram	OTHER	config_parse_bpf_foreign_program	0				
Scope	SocketBindAllow	OTHER	config_parse_cgroup_socket_bind	0				
Scope	SocketBindDeny	OTHER	config_parse_cgroup_socket_bind	0				
Scope	RestrictNetworkInterfaces	OTHER	config_parse_restrict_network_interfaces	0				
Scope	MemoryPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Scope	MemoryPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Scope	CPUPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Scope	CPUPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Scope	IOPressureThresholdSec	SECONDS	config_parse_sec	0	257			
Scope	IOPressureWatch	OTHER	config_parse_pressure_watch	0	257			
Scope	NFTSet	OTHER	config_parse_cgroup_nft_set	NFT_SET_PARSE_CGROUP	257			
Scope	CoredumpReceive	BOOLEAN	config_parse_bool	0	257			
Scope	BindNetworkInterface	OTHER	config_parse_bind_network_interface	0	257			
Scope	SendSIGKILL	BOOLEAN	config_parse_bool	0				
Scope	SendSIGHUP	BOOLEAN	config_parse_bool	0				
Scope	KillMode	KILLMODE	config_parse_kill_mode	0				
Scope	KillSignal	SIGNAL	config_parse_signal	0				
Scope	RestartKillSignal	SIGNAL	config_parse_signal	0				
Scope	FinalKillSignal	SIGNAL	config_parse_signal	0				
Scope	WatchdogSignal	SIGNAL	config_parse_signal	0				
Scope	RuntimeMaxSec	SECONDS	config_parse_sec	0				
Scope	RuntimeRandomizedExtraSec	SECONDS	config_parse_sec	0				
Scope	TimeoutStopSec	SECONDS	config_parse_sec	0				
Scope	OOMPolicy	OTHER	config_parse_oom_policy	0				
Install	Alias	OTHER	NULL	0				
Install	WantedBy	OTHER	NULL	0				
Install	RequiredBy	OTHER	NULL	0				
Install	UpheldBy	OTHER	NULL	0	257			
Install	Also	OTHER	NULL	0				
Install	DefaultInstance	OTHER	NULL	0				
`;
