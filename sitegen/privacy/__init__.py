"""The privacy pass: what may be published of a draft, and the only maker of `Cleared`."""
