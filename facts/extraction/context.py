"""What stands beside a sentence: title, headings, lead-in, and what a dependent one leans on."""

import re
from dataclasses import dataclass, field

from facts.types import Block, BlockKind, Context, Reading, Span

_NOUNS = (
    "sides?|ministers?|leaders?|companies|company|conversation|agreement|accord|deal|treaty|talks?"
    "|meeting|summit|group|firm|team|club|party|parties|ministry|government|office|agency|report"
    "|study|survey|statement|announcement|decision|ruling|verdict|move|measures?|plan|plans|project"
    "|programme|program|proposal|vote|election|bill|law|attacks?|strikes?|clashes|fighting|war"
    "|conflict|crisis|incident|accident|crash|fire|storm|quake|earthquake|flood|disaster|operation"
    "|case|trial|hearing|court|judge|suspects?|victims?|man|woman|men|women|boy|girl|couple"
    "|pair|two"
    "|three|duo|trio|former|latter|others?|rest|same|figure|figures|number|total|amount|rate|price"
    "|change|changes|increase|decrease|rise|fall|drop|result|results|match|game|race|win|defeat"
    "|loss"
    "|city|town|village|country|region|area|site|building|bridge|ship|vessel|plane|aircraft|train"
    "|book|film|album|song|show|series|event|festival|ceremony|visit|trip|call|letter|document"
    "|minister|president|official|officials|spokesman|spokeswoman|spokesperson|mayor|author|artist"
    "|researchers?|scientists?|authors|residents|authorities|police|delegation|committee|commission"
    "|council|board|union|association|organi[sz]ation|institute|institution|university|school"
    "|hospital|bank|fund|scheme|system|process|procedure|method|species|disease|virus|patients?"
)
_DEPENDENT = re.compile(
    r"[\"“'‘(\[]*(?:(?:But|And|Yet|So|Still|However|Meanwhile|Also|Then|Instead|Moreover"
    r"|Furthermore"
    r"|Nevertheless|Nonetheless|Therefore|Thus|Later|Earlier|Now|There|Here|Afterwards?|In addition"
    r"|At the time|At that time|As a result|In turn|By then|For example|For instance|In response"
    r"|So far|To date|Since then|Until now|Up to now|Overnight|(?:Last|This|Next) [a-z]+"
    r"|On the other hand|Similarly|Likewise|Besides|Hence|Consequently),?\s+)?"
    r"(?:(?:He|She|It|They|This|That|These|Those|Both|Such|Its|Their|His|Her|Them|Him|Neither"
    r"|Another"
    r"|Either|Others|(?:One|Some|Most|Many|All|None|Half) of (?:them|these|those)"
    r"|he|she|it|they|this|that|these|those|both|such|its|their|his|her)\b"
    rf"|[Tt]he (?:{_NOUNS})\b(?!\s+(?:of|between|against|by|with|from)\b)(?!\s+[A-Z]))"
)
_CONNECTED = re.compile(
    r"[\"“'‘(]*(?:However|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless|Therefore"
    r"|Thus|Instead"
    r"|Similarly|Likewise|Consequently|Hence|As a result|In addition|In turn|By then|Afterwards?"
    r"|At that time|In response|Then)\b,?"
)
_WHEN = (
    r"Today|Tonight|Yesterday|Tomorrow|Now|Once|Soon|Recently|Previously|Afterwards?"
    r"|(?:By|In|On|At|Since|Until|After|Before|During|For|From|Within|Last|This|Next)"
    r"(?:\s(?:[a-z0-9.:'’-]+|[A-Z][a-z]+day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)){1,5}?"
)
_NUMBER = (
    r"One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens|Hundreds|Thousands"
    r"|Several|Some|Many|Most|Few|None|All|Nobody|No one|Everyone|Everybody|Nothing|Half|\d[\d,.]*"
)
# "Today it has 87", "Of these, 41 are ...", "Seven have found work", "Second was the champion".
_ELLIPTIC = re.compile(
    rf"[\"“'‘(]*(?:(?:{_WHEN}),?\s(?:he|she|it|they|this|these|those)\b"
    r"|Of (?:these|those|them|the total)\b"
    rf"|(?:About |Around |Nearly |Almost |At least |Only |Just |Another )?(?:{_NUMBER})\s"
    r"(?:(?:more|others?|still|already|also)\s)?(?:have|has|had|were|was|are|is|will|did|came|went)\b"
    r"|(?:First|Second|Third|Fourth|Fifth|Last|Next|Runner-up)\s(?:was|were|came|is)\b)"
)
_ASKS = re.compile(r"\?[\"”'’)\]]*\s*$")
_WHO_SAYS = re.compile(
    r"[,”\"’'?!]\s*(?:he|she|they|it|the [a-z]+)\s+(?:also\s+)?[a-z]+(?:ed|aid|ays|old|es)\b"
)
_LETTERED = re.compile(r"\s*\(?[a-z]\)")
_MOST_BEFORE = 2


def is_dependent(text: str) -> bool:
    """Tell whether a sentence leans on the one before ("It claimed over 6,500 lives")."""
    return bool(
        _DEPENDENT.match(text)
        or _CONNECTED.match(text)
        or _ELLIPTIC.match(text)
        or _WHO_SAYS.search(text)
    )


@dataclass(slots=True)
class ContextKeeper:
    """Walks down a reading and knows, at each sentence, what stands above it."""

    reading: Reading
    headings: list[Block] = field(default_factory=list)
    said: list[tuple[Span, bool]] = field(default_factory=list)
    lead_in: Span | None = None
    lettered: bool = False
    asked_in: Block | None = None  # the block that ends with a question

    def enter(self, block: Block) -> None:
        """Take note of the block that comes next."""
        if block.kind is BlockKind.HEADING:
            self._enter_heading(block)
        elif block.kind is BlockKind.ITEM:
            lettered = self._is_lettered(block)
            if self.lead_in is None and self.said:
                self.lead_in = self._lead_in()
                self.lettered = lettered
            elif self.lettered and not lettered:
                self.lead_in, self.lettered = None, False  # "(c)", then "9."
        elif block.kind is not BlockKind.CAPTION:
            self.lead_in = None

    def of(self, span: Span, text: str, block: Block) -> Context:
        """Return the context of the sentence at `span`, and remember the sentence."""
        answers = self.asked_in is not None and self.asked_in is not block
        dependent = block.kind is not BlockKind.ROW and (answers or is_dependent(text))
        previous = self._previous() if dependent and block.kind is not BlockKind.CAPTION else ()
        if block.kind is BlockKind.ROW:
            self.said = []  # nothing leans on a table's row
        elif block.kind is not BlockKind.CAPTION:
            self.said.append((span, dependent))
            del self.said[:-3]
        self.asked_in = block if _ASKS.search(text) else None
        return Context(
            title=self._title(),
            headings=tuple(_words(self.reading, h) for h in self.headings),
            previous=previous,
            lead_in=self.lead_in if block.kind is BlockKind.ITEM else None,
            dependent=dependent,
            heads=block.heads,
        )

    def _enter_heading(self, block: Block) -> None:
        self.lead_in = None
        self.said = []
        while self.headings and self.headings[-1].level >= block.level:
            self.headings.pop()
        if _words(self.reading, block) != self._title():
            self.headings.append(block)

    def _lead_in(self) -> Span | None:
        last, _ = self.said[-1]
        return last if last.of(self.reading.text).rstrip().endswith(":") else None

    def _is_lettered(self, block: Block) -> bool:
        line = self.reading.text.rfind("\n", 0, block.start) + 1
        return bool(_LETTERED.match(self.reading.text, line, block.start))

    def _previous(self) -> tuple[Span, ...]:
        found: list[Span] = []
        for span, dependent in reversed(self.said):
            found.insert(0, span)
            if not dependent or len(found) == _MOST_BEFORE:
                break
        return tuple(found)

    def _title(self) -> str | None:
        return self.reading.particulars.title


def _words(reading: Reading, block: Block) -> str:
    return reading.text[block.start : block.end]
