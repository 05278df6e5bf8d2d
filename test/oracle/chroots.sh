#!/bin/sh
# Builds what the oracle asks beside the machine's own systemd: Debian chroots with other systemd versions, and the
# manual pages of every version; in each chroot Neovim and Helix, for the tests of editors, and Podman's Quadlet. Idempotent;
# needs root and Debian's archive, whose address and keyring are taken from the machine's own apt sources.
#
#   test/oracle/chroots.sh [SUITE...]      default: those of server/facts/releases.tsv whose systemd is not the machine's own
#
# Result: $SYSTEMD_UNITS_CHROOTS (default /var/cache/systemd-units)/SUITE, …/man/VERSION/man?/*.gz and …/daemons/VERSION, the
# daemons that a root folder does not have, to be laid over it.
set -eu
export DEBIAN_FRONTEND=noninteractive

root=${SYSTEMD_UNITS_CHROOTS:-/var/cache/systemd-units}
packages="systemd udev systemd-container systemd-oomd systemd-resolved systemd-timesyncd libpam-systemd
systemd-homed systemd-journal-remote systemd-coredump systemd-repart"
daemons="udev systemd-oomd systemd-resolved systemd-timesyncd systemd-homed systemd-journal-remote systemd-coredump
systemd-container systemd-repart"

fail() { echo "chroots.sh: $*" >&2; exit 1; }

# An archive that is just being renewed, or a network that stumbles, is asked again.
persist() { # COMMAND...
  for pause in 5 20 60; do
    "$@" && return 0
    echo "chroots.sh: failed, once more in $pause s: $*" >&2
    sleep "$pause"
  done
  "$@"
}

[ "$(id -u)" = 0 ] || fail "debootstrap and chroot need root; run this as root, or do without the other versions."
command -v debootstrap >/dev/null || apt-get install -y debootstrap >&2 || fail "debootstrap is missing and could not be installed."

# The first plain Debian archive apt itself uses: its index files name the site whether the source is a one-line or a deb822 one.
find_mirror() {
  apt-get indextargets --format '$(SITE) $(REPO_URI) $(ORIGIN) $(CODENAME)' 2>/dev/null |
    awk '$3 == "Debian" && $2 !~ /security/ { sub("/$", "", $2); print $2; exit }'
}
mirror=$(find_mirror)
[ -n "$mirror" ] || { apt-get update -qq >&2 || true; mirror=$(find_mirror); }
[ -n "$mirror" ] || fail "no Debian archive among the machine's apt sources; add one, then run again."

build() { # SUITE
  [ -e "$root/$1/.complete" ] && return 0
  echo "chroots.sh: building $root/$1" >&2
  umount "$root/$1/proc" "$root/$1/sys/fs/cgroup" 2>/dev/null || true
  mkdir -p "$root"
  persist bootstrap "$1" || fail "debootstrap ${1%-backports} failed; see $root/$1.log"
  [ "${1%-backports}" = "$1" ] || backports "$1"
  touch "$root/$1/.complete"
}

bootstrap() { # SUITE
  rm -rf --one-file-system "${root:?}/$1"
  debootstrap --variant=minbase --include=systemd "${1%-backports}" "$root/$1" "$mirror" >"$root/$1.log" 2>&1
}

# Backports come on top of the release they are for, and only when asked for.
backports() { # SUITE
  printf 'deb %s %s main\n' "$mirror" "$1" >"$root/$1/etc/apt/sources.list.d/backports.list"
  printf 'APT::Default-Release "%s";\n' "$1" >"$root/$1/etc/apt/apt.conf.d/backports"
  install_into "$1" systemd >>"$root/$1.log" 2>&1 || fail "systemd of $1 could not be installed; see $root/$1.log"
}

install_into() { # SUITE PACKAGE
  persist chroot "$root/$1" sh -c 'apt-get update -qq; apt-get install -qy --no-install-recommends "$1"' - "$2"
}

# Without /proc systemd cannot start; without control groups it refuses units that need a controller.
mount_kernel() { # SUITE
  mountpoint -q "$root/$1/proc" || mount -t proc proc "$root/$1/proc" || fail "cannot mount $root/$1/proc"
  mkdir -p "$root/$1/sys/fs/cgroup"
  mountpoint -q "$root/$1/sys/fs/cgroup" || mount -t cgroup2 -o ro cgroup2 "$root/$1/sys/fs/cgroup" ||
    fail "cannot mount $root/$1/sys/fs/cgroup"
}

# The version a systemd of that root prints, as a plain number.
version_of() { "$@" systemctl --version | sed -n '1s/^systemd \([0-9]*\).*/\1/p'; }

# Fetch the packages with the apt of that root ("" = the machine itself) and keep their manual pages only.
manual() { # VERSION ROOT
  # What was fetched for a shorter list of packages is fetched again.
  [ "$(cat "$root/man/$1/.complete" 2>/dev/null)" = "$packages" ] && return 0
  echo "chroots.sh: manual pages of systemd $1" >&2
  work=$(mktemp -d "${2:-/}/var/tmp/systemd-units.XXXXXX")
  chmod 755 "$work"
  inside=${work#"$2"}
  enter=${2:+chroot $2}
  $enter apt-get update -qq >/dev/null 2>&1 || true
  for package in $packages; do
    $enter sh -c 'cd "$1" && apt-get download -q -o APT::Sandbox::User=root "$2" >/dev/null 2>&1' - "$inside" "$package" ||
      echo "chroots.sh: no package $package for systemd $1" >&2
  done
  rm -rf "$root/man/$1"
  mkdir -p "$root/man/$1"
  for deb in "$work"/*.deb; do
    [ -e "$deb" ] || fail "could not download any package of systemd $1"
    dpkg-deb -x "$deb" "$work/x"
  done
  cp -r "$work/x/usr/share/man/." "$root/man/$1/"
  rm -rf "$work"
  echo "$packages" >"$root/man/$1/.complete"
}

# The daemons with what they need, unpacked but not installed: a root stays small, and the machine's own stays as it is.
daemons() { # VERSION ROOT
  [ "$(cat "$root/daemons/$1/.complete" 2>/dev/null)" = "$daemons" ] && return 0
  echo "chroots.sh: daemons of systemd $1" >&2
  work=$(mktemp -d "${2:-/}/var/tmp/systemd-units.XXXXXX")
  chmod 755 "$work"
  enter=${2:+chroot $2}
  # Which packages are in a suite differs; apt is asked for those it has.
  # shellcheck disable=SC2086 # one word a package
  have=$($enter apt-cache pkgnames | grep -xE "$(echo $daemons | tr ' ' '|')")
  # shellcheck disable=SC2086
  needed=$($enter apt-get install -qq --print-uris --no-install-recommends $have | sed -n "s/^'[^']*' \([^_]*\)_.*/\1/p")
  # shellcheck disable=SC2086
  persist $enter sh -c 'cd "$1" && shift && apt-get download -q -o APT::Sandbox::User=root "$@" >/dev/null' - "${work#"$2"}" $needed ||
    fail "the daemons of systemd $1 could not be downloaded"
  for deb in "$work"/*.deb; do dpkg-deb -x "$deb" "$work/x"; done
  rm -rf "$work/x/usr/share/doc" "$work/x/usr/share/locale" "$work/x/usr/share/man"
  # These are links in a root; a folder in a layer above would hide everything below them.
  for folder in bin sbin lib lib64; do
    [ -d "$work/x/$folder" ] || continue
    mkdir -p "$work/x/usr/$folder"
    cp -a "$work/x/$folder/." "$work/x/usr/$folder/"
    rm -rf "${work:?}/x/$folder"
  done
  mkdir -p "$root/daemons"
  rm -rf "$root/daemons/$1"
  mv "$work/x" "$root/daemons/$1"
  rm -rf "$work"
  echo "$daemons" >"$root/daemons/$1/.complete"
}

# A Neovim of another age than the machine's; the tests of editors run it from there, with the loader of that root.
editor() { # SUITE
  [ -e "$root/$1/usr/bin/nvim" ] && return 0
  echo "chroots.sh: Neovim of $1" >&2
  install_into "$1" neovim >"$root/$1-neovim.log" 2>&1 || fail "Neovim could not be installed; see $root/$1-neovim.log"
}

# Helix has units among its languages since 25.07; a newer Debian has it.
helix() { # SUITE
  [ ! -e "$root/$1/usr/bin/hx" ] || return 0
  chroot "$root/$1" apt-cache show hx >/dev/null 2>&1 || return 0
  install_into "$1" hx >"$root/$1-helix.log" 2>&1 || fail "Helix could not be installed; see $root/$1-helix.log"
}

# Podman's generator alone (Quadlet needs nothing else to be asked) and the page that describes it.
quadlet() { # SUITE
  [ -e "$root/$1/usr/libexec/podman/quadlet" ] && return 0
  echo "chroots.sh: Quadlet of $1" >&2
  work=$(mktemp -d "$root/$1/var/tmp/systemd-units.XXXXXX")
  persist chroot "$root/$1" sh -c 'apt-get update -qq; cd "$1" && apt-get download -q -o APT::Sandbox::User=root podman' - "${work#"$root/$1"}" \
    >"$root/$1-quadlet.log" 2>&1 || fail "Podman could not be downloaded; see $root/$1-quadlet.log"
  dpkg-deb -x "$work"/podman_*.deb "$work/x"
  mkdir -p "$root/$1/usr/libexec/podman"
  cp "$work/x/usr/libexec/podman/quadlet" "$root/$1/usr/libexec/podman/"
  version=$(chroot "$root/$1" /usr/libexec/podman/quadlet -version | sed 's/^\([0-9]*\.[0-9]*\).*/\1/')
  mkdir -p "$root/man-podman/$version/man5"
  cp "$work/x/usr/share/man/man5/quadlet.5.gz" "$root/man-podman/$version/man5/podman-systemd.unit.5.gz"
  rm -rf "$work"
}

# Podman itself with the libraries and helpers it begins with, unpacked beside the root's own programs: `podman create` says
# what it takes of its options.
podman() { # SUITE
  [ -e "$root/$1/opt/podman/.complete" ] && return 0
  echo "chroots.sh: Podman of $1" >&2
  work=$(mktemp -d "$root/$1/var/tmp/systemd-units.XXXXXX")
  persist chroot "$root/$1" sh -c 'apt-get update -qq
    needed=$(apt-get install -qq --print-uris --no-install-recommends podman crun |
      sed -n "s/^'"'"'[^'"'"']*'"'"' \([^_]*\)_.*/\1/p" | grep -E "^(podman|conmon|crun|netavark|lib.*)$")
    cd "$1" && apt-get download -q -o APT::Sandbox::User=root $needed' - "${work#"$root/$1"}" \
    >"$root/$1-podman.log" 2>&1 || fail "Podman could not be downloaded; see $root/$1-podman.log"
  for deb in "$work"/*.deb; do dpkg-deb -x "$deb" "$work/x"; done
  rm -rf "$work/x/usr/share" "$work/x/etc" "${root:?}/$1/opt/podman"
  mkdir -p "$root/$1/opt"
  mv "$work/x" "$root/$1/opt/podman"
  touch "$root/$1/opt/podman/.complete"
  rm -rf "$work"
}

if [ $# -eq 0 ]; then
  own=$(version_of env 2>/dev/null || true)
  # shellcheck disable=SC2046 # one word a suite
  set -- $(awk -v own="$own" 'NR > 1 && $1 != own { print $2 }' "$(dirname "$0")/../../server/facts/releases.tsv")
fi
for suite in "$@"; do
  build "$suite"
  mount_kernel "$suite"
  # Its Neovim is that of the release; the one of bullseye has no client for language servers.
  case $suite in *-backports | bullseye) ;; *) editor "$suite"; helix "$suite" ;; esac
  # Debian 12 and what is older have Podman 4.3, which came before Quadlet.
  case $suite in *-backports|bookworm|bullseye) ;; *) quadlet "$suite"; podman "$suite" ;; esac
  manual "$(version_of chroot "$root/$suite")" "$root/$suite"
  daemons "$(version_of chroot "$root/$suite")" "$root/$suite"
done
if command -v systemctl >/dev/null; then
  manual "$(version_of env)" ""
  daemons "$(version_of env)" ""
fi
