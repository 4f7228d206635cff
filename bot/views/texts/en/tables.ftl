## Tables of facts

column = { $field } = column “{ $head }”
columns-read = Read as facts: { $columns }; otherwise say with --columns text=NAME,date=NAME
columns-guessed = Its columns are read as:
    { $columns }
    If that is wrong, discard it and name the columns text, speaker, date, title or source.
