"""A briefing drafted by a program: what it is asked, what it answers, and what of that is proved.

`schema` and `prompt` are what it is given, `answer` reads what comes back, `gate` holds it against the
article, `entering` writes what is proved into a `briefing.toml`. `leads` needs no program at all. Knows no
screen, no command and no network.
"""
