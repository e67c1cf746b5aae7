"""All that uses private parts of Textual: an upgrade of Textual is checked against this folder.

`plain_app` is an application in which no text acts, `ending_app` one that ends in order, `terminal_app` one
that sends a terminal what it needs; each is built on the one before. `terminal_driver` reads the terminal,
`key_parser` makes keys of what was read, `input_channel` hands them on, `sent_rows` changes rows on their way
out, `own_size` is the base of all screens, `unused_modules` keeps out what the reader never uses.
"""
