/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a shard, which may come from anywhere and hold anything.
 *
 * It is read line by line through a buffer of fixed size; a line that does not fit is refused.
 * Memory is asked for by numbers that were checked first: at most GP_MAX_FUTURES rows, and boards
 * one by one as they come. Every line must be there, in its place and form, and nothing after the
 * end. */
#include "gp-futures-private.h"
#include "gp-futures-shard.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Larger figures than any plan has, and far from where sums would overflow. */
#define FIGURE_MAX G_GINT64_CONSTANT (1000000000000000000)

typedef struct {
  const char *path;
  FILE *file;
  guint64 line;
  char text[GP_SHARD_LINE_MAX + 1]; /* the current line without its LF */
} Reader;

static gboolean
refuse (const Reader *reader, GError **error)
{
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, reader->line);
  g_autofree char *shown = gp_error_text (reader->path);
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("%s is no whole shard of futures (line %s): make it again with groeiplan-cli "
                  "futures --shard."),
               shown, line);
  return FALSE;
}

/* FALSE at the end, and for a line that is too long, has a NUL, or ends without LF. */
static gboolean
next_line (Reader *reader)
{
  gsize length;

  reader->line++;
  if (fgets (reader->text, sizeof reader->text, reader->file) == NULL)
    return FALSE;
  length = strlen (reader->text);
  if (length == 0 || reader->text[length - 1] != '\n')
    return FALSE;
  reader->text[length - 1] = '\0';
  return TRUE;
}

/* The next line, which begins with that word; returns what comes after the blank, or NULL. */
static char *
word_line (Reader *reader, const char *word)
{
  gsize length = strlen (word);

  if (!next_line (reader) || strncmp (reader->text, word, length) != 0 ||
      reader->text[length] != ' ')
    return NULL;
  return reader->text + length + 1;
}

/* The word up to the next blank or the end; *rest moves on. NULL when there is none. */
static char *
take_word (char **rest)
{
  char *word = *rest, *blank;

  if (word == NULL || *word == '\0')
    return NULL;
  blank = strchr (word, ' ');
  *rest = blank != NULL ? blank + 1 : NULL;
  if (blank != NULL)
    *blank = '\0';
  return word;
}

/* Numbers as they are written: no blank, plus sign or leading zero is let by. */
static gboolean
take_unsigned (char **rest, guint64 max, guint64 *out)
{
  const char *word = take_word (rest);

  return word != NULL && (word[0] != '0' || word[1] == '\0') &&
         g_ascii_string_to_unsigned (word, 10, 0, max, out, NULL);
}

static gboolean
take_figure (char **rest, gint64 *out)
{
  const char *word = take_word (rest);
  const char *digits = word != NULL && *word == '-' ? word + 1 : word;

  return word != NULL && *word != '+' &&
         (digits[0] != '0' || (digits[1] == '\0' && digits == word)) &&
         g_ascii_string_to_signed (word, 10, -FIGURE_MAX, FIGURE_MAX, out, NULL);
}

static gboolean
number_line (Reader *reader, const char *word, guint64 max, guint64 *out)
{
  char *rest = word_line (reader, word);

  return take_unsigned (&rest, max, out) && rest == NULL;
}

/* ---- the header ---------------------------------------------------------------------- */

static gboolean
is_code (const char *text)
{
  gsize length = strlen (text);

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      return FALSE;
  return length >= 1 && length <= GP_CODE_MAX && g_utf8_validate (text, (gssize)length, NULL);
}

static gboolean
digest_line (Reader *reader, const char *word, char digest[static GP_DIGEST_BYTES])
{
  const char *text = word_line (reader, word);

  if (text == NULL || strlen (text) != GP_DIGEST_BYTES - 1 ||
      strspn (text, "0123456789abcdef") != GP_DIGEST_BYTES - 1)
    return FALSE;
  g_strlcpy (digest, text, GP_DIGEST_BYTES);
  return TRUE;
}

static gboolean
read_run (Reader *reader, GpFuturesHead *head)
{
  const char *scenario;
  guint64 count, shard, n_shards;
  char *rest;

  if (!next_line (reader) || strcmp (reader->text, GP_SHARD_FORMAT) != 0)
    return FALSE;
  scenario = word_line (reader, "scenario");
  if (scenario == NULL || !is_code (scenario))
    return FALSE;
  g_strlcpy (head->scenario, scenario, sizeof head->scenario);
  if (!number_line (reader, "seed", G_MAXUINT64, &head->seed) ||
      !number_line (reader, "count", GP_MAX_FUTURES, &count) || count == 0)
    return FALSE;
  rest = word_line (reader, "shard");
  if (!take_unsigned (&rest, GP_MAX_SHARDS, &shard) ||
      !take_unsigned (&rest, GP_MAX_SHARDS, &n_shards) || rest != NULL || shard < 1 ||
      shard > n_shards)
    return FALSE;
  head->count = (guint32)count;
  head->shard = (guint)shard;
  head->n_shards = (guint)n_shards;
  return TRUE;
}

static gboolean
read_priorities (Reader *reader, GpFuturesHead *head)
{
  char *rest = word_line (reader, "priorities");

  while (rest != NULL) {
    const char *name = take_word (&rest);
    GpPriorityId id;

    if (name == NULL || !gp_priority_parse (name, &id) || gp_futures_find_priority (head, id) >= 0)
      return FALSE;
    head->priorities[head->n_priorities++] = id;
  }
  return head->n_priorities > 0;
}

static gboolean
read_years (Reader *reader, GpFuturesHead *head)
{
  char *rest = word_line (reader, "years");
  const char *first = take_word (&rest), *last = take_word (&rest);

  return first != NULL && last != NULL && rest == NULL &&
         gp_year_parse (first, &head->first_year) && gp_year_parse (last, &head->last_year) &&
         head->first_year <= head->last_year &&
         head->last_year - head->first_year < GP_MAX_PLAN_YEARS;
}

static gboolean
read_head (Reader *reader, GpFuturesHead *head)
{
  guint64 regret;

  if (!read_run (reader, head) || !digest_line (reader, "data", head->data) ||
      !digest_line (reader, "plans", head->plans) || !number_line (reader, "regret", 1, &regret))
    return FALSE;
  head->has_regret = regret == 1;
  return read_priorities (reader, head) && read_years (reader, head);
}

/* ---- boards and rows ------------------------------------------------------------------ */

static gboolean
read_board (Reader *reader, GpFutures *futures)
{
  GArray *boards = futures->boards;
  char *rest = word_line (reader, "board");
  const char *year = take_word (&rest);
  GpFuturesBoard board = {0};
  guint64 kept;

  if (year == NULL || !gp_year_parse (year, &board.year) ||
      !take_unsigned (&rest, futures->n, &kept) || rest == NULL || !is_code (rest))
    return FALSE;
  board.kept = (guint32)kept;
  g_strlcpy (board.code, rest, sizeof board.code);
  if (boards->len > 0 &&
      strcmp (g_array_index (boards, GpFuturesBoard, boards->len - 1).code, board.code) >= 0)
    return FALSE;
  g_array_append_val (boards, board);
  return TRUE;
}

static gboolean
read_row (Reader *reader, const GpFutures *futures, guint32 number)
{
  gint64 *row = gp_futures_row (futures, number);
  char *rest;
  guint64 is;

  if (!next_line (reader))
    return FALSE;
  rest = reader->text;
  if (!take_unsigned (&rest, G_MAXUINT32, &is) || is != number)
    return FALSE;
  for (guint i = 0; i < futures->stride; i++)
    if (!take_figure (&rest, &row[i]))
      return FALSE;
  return rest == NULL && row[0] >= GP_FUTURE_PLANNED && row[0] <= GP_FUTURE_UNKNOWN;
}

static gboolean
read_body (Reader *reader, GpFutures *futures)
{
  guint64 n;

  if (!number_line (reader, "boards", GP_MAX_BOARDS, &n))
    return FALSE;
  for (guint64 i = 0; i < n; i++)
    if (!read_board (reader, futures))
      return FALSE;
  if (!number_line (reader, "futures", futures->n, &n) || n != futures->n)
    return FALSE;
  for (guint32 i = 0; i < futures->n; i++)
    if (!read_row (reader, futures, futures->first + i))
      return FALSE;
  return next_line (reader) && strcmp (reader->text, "end") == 0 && fgetc (reader->file) == EOF;
}

static gboolean
set_unreadable (const char *path, int reason, GError **error)
{
  g_autofree char *shown = gp_error_text (path);

  g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("%s cannot be read: %s."), shown,
               g_strerror (reason));
  return FALSE;
}

static GpFutures *
read_file (Reader *reader, GError **error)
{
  GpFuturesHead head = {0};
  g_autoptr (GpFutures) futures = NULL;

  if (!read_head (reader, &head)) {
    refuse (reader, error);
    return NULL;
  }
  futures = gp_futures_new (&head, error);
  if (futures == NULL)
    return NULL;
  if (!read_body (reader, futures)) {
    refuse (reader, error);
    return NULL;
  }
  return g_steal_pointer (&futures);
}

/* Without O_NONBLOCK a pipe would hold us up for ever. NULL with errno. */
static FILE *
open_regular (const char *path)
{
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat state = {0};
  int reason = EINVAL;

  if (file < 0)
    return NULL;
  if (fstat (file, &state) == 0 && S_ISREG (state.st_mode))
    return fdopen (file, "r");
  if (S_ISDIR (state.st_mode))
    reason = EISDIR;
  close (file);
  errno = reason;
  return NULL;
}

GpFutures *
gp_futures_read (const char *path, GError **error)
{
  g_autofree Reader *reader = g_new0 (Reader, 1);
  GpFutures *futures;

  g_return_val_if_fail (path != NULL, NULL);
  reader->path = path;
  reader->file = open_regular (path);
  if (reader->file == NULL) {
    set_unreadable (path, errno, error);
    return NULL;
  }
  errno = 0;
  futures = read_file (reader, error);
  if (futures == NULL && ferror (reader->file)) {
    int reason = errno;
    g_clear_error (error);
    set_unreadable (path, reason, error);
  }
  fclose (reader->file);
  return futures;
}
