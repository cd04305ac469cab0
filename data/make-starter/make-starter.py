#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the invented part of the starter data: boards, schools, coaches and scenarios.

    ./make-starter.py [FOLDER]

FOLDER is ../starter, seen from this script, unless given. The same bytes come out every time and with
every Python 3; tests/starter compares them with what is committed. Three files are kept by hand and not written
here: facts.csv, projects.csv and budgets.csv hold what the annual reports say.

Nothing in the written files is about a real board, school or person. The division of the country into
five regions, the sizes of all sets that the reports do not give, and every parameter without a fact
are assumptions; make/ holds them in tables, make/assumptions.py those that a planner would change.
"""

import os
import sys

sys.dont_write_bytecode = True

from make import assumptions, register  # noqa: E402
from make.boards import make_boards  # noqa: E402
from make.coaches import make_experts, make_verandercoaches  # noqa: E402
from make.history import add_history  # noqa: E402

REGIONS = [("noord", "Noord"), ("noordwest", "Noordwest"), ("oost", "Oost"),
           ("zuidwest", "Zuidwest"), ("zuid", "Zuid")]
SECTORS = [("po", "Primair onderwijs", 1, 1), ("vo", "Voortgezet onderwijs", 2, 1),
           ("mbo", "Middelbaar beroepsonderwijs", 2, 0)]
REQUIREMENTS = ["team_support", "leader_active", "coach_time", "session_time"]


def school_year(year):
    return "%d-%d" % (year, year + 1) if year else ""


def project_rows():
    return [("format", "groeiplan-exchange-1"),
            ("name", "Groeiplan 2026-2032 (verzonnen besturen en scholen)"),
            ("plan_from", school_year(assumptions.FROM)),
            ("last_year", school_year(assumptions.LAST)),
            ("goal_year", school_year(assumptions.GOAL))]


def board_rows(boards):
    for b in boards:
        yield (b.code, b.name, register.PROVINCES[b.home][0], school_year(b.partner_since), "", "",
               "", "")


def school_rows(boards):
    for s in (school for board in boards for school in board.schools):
        yield (s.code, s.board.code, s.name, s.sector, s.region, s.pupils, int(s.high_need),
               school_year(s.started), s.programme, int(s.excluded), s.intake or "none", *s.answers)


def parameter_rows():
    for scenario, rows in assumptions.PARAMETERS.items():
        for name, scope, values, source, dutch, english in rows:
            if not isinstance(values, dict):
                values = {None: values}
            words = "Aanname: %s / Assumption: %s" if source == assumptions.ASSUMED \
                else "Rapport: %s / Report: %s"
            for year, value in values.items():
                yield scenario, name, scope, school_year(year), value, source, \
                    words % (dutch, english)


def scenario_rows():
    for code, parent, name, dutch, english in assumptions.SCENARIOS:
        yield code, parent, name, dutch + " / " + english


def tables():
    """Every file that this script writes: {name: (columns, rows)}."""
    boards = make_boards()
    add_history(boards)
    priorities = [("base", i + 1, name) for i, name in enumerate(assumptions.PRIORITIES)]
    provinces = [(name, row[0]) for name, row in register.PROVINCES.items()]
    return {
        "project": ("key,value", project_rows()),
        "regions": ("region,name", REGIONS),
        "provinces": ("province,region", provinces),
        "sectors": ("sector,name,support_years,groeikracht", SECTORS),
        "boards": ("board,name,home_region,partner_since,max_verandercoaches,note,stage,contact",
                   board_rows(boards)),
        "schools": ("school,board,name,sector,region,pupils,high_need,started,programme,excluded,"
                    "intake," + ",".join(REQUIREMENTS), school_rows(boards)),
        "expert_coaches": ("coach,name,region,days_per_year,from_year,to_year,sectors",
                           make_experts()),
        "verandercoaches": ("coach,board,name,trained_year,days_per_year,to_year",
                            make_verandercoaches(boards)),
        "scenarios": ("scenario,parent,name,description", scenario_rows()),
        "parameters": ("scenario,parameter,scope,year,value,source,note", parameter_rows()),
        "priorities": ("scenario,rank,priority", priorities),
        # Nobody's wishes and no fund's promises are made up: these start empty.
        "pins": ("scenario,kind,board,sector,programme,year,min,max,reason", []),
        "pledges": ("fund,project,year,amount_eur,source,note", []),
        "project_drivers": ("scenario,project,driver,rate_eur,source",
                            [("base", project, driver, "0", "assumption")
                             for project, driver in assumptions.DRIVERS]),
    }


def csv_line(row):
    """A line as the program's own export writes it: quotes only where they are needed."""
    cells = [str(cell) for cell in row]
    return ",".join('"%s"' % cell.replace('"', '""') if needs_quotes(cell) else cell
                    for cell in cells) + "\n"


def needs_quotes(cell):
    return cell != cell.strip(" \t") or any(mark in cell for mark in ',;"\r\n')


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "starter")
    for name, (columns, rows) in tables().items():
        path = os.path.join(folder, name + ".csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.writelines(csv_line(row) for row in (columns.split(","), *rows))


if __name__ == "__main__":
    main()
