"""Whom the labels of a transcript mean: "Sir Ivo Roe (West Moor):", "The Minister (Ida Roe):"."""

import re
from collections.abc import Collection, Mapping

from facts.extraction.holders import holders
from facts.extraction.mentions import mentions
from facts.extraction.namebook import NameBook
from facts.extraction.roles import COURTESY, is_courtesy, role_after
from facts.extraction.titlewords import LOWER_TITLES, TITLES, is_person_noun
from facts.types import BlockKind, NameKind, Reading

_SHOUTED_TITLE = re.compile(r"^(?:(?:MR|MRS|MS|MISS|DR|PROF|SIR|SEN|REP|JUDGE|LORD|LADY)\.?\s)+")
_COURTESY = re.compile(rf"^(?:(?:{'|'.join(sorted(COURTESY))})\.?\s)+")
_BY_WAY = re.compile(
    r"\s\((?:(?:via|through|by|speaking|in|on|off|from)\s[^()]*|online|remotely|virtually|inaudible"
    r"|interrupting|continuing|[a-z]+ing|off mike|off camera|by phone)\)$"
)
_BRACKETS = re.compile(
    r"(?P<before>[^()]+?)\s\((?P<held>[^()]+?)(?:\s\([^()]+\))?\)(?:\s\([^()]+\))*$"
)
_INITIALS = re.compile(r"[A-Z]\.?[A-Z]\.?(?:[A-Z]\.?)?")
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
# "Ida Roe, Harbour News", "IDA ROE, mayor"
_TITLED = re.compile(r"(?P<before>[^,()]+), (?P<held>[^()]+)$")
_ASKS = frozenset({"Q", "Question", "QUESTION"})
_OFFICE = re.compile(r"^(?:The|the)\s")


def people_of(reading: Reading, book: NameBook) -> Mapping[str, str]:
    """Return for each label as written whom it means; offices told with a name go into the book.

    A surname alone, or with a courtesy title or an office, is joined to the only label or name it
    ends, those of headings among them; an office alone ("The Minister") to the only one who holds
    it. A name in capitals is written as the text writes it elsewhere.
    """
    written = dict.fromkeys(block.speaker for block in reading.blocks if block.speaker)
    if not written:
        return {}
    headed = _headed(reading, book)
    named = {label: _as_told(_named(label, book, written), reading.text) for label in written}
    told = (name for name in (*named.values(), *headed) if " " in name and _bare(name) == name)
    whole = {name for name in told if not _is_office(name)}
    whole.add(_OFFICE.sub("", reading.particulars.outlet or ""))  # "Courier:" asks for its paper
    fuller = {label: _fuller(name, whole, book) for label, name in named.items()}
    known = {each.casefold() for each in (*fuller.values(), *headed)}
    return {
        label: _in_letters(_in_office(name if _is_whole(name, plain) else plain, book, known), book)
        for label, name in fuller.items()
        if (plain := _plain(label))
    }


def _in_letters(name: str, book: NameBook) -> str:
    """Return "Ida Roe" for "IDA ROE", where that is a person's whole name."""
    whole = name.isupper() and " " in name and _person(name, book)
    return name.title() if whole else name


def _is_whole(name: str, label: str) -> bool:
    """Tell a name that says enough without its office: "MINISTER LUND" is no mere "LUND"."""
    return " " in name or name == label or label.startswith((*_MR, "Mr", "MR", "MS", "MRS"))


def _headed(reading: Reading, book: NameBook) -> list[str]:
    """Return whom the head and the headings name: "With Ida Roe, mayor", "Host: Ivo Tarr"."""
    above = next(block.start for block in reading.blocks if block.speaker)
    below = (
        reading.text[block.start : block.end]
        for block in reading.blocks
        if block.kind is BlockKind.HEADING and block.start > above
    )
    found = []
    title = reading.particulars.title or ""
    for line in (title, *reading.text[:above].split("\n"), *below):
        for one in mentions(line):
            if one.kind is NameKind.PERSON or (one.is_long and role_after(line, one.end)):
                found.append(one.text)
                if role := role_after(line, one.end) or one.role:
                    _give_office(book, one.text, role)
    return found


def _give_office(book: NameBook, name: str, office: str) -> None:
    """Enter what somebody is, unless more than "Dame" or "Cllr" is known of them."""
    role = book.roles.get(name)
    if is_courtesy(role) or role in TITLES:
        book.roles[name] = office


def _is_office(label: str) -> bool:
    """Tell "The Chair" and "Minister of Works" from names."""
    bare = _OFFICE.sub("", label)
    if bare != label and is_person_noun(bare.rpartition(" ")[2].lower()):
        return True
    heads = re.split(r"\s(?:of|for)\s", bare, flags=re.IGNORECASE)[0].split(" ")
    if bare != label and (heads[-1] in TITLES or heads[-1].lower() in LOWER_TITLES | {"member"}):
        return True  # "The Executive Member for Roads"
    return all(word.title() in TITLES or word.lower() in LOWER_TITLES for word in heads)


def _in_office(label: str, book: NameBook, known: Collection[str]) -> str:
    """Return who holds the office that a label is ("The Minister"), if one of those heard does."""
    if not _is_office(label):
        return label
    held = holders(f"the {_OFFICE.sub('', label).lower()}", book.roles)
    heard = [name for name in held if name.casefold() in known]
    return heard[0] if len(heard) == 1 else label


def _plain(label: str) -> str:
    """Return a label without "(via interpreter)" and "MP"."""
    return _SEATED.sub("", _BY_WAY.sub("", label))


def _named(label: str, book: NameBook, written: Mapping[str, None]) -> str:
    label = _plain(label)
    found = _BRACKETS.match(label) or _TITLED.match(label)
    if found is None:
        return _untitled(_without_office(label, book))
    before, held = found["before"], found["held"]
    holder = _person(held.split(", ")[0], book)
    if holder and (_is_office(before) or before in _ASKS or not _person(before, book)):
        if _is_office(before):
            _give_office(book, holder, _OFFICE.sub("", before))
        return holder
    name = _without_office(before, book)
    # The seat and the party; one alone may be the outlet, but not of "Ms Ida Roe (West Moor)".
    seated = label.count("(") > 1 or _COURTESY.match(label) or _SHOUTED_TITLE.match(label)
    if _POST.search(held):
        _give_office(book, _untitled(name), held)
        seated = True
    return _untitled(name) if seated or before in written or _person(before, book) else label


def _without_office(label: str, book: NameBook) -> str:
    """Return "Roe" for "Minister Roe" and "Chief engineer Ida Roe" without the office."""
    told = label.title() if label.isupper() else label
    found = [one for one in mentions(told) if one.kind is NameKind.PERSON]
    last = found[-1] if found else None
    if last is None or last.end != len(told) or not last.start:
        return label
    if last.text.startswith(("Of ", "For ")):
        return label  # "MINISTER OF TRANSPORT"
    office = told[: last.start].strip()
    titles = all(word.rstrip(".") in TITLES for word in office.split(" "))
    if office.rstrip(".") in COURTESY or not (titles or _POST.search(office.title())):
        return label
    if last.is_long:
        _give_office(book, last.text, office)
    return label[last.start :]


def _person(text: str, book: NameBook) -> str | None:
    """Return the one person that a text names and nothing else."""
    told = text.title() if text.isupper() else text
    found = mentions(told)
    whole = len(found) == 1 and found[0].end == len(told) and found[0].is_long
    known = whole and book.kind(found[0], found[0].text) is NameKind.PERSON
    return _untitled(text[found[0].start :]) if known else None


def _untitled(name: str) -> str:
    """Return a name of several words without "Sir" or "Dr" before it."""
    bare = _bare(name)
    return bare if " " in bare else name


def _as_told(label: str, text: str) -> str:
    """Return "Ida Roe" for "IDA ROE" where the text names her so."""
    if not label.isupper() or " " not in label:
        return label
    found = re.finditer(rf"\b{re.escape(label)}\b", text, re.IGNORECASE)
    return next((one.group() for one in found if one.group().istitle()), label)


def _of_initials(letters: str, whole: set[str], book: NameBook) -> str | None:
    """Return "Ida Roe" for the label "IR": the one person of the text with these initials."""
    people = {name for names in book.fuller.values() for name in names}
    told = {one for one in people | whole if "".join(w[:1] for w in one.split(" ")) == letters}
    return next(iter(told)) if len(told) == 1 else None


def _bare(name: str) -> str:
    """Return a name without any "Ms", "MS." or "Sir" before it."""
    return (_SHOUTED_TITLE if name.isupper() else _COURTESY).sub("", name)


def _fuller(name: str, whole: set[str], book: NameBook) -> str:
    bare = _bare(name)
    short = _INITIALS.fullmatch(bare) is not None
    if short and (meant := _of_initials(bare.replace(".", ""), whole, book)):
        return meant
    fuller = book.fuller.get(bare.casefold(), {})
    if len(fuller) == 1:
        return next(iter(fuller))
    ends = [one for one in sorted(whole) if one.casefold().endswith(f" {bare.casefold()}")]
    if len(ends) == 1 and " " not in bare:
        return ends[0]
    alone = not ends and not fuller and name.startswith(_MR) and bare not in TITLES
    return bare if alone else name  # "Mr Speaker" stays
