# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of the desktop program, driven through its actions and read through at-spi.

Usage: test_desktop.py STORY, with GROEIPLAN and GROEIPLAN_CLI in the environment. Warnings of GTK
are fatal, and under sanitizers the program must end without leaks.
"""
import os
import sqlite3

from desktop import Program
from story import FIXTURES, GROEIPLAN, PAGES, Story, cli, main


class Stories(Story):
    def test_open_plan_search(self):
        path = self.small()
        program, screen = self.start(path)
        screen.wait("6 schools take part now; the goal is 30 in 2029. There is no plan yet.")
        self.plan(program, screen)
        headline = next(text for text in screen.labels() if text.startswith("In 2029, "))
        self.assertIn("fewer than the goal of 30", headline)
        self.assertTrue(any(text.endswith(" s") for text in screen.labels()), "the time it took")
        program.activate("win.go-to", "('plan', 'view:1')")
        screen.wait("Starting schools")
        all_rows = self.count_of(program, screen)
        self.assertEqual(all_rows[0], all_rows[1])
        self.assertGreater(all_rows[1], 3)
        program.activate("win.find-text", "'GROEIKRACHT noord'")
        program.wait(lambda: self.count_of(program, screen)[0] < all_rows[1], "fewer rows")
        some = self.count_of(program, screen)
        self.assertEqual(some[1], all_rows[1])
        self.assertEqual(some[0], self.labels_in_page(screen, "Plan").count("Groeikracht"))
        program.activate("win.find-text", "'nowhere to be found'")
        screen.wait("0 of ")
        self.finish(program)
        audit = cli("audit", path)
        self.assertEqual(audit.returncode, 0, audit.stdout + audit.stderr)

    def labels_in_page(self, screen, title):
        page = next(node for role, name, node in screen.nodes()
                    if role == "panel" and name == title)
        return [name for role, name, _ in screen.nodes(page) if role == "label"]

    def count_of(self, program, screen):
        """(shown, all) of the page in front."""
        title = {"plan": "Plan", "boards": "Boards", "schools": "Schools"}[program.state("page")]
        for name in self.labels_in_page(screen, title):
            words = name.replace(",", "").split(" of ")
            if len(words) == 2 and words[0].isdigit() and words[1].isdigit():
                return int(words[0]), int(words[1])
        return 0, 0

    def test_scenario_has_its_own_plan(self):
        program, screen = self.start(self.small())
        self.assertEqual(program.state("scenario"), "base")
        self.plan(program, screen)
        program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "scenario", "<'calm'>", "{}")
        screen.wait("There is no plan yet.")
        self.assertEqual(program.state("scenario"), "calm")
        program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "scenario", "<'base'>", "{}")
        screen.wait("In 2029, ")
        program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "scenario", "<'none'>", "{}")
        self.assertEqual(program.state("scenario"), "base")
        self.finish(program)

    def info_is_stale(self, path):
        return "data changed since" in cli("info", path).stdout

    def test_undo_makes_the_plan_fresh_again(self):
        """Stale while an edit stands, fresh when it is taken back, also for who reads the file."""
        path = self.small()
        program, screen = self.start(path)
        self.plan(program, screen)
        self.assertFalse(self.info_is_stale(path))
        files = [os.path.join(FIXTURES, "register", name)
                 for name in ("primary-2026.csv", "boards.csv")]
        program.activate("win.import-register-files", str(files))
        screen.wait("All changes (")
        screen.press("Apply")
        screen.wait_gone("All changes (")
        screen.wait("The data changed since this plan was made.")
        self.assertTrue(self.info_is_stale(path))
        for _ in range(2):
            program.activate("win.undo")
            screen.wait_gone("The data changed since this plan was made.")
            self.assertFalse(self.info_is_stale(path))
            program.activate("win.redo")
            screen.wait("The data changed since this plan was made.")
            self.assertTrue(self.info_is_stale(path))
        self.finish(program)

    def test_import_and_undo(self):
        path = self.small()
        program, screen = self.start(path)
        self.plan(program, screen)
        self.assertFalse(program.is_enabled("undo"))
        files = [os.path.join(FIXTURES, "register", name)
                 for name in ("primary-2026.csv", "boards.csv")]
        program.activate("win.import-register-files", str(files))
        screen.wait("All changes (")
        screen.wait("locations of primary schools")
        screen.wait("boards and their names")
        screen.press("Apply")
        screen.wait_gone("All changes (")
        program.wait(lambda: program.is_enabled("undo"), "undo")
        screen.wait("The data changed since this plan was made.")
        program.activate("win.page", "'schools'")
        program.wait(lambda: self.count_of(program, screen)[1] > 36, "the imported schools")
        imported = self.count_of(program, screen)[1]
        program.activate("win.undo")
        program.wait(lambda: self.count_of(program, screen)[1] == 36, "the schools of before")
        self.assertFalse(program.is_enabled("undo"))
        program.activate("win.redo")
        program.wait(lambda: self.count_of(program, screen)[1] == imported, "the imported ones")
        self.finish(program)
        with sqlite3.connect(path) as database:
            self.assertEqual(database.execute("SELECT count(*) FROM schools").fetchone()[0],
                             imported)

    def test_import_refused(self):
        path = self.small()
        program, screen = self.start(path)
        garbage = self.path("garbage.csv")
        with open(garbage, "wb") as file:
            file.write(bytes(range(256)) * 50)
        program.activate("win.import-register-files", str([garbage]))
        screen.wait("Nothing was imported")
        screen.wait("garbage.csv")
        screen.press("Close")
        program.activate("win.import-register-files", str([self.path("absent.csv")]))
        screen.wait("absent.csv")
        screen.press("Close")
        program.activate("win.import-register")
        screen.wait("Choose register files")
        screen.press("Close")
        self.assertFalse(program.is_enabled("undo"))
        self.finish(program)

    def test_wrong_files(self):
        text = self.path("letter.groeiplan")
        with open(text, "w") as file:
            file.write("Dear reader,\n" * 1000)
        other = self.path("other.groeiplan")
        with sqlite3.connect(other) as database:
            database.execute("CREATE TABLE t (x)")
        damaged = self.small("damaged.groeiplan")
        with open(damaged, "r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 8192)
        program, screen = self.start(text, project=False)
        for path in (text, other, damaged, self.folder, self.path("absent.groeiplan")):
            if path != text:
                program.activate("app.open-path", f"'{path}'")
            screen.wait("The project cannot be opened")
            self.assertFalse(program.is_enabled("page"))
            screen.press("Close")
            screen.wait_gone("The project cannot be opened")
        good = self.small("good.groeiplan")
        program.activate("app.open-path", f"'{good}'")
        program.wait(lambda: program.is_enabled("page"), "the good project")
        self.finish(program)

    def test_create(self):
        program, screen = self.start(project=False)
        screen.wait("New with Example Boards")
        self.assertFalse(program.is_enabled("plan"))
        path = self.path("nieuw")
        program.activate("win.create", f"('{path}', true)")
        program.wait(lambda: program.is_enabled("page"), "the new project")
        screen.wait("1,600 schools take part now")
        self.assertTrue(os.path.exists(path + ".groeiplan"))
        program.activate("win.create", f"('{path}', true)")
        screen.wait("The project cannot be made")
        screen.press("Close")
        program.activate("win.create", f"('{self.path('leeg')}', false)")
        program.wait_window(2)
        program.wait(lambda: program.is_enabled("page", 2), "the empty project")
        self.finish(program)
        info = cli("info", self.path("leeg.groeiplan"))
        self.assertEqual(info.returncode, 0, info.stderr)

    def test_cancel(self):
        path = self.path("starter.groeiplan")
        self.assertEqual(cli("new", path).returncode, 0)
        program, screen = self.start(path)
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("cancel"), "planning")
        self.assertFalse(program.is_enabled("plan"))
        program.activate("win.cancel")
        screen.wait("Cancelled: Planning")  # a toast: gone after some seconds
        program.wait(lambda: program.is_enabled("plan"), "the end of planning")
        screen.wait("There is no plan yet.")
        program.activate("win.plan")  # closing while planning must not hang either
        self.finish(program)

    def test_read_only(self):
        path = self.small()
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        program, screen = self.start(path)
        screen.wait("Open for reading only.")
        self.plan(program, screen)
        files = [os.path.join(FIXTURES, "register", "primary-2026.csv")]
        program.activate("win.import-register-files", str(files))
        screen.wait("All changes (")
        screen.press("Close")
        self.assertFalse(program.is_enabled("undo"))
        holder.rollback()
        holder.close()
        self.finish(program)

    def test_narrow(self):
        # in Dutch, whose words are longer
        program, screen = self.start(self.small(), width=360, height=480, language="nl")
        program.activate("win.plan")
        screen.wait("In 2029 doen ")
        for page in PAGES:
            program.activate("win.page", f"'{page}'")
            program.settle(0.3)
            self.assertLessEqual(screen.window_size()[0], 372, page)
        self.finish(program)

    def test_light_and_dark(self):
        path = self.small()
        brightness = {}
        for theme in ("light", "dark"):
            with Program(GROEIPLAN, [path], theme=theme) as program:
                program.wait_window()
                program.wait(lambda: program.is_enabled("page"), "the project")
                program.settle()
                brightness[theme] = program.display.brightness()
        self.assertGreater(brightness["light"], 200)
        self.assertLess(brightness["dark"], 80)

    def test_dutch(self):
        program, screen = self.start(self.small(), language="nl")
        screen.wait("6 scholen doen nu mee; het doel is 30 in 2029. Er is nog geen plan.")
        for page in ("Overzicht", "Capaciteit", "Waarom", "Vergelijken", "Toekomsten", "Besturen"):
            screen.wait(page)
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan"), "the plan")
        screen.wait("In 2029 doen ")
        self.finish(program)


if __name__ == "__main__":
    main()
