"""Watching: sees that files change, waits until they are whole, and has the site built in a process of its own."""
