## Who is let in, and what they may see

invite-choose = <b>Invite</b>: a link for { $role }s, { $uses ->
    [one] one person
   *[other] { $uses } people
}, { $days ->
    [one] one day
   *[other] { $days } days
} long
button-invite-make = Make the link
invite-made = Pass this link on: it lets { $uses ->
    [one] one person
   *[other] { $uses } people
} in as { $role } until { $until }.

    { $link }

    It is shown only now. /invites revokes it.
invites = <b>Invites</b> that still let people in
invites-none = No invite is open. /invite makes one.
invite-line = { $number } · { $role } · used { $used } of { $uses } · until { $until }
button-revoke = Revoke { $number }
invite-revoked = Invite { $number } lets nobody in any more.
invite-good = Welcome: you may ask now, just type a question.
invite-bad = This invite is not valid, or not any more: ask whoever gave it to you for another one.
access-asked = <b>{ $name }</b> (<code>{ $id }</code>) asks to be let in.
button-let-in = Let in
button-refuse-person = Refuse
access-admitted = You are let in: just type a question.
people-list = <b>People</b>, page { $page } of { $of }
people-groups = Groups, and what may be seen in them:
person-card = <b>{ $name }</b> · <code>{ $id }</code>
    Role: { $role } · sees: { $clearance } · { $access }
group-card = <b>{ $name }</b> · <code>{ $id }</code>
    Everybody there may see: { $clearance }
access-new = has only written
access-wants = asks to be let in
access-in = let in
access-refused = refused
access-removed = removed
clearance-all = everything
button-remove-person = Remove
label-how = <b>Which document is for whom</b>: choose one to change it, or write /label, its number and public, internal or restricted.
label-ask = Who may see it?
labels-none = There are no documents yet: send me one.
label-line = { $id } · { $label } · { $title }
label-done = Document { $id }: { $before } → { $after }
asked-too-much = That is a lot of questions in a minute: take a breath, and ask me again shortly.
