"""Settings for all tests."""

from hypothesis import HealthCheck, settings

# How long it takes to think up an example says how busy the machine is, not whether the law holds.
settings.register_profile("patient", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
