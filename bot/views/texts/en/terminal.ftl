## For the terminal

nothing-plain = Nothing on that in the documents.
not-given-plain = Not given. The documents speak of the subject, but not of what you asked. The nearest:
untitled-plain = untitled
fact-new = new
fact-repeat = stands already as fact { $id }
more-facts = … and { $count } more facts
doubt-undated = publication date unknown: give --published YYYY-MM-DD
doubt-undated-words = publication date unknown: give --published YYYY-MM-DD; until then { $words } stay as written
doubt-speakers = { $count ->
    [one] somebody speaks and we are not sure who
   *[other] somebody speaks and we are not sure who, { $count } times
  }: { $numbers }
conflict-plain = The documents differ; both are shown, none is chosen.
