exported = { $file }: { $facts ->
    [one] 1 fact
   *[other] { $facts } facts
  }
export-labels = Not all of these facts are public: see the column visibility, and load them with the same label, as in `briefing load FILE --visibility restricted`.
