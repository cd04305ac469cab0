/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-page.h. What pages ask of the window goes through it here, so that they need not know it.
 */
#include "gp-page.h"
#include "gp-links.h"
#include "gp-window.h"

G_DEFINE_INTERFACE (GpPage, gp_page, GTK_TYPE_WIDGET)

static void
gp_page_default_init (GpPageInterface *iface)
{
  (void)iface;
}

void
gp_page_show (GpPage *self, GpDocument *document)
{
  GP_PAGE_GET_IFACE (self)->show (self, document);
}

gboolean
gp_page_find (GpPage *self, const char *text)
{
  GpPageInterface *iface = GP_PAGE_GET_IFACE (self);

  if (iface->find == NULL)
    return FALSE;
  iface->find (self, text);
  return TRUE;
}

void
gp_page_go_to (GpPage *self, const char *what)
{
  GpPageInterface *iface = GP_PAGE_GET_IFACE (self);

  if (iface->go_to != NULL)
    iface->go_to (self, what);
}

char *
gp_page_get_table (GpPage *self)
{
  GpPageInterface *iface = GP_PAGE_GET_IFACE (self);

  return iface->get_table != NULL ? iface->get_table (self) : NULL;
}

GpWindow *
gp_page_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (root != NULL && !GP_IS_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  return root != NULL ? GP_WINDOW (root) : NULL;
}

void
gp_page_open (GtkWidget *from, const char *page, const char *what)
{
  gtk_widget_activate_action (from, "win.go-to", "(ss)", page, what != NULL ? what : "");
}

static gboolean
on_link (GtkLabel *label, const char *target, gpointer data)
{
  const char *what;
  g_autofree char *page = gp_links_page (target, &what);

  (void)data;
  gp_page_open (GTK_WIDGET (label), page, what);
  return TRUE;
}

void
gp_page_follow_links (GtkLabel *label)
{
  gtk_widget_add_css_class (GTK_WIDGET (label), "linked");
  g_signal_connect (label, "activate-link", G_CALLBACK (on_link), NULL);
}

void
gp_page_toast (GtkWidget *from, const char *text, const char *button, const char *action)
{
  GpWindow *window = gp_page_window (from);

  if (window != NULL)
    gp_window_toast (window, text, button, action);
}

void
gp_page_error (GtkWidget *from, const char *heading, const char *message)
{
  GpWindow *window = gp_page_window (from);

  if (window != NULL)
    gp_window_error (window, heading, message);
}

void
gp_page_drop_children (GtkWidget *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self)) != NULL)
    gtk_widget_unparent (child);
}
