# SPDX-License-Identifier: GPL-3.0-or-later
"""The starter data as the tests read it: with a CSV reader of its own, not the program's."""

import collections
import csv
import os
import sys

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
STARTER = os.path.join(SOURCE, "data", "starter")
SCRIPT = os.path.join(SOURCE, "data", "make-starter", "make-starter.py")
sys.path.insert(0, os.path.dirname(SCRIPT))

from make import register  # noqa: E402,F401

HAND_KEPT = {"facts.csv", "projects.csv", "budgets.csv"}
GENERATED = {name + ".csv" for name in (
    "project", "regions", "provinces", "sectors", "boards", "schools", "expert_coaches",
    "verandercoaches", "scenarios", "parameters", "priorities", "pins", "pledges",
    "project_drivers")}


def rows(name):
    with open(os.path.join(STARTER, name + ".csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def fact(name, year=None, source=None):
    """The one value of a fact; fails when there is none or more than one."""
    values = [row["value"] for row in rows("facts") if row["fact"] == name
              and year in (None, row["year"]) and source in (None, row["source"])]
    if len(values) != 1:
        raise AssertionError("%s %s: %d facts" % (name, year, len(values)))
    return float(values[0])


def schools_by_board():
    out = collections.defaultdict(list)
    for school in rows("schools"):
        out[school["board"]].append(school)
    return out


def parameter(scenario, name, scope="", year=None):
    """A value of one scenario as written there (no look-up in its parents)."""
    for row in rows("parameters"):
        if (row["scenario"], row["parameter"], row["scope"]) == (scenario, name, scope) \
                and row["year"] == (year or ""):
            return float(row["value"])
    raise AssertionError("%s %s %s %s: no such parameter" % (scenario, name, scope, year))


def school_years(first, last):
    return ["%d-%d" % (year, year + 1) for year in range(first, last + 1)]
