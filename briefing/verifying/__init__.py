"""Whether a briefing is true to its article: each quote is given a verdict, and all that is wrong is found.

`checking` collects the findings of a file: mistakes by the rules that loading follows
(`sources.all_faults`), and the verdicts on quotes (`verdicts`). Knows no screen and no command.
"""
