## Golden questions: what a load would change in their answers

golden-otherwise = { $count ->
    [one] 1 golden question
   *[other] { $count } golden questions
  } would be answered otherwise{ $worse ->
    [0] { "" }
   *[other] , { $worse } for the worse
  }
golden-title = Golden questions
golden-right = right
golden-wrong = wrong
golden-abstained = not answered
golden-choice = a choice without it
golden-choice-offered = a choice that holds it
golden-unknown = no answer
golden-found = an answer
golden-conflict = a conflict
golden-none = No golden questions are kept: briefing evaluate FILE --keep keeps some.
golden-kept = { $added ->
    [0] No golden question is new
    [one] 1 golden question is kept
   *[other] { $added } golden questions are kept
  }{ $changed ->
    [0] { "" }
   *[other] , { $changed } set anew
  }.
golden-tried = Each rehearsal of a load tries { $all ->
    [one] it
   *[other] the first { $tried } of { $all }
  }.
golden-removed = Golden question { $id } is kept no longer: { $question }
