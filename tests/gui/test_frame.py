# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of the window around the pages: history, work under way, printing, starting again."""
import os
import subprocess

from story import PAGES, Story, cli, main


class Stories(Story):
    def test_history_goes_back(self):
        path = self.small()
        before = self.exported(path, "before")
        program, screen = self.start(path)
        self.plan(program, screen)
        program.activate("win.publish")
        screen.wait("This plan is now the agreed one")
        self.assertTrue(program.is_enabled("undo"))
        program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "history", "<true>", "{}")
        screen.wait("Published the plan of ")
        screen.wait("The project before these changes")
        program.activate("win.go-back", "int64 0")
        program.wait(lambda: not program.is_enabled("undo"), "the way back")
        self.assertTrue(program.is_enabled("redo"))
        screen.wait(" – undone")
        self.finish(program)
        self.assertEqual(self.exported(path, "after"), before)

    def test_history_tells_who(self):
        """The name that the preferences say stands in the history and in no copy or export; an empty
        one is not kept."""
        path, copy = self.small(), self.path("copy.groeiplan")
        program, screen = self.start(path, settings="author=just 'Fictieve Zonderling'\n")
        self.plan(program, screen)
        program.activate("win.publish")
        screen.wait("This plan is now the agreed one")
        program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "history", "<true>", "{}")
        screen.wait("· Fictieve Zonderling – now")
        program.activate("win.save-anonymous-to", f"('{copy}', false)")
        program.wait(lambda: os.path.exists(copy), "the copy")
        self.finish(program)
        newest = "SELECT author FROM history ORDER BY id DESC LIMIT 1"
        self.assertEqual(self.ask(path, newest), [("Fictieve Zonderling",)])
        with open(copy, "rb") as file:
            self.assertFalse(b"Zonderling" in file.read())
        for name, text in self.exported(path, "out").items():
            self.assertFalse(b"Zonderling" in text, name)

        program, screen = self.start(path, settings="author=just ''\n")
        program.activate("win.undo")
        program.activate("win.publish")
        program.wait(lambda: self.ask(path, newest) == [("",)], "an edit without a name")
        self.finish(program)

    def steps(self, screen, name):
        """The buttons so named that pages offer as the first step, on the pages seen so far."""
        return [node for role, text, node in screen.nodes() if role == "push button" and text == name
                and "GpPlanFirst" in screen.where(node)]

    def offered(self, path, step, other):
        """Each page that has nothing to show offers that step, and not the other."""
        program, screen = self.start(path)
        for count, page in enumerate(("capacity", "plan", "why", "exports"), 1):
            program.activate("win.page", f"'{page}'")
            program.wait(lambda: len(self.steps(screen, step)) == count, f"“{step}” on {page}")
            self.assertFalse(self.steps(screen, other), page)
        return program, screen

    def test_nothing_to_plan(self):
        empty = self.path("leeg.groeiplan")
        done = cli("new", "--empty", empty)
        self.assertEqual(done.returncode, 0, done.stderr)
        program, _ = self.offered(empty, "Import from the Register…", "Plan")
        self.finish(program)

    def test_nothing_planned(self):
        program, screen = self.offered(self.small(), "Plan", "Import from the Register…")
        self.steps(screen, "Plan")[-1].get_action_iface().do_action(0)
        screen.wait("Page 1 of ")
        self.finish(program)

    def printed(self, program, page):
        """The text of each sheet on which the page is printed."""
        program.activate("win.page", f"'{page}'")
        program.settle(0.3)
        output = self.path(page + ".pdf")
        program.activate("win.print-to", f"'{output}'")
        program.wait(lambda: os.path.exists(output) and os.path.getsize(output) > 0
                     and open(output, "rb").read().rstrip().endswith(b"%%EOF"), "the PDF")
        text = subprocess.run(["pdftotext", "-layout", output, "-"], capture_output=True,
                              text=True, check=True).stdout
        return text.rstrip("\f").split("\f")

    def test_print_to_file(self):
        """Every page from a dark window: what it is and of when, what it shows, and on no sheet
        nothing."""
        program, screen = self.start(self.small(), theme="dark")
        self.plan(program, screen)
        schools = [f"Proefschool {board}-{school}" for board in range(6) for school in range(6)]
        wanted = {"overview": ["In 2029", "Noord"], "capacity": ["Noord", "2027-28"],
                  "plan": ["Home region", "Stichting Verzonnen 3"], "why": ["What would repair it"],
                  "scenarios": ["Basis"], "compare": ["Basis"], "futures": ["Futures"],
                  "finance": [], "boards": ["Home region", "Stichting Verzonnen 5", "V5"],
                  "schools": ["Pupils", "V5-5", *schools], "coaches": ["Proefcoach 1", "Proefcoach 2"],
                  "exports": ["PDF"]}
        self.assertEqual(set(wanted), set(PAGES))
        on_screen = {"overview": ["Repairs…"], "capacity": ["Repairs…", "All Boards…"],
                     "scenarios": ["Publish", "Keep and Plan"], "compare": ["Copy Table"]}
        for page, words in wanted.items():
            sheets = self.printed(program, page)
            for number, sheet in enumerate(sheets, 1):
                lines = [line for line in sheet.split("\n") if line.strip()]
                self.assertIn("Proefproject", lines[0], page)
                self.assertIn("As of ", lines[1], page)
                self.assertIn(f"Page {number} of {len(sheets)}", lines[-1], page)
                self.assertGreater(len(lines), 4, f"{page}, sheet {number}: {sheet}")
            for word in words:
                self.assertTrue(any(word in sheet for sheet in sheets), f"{word} of {page}: {sheets}")
            for word in on_screen.get(page, []):  # and to press there alone
                self.assertTrue(screen.has(word), f"{word} of {page}")
                self.assertFalse(any(word in sheet for sheet in sheets), f"{word} of {page}: {sheets}")
        self.finish(program)

    def test_starts_where_it_was_left(self):
        path = self.small()
        program, screen = self.start(path)
        program.activate("win.page", "'boards'")
        program.again()
        program.wait(lambda: program.is_enabled("page"), "the project")
        program.wait(lambda: program.state("page") == "boards", "the page")
        os.rename(path, path + ".moved")
        program.again()
        self.assertFalse(program.is_enabled("page"))
        self.finish(program)

    def test_recent_projects(self):
        """One that is gone is shown as such, and is taken off with a sentence when it is chosen."""
        one, two = self.small("een_1.groeiplan"), self.small("twee.groeiplan")
        program, screen = self.start(one)
        program.activate("win.open-recent", f"'{two}'")
        program.wait_window(2)
        os.rename(one, one + ".moved")
        os.rename(two, two + ".moved")
        program.again()  # nothing to open: the welcome page
        self.assertFalse(program.is_enabled("page"))
        screen.wait("No longer in " + self.folder)
        screen.wait("een_1.groeiplan")
        program.activate("win.open-recent", f"'{one}'")
        screen.wait(f"There is no file {one} any more")
        screen.press("Close")
        program.wait(lambda: "een_1.groeiplan" not in screen.labels(), "the list without it")
        self.assertIn("twee.groeiplan", screen.labels())
        os.rename(two + ".moved", two)
        program.activate("win.open-recent", f"'{two}'")
        program.wait(lambda: program.is_enabled("page"), "the project")
        self.finish(program)

    def test_shortcuts(self):
        program, screen = self.start(self.small())
        self.assertFalse(screen.has("Leave a cell as it was"))  # made when it is asked for
        program.activate("win.show-help-overlay")
        screen.wait("Leave a cell as it was")
        self.finish(program)

    def test_jump(self):
        program, screen = self.start(self.small())
        program.activate("win.jump")
        screen.wait("Type a part of a name, or a code.")
        entry = next(node for role, name, node in screen.nodes()
                     if name == "Name or code of a board, a school or a coach"
                     and node.get_editable_text_iface() is not None)
        entry.get_editable_text_iface().set_text_contents("nothing like it")
        screen.wait("Nothing has this name or code.")
        entry.get_editable_text_iface().set_text_contents("a")
        program.wait(lambda: any(role == "list item" and node.get_parent().get_name() ==
                                 "What was found" for role, _, node in screen.nodes()), "what was found")
        self.finish(program)

    def test_file_vanishes(self):
        path = self.small()
        program, screen = self.start(path)
        os.rename(path, path + ".moved")
        program.activate("win.plan")
        screen.wait("was deleted or moved while it was open")
        screen.wait("The plan could not be kept")
        screen.press("Close")
        screen.wait("In 2029, ")  # what was planned is shown all the same
        self.finish(program)
        self.assertEqual(cli("info", path + ".moved").returncode, 0)
        self.assertFalse(os.path.exists(path))


if __name__ == "__main__":
    main()
