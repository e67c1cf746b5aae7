"""What the program does with the machine it runs on: files, output, signals, clipboard, terminal.

`files` reads UTF-8 within bounds, `atomic` and `saving` write a file whole or not at all, `output` and
`pipes` are standard output and pipes, `assets` what comes with the program. `surroundings` makes the
environment harmless, `input_filter` bounds what a terminal sends. `ending/` ends the program,
`faults/` are faults of its own, `clipboard/` the ways onto the clipboard, `terminal/` which terminal this is.
"""
