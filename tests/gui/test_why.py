# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of the Why page: repairs and prices are found, a repair becomes a scenario, and undo takes
it back."""

from story import Story, cli, main


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


if __name__ == "__main__":
    main()
