/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-paper.h. The report draws itself, by the same function as into a PDF. */
#include "gp-paper.h"

#include "gp-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_WIDTH 240
#define FAIR_WIDTH 560 /* text of 9 points can be read */

struct _GpPaper {
  GtkWidget parent;
  GtkWidget *previous, *next, *wait, *sheet;
  GtkLabel *label;
  GtkDrawingArea *area;
  GpReport *report;
  guint page;
};

G_DEFINE_FINAL_TYPE (GpPaper, gp_paper, GTK_TYPE_WIDGET)

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GpPaper *self = data;
  double page_width, page_height;

  (void)area;
  if (self->report == NULL)
    return;
  gp_report_page_size (&page_width, &page_height);
  double scale = MIN (width / page_width, height / page_height);
  cairo_translate (cr, (width - page_width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  gp_report_draw_page (self->report, self->page, cr);
}

static void
show_page (GpPaper *self)
{
  guint n = self->report != NULL ? gp_report_n_pages (self->report) : 0;
  g_autofree char *text =
      n > 0 ? g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n) : g_strdup ("");
  g_autofree char *label = n > 0
                               ? g_strdup_printf (_ ("Preview of %s, page %u of %u"),
                                                  gp_report_title (self->report), self->page + 1, n)
                               : g_strdup (_ ("No preview"));

  gtk_label_set_text (self->label, text);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
on_previous (GpPaper *self)
{
  self->page -= self->page > 0;
  show_page (self);
}

static void
on_next (GpPaper *self)
{
  self->page += self->report != NULL && self->page + 1 < gp_report_n_pages (self->report);
  show_page (self);
}

void
gp_paper_set_report (GpPaper *self, GpReport *report)
{
  g_clear_pointer (&self->report, gp_report_free);
  self->report = report;
  self->page = 0;
  show_page (self);
}

void
gp_paper_set_waiting (GpPaper *self, gboolean waiting)
{
  gtk_widget_set_visible (self->wait, waiting);
}

/* A sheet of paper: as high as its width asks. */
static void
measure (GtkWidget *sheet, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  double width, height;

  (void)sheet;
  gp_report_page_size (&width, &height);
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = LEAST_WIDTH;
    *natural = FAIR_WIDTH;
  } else {
    *minimum = (int)ceil ((for_size < 0 ? LEAST_WIDTH : for_size) * height / width);
    *natural = (int)ceil ((for_size < 0 ? FAIR_WIDTH : for_size) * height / width);
  }
}

static GtkSizeRequestMode
request_mode (GtkWidget *sheet)
{
  (void)sheet;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate (GtkWidget *sheet, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (sheet), width, height, baseline, NULL);
}

static void
gp_paper_dispose (GObject *object)
{
  GpPaper *self = GP_PAPER (object);

  g_clear_pointer (&self->report, gp_report_free);
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_paper_parent_class)->dispose (object);
}

static void
gp_paper_class_init (GpPaperClass *klass)
{
  GtkWidgetClass *class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_paper_dispose;
  gtk_widget_class_set_template_from_resource (class, "/nl/groeiplan/Groeiplan/gp-paper.ui");
  gtk_widget_class_bind_template_child (class, GpPaper, previous);
  gtk_widget_class_bind_template_child (class, GpPaper, next);
  gtk_widget_class_bind_template_child (class, GpPaper, wait);
  gtk_widget_class_bind_template_child (class, GpPaper, sheet);
  gtk_widget_class_bind_template_child (class, GpPaper, label);
  gtk_widget_class_bind_template_child (class, GpPaper, area);
  gtk_widget_class_bind_template_callback (class, on_previous);
  gtk_widget_class_bind_template_callback (class, on_next);
  gtk_widget_class_set_layout_manager_type (class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_paper_init (GpPaper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->sheet,
                                 gtk_custom_layout_new (request_mode, measure, allocate));
  gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
  show_page (self);
}
