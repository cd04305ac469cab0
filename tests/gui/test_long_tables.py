# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of a table with more rows than are seen: only those have widgets, and what has the focus and
what is selected are rows all the same, not places on the screen. Told with real keys and a real wheel."""
import sys

import keys as real_keys
from keys import Keys
from story import Story, main

if real_keys.missing():
    print("not run:", real_keys.missing())
    sys.exit(0)

CODES = [f"V{board}-{school}" for board in range(6) for school in range(6)]
FIRST, LAST = CODES[0], CODES[-1]


class Stories(Story):
    def at_schools(self):
        """The 36 schools, some nine of which are seen, with the focus on the code of the first."""
        path = self.small()
        program, screen = self.start(path, height=500)
        keyboard = Keys(program, screen)
        keyboard.to_window("Groeiplan|Proef|proef")
        keyboard.press("alt+0")
        screen.wait("36 of 36")
        program.activate("win.records-sort", "'school'")
        screen.wait(FIRST)
        keyboard.tab_to(lambda role, name: role == "table cell")
        keyboard.press("Home")
        for _ in range(16):
            if keyboard.focused()[1].startswith("Code"):
                break
            keyboard.press("Right")
        self.on_row(program, keyboard, FIRST)
        return path, program, screen, keyboard

    def on_row(self, program, keyboard, code):
        def there():
            focused = keyboard.focused()
            return focused is not None and focused[0] == "table cell" and focused[1].endswith(code)
        program.wait(there, f"the focus on {code}, not on {(keyboard.focused() or '?')[:2]}", 20)

    def seen(self, screen):
        """The codes that are read."""
        return [name for role, name in screen.read() if role == "table cell" and name in CODES]

    def test_keys_walk_a_long_table(self):
        path, program, screen, keyboard = self.at_schools()
        self.assertLess(len(self.seen(screen)), 20)  # 36 rows, but not 36 of widgets
        keyboard.press("End")
        self.on_row(program, keyboard, LAST)
        keyboard.press("Up")
        self.on_row(program, keyboard, CODES[-2])
        keyboard.press("Home")
        self.on_row(program, keyboard, FIRST)
        keyboard.press(*["Down"] * 20)
        self.on_row(program, keyboard, CODES[20])
        keyboard.press("Page_Up")
        program.wait(lambda: not keyboard.focused()[1].endswith(CODES[20]), "a page up", 20)
        keyboard.press("Home", "shift+End")
        screen.wait("36 selected")
        keyboard.press("Home")
        self.on_row(program, keyboard, FIRST)
        keyboard.press(*["shift+Down"] * 12)
        screen.wait("13 selected")
        keyboard.press("shift+Up")
        screen.wait("12 selected")
        self.finish(program)

    def test_focus_waits_for_its_row(self):
        path, program, screen, keyboard = self.at_schools()
        keyboard.press("Down", "Down")
        self.on_row(program, keyboard, CODES[2])
        place = (900, 350)
        keyboard.wheel(place, 40)
        program.wait(lambda: LAST in self.seen(screen), "the last row", 20)
        self.assertNotIn(CODES[2], self.seen(screen))
        focused = keyboard.focused()
        self.assertFalse(focused is not None and focused[0] == "table cell", focused and focused[:2])
        keyboard.press("Down")  # goes on from where it was
        self.on_row(program, keyboard, CODES[3])
        keyboard.wheel(place, 40)
        keyboard.wheel(place, -40)  # back in sight, it has the focus again
        self.on_row(program, keyboard, CODES[3])
        keyboard.wheel(place, 40)
        keyboard.press("F2", "ctrl+a")  # types in its own row, wherever the table was scrolled
        keyboard.type("V9-9")
        keyboard.press("Return")
        self.until(program, path, "SELECT count(*) FROM schools WHERE school = 'V9-9'", [(1,)])
        self.assertEqual(self.ask(path, f"SELECT count(*) FROM schools WHERE school = '{CODES[3]}'"),
                         [(0,)])
        self.finish(program)

    def test_typing_is_kept_when_scrolled(self):
        path, program, screen, keyboard = self.at_schools()
        keyboard.press("F2", "ctrl+a")
        keyboard.type("V8-8")
        keyboard.wheel((900, 350), 15)
        self.until(program, path, "SELECT count(*) FROM schools WHERE school = 'V8-8'", [(1,)])
        self.assertEqual(self.ask(path, f"SELECT count(*) FROM schools WHERE school = '{FIRST}'"),
                         [(0,)])
        self.finish(program)

    def test_focus_follows_its_row(self):
        path, program, screen, keyboard = self.at_schools()
        keyboard.press(*["Down"] * 4)
        self.on_row(program, keyboard, CODES[4])
        program.activate("win.find-text", "'v5-'")  # the row is not among those found
        screen.wait("6 of 36")
        program.activate("win.records-clear-filters")
        screen.wait("36 of 36")
        keyboard.tab_to(lambda role, name: role == "table cell")
        keyboard.press("End")
        self.on_row(program, keyboard, LAST)
        program.activate("win.records-sort", "'pupils'")
        keyboard.press("shift+F10", "Escape")  # no walking: the row is in sight, or brought there
        before = keyboard.focused()
        keyboard.press("Up", "Down")
        self.on_row(program, keyboard, LAST)
        self.assertIsNotNone(before)
        self.finish(program)


if __name__ == "__main__":
    main()
