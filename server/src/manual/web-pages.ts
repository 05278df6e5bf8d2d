import { uriPart } from '../text/uri-part.ts';

/** Names of systemd's own pages that do not begin with `systemd`, `sd-` or `udev`; systemd.index(7) of 262 and 252. */
const own = new Set(
  `bootctl busctl coredumpctl homectl hostnamectl importctl journalctl localectl loginctl machinectl mount.ddi
mount.mstack mount.storage networkctl oomctl portablectl resolvectl run0 storagectl systemctl timedatectl ukify userdbctl
varlinkctl binfmt.d capsule@.service clonetab confext.conf coredump.conf crypttab dnssec-trust-anchors.d environment.d
extension-release homed.conf hostname initrd-release integritytab iocost.conf journal-remote.conf journal-upload.conf
journald.conf journald@.conf loader.conf locale.conf localtime logind.conf machine-id machine-info modules-load.d
networkd.conf oomd.conf os-release pstore.conf repart.d resolved.conf sleep.conf.d sysctl.d sysext.conf
sysupdate.components sysupdate.d sysupdate.features sysusers.d timesyncd.conf tmpfiles.d user-runtime-dir@.service
user@.service vconsole.conf veritytab bootup daemon file-hierarchy hwdb kernel-command-line
smbios-type-11 30-systemd-environment-d-generator kernel-install nss-myhostname nss-mymachines nss-resolve nss-systemd
pam_systemd pam_systemd_home pam_systemd_loadkey halt poweroff reboot shutdown init libsystemd libudev`.split(/\s+/),
);

/** By section, pages that man7.org carries: those systemd's pages refer to, and the usual ones of the base system. */
const onMan7: Readonly<Record<string, string>> = {
  1: `bash cat chmod chroot chrt crontab date dmesg echo env getent head hostname id ionice kill ln logger login ls
mkdir mv newgrp nice nohup nsenter prlimit ps pstree renice rm rsync sed setpriv sha256sum sleep ssh ssh-add ssh-agent
ssh-keygen strace stty su tail tar taskset tee test timeout top touch tr true uname unshare uptime wall whoami xargs`,
  2: `accept accept4 adjtimex alarm bind bpf brk chdir chmod chown chroot clock_getres clock_gettime clone close connect
delete_module dup epoll_create epoll_ctl epoll_wait eventfd execve exit_group fallocate fanotify_init fchmod fchown
fchownat fcntl flock fork fsync ftruncate futex getcpu getpeername getpid getpriority getrandom getrlimit getsockname
getsockopt gettid gettimeofday getuid init_module inotify_init io_setup io_submit ioctl ioperm iopl ioprio_set kcmp
kexec_load keyctl kill link listen listxattr lseek madvise mbind memfd_create mincore mkdir mknod mlock mlockall mmap
modify_ldt mount mprotect mremap msync munmap nanosleep open open_by_handle_at openat perf_event_open personality
pidfd_open pidfd_send_signal pipe pivot_root pkey_mprotect poll prctl pread process_vm_readv ptrace quotactl read
readahead reboot recv recvmsg rename rmdir sched_setaffinity sched_setattr sched_setscheduler sched_yield seccomp select
send sendmsg set_mempolicy setdomainname setfsuid setgid setgroups sethostname setns setpgid setpriority setresuid
setreuid setrlimit setsid setsockopt settimeofday setuid setxattr shmat shmget shutdown sigaction sigaltstack signal
signalfd sigprocmask socket socketpair splice stat statfs statx swapon swapoff symlink sync sysinfo syslog timer_create
timerfd_create times truncate umask umount uname unlink unshare userfaultfd ustat utime vfork vhangup wait wait4 write`,
  3: `basename bindresvport daemon errno exec exit fopen getaddrinfo getenv getgrnam gethostbyname getopt getpwnam
glob localtime malloc mq_open mq_setattr pthread_create printf sem_open shm_open sleep strerror strftime strtol
sysconf syslog system timegm tzset`,
  4: 'console_codes full loop mem null random rtc tty ttyS urandom vcs zero',
  5: `acl core crontab elf exports ext4 filesystems fstab group hosts issue locale login.defs modprobe.d motd nfs
nologin nsswitch.conf passwd proc protocols resolv.conf securetty services shadow shells slabinfo ssh_config
sshd_config sysfs terminfo tmpfs ttytype tzfile utmp xfs`,
  7: `aio ascii attributes bootparam capabilities cgroup_namespaces cgroups charsets cpuset credentials environ epoll
fanotify feature_test_macros fifo glob hier inode inotify io_uring ip ipc_namespaces ipv6 kernel_lockdown keyrings
landlock locale man mount_namespaces mq_overview namespaces netdevice netlink network_namespaces numa packet
path_resolution persistent-keyring pid_namespaces pipe pkeys process-keyring pthreads random raw regex rtnetlink sched
sem_overview session-keyring shm_overview signal signal-safety socket spufs standards svipc symlink tcp thread-keyring
time time_namespaces udp unix uri user-keyring user_namespaces utf-8 uts_namespaces vdso vsock xattr`,
  8: `agetty blkid blockdev chcpu cron cryptsetup depmod dmsetup exportfs fdisk findmnt fsck fsfreeze fstrim groupadd
hwclock insmod ip ip-link ip-netns iptables ld.so ldconfig losetup lsblk lsmod lvcreate lvchange mke2fs mkfs mkswap
modinfo modprobe mount mount.nfs nft nologin nscd pam pam_env pam_limits pam_loginuid pam_namespace pam_umask
pivot_root rmmod rpc.nfsd sfdisk ss sshd sulogin swapoff swapon switch_root sysctl tc tune2fs umount useradd userdel
usermod veritysetup vgchange vipw wipefs xfs_repair zramctl`,
};

let known: ReadonlySet<string> | undefined;

/** Whether man7.org has a page; asked for those of other projects that units and systemd's manual speak of. */
function isOnMan7(name: string, section: string): boolean {
  known ??= new Set(
    Object.entries(onMan7).flatMap(([number, names]) => names.split(/\s+/).map((each) => `${each}(${number})`)),
  );
  return known.has(`${name}(${section})`);
}

/** Whether a page is one of systemd's own. */
export const isSystemdPage = (name: string): boolean =>
  own.has(name) ||
  own.has(name.replace(/\.d$/, '')) ||
  /^(?:systemd(?:[-.@]|$)|udev|sd[-_]|SD_|org\.freedesktop\.[A-Za-z]+1$)/.test(name);

/**
 * Where the web has a page; undefined where that is not certain. `anchor` is a `ManualText.webAnchor`; `version` such
 * as `252` pins the text of that release, for pages of systemd.
 */
export function webAddress(page: string, anchor = '', version = 'latest'): string | undefined {
  const [, name = page, section = ''] = /^(.*)\((\w+)\)$/.exec(page) ?? [];
  const file = uriPart(name);
  if (isSystemdPage(name)) {
    const release = /^\d+/.exec(version)?.[0] ?? 'latest';
    const fragment = anchor === '' ? '' : `#${uriPart(anchor).replace(/%3D/g, '=')}`;
    return `https://www.freedesktop.org/software/systemd/man/${release}/${file}.html${fragment}`;
  }
  if (/^dbus-(?:daemon|launch|monitor|send|uuidgen)$/.test(name))
    return `https://dbus.freedesktop.org/doc/${file}.1.html`;
  return isOnMan7(name, section) ? `https://man7.org/linux/man-pages/man${section}/${file}.${section}.html` : undefined;
}
