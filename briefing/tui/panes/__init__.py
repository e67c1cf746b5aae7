"""The panes of the reader: how the contents of each are laid out and painted.

A sheet (`article_sheet`, `summary_sheet`, `sidebar_sheet`; `sheet` is what they have in common) lays contents
out at a width and knows no widget. A pane (`article`, `summary`, `sidebar`; `pane`, `measured_view`,
`item_view` and `text_view` are what they have in common) scrolls it, and takes keys and the mouse. `row`
places what a row is made of, `heights` counts the rows of items. `title_bar`, `key_bar` and `too_small` are
rows without a frame.
"""
