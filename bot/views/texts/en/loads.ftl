## Loads: what they would change, and taking them back

load-undone = Load { $load } is undone: { $withdrawn ->
    [one] one fact is withdrawn
   *[other] { $withdrawn } facts are withdrawn
  }, { $returned ->
    [0] none stands again
    [one] one stands again
   *[other] { $returned } stand again
  }, { $documents ->
    [0] no document is withdrawn
    [one] one document is withdrawn
   *[other] { $documents } documents are withdrawn
  }.
no-loads = Nothing was loaded yet.
