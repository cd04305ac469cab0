/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files say, gathered: the container that reading fills and comparing walks.
 */
#include "gp-register-private.h"

GpRegisterData *
gp_register_data_new (void)
{
  GpRegisterData *data = g_new0 (GpRegisterData, 1);
  data->strings = g_string_chunk_new (64 << 10);
  data->files = g_array_new (FALSE, TRUE, sizeof (GpRegisterFile));
  data->schools = g_array_new (FALSE, TRUE, sizeof (GpRegisterSchool));
  data->boards = g_array_new (FALSE, TRUE, sizeof (GpRegisterBoard));
  data->pupils = g_array_new (FALSE, TRUE, sizeof (GpRegisterPupils));
  data->school_of = g_hash_table_new (g_str_hash, g_str_equal);
  data->board_of = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (data->pupils_of); i++)
    data->pupils_of[i] = g_hash_table_new (g_str_hash, g_str_equal);
  data->is_special = g_hash_table_new (g_str_hash, g_str_equal);
  data->special_institutions = g_hash_table_new (g_str_hash, g_str_equal);
  return data;
}

void
gp_register_data_free (GpRegisterData *data)
{
  if (data == NULL)
    return;
  g_hash_table_unref (data->special_institutions);
  g_hash_table_unref (data->is_special);
  for (guint i = 0; i < G_N_ELEMENTS (data->pupils_of); i++)
    g_hash_table_unref (data->pupils_of[i]);
  g_hash_table_unref (data->board_of);
  g_hash_table_unref (data->school_of);
  g_array_unref (data->pupils);
  g_array_unref (data->boards);
  g_array_unref (data->schools);
  g_array_unref (data->files);
  g_string_chunk_free (data->strings);
  g_free (data);
}

guint32
gp_register_index (GHashTable *table, const char *key)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
  return found == 0 ? GP_NONE : found - 1;
}
