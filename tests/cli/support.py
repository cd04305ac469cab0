# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: the program, a small project, and files to compare.

The program is $GROEIPLAN_CLI. Every board, school and person here is invented.
"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

CLI = os.environ.get("GROEIPLAN_CLI", "groeiplan-cli")
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
STARTER = os.path.join(SOURCE, "data", "starter")
SHARED = os.environ.get("GP_SHARED_DIR", os.path.join(os.path.dirname(SOURCE), "shared"))

# what fontconfig keeps of the fonts to the end is no leak of ours
os.environ.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" +
                      os.path.join(SOURCE, "tests", "gui", "lsan.supp"))

YEARS = ["2026-2027", "2027-2028", "2028-2029", "2029-2030"]


def small_files():
    """A project small enough to plan in a blink: file name -> rows, the header first."""
    boards = [["board", "name", "home_region", "partner_since", "max_verandercoaches", "note"]]
    schools = [["school", "board", "name", "sector", "region", "pupils", "high_need", "started",
                "programme", "excluded", "intake"]]
    for b in range(6):
        home = "noord" if b % 2 == 0 else "zuid"
        since = "2022-2023" if b < 2 else ""
        boards.append([f"B{b}", f"Bestuur Verzonnen {b}", home, since, "", ""])
        for s in range(4 + 2 * b):
            started = "2025-2026" if s == 0 else "2023-2024" if s == 1 and b < 3 else ""
            schools.append([f"B{b}S{s}", f"B{b}", f"School Verzonnen {b}.{s}",
                            "vo" if s % 3 == 2 else "po", home if s % 5 else "zuid",
                            str(150 + 13 * s + 7 * b), str(int(s % 4 == 1)), started,
                            "regular" if started else "", "0", "talks" if s % 2 else "none"])
    parameters = [["scenario", "parameter", "scope", "year", "value", "source", "note"]]
    values = [("support_days", "po:1", "", "12"), ("support_days", "vo:1", "", "10.5"),
              ("support_days", "vo:2", "", "8"), ("recruitment_days", "po", "", "1"),
              ("cohort_target", "groeikracht", "", "2"), ("cohort_target", "regular", "", "6"),
              ("cohort_target", "groeikracht", "2029-2030", "0"),
              ("interest_cap", "", "", "12"), ("equity_min_share", "", "", "0.2"),
              ("handover_share", "", "", "0.5"), ("verandercoach_days", "", "", "30"),
              ("verandercoach_first_year_days", "", "", "8"),
              ("verandercoach_retention", "", "", "0.9"),
              ("verandercoaches_per_school", "", "", "0.3"),
              ("verandercoach_expert_days", "", "", "0.5"),
              ("candidates_per_school", "", "", "0.4"), ("partner_min_schools", "", "", "8"),
              ("partner_cap", "", "", "1"), ("training_cap", "", "", "3"),
              ("partnership_expert_days", "", "", "4"), ("training_expert_days", "", "", "2"),
              ("expert_attrition", "", "", "0.1"), ("expert_cap", "", "", "2.5"),
              ("expert_days", "", "", "40"), ("expert_training_days", "", "", "10"),
              ("lending_efficiency", "", "", "0.8"), ("need_weight", "high", "", "2"),
              ("need_weight", "other", "", "1"), ("cost_expert_day", "", "", "700"),
              ("cost_verandercoach_day", "", "", "350"), ("cost_training", "", "", "1500"),
              ("cost_partnership", "", "", "2500"), ("cost_hire", "", "", "4000"),
              ("cost_lent_day", "", "", "60"), ("cost_overload_day", "", "", "1200"),
              ("participation_goal", "", "", "40")]
    for name, scope, year, value in values:
        parameters.append(["base", name, scope, year, value, "assumption", ""])
    parameters.append(["tight", "handover_share", "", "", "0.2", "assumption", ""])
    return {
        "project.csv": [["key", "value"], ["format", "groeiplan-exchange-1"],
                        ["name", "Klein verzonnen project"], ["plan_from", YEARS[0]],
                        ["last_year", YEARS[-1]], ["goal_year", YEARS[2]]],
        "regions.csv": [["region", "name"], ["noord", "Noord"], ["zuid", "Zuid"]],
        "provinces.csv": [["province", "region"], ["Drenthe", "noord"], ["Limburg", "zuid"]],
        "sectors.csv": [["sector", "name", "support_years", "groeikracht"],
                        ["po", "Primair", "1", "1"], ["vo", "Voortgezet", "2", "1"]],
        "boards.csv": boards,
        "schools.csv": schools,
        "expert_coaches.csv": [
            ["coach", "name", "region", "days_per_year", "from_year", "to_year", "sectors"],
            ["E1", "Expert Verzonnen", "noord", "42", "", "", ""],
            ["E2", "Expert Bedacht", "zuid", "31.5", "", "2028-2029", "po"]],
        "verandercoaches.csv": [
            ["coach", "board", "name", "trained_year", "days_per_year", "to_year"],
            ["V1", "B0", "Coach Verzonnen", "2024-2025", "", ""],
            ["V2", "B1", "Coach Bedacht", "2025-2026", "25", ""]],
        "scenarios.csv": [["scenario", "parent", "name", "description"],
                          ["base", "", "Basis", ""], ["tight", "base", "Krap", ""]],
        "parameters.csv": parameters,
        "priorities.csv": [["scenario", "rank", "priority"]],
        "pins.csv": [["scenario", "kind", "board", "sector", "programme", "year", "min", "max",
                      "reason"]],
        "projects.csv": [["project", "name_nl", "name_en"], ["1", "Een", "One"]],
        "budgets.csv": [["project", "year", "kind", "scenario", "amount_eur", "source", "note"],
                        ["1", "2024-2025", "actual", "", "1234.56", "", ""]],
        "pledges.csv": [["fund", "project", "year", "amount_eur", "source", "note"]],
        "project_drivers.csv": [["scenario", "project", "driver", "rate_eur", "source"]],
        "facts.csv": [["fact", "value", "unit", "year", "source", "section", "note"]],
    }


def write_folder(folder, files):
    os.makedirs(folder, exist_ok=True)
    for name, rows in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    return folder


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def folder_bytes(folder):
    return {name: read_bytes(os.path.join(folder, name)) for name in sorted(os.listdir(folder))}


def environment(**changes):
    env = {**os.environ, "LC_ALL": "C.UTF-8", "GROEIPLAN_DATA_DIR": os.path.dirname(STARTER)}
    env.pop("LANGUAGE", None)
    env.update(changes)
    return env


class CliTest(unittest.TestCase):
    """A test with a folder of its own, which is gone afterwards."""

    maxDiff = 4000

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="groeiplan-test-")
        self.addCleanup(shutil.rmtree, self.folder, True)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def cli(self, *words, status=0, env=None, timeout=600, notes=False):
        """Runs the program; it must end with that status, and complain only when it fails (or give
        notes where they are due)."""
        done = subprocess.run([CLI, *words], capture_output=True, timeout=timeout, check=False,
                              stdin=subprocess.DEVNULL, env=env or environment(), cwd=self.folder)
        done.out = done.stdout.decode("utf-8")
        done.err = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, status, f"{words}\n{done.out[-2000:]}\n{done.err[-4000:]}")
        if status == 0 and not notes:
            self.assertEqual(done.err, "", words)
        elif status != 1:
            self.assertNotEqual(done.err, "", words)
        self.assertNotIn("Sanitizer", done.err)
        return done

    def small_project(self, name="small.groeiplan", change=None):
        """A project file with the small project, after change (files)."""
        files = small_files()
        if change:
            change(files)
        folder = write_folder(self.path(name + ".folder"), files)
        self.cli("import", self.path(name), folder)
        return self.path(name)


def not_run(why):
    """Ends a test program that needs what is not here: it counts as skipped."""
    print(f"not run: {why}")
    sys.exit(0)
