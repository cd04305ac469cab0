#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An exchange folder of any number of boards, made from the starter data: the same input gives the
same bytes.

    sizes.py STARTER_FOLDER FOLDER BOARDS

Boards are taken evenly from the starter's list ordered by number of schools, so that a small project
has small and large boards in the same proportion; more than there are: whole copies, with codes of
their own. What is counted nationally (cohorts, interest, caps, expert coaches) goes along with the
number of schools, so that a project of any size is as tight as the starter.
"""
import csv
import os
import sys
from collections import Counter, defaultdict

SCALED = ("cohort_target", "participation_goal", "interest_cap", "partner_cap", "training_cap")


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder, name, rows, heads):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, heads, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def pick(codes, n):
    """n of the codes, evenly spread over their order: (code, copy) pairs."""
    copies, rest = divmod(n, len(codes))
    chosen = [(code, copy) for copy in range(copies) for code in codes]
    step = len(codes) / rest if rest else 1
    return chosen + [(codes[int((i + 0.5) * step)], copies) for i in range(rest)]


def renamed(code, copy):
    return code if copy == 0 else f"{code}x{copy}"


def copy_rows(rows, chosen, board_column, code_column):
    """The rows of the chosen boards, with new codes in the copies."""
    of_board = defaultdict(list)
    for row in rows:
        of_board[row[board_column]].append(row)
    made = []
    for code, copy in chosen:
        for row in of_board[code]:
            new = {**row, code_column: renamed(row[code_column], copy)}
            new[board_column] = renamed(code, copy)
            made.append(new)
    return made


def scale_coaches(coaches, share):
    """As many coaches of every region as the share says, at least one."""
    of_region = defaultdict(list)
    for coach in coaches:
        of_region[coach["region"]].append(coach)
    made = []
    for region in sorted(of_region):
        here = of_region[region]
        for code, copy in pick(list(range(len(here))), max(1, round(len(here) * share))):
            made.append({**here[code], "coach": renamed(here[code]["coach"], copy)})
    return made


def scale_parameters(rows, share, n_coaches):
    for row in rows:
        if row["parameter"] == "expert_cap":
            row["value"] = str(n_coaches)
        elif row["parameter"] in SCALED and float(row["value"]) > 0:
            row["value"] = str(max(1, round(float(row["value"]) * share)))
    return rows


def make(starter, folder, n):
    """Writes the folder; returns the number of schools."""
    tables = {name: read(starter, name) for name in sorted(os.listdir(starter))}
    heads = {}
    for name in tables:
        with open(os.path.join(starter, name), encoding="utf-8", newline="") as file:
            heads[name] = next(csv.reader(file))
    count = Counter(row["board"] for row in tables["schools.csv"])
    codes = sorted((row["board"] for row in tables["boards.csv"]),
                   key=lambda code: (count[code], code))
    chosen = pick(codes, n)
    all_schools = len(tables["schools.csv"])
    tables["boards.csv"] = copy_rows(tables["boards.csv"], chosen, "board", "board")
    tables["schools.csv"] = copy_rows(tables["schools.csv"], chosen, "board", "school")
    tables["verandercoaches.csv"] = copy_rows(tables["verandercoaches.csv"], chosen, "board", "coach")
    share = len(tables["schools.csv"]) / all_schools
    tables["expert_coaches.csv"] = scale_coaches(tables["expert_coaches.csv"], share)
    tables["parameters.csv"] = scale_parameters(tables["parameters.csv"], share,
                                                len(tables["expert_coaches.csv"]))
    os.makedirs(folder, exist_ok=True)
    for name, rows in tables.items():
        write(folder, name, rows, heads[name])
    return len(tables["schools.csv"])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    print(make(sys.argv[1], sys.argv[2], int(sys.argv[3])), "schools")
