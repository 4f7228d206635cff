## What is kept about a person

privacy = <b>What I keep</b>
    Your Telegram id, name and language; your questions and the answers you were given, so that corrections can reach you; what you are briefed on, at what hour and in which time zone (a shared location is turned into a zone and not kept); your 👍 and 👎.
    { $days ->
        [0] Questions are kept until you have them forgotten.
        [one] Questions go after a day; only their number stays.
       *[other] Questions go after { $days } days; only their number stays.
    }
    I keep no phone number and read nothing but what you send me. Nothing goes to anyone but Telegram.

    /mydata sends you all of it as a file, /forget deletes it.
mydata-caption = All that I keep about you, as a JSON file. /forget deletes it.
private-only = Please ask me that in our private chat.
forget-ask = <b>Forget you?</b>
    I delete your name, questions, answers, judgements and subscriptions, and send nothing that I still owe you. What you changed as an editor or admin stays in the audit record, without you. This cannot be taken back.
    Messages already in this chat are yours to delete.
forget-invited = Afterwards you need to be let in again.
forget-kept = Nothing was deleted.
forget-done = All of it is deleted. If you write to me again, I will not know you.
button-forget = Delete everything
button-keep = Keep it
terminal-forgotten = Person { $person }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  } deleted or masked.
