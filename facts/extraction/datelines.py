"""The dateline that opens a report: "SAND HARBOUR, Oct. 14 (Meridian) -"."""

import re
from dataclasses import dataclass

from facts.extraction.givennames import is_common
from facts.extraction.places import is_known_place
from facts.types import Span

_LINE = re.compile(
    r"(?P<place>[^\W\d_]{3,}(?:[ .-]+[^\W\d_]{2,}){0,3}\.?)(?P<more>,[^()–—]{1,40})?\s?"
    r"(?:\((?P<agency>[^()]{2,40})\)\s?)?(?:[–—-]{1,2}|:)\s"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, the agency if one is named, and where the sentence proper begins."""

    place: Span
    agency: Span | None
    end: int

    def is_agency(self, at: int) -> bool:
        """Tell whether `at` lies in the agency's brackets."""
        return self.agency is not None and self.agency.start <= at < self.agency.end


def dateline(text: str) -> Dateline | None:
    """Return the dateline that opens `text`; its place is written in capitals."""
    if text[:3] != text[:3].upper():
        return None
    match = _LINE.match(text)
    if match is None or not match["place"].isupper():
        return None
    word = match["place"]
    known = is_known_place(word.title())
    if not (match["more"] or match["agency"] or known or " " in word) and is_common(word):
        return None  # "RESOLVED: that ..."
    agency = Span(*match.span("agency")) if match["agency"] else None
    return Dateline(Span(*match.span("place")), agency, match.end())
