## Fixing facts

fix-fact = <b>Fact { $id }</b>
fix-rehearsed = <b>Fact of load { $load }</b>, not applied yet
fix-speaker = Speaker: { $who }
fix-nobody = nobody; the document says it
fix-uncertain = uncertain, so nobody is shown
fix-date = Date: { $days }
fix-day = { $words } = { $day }
fix-own-day = { $day } (of the whole)
fix-as-written = “{ $words }” stays as written
fix-kind = Kind: { $kind }
fix-topic = Topic: { $topic }
fix-none = none
fix-list = <b>Facts of load { $load }</b>: { $count }, { $doubtful ->
    [0] none doubtful
   *[other] { $doubtful } doubtful, first
  }
fix-doubt-speaker = ⚠ speaker uncertain
fix-doubt-date = ⚠ which day?
fix-doubt-note = ⚠ takes something back
fix-page = page { $number } of { $pages }
fix-ask-speaker = Who said it?
fix-ask-moment = Which of its dates?
fix-ask-day = Which day is meant?
fix-ask-kind = What is it?
fix-ask-topic = Which topic is it on?
fix-ask-split = Where is it to be cut? ┃ marks the place.
fix-ask-join = Join it with which fact of its passage?
fix-ask-out = Leave it out? It would be answered no more, and no later load of its document brings it back. It can be put back.
fix-type-speaker = Type the speaker's name; a role after a comma: <i>Ida Roe, mayor of Velden</i>
fix-type-role = Type as what { $who } spoke.
fix-type-day = Type the day: <i>2022-11-09</i>, <i>9 Nov 2022</i>, or only <i>2022-11</i> or <i>2022</i>.
fix-type-topic = Type the topic.
fix-type-split = Type the first words of the second part, as they stand there.
fix-done = ✓ Set. No later run overwrites it.
fix-label = For whom: { $label }, as its whole document
fix-told = Those who were shown it otherwise: { $reach }
fix-carried = { $count ->
    [one] 1 learned way to ask for it leads to what answers it now.
   *[other] { $count } learned ways to ask for it lead to what answers them now.
  }
fix-resting = “{ $words }” rests: no part answers it by itself.
fix-back-done = ✓ Put back.
fix-out-done = ✓ Left out.
fix-not-once = These words do not stand there exactly once: type a few more of them.
fix-how = Reply <code>/fix</code> to an answer, or write <code>/fix 12</code> with the number of a fact.
fix-which = Which fact?
fix-expired = This button no longer leads anywhere.
button-fix-speaker = Speaker
button-fix-date = Date
button-fix-kind = Kind
button-fix-topic = Topic
button-fix-split = Split
button-fix-join = Join
button-fix-out = Leave out
button-fix-label = For whom
button-fix-back = Put back
button-fix-nobody = Nobody
button-fix-other = Other …
button-fix-role = Role …
button-fix-as-written = Unknown
button-fix-before = The one before
button-fix-after = The one after
button-fix-really = Yes, leave it out
button-fix-card = ‹ Fact
button-fix-list = All facts
button-fix-rehearsal = Back to the rehearsal
