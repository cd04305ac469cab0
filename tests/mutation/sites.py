# SPDX-License-Identifier: GPL-3.0-or-later
"""Where C text can be changed: one operator, constant, condition or statement at a time.

No parser: comments, strings and preprocessor lines are blanked, and the formatting of
.clang-format does the rest (a binary operator has a space on both sides, a pointer has not).
"""
import hashlib
import re
from dataclasses import dataclass

SWAPS = [
    ("comparison", r" (<=|>=|==|!=|<|>) ", {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}),
    ("logic", r" (&&|\|\|) ", {"&&": "||", "||": "&&"}),
    ("arithmetic", r"(?<=[\w)\]]) ([-+*/]|[-+]=) (?=[\w(*&!-])",
     {"+": "-", "-": "+", "*": "/", "/": "*", "+=": "-=", "-=": "+="}),
    ("truth", r"\b(TRUE|FALSE)\b", {"TRUE": "FALSE", "FALSE": "TRUE"}),
    ("minimum", r"\b(MIN|MAX) \(", {"MIN": "MAX", "MAX": "MIN"}),
]
CONSTANT = re.compile(r"(?<![\w.\"%])(\d+)(?![\w.])")
CONDITION = re.compile(r"^\s*(?:else )?(?:if|while) (\((?:.*)\))$")
STATEMENT = re.compile(r"^\s+(?!return|goto|break|continue|case|default|g_free|g_clear|g_object_unref|else)"
                       r"(?:[\w>\.\[\]-]+ \(.*\)|[\w>\.\[\]\* -]+ [-+*|]?= [^{]*);$")
DECLARATION = re.compile(r"^\s+(?:const |static |g_auto\w* |g_autoptr \(\w+\) |struct )*[A-Za-z_]\w* \**\w+(?:\[.*\])?(?: = .*)?[;,]$")
# What only a programmer's mistake reaches, and sizes of memory: those are the sanitizers' to judge.
LEFT_ALONE = re.compile(r"g_new0? |g_malloc|g_try_|g_array_new|g_array_sized|g_memdup|mp[qz]_(?:init|clear)|g_return_|g_assert|g_warn|_static_assert|g_quark|g_autoptr_cleanup|G_STATIC|G_N_ELEMENTS")


@dataclass(frozen=True)
class Mutant:
    path: str
    line: int
    column: int
    kind: str
    old: str
    new: str
    text: str
    seen: int  # the how manieth line of the file with this text

    @property
    def key(self):
        return f"{self.path} | {self.text} | {self.seen}:{self.column} {self.old} -> {self.new}"

    def rank(self, seed):
        return hashlib.sha256(f"{seed} {self.key}".encode()).hexdigest()


def blank(source):
    """The same length, without comments, strings, characters and preprocessor lines."""
    pattern = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|^#(?:\\\n|[^\n])*",
                         re.S | re.M)
    return pattern.sub(lambda m: re.sub(r"[^\n]", "\x01", m.group()), source)


def in_line(line):
    """(kind, column, old, new) of every change of one line."""
    for kind, pattern, swap in SWAPS:
        for match in re.finditer(pattern, line):
            yield kind, match.start(1), match.group(1), swap[match.group(1)]
    for match in CONSTANT.finditer(line):
        yield "constant", match.start(1), match.group(1), str(int(match.group(1)) + 1)
    match = CONDITION.match(line)
    if match and match.group(1).count("(") == match.group(1).count(")"):
        yield "condition", match.start(1), match.group(1), f"(!{match.group(1)})"
    if STATEMENT.match(line) and not DECLARATION.match(line) and line.count("(") == line.count(")"):
        start = len(line) - len(line.lstrip())
        yield "statement", start, line[start:], ";"


def of_source(path, source):
    """Every mutant of a file's text, in order."""
    depth, seen = 0, {}
    for number, (raw, line) in enumerate(zip(source.split("\n"), blank(source).split("\n")), 1):
        text = raw.strip()
        seen[text] = seen.get(text, 0) + 1
        if depth > 0 and not LEFT_ALONE.search(raw):
            indent = len(raw) - len(raw.lstrip())
            for kind, column, old, new in in_line(line):
                if "\x01" in old:  # strings inside: the text as it stands
                    old = raw[column:column + len(old)]
                    new = f"(!{old})" if kind == "condition" else ";"
                yield Mutant(path, number, column - indent, kind, old, new, text, seen[text])
        depth += line.count("{") - line.count("}")


def apply(source, mutant):
    lines = source.split("\n")
    line = lines[mutant.line - 1]
    column = len(line) - len(line.lstrip()) + mutant.column
    assert line[column:column + len(mutant.old)] == mutant.old, mutant
    lines[mutant.line - 1] = line[:column] + mutant.new + line[column + len(mutant.old):]
    return "\n".join(lines)
