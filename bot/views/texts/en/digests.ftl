## A digest

digest-head = <b>{ $topics }</b> · { $counts }
digest-topic = <b>{ $topic }</b>
digest-new = <b>New</b>
digest-standing = <b>What stands so far</b>
digest-changed-corrected = <b>Corrected</b> · { $seen }
digest-changed-updated = <b>Updated</b> · { $seen }
digest-changed-differs = <b>Another source differs</b> · { $seen }
digest-mended = <b>Put right</b> · { $seen }
digest-withdrawn = <b>Withdrawn</b> · { $seen }
digest-withdrawn-reason = no longer stands: { $reason }
digest-count-mended = { $count } put right
digest-count-withdrawn = { $count } withdrawn
mended-words = “{ $words }”:
mended-date = Date:
mended-open = not known
digest-seen = you saw this { $day }
digest-today = today
digest-on = on { $day }
digest-document = <i>{ $title }</i> · { $outlet } · { $day }
digest-day-unknown = date unknown
digest-not-before = not before { $day }
digest-not-after = not after { $day }
digest-count-corrected = { $count } corrected
digest-count-updated = { $count } updated
digest-count-differs = { $count } { $count ->
    [one] differs
   *[other] differ
  }
digest-count-new = { $count } new
digest-count-standing = { $count ->
    [one] 1 fact to begin with
   *[other] { $count } facts to begin with
  }
digest-narration = the document's words
digest-reason = “{ $reason }”
digest-empty = Nothing new on { $topics }. Last document: { $day }.
digest-empty-undated = Nothing new on { $topics }.
digest-may-miss = ⚠ It is not known whether your last briefing reached you.
button-and-more = and { $count } more
button-and-more-still = and { $count }+ more
button-repeats = { $count ->
    [one] 1 repeat
   *[other] { $count } repeats
  }
button-again = Show it again
button-silent = Stay silent
button-each-time = Tell me each time
## A briefing on a topic

brief-head = <b>{ $topic }</b> · { $count ->
    [one] 1 fact stands
   *[other] { $count } facts stand
  }{ $since }
brief-newest = The newest { $shown } of them follow.
brief-since = {" "}in documents since { $day }
brief-heard = Heard: { $names }
brief-mentioned = Mentioned only: { $names }
brief-nobody = nobody
brief-nothing = Nothing stands on { $topic }{ $since }.
brief-page = Page { $page } of { $of }
brief-which = Which topic? Type <code>/brief</code> and a topic, or press one.
brief-unknown = I have no topic like “{ $typed }”. These are there:
brief-since-unread = I could not read “{ $typed }” as a date: write it like 2026-11-07 or 7 Nov 2026.
button-next = Next ▸
button-previous = ◂ Back
digest-silent = From now on I stay silent when there is nothing new.
digest-each-time = From now on I say so each time there is nothing new.
digest-more = <b>What did not fit</b>
digest-repeats = <b>Repeats of what you have seen</b>
digest-gone = These facts no longer stand.

## Who is briefed when, for admins

forecast-subscriptions = Subscriptions: { $counts }
forecast-digests = Briefings of the last 24 hours: { $counts }
forecast-next = Next briefing: { $when } UTC
forecast-none = none
digests-owed = with news { $count }
digests-empty = without { $count }
digests-skipped = too late { $count }
forecast-empty = Nothing new.
