# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made to do harm: project files, exchange folders, register files and shards of which the
contents, the kind of file or the name are not what they should be. Each is refused with one sentence,
or read safely; nothing in it is executed; memory and processor time stay within bounds."""
import gzip
import os
import resource
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

from support import CLI, CliTest, environment, read_bytes, small_files, write_folder

MOST_SECONDS = 120  # of processor time: a hang, not a slow machine
MOST_MEGABYTES = 900  # the peak, with what sanitizers keep beside it
KEEP_SMALL = {"ASAN_OPTIONS": "quarantine_size_mb=16:malloc_context_size=4:" + os.environ.get("ASAN_OPTIONS", "")}


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 30, 2 << 30))


class Hostile(CliTest):
    def bounded(self, *words, status, wall=900):
        """Runs the program within bounds; returns what it said on standard error."""
        with tempfile.TemporaryFile() as said:
            child = subprocess.Popen([CLI, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                     stderr=said, env=environment(**KEEP_SMALL), cwd=self.folder,
                                     preexec_fn=limit)
            try:
                self.addCleanup(child.poll)
                code, usage = self.wait(child, wall)
            finally:
                if child.returncode is None:
                    child.kill()
            said.seek(0)
            text = said.read().decode()
        self.assertNotIn("Sanitizer", text)
        self.assertEqual(code, status, f"{words}: {text[-2000:]}")
        self.assertLess(usage.ru_maxrss / 1024, MOST_MEGABYTES, words)
        return text

    @staticmethod
    def wait(child, wall):
        watch = subprocess.Popen(["sh", "-c", f"sleep {wall}; kill -9 {child.pid}"],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, state, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(state)
        watch.kill()
        watch.wait()
        return child.returncode, usage

    def refused(self, *words, status, wall=900):
        text = self.bounded(*words, status=status, wall=wall)
        lines = text.splitlines()
        self.assertEqual(len(lines), 1, text[:2000])
        self.assertTrue(lines[0].isprintable(), repr(lines[0]))
        self.assertGreater(len(lines[0]), 30, text)
        self.assertLess(len(lines[0]), 20000)
        return lines[0]

    def change(self, sql, name="project.groeiplan", script=None):
        """A project changed by SQLite itself, as a stranger can."""
        path = self.small_project(name)
        db = sqlite3.connect(path, isolation_level=None)
        db.executescript("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; "
                         "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        db.executescript(sql)
        if script:
            script(db)
        db.close()
        return path


class Schemas(Hostile):
    """What a schema could do when it is used: none of it happens."""

    SCHEMAS = {
        "trigger": "CREATE TRIGGER evil AFTER UPDATE ON state BEGIN "
                   "UPDATE boards SET name = 'taken over'; END",
        "trigger of a view": "CREATE VIEW evil AS SELECT 1 AS a; CREATE TRIGGER evil_trigger INSTEAD OF "
                             "INSERT ON evil BEGIN DELETE FROM schools; END",
        "endless view": "DROP VIEW v_plan; CREATE VIEW v_plan AS WITH RECURSIVE c (i) AS (SELECT 1 UNION "
                        "ALL SELECT i + 1 FROM c) SELECT i FROM c",
        "view for a table": "ALTER TABLE facts RENAME TO facts_2; CREATE VIEW facts AS WITH RECURSIVE "
                            "c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT i AS n FROM c",
        "generated column": "ALTER TABLE facts ADD COLUMN evil TEXT AS (hex (zeroblob (100000000)))",
        "index on an expression": "CREATE INDEX evil ON regions (abs (n))",
        "virtual table": "CREATE VIRTUAL TABLE evil USING fts5 (a)",
        "a name that speaks to a terminal": "CREATE TABLE \"x\x1b]0;evil\x07\ny\" (a)",
        "a thousand views": "; ".join(f"CREATE VIEW evil_{i} AS SELECT * FROM facts" for i in range(1000)),
        "views upon views": "CREATE VIEW evil_0 AS SELECT 1 AS a; " + "; ".join(
            f"CREATE VIEW evil_{i} AS SELECT x.a FROM evil_{i - 1} x, evil_{i - 1} y" for i in range(1, 40)),
        "no statement": "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
                        "'CREATE TABLE facts (a DEFAULT (' || replace (hex (zeroblob (20000)), '0', '(') || '1'"
                        " WHERE name = 'facts'",
        "two roots in one": "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = "
                            "(SELECT rootpage FROM sqlite_schema WHERE name = 'boards') WHERE name = 'schools'",
    }

    def test_nothing_in_a_schema_is_executed(self):
        good = self.small_project()
        other = write_folder(self.path("other"), small_files())
        for name, sql in self.SCHEMAS.items():
            with self.subTest(name):
                path = self.change(sql, "evil.groeiplan")
                before = read_bytes(path)
                for call in (["info"], ["import", other, "--replace"]):
                    self.refused(call[0], path, *call[1:], status=3)
                    self.assertEqual(read_bytes(path), before)
                os.remove(path)
        self.bounded("info", good, status=0)


class Values(Hostile):
    def test_scenarios_in_a_circle(self):
        path = self.change("UPDATE scenarios SET parent = 'tight' WHERE scenario = 'base'")
        self.assertIn("scenarios", self.refused("plan", path, status=3))

    def test_scenarios_a_hundred_thousand_deep(self):
        """Each the child of the one before: whoever follows parents by calling itself runs out of stack."""
        path = self.change(
            "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 100000) "
            "INSERT INTO scenarios (n, scenario, parent, name, description) "
            "SELECT 1000 + i, 'c' || i, iif (i = 1, 'base', 'c' || (i - 1)), 'x', '' FROM c")
        self.assertIn("scenarios", self.refused("plan", path, "--scenario", "c100000", status=3))

    def test_as_many_scenarios_deep_as_are_allowed(self):
        path = self.change(
            "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 40) "
            "INSERT INTO scenarios (n, scenario, parent, name, description) "
            "SELECT 1000 + i, 'c' || i, iif (i = 1, 'base', 'c' || (i - 1)), 'x', '' FROM c")
        self.bounded("info", path, status=0)

    def test_a_bomb_of_rows(self):
        path = self.change(
            "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 2000000) "
            "INSERT INTO regions SELECT 1000 + i, 'r' || i, '' FROM c")
        self.assertIn("regions", self.refused("plan", path, status=3))

    def test_a_history_of_a_million_long_entries_is_not_asked_for(self):
        path = self.change(
            "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 100000) "
            "INSERT INTO history (id, time, label, undone, changes) "
            "SELECT 1000 + i, 1, hex (zeroblob (1000)), 0, x'00' FROM c")
        self.bounded("info", path, status=0)

    def test_a_bomb_of_proofs(self):
        path = self.small_project()
        self.cli("plan", path)

        def add(db):
            line = b"cohort\t0\t\t\t\tother\tregular\t2027-2028\t\t0.5\n"
            bomb = gzip.compress(line * 1000000, 9)
            db.execute("UPDATE plan_priorities SET proof_rows = 1000000, proof = ?", (bomb,))
            self.assertGreater(db.execute("SELECT sum (proof_rows) FROM plan_priorities").fetchone()[0],
                               3000000)
        db = sqlite3.connect(path, isolation_level=None)
        add(db)
        db.close()
        self.assertLess(os.path.getsize(path), 10 << 20)
        self.assertIn("damaged", self.refused("audit", path, status=3))

    def test_a_huge_blob(self):
        path = self.change("INSERT INTO history (id, time, label, undone, changes) "
                           "VALUES (1000, 1, 'x', 0, zeroblob (120000000))")
        self.bounded("info", path, status=0)


class Kinds(Hostile):
    """What stands under the name is no plain file."""

    def test_a_project_that_is_no_file(self):
        os.mkfifo(self.path("pipe.groeiplan"))
        os.symlink("loop.groeiplan", self.path("loop.groeiplan"))
        os.symlink("/dev/zero", self.path("zero.groeiplan"))
        os.symlink("nowhere.groeiplan", self.path("broken.groeiplan"))
        with open(self.path("sparse.groeiplan"), "wb") as file:
            file.truncate(1 << 30)
        for name, status in {"pipe": 3, "loop": 4, "zero": 3, "broken": 4, "sparse": 3}.items():
            with self.subTest(name):
                said = self.refused("info", name + ".groeiplan", status=status)
                self.assertIn(name + ".groeiplan", said)
        self.assertIn("/dev/full", self.refused("info", "/dev/full", status=3))

    def test_a_link_to_a_project_is_read(self):
        os.symlink(self.small_project(), self.path("link.groeiplan"))
        self.bounded("info", "link.groeiplan", status=0)

    def test_names_that_are_no_text(self):
        good = self.small_project()
        for name in ("a\nb.groeiplan", "\x1b[31mrood\x07.groeiplan", "\u202eabc.groeiplan",
                     b"\xff\xfe.groeiplan", "'; rm -rf x.groeiplan", "%s%n.groeiplan", "-.groeiplan"):
            with self.subTest(name=name):
                path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
                with open(path, "wb") as file:
                    file.write(b"no project" * 100)
                self.refused("info", path, status=3)
                shutil.copy(good, path)
                self.bounded("info", path, status=0)

    def test_paths_that_are_too_long(self):
        for path in ("a" * 300, "/".join(["a" * 200] * 25), "./" * 2040 + "x", "x" * 5000):
            with self.subTest(length=len(path)):
                self.refused("info", path, status=4)
                self.refused("import", "new.groeiplan", path, status=4)


class Folders(Hostile):
    def check(self, file, make, status, word):
        """The small folder with one of its files made anew."""
        with self.subTest(file=file, word=word):
            shutil.rmtree(self.path("in"), True)
            folder = write_folder(self.path("in"), small_files())
            path = os.path.join(folder, file)
            if os.path.exists(path):
                os.remove(path)
            make(path)
            said = self.refused("import", self.path("new.groeiplan"), folder, status=status)
            self.assertIn(word, said)
            self.assertFalse(os.path.exists(self.path("new.groeiplan")))

    @staticmethod
    def write(data):
        def make(path):
            with open(path, "wb") as file:
                file.write(data)
        return make

    @staticmethod
    def sparse(path):
        with open(path, "wb") as file:
            file.truncate(5 << 30)

    def test_files_that_are_none(self):
        for file in ("boards.csv", "facts.csv"):
            self.check(file, os.mkfifo, 4, file)
            self.check(file, os.mkdir, 4, file)
            self.check(file, lambda path: os.symlink("/dev/zero", path), 4, file)

    def test_files_that_are_too_much(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
        head = b"board,name,home_region,partner_since,max_verandercoaches,note\n"
        self.check("boards.csv", self.sparse, 3, "256 MiB")
        self.check("boards.csv", lambda path: os.symlink(path, path), 3, "boards.csv")
        self.check("boards.csv", self.write(bytes(100000)), 3, "boards.csv:1")
        self.check("boards.csv", self.write(head + b"a" * (1 << 20) + b"\n"), 3, "64 KiB")
        self.check("boards.csv", self.write(head + b'"' + b"a\n" * (1 << 20)), 3, "64 KiB")
        self.check("boards.csv", self.write(head.decode().encode("utf-16")), 3, "UTF-16")
        self.check("boards.csv", self.write(b"," * (1 << 20) + b"\n"), 3, "boards.csv:1")

    def test_a_folder_of_very_many_files(self):
        folder = write_folder(self.path("in"), small_files())
        for i in range(20000):
            os.close(os.open(os.path.join(folder, f"x{i}"), os.O_CREAT | os.O_WRONLY))
        self.bounded("import", self.path("new.groeiplan"), folder, status=0)

    def test_folders_that_link_to_themselves(self):
        os.symlink("loop", self.path("loop"))
        self.refused("import", "new.groeiplan", "loop", status=4)
        self.refused("import", "new.groeiplan", "/dev/zero", status=4)


class OtherFiles(Hostile):
    def test_register_files_and_shards_that_are_none(self):
        project = self.small_project()
        os.mkfifo(self.path("pipe"))
        os.symlink("loop", self.path("loop"))
        os.mkdir(self.path("folder"))
        for path in ("pipe", "loop", "folder", "/dev/zero", "/dev/null"):
            for call in ("import-register", "futures-merge"):
                with self.subTest(path=path, call=call):
                    self.assertIn(path, self.refused(call, project, path, status=4, wall=300))

    def test_a_shard_nested_a_million_deep(self):
        project = self.small_project()
        for opening in ("[", '{"a":'):
            with open(self.path("deep.shard"), "w", encoding="utf-8") as file:
                file.write(opening * 1000000)
            self.refused("futures-merge", project, "deep.shard", status=3)

    def test_a_shard_without_end(self):
        with open(self.path("sparse"), "wb") as file:
            file.truncate(1 << 30)
        self.assertIn("sparse", self.refused("futures-merge", self.small_project(), "sparse", status=3))


if __name__ == "__main__":
    unittest.main()
