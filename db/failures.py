"""A database that fails, in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, TimeoutError

from db.errors import StoreUnavailable

# What a store that is away, locked or full raises; after it, the same may be tried again.
STORE_FAILURES = (DBAPIError, TimeoutError)


@contextmanager
def failures_in_words(engine: Engine) -> Iterator[None]:
    """Turn a failure of the database into StoreUnavailable, with its remedy and no password."""
    try:
        yield
    except DBAPIError as error:
        where = engine.url.render_as_string(hide_password=True)
        said = str(error.orig).strip().splitlines() or ["no answer"]
        raise StoreUnavailable(
            f"The database {where} cannot be used ({said[0]}): "
            "check DATABASE_URL, that it runs, and its rights."
        ) from error
