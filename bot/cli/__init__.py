"""The command line and the wiring: a verb a file."""
