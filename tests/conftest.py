"""Settings of every test: Hypothesis measures no time, since machines are noisy."""

from hypothesis import HealthCheck, settings

settings.register_profile("briefing", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("briefing")
