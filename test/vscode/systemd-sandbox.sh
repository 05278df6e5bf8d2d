#!/bin/bash
# Boots the machine's own systemd as PID 1 of namespaces of its own, over a throw-away overlay of /, so that real
# units can be started without touching the machine. Needs root. The network stays the machine's.
# SYSTEMD_SANDBOX_ROOT names another root folder, with a systemd of its own.
#
#   systemd-sandbox.sh start DIR [SHARED..]   boot it; DIR keeps its state, SHARED folders stay the machine's, writable
#   systemd-sandbox.sh exec  DIR COMMAND..    run a command in it, in / and with the environment of the caller
#   systemd-sandbox.sh stop  DIR              end it and all that runs in it
set -euo pipefail

# Runs in the new namespaces, where mounts are seen by nobody else.
enter() {
  local dir=$1 root=$1/root/merged shared; shift
  mount -t tmpfs sandbox "$dir/root"
  mkdir "$dir"/root/{upper,work,merged}
  mount -t overlay sandbox -o "lowerdir=${SYSTEMD_SANDBOX_ROOT:-/},upperdir=$dir/root/upper,workdir=$dir/root/work" "$root"
  kernel_files "$root"
  # systemd empties /tmp and /run when it boots: they must be its own.
  mount -t tmpfs tmpfs "$root/run"
  mount -t tmpfs tmpfs "$root/tmp"
  for shared in "$@"; do
    mkdir -p "$root$shared"
    mount --rbind "$shared" "$root$shared"
  done
  cd "$root"
  mkdir -p .machine
  pivot_root . .machine
  umount -l /.machine
  exec env -i container=sandbox PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    /lib/systemd/systemd --system --unit=basic.target --log-target=console
}

# The kernel's own folders as containers have them. Read-only /sys and /proc/sys keep udev and sysctl from starting:
# they would rename the machine's network interfaces and change its settings.
kernel_files() {
  local root=$1 node
  mount -t proc proc "$root/proc"
  mount --bind "$root/proc/sys" "$root/proc/sys"
  mount -o remount,bind,ro "$root/proc/sys"
  mount -t sysfs -o ro sysfs "$root/sys"
  mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
  mount -t tmpfs -o mode=755 dev "$root/dev"
  for node in null zero full random urandom tty; do cp -a "/dev/$node" "$root/dev/"; done
  mkdir "$root"/dev/{pts,shm}
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
  mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
  ln -s pts/ptmx "$root/dev/ptmx"
  ln -s /proc/self/fd "$root/dev/fd"
}

start() {
  local dir=$1 outer init; shift
  mkdir -p "$dir/root"
  setsid unshare --pid --fork --mount --uts --ipc --cgroup --propagation=private "$self" enter "$dir" "$@" \
    >"$dir/boot.log" 2>&1 </dev/null &
  outer=$!
  for _ in $(seq 150); do
    init=$(cat "/proc/$outer/task/$outer/children" 2>/dev/null || true)
    if [ -n "$init" ]; then
      echo "${init%% *}" >"$dir/pid"
      run "$dir" systemctl --quiet is-active basic.target 2>/dev/null && return 0
    fi
    kill -0 "$outer" 2>/dev/null || break
    sleep 0.2
  done
  echo "systemd did not come up in the sandbox; $dir/boot.log says:" >&2
  tail -n 20 "$dir/boot.log" >&2
  return 1
}

run() {
  local dir=$1; shift
  nsenter --target "$(cat "$dir/pid")" --mount --pid --uts --ipc --cgroup --root --wdns=/ "$@"
}

self=$(realpath "$0"); verb=${1:-}; dir=$(realpath -m "${2:-.}")
case $verb in
  enter | start) shift 2; "$verb" "$dir" "$@" ;;
  exec) shift 2; run "$dir" "$@" ;;
  stop) kill -9 "$(cat "$dir/pid")"; rm -f "$dir/pid" ;;
  *) sed -n 's/^#  //p' "$self" >&2; exit 2 ;;
esac
