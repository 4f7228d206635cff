"""Whom "he" or "she" can mean: people named shortly before, by what is known of their gender."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from facts.extraction.givennames import gender_of
from facts.types import Attribution, Basis

_WOMEN = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Baroness|Duchess|Countess|Sister|[Ww]oman|[Gg]irl"
    r"|[a-z]*woman|wife|widow|mother|daughter|sister|aunt|niece|actress|grandmother|queen|nun)\b"
)
_MEN = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|Father|Pope|Baron|Duke|Count|[Mm]an|[Bb]oy|[a-z]*[^o]man|husband"
    r"|father|son|brother|uncle|nephew|widower|grandfather|king|monk|priest)\b"
)
_KIN_BEFORE = re.compile(
    r"\b(?P<kin>wife|widow|mother|daughter|sister|aunt|niece|husband|father|son|brother|uncle"
    r"|nephew|widower|grandmother|grandfather),?\s(?:[A-Z][\w.]*\s)*$"
)
OWNED_BEFORE = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[A-Z][\w-]*['’]s)\s(?:[\w-]+\s){0,3}(?:[\w-]+,?\s)(?:[A-Z][\w.]*\s)?$"
)
TITLE_BEFORE = re.compile(r"\b(?P<title>Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\.?\s$")
WANTED = {"she": "f", "he": "m", "woman": "f", "man": "m", "mother": "f", "father": "m"}
_THEIRS = {"f": ("her ",), "m": ("his ",)}
_NEAR_SENTENCE, _FARTHEST_SENTENCE = 2, 3
_FARTHEST_BLOCK = 4


class Seen(NamedTuple):
    """A person named in a sentence: `leads` if it is about them, `owns` if only as an owner.

    `quoted` is whom a quotation tells of: its speaker is somebody else.
    """

    name: str
    sentence: int
    block: int
    leads: bool
    gender: str | None
    owns: bool = False
    quoted: bool = False

    @property
    def told_over(self) -> int:
        """The sentence from which somebody without a name is nearer: of "Roe's lawyer" its own."""
        return self.sentence + (not self.owns)


@dataclass(slots=True)
class Antecedents:
    """The people named in the last few sentences of a document, and who spoke last.

    `ever` holds all whom the text has named so far, also before a heading.
    `is_owned` tells that this was somebody's daughter or lawyer ("her daughter, Ida Roe, said").
    """

    people: list[Seen] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    spoken: Attribution | None = None
    spoken_in: int = -1
    spoken_block: int = -1
    is_person: bool = False
    is_owned: bool = False
    nameless_in: int = -1
    body: str | None = None
    ever: set[str] = field(default_factory=set)
    find_topic: Callable[[], str | None] = lambda: None

    @property
    def topic(self) -> str | None:
        """Return whom the whole text is about; looked for only once somebody asks."""
        return self.find_topic()

    def clear(self) -> None:
        """Forget everybody: a heading or a caption stands between."""
        self.people, self.spoken, self.body = [], None, None

    def gender(self, name: str, role: str | None = None, before: str = "") -> str | None:
        """Return what is known of a person's gender from name, title and words before."""
        if name not in self.genders:
            kin = _KIN_BEFORE.search(before)
            title = TITLE_BEFORE.search(before)
            said = f"{role or ''} {kin['kin'] if kin else ''} {title['title'] if title else ''}"
            known = gender_by_title(said) or gender_of(name.split(" ")[0])
            if known is None:
                return None
            self.genders[name] = known
        return self.genders[name]

    def learn(self, name: str, pronoun: str) -> None:
        """Take in that "she" surely meant somebody of whom nothing else tells it."""
        known = {"he": "m", "she": "f"}.get(pronoun)
        if known and name not in self.genders:
            self.genders[name] = known
            self.people = [s._replace(gender=known) if s.name == name else s for s in self.people]

    def meant(self, pronoun: str, sentence: int, block: int) -> Attribution:
        """Return whom "he" or "she" means here, sure only where nobody else can be meant."""
        wanted = WANTED.get(pronoun)
        near = [
            seen
            for seen in self.people
            if sentence - seen.sentence <= _FARTHEST_SENTENCE
            and seen.block >= block - 1
            and _fits(seen.gender, wanted)
        ]
        spoken = self._spoken(wanted, block)
        if spoken is not None and self._returns_to_topic(spoken, sentence, wanted):
            return Attribution(None, None, Basis.PRONOUN, sure=False)
        if spoken is not None and not self._turns_to_another(spoken, near, sentence, block, wanted):
            return self._of_speaker(spoken, near, sentence, block, wanted)
        if self._has_just_spoken(near, sentence, block, wanted):
            return Attribution(None, None, Basis.PRONOUN, sure=False)
        found = self._of_subject(near, sentence, block, wanted)
        if found.sure:
            return found
        found = self._only_near(near, wanted) if near else self._only_one(wanted, block)
        found = found if found.sure else self._topic(near, wanted, sentence)
        return found if found.sure else self._only_ever(wanted)

    def _has_just_spoken(
        self, near: list[Seen], sentence: int, block: int, wanted: str | None
    ) -> bool:
        """Tell whether "he" comes right after Nana Obeng spoke, and the paragraph names no man."""
        last = self.spoken
        just = self.spoken_in == sentence - 1 and self.spoken_block == block
        if last is None or not (just and self.is_person and last.sure):
            return False
        titled = self.gender(last.speaker or "", last.role) == gender_by_title(last.role or "")
        here = any(s.block == block and s.name != last.speaker for s in near)
        return not (here or titled) and not _fits(self.gender(last.speaker or ""), wanted)

    def _returns_to_topic(self, last: Attribution, sentence: int, wanted: str | None) -> bool:
        """Tell whether "she" may be whom the text is about, though her daughter spoke last."""
        passed = sentence - self.spoken_in > 1 and wanted is not None
        return (
            passed and self.topic not in (None, last.speaker) and wanted == self.gender(self.topic)
        )

    def _topic(self, near: list[Seen], wanted: str | None, sentence: int) -> Attribution:
        """Return whom the whole text is about, where nobody else is named near."""
        alone = wanted is not None and {s.name for s in near} <= {self.topic}
        named = self.topic is not None and _fits(self.gender(self.topic), wanted)
        fit = [s for s in self.people if _fits(s.gender, wanted) and s.name != self.topic]
        alone = alone and not any(sentence - s.sentence <= _NEAR_SENTENCE for s in fit)
        sure = alone and named and self.nameless_in < sentence - _FARTHEST_SENTENCE
        return Attribution(self.topic if sure else None, None, Basis.PRONOUN, sure=sure)

    def _only_near(self, near: list[Seen], wanted: str | None) -> Attribution:
        """Return the one person of the last sentences who can be meant, known to be of that sex."""
        fit = [s for s in near if s.gender == wanted]
        others = {s.name for s in near if not s.owns} - {s.name for s in fit}
        alone = wanted is not None and len({s.name for s in fit}) == 1 and not others
        if not alone or all(s.quoted for s in fit) or self.nameless_in >= fit[-1].told_over:
            return Attribution(None, None, Basis.PRONOUN, sure=False)
        return Attribution(fit[-1].name, None, Basis.PRONOUN, sure=True)

    def _only_ever(self, wanted: str | None) -> Attribution:
        """Return the only person whom the text has named, whatever sex the name tells."""
        told = [s for s in self.people if s.leads]
        alone = wanted is not None and len(self.ever) == 1 and bool(told)
        fits = alone and _fits(self.gender(told[-1].name), wanted)
        sure = fits and self.nameless_in < told[0].sentence
        return Attribution(told[-1].name if sure else None, None, Basis.PRONOUN, sure=sure)

    def _turns_to_another(
        self,
        last: Attribution,
        near: list[Seen],
        sentence: int,
        block: int,
        wanted: str | None,
    ) -> bool:
        """Tell whether this paragraph began with somebody else than the last one's speaker."""
        leading = [s for s in near if s.leads and s.sentence == sentence - 1 and s.block == block]
        others = [s for s in leading if s.name != last.speaker]
        named = (
            any(s.gender == wanted for s in others)
            and self.genders.get(last.speaker or "") != wanted
        )
        long_past = sentence - self.spoken_in > _NEAR_SENTENCE
        return bool(others) and (self.spoken_block < block or named or long_past)

    def _only_one(self, wanted: str | None, block: int) -> Attribution:
        """Return the only woman, or man, whom the text has named, if not long ago."""
        fit = {s.name for s in self.people if _fits(s.gender, wanted)}
        if self.topic and _fits(self.gender(self.topic), wanted):
            fit.add(self.topic)
        sure = [s for s in self.people if s.gender == wanted and s.block >= block - _FARTHEST_BLOCK]
        alone = wanted is not None and len(fit) == 1 and not all(s.quoted for s in sure)
        if not alone or self.nameless_in >= sure[-1].told_over:
            return Attribution(None, None, Basis.PRONOUN, sure=False)
        return Attribution(sure[-1].name, None, Basis.PRONOUN, sure=True)

    def _spoken(self, wanted: str | None, block: int) -> Attribution | None:
        last = self.spoken
        if last is None or not last.speaker or not self.is_person or last.basis is Basis.JOINT:
            return None
        if self.spoken_block < block - 1:
            return None
        if not _fits(self.gender(last.speaker, last.role), wanted):
            return None
        return last

    def _of_speaker(
        self, last: Attribution, near: list[Seen], sentence: int, block: int, wanted: str | None
    ) -> Attribution:
        name = last.speaker or ""
        fits = wanted is not None and self.gender(name, last.role) == wanted
        # "Roe said she had feared Lund. 'She is good,' she said.": of whom she told speaks less.
        told = sentence - self.spoken_in == 1 and self.spoken_block == block and last.sure
        unknown = self.gender(name, last.role) is None
        if name[:4].lower() in _THEIRS.get(wanted or "", ()):
            return Attribution(None, None, Basis.PRONOUN, sure=False)  # "her teacher said. She"
        rivals = [
            s
            for s in near
            if s.name != name
            and s.sentence >= self.spoken_in
            and not (s.owns and fits)
            and not (
                told and s.sentence == self.spoken_in and (fits or (unknown and s.gender is None))
            )
        ]
        passed = sentence - self.spoken_in > 1 and self.spoken_block < block
        others = passed and any(s.name != name and s.gender == wanted for s in self.people)
        if rivals or others or (passed and self.is_owned) or self.nameless_in > self.spoken_in:
            return Attribution(None, None, Basis.PRONOUN, sure=False)
        just = [s for s in near if s.name == name and s.sentence == sentence - 1]
        about = any(s.leads or s.owns for s in just)
        known = fits or about or sentence - self.spoken_in == 1
        sure = last.sure and (known or self.spoken_block == block)
        return Attribution(last.speaker, last.role, Basis.PRONOUN, sure=sure)

    def _of_subject(
        self, near: list[Seen], sentence: int, block: int, wanted: str | None
    ) -> Attribution:
        """Read "Hugo Brandt complained. He said ..." where the sentence before is about him."""
        leading = [s for s in near if s.sentence == sentence - 1 and s.leads]
        told = self.spoken if self.spoken_in == sentence - 1 else None
        if told and told.speaker and any(s.name != told.speaker for s in leading):
            return Attribution(None, None, Basis.PRONOUN, sure=False)  # somebody else spoke
        fits = bool(leading) and wanted is not None and leading[0].gender == wanted
        names = {
            s.name
            for s in near
            if (s.sentence == sentence - 1 or (s.block == block and (s.gender or not fits)))
            and not (s.owns and fits)
        }
        if len(names) != 1 or not leading or self.nameless_in >= sentence - 1:
            return Attribution(None, None, Basis.PRONOUN, sure=False)
        seen = leading[0]
        alone = wanted is None and {s.name for s in near} == {seen.name}  # "the 68-year-old"
        sure = seen.gender == wanted or seen.block == block or alone
        return Attribution(seen.name, None, Basis.PRONOUN, sure=sure)


def _fits(gender: str | None, wanted: str | None) -> bool:
    return gender is None or wanted is None or gender == wanted


def gender_by_title(words: str) -> str | None:
    """Return "f" or "m" for what somebody is called: "Mrs", "spokesman", "sister"."""
    return "f" if _WOMEN.search(words) else "m" if _MEN.search(words) else None
