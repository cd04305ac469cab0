/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inks of all charts. They differ in lightness as well as in hue, so that they are told apart
 * in grey print and by the colour-blind; shortage is hatched besides.
 */
#include <groeiplan/gp-chart.h>

#define RGB(r, g, b)                                                                               \
  {                                                                                                \
    (r) / 255.0, (g) / 255.0, (b) / 255.0, 1.0                                                     \
  }

static const GpColour inks[][GP_N_INKS] = {
    [GP_CHART_LIGHT] =
        {
            [GP_INK_TEXT] = RGB (0x26, 0x26, 0x2b),
            [GP_INK_FAINT] = RGB (0x62, 0x62, 0x69),
            [GP_INK_GRID] = RGB (0xe2, 0xe2, 0xe5),
            [GP_INK_GROUND] = RGB (0xfa, 0xfa, 0xfa),
            [GP_INK_HISTORY] = RGB (0xb3, 0xc1, 0xce),
            [GP_INK_REGULAR] = RGB (0x1f, 0x5a, 0x99),
            [GP_INK_GROEIKRACHT] = RGB (0xef, 0x86, 0x1f),
            [GP_INK_EXPERT] = RGB (0x0f, 0x5e, 0x63),
            [GP_INK_VERANDERCOACH] = RGB (0x7f, 0xc4, 0xc4),
            [GP_INK_SHORTAGE] = RGB (0xc0, 0x1c, 0x28),
            [GP_INK_GOAL] = RGB (0x26, 0x26, 0x2b),
            [GP_INK_MORE] = RGB (0x47, 0x4a, 0x94),
            [GP_INK_LESS] = RGB (0xdc, 0xae, 0x5a),
            [GP_INK_MONEY] = RGB (0x6d, 0x42, 0x72),
            [GP_INK_LINE_1] = RGB (0x8a, 0x1f, 0x86),
            [GP_INK_LINE_2] = RGB (0x3b, 0x7a, 0x1e),
            [GP_INK_LINE_3] = RGB (0x58, 0x67, 0xc4),
            [GP_INK_LINE_4] = RGB (0x8f, 0x64, 0x20),
            [GP_INK_LINE_5] = RGB (0xb4, 0x53, 0x8c),
            [GP_INK_LINE_6] = RGB (0x6c, 0x6c, 0x76),
        },
    [GP_CHART_DARK] =
        {
            [GP_INK_TEXT] = RGB (0xf2, 0xf2, 0xf2),
            [GP_INK_FAINT] = RGB (0xb0, 0xb0, 0xb6),
            [GP_INK_GRID] = RGB (0x48, 0x48, 0x4e),
            [GP_INK_GROUND] = RGB (0x24, 0x24, 0x24),
            [GP_INK_HISTORY] = RGB (0x63, 0x74, 0x86),
            [GP_INK_REGULAR] = RGB (0x5f, 0xa2, 0xe6),
            [GP_INK_GROEIKRACHT] = RGB (0xff, 0xae, 0x5c),
            [GP_INK_EXPERT] = RGB (0x3a, 0x9e, 0xa3),
            [GP_INK_VERANDERCOACH] = RGB (0xa5, 0xdc, 0xdb),
            [GP_INK_SHORTAGE] = RGB (0xf0, 0x5a, 0x63),
            [GP_INK_GOAL] = RGB (0xf2, 0xf2, 0xf2),
            [GP_INK_MORE] = RGB (0x8f, 0x93, 0xe8),
            [GP_INK_LESS] = RGB (0xe8, 0xc9, 0x84),
            [GP_INK_MONEY] = RGB (0xc3, 0x94, 0xc8),
            [GP_INK_LINE_1] = RGB (0xf0, 0x8c, 0xea),
            [GP_INK_LINE_2] = RGB (0x8e, 0xd0, 0x6f),
            [GP_INK_LINE_3] = RGB (0xa3, 0xae, 0xf5),
            [GP_INK_LINE_4] = RGB (0xd9, 0xae, 0x68),
            [GP_INK_LINE_5] = RGB (0xf0, 0xa3, 0xcb),
            [GP_INK_LINE_6] = RGB (0xb0, 0xb0, 0xba),
        },
    [GP_CHART_PRINT] =
        {
            [GP_INK_TEXT] = RGB (0x00, 0x00, 0x00),
            [GP_INK_FAINT] = RGB (0x50, 0x50, 0x50),
            [GP_INK_GRID] = RGB (0xd8, 0xd8, 0xd8),
            [GP_INK_GROUND] = RGB (0xff, 0xff, 0xff),
            [GP_INK_HISTORY] = RGB (0xb3, 0xc1, 0xce),
            [GP_INK_REGULAR] = RGB (0x1f, 0x5a, 0x99),
            [GP_INK_GROEIKRACHT] = RGB (0xef, 0x86, 0x1f),
            [GP_INK_EXPERT] = RGB (0x0f, 0x5e, 0x63),
            [GP_INK_VERANDERCOACH] = RGB (0x7f, 0xc4, 0xc4),
            [GP_INK_SHORTAGE] = RGB (0xb0, 0x10, 0x20),
            [GP_INK_GOAL] = RGB (0x00, 0x00, 0x00),
            [GP_INK_MORE] = RGB (0x47, 0x4a, 0x94),
            [GP_INK_LESS] = RGB (0xdc, 0xae, 0x5a),
            [GP_INK_MONEY] = RGB (0x6d, 0x42, 0x72),
            [GP_INK_LINE_1] = RGB (0x8a, 0x1f, 0x86),
            [GP_INK_LINE_2] = RGB (0x3b, 0x7a, 0x1e),
            [GP_INK_LINE_3] = RGB (0x58, 0x67, 0xc4),
            [GP_INK_LINE_4] = RGB (0x8f, 0x64, 0x20),
            [GP_INK_LINE_5] = RGB (0xb4, 0x53, 0x8c),
            [GP_INK_LINE_6] = RGB (0x6c, 0x6c, 0x76),
        },
    /* Every fill at least 3 to 1 against the ground, text and lines 7 to 1. */
    [GP_CHART_LIGHT_CONTRAST] =
        {
            [GP_INK_TEXT] = RGB (0x00, 0x00, 0x00),
            [GP_INK_FAINT] = RGB (0x3a, 0x3a, 0x40),
            [GP_INK_GRID] = RGB (0xa4, 0xa4, 0xaa),
            [GP_INK_GROUND] = RGB (0xfa, 0xfa, 0xfa),
            [GP_INK_HISTORY] = RGB (0x7b, 0x8e, 0xa2),
            [GP_INK_REGULAR] = RGB (0x08, 0x3b, 0x73),
            [GP_INK_GROEIKRACHT] = RGB (0xc0, 0x62, 0x00),
            [GP_INK_EXPERT] = RGB (0x04, 0x3c, 0x40),
            [GP_INK_VERANDERCOACH] = RGB (0x3a, 0x96, 0x96),
            [GP_INK_SHORTAGE] = RGB (0x9a, 0x0a, 0x16),
            [GP_INK_GOAL] = RGB (0x00, 0x00, 0x00),
            [GP_INK_MORE] = RGB (0x26, 0x29, 0x6e),
            [GP_INK_LESS] = RGB (0xa8, 0x78, 0x08),
            [GP_INK_MONEY] = RGB (0x4a, 0x23, 0x50),
            [GP_INK_LINE_1] = RGB (0x6c, 0x00, 0x68),
            [GP_INK_LINE_2] = RGB (0x1f, 0x54, 0x07),
            [GP_INK_LINE_3] = RGB (0x2f, 0x3f, 0x9e),
            [GP_INK_LINE_4] = RGB (0x67, 0x42, 0x07),
            [GP_INK_LINE_5] = RGB (0x8c, 0x27, 0x63),
            [GP_INK_LINE_6] = RGB (0x40, 0x40, 0x48),
        },
    [GP_CHART_DARK_CONTRAST] =
        {
            [GP_INK_TEXT] = RGB (0xff, 0xff, 0xff),
            [GP_INK_FAINT] = RGB (0xd6, 0xd6, 0xdc),
            [GP_INK_GRID] = RGB (0x77, 0x77, 0x7f),
            [GP_INK_GROUND] = RGB (0x24, 0x24, 0x24),
            [GP_INK_HISTORY] = RGB (0x77, 0x89, 0x9c),
            [GP_INK_REGULAR] = RGB (0x6f, 0xb2, 0xf5),
            [GP_INK_GROEIKRACHT] = RGB (0xff, 0xc2, 0x85),
            [GP_INK_EXPERT] = RGB (0x3f, 0xb0, 0xb5),
            [GP_INK_VERANDERCOACH] = RGB (0xc8, 0xf4, 0xf3),
            [GP_INK_SHORTAGE] = RGB (0xff, 0x7b, 0x83),
            [GP_INK_GOAL] = RGB (0xff, 0xff, 0xff),
            [GP_INK_MORE] = RGB (0xa9, 0xad, 0xff),
            [GP_INK_LESS] = RGB (0xff, 0xe3, 0xa3),
            [GP_INK_MONEY] = RGB (0xdc, 0xb2, 0xe0),
            [GP_INK_LINE_1] = RGB (0xff, 0xa8, 0xfa),
            [GP_INK_LINE_2] = RGB (0xa8, 0xea, 0x88),
            [GP_INK_LINE_3] = RGB (0xbc, 0xc6, 0xff),
            [GP_INK_LINE_4] = RGB (0xf0, 0xc6, 0x7f),
            [GP_INK_LINE_5] = RGB (0xff, 0xb9, 0xdd),
            [GP_INK_LINE_6] = RGB (0xcd, 0xcd, 0xd6),
        },
};

GpColour
gp_chart_ink (GpChartTheme theme, GpInk ink)
{
  g_return_val_if_fail ((guint)theme < G_N_ELEMENTS (inks), inks[GP_CHART_LIGHT][GP_INK_TEXT]);
  g_return_val_if_fail ((guint)ink < GP_N_INKS, inks[theme][GP_INK_TEXT]);
  return inks[theme][ink];
}
