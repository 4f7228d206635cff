exported = { $file }: { $facts ->
    [one] 1 fact
   *[other] { $facts } facts
  }
export-labels = Not all of this is public: see the column visibility, and load facts with the same label, as in `briefing load FILE --visibility restricted`; `briefing import` keeps labels.
exported-rows = { $file }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  }
imported = Imported { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  } of { $made }, every fact checked against its document.
