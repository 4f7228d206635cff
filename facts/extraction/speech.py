"""Whether a verb of speech makes a claim: "said that ..." does, "said nothing" does not."""

import re
from collections.abc import Iterator

from facts.extraction import saying
from facts.extraction.anythat import told_that
from facts.extraction.grouped import grouped

ENDS = re.compile(
    r"(?:\s(?:(?:on|in|late|early|earlier|last|this)\s)?(?:today|yesterday|night|evening|morning"
    r"|afternoon|[A-Z][a-z]+day|week"
    r"|month"
    r"|year|[A-Z][a-z]{2,8}(?:\s\d{1,2})?))?"
    r"(?:\sin\s(?:the\s(?:journal|magazine|newspaper|review)"
    r"|an?\s[a-z]+)\s?(?![^,;:\"“”]*\bthat\b)[^,;:\"“”]{0,60})?[.”\"]*$"
)
# "The guard told the bishop.": who was told, and not what.
TOLD_SOMEBODY = re.compile(
    r"(?:told|tells)\s(?:(?:the|an?|his|her|their|its)\s)?[\w’'-]+(?:\s[A-Z][\w’'-]*)?\.$"
)
# "the title track from said album": the one named before, and no word of anybody.
_AS_ADJECTIVE = re.compile(r"\b(?:from|of|in|on|for|with|the|at|by)$")
_DECLARES = re.compile(
    r"conced(?:es|ed)(?:\sdefeat|[.,;])"
    r"|declare[sd]?\s(?:war|independence|bankruptcy|martial law|victory|a state of|an emergency)\b"
)
_NO_WORDS = re.compile(
    r"(?:think|thinks|thought)\s(?:of|about)\b|argue[sd]?\s(?:with|over)\b"
    r"|said\s(?:a\sfew\swords|a\sprayer|prayers|grace|mass|hello|thanks)\b|warn(?:s"
    r"|ed)\s\S+(?:\s\S+)?\soff\b"
    r"|argue[sd]\sfor\s(?:hours|days|weeks|months|years|\d|two|three|an hour)\b|contend(?:s"
    r"|ed)\s(?:for|with)\b"
    r"|state[sd]\s(?:his|her|its|their)\s(?:case|name|business|age)\b|admit(?:s|ted)\s(?:him|her"
    r"|them)\sto\b"
    r"|conced(?:es|ed)\sto\s(?![^.;]*\bthat\b)"
    r"|announce[sd]\s(?:its|their)\s(?:[\w-]+\s){0,3}?results\s(?:for|on|today|in)\b"
    r"|(?:predict(?:s|ed)|announce[sd])\sthe\s(?:winners?|results?|score|line-up|draw)\b"
    r"|den(?:ies|ied)\s(?:him|her|them|us|me)\s[a-z]+"
    r"|call(?:s|ed)\sfor\s(?:an?\s|the\s)?(?:doctor|ambulance|bill|taxi|cab|nurse|waiter|back-?up"
    r"|reinforcements)\b"
    r"|point(?:s|ed)\sout\sof\b"
    r"|thinks?\sso\b|said\slittle\b|acknowledge[sd]?\sthe\s(?:crowd|fans|applause|cheers|ovation"
    r"|supporters|audience)\b"
    r"|reminds?(?:ed)?\s(?:him|her|them|me|us|everyone|everybody|you)\sof\b"
    r"|call(?:s|ed)\s(?:his|her|their|my)\s(?:mother|father|mum|mom|dad|wife|husband|son|daughter"
    r"|brother|sister|parents|lawyer|doctor|boss|agent|friend|partner|girlfriend|boyfriend)"
    r"(?=[.,;]|\s(?:from|to|on|at|and|in|before|after|when)\b)"
    r"|asked\s(?:the\s|an?\s)?(?:[\w-]+\s){0,3}?(?:[Cc]ourt|[Tt]ribunal|[Jj]udges?|[Pp]olice"
    r"|[Aa]rmy)\s"
    r"(?:(?:in|of)\s[A-Z]\w+\s)?to\s"
    r"|insist(?:s|ed)?\son\s[a-z]+ing\b"
    r"|explain(?:s|ed)\s(?:the|this|that|his|her|its|their)\s[^.;,]{2,40}\sto\s(?:the|an?|his|her"
    r"|its)\b"
    r"|confirm(?:s|ed)\sthe\s(?:minutes|nomination|nominee|conviction|sentence)\b"
    r"|defend(?:s|ed)\s(?:the|his|her|its|their)\s(?:[\w-]+\s)?(?:title|crown|championship|trophy"
    r"|cup"
    r"|medal|goal|thesis|city|town|border)\b"
    r"|testifie[ds]\s(?:for\s(?:[\w-]+\s){1,3}(?:hours?|minutes|days)|behind)\b"
)
_GIVES = re.compile(r"(?:pledged|vowed|pledges)")
_A_SUM = re.compile(r"\s(?:another\s|up to\s|some\s|about\s)?(?:[$€£¥]|\d)")
_SAID_TO = re.compile(r"said\sto\s(?:be|have)\b")
# "Despite what Roe says, ...", "Had Roe said so, ...", "Roe heard Arke say it"
_UNSAID = re.compile(
    r"\b(?:[Dd]espite|[Cc]ontrary to|than|[Ww]hatever|[Rr]egardless of)(?:\swhat)?\s[^,;:]{2,40}$"
    r"|^(?:Had|Should|Were)\s[^,;:]{2,40}$"
)
_WRITES = frozenset({"wrote", "writes", "posted", "found", "finds", "recommended", "proposed"})
_RELATIVE = re.compile(
    r"\s(?:the|an?|his|her|its|their)\s[\w-]+\s(?:[\w-]+\s)?(?:that|which|who)\b"
)
_LANDS = re.compile(
    r"\b(?:member|coastal|island|neighbou?ring|founding|six|seven|five|four|three|two|eight|nine"
    r"|ten"
    r"|all|both|these|those|other|some|many|most|several|Gulf|Baltic|Arab|EU|small|riparian|client"
    r"|southern|northern|eastern|western|federal|failed|rogue|nation|city|swing|blue|red|party)$"
)
# "He disclosed this in Sorn": what he said stands in another sentence.
_TELLS_THIS = re.compile(
    r"(?:said|stated|disclosed|revealed|announced|declared)\sthis\s(?:in|at|on|while|during|when"
    r"|through"
    r"|via|to|after|yesterday)\b"
)


# Where a verb may be: what it opens with is looked for first, adverbs by their end. That is several
# times as quick as to try its hundreds of verbs at every word.
_OPENS = grouped("|".join(sorted(letters for letters in saying.OPENINGS if letters)))
_MAY_BEGIN = re.compile(rf"[\s,”\"’'](?=(?:{_OPENS})|{saying.ADVERB})")


def verbs(text: str) -> Iterator[re.Match[str]]:
    """Yield all that `saying.VERB` finds in a sentence, in order, then other verbs with "that"."""
    ends = [0]
    for may in _MAY_BEGIN.finditer(text):
        if may.start() >= ends[-1] and (verb := saying.VERB.match(text, may.start())):
            ends.append(verb.end())
            yield verb
    if "ed that " in text:
        yield from told_that(text, frozenset(ends))


def is_speech(match: re.Match[str]) -> bool:
    """Tell whether a verb of speech, matched by `saying.VERB`, reports a claim."""
    after = match.string[match.end() : match.end() + 60]
    if saying.NO_CLAIM.match(after):
        return False
    verb = match["plain"] or match["thinks"] or match["weak"] or ""
    before = match.string[: match.start()]
    if (
        (_DECLARES.match(verb + after) and not _closes(verb, before, after))
        or _is_no_verb(verb, before)
        or _TELLS_THIS.match(verb + after)
        or _NO_WORDS.match(verb + after)
        or _UNSAID.search(before)
        or (before.endswith(",") and _SAID_TO.match(verb + after))
    ):
        return False
    if saying.BELIEVES.fullmatch(verb) and re.match(r"\s(?!in\b)[\w“\"]", after):
        return True
    if after.startswith(",") and saying.BETWEEN_COMMAS.search(before):
        return True
    if (match["plain"] or "") in ("told", "tells") and saying.TOLD_TO.match(
        match.string, match.end()
    ):
        return False  # told what to do, or nobody: no claim
    if _GIVES.fullmatch(match["plain"] or "") and _A_SUM.match(after):
        return False
    if (match["weak"] or "") in saying.LAUGHED and not after.startswith(" that "):
        return bool(saying.AFTER_QUOTE.search(match.string, 0, match.start()))
    thinks = match["thinks"] or verb in saying.REPORTED
    if thinks and saying.FOLLOWS_THINKING.match(match.string, match.end()):
        return True
    admits = saying.ADMITS.search(match["plain"] or "") and saying.A_DEED.match(after)
    if admits and not saying.FOLLOWS_THINKING.match(match.string, match.end()):
        return False  # a plea in court, no claim
    if _judges_or_recalls(verb, after):
        return True
    return _tells_more(match, after) if match["weak"] or match["thinks"] else True


def _closes(verb: str, before: str, after: str) -> bool:
    """Tell "The plan was late, Roe conceded." from "Roe conceded."."""
    return verb == "conceded" and "," in before and after in (".", ".”", '."')


def _is_no_verb(verb: str, before: str) -> bool:
    """Tell "the report", "from said album" and "five member states" from verbs."""
    if verb == "states" and _LANDS.search(before):
        return True
    if saying.PLAIN_FORMS.fullmatch(verb):
        return verb != "forecast" and not saying.PLURAL_BEFORE.search(before)
    return verb == "said" and bool(_AS_ADJECTIVE.search(before))


def _tells_more(match: re.Match[str], after: str) -> bool:
    """Tell whether what was said stands beside a verb that often has another object."""
    if saying.AFTER_QUOTE.search(match.string, 0, match.start()):
        return True
    if ENDS.match(after):
        return "," in match.string[: match.start()]
    if match["weak"] in _WRITES and _RELATIVE.match(after):
        return False  # "wrote the book that saved the bog"
    if _names_only(match["weak"] or "", after):
        return False
    return bool(saying.FOLLOWS_WEAK.match(after)) or bool(
        re.search(r"[\"”]\W*$", match.string[: match.start() + 1])
    )


def _judges_or_recalls(verb: str, after: str) -> bool:
    """Read "called the result a stay of execution" and "recalled asking for it"."""
    called = verb in ("called", "calls", "branded") and saying.CALLS_SO.match(after)
    return bool(called or (verb in ("recalled", "recalls") and saying.RECALLS.match(after)))


def _names_only(verb: str, after: str) -> bool:
    """Tell 'wrote the song "Payphone"' and 'a party called the "Tea Party"' from speech."""
    if verb in ("called", "dubbed", "labelled", "labeled"):
        return bool(saying.CALLED.match(after))
    quoted = re.match(r"\s(?!.{0,30}?\bthat\b)[^,;:.“”\"]{1,50}[\"“]", after)
    return bool(quoted) and bool(saying.TITLES_TOO.fullmatch(verb))
