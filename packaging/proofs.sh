# shellcheck shell=bash
# What packaging/check-deb proves of the tarball and the packages, but for the bare system: one function a
# row of its table, which prints the result last and fails when it does not hold. They share the folder
# $work: dist/ has the tarball, first/ the packages, files/ what is in them.
# shellcheck disable=SC2154 # packaging/check-deb sets $work and $given, source.sh $source_name

# With the same files: the same bytes, whatever the user's mask, time zone and language.
same_source() {
  local first second
  first=$(packaging_dist 022 UTC C.UTF-8 "$work/dist")
  second=$(packaging_dist 077 Pacific/Chatham C "$work/dist-again")
  cmp "$first" "$second"
  tar -x -C "$work" -f "$first"
  second=$(cd / && "$work/$source_name/packaging/dist" "$work/dist-unpacked")
  cmp "$first" "$second"
  printf '%s, %s bytes; packed again, and from its own files, the same\n' "$source_name.tar.xz" \
    "$(stat -c %s "$first")"
}

packaging_dist() {
  (umask "$1" && TZ=$2 LC_ALL=$3 "$root/packaging/dist" "$4")
}

# The tarball alone, without git: configured, built, and its command line takes the tour.
source_builds() {
  local tree=$work/$source_name
  cmake -S "$tree" -B "$tree/build/dist" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DGROEIPLAN_DESKTOP=OFF -DGROEIPLAN_TESTS=OFF </dev/null >"$work/tarball.log" 2>&1
  nice cmake --build "$tree/build/dist" </dev/null >>"$work/tarball.log" 2>&1 || {
    tail "$work/tarball.log" >&2
    printf 'it does not build\n'
    return 1
  }
  GROEIPLAN_CLI=$tree/build/dist/bin/groeiplan-cli GROEIPLAN_DATA_DIR=$tree/data LC_ALL=C.UTF-8 \
    python3 -B "$tree/tests/cli/test_tour.py" >&2
  printf 'configures, builds, and its groeiplan-cli takes the tour of the README\n'
}

# Two builds that differ in what must not matter. The packages of the first are used from here on.
first_build() {
  mkdir -p "$work/first"
  if [ -n "$given" ]; then
    cp "$given"/*groeiplan* "$given/build.log" "$work/first"
  else
    (umask 022 && build_packages "$work/first" -J"$(nproc)")
  fi
  printf '%s packages%s\n' "$(find "$work/first" -name '*.deb' | wc -l)" "${given:+ from $given}"
}

second_build() {
  local folder="$work/a longer way/to another folder" file
  folder=${folder// /-}
  mkdir -p "$folder"
  (
    umask 077
    export TZ=Pacific/Chatham LC_ALL=C LANG=C HOME=/nonexistent USER=somebody
    build_packages "$folder" -J1
  )
  for file in "$work"/first/*.deb "$work"/first/*.dsc "$work"/first/*.tar.*; do
    cmp "$file" "$folder/${file##*/}" || {
      diffoscope --max-report-size 4000 "$file" "$folder/${file##*/}" >&2 || true
      printf '%s differs\n' "${file##*/}"
      return 1
    }
  done
  printf 'other folder, mask, time zone, language, user, tasks: the same bytes in %s files\n' \
    "$(find "$work/first" \( -name '*.deb' -o -name '*.dsc' -o -name '*.tar.*' \) | wc -l)"
}

reads_lintian() {
  lintian --allow-root --fail-on error,warning "$work"/first/*.changes >&2 || {
    printf 'errors or warnings\n'
    return 1
  }
  printf 'no errors, no warnings\n'
}

protected() {
  local head load dynamic symbols
  head=$(readelf --file-header "$1")
  load=$(readelf --wide --program-headers "$1")
  dynamic=$(readelf --dynamic "$1")
  symbols=$(readelf --wide --dyn-syms "$1")
  [[ $head == *'DYN (Position-Independent Executable'* ]] && [[ $load == *GNU_RELRO* ]] &&
    grep -q 'GNU_STACK.* RW ' <<<"$load" && [[ $dynamic == *BIND_NOW* ]] &&
    [[ $symbols == *__stack_chk_fail@* ]] && grep -q ' __[a-z]*_chk@' <<<"$symbols"
}

# What the compiler was told, in every line of the log, and what is in the programs.
hardened() {
  local program symbols
  blhc --all --debian "$work/first/build.log" >&2 || {
    printf 'flags are missing in the log of the build\n'
    return 1
  }
  for program in "$work"/files/usr/bin/*; do
    protected "$program" || {
      printf '%s lacks a protection\n' "${program##*/}"
      return 1
    }
  done
  printf 'PIE, RELRO, BIND_NOW, no executable stack, stack protector, fortified: 2 programs\n'
}

# The folder in which it was built is nowhere in the packages.
no_paths() {
  local deb
  for deb in "$work"/first/*.deb; do
    dpkg-deb -x "$deb" "$work/files"
  done
  if grep -rlF "$work" "$work/files" >&2 || grep -rlF "/$source_name/" "$work/files/usr/bin" >&2; then
    printf 'a file has the path of the build\n'
    return 1
  fi
  printf 'no path of the build in %s files\n' "$(find "$work/files" -type f | wc -l)"
}

bare() {
  if [ "$(id -u)" -ne 0 ]; then
    printf 'not run: needs root\n'
  elif ! unshare --mount --pid --net --fork true 2>/dev/null; then
    printf 'not run: needs mounts of its own\n'
  elif ! bare_make "$work/bare" || [ ! -x "$work/bare/usr/bin/apt-get" ]; then
    printf 'not run: no bare system: debootstrap cannot fetch it\n'
  else
    touch "$work/bare-made"
    printf 'Debian %s, %s packages\n' "$(cat "$work/bare/etc/debian_version")" \
      "$(bare_in "$work/bare" dpkg-query -W | wc -l)"
  fi
}

# What needs the bare system, which an earlier check could not make.
in_bare() {
  if [ ! -e "$work/bare-made" ]; then
    printf 'not run: no bare system\n'
  else
    "$@"
  fi
}

packages() {
  find "$work/first" -name '*.deb' ! -name '*-dbgsym_*'
}
