"""Words looked up by another program: which one, and how it is asked."""
