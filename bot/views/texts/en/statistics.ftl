## Figures of the desk

stats-span = { $first } to { $last }
stats-none = none
stats-empty = Nobody has asked anything in the last 30 days. Once somebody does, a picture of it is here.
stats-answered = { $asked ->
    [one] 1 question
   *[other] { $asked } questions
  }: { $answered } answered, { $choices } given as a choice ({ $chosen } chosen), { $unanswered } not answered ({ $share }).
stats-judged = Judged { $judged } times by readers: { $right } right ({ $rate }), { $wrong } wrong ({ $miss }).
stats-topics = Topics asked most: { $named }.
stats-words = Words asked most: { $named }.
stats-messages = Messages: { $sent } sent, { $failed } failed, { $unknown } of unknown fate.
report-title = The week, { $span }
report-unjudged = Nobody judged an answer.
report-people = { $count ->
    [one] 1 person asked.
   *[other] { $count } people asked.
  }
report-gaps = { $gaps ->
    [0] No question is open.
    [one] 1 question is open
   *[other] { $gaps } questions are open
  }{ $gaps ->
    [0] {""}
   *[other] { $waiting ->
        [0] {""}, nobody waits.
        [one] {""}, 1 chat waits.
       *[other] {""}, { $waiting } chats wait.
    }
  }
report-unknown = { $count ->
    [one] 1 message is of unknown fate: /delivery
   *[other] { $count } messages are of unknown fate: /delivery
  }
report-more = /stats shows a picture, /gaps the open questions.
chart-title = How the desk answered
chart-questions = Questions a day
chart-answered = answered
chart-choice = given as a choice
chart-unanswered = not answered
chart-topics = Topics asked most
chart-words = Words asked most
chart-no-letters = (named below)
chart-messages = Messages
chart-sent = { $count } sent
chart-failed = { $count } failed
chart-unknown = { $count } of unknown fate
