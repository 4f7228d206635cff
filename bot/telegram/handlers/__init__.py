"""A handler reads the update, calls one service, and has what is owed sent."""
