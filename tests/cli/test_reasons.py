# SPDX-License-Identifier: GPL-3.0-or-later
"""Prices and repairs, as text and as JSON, and a repair that becomes a scenario."""
import json
import unittest

from support import CliTest, YEARS, small_files, write_folder

KEYS = {"thing", "year", "status", "priority", "unit", "value", "measured"}


class Reasons(CliTest):
    def project(self, pins=(), **values):
        """The small project with other values of parameters that have no scope and year."""
        files = small_files()
        for row in files["parameters.csv"]:
            if row[1] in values and not row[2] and not row[3]:
                row[4] = str(values[row[1]])
            if row[1:4] == ["cohort_target", "regular", ""] and "regular" in values:
                row[4] = str(values["regular"])
        files["pins.csv"].extend(pins)
        write_folder(self.path("in"), files)
        path = self.path("a.groeiplan")
        self.cli("import", path, self.path("in"))
        return path

    def value(self, path, scenario, priority):
        plan = json.loads(self.cli("plan", path, "--scenario", scenario, "--relaxed", "--format",
                                   "json").out)
        return next(row["relaxed"] for row in plan["priorities"] if row["name"] == priority)

    def repairs(self, path, *words):
        return json.loads(self.cli("repairs", path, "--format", "json", *words).out)

    def test_prices_are_stated_as_they_were_measured(self):
        path = self.project(interest_cap=6)
        prices = json.loads(self.cli("prices", path, "--format", "json").out)
        self.assertEqual(prices["format"], "groeiplan-prices-1")
        self.assertEqual(prices["scenario"], "base")
        claimed = [p for p in prices["prices"] if p["status"] == "claimed"]
        self.assertTrue(claimed)
        for price in prices["prices"]:
            self.assertLessEqual(KEYS, set(price))
            self.assertNotEqual(price["status"], "unchecked")
            if price["status"] == "claimed" and price["holds_more"] >= 1:
                self.assertAlmostEqual(price["measured"], price["value"],
                                       delta=1e-4 * abs(price["value"]))
            if price["status"] == "none":
                self.assertIsNone(price["value"])
        # a school that is interested is one that waits no longer, in the year and those after it
        first = next(p for p in claimed if p["thing"] == "interest" and p["year"] == YEARS[0])
        self.assertEqual(first["priority"], "regular_delay")
        self.assertAlmostEqual(first["value"], 4, places=6)
        order = [p["priority"] for p in prices["priorities"]]
        self.assertEqual(order, ["overload", "groeikracht_delay", "regular_delay", "reach"])

    def test_prices_as_text_check_the_most_valuable(self):
        path = self.project(interest_cap=6)
        out = self.cli("prices", path, "--limit", "2").out
        self.assertIn("interested school, 2026-2027", out)
        self.assertIn("4 school-years of regular delay less", out)
        self.assertIn("not checked; --limit checks more", out)
        self.assertIn("Starting Groeikracht schools on time costs the priorities that come after",
                      out)

    def test_prices_leave_the_project_alone(self):
        path = self.project()
        before = self.cli("info", path).out
        self.cli("prices", path, "--limit", "1")
        self.cli("repairs", path)
        self.assertEqual(self.cli("info", path).out, before)

    def test_repairs_work_when_they_are_planned(self):
        path = self.project(interest_cap=6)
        found = self.repairs(path)
        self.assertEqual(found["format"], "groeiplan-repairs-1")
        repair = next(r for r in found["repairs"] if r["lever"] == "interest" and r["extent"] == "all")
        self.assertEqual(repair["goal"], "regular_delay")
        self.assertGreater(repair["before"], 0)
        self.assertAlmostEqual(repair["after"], 0, places=6)
        self.assertTrue(repair["sentence"].endswith(".") or "year" in repair["sentence"])
        self.assertTrue(all(p["parameter"] == "interest_cap" for p in repair["parameters"]))
        text = self.cli("repairs", path).out
        self.assertIn("Against regular schools that wait", text)
        self.assertIn(repair["sentence"], text)

    def test_a_repair_becomes_a_scenario_as_one_edit(self):
        path = self.project(interest_cap=6)
        before = self.repairs(path, "--goal", "regular_delay")["repairs"][0]["before"]
        out = self.cli("repairs", path, "--apply", "interest", "--as", "wider").out
        self.assertIn("Added scenario wider.", out)
        self.assertAlmostEqual(self.value(path, "base", "regular_delay"), before, places=5)
        self.assertAlmostEqual(self.value(path, "wider", "regular_delay"), 0, places=5)
        self.assertIn("history\t1", self.cli("info", path).out)
        self.cli("export", path, self.path("out"))
        with open(self.path("out", "scenarios.csv"), encoding="utf-8") as file:
            row = next(line for line in file if line.startswith("wider,"))
        self.assertIn("base", row)
        self.assertIn("no regular school waits", row)

    def test_half_a_repair(self):
        path = self.project(interest_cap=6)
        before = self.value(path, "base", "regular_delay")
        self.cli("repairs", path, "--apply", "interest", "--as", "wider", "--half")
        left = self.value(path, "wider", "regular_delay")
        self.assertLessEqual(left, before / 2 + 1e-6)
        self.assertGreater(left, 0)

    def test_whole_schools_too(self):
        path = self.project(interest_cap=6)
        found = self.repairs(path, "--whole", "--goal", "regular_delay")
        repair = next(r for r in found["repairs"] if r["lever"] == "interest" and r["extent"] == "all")
        self.assertIsNotNone(repair["whole_after"])

    def test_a_lever_that_cannot_is_status_1_and_adds_nothing(self):
        path = self.project(interest_cap=6)
        before = self.cli("info", path).out
        self.cli("repairs", path, "--apply", "partners", "--as", "more", status=1)
        self.assertEqual(self.cli("info", path).out, before)

    def test_nothing_to_repair(self):
        path = self.project()
        self.assertIn("There is nothing to repair", self.cli("repairs", path).out)
        self.assertEqual(self.repairs(path)["repairs"], [])

    def test_nothing_of_one_goal_says_nothing_of_the_others(self):
        path = self.project(interest_cap=6)
        self.assertGreater(self.value(path, "base", "regular_delay"), 0)
        out = self.cli("repairs", path, "--goal", "overload").out
        self.assertIn("no overload is left", out)
        self.assertNotIn("delay", out)

    def test_a_lever_that_removes_half_alone_says_so(self):
        path = self.project(regular=12, interest_cap=20)
        extents = {row["extent"] for row in self.repairs(path)["repairs"]
                   if row["lever"] == "experts"}
        self.assertEqual(extents, {"half"})
        out = self.cli("repairs", path, "--apply", "experts", "--as", "more", status=1).out
        self.assertIn("--half applies what removes at least half", out)
        self.cli("repairs", path, "--apply", "experts", "--as", "more", "--half")

    def test_pins_that_contradict_are_status_1_and_named(self):
        pin = ["base", "start", "B0", "po", "regular", YEARS[0], "99", "", ""]
        path = self.project(pins=[pin])
        for command in ("prices", "repairs"):
            out = self.cli(command, path, status=1).out
            self.assertTrue(out.startswith("Pin 1 asks at least 99"), out)
            document = json.loads(self.cli(command, path, "--format", "json", status=1).out)
            self.assertEqual(document["status"], "conflict")
            self.assertEqual(len(document["conflicts"]), 1)

    def test_wrong_calls(self):
        path = self.project()
        for words in (["prices", path, "--limit", "-3"], ["repairs", path, "--apply", "interest"],
                      ["repairs", path, "--as", "x"], ["repairs", path, "--half"],
                      ["repairs", path, "--goal", "fame"],
                      ["repairs", path, "--apply", "magic", "--as", "x"], ["prices"], ["repairs"]):
            with self.subTest(words):
                self.cli(*words, status=2)
        self.cli("prices", path, "--scenario", "none", status=3)
        self.cli("repairs", path, "--apply", "interest", "--as", "tight", status=3)
        self.cli("prices", self.path("no.groeiplan"), status=4)


if __name__ == "__main__":
    unittest.main()
