#!/bin/bash
# Puts lines of another boot into the journal of a systemd sandbox: a journald of its own, which believes in that boot,
# writes them, and its file is laid beside the machine's. Where it runs as a service, they are that service's.
#
#   unshare --mount --propagation=private other-boot.sh BOOT-ID [ENTRIES]
#
# ENTRIES is a folder with a file for logger --journald for each line that boot has to say besides, in the order of their names.
set -eu
own=/run/other-boot
folder=/var/log/journal/$(cat /etc/machine-id)
rm -rf $own
mkdir -p $own/{run,log,volatile,real}
echo "$1" >$own/id
mount --bind /var/log/journal $own/real
mount --bind $own/id /proc/sys/kernel/random/boot_id
mount --bind $own/run /run/systemd/journal
mount --bind $own/log /var/log/journal
mount --bind $own/volatile /run/log/journal
mkdir -p "$folder"
/lib/systemd/systemd-journald &
journald=$!
until [ -S /run/systemd/journal/stdout ]; do sleep 0.1; done
journalctl --flush
# While it lives its unit is known, which is looked up when the line is stored.
if [ -n "${2:-}" ]; then for entry in "$2"/*; do logger --journald="$entry"; done; fi
systemd-cat -t sh sh -c 'echo "of another boot"; journalctl --sync'
kill $journald
wait $journald || :
cp "$folder/system.journal" "$own/real/${folder##*/}/system@other-boot.journal"
