## Rulings with an answer

ruled-chosen = ⚖ The desk holds to this value ({ $day }: “{ $reason }”). Another source says otherwise:
ruled-refused = ⚖ The desk holds to another value ({ $day }: “{ $reason }”):
ruled-both = ⚖ The desk lets both stand ({ $day }: “{ $reason }”).

## Conflicts, for editors

conflicts-open = <b>Conflicts</b> without a ruling, { $page } of { $of }
conflicts-ruled = <b>Conflicts</b> ruled on, { $page } of { $of }
conflicts-none-open = No two facts that stand differ without a ruling.
conflicts-none-ruled = No ruling holds.
rule-type-reason = Type the reason, or press one: it is shown with the answer from then on.
rule-reason-closer = The source is closer to it
rule-reason-later = It was counted later
rule-reason-definition = They count different things
rule-for = ⚖ { $number } holds.
rule-both = ⚖ Both stand.
rule-no-conflict = Facts { $one } and { $other } do not differ, or do not both stand.
rule-not-side-by-side = The answer to that question does not give facts { $one } and { $other } as differing: they are not side by side there.
rule-how = Rule on it: briefing rule { $one } { $other } --for FACT_ID --reason "WHY" --asked "QUESTION"
rule-other-fact = Fact { $id } is neither of the two.
rule-ruled = That was ruled on already (“{ $reason }”): take that ruling back first.
rule-nothing-to-revoke = There is no ruling on facts { $one } and { $other }.
button-rule-one = 1 holds
button-rule-two = 2 holds
button-rule-both = Both stand
button-revoke-ruling = Take the ruling back
button-open-conflicts = To be ruled on
button-ruled-conflicts = Ruled on
