# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of coaches: taken out with all traces, looked for from outside in every byte. All are invented."""
import gzip
import os
import sqlite3
import unittest

import support
from support import CliTest, small_files, write_folder

SECRETS = ["Zebulon", "Quastrup", "QX77", "Oksidder"]


def occurrences(data, word):
    """Where a word stands in bytes, in any case, in UTF-8 and both orders of UTF-16."""
    low = data.lower()
    return sum(low.count(word.lower().encode(encoding))
               for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def traces(path):
    """The secrets in the bytes of a file, and in all its values with packed ones unpacked."""
    with open(path, "rb") as file:
        pieces = [file.read()]
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in db.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, str):
                        pieces.append(value.encode())
                    elif isinstance(value, bytes):
                        pieces.append(gzip.decompress(value) if value[:2] == b"\x1f\x8b" else value)
    db.close()
    return {word for word in SECRETS for piece in pieces if occurrences(piece, word)}


class Forget(CliTest):
    def setUp(self):
        super().setUp()
        files = small_files()
        files["expert_coaches.csv"].append(
            ["QX77", "Zebulon van Quastrup", "noord", "20", "", "", ""])
        files["boards.csv"][1][5] = "Belde Zebulon van Quastrup (QX77) op."
        files["pins.csv"].append(
            ["base", "start", "B1", "po", "regular", "2026-2027", "0", "", "ZEBULON VAN QUASTRUP vroeg het"])
        self.cli("import", "p.groeiplan", write_folder(self.path("in"), files))
        files["expert_coaches.csv"][-1][1] = "Zebulon Oksidder"
        self.cli("import", "p.groeiplan", write_folder(self.path("in2"), files), "--replace")
        self.cli("plan", "p.groeiplan", "--publish")

    def test_nothing_is_left_anywhere(self):
        self.assertEqual(traces(self.path("p.groeiplan")), set(SECRETS))
        before = self.cli("plan", "p.groeiplan", "--stored", "--format", "json").out
        self.cli("backups", "p.groeiplan", "--make")
        done = self.cli("forget", "p.groeiplan", "QX77")
        for word in SECRETS:
            self.assertNotIn(word.lower(), (done.out + done.err).lower())
        self.assertIn("Former coach 1", done.out)
        files = [name for name in os.listdir(self.folder) if ".groeiplan" in name]
        self.assertGreaterEqual(len(files), 2)
        for name in files:
            self.assertEqual(traces(self.path(name)), set(), name)
        self.assertEqual(self.cli("plan", "p.groeiplan", "--stored", "--format", "json").out, before)
        self.assertIn("\nintegrity\tok\n", self.cli("info", "p.groeiplan").out)
        self.cli("audit", "p.groeiplan")
        self.cli("forget", "p.groeiplan", "--check", "Zebulon Quastrup", "QX77", "Oksidder")

    def test_check_finds_it_before_and_in_backups_kept(self):
        found = self.cli("forget", "p.groeiplan", "--check", "Zebulon van Quastrup", status=1).out
        for place in ("boards, note", "history, changes", "pins, reason", "bytes"):
            self.assertIn(place, found)
        self.cli("backups", "p.groeiplan", "--make")
        self.cli("forget", "p.groeiplan", "Zebulon Oksidder", "--keep-backups")
        found = self.cli("forget", "p.groeiplan", "--check", "Zebulon van Quastrup", status=1).out
        self.assertNotIn("p.groeiplan: boards", found)
        self.assertIn("(backup ", found)

    def test_nobody_and_no_writing(self):
        before = support.read_bytes(self.path("p.groeiplan"))
        self.cli("forget", "p.groeiplan", "Niemand", status=3)
        self.cli("forget", "p.groeiplan", status=2)
        self.assertEqual(support.read_bytes(self.path("p.groeiplan")), before)


if __name__ == "__main__":
    unittest.main()
