# shellcheck shell=bash
# The version, the time and the files of the source: what packaging/dist, deb and check-deb share.
# To be sourced after packaging/common.sh.

# shellcheck disable=SC2154 # common.sh sets it
version=$(sed -n 's/^project (groeiplan VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
source_name=groeiplan-$version
# What a package of the source is made of; for the scripts that source this file.
export source_name

# Whether $root is a clone, and not merely a folder somewhere in another one.
is_clone() {
  [ "$(git -C "$root" rev-parse --show-toplevel 2>/dev/null || true)" = "$root" ]
}

# The time that all files of a source or package get: of the commit, or of the newest file where there
# is no git (an unpacked tarball keeps there the time of its commit).
source_epoch() {
  if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
    printf '%s\n' "$SOURCE_DATE_EPOCH"
  elif is_clone; then
    git -C "$root" log -1 --format=%ct
  else
    find "$root" -path "$root/build" -prune -o -path "$root/out" -prune -o -type f -printf '%Ts\n' |
      sort -n | tail -n 1
  fi
}

# Puts the files of the source into FOLDER: those of the last commit; without git all that are not built.
copy_source() {
  mkdir -p "$1"
  if is_clone; then
    if [ -n "$(git -C "$root" status --porcelain --untracked-files=no)" ]; then
      printf 'warning: changes that are not committed are left out.\n' >&2
    fi
    git -C "$root" archive --format=tar HEAD | tar -x -C "$1"
  else
    tar -c -C "$root" --exclude=./build --exclude=./out --exclude='*.groeiplan' \
      --exclude=__pycache__ . | tar -x -C "$1"
  fi
}

# Packs the source as FILE: the same files give the same bytes, whoever packs them, when and where.
pack_source() {
  local file=$1 epoch work
  epoch=$(source_epoch)
  work=$(mktemp -d)
  copy_source "$work/$source_name"
  LC_ALL=C tar -c -C "$work" --sort=name --format=gnu --mtime="@$epoch" \
    --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX "$source_name" |
    xz -T1 -9 >"$work/packed"
  rm -rf "${work:?}/$source_name"
  install -m 644 "$work/packed" "$file"
  rm -rf "$work"
}
