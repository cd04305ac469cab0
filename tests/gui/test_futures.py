# SPDX-License-Identifier: GPL-3.0-or-later
"""The Futures page from start to end: what to do first, futures drawn and shown as the command line
counts them, what is stale said so; and a draw that is cancelled."""
import json
import os

from small_project import add_uncertainty
from story import FIXTURES, Story, cli, main


class Stories(Story):
    def project(self):
        """The small project with two uncertain assumptions."""
        self.small("zeker.groeiplan")
        folder = self.path("exchange")
        add_uncertainty(folder)
        path = self.path("onzeker.groeiplan")
        done = cli("import", path, folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return path

    def open_page(self, path):
        program, screen = self.start(path)
        program.activate("win.page", "'futures'")
        return program, screen

    def test_futures_need_uncertainty(self):
        program, screen = self.open_page(self.small())
        screen.wait("Nothing is uncertain yet")
        screen.press("Open Uncertainty")
        screen.wait("The futures draw each of these between low and high")
        self.finish(program)

    def test_futures_are_drawn(self):
        path = self.project()
        program, screen = self.open_page(path)
        screen.wait("How does the plan fare when assumptions turn out otherwise?")
        screen.wait("Plan this scenario first")
        screen.wait("the scenario’s value × 0.5 to × 1.2, likeliest × 1")
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan"), "the plan")
        screen.wait("Every future is planned again")
        screen.press("Draw Futures")
        screen.wait("100 futures were drawn with seed 1.")
        printed = cli("futures", path, "--count", "100", "--seed", "1", "--format", "json")
        self.assertEqual(printed.returncode, 0, printed.stderr)
        counted = json.loads(printed.stdout)
        promises = {promise["name"]: promise["kept"] for promise in counted["promises"]}
        screen.wait(f"In {promises['goal']} of 100 futures at least 30 schools take part in 2029.")
        screen.wait("No expert coach is overloaded")
        screen.wait(f"{promises['no_overload']} of 100 futures")
        self.assertGreater(len(set(promises.values())), 1, "promises that cannot be told apart")
        goal = next(year for year in counted["schools"] if year["goal"])
        screen.wait(f"In 2029 half of the futures reach {goal['p50']:.0f} schools, "
                    f"nine of ten reach {goal['p10']:.0f}")
        screen.wait(f"in future {counted['regret']['worst_future']}")
        screen.wait("What matters most: ")
        screen.wait("Going by the last ones, it takes about ")
        self.assertEqual(screen.unnamed(), [])
        # another scenario has none yet; the first one's are kept
        program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "scenario", "<'calm'>", "{}")
        screen.wait_gone("100 futures were drawn")
        program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "scenario", "<'base'>", "{}")
        screen.wait("100 futures were drawn with seed 1.")
        program.activate("win.import-register-files",
                         str([os.path.join(FIXTURES, "register", name)
                              for name in ("primary-2026.csv", "boards.csv")]))
        screen.wait("All changes (")
        screen.press("Apply")
        screen.wait("The data changed since these futures were drawn.")
        screen.wait("Plan this scenario first")
        screen.wait("100 futures were drawn with seed 1.")
        self.finish(program)
        program, screen = self.open_page(path)  # they are in the file, with what was said of them
        screen.wait("100 futures were drawn with seed 1.")
        screen.wait("The data changed since these futures were drawn.")
        screen.wait(f"In {promises['goal']} of 100 futures at least 30 schools take part in 2029.")
        screen.wait("What matters most: ")
        self.finish(program)

    def test_futures_cancelled(self):
        path = self.project()
        self.assertEqual(cli("plan", path).returncode, 0)
        program, screen = self.open_page(path)
        screen.wait("Every future is planned again")
        screen.press("Draw Futures")
        program.wait(lambda: program.is_enabled("cancel"), "futures")
        program.activate("win.cancel")
        screen.wait("Cancelled: Drawing futures")
        screen.wait("How does the plan fare when assumptions turn out otherwise?")
        screen.press("Draw Futures")  # and closing while it runs must not hang either
        self.finish(program)


if __name__ == "__main__":
    main()
