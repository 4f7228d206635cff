"""Objects in, messages out: pure, escaped, and with no text of their own (see `texts`)."""
