"""Campaigns of hostile input: mutated briefings loaded, printed and read, the installed command in a pty.

    python -m tests.fuzz --briefings 100000 --reader 200 --pty 2000 --seed 7
    python -m tests.fuzz --briefings 1 --first 1234 --seed 7    # one case again

Every case comes from its campaign's name, the seed and its own number, and from nothing else.
"""
