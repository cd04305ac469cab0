# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of the Why page: repairs and prices are found, a repair becomes a scenario, and undo takes
it back."""

import os
import sqlite3

from story import FIXTURES, Story, cli, main


class Stories(Story):
    def test_repair_becomes_a_scenario(self):
        path = self.small()
        before = self.exported(path, "before")
        program, screen = self.start(path)
        program.activate("win.page", "'why'")
        screen.wait("Nothing to explain yet")
        program.activate("win.page", "'overview'")
        self.plan(program, screen)
        program.activate("win.page", "'why'")
        screen.wait("What would repair it")
        screen.wait("What is full")  # at once, before anything is looked for
        screen.wait("expert days run short ")
        screen.press("Find Repairs")
        screen.press("Find Prices")
        program.wait(lambda: not program.is_enabled("cancel"), "repairs and prices")
        screen.wait("What the order of the priorities costs")
        screen.wait("One more: ")
        printed = cli("repairs", path).stdout
        sentence = next(line.split(None, 1)[1] for line in printed.splitlines()
                        if "no regular school waits" in line)
        screen.wait(sentence[:40])
        screen.press("Make Scenario")
        screen.wait("Added a scenario with the repair")
        self.assertTrue(program.state("scenario").startswith("base-"))
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan") and not program.is_enabled("cancel"), "plan")
        audit = cli("audit", path, "--scenario", program.state("scenario"))
        self.assertEqual(audit.returncode, 0, audit.stdout + audit.stderr)
        program.activate("win.undo")
        program.wait(lambda: program.state("scenario") == "base", "the way back")
        self.finish(program)
        self.assertEqual(self.exported(path, "after"), before)


    def test_what_was_found_is_kept(self):
        path = self.small()
        program, screen = self.start(path)
        program.activate("win.import-register-files",
                         str([os.path.join(FIXTURES, "register", name)
                              for name in ("primary-2026.csv", "boards.csv")]))
        screen.wait("All changes (")
        screen.press("Apply")
        program.wait(lambda: program.is_enabled("undo"), "the import")
        self.plan(program, screen)
        program.activate("win.page", "'why'")
        screen.press("Find Repairs")
        program.wait(lambda: not program.is_enabled("cancel"), "repairs")
        screen.press("Find Prices")
        program.wait(lambda: not program.is_enabled("cancel"), "prices")
        screen.wait("One more: ")
        self.finish(program)
        kinds = [row[0] for row in self.ask(path, "SELECT kind FROM results ORDER BY kind")]
        self.assertEqual(kinds, ["prices", "repairs"])

        program, screen = self.start(path)  # there they are
        program.activate("win.page", "'why'")
        screen.wait("One more: ")
        screen.wait("no regular school waits")
        screen.wait_gone("The data changed since these answers were found")
        program.activate("win.undo")  # the import: these data are others
        screen.wait("The data changed since these answers were found")
        screen.wait("no regular school waits")
        program.activate("win.redo")
        screen.wait_gone("The data changed since these answers were found")
        screen.wait("no regular school waits")
        self.finish(program)

    def test_damaged_result_is_left_out(self):
        path = self.small()
        self.assertEqual(cli("plan", path).returncode, 0)
        with sqlite3.connect(path) as database:
            database.execute("INSERT INTO results (scenario, kind, time, data_version, text) "
                             "SELECT 'base', 'repairs', 0, data_version, 'nonsense' FROM state")
        database.close()
        program, screen = self.start(path)
        program.activate("win.page", "'why'")
        screen.wait("A result in the project file cannot be read")
        screen.press("Close")
        screen.wait("Find Repairs")
        self.finish(program)
        self.assertEqual(self.ask(path, "SELECT count(*) FROM results"), [(0,)])

    def test_closing_asks_for_what_is_not_kept(self):
        path = self.small()
        self.assertEqual(cli("plan", path).returncode, 0)
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        self.addCleanup(holder.close)
        program, screen = self.start(path)
        program.activate("win.page", "'why'")
        screen.wait("What would repair it")
        screen.press("Find Repairs")
        program.wait(lambda: not program.is_enabled("cancel"), "repairs")
        screen.wait("no regular school waits")
        program.activate("app.quit")
        screen.wait("Close and lose what was found?")
        screen.press("Cancel")
        screen.wait_gone("Close and lose what was found?")
        screen.wait("no regular school waits")
        program.activate("app.quit")
        screen.press("Close Anyway")
        program.wait_end()
        self.assertEqual(program.error_text().strip(), "")
        self.assertEqual(program.process.returncode, 0)


if __name__ == "__main__":
    main()
