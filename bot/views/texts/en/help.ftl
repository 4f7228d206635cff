## /help: each part names the commands that a role adds; a test holds them against the handlers

help = <b>How to ask</b>
    Type a question in your own words; typos are fine: I say how I read them.
    A few words are enough: <i>foreign ministers meeting</i>
    In a group write <code>/ask</code> before it, or reply to one of my messages.

    <b>What comes back</b>
    The fact that answers, exactly as its document has it, with the answering words in bold. <b>Context</b> shows the passage around it, <b>Document</b> where it is from.
    Not sure: up to three to choose from.
    Nothing: I say so. I never guess, and I never write an answer of my own.
    /why tells why the last answer was given.

    <b>Be briefed</b>
    /topics what can be followed
    /brief and a topic: all that stands on it
    /subscribe what is new, at your hour
    /subscriptions to change it, /now not to wait
    /pause, /resume and /unsubscribe

    <b>You and me</b>
    /settings what is set for you
    /mydata what I keep about you, /forget removes it
    /privacy and /about: what I keep, and know
    /cancel stops what I asked you to type
help-editor = <b>For editors</b>, in this private chat
    <b>Load</b>: send or forward a document, a zip or a text. I show what it would change; nothing changes before <b>Apply</b>.
    /loads what waits for a decision
    /documents what is loaded
    /fact states something as the desk

    <b>Put right</b>: reply to an answer, or give the number of a fact
    /fix its speaker, date, kind or topic
    /correct its words, /withdraw it
    /corrections whom that has reached
    /conflicts facts that differ; rule on them
    /terms words that take a side

    <b>Questions</b>
    /gaps what nothing answered, /gap and its number
    /phrasings other ways people ask
    /alias other words for a thing
    /golden questions that each load is tried against
help-admin = <b>For admins</b>
    /people roles, and what each may see
    /invite makes a link, /invites lists them
    /label who may see a document
    /topic defines what can be followed
    /stats how the desk is doing
    /audit who changed what
    /delivery what was sent, and what failed
    In the terminal: <code>briefing backup</code>, <code>briefing doctor</code>.
