backup-made = { $file }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  }, { $bytes } bytes. It holds questions and people too: keep it safe.
backup-restored = Restored { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  } of { $made }, every fact checked against its document.{ $unknown ->
    [0] {""}
    [one] {" "}1 message that was owed then is of unknown fate: see `briefing deliver`.
   *[other] {" "}{ $unknown } messages that were owed then are of unknown fate: see `briefing deliver`.
  }
