"""What can go wrong with the store; the message is the sentence a person reads."""

from facts.errors import BriefingError


class StoreUnavailable(BriefingError):
    """The database cannot be opened, or is not migrated."""
