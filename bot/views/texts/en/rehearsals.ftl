## Documents and texts given in a chat: received, rehearsed, applied

documents-editors-only = Only editors load documents here, and only in a private chat; nothing of it was kept.
file-too-large = { $name } is larger than { $most } MB, the most that a bot may fetch: split it and send the parts.
file-not-read = I cannot read { $name }: send text, Markdown, a web page, PDF, Word, e-mail, Excel, CSV, JSON or a ZIP of these.
caption-not-read = I read <i>{ $name }</i> itself; the words beside it are not loaded: send them by themselves if they are to be.
forward-empty = There is no text or document in that message that I could load.
link-refused = I do not fetch links: send the page as a file, or paste its text.
link-off = Links are not fetched here: set LOAD_LINKS=on, or save the page and load the file.
link-not-https = I fetch https:// links only: look for the page's secure address, or send it as a file.
link-wrong = This is no link that I can follow: send one like https://example.org/page.
link-unknown-host = There is no host { $host }: look for a slip in the link.
link-not-public = { $host } is not on the open internet, and I fetch nothing inside a network: send the page as a file.
link-not-reached = { $host } cannot be reached: try again later, or send the page as a file.
link-broken = { $host } broke off before the page was whole: try again later, or send the page as a file.
link-certificate = { $host } cannot show that it is itself (its certificate is not valid): send the page as a file.
link-status = { $host } does not hand the page out ({ $status }): open it yourself and send it as a file.
link-redirects = The link leads on more than { $most } times: send the address where it ends.
link-slow = The page took longer than { $seconds } seconds: try again later, or send it as a file.
link-too-large = The page is larger than { $most } MB: save it, split it and send the parts.
link-packed = The page is packed in a way that I cannot unpack: send it as a file.
fetch-failed = Telegram did not hand the file over: please send it again.
text-paste = pasted text
text-forward = forwarded text

fetching = Fetching <i>{ $name }</i> …
reading = Reading <i>{ $name }</i> …
reading-facts = Looking for the facts in <i>{ $name }</i> …
reading-weighing = Weighing <i>{ $name }</i> against what stands …
load-or-ask = <b>Load or ask?</b>
    { $proposed }<i>{ $words }</i>
load-or-ask-from = From { $outlet }, { $day }.
load-refused = <i>{ $name }</i> was not loaded. { $reason }
rows-kept = { $count ->
    [one] The 1 good row is
   *[other] The { $count } good rows are
  } kept apart for a day, and nothing is live: send the corrected file, best as <i>{ $name }</i>, or load { $count ->
    [one] it
   *[other] them
  } without the others.
rows-option = { $count ->
    [one] 1 row is good: load it
   *[other] { $count } rows are good: load them
  } without the others by --good-rows.
rows-discarded = <i>{ $name }</i> was not loaded. Its rows are discarded.
rows-replaced = <i>{ $name }</i> was not loaded. What was sent later takes its place.
load-as-question = Taken as a question, not loaded.
load-known = <i>{ $name }</i> is loaded already: { $day }, by { $actor }.
load-unchanged = Nothing changed.
load-amended = { $name ->
    [published] Published
    [outlet] Outlet
   *[other] Title
  }: now { $after }.
load-known-part = <i>{ $title }</i> · since { $day }, by { $actor }

rehearsal = <b>Rehearsal</b>: nothing changed yet
rehearsal-store-changed = ⚠ The store changed meanwhile: look again.
rehearsal-planned-anew = It was planned anew meanwhile: look again.
rehearsal-revises = Another content of document { $id }, which stands: what differs is marked − and + under All.
rehearsal-anew = Document { $id }, read anew by a later reader.
rehearsal-documents = { $count } documents in <i>{ $name }</i>
rehearsal-forward = { $outlet } (from the forward)
rehearsal-day-open = ⚠ Published on which day? { $words } hangs on it.
rehearsal-day = ⚠ Published on which day?
rehearsal-days-open = ⚠ { $count ->
    [one] 1 document has
   *[other] { $count } documents have
  } no publication date. Which day?
rehearsal-outlet = ⚠ Published by whom?
rehearsal-outlets-open = ⚠ { $count ->
    [one] 1 document has
   *[other] { $count } documents have
  } no outlet. Published by whom?
rehearsal-more = … and { $count } more to look at
rehearsal-answers = Answers { $count ->
    [one] 1 waiting question
   *[other] { $count } waiting questions
  } ({ $people ->
    [one] 1 person
   *[other] { $people } people
  })
rehearsal-sends = Sends { $count ->
    [0] no message
    [one] 1 message
   *[other] { $count } messages
  }
rehearsal-page = <b>{ $title }</b> · { $page } of { $pages }
rehearsal-all = All facts
rehearsal-left-out = … and { $count } more, which do not fit here
rehearsal-another = Another editor than { $name }, who sent it, has to apply it.
rehearsal-from = Sent by { $name }

button-apply = Apply
button-ask-another = Ask another editor
button-fix = { $count ->
    [0] Fix
   *[other] Fix { $count }
  }
button-all = All
button-discard = Discard
button-good-rows = { $count ->
    [one] Load the 1 good row
   *[other] Load the { $count } good rows
  }
button-other = Other
button-unknown = Unknown
button-other-outlet = Other outlet
button-unknown-outlet = Outlet unknown
button-today = Today
button-yesterday = Yesterday
button-label = Who may see it
button-moment = Not before
button-expiry = Ends
button-title = Title
button-in-a-week = In a week
button-in-a-month = In a month
button-never = Never
button-public = Public
button-internal = Internal
button-restricted = Restricted
button-tomorrow = Tomorrow 09:00
button-other-moment = Other moment
button-at-once = At once
button-live-now = Live now
button-golden = Golden { $count }
button-change-day = Date
button-change-outlet = Outlet
button-load = Load
button-ask = Ask
button-open = Open { $id }
button-open-statement = Statement { $id }
button-undo = Undo
button-undo-tell = { $count ->
    [one] Undo and tell 1 chat
   *[other] Undo and tell { $count } chats
  }
button-undo-quietly = Undo, tell nobody

type-day = Type the day of publication of <i>{ $name }</i>, like <code>9 Nov 2022</code> or <code>2022-11-09</code>.
type-moment = Type the moment before which nobody sees <i>{ $name }</i>, like <code>1 Dec 2026 09:00</code>.
type-expiry = Type the moment at which <i>{ $name }</i> ends, like <code>1 Dec 2026 09:00</code>.
type-title = Type the title of <i>{ $name }</i>.
title-too-long = That is too long for a title.
moment-unread = “{ $typed }” is no date with a time: type it like <code>1 Dec 2026 09:00</code>.
moment-past = That moment is over: type a later one.
more-title = <b>More</b> about <i>{ $name }</i>
more-label = Who may see it: { $label }
more-label-none = as now; what is new: everybody (public)
more-moment = Not before: { $moment }
more-moment-none = at once, when it is applied
more-expiry = Ends: { $moment }
more-expiry-none = never
expiry-before = It would end before anybody sees it: choose a later end, or an earlier beginning.
label-public = everybody (public)
label-internal = internal
label-restricted = restricted
moment-written = { $day }, { $time } ({ $zone })
type-outlet = Type who published <i>{ $name }</i>.
day-unread = “{ $typed }” is no full date: type it like <code>9 Nov 2022</code>.
day-future = { $day } lies in the future: type the day of publication.
outlet-too-long = That is too long for the name of an outlet.

held = <b>Held back</b> by { $actor }: <i>{ $name }</i>. Nobody sees it before its moment.
held-elsewhere = <b>Held back</b>: <i>{ $name }</i>. Nobody sees it before its moment.
note-held = Held back.
note-live = Live.
applied-head = <b>Applied</b> by { $actor }
applied-counts = { $facts ->
    [one] 1 fact stands
   *[other] { $facts } facts stand
  }{ $ended ->
    [0] { "" }
    [one] , 1 ended
   *[other] , { $ended } ended
  }
applied-answered = { $count ->
    [one] 1 person who waited is answered
   *[other] { $count } people who waited are answered
  }
applied-told = { $count ->
    [one] 1 chat is told what changed
   *[other] { $count } chats are told what changed
  }
applied-undo = Can be undone within a day.
applied-elsewhere = <b>Applied</b>: <i>{ $name }</i>
undo-asked = { $count ->
    [one] 1 chat was
   *[other] { $count } chats were
  } shown facts of it. Undo it, and tell them?
undone = <b>Undone</b> by { $actor }: <i>{ $name }</i>
    { $withdrawn ->
    [one] 1 fact is withdrawn
   *[other] { $withdrawn } facts are withdrawn
  }, { $returned ->
    [0] none stands again
    [one] 1 stands again
   *[other] { $returned } stand again
  }; { $told ->
    [0] nobody is told
    [one] 1 chat is told
   *[other] { $told } chats are told
  }.
undone-elsewhere = <b>Undone</b>: <i>{ $name }</i>
undo-too-late = It was applied more than a day ago: from the command line, briefing undo { $load } still takes it back.
discarded = <b>Discarded</b> by { $actor }: <i>{ $name }</i>. Nothing of it is kept.
discarded-elsewhere = <b>Discarded</b>: <i>{ $name }</i>. Nothing of it is kept.

note-applied = Applied.
note-discarded = Discarded.
note-undone = Undone.
note-decided = { $actor } has decided that already.
load-is = Load { $load } is { $state } already.
note-is-held = It is held back until its moment: let it live now, or discard it.
note-load-hidden = This load is for people who may see more than you: an admin says who may see what.
load-hidden = This load is for people who may see more than you.
load-hidden-since = Load { $load } cannot be applied any more as it was read: send its file again.
note-planning = It is being read: a moment, please.
note-asked = { $count ->
    [0] There is no other editor who could apply it.
    [one] Shown to 1 other editor.
   *[other] Shown to { $count } other editors.
  }
note-needs-another = Another editor has to apply it.

loads = <b>To decide</b>
loads-none = Nothing waits for a decision. Send me a document, forward a post or paste a text.
loads-row = <b>{ $id }</b>  <i>{ $name }</i> · { $actor }, { $day }
loads-statement = <b>Statement { $id }</b>  “{ $words }” · { $actor }, { $day }
