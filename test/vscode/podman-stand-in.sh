#!/bin/sh
# Gives a systemd of tests Podman's own generator, from a root that test/oracle/chroots.sh has built, and a podman that runs no
# container: it says that it is ready and waits, as the process of one would.
#
#   test/vscode/podman-stand-in.sh ROOT
set -eu
root=$1
libraries=$(find "$root/lib" "$root/usr/lib" -maxdepth 1 -name '*-linux-gnu' | tr '\n' ':')
loader=$(find "$root/lib64/" "$root/lib/" -maxdepth 1 -name 'ld-linux*' | head -n 1)
mkdir -p /usr/lib/systemd/system-generators
cat >/usr/lib/systemd/system-generators/podman-system-generator <<END
#!/bin/sh
exec $loader --library-path $libraries $root/usr/libexec/podman/quadlet "\$@"
END
cat >/usr/bin/podman <<'END'
#!/bin/sh
case "$1" in
  --version) echo "podman version 5.8.6" ;;
  run) echo "server listens on port 80"; systemd-notify --ready; exec sleep 1000 ;;
  logs) echo "server listens on port 80" ;;
esac
END
chmod 755 /usr/lib/systemd/system-generators/podman-system-generator /usr/bin/podman
