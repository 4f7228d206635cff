"""The documents bundled with the product: loaded like any other, into an empty store only."""

import json
from datetime import datetime
from importlib.resources import files

from bot.services.loading import apply, ever_loaded, rehearse
from bot.services.understanding import understand
from db.engine import Store
from facts.reading.read import read_here
from facts.types import Particulars

ACTOR = "library"


def load_library(store: Store, now: datetime) -> int:
    """Load the bundled documents if nothing was ever loaded; return how many were."""
    with store.writes.begin() as session:
        if ever_loaded(session):
            return 0
        loaded = 0
        for name, content, known in _bundled():
            documents = understand(read_here(name, content, known))
            plan = rehearse(session, now, file_name=name, documents=documents, actor=ACTOR)
            if plan.load_id is not None:
                apply(session, now, load_id=plan.load_id, actor=ACTOR)
                loaded += 1
        return loaded


def _bundled() -> list[tuple[str, bytes, Particulars]]:
    """Return each document with its name and what its sidecar knows about it."""
    folder = files("facts.library")
    found = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".txt"):
            sidecar = json.loads(folder.joinpath(f"{file.name}.json").read_text(encoding="utf-8"))
            known = Particulars(title=sidecar["title"], outlet=sidecar["outlet"])
            found.append((file.name, file.read_bytes(), known))
    return found
