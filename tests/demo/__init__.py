"""Makes the pictures of the demo site."""
