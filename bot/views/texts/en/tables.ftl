## Tables of facts

column = { $field } = column “{ $head }”
columns-read = Read as facts: { $columns }; otherwise say with --columns text=NAME,date=NAME, or --columns none
columns-guessed = Read as facts: { $columns }. If that is wrong, choose the columns under More.
columns-guessed-in = “{ $name }” read as facts: { $columns }. If that is wrong, choose the columns under More.
table-choose = Of which table?
table-named = Table “{ $name }”
column-choose = Which column holds “{ $field }”?
column-text-first = Choose first which column holds the facts: text.
button-columns = Columns
button-plain-table = No facts: a plain table
button-no-column = No column
