# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input through the command line: a message with file, line and column, status 3, nothing stored.

Each case spoils the small project in one place and names what the message must hold.
"""
import os
import sqlite3
import subprocess
import unittest

from support import (CLI, CliTest, environment, folder_bytes, read_bytes, read_csv,
                     small_files, write_folder)


def cell(file, line, column, value):
    """Sets one cell; line counts from 1, the header being line 1."""
    def change(files):
        rows = files[file]
        rows[line - 1][rows[0].index(column)] = value
    return change


def drop_column(file, column):
    def change(files):
        at = files[file][0].index(column)
        for row in files[file]:
            del row[at]
    return change


def add_row(file, *row):
    return lambda files: files[file].append(list(row))


def twice(file, line):
    return lambda files: files[file].append(list(files[file][line - 1]))


def both(*changes):
    def change(files):
        for one in changes:
            one(files)
    return change


# name: (change, what a line of the message holds)
FOLDERS = {
    "a column lacks": (drop_column("schools.csv", "sector"), ["schools.csv", "sector"]),
    "a file lacks": (lambda files: files.pop("boards.csv"), ["boards.csv"]),
    "no project.csv": (lambda files: files.pop("project.csv"), ["project.csv"]),
    "another format": (cell("project.csv", 2, "value", "groeiplan-exchange-9"), ["project.csv:2:"]),
    "an unknown board": (cell("schools.csv", 5, "board", "B99"), ["schools.csv:5: board"]),
    "an unknown region": (cell("boards.csv", 3, "home_region", "west"), ["boards.csv:3: home_region"]),
    "a school twice": (twice("schools.csv", 4), ["schools.csv:56:"]),
    "a masked count": (cell("schools.csv", 4, "pupils", "<5"), ["schools.csv:4: pupils"]),
    "negative pupils": (cell("schools.csv", 4, "pupils", "-1"), ["schools.csv:4: pupils"]),
    "absurd pupils": (cell("schools.csv", 4, "pupils", "99999999999999999999"),
                      ["schools.csv:4: pupils"]),
    "NaN days": (cell("expert_coaches.csv", 2, "days_per_year", "NaN"),
                 ["expert_coaches.csv:2: days_per_year"]),
    "infinite days": (cell("expert_coaches.csv", 2, "days_per_year", "inf"),
                      ["expert_coaches.csv:2: days_per_year"]),
    "negative days": (cell("expert_coaches.csv", 2, "days_per_year", "-5"),
                      ["expert_coaches.csv:2: days_per_year"]),
    "absurd days": (cell("expert_coaches.csv", 2, "days_per_year", "1e300"),
                    ["expert_coaches.csv:2: days_per_year"]),
    "a share above one": (add_row("parameters.csv", "base", "government_share", "", "", "1.5", "", ""),
                          ["parameters.csv:39: value"]),
    "a NaN assumption": (cell("parameters.csv", 2, "value", "nan"), ["parameters.csv:2: value"]),
    "a negative assumption": (cell("parameters.csv", 2, "value", "-1"), ["parameters.csv:2: value"]),
    "an unknown assumption": (cell("parameters.csv", 2, "parameter", "luck"),
                              ["parameters.csv:2: parameter"]),
    "an unknown scope": (cell("parameters.csv", 2, "scope", "hbo:1"), ["parameters.csv:2: scope"]),
    "a year that is none": (cell("boards.csv", 2, "partner_since", "2022-2024"),
                            ["boards.csv:2: partner_since"]),
    "a pin outside the plan": (add_row("pins.csv", "base", "partner", "B5", "", "", "2044-2045", "1",
                                       "", ""), ["pins.csv:2: year"]),
    "a start in plan years": (cell("schools.csv", 4, "started", "2026-2027"),
                              ["schools.csv:4: started", "pin"]),
    "a partner in plan years": (cell("boards.csv", 4, "partner_since", "2027-2028"),
                                ["boards.csv:4: partner_since"]),
    "a verandercoach at no partner": (cell("verandercoaches.csv", 2, "board", "B5"),
                                      ["verandercoaches.csv:2:"]),
    "a cycle of scenarios": (cell("scenarios.csv", 2, "parent", "tight"), ["scenarios.csv:", "parent"]),
    "a scenario that is its own parent": (cell("scenarios.csv", 2, "parent", "base"),
                                          ["scenarios.csv:2: parent"]),
    "an unknown parent": (cell("scenarios.csv", 3, "parent", "nobody"), ["scenarios.csv:3: parent"]),
    "years turned around": (cell("project.csv", 5, "value", "2020-2021"), ["project.csv:"]),
    "too many cells": (lambda files: files["regions.csv"][1].extend(["x", "y"]), ["regions.csv:2:"]),
    "too few cells": (lambda files: files["regions.csv"][2].pop(), ["regions.csv:3:"]),
    "a flag that is none": (cell("schools.csv", 6, "high_need", "maybe"), ["schools.csv:6: high_need"]),
    "money with three decimals": (cell("budgets.csv", 2, "amount_eur", "12.345"),
                                  ["budgets.csv:2: amount_eur"]),
    "a priority twice": (both(add_row("priorities.csv", "base", "1", "reach"),
                              add_row("priorities.csv", "base", "2", "reach")),
                         ["priorities.csv:3:"]),
    "a very long text": (cell("boards.csv", 2, "name", "x" * 5000), ["boards.csv:2: name"]),
    "a control character": (cell("boards.csv", 2, "name", "a\x01b"), ["boards.csv:2: name"]),
}


class BadInput(CliTest):
    def refused(self, *words, status=3):
        """Runs the program, which must refuse; returns its lines of complaint."""
        return self.cli(*words, status=status).err.splitlines()

    def assert_line(self, lines, parts):
        self.assertTrue(any(all(part in line for part in parts) for line in lines),
                        f"no line holds {parts}:\n" + "\n".join(lines[:20]))


class Folders(BadInput):
    def test_each_is_refused_with_its_place_and_nothing_is_stored(self):
        project = self.small_project()
        before = read_bytes(project)
        for name, (change, parts) in FOLDERS.items():
            with self.subTest(name):
                files = small_files()
                change(files)
                folder = write_folder(self.path(name), files)
                lines = self.refused("import", "new.groeiplan", folder)
                self.assert_line(lines, parts)
                self.assertFalse(os.path.exists(self.path("new.groeiplan")), name)
                self.refused("import", project, folder, "--replace")
                self.assertEqual(read_bytes(project), before, name)

    def test_all_errors_are_told_up_to_a_hundred(self):
        files = small_files()
        for row in files["schools.csv"][1:]:
            row[5] = "many"
            row[1] = "B77"
        folder = write_folder(self.path("all"), files)
        lines = self.refused("import", "new.groeiplan", folder)
        n = len(files["schools.csv"]) - 1
        found = [line for line in lines if line.startswith("schools.csv:")]
        self.assertEqual(len(found), min(100, 2 * n))
        numbers = [int(line.split(":")[1]) for line in found]
        self.assertEqual(numbers, sorted(numbers))
        self.assertIn(str(2 * n - 100), lines[-1])

    def test_no_folder_and_a_file_for_a_folder(self):
        self.refused("import", "new.groeiplan", "nowhere", status=4)
        with open(self.path("file"), "w", encoding="utf-8") as file:
            file.write("x")
        self.refused("import", "new.groeiplan", "file", status=4)
        os.mkdir(self.path("empty"))
        self.refused("import", "new.groeiplan", "empty")
        self.assertFalse(os.path.exists(self.path("new.groeiplan")))

    def spoiled(self, name, file, data):
        folder = write_folder(self.path(name), small_files())
        with open(os.path.join(folder, file), "wb") as out:
            out.write(data)
        return folder

    def test_bytes_that_are_no_table(self):
        cases = {
            "zeros": b"\0" * 5000,
            "utf-16": "board,name\nB1,x\n".encode("utf-16"),
            "an open quote": b'region,name\nnoord,"Noord\nzuid,Zuid\n',
            "noise": bytes((i * 7919 + i // 251) % 256 for i in range(50000)),
            "empty": b"",
        }
        for name, data in cases.items():
            with self.subTest(name):
                lines = self.refused("import", "new.groeiplan", self.spoiled(name, "regions.csv", data))
                self.assert_line(lines, ["regions.csv"])
                self.assertLessEqual(len(lines), 120)
                self.assertFalse(os.path.exists(self.path("new.groeiplan")))

    def test_text_that_is_not_utf_8_is_read_or_refused_but_never_mangled(self):
        data = "region,name\nnoord,Noordoostpolder \u2019t Hogeland\nzuid,Zuid\n".encode("cp1252")
        folder = self.spoiled("cp1252", "regions.csv", data)
        done = subprocess.run([CLI, "import", self.path("w.groeiplan"), folder], check=False,
                              capture_output=True, text=True, env=environment())
        if done.returncode == 0:
            self.cli("export", "w.groeiplan", "out")
            text = read_bytes(self.path("out", "regions.csv")).decode("utf-8")
            self.assertIn("Noordoostpolder \u2019t Hogeland", text)
        else:
            self.assertEqual(done.returncode, 3)
            self.assertIn("regions.csv:2:", done.stderr)

    def test_a_bom_semicolons_and_decimal_commas_are_read(self):
        files = small_files()
        folder = write_folder(self.path("dutch"), files)
        rows = ["\ufeff" + ";".join(files["expert_coaches.csv"][0])]
        rows += [";".join(row).replace(".5", ",5") for row in files["expert_coaches.csv"][1:]]
        with open(os.path.join(folder, "expert_coaches.csv"), "w", encoding="utf-8",
                  newline="\r\n") as out:
            out.write("\n".join(rows) + "\n")
        self.cli("import", "d.groeiplan", folder)
        self.cli("export", "d.groeiplan", "out")
        self.cli("export", self.small_project(), "plain")
        self.assertEqual(folder_bytes(self.path("out")), folder_bytes(self.path("plain")))

    def test_a_hundred_megabytes_of_garbage(self):
        folder = write_folder(self.path("huge"), small_files())
        block = bytes((i * 31 + i // 13) % 256 for i in range(1 << 20))
        with open(os.path.join(folder, "schools.csv"), "wb") as out:
            for _ in range(100):
                out.write(block)
        lines = self.refused("import", "new.groeiplan", folder)
        self.assert_line(lines, ["schools.csv"])
        self.assertFalse(os.path.exists(self.path("new.groeiplan")))


REGISTER = ("PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;"
            "STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;"
            "DENOMINATIE;TELEFOONNUMMER;INTERNETADRES;ONDERWIJSSTRUCTUUR\r\n")


class Registers(BadInput):
    def register(self, name, data):
        with open(self.path(name), "wb") as out:
            out.write(data)
        return self.path(name)

    def test_what_is_no_register_file(self):
        project = self.small_project()
        before = read_bytes(project)
        cases = {
            "prose.csv": b"Dear reader,\nthis is no table.\n",
            "noise.csv": bytes((i * 7919 + i // 251) % 256 for i in range(50000)),
            "zeros.csv": b"\0" * 5000,
            "empty.csv": b"",
            "header-of-another.csv": b"a;b;c\n1;2;3\n",
        }
        for name, data in cases.items():
            with self.subTest(name):
                lines = self.refused("import-register", project, self.register(name, data), "--apply")
                self.assert_line(lines, [name])
                self.assertEqual(read_bytes(project), before)

    def test_a_file_that_is_not_there(self):
        self.refused("import-register", self.small_project(), "nowhere.csv", status=4)

    def test_a_hundred_megabytes_of_garbage(self):
        project = self.small_project()
        before = read_bytes(project)
        with open(self.path("huge.csv"), "wb") as out:
            out.write(REGISTER.encode())
            block = bytes((i * 31 + i // 13) % 256 for i in range(1 << 20))
            for _ in range(100):
                out.write(block)
        lines = self.refused("import-register", project, "huge.csv", "--apply")
        self.assert_line(lines, ["huge.csv"])
        self.assertEqual(read_bytes(project), before)

    def test_a_masked_count_leaves_what_is_known(self):
        project = self.small_project()
        row = "Drenthe;7;00ZZ;{};School Bedacht;Weg;1;9400 AA;Verzinburg;0106;Verzinburg;Openbaar;;;PRO\r\n"
        head = "BRINNUMMER;VESTIGINGSNUMMER;PROVINCIE;AANTAL_LEERLINGEN\r\n"
        places = self.register("places.csv", (REGISTER + row.format("00ZZ00") + row.format("00ZZ01")
                                              ).encode("cp1252"))
        known = self.register("known.csv", (head + "00ZZ;00;Drenthe;321\r\n00ZZ;01;Drenthe;123\r\n"
                                            ).encode())
        masked = self.register("masked.csv", (head + "00ZZ;00;Drenthe;<5\r\n00ZZ;01;Drenthe;124\r\n"
                                              ).encode())
        self.cli("import-register", project, places, known, "--apply", notes=True)
        err = self.cli("import-register", project, masked, "--apply", notes=True).err
        self.assertIn("masked.csv", err)
        self.cli("export", project, "out")
        pupils = {row["school"]: row["pupils"] for row in read_csv(self.path("out", "schools.csv"))}
        self.assertEqual((pupils["00ZZ00"], pupils["00ZZ01"]), ("321", "124"))

    def test_lost_zeros_come_back(self):
        """A spreadsheet makes 00 of a location 0; it is the same school."""
        project = self.small_project()
        row = "Drenthe;7;00ZZ;{};School Bedacht;Weg;1;9400 AA;Verzinburg;0106;Verzinburg;Openbaar;;;PRO\r\n"
        first = self.register("first.csv", (REGISTER + row.format("00ZZ00")).encode("cp1252"))
        second = self.register("second.csv", (REGISTER + row.format("0")).encode("cp1252"))
        self.cli("import-register", project, first, "--apply", notes=True)
        self.cli("export", project, "one")
        self.cli("import-register", project, second, "--apply", notes=True)
        self.cli("export", project, "two")
        self.assertEqual(folder_bytes(self.path("one")), folder_bytes(self.path("two")))
        self.assertIn(b"00ZZ00", read_bytes(self.path("one", "schools.csv")))


class ProjectFiles(BadInput):
    CALLS = (["info"], ["plan"], ["audit"], ["export", "out"], ["backup", "copy.groeiplan"])

    def every_call_refuses(self, path, status=3):
        before = read_bytes(path)
        for call in self.CALLS:
            with self.subTest(call[0]):
                lines = self.refused(call[0], path, *call[1:], status=status)
                self.assertEqual(len(lines), 1, lines)
                self.assertIn(os.path.basename(path), lines[0])
                self.assertEqual(read_bytes(path), before)
        self.assertFalse(os.path.exists(self.path("out")))
        self.assertFalse(os.path.exists(self.path("copy.groeiplan")))

    def test_a_file_that_is_no_database(self):
        for name, data in {"text.groeiplan": b"Not a project\n" * 200, "empty.groeiplan": b"",
                           "noise.groeiplan": bytes((i * 7919 + i // 251) % 256 for i in range(9000))
                           }.items():
            with self.subTest(name):
                with open(self.path(name), "wb") as out:
                    out.write(data)
                self.every_call_refuses(self.path(name))

    def test_a_database_of_something_else(self):
        path = self.path("other.groeiplan")
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE recipes (name TEXT)")
        other.close()
        self.every_call_refuses(path)

    def test_a_project_from_a_newer_version(self):
        path = self.small_project()
        with sqlite3.connect(path) as newer:
            newer.execute("PRAGMA user_version = 9999")
        newer.close()
        self.every_call_refuses(path)

    def test_a_damaged_project(self):
        path = self.small_project()
        data = bytearray(read_bytes(path))
        for at in range(4096, len(data), 4096):  # the header stays: it looks like a project
            data[at:at + 512] = b"\xa5" * min(512, len(data) - at)
        with open(path, "wb") as out:
            out.write(data)
        self.every_call_refuses(path)

    def test_a_truncated_project(self):
        path = self.small_project()
        data = read_bytes(path)
        with open(path, "wb") as out:
            out.write(data[: len(data) // 2 // 4096 * 4096])
        self.every_call_refuses(path)

    def test_a_folder_for_a_file(self):
        os.mkdir(self.path("folder.groeiplan"))
        self.refused("info", "folder.groeiplan", status=4)


if __name__ == "__main__":
    unittest.main()
