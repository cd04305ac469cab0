# SPDX-License-Identifier: GPL-3.0-or-later
"""Another solver's opinion on a model file: clp, or cbc where there is no clp."""
import re
import shutil
import subprocess


def find():
    return shutil.which("clp") or shutil.which("cbc")


def optimum(program, path, timeout=900):
    """The optimal value of the linear program in the file; fails when the solver finds none."""
    if program.endswith("clp"):
        words = [program, path, "-primalTolerance", "1e-6", "-dualsimplex"]
    else:
        words = [program, path, "-solve"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=timeout, check=True,
                          stdin=subprocess.DEVNULL)
    found = re.findall(r"^(?:Optimal objective|Optimal - objective value|Objective value:) +"
                       r"([-+.0-9eE]+)", done.stdout, re.MULTILINE)
    if not found or "infeasible" in done.stdout.lower().split("optimal")[-1]:
        raise AssertionError(f"{program} found no optimum of {path}:\n{done.stdout[-2000:]}")
    return float(found[-1])


def disagreement(test, project, plan, folder, formats=("mps",)):
    """What another solver says of each priority of a plan, beside what the plan says: a list of
    sentences, empty when they agree to 1e-6."""
    program, sentences = find(), []
    for priority in plan["priorities"]:
        for form in formats:
            path = f"{folder}/{priority['name']}.{form}"
            test.cli("model", project, "--scenario", plan["scenario"], "--format", form,
                     "--priority", priority["name"], "--output", path)
            value = optimum(program, path)
            if priority["name"] == "reach":
                value = -value
            if abs(value - priority["relaxed"]) > 1e-6 * max(1, abs(value)):
                sentences.append(f"{priority['name']} ({form}): plan {priority['relaxed']!r}, "
                                 f"{program} {value!r}")
    return sentences
