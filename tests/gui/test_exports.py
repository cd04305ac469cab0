# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of the Exports page: reports are written into a folder and open in other programs; what
cannot be written says so and leaves nothing behind."""
import csv
import os
import shutil
import subprocess
import unittest
import zipfile

from story import Story, cli, main

BOARD, ALL, DIRECTOR, FINANCE = range(4)
DUTCH, ENGLISH = range(2)


class Stories(Story):
    def planned(self):
        program, screen = self.start(self.small())
        self.plan(program, screen)
        program.activate("win.page", "'exports'")
        program.wait(lambda: program.is_enabled("export-to"), "the page")
        return program, screen

    def choose(self, program, kind, board=0, language=ENGLISH):
        program.activate("win.export-choose",
                         f"(uint32 {kind}, uint32 {board}, uint32 {language})")

    @staticmethod
    def is_written(folder):
        names = os.listdir(folder) if os.path.isdir(folder) else []
        return bool(names) and not any(name.startswith(".groeiplan-") for name in names)

    def write(self, program, screen, name, told):
        folder = self.path(name)
        program.activate("win.export-to", f"'{folder}'")
        # the sentence goes by itself after some seconds, which a busy machine's reader may miss: the
        # files are all there when the folder beside them is gone
        program.wait(lambda: screen.has(told + name) or self.is_written(folder), told + name)
        program.wait(lambda: self.is_written(folder), "the files")
        files = sorted(os.path.relpath(os.path.join(where, name), folder)
                       for where, _, names in os.walk(folder) for name in names)
        self.assertFalse([file for file in files if file.startswith(".")], files)
        return {file: os.path.join(folder, file) for file in files}

    def text_of(self, path):
        if shutil.which("pdftotext") is None:
            raise unittest.SkipTest("not run: no pdftotext (package poppler-utils)")
        done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def only(self, files, ending):
        found = [path for file, path in files.items() if file.endswith(ending)]
        self.assertEqual(len(found), 1, files)
        return found[0]

    def assert_opens(self, path):
        with zipfile.ZipFile(path) as workbook:
            self.assertIsNone(workbook.testzip())
            self.assertIn("xl/workbook.xml", workbook.namelist())

    def handle_folders(self, program):
        """Makes a program of the test's open folders: it notes which."""
        noted = self.path("noted")
        script = self.path("opener")
        with open(script, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\necho "$1" >"{noted}"\n')
        os.chmod(script, 0o755)
        applications = os.path.join(program.home, "data", "applications")
        os.makedirs(applications)
        with open(os.path.join(applications, "opener.desktop"), "w", encoding="utf-8") as file:
            file.write(f"[Desktop Entry]\nType=Application\nName=Opener\nExec={script} %f\n"
                       "MimeType=inode/directory;\n")
        with open(os.path.join(program.home, "config", "mimeapps.list"), "w",
                  encoding="utf-8") as file:
            file.write("[Default Applications]\ninode/directory=opener.desktop\n")
        return noted

    def test_reports_are_written(self):
        program, screen = self.planned()
        self.choose(program, BOARD, board=1)
        # at once: it waits until what reports are made from is there
        files = self.write(program, screen, "pack", "Wrote 2 files to ")
        text = self.text_of(self.only(files, ".pdf"))
        self.assertIn("Stichting Verzonnen 1", text)
        self.assertNotIn("Stichting Verzonnen 2", text)
        self.assert_opens(self.only(files, ".xlsx"))
        screen.wait("Wrote 2 files to pack")
        screen.wait("Open Folder")
        noted = self.handle_folders(program)
        self.choose(program, DIRECTOR, language=DUTCH)
        files = self.write(program, screen, "directie", "Wrote 1 file to ")
        self.assertIn("Proefproject", self.text_of(self.only(files, ".pdf")))
        self.choose(program, FINANCE)
        files = self.write(program, screen, "geld", "Wrote 1 file to ")
        self.assert_opens(self.only(files, ".xlsx"))
        screen.press("Open Folder")
        program.wait(lambda: os.path.exists(noted) and os.path.getsize(noted) > 0, "the folder")
        with open(noted, encoding="utf-8") as file:
            self.assertEqual(file.read().strip(), self.path("geld"))
        self.finish(program)

    def packs(self, program, screen, name):
        """The packs of all boards in Dutch; which boards have one in which language."""
        self.choose(program, ALL, language=DUTCH)
        files = self.write(program, screen, name, "Wrote the packs of 6 boards to ")
        found = {}
        for file in files:
            if file.endswith(".pdf"):
                stem, board = file.split("-V")[0], "V" + file.split("-V")[1][0]
                found[board] = stem.split("/")[0]
        return found

    def is_own(self, screen):
        for role, name, node in screen.nodes():
            if role == "check box" and name == "Always for this board":
                return node.get_state_set().contains(screen.atspi.StateType.CHECKED)
        raise AssertionError("the page has no such box")

    def test_a_board_keeps_its_language(self):
        program, screen = self.planned()
        self.choose(program, BOARD, board=1, language=ENGLISH)
        program.activate("win.export-own", "true")
        self.choose(program, BOARD, board=2, language=DUTCH)
        program.wait(lambda: not self.is_own(screen), "the next board")
        found = self.packs(program, screen, "alle")
        screen.wait("1 board gets its pack in its own language.")
        other = [board for board, stem in found.items() if stem == "board-pack"]
        self.assertEqual(len(found), 6, found)
        self.assertEqual(other, ["V1"], found)
        program.again([self.path("proef.groeiplan")])
        program.wait_window()
        program.wait(lambda: program.is_enabled("page"), "the project")
        program.activate("win.page", "'exports'")
        program.wait(lambda: program.is_enabled("export-to"), "the page")
        screen = type(screen)(program)
        self.assertEqual(self.packs(program, screen, "weer"), found)
        program.activate("win.export-choose", "(uint32 0, uint32 1, uint32 1)")
        program.wait(lambda: self.is_own(screen), "the board's own language")
        program.activate("win.export-own", "false")
        self.assertEqual(set(self.packs(program, screen, "gelijk").values()), {"bestuurspakket"})
        self.finish(program)

    def refused(self, program, screen, folder, told):
        """One sentence in a dialog that is closed again."""
        program.activate("win.export-to", f"'{folder}'")
        screen.wait(told)
        self.assertEqual(sum("could not be written" in label for label in screen.labels()), 1)
        screen.press("Close")
        screen.wait_gone("could not be written")

    def test_exports_refused(self):
        program, screen = self.planned()
        self.choose(program, BOARD)
        with open(self.path("bezet"), "w", encoding="utf-8") as file:
            file.write("a file stands where the folder should be")
        for kind in (BOARD, ALL):
            self.choose(program, kind)
            self.refused(program, screen, self.path("bezet"), "bezet could not be written: ")
        os.mkdir(self.path("dicht"), 0o555)
        if not os.access(self.path("dicht"), os.W_OK):  # the administrator may write anywhere
            self.refused(program, screen, self.path("dicht"), "Permission denied")
        self.assertEqual(os.listdir(self.path("dicht")), [])
        self.choose(program, BOARD)
        files = self.write(program, screen, "eerst", "Wrote 2 files to ")
        taken = os.path.basename(self.only(files, ".xlsx"))
        os.makedirs(self.path("half/" + taken))  # the second file cannot be there: nor is the first
        self.refused(program, screen, self.path("half"), taken + " could not be written: ")
        self.assertEqual(os.listdir(self.path("half")), [taken])
        self.finish(program)

    def send(self, program, *calls):
        """Actions one behind the other, without waiting for the answer of the first."""
        from gi.repository import Gio, GLib
        flags = Gio.DBusConnectionFlags
        bus = Gio.DBusConnection.new_for_address_sync(
            program.environment["DBUS_SESSION_BUS_ADDRESS"],
            flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        for name, parameters in calls:
            bus.call("nl.groeiplan.Groeiplan", "/nl/groeiplan/Groeiplan/window/1",
                     "org.gtk.Actions", "Activate",
                     GLib.Variant("(sava{sv})", (name, parameters, {})), None,
                     Gio.DBusCallFlags.NONE, -1, None, None)
        bus.flush_sync()
        bus.close_sync()

    def test_first_shown_is_a_board_of_which_a_school_starts(self):
        path = self.small()
        folder = self.path("anew")
        cli("export", path, folder)
        with open(os.path.join(folder, "boards.csv"), encoding="utf-8") as file:
            head, *rows = file.read().splitlines()
        idle = ["AAA,Stichting Stil,noord" + "," * (head.count(",") - 2)]  # no schools: no start
        with open(os.path.join(folder, "boards.csv"), "w", encoding="utf-8") as file:
            file.write("\n".join([head, *idle, *rows]) + "\n")
        cli("import", path, folder, "--replace")
        program, screen = self.start(path)
        self.plan(program, screen)
        program.activate("win.page", "'exports'")
        screen.wait("Preview of Stichting Verzonnen")
        self.finish(program)

    def test_all_packs_and_cancel(self):
        from gi.repository import GLib
        program, screen = self.planned()
        self.choose(program, ALL)
        screen.wait("Preview of Stichting Verzonnen 0")
        program.wait(lambda: not program.is_enabled("cancel"), "what reports are made from")
        # (a cancel right behind the start comes before six packs are made)
        self.send(program, ("export-to", [GLib.Variant("s", self.path("niets"))]), ("cancel", []))
        screen.wait("Cancelled: Writing exports")
        self.assertFalse(os.path.exists(self.path("niets")))
        files = self.write(program, screen, "alle", "Wrote the packs of 6 boards to ")
        self.assertEqual(sum(file.endswith(".pdf") for file in files), 6)
        self.assertEqual(sum(file.endswith(".xlsx") for file in files), 6)
        self.only(files, ".html")
        for file, path in files.items():
            if file.endswith(".pdf"):
                text = self.text_of(path)
                named = [board for board in range(6) if f"Stichting Verzonnen {board}" in text]
                self.assertEqual(len(named), 1, file)
        self.finish(program)

    def test_reports_tell_what_was_found(self):
        path = self.small()
        program, screen = self.start(path)
        self.plan(program, screen)
        program.activate("win.page", "'exports'")
        self.choose(program, DIRECTOR)
        screen.wait("become part of the report")
        before = self.write(program, screen, "voor", "Wrote 1 file to ")
        self.assertIn("Repairs were not looked for", self.text_of(self.only(before, ".pdf")))
        program.activate("win.page", "'why'")
        screen.wait("What would repair it")
        screen.press("Find Repairs")
        screen.wait("Make Scenario")
        program.activate("win.page", "'exports'")
        after = self.write(program, screen, "na", "Wrote 1 file to ")
        text = self.text_of(self.only(after, ".pdf"))
        self.assertNotIn("Repairs were not looked for", text)
        self.assertIn("Each line is the smallest change of one lever alone.", text)
        self.finish(program)

    def test_reports_tell_of_futures(self):
        program, screen = self.start(self.uncertain())
        self.plan(program, screen)
        program.activate("win.page", "'futures'")
        screen.wait("Every future is planned again")
        screen.press("Draw Futures")
        screen.wait("100 futures were drawn with seed 1.")
        program.activate("win.page", "'exports'")
        self.choose(program, DIRECTOR)
        files = self.write(program, screen, "zeker", "Wrote 1 file to ")
        self.assertIn("100 futures were tried", self.text_of(self.only(files, ".pdf")))
        self.finish(program)

    def uncertain(self):
        self.small("zeker.groeiplan")
        folder = self.path("exchange")
        rows = [["base", "uncertain:expert_days", f"factor_{name}", "", value, "assumption", ""]
                for name, value in (("low", 0.5), ("mode", 1), ("high", 1.2))]
        with open(os.path.join(folder, "parameters.csv"), "a", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        path = self.path("onzeker.groeiplan")
        done = cli("import", path, folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return path


if __name__ == "__main__":
    main()
