"""The forms that a briefing is given out in, one file for each."""
