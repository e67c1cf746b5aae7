"""Whatever uses what Textual keeps to itself: an upgrade of Textual is a matter of this folder alone."""
