"""What folio is compared with, one task a module; each gives the contenders for a number of projects."""
