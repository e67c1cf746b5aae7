"""One file for each form in which a briefing is given out: `written` makes the bytes of what is chosen."""
