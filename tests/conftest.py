"""Settings of every test: nobody's own preferences; Hypothesis measures no time, since machines are noisy."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("briefing", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("briefing")

os.environ["BRIEFING_PREFERENCES"] = "/dev/null/preferences.toml"
