"""Documents to try loading; all that they say is invented."""
