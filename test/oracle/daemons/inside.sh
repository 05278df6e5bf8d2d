#!/bin/bash
# Runs a program of a root folder where it can harm nobody: in mount, process, network and IPC namespaces of its own, over
# a layer that is thrown away, with the machine's processes, control groups and devices out of reach.
#
#   inside.sh ROOT ADDED QUESTIONS PROGRAM [ARGUMENT...]
#
# What is in the folder ADDED is laid over ROOT; what is in QUESTIONS stands at /run/questions inside. Needs root.
exec unshare --mount --pid --fork --ipc --uts --cgroup --net --kill-child --propagation private bash -c '
set -e
root=$1 added=$2 questions=$3
shift 3
top=/mnt
mount -t tmpfs tmpfs "$top"
mkdir "$top/upper" "$top/work" "$top/root"
# A copy: two lower layers may not lie in each other, and the machine itself may be the root.
cp -a "$added/." "$top/upper"
mount -t overlay overlay -o "lowerdir=$root,upperdir=$top/upper,workdir=$top/work" "$top/root"
cd "$top/root"
mkdir -p proc sys dev tmp run
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -o remount,bind,ro sys/fs/cgroup
# systemd-oomd reads nothing where memory is not controlled, as in the control group of a container.
echo "cpuset cpu io memory pids" >tmp/controllers
mount --bind tmp/controllers sys/fs/cgroup/cgroup.controllers
mount -t tmpfs tmpfs dev
for device in null zero random urandom full; do : >"dev/$device"; mount --bind "/dev/$device" "dev/$device"; done
ln -s /proc/self/fd dev/fd
: >dev/kmsg
mount -t tmpfs tmpfs tmp
mount -t tmpfs tmpfs run
mkdir -p run/systemd run/lock run/user run/questions
mount --bind "$questions" run/questions
exec chroot . env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root SYSTEMD_LOG_TARGET=console-prefixed \
  SYSTEMD_LOG_LEVEL=info SYSTEMD_LOG_COLOR=0 SYSTEMD_COLORS=0 XDG_RUNTIME_DIR=/tmp "$@"
' inside "$@"
