"""Words right around a moment that tell it lies behind, whatever its clause looks ahead to."""

import re

from facts.reading.wordlist import word_list

# "from 5.6% in February", "compared with 12 in May": what is compared with lies behind; but not
# what "will rise from 3 to 5 in May".
_COMPARED = re.compile(
    r"\b(?:from|against|versus|compared (?:with|to)|than|up on|down on)\s(?:the\s|a\s)?[^,;.]{0,3}"
    r"\d[\d.,]*(?:(?!\sto\s)[^,;.]){0,30}\s(?:in|on|last|at|at the end of)\s$"
)
# "the deal signed in March": a participle with no form of "be" before it tells of the past.
_DONE = re.compile(
    r"\b(?P<before>[a-z]+)\s(?:(?![a-z]*[dfnrsw]eed\b)[a-z]+ed|signed|held|built|made|sent|found|born|seen|drawn|struck"
    r"|cut|won|lost|begun|taken|given|set up)\s(?:by\s(?:[\w’'-]+\s){1,4})?"
    r"(?:in|on|last|back in|as early as)\s$"
)
_FIRST_MEANT = re.compile(
    r"\b(?:first|originally|initially)\s(?:promised|due|planned|scheduled|expected|set)\s(?:for"
    r"|on|in|by)\s$"
)
_BE = word_list("be is are being not to will get also now stay stays remain remains keep")
# "backdated to July", "dates back to March", "compared to July": behind, however far "to" reaches.
_BACK = re.compile(
    r"\b(?<!put )(?<!pushed )(?<!moved )(?<!set )(?<!shifted )"
    r"(?:back|backdat(?:ed|es|ing)|dat(?:ed|es|ing)|compared|relative)\s(?:to|until)\s$",
    re.IGNORECASE,
)
# "inflation, at 6.8% in April, would stay": an aside that tells of what was.
_ASIDE_OF_FIGURE = re.compile(
    r",\s(?:at|up|down|about|or|a|compared)\s[^,;]{0,40}\d[^,;]{0,30}\s(?:in|on)\s$"
)
# "Thursday's closing price", "Tuesday's issue": such a day lies behind.
_ITS_ISSUE = re.compile(
    r"['’]s\s(?:closing|close|issue|edition|attack|crash|fire|explosion|storm|quake|earthquake"
    r"|killing"
    r"|shooting|defeat|win|victory|loss|result|blast|raid|ruling)\b"
)
# "the release for February is due": figures for a month come after it.
_FIGURES_FOR = re.compile(
    r"\b(?:release|figures?|data|report|index|accounts|results|estimates?|statistics"
    r"|returns)\sfor\s"
    r"(?:the month of\s)?$",
    re.IGNORECASE,
)
# "the letter of 16 September", "reference 4471 of 3 May": what a paper is dated with.
_DATED_AS = re.compile(
    r"\b(?:letter|decree|judge?ment|ruling|resolution|report|statement|reference|memo|memorandum"
    r"|minutes|e-?mail|article|order|log|incident|case|invoice|ticket|circular|announcement)\s(?:(?:No\.?\s)?[\w/.-]*\d[\w/.-]*\s)?"
    r"(?:of|dated)\s$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(r"\b(?:expected|planned|scheduled|billed|booked|slated|needed|proposed)\b")


def is_dated_with(text: str, start: int) -> bool:
    """Tell the day that a paper is dated with: "your letter of 16 September"."""
    if not text.endswith(("of ", "dated "), 0, start):
        return False  # as before most moments
    return bool(_DATED_AS.search(text, max(0, start - 40), start))


def is_done(text: str, start: int, end: int) -> bool:
    """Tell a moment by the words right around it that place it in the past."""
    if _ITS_ISSUE.match(text, end) or _FIGURES_FOR.search(text, max(0, start - 32), start):
        return True
    if _BACK.search(text, max(0, start - 30), start):
        return True
    if is_dated_with(text, start):
        return True
    if _ASIDE_OF_FIGURE.search(text, max(0, start - 90), start):
        return True
    if _COMPARED.search(text, max(0, start - 60), start) or _FIRST_MEANT.search(
        text, max(0, start - 40), start
    ):
        return True
    done = _DONE.search(text, max(0, start - 40), start)
    word = done["before"] if done else "be"
    return not (word in _BE or word.endswith("ly") or (done and _EXPECTED.search(done.group())))
