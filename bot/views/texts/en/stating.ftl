## Statements of the desk

statement-by = Statement by { $name }
statement-of-desk = Statement of the desk
statement-many = That is more than { $most } sentences: load it as a document.
statement-stands = That stands already: fact { $numbers }. Nothing was added.
statement-gone = This is no statement that waits any more.
statement-how = Type what the desk states, a sentence a fact: <code>/fact The embassy is closed on 1 May.</code>
statement-shown = <b>A statement of { $outlet }</b>, nothing stands yet
statement-signed = <i>{ $title }</i> · { $day }
statement-corrects = Corrects fact { $id }: <s>{ $words }</s>
    Reason: { $reason }
statement-fact-stands = stands already as fact { $id }
statement-added = ✓ Added as { $count ->
    [one] fact { $numbers }
   *[other] facts { $numbers }
  }.
statement-dropped = Discarded. Nothing was added.
statement-undone = Taken back: it is answered no more.
button-statement-add = Add
button-statement-fix = Fix
button-statement-drop = Discard
button-statement-undo = Undo
waits = It waits as load { $load }: add it with briefing loads --apply { $load }
waits-another = It waits as load { $load }: with REVIEW=two somebody else adds it, in the chat from /loads.
