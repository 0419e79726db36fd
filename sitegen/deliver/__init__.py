"""Delivering: the verified site goes to the school's host, removals first, only what changed.

target    which host: `publish:` in site.yaml, or options
parcel    what must be there, read once more and compared with what the verifier saw; what was sent before
sending   the order: list, removals, look that they are gone, files, list
sftp rsync git archive    the four kinds of host

Credentials come from the user's own agent, keys or environment; nothing is asked, nothing is kept.
"""
