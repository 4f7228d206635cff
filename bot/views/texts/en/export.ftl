exported = { $file }: { $facts ->
    [one] 1 fact
   *[other] { $facts } facts
  }
