"""Read documents understood: their facts and what is known about them.

Pure and slow, so it is done before a transaction is opened: nobody waits for a write meanwhile.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facts.extraction.extract import extract, infer_published
from facts.types import FactDraft, Particulars, ReadDocument


@dataclass(frozen=True, slots=True)
class Understood:
    """A read document with the facts found in it."""

    document: ReadDocument
    sha256: str
    particulars: Particulars
    drafts: tuple[FactDraft, ...]


def understand(documents: Iterable[ReadDocument]) -> tuple[Understood, ...]:
    """Find the facts of documents, and bounds for a publication date that is not known."""
    return tuple(_understood(document) for document in documents)


def addressed(documents: Sequence[ReadDocument], url: str | None) -> tuple[ReadDocument, ...]:
    """Give a document the address it was fetched from, unless it names its own.

    Several documents that came by one link are not each found under it.
    """
    if url is None or len(documents) != 1 or documents[0].reading.particulars.url:
        return tuple(documents)
    reading = documents[0].reading
    known = replace(reading.particulars, url=url)
    return (replace(documents[0], reading=replace(reading, particulars=known)),)


def _understood(document: ReadDocument) -> Understood:
    reading, sha256 = document.reading, hashlib.sha256(document.content).hexdigest()
    drafts = extract(reading)
    known = reading.particulars
    if known.published.day is None:
        known = replace(known, published=infer_published(reading, drafts))
    return Understood(document, sha256, known, drafts)
