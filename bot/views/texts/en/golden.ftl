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
golden-list = <b>Golden questions</b>, page { $page } of { $pages }: each load is tried against them before it is applied
golden-empty = No golden questions are kept: each load would be tried against them before it is applied.
golden-how = Reply /golden to an answer of mine to keep its question.
golden-keep = <b>Keep as a golden question?</b>
    { $question }
    = <i>{ $words }</i>
    From then on each rehearsal tells when a load would have it answered otherwise.
golden-kept-one = Kept: { $question } /golden lists all.
golden-kept-before = This is kept already.
golden-no-answer = Reply /golden to a message in which I answer a question: that one gives no single answer.
golden-not-public = Golden questions are asked as everybody sees the desk's documents: this fact is not for everybody, or stands no more.
button-golden-keep = Keep it
button-golden-drop = Drop { $id }
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
