# SPDX-License-Identifier: GPL-3.0-or-later
"""The relaxed plan of the small project against another solver on the model files."""
import json
import unittest

import solver
from support import CliTest, not_run


class Solver(CliTest):
    def test_both_scenarios_in_both_formats(self):
        project = self.small_project()
        for scenario in ("base", "tight"):
            plan = json.loads(self.cli("plan", project, "--scenario", scenario, "--relaxed",
                                       "--format", "json").out)
            self.assertEqual(solver.disagreement(self, project, plan, self.folder, ("mps", "lp")), [])

    def test_a_model_that_cannot_be_written_is_status_4(self):
        self.cli("model", self.small_project(), "--priority", "reach", "--output", "/proc/x.mps",
                 status=4)


if __name__ == "__main__":
    if not solver.find():
        not_run("neither clp nor cbc is installed")
    unittest.main()
