"""The lines about a text that stand before it: "Published: ...", bylines, datelines, bare dates."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from facts.reading.dates import first_full_date, full_dates
from facts.types import Particulars, Published, PublishedBasis

_FIELD = re.compile(
    r"(?P<key>title|headline|date|published(?: on| at)?|publication date|release date|source|outlet"
    r"|publisher|publication|url|link|updated|last updated|modified|author|by|byline|contact|tags"
    r"|category|section|topics?|keywords|slug|lang|language|version|status)\s*:\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_TITLES = frozenset({"title", "headline"})
_OUTLETS = frozenset({"source", "outlet", "publisher", "publication"})
_DATES = frozenset({"date", "publication date", "release date"})
_URLS = frozenset({"url", "link"})
_BYLINE = re.compile(
    r"(?:by|from|(?:prepared|compiled|reporting|words|written|posted|interview(?:ed)?|text|story"
    r"|analysis|review|report|photographs?|pictures) by)\s+"
    r"[A-Z][^.!?]{2,100}$",
    re.IGNORECASE,
)
# "Ida Roe in Porto do Sol" above a text, and nothing said.
_WRITTEN_IN = re.compile(
    r"(?:[A-Z][\w’'-]+\s){2,3}in\s(?:[A-Z][\w’'-]+)(?:\s(?:d[aeou]s?\s|la\s|of\s)?[A-Z][\w’'-]+){0,3}$"
)
_CORRESPONDENT = re.compile(
    r"(?:(?:our|special|staff|senior|agency|political|court|business)\s)*"
    r"(?:staff|staff reporter|reporter|correspondents?|news desk|agencies|bureau)$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:(?:for immediate |for )release(?: (?:on|at|after)\b.{0,40})?"
    r"|(?:(?:press|news|media) (?:release|statement|notice)|communiqu[eé]|statement|bulletin"
    r"|release|circular|notice)\s*(?:(?:no|nr|number|ref)\.?\s?|#\s?)[\w/. -]{1,20}"
    r"|(?:press|news|media) (?:release|notice|note)|media advisory|breaking news|exclusive"
    r"|(?:ref(?:erence)?|our ref)\b\.?\s*(?:no\.?)?\s*:?\s*[\w/.-]*\d[\w/.-]*"
    r"|(?:last |page )?updated\s*(?:at|on|:)?\s*\d{1,2}[.:h]\d\d.{0,20}|check against delivery"
    r"|as (?:prepared for )?deliver(?:ed|y)|embargo(?:ed)?\b.{0,60}|\d+ min(?:ute)?s? read"
    r"|advertisement"
    r"|(?:presenters?|presented by|hosts?|hosted by|guests?|interviewers?|moderators?|moderated by"
    r"|producers?|produced by|anchors?|panell?ists?|in the studio)\s*:\s[^.!?]{2,200}"
    r"|(?:full |edited )?transcript (?:of|from) (?:(?:the|a|our) )?(?:\w+ )?(?:programme|program"
    r"|broadcast|show|episode|recording|podcast)\b[^.!?]{0,80}"
    r"|share this.{0,20})\W*$",
    re.IGNORECASE,
)
_BESIDE_DATE = re.compile(
    r"\b(?:first|last|published|posted|updated|modified|date|issued|released|created|at|on|and"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[ap]\.?m|[ECMPG][SMD]?T|UTC|BST|CES?T|o'clock"
    r"|[INJPSHM][KSG]?T|AES?D?T|NZ[SD]T|SAST|[EWC]AT|MSK|CT|ET|PT|MT"
    r"|\d+ min(?:ute)?s? (?:read|ago)|\d{1,2}[:.]\d\d(?::\d\d)?(?:[ap]m)?|T[\d:.]+Z?)\b",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(
    r"\W*(?:(?:first|last|originally|ordered to be)\s+)?(?:published|posted|issued|released|filed"
    r"|printed|tabled|updated"
    r"|modified"
    r"|revised|created)\b",
    re.IGNORECASE,
)
# "Week 6 (2-8 February 2026). Published ..."
_ISSUE = re.compile(
    r"^(?:week|issue|number|no|vol(?:ume)?|edition|part)\.?\s\d{1,4}\b(?:\s\([^()]{1,40}\))?[.,;|]?\s",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"[A-Z][\w’'.-]*(?:[ /-](?:[a-z]{2,3}\s)?[A-Z][\w’'.-]*){0,3},?\s(?:on\s)?(?=\d|[A-Z])"
)
_FIRST_DAY = re.compile(r"^\d{1,2}\.?\s?(?:[-–—]|to|and)\s?(?=\d{1,2}\.?\s)")  # "5-6 November 2025"
_LONGEST_DATE_LINE = 120
_LONGEST_OUTLET_LINE, _MOST_IN_PART, _MOST_PARTS = 100, 6, 4
_PARTED = re.compile(r"\s*[|,·•/]\s*|\s+[–—-]{1,2}\s+")
_BRACKETS = re.compile(r"[()]")
_STAFF = re.compile(
    r"\s(?:staff|(?:staff )?(?:reporters?|writers?|correspondents?)|news ?desk|bureau|newsroom)$",
    re.IGNORECASE,
)
_KIND_OF_TEXT = re.compile(
    r"(?:(?:[a-z-]+\s){0,2}(?:note|briefing|report|updates?|blog|coverage|release|statement|newsletter|bulletin"
    r"|memo|section|desk|unit|division|bureau"
    r"|memorandum|letter|circular|paper|summary|review|speech|minutes|edition|issue))$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w.'’&-]*$|(?:of|and|the|for|in|at|&|de|di|der|du|plc|ltd|inc|llc)$"
)
_OUTLET_WORD = re.compile(
    r"\b(?:times|post|news|courier|herald|gazette|tribune|journal|chronicle|observer|sentinel|echo"
    r"|guardian|telegraph|mail|mirror|standard|independent|star|review|weekly|daily|globe|examiner"
    r"|inquirer|dispatch|express|agency|press|radio|television|tv|broadcasting|magazine|monitor"
    r"|bulletin|lantern|today|wire|report|record|argus|mercury|advertiser|messenger|argosy)\b"
    r"|\.(?:com|org|net|example|co)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.IGNORECASE)
_TRANSCRIBED = re.compile(
    r"(?:full )?(?:transcript|press (?:briefing|conference)|briefing|hearing|minutes"
    r"|official report|readout|speech|remarks|statement|address|interview|testimony|joint"
    r"|communiqu[eé]|q ?& ?a)\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"(?:opening |closing |keynote |welcome |inaugural )?(?:speech|remarks|address|statement"
    r"|lecture|testimony|sermon|toast|eulogy)\s(?:by|of|from|to|given by|delivered by)\s"
    r"(?:the\s)?[A-Z]",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[A-Z][^.!?\n]{1,60}?[,(]\s*(?P<date>[^()–—\n]{6,30}?)\)?\s*(?:\([^)]*\)\s*)?"
    r"(?:[–—-]{1,2}|(?<=20\d\d)[.:])\s"
)
# "SAND HARBOUR, Oct. 14 (Valley Post) -": who sent the report.
_SENT_BY = re.compile(
    r"(?P<place>[A-Z][^.!?()\n]{1,60}?)\s\((?P<sender>[^()\d\n]{2,40})\)(?:,[^()–—\n]{3,30})?\s*"
    r"(?:[–—-]{1,2})\s"
)
_NEWSPAPER = re.compile(
    r"\b(?:times|post|news|courier|herald|gazette|tribune|journal|chronicle|observer|sentinel|echo"
    r"|guardian|telegraph|mail|mirror|independent|star|daily|globe|examiner|inquirer|dispatch"
    r"|express|lantern|argus|mercury|advertiser|messenger|argosy)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What header lines said, as fields with lower-case keys."""

    fields: dict[str, str] = field(default_factory=dict)

    def particulars(self) -> Particulars:
        """Return the fields as the particulars of a document."""
        return Particulars(
            title=self._first(_TITLES),
            outlet=self._first(_OUTLETS),
            published=self._published(),
            url=self._first(_URLS),
        )

    def _first(self, keys: frozenset[str]) -> str | None:
        return next((value for key, value in self.fields.items() if key in keys and value), None)

    def _published(self) -> Published:
        for key, value in self.fields.items():
            if key in _DATES or key.startswith("published"):
                day = first_full_date(value)
                if day:
                    return on_day(day, PublishedBasis.HEADER)
        return Published()


def on_day(day: date, basis: PublishedBasis) -> Published:
    """Return the publication on a known day."""
    return Published(day, day, basis)


def header_field(line: str) -> tuple[str, str] | None:
    """Return key and value of a header line ("Date: 4 May 2025"), or None."""
    match = _FIELD.match(line)
    return (match["key"].lower(), match["value"].strip()) if match else None


def is_byline(line: str) -> bool:
    """Tell whether a line only names its author, or only says when it was published."""
    return (
        bool(_BYLINE.match(line) or _CORRESPONDENT.match(line) or _WRITTEN_IN.match(line))
        or is_date_line(line)
        or is_publication_line(line)
        or bool(outlet_parts(line))
    )


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the page and says nothing about the subject."""
    return bool(_FURNITURE.match(line))


def is_publication_line(line: str) -> bool:
    """Tell whether a line says when, and perhaps by whom, the text was published or changed."""
    words = _ISSUE.sub("", line)
    known = len(line) <= _LONGEST_DATE_LINE and bool(_PUBLICATION.match(words))
    return known and bool(first_full_date(line)) and not line.rstrip().endswith((".", "!", "?"))


def is_place_and_date(line: str) -> bool:
    """Tell "Port Zahran, 29 October 2026": where and when a text was given out."""
    if len(line) > _LONGEST_DATE_LINE or not _PLACE_BEFORE.match(line):
        return False
    return is_date_line(_FIRST_DAY.sub("", _PLACE_BEFORE.sub("", line, count=1)))


def is_date_line(line: str) -> bool:
    """Tell whether a line holds a full date and nothing else but clock times and the like."""
    dates = list(full_dates(line)) if len(line) <= _LONGEST_DATE_LINE else []
    if not dates:
        return False
    rest = line
    for found in reversed(dates):
        rest = rest[: found.start] + rest[found.end :]
    return not re.search(r"\w", _BESIDE_DATE.sub("", rest))


def outlet_parts(line: str) -> tuple[str, ...]:
    """Return what stands with the date in "The Meridian Courier, 5 May 2025"; nothing else does.

    Names alone count, of an outlet, a place, a section or an author; a sentence yields nothing.
    """
    dates = list(full_dates(line)) if len(line) <= _LONGEST_OUTLET_LINE else []
    if len(dates) != 1 or line.rstrip().endswith((".", "!", "?", ":", ";")):
        return ()
    rest = f"{line[: dates[0].start]}|{line[dates[0].end :]}"
    rest = _BRACKETS.sub("|", rest)
    parts = [_STAFF.sub("", part.strip(" -–—")) for part in _PARTED.split(rest)]
    parts = [part for part in parts if re.search(r"\w", _BESIDE_DATE.sub("", part))]
    parts = [part for part in parts if part.strip()]
    parts = [part for part in parts if not _DAYS.match(part)]
    named = all(
        len(part.split()) <= _MOST_IN_PART
        and (all(map(_NAME_WORD.match, part.split())) or bool(_KIND_OF_TEXT.match(part.strip())))
        for part in parts
    )
    return tuple(parts) if named and len(parts) <= _MOST_PARTS else ()


def holds_names_alone(line: str) -> bool:
    """Tell "Reserve Bank of Tolland": a few capitalised words, and nothing said."""
    parts = line.split()
    return 1 < len(parts) <= _MOST_IN_PART and all(map(_NAME_WORD.match, parts))


def _byline_parts(line: str) -> tuple[str, ...]:
    """Return what stands behind the author of "By Ida Roe, Daily Lantern"."""
    parts = _BRACKETS.sub(", ", line).split(", ")
    return tuple(part.strip() for part in parts[1:] if part.strip()) if _BYLINE.match(line) else ()


def outlet_named(line: str) -> str | None:
    """Return a line that names an outlet alone ("The Meridian Post")."""
    return line if _OUTLET_WORD.search(line) and holds_names_alone(line) else None


def outlet_of(line: str) -> str | None:
    """Return the outlet that a byline or a line with the date names."""
    for part in outlet_parts(line) or _byline_parts(line):
        words = re.sub(r"^[Bb]y\s", "", part)
        named = words.startswith("The ") or _OUTLET_WORD.search(words)
        if named and words == part and len(words.split()) > words.startswith("The "):
            return words if len(words) > len("News") else None
    return None


def names_an_occasion(line: str) -> bool:
    """Tell "Speech by Ida Roe, ..., at the opening of ..." from prose, however long it is."""
    return bool(_OCCASION.match(line))


def dated_by_title(title: str | None) -> date | None:
    """Return the day that the title of a transcript or speech gives: its words are of that day."""
    return first_full_date(title) if title and _TRANSCRIBED.match(title) else None


def dated_by_line(line: str) -> date | None:
    """Return the day that a byline or date line gives; "updated" is not publication."""
    found = next(full_dates(line), None)
    before = line[: found.start].lower() if found else ""
    return (
        None if found is None or ("updated" in before and "published" not in before) else found.day
    )


def dated_by_dateline(paragraph: str) -> date | None:
    """Return the full date of an opening dateline ("GENEVA, 4 May 2025 - ...")."""
    match = _DATELINE.match(paragraph[:140])
    return first_full_date(match["date"]) if match else None


def outlet_by_dateline(paragraph: str) -> str | None:
    """Return who sent a report by its opening dateline ("SARN (Valley Post) - ...")."""
    match = _SENT_BY.match(paragraph[:140])
    if match is None or not all(map(_NAME_WORD.match, match["sender"].split())):
        return None
    shouted = match["place"].split(",")[0].isupper()
    return match["sender"] if shouted or _OUTLET_WORD.search(match["sender"]) else None


def is_masthead(line: str) -> bool:
    """Tell the name of a newspaper that stands alone ("VALLEY POST")."""
    return bool(_NEWSPAPER.search(line)) and holds_names_alone(line)


def with_day(particulars: Particulars, day: date | None) -> Particulars:
    """Return `particulars` published on `day`, unless a date is already known."""
    if day is None or particulars.published != Published():
        return particulars
    return replace(particulars, published=on_day(day, PublishedBasis.HEADER))
