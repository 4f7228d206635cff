"""Shapes of a sentence in which whoever a verb of speech names may not have said it.

What is supposed, played, faked, quoted from others or told of somebody beside others is shown as
nobody's: a claim given to the wrong person is worse than one given to none.
"""

import re

from facts.extraction.phrases import Speaker
from facts.extraction.quotes import has_marks
from facts.extraction.signs import words_in
from facts.extraction.subjects import speaker_of
from facts.reading.wordlist import word_list
from facts.types import Name, NameKind

# "Suppose a customer says ...", "In a doctored video, Ida Roe says ..."
_UNREAL = re.compile(
    r"(?:[Ss]uppose|[Ii]magine|[Pp]icture|[Pp]retend|[Aa]ssume)\s(?:that\s)?(?!that\b)\w"
    r"|(?:In|On)\s(?:the|an?|one|another)\s(?:[\w-]+,?\s){0,3}?(?:fake|faked|doctored|manipulated"
    r"|fabricated|forged|bogus|deepfake|spoof|parody|satirical|fictional|fictitious|imaginary"
    r"|AI-generated|invented|edited)\b"
)
# "Not even Ida Roe said so", "Other historians, notably Ida Roe, have argued it"
_BESIDE = re.compile(
    r"(?:\b[Nn]ot even|\b(?:[Nn]o|[Ee]very|[Aa]ny)thing(?: that)?"
    r"|\b(?:and|but) not|\brather than|\binstead of|\b[Nn]ot (?:just|only)"
    r"|,\s(?:notably|including|especially|particularly"
    r"|above all|among them|such as|chief among them)|\b(?:playing|portraying|impersonating"
    r"|parodying|mimicking|voicing|(?:claiming|pretending|purporting|said|believed|supposed) to be"
    r"|posing as|dressed as|in the name of|attributed to))\s(?:the\s|an?\s)?(?:[\w.-]+\s){0,2}$"
)
_INVENTED = re.compile(
    r"(?:an?|the|one|another|some)\s(?:[\w’'-]+\s){0,2}?(?:characters?|narrator|protagonist|fairy"
    r"|ghost|witch|puppet)\b",
    re.IGNORECASE,
)
# Words that look like another's label inside a labelled block: perhaps theirs, so nobody's.
LABELLED = re.compile(r"(?:[QA]|[A-Z][A-Z .'’-]{2,30})[:.]\s")
_SOMEBODY = re.compile(r"(?:An?|Any|Every|Some)\s", re.IGNORECASE)
_WOULD = re.compile(r"\s(?:would|might|may|could|should|will|can)\s(?:[a-z]+ly\s)?[a-z]")
# 'Ida Roe quoted her grandmother: "..."', 'Ida Roe found a note on her desk: "..."'
_NOT_OWN = word_list(
    """
    quoted quoting quotes cited citing recited reciting sang sings singing chanted hummed read
    reading reads opened found finds saw sees heard hears received got remembers remembered
    overheard carried held wore painted printed engraved carved translated translates note sign
    poster banner placard plaque inscription motto slogan headline graffiti poem song hymn verse
    chorus lyrics subtitle caption shirt tattoo epitaph gravestone
    """
)
_SPOKE = (" said", " says", " told", " added", " wrote", " writes", " replied", " answered")
# "Ida Roe read out a letter, which said ...", "If I were Ida Roe, said Jon Arke, ..."
_TOLD_BY_ANOTHER = re.compile(
    r"[^.;“”\"]{3,90},\swhich\s(?:said|says|reads?|stated)\b"
    r"|,\s(?:said|says)\s(?:[A-Z][\w’'-]*\s?){1,3},"
)
_LONGEST_LEAD = 120


def doubtful(text: str, found: Speaker) -> bool:
    """Tell whether a sentence may not give the words of the speaker found in it."""
    before = text[: found.start]
    if _UNREAL.match(text) or _BESIDE.search(before[-60:]):
        return True
    words = found.name or ""
    if _INVENTED.match(words):
        return True
    at = text.find(words, found.start) if words else -1
    after = text[at + len(words) :] if at >= 0 else ""
    if _TOLD_BY_ANOTHER.match(after):
        return True
    return bool(_SOMEBODY.match(words) and _WOULD.match(after))


def quotes_another(text: str) -> bool:
    """Tell 'Ida Roe quoted her aunt: "..."', 'Ida Roe wore a badge: "..."' from her words."""
    lead = text[:_LONGEST_LEAD].partition(":")[0]
    return not lead.endswith(_SPOKE) and not _NOT_OWN.isdisjoint(words_in(lead))


def quotes_somebody(text: str, giver: str, names: tuple[Name, ...]) -> bool:
    """Tell 'Our chair, Ida Roe, said: "..."' within a statement of somebody else's."""
    found = speaker_of(text, names) if has_marks(text) else None
    people = {name.name for name in names if name.kind is NameKind.PERSON} - {giver}
    return bool(found and found.sure and found.name in people)
