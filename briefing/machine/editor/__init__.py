"""The user's own editor: which one it is, how it is told a line, and running it in the terminal."""
