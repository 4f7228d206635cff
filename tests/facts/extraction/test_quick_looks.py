"""What is looked for first, for speed, hides nothing that the patterns behind it would find."""

import re

import pytest

from facts.extraction import byplace, momentrule, moments, nametokens, placeclues, saying, teamclues
from facts.extraction.signs import holds, words_in
from facts.extraction.speech import verbs
from tests.golden import HERE

FOLDERS = (HERE, HERE / "eighth", HERE / "twelfth", HERE / "nineteenth")
LINES = [
    line
    for folder in FOLDERS
    for path in sorted(folder.glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line.strip()
]


def test_cuts_a_text_into_words_of_plain_letters() -> None:
    assert words_in("The U.S.-led half-time café, it's 5pm") == frozenset(
        {"the", "u", "s", "led", "half", "time", "caf", "it", "pm"}
    )


def test_finds_every_verb_of_speech_of_the_whole_pattern() -> None:
    found = [[verb.span() for verb in verbs(line)] for line in LINES]
    assert found == [[verb.span() for verb in saying.VERB.finditer(line)] for line in LINES]
    assert sum(map(len, found)) > len(LINES) / 4


def test_reads_plain_runs_of_names_as_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = [[*nametokens.runs(line)] for line in LINES]
    monkeypatch.setattr(nametokens, "_PLAIN_RUN", re.compile(r"(?!)"))
    assert quick == [[*nametokens.runs(line)] for line in LINES]


def test_hides_no_moment_from_a_rule() -> None:
    tried = 0
    for line in LINES:
        kinds = momentrule.present(line, line.lower())
        for rule in moments._rules_for(kinds):
            if any(match.group() for match in rule.compiled.finditer(line)):
                tried += 1
                assert not rule.any_word or not rule.any_word.isdisjoint(words_in(line)), line
                assert not rule.words or holds(line.lower(), rule.words), line
    assert tried > len(LINES) / 4


@pytest.mark.parametrize(
    "text",
    ["crews left ", "They fled the ", "troops re-entered ", "in neighbouring ", "it borders "],
)
def test_knows_the_words_of_places_that_are_moved_to(text: str) -> None:
    assert placeclues.MOVED_TO.search(text)
    assert not placeclues.MOVES.isdisjoint(words_in(text))
    assert byplace.by_place(f"{text}Orvanda", len(text), len(text) + 7, ["Orvanda"])


@pytest.mark.parametrize("word", ["nearby", "southern", "north-east", "central", "neighbouring"])
def test_knows_the_words_of_parts_of_a_place(word: str) -> None:
    assert placeclues.PARTS_OF.search(f"{word} ")
    assert word.endswith(placeclues.PARTS)


@pytest.mark.parametrize(
    "text", ["at half-time", "a play-off", "top of the table", "equalised late", "two wickets fell"]
)
def test_knows_the_words_of_sport(text: str) -> None:
    assert teamclues._is_of_sport(text)
    assert not teamclues._is_of_sport("The mayor opened the school.")
