"""Drafts for social media, under the parents' stricter consent. A person places them; sitegen holds no password and posts nothing."""
