# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON of a plan has the keys of the exchange contract, in its order, and figures that hold."""
import json
import unittest

from support import YEARS, CliTest, small_files

PLAN = ["format", "scenario", "status", "priorities", "relaxed", "whole", "conflicts", "seconds"]
PRIORITY = ["name", "unit", "relaxed", "whole", "bound"]
PART = ["starts", "partners", "trainings", "verandercoach_days", "expert", "lending", "hires"]
ROWS = {
    "starts": ["board", "sector", "region", "need", "programme", "year", "schools"],
    "partners": ["board", "year"],
    "trainings": ["board", "year", "coaches"],
    "verandercoach_days": ["board", "region", "year", "days"],
    "expert": ["region", "year", "available", "used", "overload"],
    "lending": ["from", "to", "year", "days"],
    "hires": ["region", "year", "coaches"],
}


def strict(pairs):
    """An object's keys must be unique; the order is kept."""
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), keys
    return dict(pairs)


def no_constant(name):
    raise AssertionError(f"{name} is no JSON")


class PlanJson(CliTest):
    def setUp(self):
        super().setUp()
        self.text = self.cli("plan", self.small_project(), "--format", "json").out
        self.plan = json.loads(self.text, object_pairs_hook=strict, parse_constant=no_constant)

    def test_keys_are_the_contract_s(self):
        plan = self.plan
        self.assertEqual(list(plan), PLAN)
        self.assertEqual((plan["format"], plan["scenario"], plan["conflicts"]),
                         ("groeiplan-plan-1", "base", []))
        best = all(p["bound"] is not None and abs(p["whole"] - p["bound"]) < 1e-6 * p["whole"] + 1e-6
                   for p in plan["priorities"])
        self.assertEqual(plan["status"], "optimal" if best else "feasible")
        self.assertEqual(list(plan["seconds"]), ["read", "relaxed", "whole"])
        for priority in plan["priorities"]:
            self.assertEqual(list(priority), PRIORITY)
        for part in ("relaxed", "whole"):
            self.assertEqual(list(plan[part]), PART)
            for kind, keys in ROWS.items():
                for row in plan[part][kind]:
                    expected = keys + ["share"] * (kind == "partners" and part == "relaxed")
                    self.assertEqual(list(row), expected)

    def test_priorities_stand_in_the_default_order(self):
        names = [p["name"] for p in self.plan["priorities"] if p["name"] != "change"]
        self.assertEqual(names, ["overload", "groeikracht_delay", "regular_delay", "reach", "cost"])

    def test_nothing_is_zero_and_whole_counts_are_whole(self):
        for part in ("relaxed", "whole"):
            for kind, amount in (("starts", "schools"), ("trainings", "coaches"),
                                 ("verandercoach_days", "days"), ("lending", "days"),
                                 ("hires", "coaches")):
                for row in self.plan[part][kind]:
                    self.assertGreater(row[amount], 0)
        self.assertTrue(self.plan["whole"]["starts"])
        for kind, amount in (("starts", "schools"), ("trainings", "coaches"), ("hires", "coaches")):
            for row in self.plan["whole"][kind]:
                self.assertIsInstance(row[amount], int)
        for row in self.plan["whole"]["verandercoach_days"]:
            self.assertAlmostEqual(row["days"] * 100, round(row["days"] * 100), places=6)

    def test_the_starts_are_of_schools_that_are_there(self):
        free = {}
        for row in small_files()["schools.csv"][1:]:
            _, board, _, sector, region, _, high_need, started = row[:8]
            if not started:
                cell = (board, sector, region, "high" if high_need == "1" else "other")
                free[cell] = free.get(cell, 0) + 1
        for part in ("relaxed", "whole"):
            taken = {}
            for row in self.plan[part]["starts"]:
                cell = (row["board"], row["sector"], row["region"], row["need"])
                taken[cell] = taken.get(cell, 0) + row["schools"]
                self.assertIn(row["programme"], ("groeikracht", "regular"))
                self.assertIn(row["year"], YEARS)
            for cell, schools in taken.items():
                self.assertLessEqual(schools, free[cell] + 1e-6, cell)

    def test_what_region_boards_and_coaches_say_is_of_the_project(self):
        boards = {row[0] for row in small_files()["boards.csv"][1:]}
        for part in ("relaxed", "whole"):
            plan = self.plan[part]
            for kind in ("partners", "trainings", "verandercoach_days"):
                self.assertLessEqual({row["board"] for row in plan[kind]}, boards)
            for row in plan["verandercoach_days"] + plan["expert"] + plan["hires"]:
                self.assertIn(row["region"], ("noord", "zuid"))
            for row in plan["lending"]:
                self.assertEqual({row["from"], row["to"]}, {"noord", "zuid"})
            for row in plan["expert"]:
                self.assertIn(row["year"], YEARS)
                self.assertGreater(row["available"], 0)

    def test_the_relaxed_plan_bounds_the_whole_one_in_the_first_priority(self):
        first = self.plan["priorities"][0]
        self.assertLessEqual(first["relaxed"], first["whole"] + 1e-6)

    def test_the_delay_follows_from_the_starts(self):
        target = {"groeikracht": [2, 4, 6, 6], "regular": [6, 12, 18, 24]}
        years = ["2026-2027", "2027-2028", "2028-2029", "2029-2030"]
        for part in ("relaxed", "whole"):
            for programme, targets in target.items():
                starts = [sum(r["schools"] for r in self.plan[part]["starts"]
                              if r["programme"] == programme and r["year"] <= year)
                          for year in years]
                delay = sum(t - s for t, s in zip(targets, starts))
                stated = next(p[part] for p in self.plan["priorities"]
                              if p["name"] == programme + "_delay")
                self.assertAlmostEqual(delay, stated, places=5)


if __name__ == "__main__":
    unittest.main()
