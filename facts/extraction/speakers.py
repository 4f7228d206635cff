"""Who says a sentence: quoted, reported, jointly, by label or by pronoun; narration otherwise.

Sure means sure: what cannot be pinned to one person or body is marked unsure, and then no name is
shown. "It" and "they" never inherit a person ("It claimed over 6,500 lives" has no speaker).
"""

import re
from dataclasses import dataclass, field, replace

from facts.extraction.antecedents import OWNED_BEFORE, Antecedents, Seen
from facts.extraction.bodymeant import bodies_in, own_company, told_of
from facts.extraction.called import Called, opening_person, speaks_alone
from facts.extraction.carried import are_several, brings_somebody, only_asks, still_unnamed
from facts.extraction.described import IT_SAYS, THEY_SAY, TOLD_IN_A_STORY, described
from facts.extraction.doubts import LABELLED, doubtful, quotes_somebody
from facts.extraction.epithets import Place, with_epithet
from facts.extraction.introduced import cited, depends, headlined, introduced, only_subject
from facts.extraction.namebook import NameBook
from facts.extraction.orators import Orators, speaks
from facts.extraction.phrases import Speaker
from facts.extraction.quotes import (
    has_marks,
    is_whole_quote,
    spans,
    stays_open,
    with_double_marks,
    without_nicknames,
)
from facts.extraction.settling import NARRATION, Told, settled
from facts.extraction.standins import in_full, may_mean
from facts.extraction.subjects import before_colon, issuer, long_quotes, speaker_of
from facts.types import Attribution, Basis, Block, BlockKind, Name, NameKind

_STARTS_QUOTED = re.compile(r"^[“\"«]")
_CREDIT = re.compile(r"\([^()]*$")
_LEADS_WITHIN = 90
_UNKNOWN = Attribution(None, None, Basis.QUOTE, sure=False)
_GOES_ON = frozenset({Basis.QUOTE, Basis.PRONOUN, Basis.INDIRECT, Basis.JOINT})


@dataclass(slots=True)
class SpeakerKeeper:
    """Walks down a document's sentences and remembers who spoke last, and who was named."""

    book: NameBook
    orators: Orators = field(default_factory=Orators)
    near: Antecedents = field(default_factory=Antecedents)
    told: list[Told] = field(default_factory=list)
    block: int = -1
    open_quote: bool = False
    ran_over: bool = False
    bodies: int = 0
    at: int = 0
    passed: int = 0
    called: Called = field(default_factory=Called)

    def of(
        self,
        text: str,
        names: tuple[Name, ...],
        block: Block,
        place: int,
        leads: Attribution | None = None,
    ) -> None:
        """Take in the next sentence; `settled` gives the attributions.

        `leads` says whose the items of a list are, unless they tell it themselves.
        """
        at = place - self.passed
        if at != self.block:
            self._enter(at)
        self.at = self.book.order.get(text, 0)
        plain = without_nicknames(with_double_marks(text, is_open=self.open_quote), names)
        was_open = self.open_quote
        found = self._attribution(plain, names, block, place)
        if leads and found == NARRATION:
            found = leads
        self.open_quote = stays_open(plain, is_open=was_open)
        ran_in = self.ran_over and bool(_STARTS_QUOTED.match(plain)) and self._is_first(at)
        runs_on, whole = was_open or ran_in, was_open or is_whole_quote(plain)
        about = None if was_open else only_subject(plain, names)
        leads_in = plain.rstrip().endswith(":") and found.sure
        bare = was_open and not has_marks(plain)
        anew = was_open and bool(_STARTS_QUOTED.match(plain))
        self.told.append(
            Told(found, at, self.open_quote, runs_on, about, whole, leads_in, bare, anew)
        )
        self._remember(plain, names, found)

    def of_caption(self, text: str, names: tuple[Name, ...]) -> Attribution:
        """Return who says a caption: only somebody named or described."""
        found = speaker_of(with_double_marks(text, is_open=False), names)
        if found is None or not found.name or not found.sure:
            return NARRATION
        told = self._made(described(found, self.book, self.at), Basis.INDIRECT)
        return told if told.sure else NARRATION

    def of_lead(self, text: str, names: tuple[Name, ...]) -> Attribution:
        """Return who says what leads a list: as of a caption, or whom "she" means."""
        found = speaker_of(with_double_marks(text, is_open=False), names)
        if found is None or not found.pronoun:
            return self.of_caption(text, names)
        meant = self.near.meant(found.pronoun, len(self.told), self.block + 1)
        return (
            replace(meant, role=self.book.roles.get(meant.speaker or ""))
            if meant.sure
            else NARRATION
        )

    def pass_caption(self, text: str, names: tuple[Name, ...], place: int) -> None:
        """Let a caption between two paragraphs part them only if it names somebody new."""
        known = {seen.name for seen in self.near.people}
        shown = (
            n for n in names if n.kind is NameKind.PERSON and not _CREDIT.search(text, 0, n.start)
        )
        if place - self.passed == self.block + 1 and all(name.name in known for name in shown):
            self.passed += 1

    def settled(self) -> list[Attribution]:
        """Return who says each sentence taken in, looking ahead to where a quotation ends."""
        return settled(self.told, self.book.roles)

    def _is_first(self, place: int) -> bool:
        return not self.told or self.told[-1].block != place

    def _enter(self, place: int) -> None:
        if place > self.block + 1:
            self.near.clear()
            self.open_quote = False
        # A quotation goes on in the next paragraph only if that one opens with a mark again.
        self.ran_over, self.open_quote = self.open_quote, False
        self.block = place

    def _attribution(
        self, text: str, names: tuple[Name, ...], block: Block, place: int
    ) -> Attribution:
        if (teller := cited(text, names)) and not block.speaker:
            return self._made(teller, Basis.QUOTE)
        if text.startswith("In ") and TOLD_IN_A_STORY.match(text) and not block.speaker:
            return NARRATION
        if labelled := self._labelled(text, names, block, place):
            return labelled
        listed = block.kind is BlockKind.ITEM
        found = speaker_of(text, names, is_open=self.open_quote)
        found = found or headlined(text, names, listed=listed)
        if found is None or (found.name is None and not found.pronoun):
            found = introduced(text, names) or found
        if found is None and text.endswith(":"):
            found = issuer(text, names)
        if found is None:
            return self._without_subject(text, block)
        if not found.name and ": " in text:
            found = before_colon(text, names) or found
        quoted = has_marks(text) or self.open_quote
        if found.pronoun:
            return self._by_pronoun(found, text, names)
        if found.name is None and (body := self._body_meant(text, names, block)):
            return body
        if found.name is None:
            return Attribution(None, None, Basis.QUOTE if quoted else Basis.INDIRECT, sure=False)
        if doubtful(text, found):
            return Attribution(found.name, None, Basis.INDIRECT, sure=False)
        found = self._with_epithet(found, quoted=quoted)
        if company := own_company(found.name or "", found.start, text, names):
            found = found._replace(name=company)
        basis = Basis.JOINT if found.joint else Basis.QUOTE if quoted else Basis.INDIRECT
        if last := still_unnamed(found.name or "", self.near, len(self.told), self.block):
            return replace(last, basis=basis)
        told = described(found, self.book, self.at)
        if not told.sure and told.name and (firm := self._just_spoken(told.name)):
            told = told._replace(name=firm, sure=True)
        told = self.called.in_full(told, text, self.near.gender)
        if any(n.name == told.name and n.kind is NameKind.ORGANISATION for n in names):
            told = told._replace(name=in_full(told.name or "", self.book))
        return self._made(told, basis)

    def _by_pronoun(self, found: Speaker, text: str, names: tuple[Name, ...]) -> Attribution:
        pronoun = found.pronoun or ""
        inside = spans(text, is_open=self.open_quote)
        meant = opening_person(found, text, names, inside, self.near, self.book.roles, self.told)
        meant = meant or self.near.meant(pronoun, len(self.told), self.block)
        meant = self.called.of_age(self.called.one(meant), found, text)
        if meant.sure and meant.speaker:
            self.near.learn(meant.speaker, pronoun)
        return replace(meant, role=meant.role or self.book.roles.get(meant.speaker or ""))

    def _with_epithet(self, found: Speaker, *, quoted: bool) -> Speaker:
        place = Place(self.at, self.block, quoted=quoted)
        return (
            with_epithet(found, self.told[-1], place, self.near, self.book) if self.told else found
        )

    def _just_spoken(self, words: str) -> str | None:
        """Return the body that "the firm" means, if it alone spoke in the sentence before."""
        if not self.told or self.told[-1].block < self.block - 1:
            return None
        last = self.told[-1].who
        alone = last.sure and last.basis is not Basis.JOINT and self.bodies <= 1
        if not alone or self.near.is_person or self.near.spoken != last or not last.speaker:
            return None
        return last.speaker if may_mean(words, last.speaker, self.book) else None

    def _labelled(
        self, text: str, names: tuple[Name, ...], block: Block, place: int
    ) -> Attribution | None:
        """Return who speaks by a label, in a speech or in an interview."""
        if giver := speaks(self.orators, block, place):
            sure = not quotes_somebody(text, giver, names)
            return self._made(Speaker(giver, sure=sure), Basis.LABEL)
        asks = block.speaker == "Q" or place in self.orators.asked
        if asks or block.speaker == "A" or place in self.orators.answered:
            person = self.orators.asks if asks else self.orators.answers
            return self._made(Speaker(person), Basis.LABEL) if person else _UNKNOWN
        if block.speaker:
            named = self.orators.people.get(block.speaker, block.speaker)
            other = has_marks(text[:1]) and quotes_somebody(text, named, names)
            sure = not (LABELLED.match(text) or other)
            return self._made(Speaker(named, sure=sure), Basis.LABEL)
        return None

    def _body_meant(self, text: str, names: tuple[Name, ...], block: Block) -> Attribution | None:
        """Read "It said ..." as the body's that alone spoke, or was told of, just before."""
        last = self.told[-1] if self.told else None
        if last is None:
            return None
        spoken = self.near.spoken if self.near.spoken == last.who and last.who.sure else None
        here = last.block == self.block
        if THEY_SAY.match(text) and spoken:
            several = spoken.basis is Basis.JOINT or are_several(spoken.speaker or "")
            listed = block.kind is BlockKind.ITEM and last.block >= self.block - 1
            alone = several and (listed or ((here or self._stands_alone(last)) and not names))
            return replace(spoken, basis=Basis.PRONOUN) if alone else None
        alone = self._stands_alone(last)
        if not IT_SAYS.search(text) or not (here or alone) or self.bodies > 1:
            return None
        if last.who == NARRATION and self.near.body and here:
            told = described(Speaker(self.near.body), self.book, self.at)
            return Attribution(told.name, None, Basis.PRONOUN, sure=told.sure)
        if spoken is None or self.near.is_person or names or spoken.basis is Basis.JOINT:
            return None
        return replace(spoken, basis=Basis.PRONOUN)

    def _stands_alone(self, last: Told) -> bool:
        """Tell whether the sentence before is all of the last paragraph."""
        before = self.told[-2] if len(self.told) > 1 else None
        return last.block == self.block - 1 and (before is None or before.block != last.block)

    def _without_subject(self, text: str, block: Block) -> Attribution:
        whole = self.open_quote or is_whole_quote(text)
        if not (whole or long_quotes(text) or block.kind is BlockKind.QUOTE):
            return NARRATION
        last = self.told[-1] if self.told else None
        if not whole or last is None or not last.who.speaker or last.who.basis not in _GOES_ON:
            return _UNKNOWN
        same = last.block == self.block
        runs_on = self.ran_over and last.block == self.block - 1 and _STARTS_QUOTED.match(text)
        led = last.leads_in and last.block == self.block - 1
        if not (same or runs_on or led):
            return replace(last.who, basis=Basis.QUOTE, sure=False)
        return replace(last.who, basis=Basis.QUOTE)

    def _made(self, found: Speaker, basis: Basis) -> Attribution:
        return Attribution(found.name, self.book.roles.get(found.name or ""), basis, found.sure)

    def _remember(self, text: str, names: tuple[Name, ...], found: Attribution) -> None:
        here, near = len(self.told) - 1, self.near
        people, asks = [n for n in names if n.kind is NameKind.PERSON], only_asks(found, text)
        subject = next((n for n in people if not depends(text, n)), None)
        within = spans(text, is_open=self.told[-1].runs_on) if people else []
        for name in people:
            self.called.take(name.name)
            self.called.take_age(name, text)
            leads = name is subject and name.start < _LEADS_WITHIN and not asks
            gender = near.gender(
                name.name,
                self.book.roles.get(name.name),
                text[max(0, name.start - 30) : name.start],
            )
            owns = text[name.end : name.end + 2] in ("'s", "’s")
            quoted = any(start < name.start < end for start, end in within)
            seen = Seen(name.name, here, self.block, leads and not quoted, gender, owns, quoted)
            near.people.append(seen)
            near.ever.add(name.name)
        del near.people[:-12]
        if brings_somebody(text, found.speaker, named=bool(people)):
            near.nameless_in = here
        if TOLD_IN_A_STORY.match(text):
            near.clear()  # "she" of the next sentence may be one of the story
        self.bodies = bodies_in(text, names) - (found.basis is Basis.PRONOUN)
        near.body = told_of(text, names)
        if found.speaker and not asks:
            near.spoken, near.spoken_in, near.spoken_block = found, here, self.block
            near.is_owned = any(
                n.name == found.speaker and OWNED_BEFORE.search(text, 0, n.start) for n in people
            )
            kinds = {n.kind for n in names if n.name == found.speaker}
            body = bool(kinds - {NameKind.PERSON})
            if found.sure and NameKind.ORGANISATION not in kinds:
                self.called.take(found.speaker)
            near.is_person = not body and speaks_alone(found.speaker, people, near)
