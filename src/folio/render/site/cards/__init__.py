"""Pictures that stand for a page where somebody shares its address: 1200 by 630 pixels, drawn here from the look's
colours and folio's own typefaces, so that nothing is asked of anybody and every build draws the same."""

from folio.render.site.cards.making import Cards

__all__ = ["Cards"]
