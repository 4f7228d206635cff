"""What several tests of the services begin with."""

import pytest

from db.engine import Store
from tests.factories import load_text
from tests.kept import Kept


@pytest.fixture
def harbour(store: Store, kept: Kept) -> None:
    """The store holds the document of `load_text`."""
    kept(store, load_text)
