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

## Beside an answer

about-question = About: <i>{ $question }</i>
as-of = As of { $day }:
as-of-unknown = As of a document of unknown date ({ $published }):
age-years = { $count ->
    [one] 1 year old
   *[other] { $count } years old
  }
age-months = { $count } months old
completes = And with it:
updated = It is newer than this figure, which stood before:
updated-because = It is newer than this figure, which stood before (“{ $reason }”):
corrected = ⚠ It corrects this, which no longer stands:
corrected-because = ⚠ It corrects this, which no longer stands (“{ $reason }”):
conflict = <b>The documents differ.</b> I show them side by side and choose none.
said = <b>{ $first }–{ $last } of { $count }</b>, in the order of the documents
said-closest = <b>{ $first }–{ $last } of { $count }</b>, the closest first, then in the order of the documents
more = More on this:
no-more = That is all I have on this.
