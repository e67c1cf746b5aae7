"""What nobody expected: one line, an exit status, a log for whoever mends it, not a word of a document.

`last_handler` is where every such exception ends, `crash_log` the file that says what it was, `debug_log` the
log that somebody can ask for.
"""
