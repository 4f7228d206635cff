"""The sandbox refuses what Telegram refuses, in its words."""

import json
from typing import Any

import httpx
import pytest

from bot.sandbox.server import ADMIN_ID, READER_ID, Sandbox
from bot.sandbox.world import GROUP_ID
from tests.sandbox.conftest import Call
from tests.sandbox.person import Person

CHAT = {"chat_id": READER_ID}


def keys(*buttons: Any) -> dict[str, Any]:
    return {**CHAT, "text": "x", "reply_markup": {"inline_keyboard": [list(buttons)]}}


def entity(**fields: Any) -> dict[str, Any]:
    return {**CHAT, "text": "hello", "entities": [{"type": "bold", "offset": 0, **fields}]}


def html(text: str) -> dict[str, Any]:
    return {**CHAT, "text": text, "parse_mode": "HTML"}


BUTTON = "can't parse inline keyboard button:"
REFUSED = [
    ({}, "message text is empty"),
    ({"text": "x"}, "chat_id is empty"),
    ({"text": "", **CHAT}, "message text is empty"),
    ({"text": " \n ", **CHAT}, "text must be non-empty"),
    (html("<b> </b>"), "text must be non-empty"),
    ({"text": "x", "chat_id": 5}, "chat not found"),
    ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
    ({"text": "x", "chat_id": ADMIN_ID}, "chat not found"),
    ({"text": "x" * 4097, **CHAT}, "message is too long"),
    ({"text": "x", "parse_mode": "BB", **CHAT}, "unsupported parse_mode"),
    (html("<p>"), 'can\'t parse entities: Unsupported start tag "p" at byte offset 0'),
    (html("1 < 2"), 'can\'t parse entities: Unsupported start tag "" at byte offset 2'),
    (html("é<b>x"), 'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
    (entity(length=9), "entity beginning at UTF-16 offset 0 ends after the end of the text "
                       "at UTF-16 offset 9"),
    (entity(offset=100, length=1),
     "entity begins after the end of the text at UTF-16 offset 100"),
    (entity(offset=-1, length=1), "receive an entity with incorrect offset -1"),
    (entity(length=1, type="none"), "can't parse MessageEntity: Unsupported type specified"),
    (entity(length=1, type="text_link"), 'can\'t parse MessageEntity: Can\'t find field "url"'),
    (entity(length=1, type="text_link", url="x"), "entity URL 'x' is invalid: Wrong HTTP URL"),
    (entity(length=1, type="text_mention", user={"id": 1}), "user not found"),
    (keys({"text": "x", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
    (keys({"text": "x"}), f"{BUTTON} Text buttons are unallowed in the inline keyboard"),
    (keys({"text": "x", "callback_data": ""}),
     f"{BUTTON} Text buttons are unallowed in the inline keyboard"),
    (keys({"callback_data": "x"}), f'{BUTTON} Can\'t find field "text"'),
    (keys({"text": 1, "callback_data": "x"}), f'{BUTTON} Field "text" must be of type String'),
    (keys({"text": "x", "url": "not-a-url"}),
     "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL"),
    (keys({"text": "x", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
    (keys({"text": "x", "copy_text": {"text": "x" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
    (keys({"text": "x", "pay": True}), "BUTTON_TYPE_INVALID"),
    (keys(*[{"text": "x", "callback_data": "x"}] * 101), "reply markup is too long"),
    ({**CHAT, "text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({**CHAT, "text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
    ({**CHAT, "text": "x", "reply_markup": {"inline_keyboard": "bad"}},
     'field "inline_keyboard" must be of type Array'),
    ({**CHAT, "text": "x", "reply_parameters": {"message_id": 999}},
     "message to be replied not found"),
    ({**CHAT, "text": "x", "reply_parameters": {"quote": "x"}}, 'can\'t find field "message_id"'),
    ({**CHAT, "text": "x", "message_thread_id": 9}, "message thread not found"),
    ({**CHAT, "text": "x", "link_preview_options": {"url": "not-a-url"}}, "WEBPAGE_URL_INVALID"),
    ({**CHAT, "text": "x", "link_preview_options": {"is_disabled": "yes"}},
     'field "is_disabled" must be of type Boolean'),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), REFUSED, ids=[words for _, words in REFUSED])
async def test_message_is_refused(
    started: Person, call: Call, fields: dict[str, Any], words: str
) -> None:
    refusal = await call("sendMessage", **fields)
    assert refusal == {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"}


ACCEPTED = [
    ({"text": "x" * 4096, **CHAT}, "x" * 4096),
    (html("<b>" + "&amp;" * 4096 + "</b>"), "&" * 4096),
    ({"text": "😀" * 4096, **CHAT}, "😀" * 4096),
    (keys({"text": "x", "callback_data": "x" * 64}), "x"),
    (html("<a href='foo'>no link</a>"), "no link"),
    ({**CHAT, "text": " a \r\n", "disable_notification": True, "unheard_of": 1}, "a"),
    ({**CHAT, "text": "x", "reply_to_message_id": 99, "allow_sending_without_reply": "true"}, "x"),
    ({"chat_id": str(READER_ID), "text": "x", "parse_mode": ""}, "x"),
]


@pytest.mark.parametrize(("fields", "text"), ACCEPTED)
async def test_message_is_accepted(
    started: Person, call: Call, fields: dict[str, Any], text: str
) -> None:
    assert (await call("sendMessage", **fields))["result"]["text"] == text


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
EDITS = [
    ("editMessageText", {"message_id": 2, "text": "same"}, NOT_MODIFIED),
    ("editMessageText", {"message_id": 9, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"message_id": 1, "text": "x"}, "message can't be edited"),
    ("editMessageText", {"message_id": 3, "text": "x"}, "there is no text in the message to edit"),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("editMessageReplyMarkup", {"message_id": 2}, NOT_MODIFIED),
    ("deleteMessage", {"message_id": 9}, "message to delete not found"),
    ("setMessageReaction", {"message_id": 9}, "message to react not found"),
    ("setMessageReaction", {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "x"}]},
     "REACTION_INVALID"),
    ("sendChatAction", {"action": "juggling"}, "wrong parameter action in request"),
    ("answerCallbackQuery", {"callback_query_id": "1"},
     "query is too old and response timeout expired or query ID is invalid"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    ("answerCallbackQuery", {"callback_query_id": "1", "url": "https://example.com"},
     "URL_INVALID"),
    ("editMessageText", {"inline_message_id": "a", "text": "x"}, "MESSAGE_ID_INVALID"),
    ("setMessageReaction", {"message_id": 1, "reaction": [{"emoji": "👍"}]},
     'can\'t parse reaction type: Can\'t find field "type"'),
    ("setMessageReaction", {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}] * 2},
     "REACTIONS_TOO_MANY"),
    ("sendMessage", {"text": "x", "message_effect_id": "big"},
     "invalid message effect identifier specified"),
    ("sendMessage", {"text": "x", "business_connection_id": "b"},
     "business connection not found"),
    ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 2, "quote": "other"}},
     "QUOTE_TEXT_INVALID"),
    ("getChatMember", {"user_id": 5}, "invalid user_id specified"),
    ("getChatAdministrators", {}, "there are no administrators in the private chat"),
    ("leaveChat", {}, "chat member status can't be changed in private chats"),
    ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
    ("sendDocument", {}, "there is no document in the request"),
    ("setMyCommands", {"commands": [{"command": "No", "description": "x"}]},
     "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": f"a{i}", "description": "x"} for i in range(101)]},
     "BOT_COMMANDS_TOO_MUCH"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": ADMIN_ID}},
     "chat not found"),
    ("setWebhook", {"url": "http://x.com"},
     "bad webhook: An HTTPS URL must be provided for webhook"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "fields", "words"), EDITS)
async def test_deed_is_refused(
    started: Person, call: Call, sandbox: Sandbox, method: str, fields: Any, words: str
) -> None:
    await call("sendMessage", **CHAT, text="same")
    chat = sandbox.world.chats[READER_ID]
    sandbox.world.new_message(chat, sandbox.world.bot, {"document": {"file_id": "x"}})
    refusal = await call(method, **CHAT, **fields)
    assert refusal["description"] == f"Bad Request: {words}"


async def test_caption_is_limited(started: Person, sandbox: Sandbox, http: Any) -> None:
    files = {"document": ("a.txt", b"abc")}
    form = {**CHAT, "caption": "x" * 1025}
    answer = await http.post(f"/bot{sandbox.token}/sendDocument", data=form, files=files)
    assert answer.json()["description"] == "Bad Request: message caption is too long"


async def test_callback_is_answered_once(started: Person, call: Call, sandbox: Sandbox) -> None:
    sent = await call("sendMessage", **keys({"text": "x", "callback_data": "go"}))
    await started.press(await started.next_message(), "x")
    [_, update] = (await call("getUpdates"))["result"]
    query = update["callback_query"]
    assert query["data"] == "go"
    assert query["chat_instance"]
    assert query["message"] == sent["result"]
    assert (await call("answerCallbackQuery", callback_query_id=query["id"]))["result"] is True
    assert (await call("answerCallbackQuery", callback_query_id=query["id"]))["ok"] is False


async def test_big_file_may_come_but_not_be_fetched(
    started: Person, call: Call, sandbox: Sandbox
) -> None:
    big = await started.send_document("big.bin", b"x" * (20 * 1024 * 1024 + 1))
    refusal = await call("getFile", file_id=big.raw["document"]["file_id"])
    assert refusal["description"] == "Bad Request: file is too big"


async def test_members_are_told_apart(call: Call, sandbox: Sandbox) -> None:
    sandbox.world.chats[GROUP_ID].bot_out = ""
    ids = (READER_ID, ADMIN_ID, sandbox.world.bot["id"])
    asked = [await call("getChatMember", chat_id=GROUP_ID, user_id=id_) for id_ in ids]
    statuses = [answer["result"]["status"] for answer in asked]
    assert statuses == ["member", "creator", "member"]
    [owner] = (await call("getChatAdministrators", chat_id=GROUP_ID))["result"]
    assert owner["user"]["first_name"] == "Ada"
    assert (await call("getChatMemberCount", chat_id=GROUP_ID))["result"] == 3
    assert (await call("leaveChat", chat_id=GROUP_ID))["result"] is True
    assert (await call("sendMessage", chat_id=GROUP_ID, text="x"))["error_code"] == 403


async def test_old_message_can_no_longer_be_taken_back(
    started: Person, call: Call, sandbox: Sandbox
) -> None:
    sent = (await call("sendMessage", **CHAT, text="x"))["result"]
    sandbox.world.move_on(49 * 3600)
    refusal = await call("deleteMessage", **CHAT, message_id=sent["message_id"])
    assert refusal["description"] == "Bad Request: message can't be deleted for everyone"


async def test_wrong_token_and_method_are_told(http: httpx.AsyncClient, call: Call) -> None:
    answer = await http.get("/bot1:wrong/getMe")
    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")
    assert (await call("sendNothing"))["description"] == "Not Found: method not found"


async def test_parameters_come_by_query_form_and_json(
    sandbox: Sandbox, started: Person, http: httpx.AsyncClient
) -> None:
    url = f"/bot{sandbox.token}/SENDMESSAGE"
    markup = json.dumps({"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]})
    fields = {**CHAT, "text": "a+b & ü", "reply_markup": markup}
    answers = [
        await http.get(url, params=fields),
        await http.post(url, data=fields),
        await http.post(url, json=fields),
        await http.post(url, files={name: (None, str(value)) for name, value in fields.items()}),
    ]
    assert [a.json()["result"]["text"] for a in answers] == ["a+b & ü"] * 4
    assert (await started.next_message()).buttons == ["x"]


async def test_unknown_parameters_are_logged(
    started: Person, call: Call, http: httpx.AsyncClient
) -> None:
    await call("sendMessage", **CHAT, text="x", tex="y")
    calls = (await http.get("/control/calls")).json()
    assert calls[-1]["ignored"] == ["tex"]
