"""The edge to Telegram: the only importer of python-telegram-bot."""

import os

# Durations as timedelta: the library's coming default, and its warning about the old one is gone.
os.environ.setdefault("PTB_TIMEDELTA", "true")
