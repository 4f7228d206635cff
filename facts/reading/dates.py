"""Dates written out in full ("Nov. 7, 2022", "7 November 2022", "2022-11-07"), and only those."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
# Months of other languages whose dates are written as "4. März 2025", "4 de marzo de 2025".
_FOREIGN = (
    "januar janvier enero gennaio januari janeiro jänner",
    "februar février febrero febbraio februari fevereiro",
    "märz mars marzo maart março",
    "avril abril aprile",
    "mai mayo maggio mei maio",
    "juni juin junio giugno junho",
    "juli juillet julio luglio julho",
    "août agosto augustus",
    "septembre septiembre settembre setembro",
    "oktober octobre octubre ottobre outubro",
    "novembre noviembre novembro",
    "dezember décembre diciembre dicembre dezembro desember",
)
MONTHS |= {name: number for number, names in enumerate(_FOREIGN, 1) for name in names.split()}
_FOREIGN_MONTH = "|".join(" ".join(_FOREIGN).split())
_FULL = re.compile(
    rf"(?<![\w-])(?:(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:1[5-9]"
    rf"|2[01])\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{MONTH}),?\s+(?P<y2>(?:1[5-9]"
    rf"|2[01])\d\d)"
    rf"|(?P<d4>\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?(?P<m4>{_FOREIGN_MONTH})\s+(?:de\s+)?(?P<y4>20\d\d)"
    # Points between the numbers are written day first wherever they are written.
    r"|(?P<d5>\d{1,2})\.\s?(?P<m5>\d{1,2})\.\s?(?P<y5>(?:19|20)\d\d)"
    r"|(?P<y3>(?:1[5-9]|2[01])\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?=\b|T))(?![\d-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FullDate:
    """A date written in full and where it stands."""

    start: int
    end: int
    day: date


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    return MONTHS[name.rstrip(".").lower()]


def full_dates(text: str) -> Iterator[FullDate]:
    """Yield the dates of `text` that are written in full; impossible ones are skipped."""
    for match in _FULL.finditer(text):
        day = _day(match)
        if day is not None:
            yield FullDate(match.start(), match.end(), day)


def first_full_date(text: str) -> date | None:
    """Return the first full date of `text`."""
    return next((found.day for found in full_dates(text)), None)


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (
        next(match[f"{part}{form}"] for form in "12345" if match[f"{part}{form}"]) for part in "ymd"
    )
    try:
        return date(int(year), int(month) if month.isdigit() else month_number(month), int(day))
    except ValueError:
        return None
