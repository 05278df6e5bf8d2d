#!/bin/bash
# Has systemd-networkd and udev read the files of networks in /run/questions all at once, inside of namespaces of their own,
# and prints what they say. Each bridge of the files is made, and its name is asked udev about as well.
#
#   read-networks.sh COUNT [BRIDGE...]
#
# networkd is ended once it has taken a file for COUNT devices.
count=$1
shift
systemd-sysusers >/dev/null 2>&1
mkdir -p /etc/systemd/network /usr/lib/systemd/network
mount -t tmpfs tmpfs /etc/systemd/network
mount -t tmpfs tmpfs /usr/lib/systemd/network
cp -r /run/questions/etc/. /etc/systemd/network
cp -r /run/questions/usr/. /usr/lib/systemd/network
chmod -R a+rX /etc/systemd/network /usr/lib/systemd/network
export SYSTEMD_LOG_LEVEL=debug
/usr/lib/systemd/systemd-networkd >/tmp/said 2>&1 </dev/null &
program=$!
for _ in $(seq 1500); do
  [ "$(grep -cE "ound matching (network '|\.network file)" /tmp/said)" -ge "$count" ] && grep -q 'lo: ' /tmp/said && break
  kill -0 $program 2>/dev/null || break
  sleep .02
done
kill -KILL $program 2>/dev/null
wait $program 2>/dev/null
cat /tmp/said
for bridge in "$@"; do
  echo "@@ $bridge"
  udevadm test-builtin net_setup_link "/sys/class/net/$bridge" 2>&1 </dev/null
done
