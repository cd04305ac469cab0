# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of coaches: taken out with all traces, looked for from outside in every byte. All are invented."""
import gzip
import os
import re
import shutil
import sqlite3
import subprocess
import unittest

import support
from support import CLI, CliTest, environment, small_files, write_folder

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


def pieces_of(path):
    """The bytes of a project file, and its packed values unpacked."""
    with open(path, "rb") as file:
        pieces = [file.read()]
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        for table in ("plan_priorities", "plan_bounds"):
            pieces += [gzip.decompress(blob) for (blob,) in db.execute(f"SELECT proof FROM {table}")
                       if blob[:2] == b"\x1f\x8b"]
    db.close()
    return pieces


class Anonymise(CliTest):
    """A copy for somebody outside: other names, the same sums and plans."""

    def setUp(self):
        super().setUp()
        self.files = small_files()
        for row in self.files["boards.csv"][1:]:
            row[5] = "Belde Coach Verzonnen en Expert Bedacht."
        self.files["pins.csv"].append(
            ["base", "start", "B1", "po", "regular", "2026-2027", "0", "", "Bestuur Verzonnen 1 wil het"])
        for name, place in (("boards.csv", 0), ("schools.csv", 1), ("verandercoaches.csv", 1)):
            for row in self.files[name][1:]:  # codes that nothing else looks like
                row[place] = row[place].replace("B", "QB")
        for row in self.files["schools.csv"][1:]:
            row[0] = row[0].replace("B", "QB")
        self.files["pins.csv"][1][2] = "QB1"
        self.cli("import", "p.groeiplan", write_folder(self.path("in"), self.files))
        self.cli("plan", "p.groeiplan", "--publish")

    def names(self, *tables):
        return {cell for table in tables for row in self.files[table][1:] for cell in row[:3]
                if "Verzonnen" in cell or "Bedacht" in cell or cell.startswith("QB")}

    def sums(self, path):
        with sqlite3.connect(self.path(path)) as db:
            rows = db.execute("SELECT scenario, part, kind, sector, region, to_region, need, programme, year,"
                              " sum (hundredths), round (sum (amount), 6), count(*) FROM plan_rows"
                              " JOIN plans ON plans.id = plan GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9"
                              " ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9").fetchall()
            values = db.execute("SELECT priority, relaxed, whole FROM plan_priorities ORDER BY 1, 2").fetchall()
            pupils = db.execute("SELECT region, sum (pupils), count(*) FROM schools GROUP BY 1").fetchall()
        db.close()
        return rows, values, pupils

    def check(self, names, *words):
        before = support.read_bytes(self.path("p.groeiplan"))
        self.cli("anonymise", "p.groeiplan", "q.groeiplan", *words)
        self.assertEqual(support.read_bytes(self.path("p.groeiplan")), before)
        self.assertGreater(len(names), 3)
        pieces = pieces_of(self.path("q.groeiplan"))
        for name in names:
            for piece in pieces:
                self.assertEqual(occurrences(piece, name), 0, name)
        self.assertEqual(self.sums("q.groeiplan"), self.sums("p.groeiplan"))
        with sqlite3.connect(self.path("q.groeiplan")) as db:
            self.assertEqual(db.execute("SELECT count(*) FROM history").fetchone()[0], 0)
            self.assertEqual(db.execute("PRAGMA freelist_count").fetchone()[0], 0)
        db.close()
        self.assertIn("\nintegrity\tok\n", self.cli("info", "q.groeiplan").out)
        self.cli("audit", "q.groeiplan")
        self.cli("anonymise", "p.groeiplan", "q.groeiplan", *words, status=4)  # never overwrites
        self.cli("anonymise", "p.groeiplan", "r.groeiplan", *words)
        self.assertEqual(pieces_of(self.path("r.groeiplan"))[1:], pieces[1:])  # stable

    def test_coaches(self):
        self.check({"Coach Verzonnen", "Coach Bedacht", "Expert Verzonnen", "Expert Bedacht"})
        with sqlite3.connect(self.path("q.groeiplan")) as db:
            self.assertIn("QB1", [row[0] for row in db.execute("SELECT board FROM boards")])
            self.assertEqual(db.execute("SELECT note FROM boards").fetchone()[0],
                             "Belde a coach en a coach.")
        db.close()

    def test_everything(self):
        self.check(self.names("boards.csv", "schools.csv", "verandercoaches.csv", "expert_coaches.csv") |
                   {"Verzonnen", "Bedacht", "wil het", "QB"}, "--all")


class NothingIsSent(CliTest):
    """The programs talk to nobody: they link nothing that could, and a run opens no such socket."""

    def libraries(self, program):
        out = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout
        return set(re.findall(r"NEEDED.*\[(.*?)\]", out))

    def test_no_library_of_the_network_is_linked(self):
        if not shutil.which("readelf"):
            self.skipTest("not run: no readelf")
        programs = [CLI] + [path for path in [os.path.join(os.path.dirname(CLI), "groeiplan")]
                            if os.path.exists(path)]
        for program in programs:
            libraries = self.libraries(program)
            self.assertTrue(any(name.startswith("libglib-2.0") for name in libraries), libraries)
            for name in libraries:
                self.assertNotRegex(name, "(?i)curl|soup|nghttp|ssl|gnutls|libssh|neon|zmq|websock|resolv")

    def test_a_run_opens_no_socket_to_elsewhere(self):
        if not shutil.which("strace"):
            self.skipTest("not run: no strace")
        log = self.path("trace")
        folder = write_folder(self.path("in"), small_files())
        for words in (["import", "p.groeiplan", folder], ["plan", "p.groeiplan", "--publish"],
                      ["report", "p.groeiplan", "--kind", "director", "--output", "out"],
                      ["backups", "p.groeiplan", "--make"], ["export", "p.groeiplan", "o"]):
            done = subprocess.run(["strace", "-f", "-qq", "-o", log, "-e",
                                   "trace=socket,connect,execve,sendto,bind", CLI, *words], cwd=self.folder,
                                  env=environment(ASAN_OPTIONS="detect_leaks=0"), capture_output=True,
                                  text=True, check=False)
            if "PTRACE" in done.stderr or "ptrace" in done.stderr:
                self.skipTest("not run: strace may not trace here")
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(log, encoding="utf-8") as file:
                trace = file.read()
            self.assertIn("execve(", trace)
            self.assertNotIn("AF_INET", trace, words)
            self.assertEqual(trace.count("execve("), 1, trace)

    def test_no_name_is_logged(self):
        files = small_files()
        files["expert_coaches.csv"].append(["QX77", "Zebulon van Quastrup", "noord", "20", "", "", ""])
        folder = write_folder(self.path("in"), files)
        env = environment(G_MESSAGES_DEBUG="all")
        for words in (["import", "p.groeiplan", folder], ["plan", "p.groeiplan"],
                      ["coaching", "p.groeiplan"], ["export", "p.groeiplan", "out"],
                      ["report", "p.groeiplan", "--kind", "director", "--output", "r", "--format", "html"],
                      ["forget", "p.groeiplan", "QX77"]):
            done = subprocess.run([CLI, *words], cwd=self.folder, env=env, capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            for word in SECRETS:
                self.assertEqual(occurrences(done.stderr, word), 0, (words, done.stderr))


class Exports(CliTest):
    """Who reads a pack gets what it is about: a director's report names no coach."""

    def test_reports_for_outside_name_no_expert_coach_of_another_board(self):
        folder = write_folder(self.path("in"), small_files())
        self.cli("import", "p.groeiplan", folder)
        self.cli("plan", "p.groeiplan")
        for kind in ("director", "finance"):
            self.cli("report", "p.groeiplan", "--kind", kind, "--output", kind,
                     "--format", "html" if kind == "director" else "csv")
            for where, _, names in os.walk(self.path(kind)):
                for name in names:
                    with open(os.path.join(where, name), "rb") as file:
                        content = file.read()
                    for coach in ("Expert Verzonnen", "Expert Bedacht", "Coach Verzonnen", "Coach Bedacht"):
                        self.assertEqual(occurrences(content, coach), 0, (kind, name, coach))


if __name__ == "__main__":
    unittest.main()
