"""What people write around a question: greetings, thanks, several questions in one message."""

import re

MOST_QUESTIONS = 5
_KNOW = r"(?:know|ask|find out|hear|learn|understand)"
_TELL = r"(?:tell|inform|show|give|remind|explain|say)"
_BEFORE = re.compile(
    r"\s*(?:"
    r"(?:hi|hello|hey|hiya|greetings|good (?:morning|day|afternoon|evening)|dear)\b"
    r"(?:[ ,]+(?:there|bot|all|everyone|everybody|team|friends?|folks|again)\b)*"
    r"|(?:ok|okay|so|well|right|btw|yo|oi|erm+|um+|hmm+|guys|folks|lads)"
    r"(?=[ ,]+(?:who|what|when|where|which|why|how|is|are|was|were|did|does|do|ha[sd]|will|can)\b)"
    r"|please|pls|plz|kindly|excuse me|sorry|thanks|thank you"
    r"|(?:can|could|would|will) (?:you|u|someone|anyone|anybody)(?: please| kindly)? "
    rf"(?:{_TELL}(?: (?:me|us))?|let (?:me|us) know|(?:look up|find out|check))(?: please| about)?"
    r"|(?:i|we)(?:'d| would| just)? (?:like|want|need|love|wanted)"
    rf" to {_KNOW}(?: about| if| whether)?"
    r"|(?:(?:is|are) there |(?:have you )?got )?(?:any |the |some )?(?:latest |more |further )?"
    r"(?:news|updates?|info|latest) (?:on|about|regarding)"
    r"|(?:just )?want to know(?: about| if| whether)?"
    rf"|(?:do|does|did) (?:you|u|anyone|anybody|someone) (?:happen to )?(?:know|remember)"
    r"(?: about| if| whether)?"
    rf"|{_TELL} (?:me|us)(?: please| about)?|let (?:me|us) know(?: about| if)?"
    r"|(?:i(?: am|'m| was)? wonder(?:ing|ed)?(?: if| whether)?|any idea|quick question|question)"
    r")(?![\w'])[\s,.!:;–—-]*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<mark>\?*)[\s,.!;–—-]*\b(?:please|pls|plz|thanks(?: a lot| in advance)?"
    r"|thank you(?: very much| so much| in advance)?|thx|ty|cheers|asap"
    r"|tho|lol|haha+|btw|innit|any ideas?|(?:does )?any(?:one|body) know)[\s.!?)]*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\W*(?:and |or |also |so |but )?(?:who|what|when|where|which|why|how|whose|whom|is|are|was|"
    r"were|did|does|do|has|have|had|can|could|will|would|should)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^?？؟\n]*[?？؟]+[\"'”’)]*|[^?？؟\n]+")


def without_politeness(text: str) -> str:
    """Return the question without greetings before it and thanks after it."""
    before = None
    while before != text:
        before = text
        text = _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
        text = _AFTER.sub(r"\g<mark>", text)
    return text.strip()


def split_questions(text: str) -> tuple[str, ...]:
    """Return the questions of one message, in order; a lead-in stays with its question."""
    found: list[str] = []
    waiting = ""
    for piece in (p.strip() for p in _SENTENCE.findall(text)):
        asks = piece.endswith(("?", "？", "؟")) or bool(_OPENING.match(piece))
        if asks:
            found.append(f"{waiting} {piece}".strip())
            waiting = ""
        elif piece:
            waiting = f"{waiting} {piece}".strip()
    if waiting and found:
        found[-1] = f"{found[-1]} {waiting}" if without_politeness(waiting) else found[-1]
    return tuple(found[:MOST_QUESTIONS]) or (text.strip(),)
