# SPDX-License-Identifier: GPL-3.0-or-later
"""A project file of every format that there ever was: read as it is, brought up to date, compared."""
import glob
import gzip
import json
import os
import re
import sqlite3
import unittest

import support
from support import CliTest, read_bytes, read_csv

FORMATS = os.path.join(support.SOURCE, "tests", "fixtures", "formats")


def fixtures():
    for path in sorted(glob.glob(os.path.join(FORMATS, "format-*.groeiplan.gz"))):
        yield int(re.search(r"format-(\d+)", path)[1]), path


def dump(path):
    with sqlite3.connect(path) as db:
        lines = list(db.iterdump())
    db.close()
    return lines


class Formats(CliTest):
    def unpack(self, version, packed):
        path = self.path(f"f{version}.groeiplan")
        with gzip.open(packed) as source, open(path, "wb") as target:
            target.write(source.read())
        return path

    def newest(self):
        return len(glob.glob(os.path.join(support.SOURCE, "data", "schema", "0*.sql")))

    def backups(self, version):
        return [name for name in os.listdir(self.folder) if name.startswith(f"f{version} (backup ")]

    def assert_expected(self, folder):
        """Every row and cell that was put in; columns that came later are empty or have a default."""
        expected = os.path.join(FORMATS, "expected")
        for name in sorted(os.listdir(expected)):
            wanted = read_csv(os.path.join(expected, name))
            found = read_csv(os.path.join(folder, name))
            self.assertEqual([{key: row.get(key) for key in wanted[0]} for row in found] if wanted else found,
                             wanted, name)

    def test_every_format_has_its_fixture(self):
        """The newest one gets it when it is released: tests/fixtures/formats/make.py."""
        known = [version for version, _ in fixtures()]
        self.assertEqual(known, list(range(1, len(known) + 1)))
        self.assertGreaterEqual(len(known), 5)
        self.assertGreaterEqual(len(known), self.newest() - 1)

    def test_read_as_it_is(self):
        """An older file that is only read is not changed by a byte, and shows the same."""
        for version, packed in fixtures():
            with self.subTest(version):
                path = self.unpack(version, packed)
                before = read_bytes(path)
                self.cli("export", path, f"out{version}")
                self.assert_expected(self.path(f"out{version}"))
                info = self.cli("info", path).out
                self.assertIn("\nintegrity\tok\n", info)
                self.assertEqual(read_bytes(path), before)
                self.assertEqual(self.backups(version), [])

    def test_brought_up_to_date(self):
        plans = set()
        for version, packed in fixtures():
            with self.subTest(version):
                path = self.unpack(version, packed)
                before = dump(path)
                shown = self.cli("plan", path, "--stored", "--format", "json",
                                 status=0 if version > 1 else 3).out
                self.cli("plan", path, "--scenario", "tight")
                with sqlite3.connect(path) as db:
                    self.assertEqual(db.execute("PRAGMA user_version").fetchone()[0], self.newest())
                    self.assertEqual(db.execute("PRAGMA integrity_check").fetchone()[0], "ok")
                db.close()
                if version < self.newest():
                    (backup,) = self.backups(version)
                    self.assertIn(f", format {version})", backup)
                    self.assertEqual(dump(self.path(backup)), before)
                if version > 1:
                    again = self.cli("plan", path, "--stored", "--format", "json").out
                    self.assertEqual(again, shown)
                    plan = json.loads(shown)
                    plans.add(json.dumps([plan["whole"], plan["relaxed"], plan["status"]]))
                    self.cli("audit", path)
                self.cli("export", path, f"new{version}")
                self.assert_expected(self.path(f"new{version}"))
        self.assertEqual(len(plans), 1, "every format tells the same plan")


if __name__ == "__main__":
    unittest.main()
