## For admins

command-documents = What is loaded
command-delivery = What was sent, failed or is unknown
documents = <b>Documents</b>, newest first
deliveries = <b>Messages of the last 24 hours</b>
deliveries-none = none
state-pending = waiting
state-leased = about to be sent
state-sending = being sent
state-sent = sent
state-failed = failed
state-unknown = fate unknown, not sent again
