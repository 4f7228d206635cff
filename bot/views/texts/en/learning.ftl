## Phrasings and aliases

phrasings = <b>Other ways people ask</b>, chosen by readers; live ones find the fact
phrasings-none = No phrasing is proposed or live.
phrasing = <b>{ $id }</b>  “{ $text }” · { $state } · chosen { $chosen }, refused { $against }
phrasing-state-proposed = proposed
phrasing-state-live = live
phrasing-state-refused = refused
phrasing-state-resting = live, but resting: refused more often than chosen
phrasing-live = Live now: asked like this, the fact is found.
phrasing-refused = Refused; it can be proposed again.
button-live = ✓ { $id }
button-refuse = ✗ { $id }
button-unlearn = Take { $id } back
aliases = <b>Other words for the same thing</b>
aliases-none = No other words are set.
alias-how = A question that uses one finds facts that use the other.
alias-type = Type two wordings for the same thing with = between them, as in: <code>peace deal = accord</code>
button-alias-add = Add
button-alias-remove = ✗ { $id }
button-aliases = All of them
alias-added = Noted: “{ $words }” and “{ $meaning }” are the same now.
alias-removed = Taken away: “{ $words }” = “{ $meaning }”.
