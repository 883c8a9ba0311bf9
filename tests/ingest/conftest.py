"""The first text a process identifies takes most of a second, so time limits on single examples say nothing."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
