"""What a text itself suggests for its briefing: dates, names and furniture, found and never decided upon.

No screen, no file, no command. What is found is a proposal with the place of the words that carry it; a
person accepts, mends or drops it.
"""
