# shellcheck shell=bash
# What packaging/run and packaging/test share: where we are, and getting the packages and the build.
# To be sourced after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# Programs that ask for a locale or a terminal get one that exists on every Debian.
export LANG="${LANG:-C.UTF-8}"
export TERM="${TERM:-dumb}"

say() {
  printf '== %s\n' "$*"
}

# The packages of the named groups of packaging/dependencies.
packages_of() {
  local group
  for group in "$@"; do
    sed -n "/^\[$group\]/,/^\[/{/^[a-z0-9]/p}" "$root/packaging/dependencies"
  done
}

# Those of the named packages that are not installed.
missing_packages() {
  local package
  for package in "$@"; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) in
      installed) ;;
      *) printf '%s\n' "$package" ;;
    esac
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo -n -- "$@" || {
      printf 'sudo failed, or asks for a password: run this script as root, or "sudo -v" first.\n' >&2
      return 1
    }
  else
    printf 'Needs root for: %s\nRun it as root, or install sudo.\n' "$*" >&2
    return 1
  fi
}

# Installs what the named groups lack. Asks nothing; without anything missing it never calls apt.
install_packages() {
  local wanted missing
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  if [ "${#missing[@]}" -eq 0 ]; then
    say "All ${#wanted[@]} Debian packages are there"
    return
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q \
    -o DPkg::Lock::Timeout=300 </dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "${missing[@]}" </dev/null
}

# Configures and builds a preset into build/PRESET; further arguments go to the configuration.
build_preset() {
  local preset=$1
  shift
  say "Building into build/$preset"
  (cd "$root" && cmake --preset "$preset" "$@" </dev/null >"$root/build/$preset.log" 2>&1) || {
    cat "$root/build/$preset.log" >&2
    return 1
  }
  cmake --build "$root/build/$preset" </dev/null
}
