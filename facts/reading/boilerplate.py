"""Lines that every text of an outlet or a press office carries and that state nothing.

They stay in the reading's text, in no block, so that they can never become facts: "ENDS", phone
numbers, credits of the desk, stage directions, invitations to subscribe, greetings and signatures.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from facts.reading import headers, matter
from facts.reading.credited import credited
from facts.reading.pieces import Piece
from facts.types import BlockKind

_LONGEST_LINE = 200
_LONGEST_SIGNED = 60
_MOST_SIGNED = 6
_MOST_BESIDE_WAY = 6
_LOOKED_AT = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.CAPTION})

_END = re.compile(
    r"[\W_]*(?:ends?|end of (?:statement|release|text|transcript|document|message)|30|more follows"
    r"|more|continues|recasts?)[\W_]*$",
    re.IGNORECASE,
)
_SHOUTED_END = re.compile(r"[\W_]*(?:ENDS?|MORE|30)[\W_]*$")
_CREDIT = re.compile(
    r"(?i:(?:additional |with )?(?:reporting|writing|editing|edited|written|compiled|translated)\b)"
)
_CREDITED = re.compile(
    r"(?:[A-Z][\w.'’-]*|and|in|for|with|the|by|at|from|of|additional|additionally|editing|edited"
    r"|writing|written|reporting|compiled|translated|[,;&/])(?:[\s.]+|(?=[,;])|$)"
)
_RIGHTS = re.compile(
    r"(?:©|copyright\s*(?:©|\(c\)|\d{4}|(?:\w+ ){1,4}\d{4})|(?:\W*\w+\W+){0,6}all rights reserved"
    r"|this (?:article|story|material) (?:was|has been|may) (?:first|originally|not)\b"
    r"|this (?:report|version)(?: by (?:[\w.’'-]+ ){1,6}?)? ?was (?:first|originally|last)"
    r" (?:published|posted|updated)\b[^.]{0,60}\.?$)",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"[\[(](?:laughter|laughs|applause|cross-?talk|inaudible|unintelligible|pause|silence|music"
    r"|cheers|cheering|off[- ]?mic|recess|break|end|begin|video|audio|indiscernible)\b"
    r"[^\])]{0,60}[\])]\.?$",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"(?:follow (?:us|me|him|her|them|@|our )|like us on|join us on|find us on"
    r"|subscribe (?:to|now|here|for)"
    r"|sign up (?:for|to) (?:our|the|receive|get)|share (?:this|on|via)\b|click (?:here|for|on)\b"
    r"|(?:read|see|view) (?:more|also|next)"
    r"(?: (?:about|on|at|here|from|stories)\b.*|\s*[:»>→|].*|\W*)$"
    r"|also read\b|related (?:articles?|stories|links|topics|content|coverage)\b|related\s*:"
    r"|advertisement\W*$|sponsored content|download (?:our|the) app"
    r"|view (?:this|in) (?:email|e-mail|browser)|(?:to )?unsubscribe\b|manage (?:your )?preferences"
    r"|if you (?:no longer )?(?:wish|want|would like) to (?:unsubscribe|stop|opt out)"
    r"|registered (?:charity|company)\b.{0,40}"
    r"|(?:to|if you (?:want|wish|would like) to) (?:stop|no longer|change how you) (?:receiv|get)"
    r"|(?:have|are|were) you (?:been )?affected\b|do you have a (?:story|tip|question)\b"
    r"|got a (?:story|tip)\b|(?:email|e-mail|write to|contact|call|text|whatsapp|message) us\b"
    r"|tell us (?:what|your|about)|let us know\b|get in touch\b|(?:e-?mail|call|ring|phone|write"
    r" to|contact|text|visit) \S*(?:@|\+?\d{4,}|www\.|https?:)|continue reading\b|read on\b"
    r"|thank(?:s| you) for (?:reading|following|joining us|your company)\b|that['’]s (?:all|it)"
    r" (?:from us|for (?:today|now|tonight|this))\b|this (?:live )?(?:blog|coverage|page"
    r"|feed) (?:has|is) "
    r"(?:now )?(?:closed|ended|closing)|(?:we are|we['’]re) (?:now )?(?:closing|pausing"
    r"|ending|wrapping up) (?:this|our|the)|comments are (?:closed|open)"
    r"|all times (?:are )?(?:in )?(?:local"
    r"|gmt|bst|cet)|was this forwarded\b|(?:[\w-]+ ){0,4}(?:photos?|photographs?|images?|footage"
    r"|pictures?|logos?|b-roll)"
    r" (?:is|are|can be|may be) (?:available|downloaded|found|obtained)\b"
    r"|our standards:|forward to a friend"
    r"|skip to (?:main )?content|back to top|print this (?:page|article)|send us a tip"
    r"|have (?:a|any) (?:tips?|story)\b.{0,40}\?|support our (?:work|journalism)"
    r"|we use cookies|accept (?:all )?cookies|(?:this|our) (?:web)?site uses cookies)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:for )?(?:media|press|public(?:ity)?|news|investor|general|further|more|all|your)\s+)*"
    r"(?:relations\s+)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|queries)"
    r"(?:\s+(?:us|person|details?|information|for (?:the )?(?:media|press|journalists|reporters"
    r"|editors|investors|analysts)|media|office))?\s*[:.]?$"
    r"|(?:(?:for )?(?:media|press|news|public|investor|general|further|more|editorial|duty"
    r"|out of hours)\s+)*(?:relations\s+)?(?:contacts?|enquir\w+|inquir\w+|quer\w+|office"
    r"|officer|information|desk"
    r"|out of hours|for the press)\b[^.!?@\d]{0,60}:(?=.*(?:@|//|www\.|\d[\d ()./-]{6})).{0,300}$"
    r"|(?:media|press|investor|public) relations\b[^.!?@\d]{0,60}:(?=.*(?:@"
    r"|\d[\d ()./-]{6})).{0,300}$"
    r"|for (?:more|further|additional|general|media|press) (?:information|details|enquiries"
    r"|inquiries|queries)\b.*$",
    re.IGNORECASE,
)
# "Drafted: I. Roe", "Cleared by: POL:JLund" at the end of a cable.
_DRAFTED = re.compile(
    r"(?:(?:drafted|cleared|typed|drafting officer|clearing officer)(?:\sby)?|(?:approved|reviewed"
    r"|checked|released)\sby):\s(?:(?:[A-Z][\w.:’'/-]*|and|&)[,;]?(?:\s|$)){1,6}$",
    re.IGNORECASE,
)
# "Summary of the annual report, 30 June 2025": what a text is.
_KIND_OF_TEXT = re.compile(
    r"(?:an?\s)?(?:summary|abridged version|highlights|overview|extracts?) (?:of|from)"
    r" (?:the|our|its) [^.!?:;]{3,80}\b(?:report|accounts|review|minutes|study|survey)\b"
    r"[^.!?:;]{0,60}$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?[\d(][\d ()./-]{6,}\d")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|(?:https?://|www\.)\S+|@\w{2,}", re.IGNORECASE)
_LINKED = re.compile(r"[^.!?:]{2,40}:\s*(?:https?://|www\.)\S+$", re.IGNORECASE)
_TRACE = re.compile(r"@|//|www\.|\d[\d ()./-]{6}", re.IGNORECASE)
_WAY = re.compile(
    r"(?:(?:press |media )?contacts?|tel|phone|telephone|mobile|mob|cell|fax|e-?mail|web|website"
    r"|twitter|facebook|x|linkedin|instagram|telegram|press office|call|write to"
    r"|t|m|f|e|w)\b\s*[.:]*\s*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon|evening)|hey|greetings)\b"
    r"(?:[^.!?:\d]{0,50}[,!:]| \w+)?$"
    r"|(?:[\w’' -]{2,50}, ){0,6}(?:and )?(?:ladies and gentlemen"
    r"|(?:dear |honou?red |distinguished )"
    r"?(?:friends|colleagues|guests|delegates|comrades|members)|excellencies|mr\.? speaker"
    r"|mr\.? president|madam (?:speaker|president|chair))[,.!:]?$",
    re.IGNORECASE,
)
_ENCLOSES = re.compile(
    r"(?:please|kindly) (?:find|see) (?:(?:below|attached|enclosed)\b|.{2,80}\b(?:below|attached"
    r"|enclosed)\W*$)|(?:attached|enclosed|below) (?:is|are|please find|you will find"
    r"|you['’]ll find)"
    r"\s(?:our|the|my|a|this)\b|(?:i hope|hoping) (?:this|that this|you are|you['’]re"
    r"|all is)\b.{0,60}$",
    re.IGNORECASE,
)
_STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Square|Lane|Drive|Boulevard|Blvd|Way|Place|Quay|Row|Terrace|Court"
    "|Crescent|Embankment|Wharf|Walk|Close|Gardens|Parade|Hill|House|Building|Tower|Plaza"
)
_POSTAL = re.compile(
    rf"(?:[A-Z][\w’'. -]{{1,40}},\s)?\d{{1,5}}[A-Za-z]?,?\s(?:[A-Z][\w’'.-]*\s){{1,4}}"
    rf"(?:{_STREETS})\.?"
    r"(?:,\s(?:[A-Z]{0,2}-?\d{3,6}\s)?[A-Z][\w’'. -]{1,30}(?:\s[A-Z]{0,2}\d[\w ]{2,7})?){0,3}\.?$"
)
_ONE = r"(?:[A-Z][\w’'.-]*)(?:\s[A-Z][\w’'.-]*){1,4}(?:\s\([^()]{2,40}\)|,\s[^;.:!?]{2,60})?"
_PARTICIPANT = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev)\.?(?:\s[A-Z][\w’'.-]*){1,4}$"
    rf"|{_ONE}(?:;\s(?:and\s)?{_ONE})+$"
)
_FAREWELL = re.compile(
    r"(?:(?:with )?(?:(?:our|my|all|very) )*(?:best|kind(?:est)?|warm(?:est)?|good"
    r"|sincere|heartfelt) (?:regards|wishes|greetings|thanks)|regards|best"
    r"|(?:yours )?(?:sincerely|faithfully|truly)|yours|many thanks|thanks(?: and regards)?|cheers"
    r"|see you(?: all| back)?(?: here)?(?: again)?(?: (?:tomorrow|soon|then|later|there|next \w+"
    r"|on \w+))|until (?:tomorrow|then|next (?:time|week|month)|\w+day)"
    r"|have an? (?:\w+ )?(?:day|week|weekend|evening)"
    r"|thank you|all the best|warmly|with (?:many )?thanks|sincerely yours|yours (?:ever|aye)"
    r"|yours in [a-z]+|in (?:christ|peace|solidarity|unity|faith|haste|friendship|sport)|god bless"
    r"(?: you)?(?: all)?|(?:every )?blessings?|peace(?: and (?:blessings|love))?|with (?:all )?"
    r"(?:my |our )?(?:love|prayers|gratitude|appreciation|respect|affection)(?: and [a-z]+)?"
    r"|(?:lots of )?love"
    r"|take care|(?:stay|keep) (?:safe|well|warm|dry|cool|in touch)|respectfully(?: yours)?|onwards"
    r"(?: and upwards)?|thanks (?:again|all|everyone)|as ever|(?:see|speak|talk) (?:to )?you"
    r" (?:soon|on \w+|at the \w+)|happy (?:reading|gardening|easter|christmas|holidays"
    r"|new year|walking)"
    r"|good luck|fondly|enjoy (?:your|the) \w+|best wishes (?:from|to) .{2,40}|on behalf of .{2,40}"
    r"|signed|for and on behalf of .{2,40}"
    r"|mit freundlichen grüßen|cordialement|saludos|cordiali saluti)[,.!]?$",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"\W*(?i:photo|photograph|image|picture|credit|illustration|video|cover)s?"
    r"(?i: credit| courtesy)?\s*(?i:by|:|©|of)\s*(?:[A-Z][\w.'’-]*|and|of|for|the|via|[,/|&()©])(?:"
    r"[\s,/|&()]+"
    r"(?:[A-Z][\w.'’-]*|and|of|for|the|via)|[)/.])*$"
)
_TWEETED = re.compile(r"\W*[^.!?]{2,60}\(@\w{2,}\),?\s+\w+ \d{1,2},? \d{4}$")
_NOTICE = re.compile(
    r"(?:this (?:e-?mail|message|communication|transmission)\b.{0,200}?\b(?:confidential|intended"
    r"|privileged|recipient)|if you are not the intended recipient|sent from my \w+"
    r"|get outlook for|please consider the environment|you (?:are receiving|receive|received|get"
    r"|got|are getting) (?:this|these|our)\b)",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 1_500
_SOURCED = re.compile(r"(?:sources?|via)\s*:\s*(?:[^.!?]|\bet al\.){1,80}\.?$", re.IGNORECASE)
_SIGNED_BELOW = re.compile(r"[^\W\d_a-z][^\W\d_a-z'’-]{2,}(?:\s[^\W\d_a-z'’.-]{2,}){0,2}$")  # "ROE"
_BESIDE_CONTACT = re.compile(
    r"\b(?:tel|phone|telephone|mobile|mob|cell|fax|e-?mail|web|website|contact|press|media|office"
    r"|or|and"
    r"|of|at|on|for|the|head|officer|duty)\b",
    re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Tell whether a line states nothing about the subject of its text."""
    if len(line) <= _LONGEST_NOTICE and _NOTICE.match(line):
        return True
    if len(line) > _LONGEST_LINE:
        return False
    rules = (
        _RIGHTS,
        _STAGE,
        _INVITATION,
        _CONTACT,
        _GREETING,
        _ENCLOSES,
        _POSTAL,
        _FAREWELL,
        _SOURCED,
        _PICTURED,
        _TWEETED,
        _KIND_OF_TEXT,
    )
    return (
        bool(_END.match(line) and (_SHOUTED_END.match(line) or not line.isalpha()))
        or any(rule.match(line) for rule in rules)
        or _is_credit(line)
        or _tells_who_drafted(line)
        or is_way_to_reach(line)
        or headers.is_furniture(line)
        or headers.is_publication_line(line)
        or headers.is_place_and_date(line)
    )


def _tells_who_drafted(line: str) -> bool:
    match = _DRAFTED.match(line)
    names = line.partition(":")[2].split() if match else []
    return bool(names) and all(name[0].isupper() or name in ("and", "&") for name in names)


def is_participant(line: str) -> bool:
    """Tell "Ms Ida Roe" alone: a line that lists who took part, and states nothing."""
    return bool(_PARTICIPANT.match(line))


def is_way_to_reach(line: str) -> bool:
    """Tell whether a line holds a phone number, an address or a handle and hardly a word else."""
    if not _TRACE.search(line):
        return False
    rest, addresses = _ADDRESS.subn("", line)
    rest, phones = _PHONE.subn("", rest)
    way = _WAY.match(rest)
    words = len(re.findall(r"\w+", rest[way.end() :] if way else rest))
    if way:
        return addresses + phones > 0 and words <= _MOST_BESIDE_WAY
    if addresses and _LINKED.match(line):
        return True
    return (words <= 1 if addresses else bool(phones) and words == 0) or _is_card(line, rest)


def _is_card(line: str, rest: str) -> bool:
    """Tell a line of names and ways to reach them: "Ida Roe, Head of News, +000 555 0188"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", _BESIDE_CONTACT.sub("", rest))
    if not (_ADDRESS.search(line) or "+" in line):
        return False
    named = len(words) <= _MOST_BESIDE_WAY and all(word[0].isupper() for word in words)
    return named and not line.rstrip().endswith((".", "!", "?"))


def _is_credit(line: str) -> bool:
    bare = line.strip("()[] ")
    if not _CREDIT.match(bare):
        return False
    rest = bare[bare.find(" ") :].lstrip()
    return not _CREDITED.sub("", rest).strip(" .") and " by " in f" {rest} "


def quieted(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with boilerplate taken out of every block, quotations given to whom."""
    found: list[Piece] = []
    signing = 0
    for piece in matter.without_front(credited(pieces)):
        signs = signing > 0 and _is_signature(piece)
        signing = signing - 1 if signs else 0
        if piece.kind in _LOOKED_AT and _is_quiet(piece):
            signing = _MOST_SIGNED if _opens_signature(piece.text) else signing
            signs = True
        found.append(replace(piece, kind=None, level=0) if signs else piece)
    if len(found) > 1 and _SIGNED_BELOW.match(found[-1].text):
        found[-1] = replace(found[-1], kind=None, level=0)
    return matter.without_signature(found)


def _is_quiet(piece: Piece) -> bool:
    if piece.speaker:  # who says "Thank you." says it
        return bool(_SHOUTED_END.match(piece.text) or _STAGE.match(piece.text))
    return is_boilerplate(piece.text)


def _opens_signature(line: str) -> bool:
    return bool(_FAREWELL.match(line) or _CONTACT.match(line)) or is_way_to_reach(line)


def _is_signature(piece: Piece) -> bool:
    short = len(piece.text) <= _LONGEST_SIGNED and not piece.text.rstrip().endswith((".", "!", "?"))
    return short and piece.kind in _LOOKED_AT and piece.level != 1
