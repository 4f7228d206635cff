## Contested terms

contested-wording = ⚑ The document's wording: { $words }
terms = <b>Contested terms</b>: narration that uses one is marked as the document's wording
terms-none = No term is contested.
terms-how = Add one by the button, or so: <code>/terms illegally occupied</code>
term-type = Type the words that take a side, such as <i>illegally occupied</i>. /cancel stops.
button-term-add = + Add a term
term-added = Noted: “{ $words }” is contested.
term-removed = Taken off the list: “{ $words }”.
term-bad = A contested term is a few words, up to { $most } characters.
term-known = “{ $words }” is on the list already.
term-unknown = There is no contested term { $id }.
