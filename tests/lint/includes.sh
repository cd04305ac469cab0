#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who may include whom: reads the #include lines of src/ and include/ under the folder given, and
# fails on any that the house does not allow. Prints one line per fault.
#
#   tests/lint/includes.sh FOLDER
set -eu

root=${1:?usage: includes.sh FOLDER}
cd "$root"

# Every #include as "file<TAB>kind<TAB>name", kind being < or ".
find src include -type f \( -name '*.c' -o -name '*.h' \) | LC_ALL=C sort \
  | while read -r file; do
      sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*\([<"]\)\([^>"]*\)[>"].*/\1\t\2/p' \
        "$file" | while IFS='	' read -r kind name; do
          room=$(printf '%s\n' "$file" | cut -d / -f 1-2)
          here=no
          for place in "$room/$name" "$room"/*/"$name"; do
            [ -e "$place" ] && here=yes
          done
          printf '%s\t%s\t%s\t%s\n' "$file" "$kind" "$name" "$here"
        done
    done | awk -F '\t' '
  BEGIN {
    # which rooms a room knows, itself included
    knows["model"] = "model"
    knows["store"] = "store model"
    knows["exchange"] = "exchange model store"
    knows["planner"] = "planner model"
    knows["audit"] = "audit model exchange"
    knows["finance"] = "finance model"
    knows["chart"] = "chart model"
    knows["futures"] = "futures model planner"
    knows["report"] = "report model finance chart"
    knows["cli"] = "cli model store exchange planner audit futures finance chart report"
    knows["app"] = "app model store exchange planner audit futures finance chart report"

    # whose header it is
    split("coaching error decimal figures year format leftovers load parameter project published source table uncertain plan variant", names, " ")
    for (i in names) owner["groeiplan/gp-" names[i] ".h"] = "model"
    owner["groeiplan/gp-register.h"] = "exchange"
    owner["groeiplan/gp-backups.h"] = "store"
    owner["groeiplan/gp-forget.h"] = "store"
    split("compare prices repairs stability", planners, " ")
    for (i in planners) owner["groeiplan/gp-" planners[i] ".h"] = "planner"
    split("bars copy lines", charts, " ")
    for (i in charts) owner["groeiplan/gp-chart-" charts[i] ".h"] = "chart"
    split("store exchange planner audit futures finance chart report", names, " ")
    for (i in names) owner["groeiplan/gp-" names[i] ".h"] = names[i]

    # libraries that one room alone may touch
    only["glpk.h"] = "planner"
    only["sqlite3.h"] = "store"
    only["xlsxwriter.h"] = "report"
    only["gmp.h"] = "audit"
    only["gtk/"] = "app"
    only["gdk/"] = "app"
    only["gsk/"] = "app"
    only["adwaita.h"] = "app"
  }

  function fault(what) {
    print $1 ": includes " $3 ": " what
    n_faults++
  }

  function allowed(room, other) {
    return index(" " knows[room] " ", " " other " ") > 0
  }

  {
    if ($1 ~ /^include\/groeiplan\//) {
      room = owner[substr($1, 9)]
      if (room == "") { fault("this header has no owner; name it in tests/lint/includes.sh"); next }
      if ($2 == "\"") { fault("a public header includes others as <groeiplan/...>"); next }
    } else {
      split($1, part, "/")
      room = part[2]
      if (!(room in knows)) { fault("src/" room " is no room; name it in tests/lint/includes.sh"); next }
    }
    for (name in only)
      if (index($3, name) == 1 && room != only[name])
        fault("only src/" only[name] " may")
    if ($3 == "glpk.h" && glpk_file != "" && glpk_file != $1)
      fault("only one file may, and " glpk_file " does")
    if ($3 == "glpk.h") glpk_file = $1
    if ($3 ~ /^groeiplan\//) {
      if (!($3 in owner)) fault("there is no such public header")
      else if (!allowed(room, owner[$3])) fault("src/" room " does not know " owner[$3])
    } else if ($2 == "\"" && $3 ~ /^[a-z]+\/gp-[a-z-]+\.h$/) {
      # what a room shows to other rooms of the library, but not to everybody
      split($3, part, "/")
      if (!(part[1] in knows) || !allowed(room, part[1])) fault("src/" room " does not know " part[1])
      else if ($3 ~ /-private\.h$/) fault("it is private to src/" part[1])
    } else if ($2 == "\"" && ($4 == "no" || $3 ~ /\//))
      fault("not a header of this room; others are reached by <groeiplan/...>")
  }

  END {
    if (NR == 0) { print "no #include was read: is this the right folder?"; exit 1 }
    if (n_faults > 0) { print n_faults " includes that are not allowed"; exit 1 }
    print NR " includes, all allowed"
  }'
