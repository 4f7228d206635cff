"""Who says a sentence: quoted, reported, jointly, by label or by pronoun; narration otherwise.

Sure means sure: what cannot be pinned to one person or body is marked unsure, and then no name is
shown. "It" and "they" never inherit a person ("It claimed over 6,500 lives" has no speaker).
"""

import re
from dataclasses import dataclass

from facts.extraction.names import NameBook
from facts.extraction.subjects import Speaker, long_quotes, speaker_of
from facts.types import Attribution, Basis, Block, BlockKind, Name, NameKind

_QUOTED = re.compile(r"[\"“”«»]")
_WHOLE_QUOTE = re.compile(r"^[\"“«][^\"”»]*[\"”»]?[.!?]?[\"”»]?$")


@dataclass(slots=True)
class SpeakerKeeper:
    """Walks down a document's sentences and remembers who spoke last, and who was named."""

    book: NameBook
    last: Attribution | None = None
    named: tuple[str, ...] = ()
    block: int = -1
    open_quote: bool = False
    in_block: bool = False
    ran_over: bool = False
    spoke_in: int = -1

    def of(self, text: str, names: tuple[Name, ...], block: Block, place: int) -> Attribution:
        """Return who says the sentence, and remember it."""
        if place != self.block:
            self._enter(place)
        found = self._attribution(text, names, block)
        self._remember(text, names, found)
        return found

    def _enter(self, place: int) -> None:
        if place > self.block + 1:
            self.last, self.named, self.open_quote = None, (), False
        # A quotation goes on in the next paragraph only if that one opens with a mark again.
        self.ran_over, self.open_quote = self.open_quote, False
        self.block = place
        self.in_block = False

    def _attribution(self, text: str, names: tuple[Name, ...], block: Block) -> Attribution:
        if block.speaker:
            return self._made(Speaker(self._labelled(block.speaker)), Basis.LABEL)
        found = speaker_of(text, names)
        if found is None:
            return self._without_subject(text, block)
        quoted = bool(_QUOTED.search(text)) or self.open_quote
        if found.pronoun:
            return self._by_pronoun(quoted=quoted)
        if found.name is None:
            return Attribution(None, None, Basis.QUOTE if quoted else Basis.INDIRECT, sure=False)
        basis = Basis.JOINT if found.joint else Basis.QUOTE if quoted else Basis.INDIRECT
        return self._made(found, basis)

    def _without_subject(self, text: str, block: Block) -> Attribution:
        whole = self.open_quote or bool(_WHOLE_QUOTE.match(text.strip()))
        if not (whole or long_quotes(text) or block.kind is BlockKind.QUOTE):
            return Attribution()
        last = self.last
        if whole and last and last.speaker and last.basis in (Basis.QUOTE, Basis.PRONOUN):
            sure = last.sure and (self.in_block or (self.ran_over and text[0] == "“"))
            return Attribution(last.speaker, last.role, Basis.QUOTE, sure=sure)
        return Attribution(None, None, Basis.QUOTE, sure=False)

    def _by_pronoun(self, *, quoted: bool) -> Attribution:
        """Let "he" and "she" be the last speaker only where nobody else can be meant."""
        last = self.last
        others = [name for name in self.named if last is None or name != last.speaker]
        if last and last.speaker and last.basis is not Basis.JOINT and not others:
            sure = last.sure and self.spoke_in == self.block
            return Attribution(last.speaker, last.role, Basis.PRONOUN, sure=sure)
        if last is None and len(set(self.named)) == 1:
            return self._made(Speaker(self.named[0], sure=False), Basis.PRONOUN)
        return Attribution(None, None, Basis.PRONOUN, sure=False)

    def _made(self, found: Speaker, basis: Basis) -> Attribution:
        name, sure = found.name, found.sure
        holders = [] if sure or not name else self._holders(name.rpartition(" ")[2].lower())
        if len(holders) == 1:
            name, sure = holders[0], True
        return Attribution(name, self.book.roles.get(name or ""), basis, sure=sure)

    def _holders(self, noun: str) -> list[str]:
        """Return the people of the document whose role ends in `noun` ("the mayor said")."""
        return [
            name
            for name, role in self.book.roles.items()
            if noun in role.lower().split() and " " in name
        ]

    def _labelled(self, label: str) -> str:
        fuller = {
            n.rpartition(" ")[2].upper(): n for fulls in self.book.fuller.values() for n in fulls
        }
        return fuller.get(label, label) if label.isupper() else label

    def _remember(self, text: str, names: tuple[Name, ...], found: Attribution) -> None:
        self.open_quote = _stays_open(text, open_before=self.open_quote)
        self.in_block = bool(found.speaker)
        people = tuple(dict.fromkeys(n.name for n in names if n.kind is NameKind.PERSON))
        if found.speaker:
            self.last, self.spoke_in = found, self.block
            self.named = people
        elif people:
            self.last, self.named = None, people


def _stays_open(text: str, *, open_before: bool) -> bool:
    opened = open_before
    for match in _QUOTED.finditer(text):
        mark = match.group()
        opened = not opened if mark == '"' else mark in "“«"
    return opened
