"""Many invented profiles with what was seen of them, and runs of `folio cohort` over them."""
