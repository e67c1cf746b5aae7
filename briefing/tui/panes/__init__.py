"""The panes of the reader: what each contents is laid out and painted as."""
