"""Papers that stay inside the school: consent overview, class list, "may this photo?". Nothing here is ever published."""
