## Marks on messages that were sent before

mark-corrected = ⚠ Corrected on { $day }, see below: <i>“{ $words }”</i>
mark-withdrawn = ⚠ Withdrawn on { $day }, see below: <i>“{ $words }”</i>
mark-returned = ↩ Stands again since { $day }: <i>“{ $words }”</i>

## The desk's own statements

desk-outlet = The desk
desk-correction = Correction by the desk
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
item-overtaken = <i>Withdrawn before it was sent.</i>
