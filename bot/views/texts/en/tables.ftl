## Tables of facts

column = { $field } = column “{ $head }”
columns-read = Read as facts: { $columns }; otherwise say with --columns text=NAME,date=NAME
