"""Short ways to fill a store."""

import threading
from datetime import UTC, date, datetime

from bot.services.finding import Reply, find
from bot.services.loading import apply, rehearse
from bot.services.understanding import understand
from bot.services.vocabularies import Vocabularies
from db.engine import Store
from db.viewer import Viewer
from facts.reading.read import read_here
from facts.types import Particulars, Published, PublishedBasis
from tests.kept import KEPT

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)

HARBOUR = """Port Velden reopens after storm damage

The harbour of Port Velden reopened on 3 March 2025 after eleven weeks of repairs.

Mayor Ilse Brandt said the work had cost 4.2 million crowns.

"We will not wait for the next storm to raise the sea wall," said Brandt.

About 300 fishing boats use the harbour in summer.
"""


def load_text(
    store: Store,
    text: str = HARBOUR,
    *,
    name: str = "harbour.txt",
    outlet: str | None = None,
    published: date | None = None,
    visibility: str | None = None,
) -> int | None:
    """Load a document; return the number of its load, None when it was known.

    What several tests load first of all is loaded twice, and then put back; in other threads all
    is loaded, since several may do so at once.
    """
    what = text, name, outlet, published, visibility
    kept = KEPT.get(store.engine.url)
    if kept is None or threading.current_thread() is not threading.main_thread():
        return _load(store, *what)
    return kept.again(store, what, lambda store: _load(store, *what))


def _load(
    store: Store,
    text: str,
    name: str,
    outlet: str | None,
    published: date | None,
    visibility: str | None,
) -> int | None:
    known = Published(published, published, PublishedBasis.ADMIN) if published else Published()
    given = Particulars(outlet=outlet, published=known)
    documents = understand(read_here(name, text.encode(), given))
    with store.writes.begin() as session:
        plan = rehearse(
            session,
            NOW,
            file_name=name,
            documents=documents,
            actor="test",
            visibility=visibility,
        )
        if plan.load_id is not None:
            apply(session, NOW, load_id=plan.load_id, actor="test")
    return plan.load_id


def question(store: Store, text: str, *, limit: int = 3, viewer: Viewer | None = None) -> Reply:
    """Ask the store."""
    with store.reads.begin() as session:
        return find(
            session,
            NOW,
            text=text,
            today=TODAY,
            viewer=viewer or Viewer(),
            vocabularies=Vocabularies(),
            limit=limit,
        )
