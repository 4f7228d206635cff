"""The most that a file may hold, in one place; every reader and the child keep to these."""

LARGEST_FILE = 20 * 1024 * 1024  # also the most that a bot may download from Telegram
LONGEST_TEXT = 5_000_000
LONGEST_GIVEN = 3_000  # of a ready-made fact: a Telegram message holds 4,096 characters
MOST_BLOCKS = 20_000
MOST_PAGES = 500
MOST_CELLS = 1_000_000
DEEPEST_NESTING = 1_000

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 20
WALL_SECONDS = 30
OPEN_FILES = 64
LARGEST_ANSWER = 128 * 1024 * 1024

MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 100 * 1024 * 1024
HIGHEST_RATIO = 100
