# SPDX-License-Identifier: GPL-3.0-or-later
"""Who coaches whom, as the command shows it: keys, sums against the plan, filters, refusals."""
import collections
import csv
import io
import json
import os
import unittest
from fractions import Fraction

from support import YEARS, CliTest, folder_bytes, write_folder, small_files

KEYS = ["format", "scenario", "coaches", "starts", "visits", "work", "loans", "uncovered", "breaks",
        "counts"]
ROWS = {
    "coaches": ["coach", "name", "kind", "region", "board", "sectors", "years"],
    "starts": ["school", "name", "board", "sector", "region", "programme", "year"],
    "visits": ["school", "board", "region", "year", "support_year", "coach", "days"],
    "work": ["kind", "region", "board", "school", "year", "coach", "days"],
    "loans": ["coach", "from", "to", "year", "days", "arrives"],
    "uncovered": ["kind", "work", "region", "to", "board", "school", "year", "days", "reason"],
    "breaks": ["school", "board", "year", "coach", "reason"],
    "counts": ["region", "year", "schools", "coaches", "visits", "two_coaches",
               "two_coaches_at_most", "continuing", "breaks", "uncovered"],
}


def hundredths(days):
    """The whole hundredths that the number stands for."""
    return round(days * 100)


def sums(rows, *keys):
    found = collections.Counter()
    for row in rows:
        found[tuple(row[key] for key in keys)] += hundredths(row["days"])
    return found


class Coaching(CliTest):
    def setUp(self):
        super().setUp()
        self.project = self.small_project()
        self.plan = json.loads(self.cli("plan", self.project, "--format", "json").out)["whole"]
        self.text = self.cli("coaching", self.project, "--format", "json").out
        self.coaching = json.loads(self.text)
        self.schools = {row[0]: row for row in small_files()["schools.csv"][1:]}

    def test_keys_are_stable_and_nothing_is_empty_by_accident(self):
        self.assertEqual(list(self.coaching), KEYS)
        self.assertEqual(self.coaching["format"], "groeiplan-coaching-1")
        for name, keys in ROWS.items():
            for row in self.coaching[name]:
                self.assertEqual(list(row), keys, name)
        for name in ("coaches", "starts", "visits", "work", "counts"):
            self.assertTrue(self.coaching[name], name)

    def test_the_same_plan_gives_the_same_bytes(self):
        self.assertEqual(self.cli("coaching", self.project, "--format", "json").out, self.text)

    def test_starts_are_those_of_the_plan(self):
        planned = collections.Counter()
        for row in self.plan["starts"]:
            planned[row["board"], row["sector"], row["region"], row["programme"],
                    row["year"]] += row["schools"]
        named = collections.Counter(
            (row["board"], row["sector"], row["region"], row["programme"], row["year"])
            for row in self.coaching["starts"])
        self.assertEqual(named, planned)

    def test_most_pupils_start_first(self):
        """Within a board, sector, region and need nobody starts before a larger school."""
        year = {row["school"]: YEARS.index(row["year"]) for row in self.coaching["starts"]}
        for code, row in self.schools.items():
            for other, row2 in self.schools.items():
                same = all(row[i] == row2[i] for i in (1, 3, 4, 6))
                if same and not row[7] and not row2[7] and int(row[5]) > int(row2[5]):
                    self.assertLessEqual(year.get(code, 9), year.get(other, 9), (code, other))

    def test_every_school_gets_its_days(self):
        support = {("po", 1): 1200, ("vo", 1): 1050, ("vo", 2): 800}
        asked = collections.Counter()
        started = {row["school"]: YEARS.index(row["year"]) for row in self.coaching["starts"]}
        for code, row in self.schools.items():
            first = int(row[7][:4]) - int(YEARS[0][:4]) if row[7] else started.get(code)
            for k in (1, 2):
                at = first + k - 1 if first is not None else -1
                if 0 <= at < len(YEARS) and (row[3], k) in support:
                    asked[code, YEARS[at]] += support[row[3], k]
        given = sums(self.coaching["visits"], "school", "year")
        given += sums((row for row in self.coaching["uncovered"] if row["kind"] == "support"),
                      "school", "year")
        self.assertEqual(given, asked)

    def test_nobody_is_above_their_days(self):
        """Known coaches: their days, of which a tenth leaves every year, to the hundredth."""
        days = {"E1": Fraction(42), "E2": Fraction("31.5"), "V1": Fraction(30), "V2": Fraction(25)}
        loans = sums(self.coaching["loans"], "coach", "year")
        own = {row["coach"]: row["region"] for row in self.coaching["coaches"]}
        given = sums((row for row in self.coaching["visits"] + self.coaching["work"]
                      if row["region"] == own[row["coach"]] or row["coach"][0] in "Vt"),
                     "coach", "year") + loans
        self.assertTrue(given)
        for (coach, year), total in given.items():
            if coach in days:
                most = 100 * days[coach] * Fraction(9, 10) ** YEARS.index(year)
                self.assertLess(total, most + 1, (coach, year))
        stated = {(row["coach"], each["year"]): each for row in self.coaching["coaches"]
                  for each in row["years"]}
        for key, total in given.items():
            each = stated[key]
            self.assertEqual(total, sum(hundredths(each[name]) for name in ("visits", "work", "lent")))
            self.assertLessEqual(total, hundredths(each["days"]))

    def test_verandercoaches_and_loans_are_the_plan_s(self):
        kind = {row["coach"]: row for row in self.coaching["coaches"]}
        board = sums((row for row in self.coaching["visits"]
                      if kind[row["coach"]]["kind"] in ("verandercoach", "trainee")),
                     "board", "region", "year")
        self.assertEqual(board, sums(self.plan["verandercoach_days"], "board", "region", "year"))
        for row in self.coaching["visits"]:
            if kind[row["coach"]]["board"]:
                self.assertEqual(kind[row["coach"]]["board"], row["board"])
            else:
                lent = [loan for loan in self.coaching["loans"] if loan["coach"] == row["coach"]
                        and loan["to"] == row["region"] and loan["year"] == row["year"]]
                self.assertTrue(lent or kind[row["coach"]]["region"] == row["region"])
        self.assertEqual(sums(self.coaching["loans"], "from", "to", "year"),
                         sums(self.plan["lending"], "from", "to", "year"))

    def test_sectors(self):
        """E2 visits primary schools alone."""
        for row in self.coaching["visits"]:
            if row["coach"] == "E2":
                self.assertEqual(self.schools[row["school"]][3], "po")

    def test_counts(self):
        for row in self.coaching["counts"]:
            visits = [v for v in self.coaching["visits"]
                      if v["region"] == row["region"] and v["year"] == row["year"]]
            schools = collections.Counter(v["school"] for v in visits)
            self.assertEqual(row["visits"], len(visits))
            self.assertEqual(row["schools"], len(schools))
            self.assertEqual(row["coaches"], len({v["coach"] for v in visits}))
            self.assertEqual(row["two_coaches"], sum(n > 1 for n in schools.values()))
            self.assertLessEqual(row["two_coaches"], row["two_coaches_at_most"])

    def test_the_second_year(self):
        """A school goes on with somebody of the year before, or is listed."""
        who = collections.defaultdict(set)
        for row in self.coaching["visits"]:
            who[row["school"], YEARS.index(row["year"])].add(row["coach"])
        breaks = {(row["school"], YEARS.index(row["year"])) for row in self.coaching["breaks"]}
        going_on = [key for key in who if (key[0], key[1] - 1) in who]
        self.assertTrue(going_on)
        for school, year in going_on:
            kept = bool(who[school, year] & who[school, year - 1])
            self.assertEqual(kept, (school, year) not in breaks)

    def test_one_board_says_nothing_about_others(self):
        text = self.cli("coaching", self.project, "--board", "B1", "--format", "json").out
        one = json.loads(text)
        self.assertEqual(one["visits"], [v for v in self.coaching["visits"] if v["board"] == "B1"])
        self.assertTrue(one["visits"])
        self.assertEqual((one["loans"], one["counts"]), ([], []))
        for row in one["coaches"]:
            self.assertTrue(row["board"] == "B1" or row["years"] == [], row)
        table = self.cli("coaching", self.project, "--board", "B1", "--format", "csv").out
        prose = self.cli("coaching", self.project, "--board", "B1").out
        for other in "B0", "B2", "B3", "B4", "B5":
            self.assertNotIn(f'"{other}', text)
            self.assertNotIn(f",{other}", table)
            self.assertNotIn(f"Verzonnen {other[1]}", table + prose)
        self.assertIn("School Verzonnen 1.", prose)

    def test_one_year(self):
        one = json.loads(self.cli("coaching", self.project, "--year", YEARS[1], "--format",
                                  "json").out)
        self.assertEqual(one["visits"], [v for v in self.coaching["visits"] if v["year"] == YEARS[1]])
        self.assertEqual({row["year"] for row in one["counts"]}, {YEARS[1]})
        prose = self.cli("coaching", self.project, "--year", YEARS[1]).out
        self.assertIn("Expert Verzonnen", prose)
        self.assertNotIn(YEARS[2], prose)

    def test_csv_has_the_same_visits(self):
        text = self.cli("coaching", self.project, "--format", "csv").out
        rows = list(csv.DictReader(io.StringIO(text)))
        visits = collections.Counter()
        for row in rows:
            if row["what"] == "visit":
                visits[row["school"], row["coach"], row["year"]] += round(100 * float(row["days"]))
        self.assertEqual(visits, sums(self.coaching["visits"], "school", "coach", "year"))
        self.assertEqual(sum(row["what"] == "talks" for row in rows),
                         sum(row["kind"] == "talks" for row in self.coaching["work"]))

    def test_the_audit_checks_it_too(self):
        out = self.cli("audit", self.project).out
        for line in ("starts", "people", "support", "visits", "loans", "splits", "continuity"):
            self.assertRegex(out, rf"(?m)^  {line} +\d+ +0 ")
        self.assertIn("The coaching passes.", out)

    def test_coaches_who_leave_are_said_to_have_left(self):
        """E2 alone visits zuid and leaves; who then goes on there gets somebody else, and why."""
        def change(files):
            files["expert_coaches.csv"][2][5:] = [YEARS[0], ""]
            files["expert_coaches.csv"].append(["E3", "Expert Later", "zuid", "60", YEARS[1], "", ""])
        project = self.small_project("leaves.groeiplan", change)
        self.cli("plan", project)
        found = json.loads(self.cli("coaching", project, "--format", "json").out)
        visitors = collections.defaultdict(set)
        for visit in found["visits"]:
            visitors[visit["school"], visit["year"]].add(visit["coach"])
        for row in found["breaks"]:
            self.assertIn(row["reason"], ("gone", "full", "board", "lending", "sectors"))
            # where others visited as well, they may be what the reason is about
            if visitors[row["school"], YEARS[YEARS.index(row["year"]) - 1]] == {"E2"}:
                self.assertEqual(row["reason"], "gone")
        self.assertIn("The coaching passes.", self.cli("audit", project).out)


class Refusals(CliTest):
    def test_without_a_plan_and_with_a_relaxed_one(self):
        project = self.small_project()
        err = self.cli("coaching", project, status=3).err
        self.assertRegex(err, r"^groeiplan-cli: There is no plan of scenario base yet: .*\.\n$")
        self.cli("plan", project, "--relaxed")
        err = self.cli("coaching", project, status=3).err
        self.assertRegex(err, r"^groeiplan-cli: .*whole schools.*\n$")
        self.assertEqual(err.count("\n"), 1)

    def test_names_that_are_not_there(self):
        project = self.small_project()
        self.cli("plan", project)
        self.assertIn("nobody", self.cli("coaching", project, "--board", "nobody", status=3).err)
        self.assertIn("nothing", self.cli("coaching", project, "--scenario", "nothing", status=3).err)
        for year in ("2026", "1999-2000", "2026-2028"):
            self.assertIn(year, self.cli("coaching", project, "--year", year, status=2).err)
        self.cli("coaching", project, "--format", "xml", status=2)
        self.cli("coaching", status=2)
        self.cli("coaching", "no.groeiplan", status=4)

    def test_data_that_changed(self):
        """The coaching of an older plan is shown with a word; without the plan's boards it cannot
        be."""
        project = self.small_project()
        self.cli("plan", project)
        folder = self.path("out")
        self.cli("export", project, folder)
        before = folder_bytes(folder)
        files = small_files()
        files["boards.csv"][1][1] = "Bestuur Herdoopt"
        self.cli("import", project, write_folder(self.path("renamed"), files), "--replace")
        done = self.cli("coaching", project, notes=True)
        self.assertEqual(done.err.count("\n"), 1)
        self.assertIn("changed since", done.err)
        self.assertIn("Who coaches whom", done.out)
        files["boards.csv"] = files["boards.csv"][:2]
        for name in ("schools.csv", "verandercoaches.csv"):
            files[name] = [row for row in files[name] if row[1] in ("B0", "board")]
        self.cli("import", project, write_folder(self.path("fewer"), files), "--replace")
        err = self.cli("coaching", project, status=3).err
        self.assertIn("plan again", err)
        self.assertTrue(before)
        self.assertTrue(os.path.exists(project))


if __name__ == "__main__":
    unittest.main()
