"""What is documented is there, and what is there is documented."""

from pathlib import Path

import pytest

from bot.__main__ import VERBS, load_verb
from bot.settings import setting_names

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", setting_names())
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs/settings.md").read_text()


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_has_help(verb: str) -> None:
    assert load_verb(verb).help


def test_lock_holds_no_address() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text()
    assert "@" not in (ROOT / "requirements.lock").read_text()


def test_bundled_documents_have_their_particulars() -> None:
    folder = ROOT / "facts/library"
    texts = sorted(folder.glob("*.txt"))
    assert texts
    assert [t.name for t in texts if not (folder / f"{t.name}.json").exists()] == []
