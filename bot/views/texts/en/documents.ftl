## A document

untitled = untitled document { $id }
outlet-unknown = outlet unknown
published = Published: { $day }
published-unknown = Published: unknown
published-not-before = Published: unknown, not before { $day }
published-not-after = Published: unknown, not after { $day }
published-between = Published: unknown, between { $from } and { $to }
document = <b>{ $title }</b>
    Outlet: { $outlet }
    { $published }
    Document { $id }
document-facts = { $count ->
    [one] 1 fact stands in it
   *[other] { $count } facts stand in it
  }
document-link = Open the original
