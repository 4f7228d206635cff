"""What the bot does, one verb a function; each takes its session and its clock's time first."""
