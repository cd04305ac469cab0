/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that whole hires can cost. */
#pragma once

#include "gp-audit-data.h"

G_BEGIN_DECLS

/* FALSE when so many experts fit under the cap that it would take too long. */
gboolean gp_audit_hires_are_few (const GpAuditData *data);

/* total += the least sum of price[year] x whole hires of the year that the cap allows. */
void gp_audit_add_hires (const GpAuditData *data, const mpz_t *price, mpz_ptr total);

G_END_DECLS
