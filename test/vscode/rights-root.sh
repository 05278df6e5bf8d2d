#!/bin/bash
# Builds the root folder for the tests of rights and of other machines: a Debian with all ways to root that systemd Units
# knows (sudo, run0, pkexec, polkit), an ssh server, and a user for whom they are open. Idempotent; needs root and the
# trixie of test/oracle/chroots.sh, which it copies.
#
#   test/vscode/rights-root.sh
#
# Result: $SYSTEMD_UNITS_CHROOTS (default /var/cache/systemd-units)/rights
set -euo pipefail

chroots=${SYSTEMD_UNITS_CHROOTS:-/var/cache/systemd-units}
base=$chroots/trixie
root=$chroots/rights
done=$root/.built
[ ! -e "$done" ] || exit 0
[ -e "$base/.complete" ] || { echo "rights-root.sh: no $base; run test/oracle/chroots.sh first" >&2; exit 1; }

echo "rights-root.sh: building $root" >&2
rm -rf --one-file-system "$root"
mkdir "$root"
# Without what is mounted there, and without the mark by which the oracle knows its own roots.
tar --create --one-file-system --exclude=./.complete --directory="$base" . | tar --extract --directory="$root"

# Nothing is started while packages are installed into a folder.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
install() {
  chroot "$root" env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" >>"$root.log" 2>&1 ||
    { echo "rights-root.sh: apt-get $1 failed; see $root.log" >&2; exit 1; }
}
: >"$root.log"
install update
install install --no-install-recommends dbus polkitd pkexec sudo openssh-server

chroot "$root" useradd --create-home --uid 1000 --shell /bin/bash tester
echo 'tester ALL=(root) NOPASSWD: ALL' >"$root/etc/sudoers.d/tester"
# What pkexec and run0 ask is granted, and what the manager asks for one unit; all other units are refused.
cat >"$root/etc/polkit-1/rules.d/49-tester.rules" <<'RULES'
polkit.addRule(function (action, subject) {
  if (subject.user !== "tester") return undefined;
  if (action.id === "org.freedesktop.policykit.exec") return polkit.Result.YES;
  if (action.id !== "org.freedesktop.systemd1.manage-units") return undefined;
  return /^(run-.*|consented\.service)$/.test(action.lookup("unit")) ? polkit.Result.YES : polkit.Result.NO;
});
RULES

# The user reaches root of "another host" by a key.
home=$root/home/tester
mkdir -p "$home/.ssh" "$root/root/.ssh"
chroot "$root" ssh-keygen -q -t ed25519 -N "" -f /home/tester/.ssh/id_ed25519
cp "$home/.ssh/id_ed25519.pub" "$root/root/.ssh/authorized_keys"
printf 'StrictHostKeyChecking accept-new\n' >"$home/.ssh/config"
chown -R 1000:1000 "$home/.ssh"
chmod 700 "$home/.ssh" "$root/root/.ssh"
touch "$done"
