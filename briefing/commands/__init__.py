"""The command line: one file for each command, and what they share.

`main` finds out which command it is, and has the list of them. `reading` and `printing` are the one without a
name, in a terminal and without; every other has a `main(arguments)` that returns the exit status, and a
`parser()` from which its help is made.
`arguments` is how all of them read their arguments and tell a mistake in them.
"""
