/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one instance, a window for each project. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GP_TYPE_APPLICATION (gp_application_get_type ())
G_DECLARE_FINAL_TYPE (GpApplication, gp_application, GP, APPLICATION, AdwApplication)

/* settings may be NULL: then nothing is kept. */
GpApplication *gp_application_new (GSettings *settings);

G_END_DECLS
