#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The includes test must find fault: a small tree that is right passes, and one with a planted fault
# of each kind does not.
#
#   tests/lint/includes-planted.sh INCLUDES.SH
set -eu

lint=$1
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

fresh () {
  rm -rf "$tree/src" "$tree/include"
  mkdir -p "$tree/include/groeiplan" "$tree/src/store" "$tree/src/model" "$tree/src/planner"
  mkdir -p "$tree/src/app" "$tree/src/exchange" "$tree/src/audit" "$tree/src/cli"
  echo '#include <glib.h>' > "$tree/include/groeiplan/gp-project.h"
  echo '#include <groeiplan/gp-project.h>' > "$tree/include/groeiplan/gp-store.h"
  printf '#include "own.h"\n#include <groeiplan/gp-store.h>\n#include <sqlite3.h>\n' > "$tree/src/store/a.c"
  echo '#include <glib.h>' > "$tree/src/store/own.h"
  echo '#include <groeiplan/gp-project.h>' > "$tree/src/model/a.c"
  printf '#include <glpk.h>\n' > "$tree/src/planner/a.c"
  printf '#include <gtk/gtk.h>\n#include <groeiplan/gp-planner.h>\n' > "$tree/src/app/a.c"
  printf '#include <groeiplan/gp-store.h>\n' > "$tree/src/exchange/a.c"
  printf '#include "exchange/gp-csv-writer.h"\n' > "$tree/src/cli/a.c"
}

# planted FILE LINE: the fault alone makes the test fail.
planted () {
  fresh
  printf '%s\n' "$2" >> "$tree/$1"
  if "$lint" "$tree" > "$tree/said"; then
    echo "not found: $1 with $2"
    failed=1
  fi
}

fresh
"$lint" "$tree" || { echo "a tree without fault is refused"; failed=1; }

planted src/model/a.c '#include <groeiplan/gp-store.h>'
planted src/store/a.c '#include <groeiplan/gp-exchange.h>'
planted src/planner/a.c '  #  include <groeiplan/gp-audit.h>'
planted src/audit/a.c '#include <groeiplan/gp-planner.h>'
planted src/exchange/a.c '#include <groeiplan/gp-planner.h>'
planted src/cli/a.c '#include <gtk/gtk.h>'
planted src/cli/a.c '#include <adwaita.h>'
planted src/cli/a.c '#include <sqlite3.h>'
planted src/planner/b.c '#include <glpk.h>'
planted src/app/b.c '#include <glpk.h>'
planted src/app/b.c '#include <xlsxwriter.h>'
planted src/planner/b.c '#include <gmp.h>'
planted src/app/b.c '#include "../store/own.h"'
planted src/app/b.c '#include "own.h"'
planted src/app/b.c '#include "exchange/gp-csv-private.h"'
planted src/audit/b.c '#include "planner/gp-cell.h"'
planted src/audit/b.c '#include "elsewhere/gp-cell.h"'
planted src/app/b.c '#include <groeiplan/gp-none.h>'
planted include/groeiplan/gp-project.h '#include <groeiplan/gp-store.h>'
planted include/groeiplan/gp-store.h '#include "gp-project.h"'
planted include/groeiplan/gp-new.h '#include <glib.h>'
planted src/newroom.c '#include <glib.h>'
rm -rf "$tree/src" "$tree/include"
mkdir -p "$tree/src" "$tree/include"
if "$lint" "$tree" > /dev/null; then
  echo "an empty tree is taken"
  failed=1
fi
[ $failed = 0 ] && echo "every planted fault was found"
exit $failed
