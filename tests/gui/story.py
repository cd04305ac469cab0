# SPDX-License-Identifier: GPL-3.0-or-later
"""A story of the desktop program: a small project, the program on it, its end without a warning or a
leak. Wants GROEIPLAN and GROEIPLAN_CLI in the environment.
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import warnings

try:
    import gi
    gi.require_version("Atspi", "2.0")
    import gi.repository.Atspi  # noqa: F401
except (ImportError, ValueError):
    print("not run: no Atspi for Python (packages python3-gi and gir1.2-atspi-2.0)")
    sys.exit(0)

from desktop import Program
from screen import Screen
import widgets
from small_project import add_money, add_partner, add_uncertainty, make_folder

GROEIPLAN = os.environ["GROEIPLAN"]
CLI = os.environ["GROEIPLAN_CLI"]
PAGES = ("overview", "capacity", "plan", "why", "scenarios", "compare", "futures", "finance",
         "boards", "schools", "coaches", "exports")
FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures")


def cli(*arguments):
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})


# All that LeakSanitizer finds where more than 2,048 names were in use, as after a visit to every view: GLib
# leaves its first table of them behind when it makes a larger one, for those that read it without a lock.
QUARKS = "SUMMARY: AddressSanitizer: 16384 byte(s) leaked in 1 allocation(s)."


class Story(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="groeiplan-story-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def small(self, name="proef.groeiplan"):
        folder = self.path("exchange")
        if not os.path.exists(folder):
            make_folder(folder)
        done = cli("import", self.path(name), folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return self.path(name)

    def rich(self):
        """The small project with something for every page: money, uncertainty, a verandercoach."""
        folder = self.path("exchange")
        make_folder(folder)
        add_uncertainty(folder)
        add_money(folder)
        add_partner(folder)
        return self.small()

    def start(self, *arguments, project=True, **options):
        program = Program(GROEIPLAN, arguments, accessible=True, **options)
        self.addCleanup(lambda: program.process is None or program.close())
        program.wait_window()
        screen = Screen(program)
        if project:
            program.wait(lambda: program.is_enabled("page"), "the project")
        return program, screen

    def start_told(self, *arguments, **options):
        """With what its widgets are, from inside."""
        folder = tempfile.mkdtemp(prefix="tell-", dir=self.folder)
        program, screen = self.start(*arguments, more=widgets.environment(folder), **options)
        return program, screen, widgets.Widgets(program, folder)

    def finish(self, program):
        errors = program.error_text()
        program.call("/nl/groeiplan/Groeiplan", "Activate", "quit", "@av []", "{}")
        program.wait_end()
        errors = program.error_text()
        status = program.close()
        program.process = None
        if QUARKS in errors:
            status, errors = 0, errors.split("=" * 65)[0]
        self.assertEqual(status, 0, errors)
        self.assertEqual(errors.strip(), "")

    def ask(self, path, sql):
        """What the file holds; the program has it open and lets others read."""
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()

    def until(self, program, path, sql, wanted):
        program.wait(lambda: self.ask(path, sql) == wanted, f"{wanted} from {sql}", 60)

    def exported(self, path, name):
        """The project as exchange files, by name: an open one can be read by another program."""
        folder = self.path(name)
        done = cli("export", path, folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        found = {}
        for file in sorted(os.listdir(folder)):
            with open(os.path.join(folder, file), "rb") as opened:
                found[file] = opened.read()
        return found

    def undo_everything(self, program):
        for _ in range(100):
            if not program.is_enabled("undo"):
                return
            program.activate("win.undo")
            time.sleep(0.1)
        self.fail("there is no end to what can be undone")

    def plan(self, program, screen):
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan"), "the plan")
        screen.wait("In 2029, ")


def main():
    """Runs the stories named on the command line, of the class Stories in the caller's file."""
    warnings.simplefilter("ignore")  # of the at-spi bindings about themselves
    unittest.main(argv=[sys.argv[0], *(f"Stories.test_{name}" for name in sys.argv[1:])],
                  verbosity=2, warnings="ignore")
