/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A project like another one in which some values of one scenario differ: what prices, repairs,
 * futures and bridges between scenarios plan with.
 *
 * Other scenarios keep their values, but for children of this one, which inherit as always.
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

/* Sets the parameter's value in the scenario: whatever rows the scenario and its parents have,
 * gp_param_lookup () gives this value from now on. scope: "" or NULL where it has none or for all;
 * year: GP_YEAR_NONE for every plan year, also those for which the scenario or a parent has a value
 * of its own. The last one set for a (parameter, scope, year) wins. */
void gp_variant_set (GpVariant *variant, GpParam param, const char *scope, GpYear year,
                     const GpDecimal *value);

/* Takes away the pin with that index in the project, in this scenario. The row stays, so that the
 * other pins keep their indices, but gp_project_pin_applies () says no; and a pin of a parent that
 * it replaced does not come back. */
void gp_variant_drop_pin (GpVariant *variant, guint32 pin);

/* Adds a pin to the scenario (pin->scenario is ignored). It replaces one with the same key, also one
 * that was taken away. */
void gp_variant_add_pin (GpVariant *variant, const GpPin *pin);

/* Adds (days < 0: takes away) expert days in a region and plan year, on top of those that its coaches
 * give: what the price of an expert day is checked with. What is added for the same region and year
 * adds up; below zero counts as zero. No row of any table says this. */
void gp_variant_add_expert_days (GpVariant *variant, guint32 region, GpYear year, double days);

/* The sum of the above; 0 for a project that is no variant. */
double gp_project_extra_expert_days (const GpProject *project, guint32 region, GpYear year);

/* The scenario's priorities from now on: n of them, most important first. */
void gp_variant_set_priorities (GpVariant *variant, const GpPriorityId *order, guint n);

/* The project with the changes; one reference for the caller. GP_ERROR_DATA when a value is out of
 * its parameter's range or a pin is wrong. May be called again after more changes. */
GpProject *gp_variant_make (GpVariant *variant, GError **error);

G_END_DECLS
