## Commands

command-ask = Ask a question (needed in groups)
command-start = What I am
command-help = How to ask
command-settings = Your settings
command-about = What I know, and how sure I am
command-privacy = What I keep about you
start = <b>I answer from this desk's own documents, word for word.</b>

    Type a question. I quote the sentence that answers it, with whose words they are, and the document. If the documents do not say, I say so.

    { $examples }
start-examples = Documents: { $titles }
start-empty = There are no documents yet.
help = <b>How to ask</b>
    Type a question in your own words; typos are fine: I say how I read them.
    A few words are enough: <i>foreign ministers meeting</i>

    In a group write <code>/ask</code> before it, or reply to one of my messages.

    <b>What comes back</b>
    The fact that answers, exactly as its document has it, with the answering words in bold. <b>Context</b> shows the passage around it, <b>Document</b> where it is from.
    Not sure: up to three to choose from.
    Nothing: I say so. I never guess, and I never write an answer of my own.

    <b>Be briefed</b>
    /subscribe sends what is new on a topic at your hour; /subscriptions changes it, /pause and /unsubscribe stop it, /now does not wait.
    /brief and a topic shows all that stands on it; /topics lists them.
    /why after an answer tells why it was given.
help-admin = <b>For admins</b>
    Send me a document, forward a post or paste a text: I show what loading it would change, and you apply it.
    /loads: what waits for your decision
    /fact states something as the desk
    /fix, /correct, /withdraw in reply to an answer: put a fact right or take it back
    /corrections: whom that has reached
    /gaps: what I could not answer
    /conflicts: facts that differ
    /phrasings, /alias, /terms: how people put things
    /topic defines what can be followed
    /people, /invite: who may ask
    /delivery: what was sent
    /audit: who changed what
    /stats: how the desk is doing
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
unknown-command = I do not know that command. Just type your question, or see /help.
not-text = I can read typed questions only. Please type it in a few words.
not-let-in = This bot answers invited people only. Give your id <code>{ $id }</code> to the people who run it.
claim-done = You are an admin now.
claim-wrong = That code is not valid. The right one is in the terminal where the bot runs.
failed = Something went wrong on my side; it was written to the log. Please try again.
admins-only = Only admins can do that.
role-reader = reader
role-editor = editor
role-admin = admin
