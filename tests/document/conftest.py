"""Hypothesis without a deadline: the first date parsed imports edtf, and machines that test are shared."""

from hypothesis import settings

settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")
