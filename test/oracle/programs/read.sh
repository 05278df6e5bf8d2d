#!/bin/bash
# Has a program read the files of /run/questions, inside of its namespaces, and prints what it says of them.
#
#   read.sh FOLDER together|each NAME PROGRAM [ARGUMENT...]
#
# together: all lie in FOLDER at once, and the program is ended as soon as it has said what it thinks of the last, which has a
# key that nobody reads. each: the program is started for each of them, which lies in FOLDER under NAME; a line `@@ NUMBER`
# comes before what it says.
folder=$1 mode=$2 name=$3
shift 3
systemd-sysusers >/dev/null 2>&1
hide() {
  mkdir -p "$1"
  mount -t tmpfs tmpfs "$1"
  chmod 755 "$1"
}
[ "$folder" = /run ] || hide "$folder"
[ "$folder" = /etc/systemd/network ] && hide /usr/lib/systemd/network
if [ "$mode" = each ]; then
  mkdir -p /run/machine
  for file in /run/questions/*; do
    rm -f "$folder/$name" /tmp/asked.raw
    cp "$file" "$folder/$name"
    echo "@@ $(basename "$file")"
    "$@" 2>&1 </dev/null | grep -a .
  done
  exit
fi
mkdir -p /etc/systemd/resolved.conf.d
printf '[Resolve]\nMulticastDNS=yes\n' >/etc/systemd/resolved.conf.d/asked.conf
cp /run/questions/* "$folder"
# Keys of networks may be in them: what others may read is remarked on.
chown root:systemd-network "$folder"/* 2>/dev/null
chmod 640 "$folder"/*
[ "$folder" = /etc/systemd/network ] || chmod 644 "$folder"/*
"$@" >/tmp/said 2>&1 </dev/null &
program=$!
for _ in $(seq 1500); do
  # Some read the last file first.
  grep -qsaE 'zzzzz\..*EndOfQuestions' /tmp/said && grep -qsaE '00000\..*EndOfQuestions' /tmp/said && break
  kill -0 $program 2>/dev/null || break
  sleep .02
done
kill -KILL $program 2>/dev/null
wait $program 2>/dev/null
cat /tmp/said
