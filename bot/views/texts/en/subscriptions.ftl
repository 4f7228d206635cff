## Topics

command-topics = What can be followed
command-brief = All that stands on a topic
topics-head = <b>Topics</b>
topics-line = <b>{ $name }</b> · { $count ->
    [one] 1 fact
   *[other] { $count } facts
  }
topics-ask = Press one to be briefed on it.
topics-admin = Define one: <code>/topic Name: word, Full Name, two words | other name</code>
    All must be there: <code>/topic Name: word + word</code>. Remove one: <code>/topic -key</code>
topics-suggested = Often named in the documents, press to see what a topic of it would hold:
command-topic = Define a topic
topic-preview = <b>{ $name }</b> would hold { $count ->
    [0] no fact yet
    [one] this 1 fact
   *[other] these { $count } facts, the newest first
  }
topic-facts = <b>{ $name }</b> would hold these { $count } facts
topic-looks-for = { $rule ->
    [all] All of: { $entries }
   *[any] Any of: { $entries }
  }
topic-added = Topic <b>{ $name }</b> is there: { $count ->
    [one] 1 fact
   *[other] { $count } facts
  }. Link to subscribe in one tap: { $link }
topic-removed = Topic <code>{ $key }</code> is removed.{ $followers ->
    [0] {""}
    [one] {" "}The 1 briefing on it is told.
   *[other] {" "}The { $followers } briefings on it are told.
  }
topic-retired = The topic <b>{ $name }</b> is kept up no more, so your briefing on it has ended. /topics shows what can be followed.
topic-retired-others = The topic <b>{ $name }</b> is kept up no more. Your briefing goes on with { $others }.
topic-how = Write <code>/topic Name: word, Full Name</code>, see what it holds, then add it.
button-show-all = Show all { $count }
button-add-topic = Add this topic
button-drop = Forget it

## A subscription

command-subscribe = Be briefed on a topic
command-subscriptions = What this chat is briefed on
command-pause = Stop briefings for a while
command-resume = Take briefings up again
command-unsubscribe = End a subscription
command-now = The next briefing at once
card-choose = <b>What do you want to be briefed on?</b>
card-head = <b>Briefing: { $topics }</b>{ $state ->
    [paused] {" "}· paused
    [blocked] {" "}· stopped
    [draft] {" "}· not yet subscribed
   *[other] {""}
  }
card-when = { $days } at <b>{ $at }</b>, { $place } time (now { $clock } there)
card-next = Next: <b>{ $when }</b>
card-would = The first one would come: <b>{ $when }</b>
card-length-short = short
card-length-full = full length
card-empty-silence = nothing new: silence
card-empty-line = nothing new: one line
card-corrections-at_once = corrections at once
card-corrections-digest = corrections with the briefing
card-quiet = quiet { $hours }
card-first = The first briefing brings { $shown } of { $of ->
    [one] the 1 fact that stands
   *[other] the { $of } facts that stand
  }, such as:
card-first-none = Nothing stands on it yet; the first briefing comes when something does.
card-fact = “{ $words }” { $source }
days-daily = Every day
days-weekdays = Monday to Friday
days-monday = Mondays
days-tuesday = Tuesdays
days-wednesday = Wednesdays
days-thursday = Thursdays
days-friday = Fridays
days-saturday = Saturdays
days-sunday = Sundays
button-subscribe = ✅ Subscribe
button-topics = Topics
button-time = Time
button-days = Days
button-zone = Time zone
button-quiet = Quiet hours
button-more-settings = More
button-now = Brief me now
button-pause = Pause
button-resume = Resume
button-unsubscribe = Unsubscribe
button-end = Yes, end it
button-back = ◂ Back
button-clock = What time is it for you?
button-no-quiet = None
button-length-short = Make it full length
button-length-full = Make it short
button-empty-silence = Say when nothing is new
button-empty-line = Silence when nothing is new
button-corrections-at_once = Corrections with the briefing
button-corrections-digest = Corrections at once
pick-topics = <b>Topics</b> of this briefing: press to add or take away.
pick-time = <b>At what time</b> ({ $place } time)? Press one, or { $where ->
    [group] reply to this message with it,
   *[other] type it,
  } like 8:45.
pick-days = <b>On which days?</b>
pick-zone = <b>Where are you?</b> { $where ->
    [group] Reply to this message with your city or country.
   *[other] Type your city or country, or share your location.
  } Now: { $zone }, { $clock }.
pick-clock = <b>What time is it for you?</b> Press it, or type it.
pick-place = <b>Which is yours?</b>
pick-quiet = <b>Quiet hours</b>: no message of mine in them. Now: { $now }.
pick-quiet-none = none
pick-end = End the briefing on { $topics }?
place-unknown = I know no place like “{ $typed }”. Type a larger city near you, your country, or the time it is for you.
time-unknown = I cannot read “{ $typed }” as a time of day: type it like 8:45 or 20:30.
subscribed = You will be briefed. Next: { $when }
paused-all = Paused. /resume takes it up again.
resumed-all = Resumed. Next: { $when }
ended = Ended: no more briefings on { $topics }.
subscriptions-head = <b>Briefings of this chat</b>
subscriptions-none = This chat is not briefed on anything. /subscribe chooses a topic.
subscriptions-line = <b>{ $number }.</b> { $topics } · { $when }
subscriptions-paused = paused
subscriptions-which = Which one?
group-admins-only = Only an administrator of this group can change its briefings.
link-unknown = This link leads to no topic. See /topics.
