## Marks on messages that were sent before

mark-corrected = ⚠ Corrected on { $day }, see below: <i>“{ $words }”</i>
mark-withdrawn = ⚠ Withdrawn on { $day }, see below: <i>“{ $words }”</i>
mark-mended = ⚠ Put right on { $day }, see below: <i>“{ $words }”</i>
mark-returned = ↩ Stands again since { $day }: <i>“{ $words }”</i>

## The desk's own statements

desk-outlet = The desk
desk-correction = Correction by the desk
desk-statement = Statement of the desk
statement-stored = These very words of this moment are stored already: look at the newest documents.
statement-empty = Write the words as they should be quoted: there is no word in them.
statement-long = A statement has up to { $most } characters: say it in fewer, or load it as a document.
statement-zero = There is a zero character in the words: take it out.

## Why a fact cannot be taken back

correct-no-fact = There is no fact { $id }.
correct-ended = Fact { $id } no longer stands: there is nothing to correct.
correct-withdrawn-before = Fact { $id } was withdrawn already: { $reason }
correct-corrected-before = Fact { $id } was corrected already, by fact { $later } ({ $reason }): correct that one.
correct-itself = A fact cannot be corrected by itself.
correct-hidden = Fewer people may see fact { $by } than fact { $id }: who was shown that could not be told. Write the right words, or withdraw it.
correct-same-words = These are the words that it has: write the right ones.
correct-nothing-to-undo = No editor has corrected or withdrawn fact { $id }.
correct-undo-late = That was more than a day ago: state it anew, or point to another fact.
reason-empty = Give a reason: those who were shown the fact will read it.
reason-long = A reason has up to { $most } characters.

## A fact that stands again

stands-again = <b>Stands again</b> · it was taken back by mistake

## Taken back before it was sent

answer-overtaken = ⚠ What I was about to quote no longer stands. Ask again to hear what does.
answer-overtaken-because = ⚠ What I was about to quote no longer stands: { $reason }. Ask again to hear what does.
item-withdrawn = <i>Withdrawn before it was sent.</i>
item-standing = <i>It stands: a withdrawal was taken back before it was sent.</i>

## Taking a fact back, for editors

correct-how = Reply to a message of mine with <code>/correct</code> or <code>/withdraw</code>, or name a fact: <code>/correct 17 The right words. Reason: miscounted</code>, <code>/correct 17 by 23 Reason: miscounted</code>, <code>/withdraw 17 Reason: never happened</code>.
correct-nothing-shown = That message shows no fact of a document.
correct-which = Which of these?
correct-type-words = Type the right words, as they will be quoted: a note of the desk, signed and dated.
correct-type-reason = Type the reason: everybody who was shown the fact will read it.
correct-fact = Fact { $id }:
correct-because = Reason: “{ $reason }”
correct-will-tell = { $count ->
    [0] Nobody was shown it.
    [one] Shown in 1 place: it is told what holds now, and its message gets a mark.
   *[other] Shown in { $count } places: each is told what holds now, and the messages get a mark.
  }
withdraw-will-tell = { $count ->
    [0] Nobody was shown it.
    [one] Shown in 1 place: it is told that the fact no longer stands, and its message gets a mark.
   *[other] Shown in { $count } places: each is told that it no longer stands, and the messages get a mark.
  }
corrected-done = <b>Corrected.</b>
withdrawn-done = <b>Withdrawn.</b>
correction-undone = Undone: the fact stands again.
correction-nothing = nothing in its place
corrections = <b>Corrections</b>, newest first
corrections-none = Nothing was corrected or withdrawn.
reach = { $reached } of { $shown } reached
reach-marks = { $reached } of { $shown } old messages marked
reach-unknown = { $count } unknown
reach-on-the-way = { $count } on the way
reach-blocked = { $count } blocked
reach-failed = { $count } failed
reach-later = { $count } still on the way
button-correct = Correct it
button-withdraw = Withdraw it
button-cancel = Cancel
button-refresh = Refresh
button-undo-correction = Undo
prompt-dropped = Cancelled; nothing was changed.
editors-only = Only editors and admins can do that, in a private chat.
corrected-plain = Fact { $fact } no longer stands; those who were shown it will be told. (load { $load })
