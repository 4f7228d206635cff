## Commands

command-ask = Ask a question (needed in groups)
command-start = What I am
command-help = How to ask
command-settings = Your settings
command-about = What I know, and how sure I am
command-privacy = What I keep about you
cancelled = Stopped: nothing was changed by it.
cancel-nothing = Nothing is in progress.
start = <b>I answer from this desk's own documents, word for word.</b>

    Type a question. I quote the sentence that answers it, with whose words they are, and the document. If the documents do not say, I say so.

    { $examples }
start-examples = Documents: { $titles }
start-empty = There are no documents yet.
about = <b>Briefing bot { $version }</b>
    { $documents ->
        [one] 1 document
       *[other] { $documents } documents
    }, { $facts ->
        [one] 1 fact
       *[other] { $facts } facts
    }. Newest document: { $newest }.
    Every answer is quoted from a stored document and checked against its SHA-256 when it is sent. No language model is used.
about-none = none
about-unknown = of unknown date
settings = <b>Your settings</b>
    Language: { $language }
    Role: { $role }
    Your Telegram id: <code>{ $id }</code>
    What this chat is briefed on: /subscriptions
settings-language-unknown = not given by Telegram
unknown-command = I do not know that command: type your question, or see /help.
not-text = I can read typed questions only. Please type it in a few words.
write-as-yourself = I cannot tell who writes in the name of a group or a channel: switch that off and write this as yourself.
not-let-in = This bot answers invited people only. Give your id <code>{ $id }</code> to the people who run it.
claim-done = You are an admin now.
claim-wrong = That code is not valid. The right one is in the terminal where the bot runs.
failed = Something went wrong on my side; it was written to the log. Please try again.
admins-only = Only admins can do that, in a private chat with me.
role-reader = reader
role-editor = editor
role-admin = admin
