## Buttons

button-context = Context
button-document = Document
button-up = 👍
button-down = 👎
button-none = None of these
button-yes = Yes, this
button-no = No
button-more = More
button-wait = Tell me when you know

## What a press tells

thanks-up = Thank you, noted.
thanks-down = Noted as not helpful. Thank you.
button-expired = This button no longer leads anywhere: ask again.
