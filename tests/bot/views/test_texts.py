"""The texts: every key that the code says exists in every language, and none is idle."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.views.texts import languages, say

ROOT = Path(__file__).parents[3]
SOURCES = [file for part in ("bot", "db") for file in (ROOT / part).rglob("*.py")]


def written(language: str) -> list[str]:
    files = (ROOT / "bot/views/texts" / language).glob("*.ftl")
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return re.findall(r"^([a-z][a-z0-9-]*) =", text, re.MULTILINE)


def keys(language: str) -> set[str]:
    return set(written(language))


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def said() -> set[str]:
    """Return keys as the code has them; an f-string's holes become `*`."""
    found = re.findall(r"""say\(\s*f?["']([^"']+)["']""", "".join(map(read, SOURCES)))
    return {re.sub(r"\{[^}]*\}", "*", key) for key in found}


def matches(pattern: str, key: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), key) is not None


@pytest.mark.parametrize("language", languages())
def test_every_key_said_exists(language: str) -> None:
    missing = [key for key in said() if not any(matches(key, known) for known in keys(language))]
    assert missing == []


def test_every_text_is_said_somewhere() -> None:
    named = set(re.findall(r"""["']([a-z][a-z0-9-]*)["']""", "".join(map(read, SOURCES))))
    idle = [key for key in keys("en") - named if not any(matches(each, key) for each in said())]
    assert idle == []


def holes(language: str) -> dict[str, set[str]]:
    """Return which values each text needs."""
    files = (ROOT / "bot/views/texts" / language).glob("*.ftl")
    text = "\n".join(read(file) for file in files)
    parts = re.split(r"^([a-z][a-z0-9-]*) =", text, flags=re.MULTILINE)[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {key: set(re.findall(r"\$([a-z_]+)", value)) for key, value in pairs}


def given(file: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield the keys that are said by their whole names, with the values given to each."""
    for node in ast.walk(ast.parse(read(file))):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"):
            continue
        named = {name for keyword in node.keywords for name in names(keyword)}
        if isinstance(node.args[0], ast.Constant) and None not in named:
            yield node.args[0].value, {name for name in named if name}


def names(keyword: ast.keyword) -> list[str | None]:
    """Return the names that a call is given: those of a dictionary written out there too."""
    if keyword.arg is None and isinstance(keyword.value, ast.Dict):
        return [key.value if isinstance(key, ast.Constant) else None for key in keyword.value.keys]
    return [keyword.arg]


@pytest.mark.parametrize("language", languages())
def test_every_text_is_given_the_values_that_it_needs_and_no_other(language: str) -> None:
    needed = holes(language)
    wrong = [
        (file.name, key, values, needed[key])
        for file in SOURCES
        for key, values in given(file)
        if values != needed[key]
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_no_key_is_written_twice(language: str) -> None:
    """Only one of two would be shown, whichever file comes first."""
    assert [key for key, count in Counter(written(language)).items() if count > 1] == []


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(LookupError):
        say("no-such-key")


def test_unknown_language_reads_english() -> None:
    assert say("button-context", "tlh") == say("button-context")
