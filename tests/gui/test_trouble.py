# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of what goes wrong around the program: far too much is pasted, the disk is full, the folder
becomes read-only, somebody else holds the file, a plan is cancelled at any moment. Each time a clear
message, nothing lost, and on with the work when the trouble is over.

Runs in a mount namespace of its own, so that file systems can be full and read-only; where there can
be none, only the stories that need one are not run.
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import unittest

# As anybody where users may have namespaces of their own; as root where they may not (in a chroot).
UNSHARE = (["unshare", "--user", "--map-root-user", "--mount"], ["unshare", "--mount"])


def own_mounts():
    """The command that gives them, or none."""
    for command in UNSHARE if shutil.which("unshare") else ():
        if subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0:
            return command
    return None


if "GROEIPLAN_OWN_MOUNTS" not in os.environ:
    WAY = own_mounts()
    os.environ["GROEIPLAN_OWN_MOUNTS"] = "yes" if WAY else ""
    if WAY:
        os.execvp("unshare", [*WAY, sys.executable, "-B", *sys.argv])

import keys as real_keys  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402
from story import Story, cli, main  # noqa: E402

PUPILS = "SELECT pupils FROM schools WHERE school = 'V0-3'"


def mount(*arguments):
    if not os.environ["GROEIPLAN_OWN_MOUNTS"]:
        print("\nnot run: no mount namespace of its own (unshare)", flush=True)
        raise unittest.SkipTest("no mount namespace of its own")
    subprocess.run(["mount", *arguments], check=True)


class Stories(Story):
    def schools(self, path):
        program, screen = self.start(path)
        program.activate("win.page", "'schools'")
        program.wait(lambda: program.is_enabled("records-select-all"), "schools")
        return program, screen

    def set_pupils(self, program, number):
        program.activate("win.records-set-cell", f"('V0-3', 'pupils', '{number}')")

    def paste(self, program, text):
        """A text that is longer than a command line may be."""
        bus = Gio.DBusConnection.new_for_address_sync(
            program.environment["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        parameters = GLib.Variant("(sava{sv})", ("records-paste-text",
                                                 [GLib.Variant("s", text)], {}))
        bus.call_sync("nl.groeiplan.Groeiplan", "/nl/groeiplan/Groeiplan/window/1",
                      "org.gtk.Actions", "Activate", parameters, None,
                      Gio.DBusCallFlags.NONE, 300000, None)

    # ---- far too much ----------------------------------------------------------------------------

    def test_pasted_100000_cells(self):
        if real_keys.missing():
            self.skipTest(real_keys.missing())
        path = self.small()
        program, screen = self.schools(path)
        keyboard = real_keys.Keys(program, screen)
        lines = ["Code\tName\tBoard\tSector\tRegion"]
        lines += [f"N-{i}\tNieuwe school {i}\tV0\tpo\tNoord" for i in range(20000)]
        self.paste(program, "\n".join(lines) + "\n")
        keyboard.to_window("^Paste$", 300)  # at-spi is lost among so many rows
        keyboard.press("alt+a")  # Apply
        self.until(program, path, "SELECT count(*) FROM schools", [(20036,)])
        program.activate("win.undo")
        self.until(program, path, "SELECT count(*) FROM schools", [(36,)])
        self.assertFalse(program.is_enabled("undo"))
        self.finish(program)

    def test_pasted_prose(self):
        path = self.small()
        program, screen = self.schools(path)
        prose = ("Dear reader, this is no table at all; it only goes on, and on.\n\n" * 2000
                 + "“Ends” with\tone tab, \u202ea turn and \u0007 a bell.\n")
        for text in (prose, "x" * 200000, "a\tb\n" * 5000):
            self.paste(program, text)
            screen.wait("Choose the cell where this must go")
            screen.press("Close")
            screen.wait_gone("Choose the cell where this must go")
        self.assertFalse(program.is_enabled("undo"))
        self.assertEqual(self.ask(path, "SELECT count(*) FROM schools"), [(36,)])
        self.finish(program)

    # ---- the file --------------------------------------------------------------------------------

    def test_disk_full(self):
        folder = self.path("small-disk")
        os.mkdir(folder)
        mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", folder)
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=False)
        path = os.path.join(folder, "proef.groeiplan")
        shutil.copy(self.small(), path)
        program, screen = self.schools(path)
        before = self.ask(path, PUPILS)
        filler = os.open(os.path.join(folder, "filler"), os.O_CREAT | os.O_WRONLY)
        try:
            while True:
                os.write(filler, bytes(4096))
        except OSError:
            os.close(filler)
        self.set_pupils(program, 1234)
        screen.wait("There is no room left")
        self.assertEqual(self.ask(path, PUPILS), before)
        program.activate("win.plan")  # cannot be kept, and says so
        screen.wait("The plan could not be kept")
        screen.press("Close")
        screen.wait_gone("The plan could not be kept")
        os.remove(os.path.join(folder, "filler"))
        self.set_pupils(program, 1235)
        self.until(program, path, PUPILS, [(1235,)])
        program.activate("win.undo")
        self.until(program, path, PUPILS, before)
        self.finish(program)
        self.assertEqual(cli("info", path).returncode, 0)

    def test_folder_becomes_read_only(self):
        """As when a network drive or a stick turns read-only while the project is open."""
        folder = self.path("stick")
        os.mkdir(folder)
        path = os.path.join(folder, "proef.groeiplan")
        shutil.copy(self.small(), path)
        mount("--bind", folder, folder)
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=False)
        program, screen = self.schools(path)
        before = self.ask(path, PUPILS)
        subprocess.run(["chmod", "a-w", folder, path], check=True)
        mount("--bind", folder, folder)
        mount("-o", "remount,bind,ro", folder)
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=False)
        self.set_pupils(program, 1234)
        screen.wait("cannot be written, and an edit needs a file beside it")
        subprocess.run(["umount", "-l", folder], check=True)
        subprocess.run(["chmod", "u+w", folder, path], check=True)
        self.assertEqual(self.ask(path, PUPILS), before)
        if not program.is_enabled("records-add"):
            program.activate("win.open-again")
            program.wait(lambda: program.is_enabled("records-add"), "editing")
        self.set_pupils(program, 1235)
        self.until(program, path, PUPILS, [(1235,)])
        self.finish(program)

    def test_opened_on_a_write_protected_medium(self):
        """It is read, planned, and saved as a copy, which can be edited; the medium stays as it was."""
        folder, copy = self.path("disc"), self.path("kopie.groeiplan")
        os.mkdir(folder)
        path = os.path.join(folder, "proef.groeiplan")
        shutil.copy(self.small(), path)
        with open(path, "rb") as file:
            before = file.read()
        mount("--bind", folder, folder)
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=False)
        mount("-o", "remount,bind,ro", folder)
        program, screen = self.schools(path)
        screen.wait("Open for reading only.")
        self.assertFalse(program.is_enabled("records-add"))
        self.set_pupils(program, 1234)
        self.assertTrue(program.is_enabled("save-copy"))
        program.activate("win.page", "'overview'")
        self.plan(program, screen)
        program.activate("win.save-copy-to", f"'{copy}'")
        program.wait(lambda: os.path.exists(copy) and cli("info", copy).returncode == 0, "the copy")
        program.wait(lambda: not program.is_enabled("cancel"), "the end of the copy")
        program.activate("app.open-path", f"'{copy}'")
        program.wait_window(2)
        program.wait(lambda: program.is_enabled("page", 2), "the copy")
        program.activate("win.page", "'schools'", 2)
        program.wait(lambda: program.is_enabled("records-add", 2), "editing")
        program.activate("win.records-set-cell", "('V0-3', 'pupils', '1235')", 2)
        self.until(program, copy, PUPILS, [(1235,)])
        self.finish(program)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_another_writes(self):
        """Another program holds the file for a while."""
        path = self.small()
        program, screen = self.schools(path)
        other = sqlite3.connect(path, isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            self.skipTest("the program itself holds the file")
        self.set_pupils(program, 1234)
        screen.wait("nother program")
        self.assertNotEqual(self.ask(path, PUPILS), [(1234,)])
        other.rollback()
        other.close()
        self.set_pupils(program, 1235)
        self.until(program, path, PUPILS, [(1235,)])
        self.finish(program)

    # ---- planning --------------------------------------------------------------------------------

    def test_cancelled_at_any_moment(self):
        path = self.small()
        program, screen = self.start(path)
        for moment in range(16):
            program.activate("win.plan")
            time.sleep(0.03 * moment)
            if program.is_enabled("cancel"):
                program.activate("win.cancel")
            program.wait(lambda: program.is_enabled("plan") and not program.is_enabled("cancel"),
                         "the end of planning")
            self.set_pupils(program, 200 + moment) if program.is_enabled("records-set-cell") else None
        self.plan(program, screen)
        self.finish(program)
        audit = cli("audit", path)
        self.assertEqual(audit.returncode, 0, audit.stdout + audit.stderr)


if __name__ == "__main__":
    main()
