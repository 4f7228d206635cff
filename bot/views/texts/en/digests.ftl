## A digest

digest-head = <b>{ $topics }</b> · { $counts }
digest-topic = <b>{ $topic }</b>
digest-new = <b>New</b>
digest-standing = <b>What stands so far</b>
digest-changed-corrected = <b>Corrected</b> · { $seen }
digest-changed-updated = <b>Updated</b> · { $seen }
digest-changed-differs = <b>Another source differs</b> · { $seen }
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
digest-no-document = none yet
digest-may-miss = ⚠ It is not known whether your last briefing reached you.
button-more = and { $count } more
button-repeats = { $count ->
    [one] 1 repeat
   *[other] { $count } repeats
  }
button-again = Show it again
button-silent = Stay silent
button-each-time = Tell me each time
