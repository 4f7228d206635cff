"""What shows somebody in a name by speech: "said Ben Shearer", "Apple said", "Chishty said he"."""

from facts.extraction import cluewords as clues
from facts.extraction import namewords as words
from facts.extraction.givennames import is_common, is_given
from facts.types import NameKind

_LONGEST_PERSON = 4
_SAID_BEFORE = ('" said ', "” said ", "’ said ", "' said ", '" says ', "” says ")


def is_told_of(text: str, start: int, end: int) -> bool:
    """Tell a person by ", said Ben Shearer," and ", her successor, Jun Park,"."""
    parts = text[start:end].split(" ")
    if not 1 < len(parts) <= _LONGEST_PERSON or parts[-1].rstrip(".") in words.COMPANY_ENDS:
        return False
    if parts[-1] in words.BODIES and parts[-1] not in words.SURNAMES_TOO:
        return False
    if text[end : end + 1] not in (",", ".", ""):
        return False
    if clues.SAID_BEFORE.search(text[max(0, start - 20) : start]):
        return not all(is_common(part) for part in parts)
    noun = clues.NOUN_BEFORE.search(text[max(0, start - 40) : start])
    return noun is not None and words.is_person_noun(noun[1]) and not is_common(parts[0])


def by_speech(text: str, start: int, end: int, plain: list[str]) -> tuple[NameKind, int] | None:
    """Return what a name is by the verb of speech behind it, or before it behind a quotation."""
    called = len(plain) == len("ab") and (is_given(plain[0]) or plain[0] in words.GIVEN_TOO)
    if called and text.endswith(_SAID_BEFORE, 0, start):
        return NameKind.PERSON, 3
    if not clues.SPOKEN_AFTER.match(text, end):
        return None
    if len(plain) == 1:
        if is_given(plain[0]):
            return NameKind.PERSON, 1
        if (told := clues.SAID_OF_SELF.match(text, end)) and not is_common(plain[0]):
            return (NameKind.ORGANISATION if told["it"] else NameKind.PERSON), 1
        if clues.DECLINED.match(text, end) and not is_common(plain[0]):
            return NameKind.ORGANISATION, 1
        # "Apple said": a common noun would need an article, or be a plural.
        if not is_common(plain[0]):
            return NameKind.ORGANISATION, 1  # "Metrolane told": a strange word that speaks
        lone = not plain[0].endswith("s") and plain[0] not in clues.MASSES
        return (NameKind.ORGANISATION, 3) if lone else None
    if (told := clues.SAID_OF_SELF.match(text, end)) and not told["it"] and len(plain) <= 3:
        return NameKind.PERSON, 3
    plural = is_common(plain[-1]) and plain[-1].endswith("s")
    personal = is_given(plain[0]) or called or not (is_common(plain[0]) or plural)
    return (NameKind.PERSON if personal and len(plain) <= 3 else NameKind.ORGANISATION), 2
