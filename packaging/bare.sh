# shellcheck shell=bash
# A bare Debian system in a folder, and what the packages do in it: for packaging/check-deb.
# Needs root. The system itself is kept as a tarball in the user's cache; the folder is thrown away.
# Each check prints its result and returns 0 when it holds.

# The sources of packages that this host has from Debian, as lines for sources.list.
bare_sources() {
  # shellcheck disable=SC2016 # apt fills these in
  apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 'Origin: Debian' | grep " $1" | sort -u
}

# Unpacks a bare system of the host's own release into FOLDER; makes it first where there is none.
bare_make() {
  local folder=$1 release cache mirror
  release=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
  cache=${XDG_CACHE_HOME:-$HOME/.cache}/groeiplan/bare-$release-$(dpkg --print-architecture).tar.gz
  mkdir -p "$folder"
  if [ ! -s "$cache" ]; then
    mirror=$(bare_sources "$release main" | awk '{print $2; exit}')
    debootstrap --variant=minbase "$release" "$folder" "${mirror:?no Debian mirror in /etc/apt}" \
      >"$folder.log" 2>&1 || {
      tail -n 5 "$folder.log" >&2
      return 1
    }
    bare_sources "$release" >"$folder/etc/apt/sources.list"
    rm -f "$folder"/var/cache/apt/archives/*.deb
    mkdir -p "${cache%/*}"
    tar -c -C "$folder" . | gzip -1 >"$cache.new"
    mv "$cache.new" "$cache"
  else
    tar -x -z -C "$folder" -f "$cache"
  fi
  cp /etc/resolv.conf "$folder/etc/resolv.conf" 2>/dev/null || true
  printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d"
  chmod +x "$folder/usr/sbin/policy-rc.d"
}

# Runs a command in the system of FOLDER, in mounts and processes of its own that end with it:
#   bare_in FOLDER COMMAND ...            with the network, for apt
#   bare_alone FOLDER COMMAND ...         without any network, as the programs must be able to run
# Displays of this host are seen there, as sockets in the file system.
# shellcheck disable=SC2016 # the inner shell fills these in
bare_enter='mount --bind "$0" "$0" && mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" &&
  mkdir -p "$0/tmp/home" "$0/tmp/.X11-unix" &&
  { [ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"; } &&
  exec chroot "$0" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp/home TMPDIR=/tmp \
  LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"'
bare_spaces=(unshare --mount --pid --fork --kill-child --)

bare_in() {
  "${bare_spaces[@]}" sh -c "$bare_enter" "$@" </dev/null
}

bare_alone() {
  unshare --net -- "${bare_spaces[@]}" sh -c "$bare_enter" "$@" </dev/null
}

# Every file of the system but what belongs to apt, dpkg and the linker's cache: they keep their books.
bare_files() {
  (cd "$1" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./sys -o -path ./tmp \
    -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/cache/apt \
    -o -path ./var/cache/debconf -o -path ./var/log -o -path ./var/cache/ldconfig \) -prune \
    -o -print) | LC_ALL=C sort
}

# Installs them with apt: first what they depend on, so that FILE can tell what was there without them.
bare_install() {
  local folder=$1 list=$2 deb needs='' counts=()
  shift 2
  mkdir -p "$folder/tmp/packages"
  cp "$@" "$folder/tmp/packages"
  for deb in "$@"; do
    needs+="${needs:+, }$(dpkg-deb -f "$deb" Depends | sed 's/groeiplan-cli ([^)]*), //')"
  done
  counts+=("$(bare_in "$folder" dpkg-query -W | wc -l)")
  # shellcheck disable=SC2016 # the inner shell fills these in
  bare_in "$folder" sh -c 'apt-get update -q && apt-get satisfy -q -y --no-install-recommends "$0"' \
    "$needs" >"$folder.log" 2>&1 || {
    tail -n 15 "$folder.log" >&2
    printf 'apt does not find what they need\n'
    return 1
  }
  bare_files "$folder" >"$list"
  counts+=("$(bare_in "$folder" dpkg-query -W | wc -l)")
  bare_in "$folder" sh -c 'apt-get install -q -y --no-install-recommends /tmp/packages/*.deb' \
    >"$folder.log" 2>&1 || {
    tail -n 15 "$folder.log" >&2
    printf 'apt does not install them\n'
    return 1
  }
  counts+=("$(bare_in "$folder" dpkg-query -W | wc -l)")
  printf '%s packages on top of %s, and what they need: %s\n' "$((counts[2] - counts[1]))" \
    "${counts[0]}" "$((counts[1] - counts[0]))"
}

# The command line: a new project, an import, a plan, its audit, a report. No network, no terminal.
# shellcheck disable=SC2016 # the inner shell fills these in
bare_command_line() {
  local folder=$1 said
  said=$(bare_alone "$folder" bash -euo pipefail -c '
    groeiplan-cli --version
    cd /tmp/home
    groeiplan-cli new one.groeiplan
    groeiplan-cli export one.groeiplan folder
    groeiplan-cli import two.groeiplan folder
    groeiplan-cli plan two.groeiplan
    groeiplan-cli audit two.groeiplan
    groeiplan-cli report two.groeiplan --kind director --output report
    test -s "$(ls report/*.pdf | head -n 1)"
    LC_ALL=C.UTF-8 LANGUAGE=nl groeiplan-cli --help' 2>"$folder.err") || {
    cat "$folder.err" >&2
    printf 'a command fails\n'
    return 1
  }
  if [ -s "$folder.err" ]; then
    cat "$folder.err" >&2
    printf 'a command warns\n'
    return 1
  fi
  # shellcheck disable=SC2154 # source.sh sets it
  case $said in
    *"$version"*'The plan passes.'*) printf 'new, import, plan, audit and report, without network\n' ;;
    *)
      printf 'the version or the audit is not what it should be\n'
      return 1
      ;;
  esac
}

# The desktop: its window appears on a display of this host, without network, and it says nothing.
bare_desktop() {
  local folder=$1 number server bus program tree='' seen='' i
  mkfifo "$folder.number"
  Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$folder.number" >"$folder.xvfb" 2>&1 &
  server=$!
  read -r number <"$folder.number"
  rm "$folder.number"
  dbus-daemon --session --nofork --address="unix:path=$folder/tmp/bus" >"$folder.bus" 2>&1 &
  bus=$!
  # There is no graphics card and no screen reader; GTK would tell so.
  unshare --net -- "${bare_spaces[@]}" sh -c "$bare_enter" "$folder" env DISPLAY=":$number" \
    DBUS_SESSION_BUS_ADDRESS=unix:path=/tmp/bus GSK_RENDERER=cairo GTK_A11Y=none \
    groeiplan /tmp/home/two.groeiplan </dev/null >"$folder.out" 2>"$folder.err" &
  program=$!
  for i in $(seq 300); do
    kill -0 "$program" 2>/dev/null || break
    tree=$(xwininfo -display ":$number" -root -tree 2>/dev/null || true)
    seen=$(printf '%s\n' "$tree" | grep -o 'Groeiplan": .* [0-9]\{3,\}x[0-9]\{3,\}' | head -n 1 || true)
    [ -z "$seen" ] || break
    sleep 0.2
  done
  sleep 5 # what it says after its window is there counts too
  kill -0 "$program" 2>/dev/null || printf 'it ended by itself\n' >>"$folder.err"
  # Not by a signal that unshare ignores; the program goes with it.
  kill -KILL "$program" "$bus" "$server" 2>/dev/null || true
  wait "$program" "$bus" "$server" 2>/dev/null || true
  rm -f "$folder/tmp/bus"
  if [ -z "$seen" ] || [ -s "$folder.err" ]; then
    cat "$folder.err" >&2
    printf '%s\n' "$tree" | tail -n 20 >&2
    printf 'no window after %s looks, or it warns\n' "$i"
    return 1
  fi
  printf 'window of %s, no warnings, without network\n' "${seen##* }"
}

# What the desktop and the shell find: the type of a project file, its program, settings, completion.
# shellcheck disable=SC2016 # the inner shell fills these in
bare_found() {
  bare_alone "$1" bash -euo pipefail -c '
    fail() { printf "%s\n" "$1"; exit 1; }
    id=nl.groeiplan.Groeiplan
    grep -q ":application/x-groeiplan:[*].groeiplan$" /usr/share/mime/globs2 || fail "no file type"
    grep -q "application/x-groeiplan=$id.desktop" /usr/share/applications/mimeinfo.cache ||
      fail "no program for the file type"
    test -s /usr/share/icons/hicolor/scalable/apps/$id.svg || fail "no icon"
    test -s /usr/share/icons/hicolor/symbolic/apps/$id-symbolic.svg || fail "no symbolic icon"
    grep -q "$id" /usr/share/glib-2.0/schemas/gschemas.compiled || fail "no settings"
    . /usr/share/bash-completion/completions/groeiplan-cli
    COMP_WORDS=(groeiplan-cli import-r) COMP_CWORD=1
    _groeiplan_cli
    [ "${COMPREPLY[*]}" = import-register ] || fail "completion says ${COMPREPLY[*]}"
    printf "file type, program, icons, settings and completion are there\n"'
}

bare_verify() {
  local changed
  changed=$(bare_in "$1" dpkg -V groeiplan groeiplan-cli)
  if [ -n "$changed" ]; then
    printf '%s\n' "$changed" >&2
    printf 'files were changed\n'
    return 1
  fi
  printf 'every file is as it was packed\n'
}

# Takes them away: what is there then is what FILE lists, what they need without them.
bare_purge() {
  local folder=$1 list=$2 changed
  bare_in "$folder" apt-get purge -q -y groeiplan groeiplan-cli >"$folder.log" 2>&1 || {
    tail -n 15 "$folder.log" >&2
    printf 'apt does not take them away\n'
    return 1
  }
  bare_files "$folder" >"$folder.after"
  changed=$(diff "$list" "$folder.after" | grep '^[<>]' || true)
  if [ -n "$changed" ]; then
    printf '%s\n' "$changed" >&2
    printf '%s files are left or missing\n' "$(printf '%s\n' "$changed" | wc -l)"
    return 1
  fi
  printf 'nothing is left: the same %s files as without them\n' "$(wc -l <"$list")"
}
