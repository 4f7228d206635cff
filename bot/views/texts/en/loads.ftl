## Loads: what they would change, and taking them back

load-undone = Load { $load } is undone: { $withdrawn ->
    [one] one fact is withdrawn
   *[other] { $withdrawn } facts are withdrawn
  }, { $returned ->
    [0] none stands again
    [one] one stands again
   *[other] { $returned } stand again
  }, { $documents ->
    [0] no document is withdrawn
    [one] one document is withdrawn
   *[other] { $documents } documents are withdrawn
  }.
load-applied = Load { $load } is applied: { $facts ->
    [one] one fact stands by it
   *[other] { $facts } facts stand by it
  }.
load-held = Load { $load } is held back: nobody sees it before { $moment }, and then it goes live by itself.
load-discarded = Load { $load } is discarded; nothing of it is kept.
no-loads = Nothing was loaded yet.
revises = Another content of document { $id }
reads-anew = Document { $id }, read anew by a later reader
count-new = { $count } new
count-repeats = { $count ->
    [one] 1 repeat
   *[other] { $count } repeats
  }
count-updated = { $count ->
    [one] 1 changed figure
   *[other] { $count } changed figures
  }
count-differs = { $count ->
    [one] 1 conflict
   *[other] { $count } conflicts
  }
count-corrected = { $count } taken back
count-similar = { $count } similar
count-gone = { $count } gone
fact-numbered = fact { $id }
fact-here = another one of this load
fact-returns = stands again as fact { $id }
fact-taken-back = fact { $id }, which its source took back: stays so
doubt-corrected = correction: { $other } “{ $words }” will end; { $number } stands instead: { $figures }
doubt-updated = changed figure in { $number }: { $figures }; { $other } says “{ $words }”
doubt-differs = conflict in { $number }: { $figures }; { $other } says “{ $words }”
doubt-note = { $number } takes something back, but no single fact of this source fits: see which to end
doubt-gone = gone: fact { $id } “{ $words }” is no longer in the document and will end
doubt-copies = the same content as document { $ids }, which whoever sent this may not see: once applied, its facts are for everybody who may see this load
more-doubts = … and { $count } more to look at
heard = Heard: { $names }
mentioned = Mentioned only: { $names }
known-by = known since { $day }, loaded by { $actor }
load-ignored = { $names } changed nothing, since this is known already: take its load back (briefing loads, briefing undo), then load it again.
amended = { $name } is now “{ $after }”
would-amend = { $name } will be “{ $after }” with --apply
