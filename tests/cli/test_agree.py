# SPDX-License-Identifier: GPL-3.0-or-later
"""One figure, one name, one year: what the exports and commands say beside each other agrees.

What a sentence claims (where expert days run out, that a total is the sum of what stands above it)
is worked out here again, from the rows that the plan wrote.
"""
import csv
import json
import os
import re
import unittest

from support import YEARS, CliTest, read_bytes
from test_report import read_dutch_csv, with_fees

EFFICIENCY = 0.8  # lending_efficiency of the small project
NEAR_FULL = 0.995


def with_goal(goal):
    def change(files):
        with_fees(files)
        for row in files["parameters.csv"]:
            if row[1] == "participation_goal":
                row[4] = str(goal)
    return change


def not_ready(files):
    """Every school says what it lacks: an active leader."""
    with_fees(files)
    files["schools.csv"][0] += ["team_support", "leader_active", "coach_time", "session_time"]
    for row in files["schools.csv"][1:]:
        row += ["1", "0", "1", ""]


class Agree(CliTest):
    def planned(self, change=with_fees, name="small.groeiplan"):
        project = self.small_project(name, change)
        self.cli("plan", project, "--output", self.path("csv"))
        return project

    def director(self, project, language="nl", *words):
        self.cli("report", project, "--kind", "director", "--output", self.path("dir"),
                 "--language", language, "--format", "html", *words)
        name = "directierapport" if language == "nl" else "directors-report"
        page = read_bytes(self.path("dir", f"{name}-base.html")).decode()
        return re.sub(r"<sup>.*?</sup>", "", page, flags=re.S)

    def years(self, project, index=0):
        found = json.loads(self.cli("compare", project, "base", "tight", "--format", "json").out)
        return found["scenarios"][index]["years"]

    def capacity(self):
        with open(self.path("csv", "capacity.csv"), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def tiles(self, page):
        return dict((label, figure) for figure, label in
                    re.findall(r"<div><b>([^<]*)</b>([^<]*)<", page))

    def red_cells(self, project):
        """(region, year) where days are missing, or none is left while schools are late."""
        late = {y["year"] for y in self.years(project)
                if y["delay_groeikracht"] + y["delay_regular"] > 0.005}
        red = []
        for row in self.capacity():
            there = float(row["available"]) + EFFICIENCY * float(row["borrowed"])
            if float(row["overload"]) > 0.005 or (
                    row["year"] in late and there > 0 and float(row["used"]) >= NEAR_FULL * there):
                red.append((row["region"], row["year"]))
        return red

    # ---- the director's report ----

    def test_report_says_where_days_run_out(self):
        project = self.planned()
        red = self.red_cells(project)
        self.assertTrue(red)  # else this tests nothing
        first, last = min(y for _, y in red), max(y for _, y in red)
        page = self.director(project)
        said = re.search(r"Het knelt in ([^:]*): de expertdagen zijn er op", page)
        self.assertTrue(said)
        self.assertEqual({"noord": "Noord" in said[1], "zuid": "Zuid" in said[1]},
                         {r: r in {region for region, _ in red} for r in ("noord", "zuid")})
        if first == last:
            self.assertTrue(said[1].endswith(f"in {first}"), said[1])
        elif last == YEARS[-1]:
            self.assertTrue(said[1].endswith(f"vanaf {first}"), said[1])
        else:
            self.assertTrue(said[1].endswith(f"van {first} tot en met {last}"), said[1])
        self.assertNotIn("Geen enkele regio", page)
        short = sum(float(row["overload"]) for row in self.capacity())
        for label, figure in self.tiles(page).items():
            if "coachdagen tekort" in label:
                self.assertGreater(short, 0.5)
                self.assertNotEqual(figure, "0")

    def test_every_tile_names_its_years(self):
        project = self.planned()
        for language in ("nl", "en"):
            tiles = self.tiles(self.director(project, language))
            self.assertGreaterEqual(len(tiles), 5)
            for label in tiles:
                self.assertRegex(label, r"20\d\d-20\d\d")

    def test_a_goal_that_is_made_asks_for_no_repair(self):
        project = self.planned(with_goal(40))
        schools = round(self.years(project)[2]["taking_part"])
        for goal, made in ((schools, True), (schools - 3, True), (schools + 4, False)):
            page = self.director(self.planned(with_goal(goal), f"goal-{goal}.groeiplan"))
            self.assertEqual("niet naar herstel gezocht" in page, not made, goal)
            self.assertEqual("--repairs-seconds" in page, not made, goal)
            gaps = [figure for label, figure in self.tiles(page).items() if "het doel" in label]
            self.assertEqual(gaps, [] if goal == schools else [str(abs(goal - schools))])

    def test_notes_are_in_a_directors_words(self):
        page = self.director(self.planned())
        notes = page[page.index("Waar de cijfers vandaan komen"):]
        self.assertNotIn(".csv", notes)
        self.assertNotRegex(notes, r"\brij \d")
        self.assertNotIn("fact:", notes)
        self.assertRegex(notes, r"Prijs van een opleiding.*\(scenario [^)]+\)")

    # ---- totals and roundings ----

    def test_compare_adds_up_and_agrees_with_the_report(self):
        project = self.planned()
        text = self.cli("compare", project, "base", "tight").out
        self.assertIn("all plan years", text.splitlines()[0])
        self.assertIn(f"to the end of {YEARS[-1]}", text)
        number = lambda cell: float(cell.replace(",", ""))
        rows = [re.split(r"\s{2,}", line.strip()) for line in text.splitlines()[1:]]
        used = None
        for row in rows:
            if len(row) == 7:  # label, scenario, four years, their sum
                self.assertAlmostEqual(sum(map(number, row[2:6])), number(row[6]), places=6)
                if row[0] == "Expert days used":
                    used = [number(cell) for cell in row[2:6]]
        table = re.search(r"<table>(?:(?!</table>).)*Gebruikt.*?</table>", self.director(project),
                          re.S)[0]
        told = [[re.sub(r"<[^>]*>|\.", "", cell) for cell in
                 re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
                for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)]
        column = [cell.strip() for cell in told[0]].index("Gebruikt")
        self.assertEqual([float(row[column]) for row in told[1:5]], used)

    def test_days_worked_are_those_of_compare(self):
        project = self.planned()
        rows = self.capacity()
        self.assertGreater(sum(float(row["lent"]) for row in rows), 0)  # else this tests nothing
        for year in self.years(project):
            here = [row for row in rows if row["year"] == year["year"]]
            for name, figure in (("worked", "expert_days_used"), ("lent", "lent_days"),
                                 ("available", "expert_days_available")):
                self.assertAlmostEqual(sum(float(row[name]) for row in here), year[figure],
                                       delta=0.03)

    # ---- money ----

    def test_two_costs_have_two_names_and_a_sentence(self):
        project = self.planned()
        compare = self.cli("compare", project, "base", "tight").out
        finance = self.cli("finance", project).out
        self.assertIn("Cost of what the plan decides (euro)", compare)
        self.assertIn("Cost of delivery", finance)
        sentence = "The cost of what the plan decides leaves out"
        self.assertIn(sentence, compare)
        self.assertIn(sentence, finance)
        self.assertIn("not cover (negative: a surplus)", finance)

    # ---- packs ----

    def test_a_school_that_is_not_ready_is_marked(self):
        project = self.planned(not_ready)
        self.cli("report", project, "--kind", "board", "--all", "--output", self.path("all"),
                 "--language", "nl", "--format", "csv")
        marked = 0
        for folder, _, names in os.walk(self.path("all")):
            for name in names:
                if name.endswith(".requirements.csv"):
                    head, *rows = read_dutch_csv(os.path.join(folder, name))
                    leader = head.index("Actieve leider")
                    for row in rows:
                        self.assertEqual(row[leader], "nee: nog te regelen")
                        self.assertEqual(row[leader - 1], "ja")
                        marked += 1
        self.assertGreater(marked, 0)


if __name__ == "__main__":
    unittest.main()
