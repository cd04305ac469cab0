# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks: every word of the program a third longer, as words of other languages
are. Made from a catalogue of the program by gettext's own tools.
"""
import os
import re
import subprocess

LANGUAGE = "xx"
PO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "ui", "po", "nl.po")
KEPT = re.compile(r"""(%(?:\d+\$)?[-+\ #0']*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]|%<[^>]*>"""
                  r"""|<[^>]*>|&\w+;|\\.|https?:\S+)""", re.VERBOSE)
WORD = re.compile(r"[^\W\d_]{3,}")


def longer(text):
    """The text with its words a third longer; what the program puts in or reads stays."""
    def stretch(match):
        word = match.group()
        return word + word[-((len(word) + 2) // 3):].lower()

    parts = KEPT.split(text)
    parts[::2] = [WORD.sub(stretch, part) for part in parts[::2]]
    return "".join(parts)


def catalogue(template):
    """The lines of a catalogue in which every translation is its text, longer."""
    filled = subprocess.run(["msgen", "--no-wrap", "--lang=" + LANGUAGE, "-"], input=template,
                            capture_output=True, text=True, check=True).stdout
    translation, entries = False, 0
    for line in filled.splitlines():
        if line.startswith(("msgid", "msgctxt", "#")) or not line:
            translation = False
        elif line.startswith("msgstr"):
            translation = True
            entries += 1
        if translation and entries > 1:  # the first is the header
            head, text = line.split('"', 1)
            line = f'{head}"{longer(text[:-1])}"'
        yield line


def untranslated():
    """The texts alone: marked as fuzzy, and emptied as the mark is taken off. The header, which says
    what the bytes mean, keeps its own: “_Open…” would become another “_Open”."""
    marked = subprocess.run(["msgattrib", "--set-fuzzy", "--no-obsolete", PO], capture_output=True,
                            text=True, check=True).stdout
    marked = marked.replace("#, fuzzy\n", "", 1)
    return subprocess.run(["msgattrib", "--clear-fuzzy", "--empty", "-"], input=marked,
                          capture_output=True, text=True, check=True).stdout


def write(folder):
    """Writes the catalogue where the program looks for it under that folder; how many texts it has."""
    template = untranslated()
    template = re.sub(r'"Plural-Forms: .*\\n"', r'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
                      template)
    lines = list(catalogue(template))
    messages = os.path.join(folder, LANGUAGE, "LC_MESSAGES")
    os.makedirs(messages)
    subprocess.run(["msgfmt", "--check-format", "-o", os.path.join(messages, "groeiplan.mo"), "-"],
                   input="\n".join(lines) + "\n", text=True, check=True, stderr=subprocess.DEVNULL)
    return sum(line.startswith("msgid") for line in lines)
