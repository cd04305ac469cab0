/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every JSON document of the command line is made of: texts, numbers, and its printing. */
#include "gp-cli-private.h"

#include <math.h>

void
gp_cli_json_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

void
gp_cli_json_number (JsonBuilder *builder, const char *key, double value)
{
  json_builder_set_member_name (builder, key);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
gp_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  gsize length;
  json_generator_set_root (generator, root);
  g_autofree char *text = json_generator_to_data (generator, &length);
  gp_cli_print_raw (text, length);
  gp_cli_print_raw ("\n", 1);
}
