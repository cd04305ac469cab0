# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories around the pages: preferences that are kept, files dropped on the window, a file opened twice,
the size of the window; and the Capacity page from start to end, with its charts as files."""
import os
import shutil
import subprocess
import unittest
import xml.etree.ElementTree

from desktop import Program
from story import FIXTURES, GROEIPLAN, PAGES, Story, cli, main
from widgets import above

FIRST, SECOND = range(1, 3)


class Stories(Story):
    # ---- preferences -----------------------------------------------------------------------------

    def choose(self, program, widgets, row, number):
        program.wait(lambda: any(row in widget.text for widget in widgets.tree().values()), row)
        widgets.ask("choose", widgets.only("AdwComboRow", row).id, str(number))

    def test_preferences_are_kept(self):
        """The theme at once, language and numbers when the program starts again, and all from then on."""
        program, screen, widgets = self.start_told(self.rich())
        self.plan(program, screen)
        program.activate("win.page", "'finance'")
        screen.wait("1,201")
        program.settle()
        self.assertGreater(program.display.brightness(), 190)
        program.activate("app.preferences")
        self.choose(program, widgets, "Light or dark", 2)
        widgets.ask("close")
        program.wait(lambda: program.display.brightness() < 80, "a dark window")
        program.activate("app.preferences")
        self.choose(program, widgets, "Language", 1)
        self.choose(program, widgets, "Numbers", 2)
        widgets.ask("close")
        for _ in range(2):
            program.again()
            program.wait(lambda: program.is_enabled("page"), "the project")
            program.activate("win.page", "'finance'")
            screen.wait("Besturen")
            screen.wait("1,201")  # in Dutch it would be 1.201
            program.wait(lambda: program.display.brightness() < 80, "a dark window")
        self.finish(program)

    # ---- files -----------------------------------------------------------------------------------

    def drop(self, widgets, *paths):
        return widgets.ask("drop", widgets.only("GpWindow", "Proefproject – ").id, *paths)

    def test_files_are_dropped(self):
        """Tables together into the assistant, a project into a window; a strange file says what it is."""
        path, other = self.small(), self.path("ander.groeiplan")
        shutil.copy(path, other)
        program, screen, widgets = self.start_told(path)
        register = [os.path.realpath(os.path.join(FIXTURES, "register", name))
                    for name in ("primary-2026.csv", "boards.csv")]
        self.assertEqual(self.drop(widgets, *register), "yes")
        screen.wait("All changes (")
        screen.wait("locations of primary schools")
        screen.wait("boards and their names")  # both files
        screen.press("Apply")
        self.until(program, path, "SELECT count(*) > 36 FROM schools", [(1,)])
        letter = self.path("letter.txt")
        with open(letter, "w", encoding="utf-8") as file:
            file.write("Dear reader,")
        self.drop(widgets, letter)
        screen.wait("The project cannot be opened")
        screen.press("Close")
        screen.wait_gone("The project cannot be opened")
        windows = [widget for widget in widgets.tree().values() if widget.type == "GpWindow"]
        self.assertEqual(len(windows), 1, "nothing was opened, and no empty window stays")
        program.wait(lambda: not program.is_enabled("cancel"), "the end of the import")
        self.drop(widgets, other)
        program.wait(lambda: [widget.text for widget in widgets.tree().values()].count(
            "Proefproject – Groeiplan") == 2, "a second window")
        self.finish(program)

    def test_one_program_for_all_files(self):
        """A second start hands its file to the first: in a window of its own, or in front."""
        path, other = self.small(), self.path("ander.groeiplan")
        shutil.copy(path, other)
        program, screen, widgets = self.start_told(path)

        def start_again(file):
            done = subprocess.run([GROEIPLAN, file], env=program.environment, timeout=60, check=False,
                                  capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr)

        def windows():
            return sorted(widget.text for widget in widgets.tree().values()
                          if widget.type == "GpWindow")

        start_again(other)
        program.wait(lambda: len(windows()) == 2, "a second window")
        program.wait_window(SECOND)
        program.wait(lambda: program.is_enabled("page", SECOND), "its project")
        start_again(other)
        start_again(path)
        widgets.settled()
        self.assertEqual(len(windows()), 2, windows())
        self.finish(program)

    def test_another_computer_has_it(self):
        """The project is open in a program that this one cannot speak to: to read, and it says so."""
        path = self.small()
        with Program(GROEIPLAN, [path]) as first:
            first.wait_window()
            first.wait(lambda: first.is_enabled("records-add") or first.is_enabled("page"), "the project")
            first.activate("win.page", "'schools'")
            first.wait(lambda: first.is_enabled("records-add"), "editing")
            program, screen = self.start(path)
            program.activate("win.page", "'schools'")
            program.wait(lambda: program.is_enabled("records-select-all"), "the schools")
            if screen.has("Open for reading only."):
                self.assertFalse(program.is_enabled("records-add"))
            else:  # both may write, each in its turn; neither loses what the other wrote
                program.activate("win.records-set-cell", "('V0-3', 'pupils', '501')")
                self.until(program, path, "SELECT pupils FROM schools WHERE school = 'V0-3'", [(501,)])
            self.finish(program)

    def test_window_keeps_its_size(self):
        if shutil.which("xdotool") is None:
            self.skipTest("not run: no xdotool")
        program, screen, widgets = self.start_told(self.small())

        def size():
            window = widgets.only("GpWindow")
            return window.width, window.height

        before = size()
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Proef"], text=True,
                                env=program.environment, capture_output=True, check=True).stdout.split()[0]
        subprocess.run(["xdotool", "windowsize", window, "900", "600"], env=program.environment, check=True)
        program.wait(lambda: size() != before, "another size")
        after = size()
        program.again()
        program.wait(lambda: program.is_enabled("page"), "the project")
        widgets.settled()
        self.assertEqual(size(), after)
        self.finish(program)

    def test_long_names_stay_in_the_window(self):
        """Also names in other scripts, from right to left, and pictures of letters."""
        program, screen, widgets = self.start_told(self.rich(), width=360, height=480)
        self.plan(program, screen)
        program.activate("win.page", "'scenarios'")
        program.wait(lambda: program.is_enabled("scenario-describe"), "the scenarios")
        program.activate("win.scenario-describe", "('" + "Zeer lang " * 200 + "', '\U0001f3eb')")
        program.activate("win.page", "'schools'")
        program.wait(lambda: program.is_enabled("records-set-cell"), "the schools")
        program.activate("win.records-set-cell", "('V0-3', 'name', '\U0001f3eb مدرسة \u202e " + "W" * 300 + "')")
        for page in PAGES:
            program.activate("win.page", f"'{page}'")
            widgets.settled()
            self.assertLessEqual(widgets.only("GpWindow").width, 372, page)
        self.finish(program)

    # ---- Capacity --------------------------------------------------------------------------------

    def charts(self, widgets):
        return [widget for widget in widgets.tree().values() if widget.type == "GpChartBox"]

    def save(self, widgets, chart, form):
        path = self.path("chart." + form)
        self.assertEqual(widgets.ask("do", chart.id, "chart.save-to", f"('{form}', '{path}')"), "yes")
        with open(path, "rb") as file:
            return path, file.read()

    def test_capacity_from_start_to_end(self):
        program, screen, widgets = self.start_told(self.rich())
        program.activate("win.page", "'capacity'")
        screen.wait("There is no plan yet")
        program.activate("win.page", "'overview'")
        self.plan(program, screen)
        program.activate("win.page", "'capacity'")
        screen.wait("Where expert days run short")
        widgets.settled()
        everywhere = {text for text in screen.labels() if text}
        self.choose_region(widgets, program)
        program.wait(lambda: {text for text in screen.labels() if text} != everywhere, "one region")
        chart = self.charts(widgets)[0]
        tree = widgets.tree()
        toggle = next(widget for widget in tree.values() if widget.type == "GtkToggleButton"
                      and chart.id in {up.id for up in above(tree, widget)})

        def drawn():
            tree = widgets.tree()
            return any(widget.type == "GpChartArea" and chart.id in {up.id for up in above(tree, widget)}
                       for widget in tree.values())

        for wanted in (False, True):
            self.assertNotEqual(drawn(), wanted)
            widgets.ask("press", toggle.id)
            program.wait(lambda: drawn() == wanted, "the chart or its numbers")
        self.files(widgets, self.charts(widgets)[0])
        self.finish(program)

    def choose_region(self, widgets, program):
        choice = widgets.only("GtkDropDown")
        widgets.ask("choose", choice.id, "3")

    def files(self, widgets, chart):
        """The chart as each kind of file, as other programs read it."""
        _, png = self.save(widgets, chart, "png")
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        self.assertGreater(int.from_bytes(png[16:20], "big"), 400)  # its width
        path, _ = self.save(widgets, chart, "svg")
        drawing = xml.etree.ElementTree.parse(path).getroot()
        self.assertTrue(drawing.tag.endswith("svg"))
        self.assertGreater(len(list(drawing.iter())), 50)
        path, pdf = self.save(widgets, chart, "pdf")
        self.assertEqual(pdf[:5], b"%PDF-")
        if shutil.which("pdftotext") is None:
            raise unittest.SkipTest("not run: no pdftotext (package poppler-utils)")
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        self.assertIn("2027", text)


if __name__ == "__main__":
    main()
