## What is owed, for admins

outbox = Messages
outbox-due = due now: { $count }
outbox-unmade = { $count ->
    [one] 1 briefing is due and not written yet
   *[other] { $count } briefings are due and not written yet
  }
outbox-late = late: { $count }
outbox-left = all out in about { $time }
outbox-later = due later: { $count }
outbox-sent = sent: { $count } in the last 24 hours
outbox-failed = failed: { $count } in the last 24 hours
outbox-unknown = fate unknown: { $count }, not sent again unless you decide so
outbox-trouble = #{ $id } { $kind } to { $chat }: { $state }, { $reason }
outbox-decide = Decide one: briefing deliver --resend { $id } (it may arrive twice), or --give-up { $id }.
outbox-resent = { $id } is sent again.
outbox-given-up = { $id } stays as it is.
outbox-empty = Nothing is due.
outbox-no-token = Without a token nothing is sent from here: the bot in the chat page sends what is due.
outbox-bot-sends = A running bot holds this store and sends what is due.
outbox-sending = Sending
button-resend = Send #{ $id } again
button-give-up = Leave #{ $id }
state-failed = failed
state-unknown = fate unknown
kind-answer = answer
kind-context = context
kind-document = document
kind-digest = digest
kind-correction = correction
kind-report = report
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
  }
seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
  }
