"""A reader of résumés as automatic ones are: headings, dates, bullets, type and line ends, and no word of ours.

It gets the lines of any document and the language it is in, and returns fields. It was written from the idea of such
readers; it knows neither folio's templates nor what the résumé should hold.
"""
