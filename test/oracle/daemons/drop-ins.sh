#!/bin/bash
# Starts a daemon, inside of its namespaces, with every file of /run/questions as a drop-in, and ends it as soon as it has said
# what it thinks of the last one, which has a key that no daemon reads.
#
#   drop-ins.sh FOLDER PROGRAM [ARGUMENT...]
#
# Prints what the daemon wrote. Daemons write to the console or to the kernel's log.
folder=$1
shift
systemd-sysusers >/dev/null 2>&1
mkdir -p "$folder"
mount -t tmpfs tmpfs "$folder"
# Some daemons leave root before they read; a folder of the machine may be closed to others.
chmod 755 "$folder"
cp /run/questions/* "$folder"
chmod 644 "$folder"/*
"$@" >/tmp/said 2>&1 </dev/null &
daemon=$!
for _ in $(seq 500); do
  grep -qsE 'zzzz\.conf.*EndOfQuestions' /tmp/said /dev/kmsg && break
  kill -0 $daemon 2>/dev/null || break
  sleep .02
done
kill -KILL $daemon 2>/dev/null
wait $daemon 2>/dev/null
cat /tmp/said /dev/kmsg
