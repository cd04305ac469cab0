# SPDX-License-Identifier: GPL-3.0-or-later
"""Another solver's opinion on a model file: clp, or cbc where there is no clp."""
import re
import shutil
import subprocess


def find():
    return shutil.which("clp") or shutil.which("cbc")


def run(program, path, tolerance, timeout):
    """One attempt: the optimal value, or None, and what the solver printed."""
    if program.endswith("clp"):
        # on these models the primal simplex is many times as fast as the dual, and with geometric
        # scaling as with clp's own choice (national cost: 26 s of CPU in place of minutes)
        words = [program, path, "-primalTolerance", tolerance, "-dualTolerance", tolerance,
                 "-scaling", "geometric", "-primalsimplex"]
    else:
        words = [program, path, "-primalTolerance", tolerance, "-solve"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=timeout, check=True,
                          stdin=subprocess.DEVNULL)
    found = re.findall(r"^(?:Optimal objective|Optimal - objective value|Objective value:) +"
                       r"([-+.0-9eE]+)", done.stdout, re.MULTILINE)
    return (float(found[-1]) if found else None), done.stdout


def optimum(program, path, timeout=900):
    """The optimal value of the linear program in the file; fails when the solver finds none.

    A tolerance that is tighter than the digits of a held value makes the model infeasible, and the
    solver long: then a looser one."""
    for tolerance in ("1e-6", "1e-5"):
        value, printed = run(program, path, tolerance, timeout)
        if value is not None:
            return value
    raise AssertionError(f"{program} found no optimum of {path}:\n{printed[-2000:]}")


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
