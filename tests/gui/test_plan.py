# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of the Plan page: a start is pinned, planned again and kept, let go again; undo back to the
start gives the first project. And the views, each with what belongs in it."""
import csv
import os

from small_project import make_folder
from story import Story, cli, main


class Stories(Story):
    def pins(self, path, name):
        pins = self.exported(path, name)["pins.csv"].decode("utf-8-sig")
        return list(csv.DictReader(pins.splitlines()))

    def go(self, program, what):
        program.activate("win.go-to", f"('plan', '{what}')")

    def press(self, program, screen, name, what, pins):
        """Presses a button as soon as it can be pressed, and waits for the sentence about pins."""
        self.go(program, what)
        screen.press(name)
        screen.wait(pins)

    def test_pin_holds(self):
        path = self.small()
        before = self.exported(path, "before")
        program, screen = self.start(path)
        program.activate("win.page", "'plan'")
        screen.wait("There is no plan yet.")
        program.activate("win.plan")
        screen.wait("schools start in 2026–2029, of")
        self.go(program, "view:1")
        self.press(program, screen, "Pin", "regular 2026-2027", "1 decision is pinned.")
        pin, = self.pins(path, "pinned")
        self.assertEqual((pin["scenario"], pin["kind"], pin["programme"], pin["year"]),
                         ("base", "start", "regular", "2026-2027"))
        self.assertEqual(pin["min"], pin["max"])
        self.assertGreater(int(pin["min"]), 0)
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan") and not program.is_enabled("cancel"), "plan")
        self.go(program, "view:9")
        screen.wait("kept")
        audit = cli("audit", path)
        self.assertEqual(audit.returncode, 0, audit.stdout + audit.stderr)
        self.press(program, screen, "Unpin", pin["reason"], "Nothing is pinned")
        self.assertEqual(self.pins(path, "unpinned"), [])
        program.activate("win.undo")
        screen.wait("1 decision is pinned.")
        program.activate("win.undo")
        screen.wait("Nothing is pinned")
        self.finish(program)
        self.assertEqual(self.exported(path, "after"), before)

    def test_waterline(self):
        """Who waits: no chart before there is a plan or where nobody does, a chart where somebody does;
        from it to what it would take."""
        path = self.small()
        program, screen = self.start(path)
        program.activate("win.page", "'plan'")
        self.go(program, "view:7")
        screen.wait("There is no plan yet.")
        self.assertFalse(screen.has("Most schools without a start"))
        program.activate("win.plan")
        screen.wait("Most schools without a start are in")
        screen.wait("press Find Repairs there")
        screen.press("Repairs…")
        program.wait(lambda: program.state("page") == "why", "the page Why")
        self.go(program, "view:0")
        screen.wait_gone("Most schools without a start")
        self.finish(program)

    def test_plan_columns_are_defined(self):
        """What a column's head means is there to read, and what comes after the goal year is told
        apart, in its columns and in the sentence."""
        folder = self.path("exchange")
        make_folder(folder)
        frame = os.path.join(folder, "project.csv")
        with open(frame, newline="", encoding="utf-8") as file:
            text = file.read().replace("goal_year,2028-2029", "goal_year,2027-2028")
        with open(frame, "w", newline="", encoding="utf-8") as file:
            file.write(text)
        program, screen = self.start(self.small())
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan") and not program.is_enabled("cancel"), "plan")
        program.activate("win.page", "'plan'")
        screen.wait("more in the look-ahead to 2029")
        told = {name: node.get_description() for _, name, node in screen.nodes()
                if name in ("2027-28", "2028-29", "Home region") and node.get_description()}
        self.assertIn("G: Groeikracht starts", told["2027-28"])
        self.assertIn("The years after the goal year.", told["2028-29"])
        self.assertIn("count in this region", told["Home region"])
        for view in range(11):
            self.go(program, f"view:{view}")
            program.settle()
            heads = [(name, node) for role, name, node in screen.nodes()
                     if role == "filler" and name.strip()
                     and node.get_parent().get_role_name() == "table row"]
            self.assertGreater(len(heads), 3)
            self.assertEqual([], [name for name, node in heads if not node.get_description()])
        self.finish(program)

    def test_capacity_has_all_boards(self):
        """The chart's table is on the Plan page, of the region that is looked at."""
        program, screen = self.start(self.small())
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan") and not program.is_enabled("cancel"), "plan")
        program.activate("win.go-to", "('capacity', 'noord')")
        program.wait(lambda: any(role == "image" and name.startswith("Noord: most is asked in")
                                 for role, name in screen.read()), "the chart and its sentence")
        screen.press("All Boards…")
        program.wait(lambda: program.state("page") == "plan", "the page Plan")
        screen.wait("Coach-days asked")
        program.settle()
        names = [name for _, name in screen.read()]
        self.assertIn("2 of 2", names)
        self.assertIn("Stichting Verzonnen 0", names)
        self.assertNotIn("Stichting Verzonnen 1", names)  # of Zuid
        self.finish(program)


if __name__ == "__main__":
    main()
