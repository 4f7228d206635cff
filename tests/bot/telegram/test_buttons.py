"""Keyboards as Telegram takes them."""

from bot.ports import Button
from bot.telegram.buttons import keyboard


def test_names_turn_no_letters_of_a_button_about() -> None:
    names = ("\u202eVelden\u202c Post", "\u2067دفتر\u2069", "\u202e\u2066")
    made = keyboard((tuple(Button(name, data="x") for name in names),))
    assert [each["text"] for each in made["inline_keyboard"][0]] == ["Velden Post", "دفتر", "…"]
