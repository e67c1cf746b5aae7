"""Judges of the program that share no code with it."""
