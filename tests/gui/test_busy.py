# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of an import from the register and other long work on the file: what changes is looked through
first; while the file is written the page stays and changes are refused; it is cancelled, or the window
is closed half-way. hold-store.c makes the work stand still for as long as a story looks around."""
import glob
import os

import keys as real_keys
from small_project import make_folder
from story import Story, cli, main

HEAD = "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM"
BEFORE = [("Groningen", "90001", "99AA00", "Verzonnen De Eerste"),
          ("Groningen", "90001", "99AA01", "Verzonnen De Tweede"),
          ("Friesland", "90001", "99AB00", "Verzonnen Fantasieborg"),
          ("Noord-Brabant", "90002", "99AC00", "Verzonnen Olé")]
AFTER = [("Groningen", "90002", "99AA00", "Verzonnen De Eerste"),  # moved to another board
         ("Groningen", "90001", "99AA01", "Verzonnen Anders"),  # renamed
         ("Noord-Brabant", "90002", "99AC00", "Verzonnen Olé"),
         ("Noord-Brabant", "90002", "99AD00", "Verzonnen Nieuw")]  # and 99AB00 is closed
SCHOOLS = "SELECT group_concat (school || name || board) FROM (SELECT * FROM schools ORDER BY school)"


class Stories(Story):
    def picture(self, program, name):
        """For a person to look at, where asked for."""
        folder = os.environ.get("GROEIPLAN_PICTURES")
        if folder:
            program.settle()
            program.picture(os.path.join(folder, name + ".png"))

    def register(self, name, rows):
        with open(self.path(name), "w", encoding="cp1252") as file:
            for line in (HEAD, *(";".join((p, b, code[:4], code, n)) for p, b, code, n in rows)):
                file.write(line + "\r\n")
        return self.path(name)

    def with_register(self):
        """The small project with the schools of BEFORE."""
        path = self.small()
        done = cli("import-register", path, self.register("eerst.csv", BEFORE), "--apply")
        self.assertEqual(done.returncode, 0, done.stderr)
        for backup in glob.glob(self.path("*(backup *")):
            os.remove(backup)
        return path

    def start_held(self, path):
        library = os.environ.get("GROEIPLAN_HOLD_LIBRARY")
        if not library or not os.path.exists(library):
            self.fail(f"GROEIPLAN_HOLD_LIBRARY ({library}) is not there: build gui-hold-store")
        asan = [os.environ["ASAN_OPTIONS"]] if "ASAN_OPTIONS" in os.environ else []
        return self.start(path, more={"LD_PRELOAD": library, "GROEIPLAN_HOLD": self.path("hold"),
                                      "ASAN_OPTIONS": ":".join([*asan, "verify_asan_link_order=0"])})

    def hold(self):
        with open(self.path("hold"), "w", encoding="utf-8"):
            pass

    def let_go(self):
        os.remove(self.path("hold"))

    def look_through(self, program, screen):
        program.activate("win.import-register-files",
                         str([self.register("later.csv", AFTER)]))
        screen.wait("All changes (4)")

    def accept(self, program, screen):
        self.look_through(program, screen)
        screen.press("Apply")
        screen.wait_gone("All changes (")

    # ---- the assistant ---------------------------------------------------------------------------

    def test_import_is_filtered(self):
        """Each kind of change on its own, then all of them at once, and back."""
        if real_keys.missing():
            self.skipTest(real_keys.missing())
        path = self.with_register()
        before = self.exported(path, "before")
        program, screen = self.start(path)
        keys = real_keys.Keys(program, screen)
        self.look_through(program, screen)
        self.picture(program, "import")
        shown = {"New (1)": "Verzonnen Nieuw", "Moved (1)": "Verzonnen De Eerste",
                 "Renamed (1)": "Verzonnen Anders", "Closed (1)": "Verzonnen Fantasieborg"}
        keys.to_window("Import")
        for kind, name in shown.items():
            keys.click(keys.centre("combo box", "Which rows are shown"))
            keys.press(*["Down"] * (2 if kind.startswith("Closed") else 1), "Return")
            screen.wait(kind)
            screen.wait(name)
            for other in shown.values():
                self.assertEqual(screen.has(other), other == name, f"{other} under {kind}")
        screen.press("Apply")
        self.until(program, path, "SELECT count(*) FROM schools WHERE school = '99AB00'", [(0,)])
        self.assertEqual(self.ask(path, "SELECT name, board FROM schools WHERE school IN "
                                        "('99AA00', '99AA01', '99AD00') ORDER BY school"),
                         [("Verzonnen De Eerste", "90002"), ("Verzonnen Anders", "90001"),
                          ("Verzonnen Nieuw", "90002")])
        program.wait(lambda: program.is_enabled("undo"), "undo")
        program.activate("win.undo")
        program.wait(lambda: program.is_enabled("redo"), "redo")
        self.finish(program)
        self.assertEqual(self.exported(path, "after"), before)

    def test_preview_is_cancelled(self):
        """Looked at and closed: nothing changed, the file is the same to the last byte."""
        path = self.with_register()
        with open(path, "rb") as file:
            before = file.read()
        program, screen = self.start(path)
        self.look_through(program, screen)
        screen.press("Close")
        screen.wait_gone("All changes (")
        self.finish(program)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), before)
        self.assertEqual(glob.glob(self.path("*(backup *")), [])

    # ---- while the file is written ---------------------------------------------------------------

    def test_import_is_cancelled(self):
        path = self.with_register()
        before = self.exported(path, "before")
        program, screen = self.start_held(path)
        program.activate("win.page", "'schools'")
        program.wait(lambda: program.is_enabled("records-select-all"), "the schools")
        self.assertTrue(program.is_enabled("undo"))
        self.hold()
        self.accept(program, screen)
        screen.wait("Importing from the register")
        self.picture(program, "importing")
        for action in ("undo", "import-register", "restore", "save-copy", "plan", "publish"):
            self.assertFalse(program.is_enabled(action), action)
        screen.wait("Proefschool 0-0")  # the page stays
        if program.is_enabled("records-set-cell"):
            program.activate("win.records-set-cell", "('V0-3', 'pupils', '1,234')")
            screen.wait("Until it is, the project cannot be changed.")
            self.picture(program, "refused")
        program.activate("win.page", "'boards'")
        screen.wait("Stichting Verzonnen 3")
        self.assertFalse(program.is_enabled("records-add"))
        program.activate("win.cancel")
        self.let_go()
        program.wait(lambda: program.is_enabled("records-add"), "editing")
        self.assertEqual(self.exported(path, "after"), before)
        self.assertEqual(glob.glob(self.path("*(backup *")), [])
        self.accept(program, screen)  # and now it is done
        self.until(program, path, "SELECT name FROM schools WHERE school = '99AD00'",
                   [("Verzonnen Nieuw",)])
        self.finish(program)

    def test_closed_while_importing(self):
        """The question; the program ends in order, and nothing was changed."""
        path = self.with_register()
        before = self.exported(path, "before")
        program, screen = self.start_held(path)
        self.hold()
        self.accept(program, screen)
        screen.wait("Importing from the register")
        program.activate("app.quit")
        screen.wait("If you stop it, the project stays as it was before.")
        self.picture(program, "close-importing")
        screen.press("Wait")
        screen.wait_gone("If you stop it")
        program.activate("app.quit")
        screen.wait("If you stop it, the project stays as it was before.")
        screen.press("Stop and Close")
        program.settle()
        self.assertIsNone(program.process.poll(), program.error_text())  # not before it is ready
        self.let_go()
        program.wait_end()
        self.assertEqual(program.error_text().strip(), "")
        self.assertEqual(program.process.returncode, 0)
        self.assertEqual(self.exported(path, "after"), before)
        self.assertEqual(glob.glob(self.path("*(backup *")), [])

    def test_closed_when_it_is_removed(self):
        """Removing a coach cannot be stopped half-way: the window closes when it is done."""
        make_folder(self.path("exchange"))
        with open(self.path("exchange/expert_coaches.csv"), "r+", encoding="utf-8") as file:
            text = file.read().replace("Proefcoach 1", "Zebulon Quastrup")
            file.seek(0)
            file.write(text)
        path = self.small()
        program, screen = self.start_held(path)
        program.activate("win.page", "'coaches'")
        screen.wait("Zebulon Quastrup")
        self.hold()
        program.activate("win.forget-coaches", "['E1']")
        screen.wait("Remove Zebulon Quastrup for good?")
        screen.press("Remove for Good")
        screen.wait("Removing for good")
        program.activate("win.cancel")  # does nothing
        program.activate("app.quit")
        screen.wait("cannot be stopped half-way")
        self.picture(program, "close-removing")
        screen.press("Close When Ready")
        program.settle()
        self.assertIsNone(program.process.poll())
        self.let_go()
        program.wait_end()
        self.assertEqual(program.error_text().strip(), "")
        self.assertEqual(program.process.returncode, 0)
        self.assertEqual(self.ask(path, "SELECT count(*) FROM expert_coaches WHERE name LIKE "
                                        "'%Zebulon%'"), [(0,)])

    def test_copy_is_cancelled(self):
        path, copy = self.small(), self.path("kopie.groeiplan")
        program, screen = self.start_held(path)
        self.hold()
        program.activate("win.save-anonymous-to", f"('{copy}', true)")
        screen.wait("Saving a copy")
        program.activate("win.cancel")
        self.let_go()
        screen.wait("Cancelled: Saving a copy")
        self.assertEqual(sorted(os.listdir(self.folder)), ["exchange", os.path.basename(path)])
        self.finish(program)


if __name__ == "__main__":
    main()
