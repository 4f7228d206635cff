## Questions that nothing answered

waited = You wanted to be told: <i>{ $question }</i>
wait-noted = I will tell you here when a document answers it.
wait-known = I am waiting for it already, and will tell you here.
gap-closed = An editor says that it cannot be answered: { $words }
gaps = <b>Questions without an answer</b>, the most asked first
gaps-none = No question is open: everything asked was answered.
gap = <b>{ $id }</b>  { $question }
    { $people ->
    [one] 1 person
   *[other] { $people } people
  }, { $waiting ->
    [0] no chat waits
    [one] 1 chat waits
   *[other] { $waiting } chats wait
  }
gaps-how = <code>/gap 3</code> shows one, <code>/gap 3 fact 17</code> points to a fact. <code>/gap 3 cannot be answered: why</code> closes it. Those who wait are told.
gap-settled = Done; { $count ->
    [0] nobody was waiting
    [one] 1 chat is told
   *[other] { $count } chats are told
  }.
gap-still-open = { $count ->
    [one] 1 chat
   *[other] { $count } chats
  } may not see that fact: for them the question stays open.
would-answer = answers { $count ->
    [one] 1 open question
   *[other] { $count } open questions
  } ({ $people ->
    [one] 1 person
   *[other] { $people } people
  })

## Working through them

gap-by-two = Another editor has to agree to new words: state them by /fact (briefing fact). Once they are added, those who wait are told.
gap-not-open = There is no open gap { $id }.
gap-nearest = The nearest facts:
gap-will-tell = { $count ->
    [0] Nobody waits for it.
    [one] 1 chat will be told.
   *[other] { $count } chats will be told.
  }
gap-type-add = Type the answer, as it will be quoted: a statement of the desk, signed and dated.
gap-type-cannot = Type why it cannot be answered.
button-gap-fact = Fact { $number }
button-gap-add = Add a statement
button-gap-cannot = Cannot be answered
button-gap-send = Answer with it
