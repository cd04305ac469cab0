# shellcheck shell=bash
# Building the Debian packages: what packaging/deb and packaging/check-deb share.
# To be sourced after packaging/common.sh and packaging/source.sh.

# Debian's changelog: its version is the project's, its date that of the source.
# shellcheck disable=SC2154 # source.sh sets it
write_changelog() {
  local date
  date=$(LC_ALL=C date -u -R -d "@$1")
  sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$date/" "$root/packaging/debian/changelog.in" |
    name_maintainer
}

# Who stands for the packages: a group with an address that somebody reads (Debian Policy 3.3). Whoever
# publishes them gives both, by the variables that Debian's own tools take; the source names no one.
name_maintainer() {
  local name=${DEBFULLNAME:-} email=${DEBEMAIL:-}
  name=$(escaped "${name:-The Groeiplan authors}")
  email=$(escaped "${email:-groeiplan@example.org}")
  sed -e "s/The Groeiplan authors <groeiplan@example.org>/$name <$email>/"
}

escaped() {
  printf '%s' "$1" | tr -d '\n<>' | sed -e 's/[\\/&]/\\&/g'
}

# Builds source and binary packages below FOLDER, which is empty: they lie in it when done, with the log
# of the build. The source is the tarball of packaging/dist.
build_packages() {
  local folder=$1 tree epoch
  shift
  tree=$folder/$source_name
  epoch=$(source_epoch)
  pack_source "$folder/groeiplan_$version.orig.tar.xz"
  tar -x -C "$folder" -f "$folder/groeiplan_$version.orig.tar.xz"
  cp -r "$tree/packaging/debian" "$tree/debian"
  rm "$tree/debian/changelog.in"
  write_changelog "$epoch" >"$tree/debian/changelog"
  name_maintainer <"$root/packaging/debian/control" >"$tree/debian/control"
  # The user's mask must not come along; nor a compiler cache's own way of writing paths.
  chmod -R u=rwX,go=rX "$tree/debian"
  find "$tree/debian" -exec touch -d "@$epoch" {} +
  (
    unset CCACHE_BASEDIR
    cd "$tree" && SOURCE_DATE_EPOCH=$epoch nice dpkg-buildpackage -us -uc -F "$@"
  ) \
    </dev/null >"$folder/build.log" 2>&1 || {
    tail -n 40 "$folder/build.log" >&2
    printf 'The build failed. Its log: %s\n' "$folder/build.log" >&2
    return 1
  }
  rm -rf "$tree"
}
