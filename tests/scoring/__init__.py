"""Scores the privacy pass over the case files of `tests/cases`."""
