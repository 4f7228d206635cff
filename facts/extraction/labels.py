"""Whom the labels of a transcript mean: "Sir Ivo Roe (West Moor):", "The Minister (Ida Roe):"."""

import re
from collections.abc import Iterator, Mapping

from facts.extraction.mentions import mentions
from facts.extraction.namebook import NameBook
from facts.extraction.roles import COURTESY
from facts.extraction.titlewords import TITLES
from facts.types import BlockKind, NameKind, Reading

_SHOUTED_TITLE = re.compile(r"^(?:(?:MR|MRS|MS|MISS|DR|PROF|SIR|SEN|REP|JUDGE|LORD|LADY)\.?\s)+")
_COURTESY = re.compile(rf"^(?:(?:{'|'.join(sorted(COURTESY))})\.?\s)+")
_BY_WAY = re.compile(
    r"\s\((?:(?:via|through|by|speaking|in|on|off|from)\s[^()]*|online|remotely|virtually|inaudible"
    r"|interrupting|continuing|[a-z]+ing|off mike|off camera|by phone)\)$"
)
_BRACKETS = re.compile(r"(?P<before>.+?)\s\((?P<held>[^()]+)\)(?:\s\([^()]+\))*$")
_MR = ("Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Miss ")
# "Ida Roe MP"
_SEATED = re.compile(r",?\s(?:MP|TD|MEP|MSP|MLA|MPP|MNA|MS|MLC|QC|KC|SC|CBE|OBE|MBE|PhD|MD)$")
# "(Chief Executive, Vale Water)": what somebody is, and no outlet.
_POST = re.compile(
    r"\b(?:[Cc]hief|[Dd]irector|[Mm]inister|[Ss]ecretary|[Hh]ead|[Cc]hair\w*|[Mm]anager|[Oo]fficer"
    r"|[Pp]resident|[Mm]ayor|[Cc]ommissioner|[Ii]nspector|[Ee]ngineer|[Pp]rofessor|[Cc]lerk|[Cc]ounsel"
    r"|[Ll]eader|[Ss]peaker|[Ss]pokes\w+|[Gg]overnor|[Aa]mbassador|[Tt]reasurer|[Cc]oach|[Cc]aptain"
    r"|[Ss]uperintendent|[Aa]dviser|[Rr]epresentative|[Cc]oordinator|CEO|CFO|COO)\b"
)
_OFFICE = re.compile(r"^(?:The|the)\s")


def people_of(reading: Reading, book: NameBook) -> Mapping[str, str]:
    """Return for each label as written whom it means; offices told with a name go into the book.

    A surname alone, or with a courtesy title, is joined to the only label or name it ends, those
    of headings among them. A name
    in capitals is written as the text writes it elsewhere.
    """
    written = dict.fromkeys(block.speaker for block in reading.blocks if block.speaker)
    named = {label: _as_told(_named(label, book, written), reading.text) for label in written}
    held = {_OFFICE.sub("", role): name for name, role in book.roles.items()}
    named |= {label: held[office] for label in written if (office := _office(label)) in held}
    told = [*named.values(), *(_headed(reading) if written else ())]
    whole = {name for name in told if " " in name and _bare(name) == name}
    return {label: _fuller(name, whole, book) for label, name in named.items()}


def _headed(reading: Reading) -> Iterator[str]:
    """Yield the people whom the head and the headings name: "With Ida Roe", "Host: Ivo Tarr"."""
    above = next(block.start for block in reading.blocks if block.speaker)
    for line in reading.text[:above].split("\n"):
        yield from (one.text for one in mentions(line) if one.kind is NameKind.PERSON)
    for block in reading.blocks:
        if block.kind is BlockKind.HEADING and block.start > above:
            found = mentions(reading.text[block.start : block.end])
            yield from (one.text for one in found if one.kind is NameKind.PERSON)


def _office(label: str) -> str:
    """Return "Chair" for the label "The Chair": an office, and nobody's name."""
    bare = _OFFICE.sub("", label)
    return bare if bare != label else ""


def _named(label: str, book: NameBook, written: Mapping[str, None]) -> str:
    label = _SEATED.sub("", _BY_WAY.sub("", label))
    if label.isupper():
        return label
    found = _BRACKETS.match(label)
    if found is None:
        return _untitled(label)
    holder = _person(found["held"])
    if holder and _OFFICE.match(found["before"]):
        book.roles.setdefault(holder, _OFFICE.sub("", found["before"]))
        return holder
    # The seat and the party; one alone may be the outlet, but not of "Ms Ida Roe (West Moor)".
    seated = bool(label.count("(") > 1 or _COURTESY.match(label) or _SHOUTED_TITLE.match(label))
    if _POST.search(found["held"]):
        book.roles.setdefault(_untitled(found["before"]), found["held"])
        seated = True
    seated = seated or found["before"] in written
    return _untitled(found["before"]) if seated else label


def _person(text: str) -> str | None:
    """Return the one person that a text names and nothing else."""
    found = mentions(text)
    whole = len(found) == 1 and found[0].end == len(text) and found[0].is_long
    known = whole and found[0].kind in (NameKind.PERSON, None)
    return _untitled(found[0].text) if known else None


def _untitled(name: str) -> str:
    """Return a name of several words without "Sir" or "Dr" before it."""
    bare = _COURTESY.sub("", name)
    return bare if " " in bare else name


def _as_told(label: str, text: str) -> str:
    """Return "Ida Roe" for "IDA ROE" where the text names her so."""
    if not label.isupper() or " " not in label:
        return label
    found = re.finditer(rf"\b{re.escape(label)}\b", text, re.IGNORECASE)
    return next((one.group() for one in found if one.group().istitle()), label)


def _bare(name: str) -> str:
    """Return a name without any "Ms", "MS." or "Sir" before it."""
    return (_SHOUTED_TITLE if name.isupper() else _COURTESY).sub("", name)


def _fuller(name: str, whole: set[str], book: NameBook) -> str:
    bare = _bare(name)
    fuller = book.fuller.get(bare.casefold(), {})
    if len(fuller) == 1:
        return next(iter(fuller))
    ends = [one for one in sorted(whole) if one.casefold().endswith(f" {bare.casefold()}")]
    if len(ends) == 1 and " " not in bare:
        return ends[0]
    alone = not ends and not fuller and name.startswith(_MR) and bare not in TITLES
    return bare if alone else name  # "Mr Speaker" stays
