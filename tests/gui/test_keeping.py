# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of keeping a project: a coach removed with all traces, a backup restored, a file that is moved
or opened by somebody else meanwhile."""
import glob
import os
import sqlite3

from story import Story, cli, main

COACH = ("QX77", "Zebulon van Quastrup")


class Stories(Story):
    def with_coach(self):
        """The small project, in which one expert coach has that code and name."""
        path = self.small()
        done = cli("export", path, self.path("out"))
        self.assertEqual(done.returncode, 0, done.stderr)
        table = self.path("out/expert_coaches.csv")
        with open(table, encoding="utf-8") as file:
            lines = file.read().splitlines()
        cells = lines[1].split(",")
        cells[:2] = COACH
        lines[1] = ",".join(cells)
        with open(table, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        done = cli("import", path, self.path("out"), "--replace")
        self.assertEqual(done.returncode, 0, done.stderr)
        return path

    def picture(self, program, name):
        """For a person to look at, where asked for."""
        folder = os.environ.get("GROEIPLAN_PICTURES")
        if folder:
            program.settle()
            program.picture(os.path.join(folder, name + ".png"))

    # ---- stories ---------------------------------------------------------------------------------

    def test_forgotten(self):
        path = self.with_coach()
        program, screen = self.start(path)
        program.activate("win.page", "'schools'")
        program.wait(lambda: program.is_enabled("records-select-all"), "the schools")
        program.activate("win.records-select-all")
        program.wait(lambda: program.is_enabled("records-delete"), "selected schools")
        self.assertFalse(program.is_enabled("records-forget"))
        program.activate("win.page", "'coaches'")
        screen.wait(COACH[1])
        program.activate("win.records-select", f"['{COACH[0]}']")
        program.wait(lambda: program.is_enabled("records-forget"), "a selected coach")
        program.activate("win.records-forget")
        screen.wait(f"Remove {COACH[1]} for good?")
        self.picture(program, "forget")
        screen.press("Cancel")
        program.settle(2)
        self.assertEqual(self.ask(path, "SELECT count(*) FROM expert_coaches WHERE coach = 'QX77'"),
                         [(1,)])
        program.activate("win.records-forget")
        screen.wait("Also from the 1 backup")
        screen.press("Remove for Good")
        screen.wait("Former coach 1")
        program.activate("win.undo")  # the history goes on
        self.finish(program)
        for file in glob.glob(self.path("*.groeiplan")):
            with open(file, "rb") as handle:
                content = handle.read().lower()
            for word in (b"qx77", b"zebulon", b"quastrup"):
                self.assertNotIn(word, content, file)

    def test_other_names(self):
        """A copy for somebody outside: other names, the same numbers; the project stays as it is."""
        path, copy, all_copy = self.with_coach(), self.path("kopie.groeiplan"), self.path("alles")
        program, screen = self.start(path)
        program.activate("win.save-anonymous-to", f"('{copy}', false)")
        screen.wait("Saved as kopie.groeiplan")
        program.activate("win.save-anonymous-to", f"('{all_copy}', true)")
        program.wait(lambda: os.path.exists(all_copy + ".groeiplan"), "the other copy")
        program.activate("win.save-anonymous-to", f"('{copy}', false)")
        screen.wait("The copy cannot be saved")  # nothing is overwritten
        screen.press("Close")
        self.finish(program)
        for file in (copy, all_copy + ".groeiplan"):
            with open(file, "rb") as handle:
                content = handle.read().lower()
            for word in (b"qx77", b"zebulon", b"quastrup"):
                self.assertNotIn(word, content, file)
            self.assertEqual(b"verzonnen" in content, file == copy)
            self.assertEqual(self.ask(file, "SELECT sum(days_per_year), count(*) FROM expert_coaches"),
                             self.ask(path, "SELECT sum(days_per_year), count(*) FROM expert_coaches"))
        self.assertEqual(self.ask(path, "SELECT name FROM expert_coaches WHERE coach = 'QX77'"),
                         [(COACH[1],)])

    def test_restored(self):
        path = self.small()
        program, screen = self.start(path)
        program.activate("win.restore")
        screen.wait("There are no backups yet")
        screen.press("Close")
        done = cli("backups", path, "--make")
        self.assertEqual(done.returncode, 0, done.stderr)
        program.activate("win.page", "'schools'")
        program.wait(lambda: program.is_enabled("records-select-all"), "schools")
        program.activate("win.records-set-cell", "('V0-3', 'pupils', '1,234')")
        self.until(program, path, "SELECT pupils FROM schools WHERE school = 'V0-3'", [(1234,)])
        program.activate("win.restore")
        screen.wait("made by hand")
        self.picture(program, "restore")
        screen.press("Restore")
        program.wait(lambda: self.ask(path, "SELECT pupils FROM schools WHERE school = 'V0-3'")
                     != [(1234,)], "what was there before")
        screen.wait_gone("made by hand")
        program.activate("win.restore")
        screen.wait("before another backup was restored")
        screen.press("Restore")  # the newest: back to what was there
        self.until(program, path, "SELECT pupils FROM schools WHERE school = 'V0-3'", [(1234,)])
        self.assertEqual(len(glob.glob(self.path("*(backup *"))), 3)
        self.finish(program)

    def test_moved(self):
        path = self.small()
        program, screen = self.start(path)
        program.activate("win.page", "'schools'")
        program.wait(lambda: program.is_enabled("records-select-all"), "schools")
        os.remove(path)
        program.activate("win.records-set-cell", "('V0-3', 'pupils', '1,234')")
        program.activate("win.save-copy-to", f"'{self.path('kopie.groeiplan')}'")
        program.wait(lambda: os.path.exists(self.path("kopie.groeiplan")), "the copy")
        screen.wait("deleted or moved")
        self.picture(program, "gone")
        self.assertFalse(os.path.exists(path))
        self.assertFalse(program.is_enabled("records-add"))
        self.assertEqual(self.ask(self.path("kopie.groeiplan"),
                                  "SELECT count(*) FROM schools WHERE pupils = 1234"), [(0,)])
        os.rename(self.path("kopie.groeiplan"), path)
        program.activate("win.open-again")  # what is there now
        program.wait(lambda: program.is_enabled("records-add"), "editing")
        screen.wait_gone("deleted or moved")
        program.activate("win.records-set-cell", "('V0-3', 'pupils', '1,234')")
        self.until(program, path, "SELECT pupils FROM schools WHERE school = 'V0-3'", [(1234,)])
        self.finish(program)

    def test_shared(self):
        """Somebody else has it open, then closes it."""
        path = self.small()
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        program, screen = self.start(path)
        screen.wait("Another program has it open")
        screen.wait(f"(process {os.getpid()})")
        self.picture(program, "shared")
        program.activate("win.page", "'schools'")
        program.wait(lambda: program.is_enabled("records-select-all"), "schools")
        self.assertFalse(program.is_enabled("records-add"))
        program.activate("win.open-again")
        screen.wait("Another program has it open")
        other.execute("UPDATE frame SET name = 'Van een ander'")
        other.execute("COMMIT")
        other.close()
        screen.press("Open for Editing")
        screen.wait_gone("Another program has it open")
        screen.wait("Van een ander")
        program.wait(lambda: program.is_enabled("records-add"), "editing")
        self.finish(program)


if __name__ == "__main__":
    main()
