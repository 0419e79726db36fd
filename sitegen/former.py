"""What may be a former address of a page: one that every system can hold as a file below the site."""

from __future__ import annotations

from sitegen.late import late

# Windows has devices called CON and NUL.jpg, and drops a full stop at the end of a name.
_ADDRESS = late(r"(?:(?!(?i:con|prn|aux|nul|com\d|lpt\d)[./])[A-Za-z0-9_~-](?:[A-Za-z0-9._~-]{0,198}[A-Za-z0-9_~-])?/)+\Z")
LONGEST = 1000


def fits(address: str) -> bool:
    """Whether `address` ("over-ons/team/", with or without its first or last slash) can be a former address."""
    return len(address) <= LONGEST and _ADDRESS.match(address.strip("/") + "/") is not None
