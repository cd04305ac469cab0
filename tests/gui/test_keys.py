# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories told with real keys alone: a table is edited, charts are read, a pin is put in its form, and
Tab goes through a page without getting stuck; and with a real wheel, which scrolls the page."""
import re
import sys

import keys as real_keys
from keys import Keys
from story import Story, main

if real_keys.missing():
    print("not run:", real_keys.missing())
    sys.exit(0)


class Stories(Story):
    def at_keyboard(self, path, **options):
        program, screen = self.start(path, **options)
        keyboard = Keys(program, screen)
        keyboard.to_window("Groeiplan|Proef|proef")
        return program, screen, keyboard

    def test_keys_edit_a_table(self):
        path = self.small()
        pupils = "SELECT pupils FROM schools WHERE school = 'V0-0'"
        program, screen, keyboard = self.at_keyboard(path)
        keyboard.press("alt+0")  # the schools
        screen.wait("36 of 36")
        keyboard.press("ctrl+f")
        keyboard.type("0-0")
        screen.wait("1 of 36")
        self.assertEqual(keyboard.focused()[0], "entry")
        keyboard.tab_to(lambda role, name: role == "table cell")
        for _ in range(16):
            if keyboard.focused()[1].startswith("Pupils"):
                break
            keyboard.press("Right")
        keyboard.press("F2")
        keyboard.press("ctrl+a")
        keyboard.type("77")
        keyboard.press("Escape")  # leaves it as it was
        self.assertEqual(self.ask(path, pupils), [(100,)])
        keyboard.press("Return", "ctrl+a")
        keyboard.type("78")
        keyboard.press("Return")
        self.until(program, path, pupils, [(78,)])
        keyboard.press("ctrl+z")
        self.until(program, path, pupils, [(100,)])
        keyboard.press("ctrl+shift+z")
        self.until(program, path, pupils, [(78,)])
        keyboard.press("ctrl+z")
        self.until(program, path, pupils, [(100,)])
        self.finish(program)

    def test_keys_jump_to_a_school(self):
        program, screen, keyboard = self.at_keyboard(self.small())
        keyboard.press("ctrl+k")
        keyboard.type("PROEFSCHOOL")
        screen.wait("And 6 more: type more of the name.")  # 30 of 36
        screen.wait("Proefschool 0-0, school, Stichting Verzonnen 0 · Noord")
        keyboard.press("Down")
        self.assertEqual(keyboard.focused()[1],
                         "Proefschool 0-1, school, Stichting Verzonnen 0 · Noord")
        keyboard.press("Up", "Up")  # into the entry again
        self.assertEqual(keyboard.focused()[0], "entry")
        keyboard.press("End")
        keyboard.type(" 3-2 zuid")
        screen.wait_gone("And 6 more")
        keyboard.press("Return")  # the best one
        program.wait(lambda: program.state("page") == "schools", "the page Schools")
        screen.wait("Proefschool 3-2")
        keyboard.press("ctrl+k")
        keyboard.type("proefschool")
        screen.wait("And 6 more")
        keyboard.press("Down", "Down", "Return")  # one from the list
        screen.wait_gone("And 6 more")
        screen.wait("Proefschool 0-2")
        self.finish(program)

    def test_keys_follow_figures(self):
        """From a number to the page that explains it: in the headlines, and the figures themselves."""
        def follow(label, role, page):
            keyboard.tab_to(lambda found, name: found == role and name.startswith(label))
            keyboard.press("Return")
            program.wait(lambda: program.state("page") == page, f"the page {page}")

        program, screen, keyboard = self.at_keyboard(self.small())
        keyboard.press("ctrl+Return")  # plans
        screen.wait("In 2029, ")
        follow("In 2029, ", "label", "plan")
        keyboard.press("alt+1")
        program.wait(lambda: program.state("page") == "overview", "the page Overview")
        figure = next(name for role, name in screen.read()
                      if role == "push button" and "cost of the plan" in name)
        follow(figure, "push button", "finance")
        keyboard.press("alt+3")
        screen.wait("schools start in 2026–2029, of")
        keyboard.tab_to(lambda role, name: role == "label" and "schools start in" in name)
        keyboard.press("Return")
        screen.wait("Starting schools")
        self.finish(program)

    def test_keys_ask_for_help(self):
        program, screen, keyboard = self.at_keyboard(self.small())
        keyboard.press("F1")
        keyboard.to_window("Help")
        screen.wait("A plan in five steps")
        keyboard.press("F1")  # the one that is open, not a second
        self.assertEqual(len(keyboard.windows("^Help$")), 1)
        keyboard.press("ctrl+f")
        keyboard.type("hand-over")
        screen.wait("The largest part of a board")
        keyboard.press("Escape")
        keyboard.tab_to(lambda role, name: role == "list item" and name.startswith("5. Agree"))
        keyboard.press("Return")
        program.wait(lambda: program.state("page") == "exports", "the page Exports")
        self.finish(program)

    def test_keys_read_charts(self):
        program, screen, keyboard = self.at_keyboard(self.small())
        keyboard.press("ctrl+Return")  # plans
        screen.wait("In 2029, ")
        keyboard.press("alt+1")
        keyboard.tab_to(lambda role, name: role == "image" and "Schools taking part" in name)
        keyboard.press("Home")  # wherever the pointer rests; its text also keeps room for the longest
        self.read_on(program, screen, keyboard, "Right", r"^20[0-9]*-20[0-9]*: already taking part")
        self.read_on(program, screen, keyboard, "Right", r"^20[0-9]*-20[0-9]*: already taking part")
        keyboard.press("alt+2")
        screen.wait("Where expert days run short")
        keyboard.tab_to(lambda role, name: role == "image" and "run short" in name)
        keyboard.press("Home")
        cell = r"^(Noord|Zuid), 20[0-9]*-20[0-9]*: .*expert days"
        self.read_on(program, screen, keyboard, "Right", cell)
        self.read_on(program, screen, keyboard, "Down", cell)
        keyboard.press("Home")
        for _ in range(10):
            if any(re.match(cell, text) and "more would be asked" in text for text in screen.labels()):
                break
            self.read_on(program, screen, keyboard, "Right", cell)
        keyboard.press("Return")  # why, of that region and year
        program.wait(lambda: program.state("page") == "why", "the page Why")
        screen.wait(": Show All")
        screen.press(": Show All")
        screen.wait_gone(": Show All")
        self.finish(program)

    def read_on(self, program, screen, keyboard, key, form):
        """A key reads out another value."""
        def readouts():
            return {text for text in screen.labels() if re.match(form, text)}

        before = readouts()
        keyboard.press(key)
        program.wait(lambda: readouts() != before and readouts(), f"another value by {key}", 30)

    def test_keys_put_a_pin(self):
        path = self.small()
        pins = "SELECT kind, board, programme, year, min, max, reason FROM pins ORDER BY year"
        program, screen, keyboard = self.at_keyboard(path)
        keyboard.press("alt+3")
        screen.wait("There is no plan yet.")
        keyboard.tab_to(lambda role, name: name.endswith("Add a Pin…"))
        keyboard.press("space")
        keyboard.to_window("^Pin$")
        screen.wait("Choose the board")
        self.assertIn("Board", keyboard.focused()[1])
        keyboard.type("zonnen 2")  # in the middle of its name
        keyboard.press("Return")  # takes what fits, and does not save
        screen.wait("Type how many")
        keyboard.tab_to(lambda role, name: name.startswith("Schools, each year"))
        keyboard.type("2")
        screen.wait("at least 2 (2026-2027)")
        keyboard.tab_to(lambda role, name: name.startswith("Reason"))
        keyboard.type("proef")
        keyboard.press("Return")
        self.until(program, path, pins, [("start", "V2", "regular", "2026-2027", 2, None, "proef")])
        keyboard.to_window("proef|Proef|Groeiplan")
        keyboard.press("ctrl+z")
        self.until(program, path, pins, [])
        self.finish(program)

    def test_tab_goes_round(self):
        program, screen, keyboard = self.at_keyboard(self.small())
        keyboard.press("ctrl+Return")
        screen.wait("In 2029, ")
        for page in ("overview", "why"):
            program.activate("win.page", f"'{page}'")
            program.settle(0.3)
            keyboard.press("Tab")
            first = keyboard.focused()
            self.assertIsNotNone(first, page)
            keyboard.press("Tab")
            passed = keyboard.tab_to(lambda role, name: (role, name) == first[:2])
            self.assertNotIn(None, passed, page)
            self.assertGreater(len(passed), 4, page)
            back = keyboard.tab_to(lambda role, name: (role, name) == passed[-1], key="shift+Tab")
            self.assertLess(len(back), 3, page)
        self.finish(program)

    def test_tab_leaves_tables(self):
        """A table is one stop: Tab gets to it, on to the pages beside it, and Shift+Tab back."""
        program, screen, keyboard = self.at_keyboard(self.small())
        keyboard.press("ctrl+Return")
        screen.wait("In 2029, ")
        pages = next(node for role, name, node in screen.nodes() if (role, name) == ("list", "Pages"))
        scroller = pages.get_parent().get_component_iface()
        self.assertGreater(scroller.get_extents(screen.atspi.CoordType.WINDOW).height, 400,
                           "the stop around the pages takes all the room there is")
        in_table = ("table cell", "table row")
        for page in ("boards", "schools", "coaches", "plan"):
            program.activate("win.page", f"'{page}'")
            program.settle(0.3)
            before = keyboard.tab_to(lambda role, name: role in in_table, most=25)[-1]
            keyboard.press("Down", "Tab")
            self.assertEqual(keyboard.focused()[:2], ("list item", page.capitalize()))
            keyboard.press("shift+Tab")
            self.assertIn(keyboard.focused()[0], in_table, page)
            keyboard.press("shift+Tab")
            self.assertEqual(keyboard.focused()[:2], before, page)
        self.finish(program)

    def test_scenario_is_named_by_keyboard(self):
        """A screen reader finds the name and its text; Enter stores it, and so does going on."""
        path = self.small()
        program, screen, keyboard = self.at_keyboard(path)
        names = "SELECT name, description FROM scenarios WHERE scenario = 'base'"
        program.activate("win.go-to", "('scenarios', 'priorities')")
        program.settle(0.3)
        keyboard.tab_to(lambda role, name: role in ("entry", "text") and name == "Name",
                        most=40)
        _, _, node = keyboard.focused()
        text = node.get_text_iface()
        self.assertEqual(text.get_text(0, text.get_character_count()), "Basis")
        keyboard.press("ctrl+a")
        keyboard.type("Anders")
        keyboard.press("Return")
        self.until(program, path, names, [("Anders", "")])
        keyboard.press("Tab")
        keyboard.type("een proef")
        keyboard.press("Tab")
        self.until(program, path, names, [("Anders", "een proef")])
        self.finish(program)

    def scrolled_by(self, keyboard, role, name, notches):
        """By how much what the wheel is turned over went up on the screen."""
        place = keyboard.centre(role, name)
        keyboard.wheel(place, notches)
        return place[1] - keyboard.centre(role, name)[1]

    def test_wheel_scrolls_the_page(self):
        program, screen, keyboard = self.at_keyboard(self.small(), width=900, height=640)
        keyboard.press("ctrl+Return")
        screen.wait("In 2029, ")
        program.activate("win.go-to", "('scenarios', 'what-if')")
        screen.wait("Move a slider to see roughly")
        self.assertGreater(self.scrolled_by(keyboard, "slider", "Expert coaches", 2), 20)
        self.assertLess(self.scrolled_by(keyboard, "slider", "Expert coaches", -1), -10)
        self.assertFalse(any("→" in label for label in screen.labels()), "a value was turned")
        program.activate("win.page", "'compare'")
        screen.wait("Regular starts, 2026–2029")
        self.assertGreater(self.scrolled_by(keyboard, "label", "Groeikracht starts, ", 2), 20)
        # what is beside is still reached: with Shift
        for _ in range(3):
            program.activate("win.scenario-new")
            program.settle(0.3)
        program.activate("win.page", "'compare'")
        program.settle(0.3)
        place = keyboard.centre("label", "Regular starts, ")
        keyboard.wheel(place, 2, keys=("shift",))
        self.assertLess(keyboard.centre("label", "Regular starts, ")[0], place[0] - 10)
        self.finish(program)


if __name__ == "__main__":
    main()
