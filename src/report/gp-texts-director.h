/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GP_TEXT (id, English, Dutch): the director's report. Included several times. */
/* clang-format off */
GP_TEXT (DIRECTOR_STEM, "directors-report", "directierapport")
