## For admins

command-documents = What is loaded
command-delivery = What was sent, failed or is unknown
documents = <b>Documents</b>, newest first
