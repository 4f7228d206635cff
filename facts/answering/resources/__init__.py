"""Word lists shipped with the product; NOTICE.txt names their sources and licences."""
