"""Pages as platforms and site generators write them, around a text that is given as Markdown.

Each shape has its platform's names, wrappers, highlighter and way to set formulas, and the things around a text that are
not part of it: menus, bylines, tables of contents, share buttons, forms, related posts, comments, footers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from folio.markdown import parser

DAY = "2026-03-14"
MATHML = "<mfrac><mi>a</mi><mi>b</mi></mfrac>"


@dataclass(frozen=True, slots=True)
class Shape:
    """How one platform writes what it is given."""

    page: Callable[[str, str, str], str]
    """From a title, the text in HTML and the address of the page to the whole page."""
    code: Callable[[str, str], str]
    """From a language and lines."""
    formula: Callable[[str], str]
    figure: Callable[[str], str]

    def text(self, markdown: str) -> str:
        """The text in this platform's HTML."""
        done: list[str] = []
        tokens = parser().parse(markdown)
        for index, token in enumerate(tokens):
            if token.type == "fence":
                done.append(self.code(token.info, token.content))
            elif token.type == "math_block":
                done.append(self.formula(token.content.strip()))
            elif token.type == "inline" and [one.type for one in token.children or ()] == ["image"]:
                image = (token.children or [])[0]
                done.append(self.figure(str(image.attrGet("src"))))
            else:
                done.append(parser().renderer.render([token], parser().options, {"at": index}))
        return "".join(done).replace("<p><figure", "<figure").replace("</figure></p>", "</figure>")


def katex(tex: str, display: bool = True) -> str:
    """KaTeX as a server renders it: MathML with the source in it, and spans that draw it."""
    drawn = "".join(f'<span class="mord mathnormal">{escape(letter)}</span>' for letter in tex if letter.isalpha())
    inner = (
        f'<span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>'
        f'<mrow>{MATHML}</mrow><annotation encoding="application/x-tex">{escape(tex)}</annotation></semantics></math>'
        f'</span><span class="katex-html" aria-hidden="true">{drawn}</span></span>'
    )
    return f'<span class="katex-display">{inner}</span>' if display else inner


def spans(lines: str) -> str:
    """Code with each word in a span, as every highlighter leaves it."""
    return "".join(f'<span class="n">{escape(word)}</span>' if word.isalnum() else escape(word) for word in _cut(lines))


def _cut(text: str) -> list[str]:
    words = [""]
    for letter in text:
        if letter.isalnum() != words[-1][-1:].isalnum():
            words.append("")
        words[-1] += letter
    return words


def breaks(lines: str) -> str:
    return "<br/>".join(spans(line) for line in lines.rstrip("\n").split("\n"))


def chroma(language: str, lines: str) -> str:
    """Hugo's highlighter with line numbers in a table."""
    numbers = "".join(f'<span class="lnt">{at}\n</span>' for at, _ in enumerate(lines.splitlines(), 1))
    code = "".join(f'<span class="line"><span class="cl">{spans(line)}\n</span></span>' for line in lines.splitlines())
    return (
        '<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd">\n'
        f'<pre tabindex="0" class="chroma"><code>{numbers}</code></pre></td><td class="lntd">\n<pre tabindex="0" class="chroma">'
        f'<code class="language-{language}" data-lang="{language}">{code}</code></pre></td></tr></table></div></div>'
    )


def rouge(language: str, lines: str) -> str:
    """Jekyll's highlighter with line numbers."""
    numbers = "".join(f"{at}\n" for at, _ in enumerate(lines.splitlines(), 1))
    return (
        f'<div class="language-{language} highlighter-rouge"><div class="highlight"><pre class="highlight"><code>'
        '<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">'
        f'{numbers}</pre></td><td class="rouge-code"><pre>{spans(lines)}</pre></td></tr></tbody></table></code></pre></div></div>'
    )


def _medium(title: str, text: str, url: str) -> str:
    return f"""<!doctype html><html lang="en"><head><title data-rh="true">{title} | by Ada | Medium</title>
<meta data-rh="true" property="og:title" content="{title}"><meta property="article:published_time" content="{DAY}T09:10:11.000Z">
<link data-rh="true" rel="canonical" href="{url}"><script type="application/ld+json">{{"@context":"http://schema.org",
"@type":"NewsArticle","headline":"{title}","datePublished":"{DAY}T09:10:11.000Z","isAccessibleForFree":true}}</script></head>
<body><div id="root"><div class="a b"><nav><a href="/">Home</a><a href="/me/stats">Stats</a></nav><a href="/m/signin">Sign in</a></div>
<article><div class="l"><div class="l"><span class="l"></span><section><div><div class="dn by"></div><div class="gs by">
<div class="ch bg"><div><h1 class="pw-post-title gt" data-testid="storyTitle">{title}</h1><div class="speechify-ignore ab cp"><a href="/@ada"><img
 alt="Ada" class="avatar" src="https://miro.medium.com/v2/resize:fill:88:88/ada.jpeg" width="44" height="44"></a>
<a href="/@ada">Ada</a><button>Follow</button><span>6 min read</span><span>Mar 14, 2026</span></div>
<div class="pw-multi-vote-count"><button>128</button></div><button>Listen</button><button>Share</button></div>{text}</div></div></div></section></div></div></article>
<footer><a href="/tag/python">Python</a><a href="/tag/data">Data</a></footer>
<div class="responses"><h2>Responses (2)</h2><div><p>Great story, I always wanted to know how to beat a baseline at work.</p></div>
<div><p>Could you also write about what happened to the shop after all of that?</p></div></div>
<div class="recommendations"><h2>More from Ada</h2><article><h2><a href="/p/1">How I learned to love the queue</a></h2>
<p>It began with a pager that would not stop ringing at three in the morning.</p></article></div>
<footer><a href="/about">About</a> <a href="/help">Help</a> <a href="/terms">Terms</a></footer></div></body></html>"""


def _devto(title: str, text: str, url: str) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} - DEV Community</title><link rel="canonical" href="{url}">
<meta property="og:type" content="article"><meta property="og:url" content="https://dev.to/ada/a-story-2mid">
<meta property="og:title" content="{title}"></head><body class="sans-serif-article-body default-header">
<div id="topbar"><nav class="crayons-navigation"><a href="/">Home</a> <a href="/tags">Tags</a></nav></div>
<main id="main-content" class="crayons-layout"><aside class="crayons-article-actions"><button>Add reaction</button> 17</aside>
<article class="crayons-card crayons-article mb-4" id="article-show-container"><header class="crayons-article__header" id="main-title">
<div class="crayons-article__header__meta"><a href="/ada">Ada</a> <p>Posted on <time datetime="{DAY}T08:00:00Z">Mar 14</time></p>
<h1 class="fs-3xl">{title}</h1><div class="spec__tags"><a class="crayons-tag" href="/t/python">#python</a></div></div></header>
<div class="crayons-article__main"><div class="crayons-article__body text-styles spec__body" data-article-id="1" id="article-body">
{text}</div></div><section id="comments" class="crayons-article__comments"><h2>Top comments (1)</h2><div class="comment"><p>
Thank you for writing this, it saved me an afternoon of looking for the wrong thing.</p></div></section></article></main>
<aside class="crayons-layout__sidebar-right"><p>I build things that forecast other things.</p><h3>More from Ada</h3></aside>
<footer class="crayons-footer"><p>A constructive and inclusive social network for software developers.</p></footer></body></html>"""


def _hashnode(title: str, text: str, url: str) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title}</title><link rel="canonical" href="{url}">
<meta property="og:title" content="{title}"><script type="application/ld+json">{{"@context":"https://schema.org/","@type":"Blog",
"headline":"Ada's blog","mainEntity":{{"@type":"BlogPosting","headline":"{title}","datePublished":"{DAY}T08:00:00.000Z"}}}}</script>
</head><body><div id="__next"><header class="blog-header"><nav><a href="/">Ada's blog</a><a href="/newsletter">Newsletter</a></nav></header>
<main class="blog-content-area"><article><div class="blog-article-title"><h1 itemprop="headline name">{title}</h1></div>
<div class="blog-author-container"><a href="https://hashnode.com/@ada">Ada</a><span>·</span><a href="{url}">Mar 14, 2026</a><span>7 min read</span></div>
<div class="toc"><h2>Table of contents</h2><ul><li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ul></div>
<div id="post-content-parent"><div id="post-content-wrapper" class="prose prose-base mx-auto">{text}</div></div></article>
<div class="blog-subscription-section"><h3>Subscribe to my newsletter</h3><p>Read articles from Ada's blog directly inside your inbox.</p>
<form><input type="email"><button>Subscribe</button></form></div><section class="blog-article-comments"><p>No comments yet, be the first.</p></section>
<section class="more-articles"><h2>More from this blog</h2><article class="post-card"><h2><a href="/x">On queues</a></h2><p>Why all
of them end where they begin.</p></article></section></main><footer><p>Ada's blog, powered by Hashnode</p></footer></div></body></html>"""


def _substack(title: str, text: str, url: str) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><title data-rh="true">{title} - by Ada</title><link rel="canonical" href="{url}">
<meta property="og:title" content="{title}"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{title}",
"datePublished":"{DAY}T07:00:00+00:00","isAccessibleForFree":true}}</script></head><body><div id="entry"><div id="main" class="main typography">
<div class="main-menu"><a href="/">Ada's letters</a><button>Sign in</button></div><div class="single-post-container"><div class="container">
<div class="single-post"><article class="typography newsletter-post post"><div class="post-header" role="region"><h1 class="post-title">{title}</h1>
<h3 class="subtitle">A letter about numbers</h3><div class="post-meta"><a href="/@ada">Ada</a><div class="pencraft">Mar 14, 2026</div></div></div>
<div class="visibility-check"></div><div><div class="available-content"><div dir="auto" class="body markup">{text}
<div class="subscription-widget-wrap" data-component-name="SubscribeWidget"><div class="subscription-widget show-subscribe"><div class="preamble">
<p class="cta-caption">Thanks for reading! Subscribe for free to receive new posts and support my work.</p></div><form><input type="email"></form></div></div>
</div></div></div><div class="post-footer"><a href="/share">Share</a></div></article></div></div></div>
<div class="comments-section"><h4>Discussion about this post</h4><div class="comment"><p>I read this twice and learned something both times.</p></div></div>
<div class="footer-wrap"><p>© 2026 Ada. Substack is the home for great culture.</p></div></div></div></body></html>"""


def _hugo(title: str, text: str, url: str) -> str:
    return f"""<!DOCTYPE html><html lang="en" dir="auto"><head><title>{title} | Ada's log</title><meta name="generator" content="Hugo 0.140.0">
<link rel="canonical" href="{url}"><meta property="og:title" content="{title}"><meta property="article:published_time" content="{DAY}T10:00:00+01:00">
<link rel="alternate" type="application/rss+xml" href="/index.xml"></head><body id="top"><header class="header"><nav class="nav"><div class="logo">
<a href="/">Ada's log</a></div><ul id="menu"><li><a href="/posts/">Posts</a></li><li><a href="/tags/">Tags</a></li></ul></nav></header>
<main class="main"><article class="post-single"><header class="post-header"><h1 class="post-title entry-hint-parent">{title}</h1>
<div class="post-meta"><span title='{DAY} 10:00:00 +0100'>March 14, 2026</span>&nbsp;·&nbsp;5 min&nbsp;·&nbsp;Ada</div></header>
<div class="toc"><details><summary accesskey="c"><span class="details">Table of Contents</span></summary><div class="inner"><ul>
<li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ul></div></details></div><div class="post-content">{text}</div>
<footer class="post-footer"><ul class="post-tags"><li><a href="/tags/python/">python</a></li></ul><nav class="paginav"><a class="prev" href="/a/">
<span class="title">« Prev</span><br><span>An older story</span></a></nav></footer></article></main>
<footer class="footer"><span>© 2026 Ada's log</span> Powered by Hugo &amp; PaperMod</footer></body></html>"""


def _jekyll(title: str, text: str, url: str) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Ada</title><meta name="generator" content="Jekyll v4.3.2">
<link rel="canonical" href="{url}"><meta property="og:title" content="{title}"><script type="application/ld+json">
{{"@context":"https://schema.org","@type":"BlogPosting","datePublished":"{DAY}T00:00:00+00:00","headline":"{title}","url":"{url}"}}</script></head><body>
<header class="site-header" role="banner"><div class="wrapper"><a class="site-title" rel="author" href="/">Ada</a><nav class="site-nav">
<a class="page-link" href="/about/">About</a></nav></div></header><main class="page-content" aria-label="Content"><div class="wrapper">
<article class="post h-entry" itemscope itemtype="http://schema.org/BlogPosting"><header class="post-header"><h1 class="post-title p-name">{title}</h1>
<p class="post-meta"><time class="dt-published" datetime="{DAY}T00:00:00+00:00" itemprop="datePublished">Mar 14, 2026</time></p></header>
<div class="post-content e-content" itemprop="articleBody">{text}</div><div id="disqus_thread"><p>Please enable scripts to see the comments.</p></div>
<noscript>Please enable JavaScript to view the comments powered by Disqus.</noscript><a class="u-url" href="/post" hidden></a></article></div></main>
<footer class="site-footer h-card"><div class="wrapper"><p>I write about data and the people who wait for it.</p></div></footer></body></html>"""


def _gone_late(source: str) -> str:
    """A picture that a script puts in place, and the same one for readers without scripts."""
    return (
        f'<figure class="paragraph-image"><div><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="{source}">'
        f'<noscript><img src="{source}"></noscript></div></figure>'
    )


SHAPES = {
    "medium": Shape(
        _medium,
        lambda language, lines: f'<pre class="ls lt"><span id="0f3c" class="mz na" data-selectable-paragraph="">{breaks(lines)}</span></pre>',
        lambda tex: f'<div class="katex-element">{katex(tex)}</div>',
        _gone_late,
    ),
    "dev.to": Shape(
        _devto,
        lambda language, lines: (
            f'<div class="highlight js-code-highlight"><pre class="highlight {language}"><code>{spans(lines)}</code></pre>'
            '<div class="highlight__panel js-actions-panel"><button>Enter fullscreen mode</button></div></div>'
        ),
        lambda tex: f'<div class="katex-element">{katex(tex)}</div>',
        lambda source: f'<p><a href="{source}"><img src="{source}" loading="lazy" alt="A chart" width="800" height="400"></a></p>',
    ),
    "hashnode": Shape(
        _hashnode,
        lambda language, lines: f'<pre><code class="lang-{language}"><span class="hljs-keyword"></span>{spans(lines)}</code></pre>',
        lambda tex: f'<div data-type="math">{katex(tex)}</div>',
        lambda source: f'<p><img src="{source}" alt="" class="image--center mx-auto" /></p>',
    ),
    "substack": Shape(
        _substack,
        lambda language, lines: f'<pre><code>{escape(lines)}</code></pre>',
        lambda tex: (
            f'<div class="latex-rendered" data-attrs="{escape(_persistent(tex))}" data-component-name="LatexBlockToDOM"></div>'
        ),
        lambda source: (
            f'<div class="captioned-image-container"><figure><a class="image-link" href="{source}"><div class="image2-inset"><picture>'
            f'<source type="image/webp" srcset="{source} 424w"><img src="{source}" width="1456" height="800" class="sizing-normal">'
            '</picture><div class="image-link-expand"><button><svg width="20" height="20"><path d="M0"/></svg></button></div></div></a></figure></div>'
        ),
    ),
    "hugo": Shape(
        _hugo, chroma, lambda tex: f"<p>$$\n{escape(tex)}\n$$</p>", lambda source: f'<figure><img loading="lazy" src="{source}"/></figure>'
    ),
    "jekyll": Shape(
        _jekyll,
        rouge,
        lambda tex: f'<script type="math/tex; mode=display">{tex}</script>',
        lambda source: f'<p><img src="{source}" alt="A chart" /></p>',
    ),
}  # fmt: skip


def _persistent(tex: str) -> str:
    import json

    return json.dumps({"persistentExpression": tex, "id": "ABCDEFGHIJ"})
