"""How the program ends: by itself or by a signal, with the terminal as it was, within two seconds.

`way_out` remembers what is to be put right, above all in the terminal, `signals` makes an orderly end of
every signal that would end the program at once, `leaving` sees to it that an end, once begun, comes. All of
it is on the way to the first frame: nothing heavy is imported.
"""
