## The audit record

audit-title = <b>Audit</b>, newest first · times in { $zone }
audit-filtered = Only { $about }
audit-empty = Nothing has been changed yet.
audit-entry = <b>{ $when }</b> · { $who }
    { $did } { $what }
audit-older = Next ▸
audit-newest = ◂ Newest
audit-all = All changes
audit-only = Only { $what }
audit-none = nothing
audit-yes = yes
audit-no = no
audit-actor-terminal = the terminal
audit-actor-system = the program
audit-actor-number = person { $id }
audit-actor-forgotten = somebody forgotten ({ $mark })
audit-verb-grant = gave a role to
audit-verb-define = defined
audit-verb-retire = retired
audit-verb-propose = proposed
audit-verb-amend = amended
audit-verb-undo = took back
audit-verb-decide = decided
audit-verb-apply = loaded
audit-verb-resend = sent again
audit-verb-give-up = gave up
audit-verb-close = closed
audit-verb-add = added
audit-verb-remove = removed
audit-verb-restore = restored
audit-verb-forget = forgot
audit-verb-purge = purged
