/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GP_TEXT (id, English, Dutch): the finance workbook. Included several times. */
/* clang-format off */
GP_TEXT (FINANCE_STEM, "finance", "financien")
