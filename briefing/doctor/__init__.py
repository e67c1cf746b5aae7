"""`briefing doctor`: which terminal this is, what it is sent, and a card to see by whether that is right.

`findings` looks around (`fonts` at fonts, `clipboard` at the ways to it), `report` puts it into words, `card`
is what is shown, `stage` the terminal it is shown on, `choosing` goes through the strategies, `command` is
the command line.
"""
