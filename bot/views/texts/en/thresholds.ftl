## How sure an answer must be

fitted = An answer must be sure by { $alone } in 100, an offer by { $offer }.
fitted-applied = These thresholds hold from now on; --shipped takes them back.
fitted-not-applied = Nothing is changed yet (add --apply to let them hold).
measured = Promise: at most { $promise } in 100 answers wrong. On documents held out, { $wrong } of { $answered } answers were wrong (between { $low } and { $high } in 100), out of { $questions } questions on { $documents } documents.
thresholds-shipped = Thresholds { $version }: fitted to at most { $promise } in 100 answers wrong on public questions; this desk has not measured its own.
thresholds-desk = Thresholds { $version }.
