# SPDX-License-Identifier: GPL-3.0-or-later
"""That the bench does not rot: on tiny projects every row is printed, and what it compares agrees.
Nothing is asked about how long anything took."""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import measure  # noqa: E402
import sizes  # noqa: E402

STARTER = os.path.join(os.path.dirname(os.path.dirname(HERE)), "data", "starter")
BUILD = os.environ["GROEIPLAN_BUILD"]
# what fontconfig keeps of the fonts to the end is no leak of ours
os.environ.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" +
                      os.path.join(os.path.dirname(HERE), "gui", "lsan.supp"))


class Measure(unittest.TestCase):
    def test_exponent_and_median(self):
        self.assertAlmostEqual(measure.exponent([1, 2, 4], [5, 10, 20]), 1)
        self.assertAlmostEqual(measure.exponent([10, 100], [3, 300]), 2)
        self.assertEqual(measure.median([3, 1, 2]), 2)
        self.assertEqual(measure.median([4, 1, 2, 3]), 2.5)

    def test_a_process_is_stopped_at_its_limit(self):
        run = measure.Run([sys.executable, "-c", "while True: pass"], cpu_limit=1)
        self.assertIsNone(run.status)
        self.assertGreater(run.cpu, 0.5)


class Sizes(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="groeiplan-test-")
        self.addCleanup(shutil.rmtree, self.folder, True)

    def make(self, name, n):
        folder = os.path.join(self.folder, name)
        sizes.make(STARTER, folder, n)
        return folder

    def column(self, folder, name, column):
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            return [row[column] for row in csv.DictReader(file)]

    def test_the_same_bytes_and_as_many_boards(self):
        for n in (3, 2300):
            one, other = self.make(f"a{n}", n), self.make(f"b{n}", n)
            for name in os.listdir(one):
                with open(os.path.join(one, name), "rb") as a, \
                        open(os.path.join(other, name), "rb") as b:
                    self.assertEqual(a.read(), b.read(), name)
            boards = self.column(one, "boards.csv", "board")
            self.assertEqual(len(set(boards)), n)
            self.assertEqual(set(self.column(one, "schools.csv", "board")), set(boards))
            for name, code in (("schools.csv", "school"), ("expert_coaches.csv", "coach")):
                codes = self.column(one, name, code)
                self.assertEqual(len(set(codes)), len(codes), name)

    def test_the_starter_itself(self):
        folder = self.make("starter", 1100)
        self.assertEqual(sorted(self.column(folder, "schools.csv", "school")),
                         sorted(self.column(STARTER, "schools.csv", "school")))
        self.assertEqual([float(value) for value in self.column(folder, "parameters.csv", "value")],
                         [float(value) for value in self.column(STARTER, "parameters.csv", "value")])


class Smoke(unittest.TestCase):
    def test_every_row_is_printed_and_agrees(self):
        done = subprocess.run([sys.executable, "-B", os.path.join(HERE, "run"), BUILD, "--quick",
                               "--no-build"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr[-3000:])
        short = done.stdout[done.stdout.index("== in short"):]
        for row, value in (("relaxed, whole process", "times by cpu"), ("plan again", "median"),
                           ("relaxed, inside", "with proof"),
                           ("whole, whole process", "audit passed"),
                           ("again after publishing", "audit passed"),
                           ("futures", "a second and core"),
                           ("board packs", "a second and core"), ("growth of time", "whole n^"),
                           ("growth of memory", "whole n^")):
            lines = [line for line in short.splitlines() if line.startswith(row)]
            self.assertTrue(lines, f"{row}\n{done.stdout[-6000:]}")
            for line in lines:
                if "no clp, cbc or HiGHS" not in line:
                    self.assertIn(value, line, done.stdout[-6000:])
        self.assertNotIn("NO PLAN", short)
        differences = [float(word) for word in re.findall(r" (\d\.\d+e[-+]\d\d)$", done.stdout,
                                                           re.MULTILINE)]
        self.assertGreater(len(differences), 3, done.stdout[-6000:])
        self.assertLess(max(differences), 1e-6, done.stdout[-6000:])


if __name__ == "__main__":
    unittest.main()
