# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of make-starter.py: tables counted from the public register, invented names, boards and
schools, history and intake, coaches, and the scenarios' assumptions."""
