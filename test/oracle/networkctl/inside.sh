#!/bin/bash
# Starts systemd-networkd and a bus in namespaces of their own, writes files, and runs the command lines that it is given, one an
# argument: unshare --net --mount --pid --fork --mount-proc inside.sh COMMAND...
# Prints what the commands print, each behind a line "# COMMAND", then what networkd said behind "# said".
set -u
mount -t tmpfs tmpfs /run
mount -t sysfs -o ro sysfs /sys
mkdir -p /run/dbus /run/systemd/network
export container=sandbox
dbus-daemon --system --fork --nopidfile
/usr/lib/systemd/systemd-networkd >/run/said 2>&1 &
until [ "$(busctl --system call org.freedesktop.DBus / org.freedesktop.DBus NameHasOwner s org.freedesktop.network1 2>&1)" = 'b true' ]; do
  kill -0 $! 2>/dev/null || { cat /run/said >&2; exit 1; }
done
wireguard() { printf '[NetDev]\nName=%s\nKind=wireguard\n[WireGuard]\nPrivateKey=EEGlnEPYJV//kbvvIqxKkQwOiS+UENyPncC4bF46ong=\n' "$1"; }
printf '[NetDev]\nName=made0\nKind=bridge\n' >/run/systemd/network/20-made.netdev
printf '[Match]\nName=lo\n\n[Network]\n' >/run/systemd/network/10-lo.network
wireguard wg0 >/run/systemd/network/30-shared.netdev
wireguard wg1 >/run/systemd/network/31-private.netdev
chmod 644 /run/systemd/network/30-shared.netdev
chmod 640 /run/systemd/network/31-private.netdev
chown root:systemd-network /run/systemd/network/31-private.netdev
for command in "$@"; do
  echo "# $command"
  bash -c "$command" 2>&1
  echo "exit $?"
done
echo '# said'
cat /run/said
kill %1
