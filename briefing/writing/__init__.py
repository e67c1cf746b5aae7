"""Writing a briefing: edits of its `briefing.toml`, as a person would make them, and their saving.

`edits` are the edits, plain data; `toml_edits` makes one in a text, of which nothing else changes;
`manuscript` is the file: edits are written, undone and redone, and never over another's words.
`unsent` keeps what is being typed, `beginning` makes a folder of a document. Knows no screen.
"""
