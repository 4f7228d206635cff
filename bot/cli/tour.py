"""The first steps that the chat page offers: what the bundled article answers, and what not."""

from importlib.resources import files

from bot.sandbox.server import ADMIN_ID, READER_ID, Step

EXAMPLE = "commission-revises-toll.txt"


def first_steps() -> tuple[Step, ...]:
    """Return the steps of the guided start, in the order in which they are offered."""
    content = files("bot.cli.examples").joinpath(EXAMPLE).read_bytes()
    return (
        Step("morning", READER_ID, "On to the next morning", "See the first briefing",
             tomorrow="08:00", after="subscribe"),
        Step("figure", READER_ID, "How many people were killed in September?", "Ask",
             "How many people were killed in September?"),
        Step("slips", READER_ID, "Where were the trilatral talks in October?", "Ask, with slips",
             "Where were the trilatral talks in October?"),
        Step("person", READER_ID, "What did Aliyev welcome?", "Ask about a person",
             "What did Aliyev welcome?"),
        Step("unknown", READER_ID, "Who won the football final?", "Not in the documents",
             "Who won the football final?"),
        Step("subscribe", READER_ID, "Subscribe to a topic", "Be briefed",
             "/subscribe"),
        Step("load", ADMIN_ID, "Load an invented follow-up article", "Load a document",
             file=EXAMPLE, content=content),
    )  # fmt: skip
