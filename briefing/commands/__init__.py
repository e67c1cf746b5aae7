"""The command line: one file for each command, and what they share.

`main` finds out which command it is. `reading` and `printing` are the one without a name, in a terminal and
without; `export`, `serve` and `doctor` each have a `main(arguments)` that returns the exit status.
`arguments` is how all of them read their arguments and tell a mistake in them.
"""
