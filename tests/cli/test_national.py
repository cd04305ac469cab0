# SPDX-License-Identifier: GPL-3.0-or-later
"""The national project, made from the four real register files: imported, planned, audited, and
compared with another solver priority by priority."""
import json
import os
import unittest

import solver
from support import SHARED, CliTest, not_run

FILES = ["vestigingen-bo-2026-08.csv", "vestigingen-vo-2020.csv",
         "leerlingen-historisch-2025.csv", "leerlingen-vo-2020.csv"]


class National(CliTest):
    def test_from_register_files_to_an_audited_plan(self):
        project = self.path("national.groeiplan")
        paths = [os.path.join(SHARED, "duo", name) for name in FILES]
        self.cli("new", "--empty", project)
        preview = self.cli("import-register", project, *paths, notes=True).out
        self.assertIn("--apply", preview)
        self.assertIn("\nschools\t0\n", self.cli("info", project).out)
        self.cli("import-register", project, *paths, "--apply", notes=True)
        info = dict(line.split("\t", 1) for line in self.cli("info", project).out.splitlines())
        self.assertGreater(int(info["schools"]), 7500)
        self.assertGreater(int(info["boards"]), 1000)
        self.assertIn("Nothing changes.", self.cli("import-register", project, *paths, notes=True).out)
        plan = json.loads(self.cli("plan", project, "--format", "json", timeout=900).out)
        self.assertIn(plan["status"], ("optimal", "feasible"))
        with self.subTest("audit"):
            self.cli("audit", project)
        if solver.find():
            self.assertEqual(solver.disagreement(self, project, plan, self.folder, ("mps",)), [])


if __name__ == "__main__":
    if not os.path.isdir(os.path.join(SHARED, "duo")):
        not_run("no ../shared")
    unittest.main()
