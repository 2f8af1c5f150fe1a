"""What pages call the things around a text, and the text itself, in classes and ids."""

from __future__ import annotations

import re

from folio.evidence.reading.html import Element
from folio.repository.text import words

WORD = re.compile(r"[a-z]+|[A-Z]+[a-z]*")

AROUND = words(
    """
    comment comments commentlist disqus giscus utterances respond responses replies webmentions backlinks
    related relatedposts recommended recommendation recommendations newsletter subscribe subscription subscriptions
    sharing share sharedaddy social sidebar breadcrumb breadcrumbs pagination pager masthead navbar navigation nav menu
    footer cookie cookies consent gdpr promo promotion advert advertisement advertisements ads sponsor sponsored
    popup modal toast banner signup signin login paywall toc tagcloud bio claps reactions likes upvote skip
    """
)
"""Words of a name that say: not part of the text."""
AROUND_PAIRS = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?:post|entry|article|page)-?(?:nav|navigation|footer|share|tags|utility|actions)"
    r"|(?:read|more|next|prev|previous)-(?:next|more|posts?|articles?|stories)|more-from\S*|table-of-contents|tags?-(?:list|cloud|links)"
    r"|about-(?:the-)?author|author-(?:bio|box|card|info|profile)|edit-(?:page|this|link)\S*|theme-doc-footer|quarto-appendix\S*"
    r"|sr-only|screen-reader-text|visually-hidden|print-only|crayons-article__header)(?:$|[\s_-])"
)
AROUND_IDS = re.compile(
    r"(?i)(?:(?:post|entry|page|site|blog|article|main|global|js)[-_])?"
    r"(?:comments?(?:[-_]\w+)?|disqus(?:[-_]\w+)?|respond|related(?:[-_]?(?:posts|articles))?|(?:left|right)?[-_]?sidebar|toc"
    r"|table-of-contents|tableofcontents|footer|nav(?:bar|igation)?|menu|share|newsletter|subscribe|breadcrumbs?|cookie\S*)"
)
"""Whole ids: generators make ids of sections from their headings, such as `related-work` and `social-impact`."""
REPLIES = re.compile(
    r"(?i)(?:(?:post|article|entry|blog|single|page|story|js|wp|crayons-article)[-_]+)?(?:comments?(?:[-_](?:area|section|wrapper"
    r"|container|threads?|block|list))?|comment-?list|disqus(?:_thread)?|responses|webmentions)"
)
"""Whole names of what readers wrote below a text, which may be longer than the text."""
SECTION = re.compile(r"(?:^|\s)level[1-6](?:\s|$)")
"""Pandoc's and Quarto's sections."""
HEADINGS = words("h1 h2 h3 h4 h5 h6")
HEAD = words("byline meta metadata dateline timestamp readtime subtitle tags categories author avatar")
"""Words of what stands at the head of a text or above a block of code; a text may be in an element called so."""
HEAD_PAIRS = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?:post|entry|article|page|blog)-?(?:meta|header|title|info|author|date|categories)"
    r"|reading-?time|header-?anchor|heading-?anchor|anchor-?link|hash-?link|headerlink|permalink|(?:copy|code)-?(?:button|btn|copy)"
    r"|code-(?:header|toolbar|title|lang)|speechify-ignore|quarto-title\S*|last-updated)(?:$|[\s_-])"
)
ROLES = words("navigation banner complementary contentinfo search dialog menu toolbar")
"""WAI-ARIA 1.2, landmark and widget roles that hold no article."""

TEXT = re.compile(
    r"(?i)(?:^|\s)(?:(?:entry|post|article|single|blog|blog-post|story|page|main|notion-page)(?:_|-|__)?(?:content|body|text)(?:__body)?"
    r"|e-content|h-entry|hentry|markdown(?:-body)?|available-content|crayons-article__body|articlebody|rich-text|prose|post"
    r"|article|entry|content|notebook|theme-doc-markdown|td-post-content|postarticle-content)(?:\s|$)"
)
"""What the text is in: h-entry and hAtom, Substack, dev.to, Docusaurus, themes of Hugo, Jekyll, Hexo and WordPress."""
TEXT_IDS = words(
    "article article-body content main main-content post post-body post-content primary quarto-document-content "
    "post-content-wrapper post-content-parent write"
)


LEADS_AWAY = re.compile(
    r"(?i)(?:(?:related|more|recent|similar|other) (?:posts|articles|stories)|related|read next|keep reading"
    r"|you (?:may|might) also like|(?:ähnliche|verwandte|weitere) (?:beiträge|artikel)|weiterlesen"
    r"|das könnte (?:dich|sie) auch interessieren|(?:articles|billets) (?:similaires|liés|récents)|(?:à )?lire aussi"
    r"|(?:artículos|entradas) (?:relacionad[oa]s|recientes)|también te puede interesar"
    r"|articoli (?:correlati|simili)|leggi anche|(?:posts|artigos) relacionados|leia também"
    r"|gerelateerde (?:berichten|artikelen)|lees ook|(?:powiązane|podobne) (?:wpisy|artykuły)"
    r"|похожие (?:статьи|записи)|читайте также|(?:benzer|ilgili) yazılar"
    r"|相关(?:文章|阅读)|推荐阅读|関連記事|あわせて読みたい|관련 ?(?:글|포스트))\W*"
)
"""Headings below which other texts are named, in the languages that folio has words for."""


def is_around(element: Element) -> bool:
    """Whether its class, its id or its role says that it belongs to the page and not to the text."""
    if element.get("role") in ROLES:
        return True
    called, identifier = element.get("class") or "", element.get("id") or ""
    if SECTION.search(called) or element.tag in HEADINGS:
        return False  # their ids are made from what the author wrote
    return (
        AROUND_PAIRS.search(called) is not None
        or AROUND_IDS.fullmatch(identifier) is not None
        or not AROUND.isdisjoint(_words(called))
    )


def is_replies(element: Element) -> bool:
    """Whether it holds what others wrote below the text."""
    called = (element.get("class") or "").split()
    if element.tag in ("html", "body", *HEADINGS) or any(SECTION.fullmatch(one) for one in called):
        return False
    return any(REPLIES.fullmatch(one) for one in (*called, element.get("id") or ""))


def is_head(element: Element) -> bool:
    """Whether its class says that it is a byline, a date, an anchor or a button."""
    called = element.get("class") or ""
    if not called or element.tag in HEADINGS:
        return False
    return HEAD_PAIRS.search(called) is not None or not HEAD.isdisjoint(_words(called))


def is_hidden(element: Element) -> bool:
    style = element.get("style") or ""
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or re.search(r"display\s*:\s*none", style) is not None


def holds_text(element: Element) -> bool:
    """Whether its tag, its role or its name says that the text is in it."""
    return (
        element.tag in ("article", "main")
        or element.get("role") in ("article", "main")
        or "articleBody" in (element.get("itemprop") or "").split()
        or TEXT.search(element.get("class") or "") is not None
        or (element.get("id") or "") in TEXT_IDS
    )


def _words(called: str) -> set[str]:
    return {word.lower() for word in WORD.findall(called)}
