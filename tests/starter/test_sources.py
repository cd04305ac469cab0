#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Against the reports' figures and the public register themselves, where they are at hand: the folder
of GP_SHARED_DIR, else ../shared beside the project. Neither is part of the project."""

import csv
import os
import sys
import unittest

from starter import SOURCE, register, rows

SHARED = os.environ.get("GP_SHARED_DIR") or os.path.join(SOURCE, "..", "shared")


def shared(path, encoding="utf-8", delimiter=","):
    with open(os.path.join(SHARED, path), encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def locations():
    return (shared("duo/vestigingen-bo-2026-08.csv", "cp1252", ";")
            + shared("duo/vestigingen-vo-2020.csv", "latin-1", ";"))


class Facts(unittest.TestCase):
    def test_every_figure_is_there(self):
        columns = ("fact", "value", "unit", "year", "source", "section")
        here = {tuple(row[c] for c in columns): row["note"] for row in rows("facts")}
        for row in shared("facts/facts.csv"):
            key = tuple(row[c] for c in columns)
            self.assertIn(key, here)
            if row["note"]:
                self.assertTrue(here[key], key)

    def test_budgets_and_projects(self):
        names = {row["project"]: row for row in rows("projects")}
        here = [(row["project"], row["year"], row["kind"], row["amount_eur"], row["source"])
                for row in rows("budgets")]
        there = shared("facts/project_budgets.csv")
        self.assertEqual(here, [(row["project"], row["year"], row["kind"], row["amount_eur"],
                                 row["source"]) for row in there])
        for row in there:
            self.assertEqual((names[row["project"]]["name_nl"], names[row["project"]]["name_en"]),
                             (row["name_nl"], row["name_en"]))

    def test_stated_totals(self):
        here = {(row["year"], row["value"]) for row in rows("facts")
                if row["fact"] == "project_costs_stated_total"}
        self.assertEqual(here, {(row["year"], row["stated_total_eur"])
                                for row in shared("facts/stated_totals.csv")})


class Register(unittest.TestCase):
    def test_no_name_or_code_is_real(self):
        real = locations()
        names = {row["VESTIGINGSNAAM"].strip().lower() for row in real}
        self.assertEqual({s["name"] for s in rows("schools") if s["name"].lower() in names}, set())
        numbers = {row["BEVOEGD GEZAG NUMMER"].strip() for row in real}
        self.assertEqual({b["board"] for b in rows("boards")} & numbers, set())

    def test_provinces_are_written_as_there(self):
        self.assertEqual({row["PROVINCIE"] for row in locations()}, set(register.PROVINCES))

    def test_schools_per_province_are_those_counted(self):
        for column, path, encoding in ((1, "duo/vestigingen-bo-2026-08.csv", "cp1252"),
                                       (2, "duo/vestigingen-vo-2020.csv", "latin-1")):
            provinces = [row["PROVINCIE"] for row in shared(path, encoding, ";")]
            for name, counts in register.PROVINCES.items():
                self.assertEqual(provinces.count(name), counts[column], name)


if __name__ == "__main__":
    if not os.path.isdir(SHARED):
        print("not run: no ../shared")
        sys.exit(77)
    unittest.main()
