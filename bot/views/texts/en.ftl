## An answer

read-as = Read as: <i>{ $question }</i>
narration = The document's words; nobody quoted
photo-caption = Photo caption
as-given = As given in the table; no speaker named
speaker-uncertain = Somebody is quoted or reported; speaker uncertain
speaker-quote = { $speaker }, quoted
speaker-indirect = { $speaker }, as reported
speaker-joint = { $speaker }, jointly
speaker-label = { $speaker }
speaker-pronoun = { $speaker }, as reported
speaker-given = { $speaker }
meant-day = {" "}({ $day })
open-day = {" "}({ $published })
leans-on = Before it: <i>{ $words }</i>
columns = Columns: <i>{ $words }</i>
lead-in = Under: <i>{ $words }</i>
also-in = { $count ->
    [one] also in 1 other document
   *[other] also in { $count } other documents
  }
no-longer-stands = ⚠ This no longer stands.

## A document

untitled = untitled document { $id }
outlet-unknown = outlet unknown
published = Published: { $day }
published-unknown = Published: unknown
published-not-before = Published: unknown, not before { $day }
published-not-after = Published: unknown, not after { $day }
published-between = Published: unknown, between { $from } and { $to }
document = <b>{ $title }</b>
    Outlet: { $outlet }
    { $published }
    Document { $id }
document-facts = { $count ->
    [one] 1 fact stands in it
   *[other] { $count } facts stand in it
  }
document-link = Open the original

## Choices and silence

choice = I am not sure which of these answers you:
choice-of-one = I am not sure that this answers you:
nothing = <b>Nothing on that</b> in the { $count ->
    [one] one document
   *[other] { $count } documents
  } I have.
not-given = <b>Not given.</b> The documents speak of the subject, but not of what you asked. The nearest:
no-words = I look for words: ask with a few of them, for example “Where did the ministers meet?”
empty-store = There are no documents yet. An admin loads them with: briefing load FILE --apply
question-too-long = That is longer than a question: ask in up to { $most } characters. (Loading texts in chat is not possible yet: admins load them from the command line.)
evidence-broken = I found a fact, but its stored document no longer matches its seal, so I will not quote it. An admin has to look at it.
nothing-chosen = Noted: none of those was it. Ask in other words, or take it that I have not found it.
asked = <i>{ $question }</i>
outlet-not-known = unknown

## Buttons

button-context = Context
button-document = Document
button-up = 👍
button-down = 👎
button-none = None of these
button-yes = Yes, this
button-no = No

## What a press tells

thanks-up = Thank you, noted.
thanks-down = Noted as not helpful. Thank you.
button-expired = This button no longer leads anywhere: ask again.

## Commands

command-ask = Ask a question (needed in groups)
command-start = What I am
command-help = How to ask
command-settings = Your settings
command-about = What I know, and how sure I am
command-privacy = What I keep about you
start = <b>I answer from this desk's own documents, word for word.</b>

    Type a question. I quote the sentence that answers it, with whose words they are, and the document. If the documents do not say, I say so.

    { $examples }
start-examples = Documents: { $titles }
start-empty = There are no documents yet.
help = <b>How to ask</b>
    Type a question in your own words; typos are fine: I say how I read them.
    A few words are enough: <i>foreign ministers meeting</i>

    In a group write <code>/ask</code> before it, or reply to one of my messages.

    <b>What comes back</b>
    The fact that answers, exactly as its document has it, with the answering words in bold. <b>Context</b> shows the passage around it, <b>Document</b> where it is from.
    Not sure: up to three to choose from.
    Nothing: I say so. I never guess, and I never write an answer of my own.
help-admin = <b>For admins</b>
    Documents are loaded from the command line:
    <code>briefing load FILE</code> shows what would change, <code>briefing load FILE --apply</code> loads it.
    <code>briefing doctor</code> checks the store.
about = <b>Briefing bot { $version }</b>
    { $documents ->
        [one] 1 document
       *[other] { $documents } documents
    }, { $facts ->
        [one] 1 fact
       *[other] { $facts } facts
    }. Newest document: { $newest }.
    Every answer is quoted from a stored document and checked against its SHA-256 when it is sent. No language model is used.
about-none = none
about-unknown = of unknown date
privacy = <b>What I keep</b>
    Your Telegram id, name and language; your questions and the answers you were given, so that corrections can reach you; your 👍 and 👎.
    I keep no phone number and read nothing but what you send me. Nothing goes to anyone but Telegram.
    To have it deleted, ask the people who run this bot.
settings = <b>Your settings</b>
    Language: { $language }
    Role: { $role }
    Your Telegram id: <code>{ $id }</code>
settings-language-unknown = not given by Telegram
unknown-command = I do not know that command. Just type your question, or see /help.
not-text = I can read typed questions only. Please type it in a few words.
not-let-in = This bot answers invited people only. Give your id <code>{ $id }</code> to the people who run it.
claim-done = You are an admin now.
claim-wrong = That code is not valid. The right one is in the terminal where the bot runs.
failed = Something went wrong on my side; it was written to the log. Please try again.
admins-only = Only admins can do that.
role-reader = reader
role-editor = editor
role-admin = admin

## For admins

command-documents = What is loaded
command-delivery = What was sent, failed or is unknown
documents = <b>Documents</b>, newest first
deliveries = <b>Messages of the last 24 hours</b>
deliveries-none = none
state-pending = waiting
state-leased = about to be sent
state-sending = being sent
state-sent = sent
state-failed = failed
state-unknown = fate unknown, not sent again

## For the terminal

nothing-plain = Nothing on that in the documents.
not-given-plain = Not given. The documents speak of the subject, but not of what you asked. The nearest:
untitled-plain = untitled
fact-new = new
fact-repeat = stands already as fact { $id }
more-facts = … and { $count } more facts
doubt-undated = publication date unknown: give --published YYYY-MM-DD
doubt-undated-words = publication date unknown: give --published YYYY-MM-DD; until then { $words } stay as written
doubt-speakers = { $count ->
    [one] somebody speaks and we are not sure who
   *[other] somebody speaks and we are not sure who, { $count } times
  }: { $numbers }
