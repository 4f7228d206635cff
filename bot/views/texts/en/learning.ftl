## Phrasings and aliases

phrasings = <b>Other ways people ask</b>, chosen by readers; live ones find the fact
phrasings-none = No phrasing is proposed or live.
phrasing = <b>{ $id }</b>  “{ $text }” · { $state } · chosen { $chosen }, refused { $against }
phrasing-state-proposed = proposed
phrasing-state-live = live
phrasing-state-refused = refused
phrasing-state-resting = live, but resting: refused more often than chosen
phrasing-live = Live now.
phrasing-refused = Refused; it can be proposed again.
button-live = ✓ { $id }
button-refuse = ✗ { $id }
aliases = <b>Other words for the same thing</b>
aliases-none = No other words are set.
alias-how = Add: <code>/alias peace deal = accord</code> · take away: <code>/alias remove 3</code>
alias-added = Noted: “{ $words }” and “{ $meaning }” are the same now.
alias-removed = Taken away: “{ $words }” = “{ $meaning }”.
