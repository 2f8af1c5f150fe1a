"""Typefaces for Chinese, Japanese and Korean; folio finds them beside this file."""
