/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A project like another one in which some values of one scenario differ: what prices, repairs,
 * futures and bridges between scenarios plan with.
 *
 * Cheap whatever the project's size: the variant shares every table that it does not change with the
 * project that it was made from (and keeps that one alive). It is sealed and read-only like any other.
 */
#pragma once

#include <groeiplan/gp-parameter.h>

G_BEGIN_DECLS

typedef struct _GpVariant GpVariant;

/* Collects changes to one scenario of the project; holds a reference to it. */
GpVariant *gp_variant_new (const GpProject *project, guint32 scenario);
void gp_variant_free (GpVariant *variant);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpVariant, gp_variant_free)

/* Sets the parameter's value in the scenario. scope: "" or NULL where it has none or for all;
 * year: GP_YEAR_NONE for every plan year, also those for which the scenario or a parent has a value
 * of its own. The last one set for a (parameter, scope, year) wins. */
void gp_variant_set (GpVariant *variant, GpParam param, const char *scope, GpYear year,
                     const GpDecimal *value);

/* Takes away the pin with that index in the project, in this scenario. */
void gp_variant_drop_pin (GpVariant *variant, guint32 pin);

/* Adds a pin to the scenario (pin->scenario is ignored). It replaces one with the same key. */
void gp_variant_add_pin (GpVariant *variant, const GpPin *pin);

/* The scenario's priorities from now on. */
void gp_variant_set_priorities (GpVariant *variant, const GpPriorityId *order, guint n);

/* The project with the changes; one reference for the caller. GP_ERROR_DATA when a value is out of
 * its parameter's range or a pin is wrong. May be called again after more changes. */
GpProject *gp_variant_make (GpVariant *variant, GError **error);

G_END_DECLS
