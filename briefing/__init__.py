"""Read Arabic source material in a terminal, beside an English summary tied to it."""
