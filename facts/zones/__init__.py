"""Finding a reader's time zone: Telegram does not tell it, so it is asked for and shown back."""
