"""What a README shows before anybody reads: pictures, films, and where the project can be tried. Badges are none.

Source: rubric, `demo-media` and guard `badge-only`.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from folio.repository.documents.headings import matches
from folio.repository.documents.page import Page

BADGE = re.compile(
    r"shields\.io|badge|travis-ci|codecov\.io|coveralls|circleci\.com/.*\.svg|app\.netlify\.com/.*/deploy"
    r"|readthedocs\.org/projects"
    r"|pepy\.tech|img\.youtube|\.svg\?(branch|style)|github\.com/[^ ]+/workflows/|mybinder\.org/|colab-badge"
    r"|deploy-button|/deploy/button"
    r"|button\.svg|hits\.|visitor|contrib\.rocks|star-history|opencollective\.com|buymeacoffee|ko-fi|logo|banner"
    r"|icon|avatar|skillicons\.dev|github-readme-stats|api\.star-history|sonarcloud\.io/api|snyk\.io/test"
    r"|zenodo\.org/.*\.svg|codacy\.com|bestpractices\.|results\.pre-commit\.ci|static\.streamlit\.io",
    re.I,
)
FILM = re.compile(r"\.(mp4|webm|mov|m4v|ogv|cast)$", re.I)
FILM_HOSTS = re.compile(
    r"(www\.|m\.)?youtube(-nocookie)?\.com/(watch|embed/|shorts/|live/)|youtu\.be/\w|(player\.)?vimeo\.com/(video/)?\d"
    r"|asciinema\.org/a/\w|(www\.)?loom\.com/(share|embed)/|(www\.)?bilibili\.com/video/|streamable\.com/\w"
    r"|(www\.)?dailymotion\.com/video/|v\.qq\.com/|rutube\.ru/video/|peertube\.|github\.com/user-attachments/assets/"
    r"|user-images\.githubusercontent\.com/.*\.mp4",
    re.I,
)
APP_HOSTS = re.compile(
    r"(huggingface\.co|hf\.co)/spaces/[^/]+/\w|[\w-]+\.hf\.space|[\w-]+\.streamlit\.app|share\.streamlit\.io/\w"
    r"|[\w-]+\.(vercel|netlify|fly|railway|onrender|pages|web|modal)\.(app|dev|com|run)|[\w-]+\.up\.railway\.app"
    r"|[\w-]+\.herokuapp\.com|[\w.-]+\.shinyapps\.io/\w|[\w-]+\.firebaseapp\.com|[\w-]+\.azurewebsites\.net"
    r"|[\w.-]+\.run\.app|[\w-]+\.deno\.dev|[\w-]+\.workers\.dev|[\w-]+\.glitch\.me|[\w-]+\.replit\.app"
    r"|mybinder\.org/v2/|[\w-]+\.surge\.sh|[\w-]+\.pythonanywhere\.com|[\w-]+\.gradio\.app",
    re.I,
)
CODE_HOSTS = re.compile(
    r"(www\.|gist\.|raw\.)?(github|gitlab|bitbucket|codeberg|gitee|sourceforge)\.(com|org|net)$|git\.sr\.ht$"
    r"|raw\.githubusercontent\.com$|(www\.)?(pypi|npmjs)\.(org|com)$|hub\.docker\.com$|(img\.)?shields\.io$"
)
NOWHERE = re.compile(
    r"localhost$|127\.|0\.0\.0\.0$|10\.|192\.168\.|\[|(.+\.)?example\.(com|org|net)$|.+\.(local|localhost|test|invalid)$"
)
MAX_ADDRESS = 500


def pictures(page: Page) -> int:
    """How many different images it shows; films and badges are none."""
    sources = {source for one in page.sections for source in one.images}
    return sum(1 for source in sources if source and not BADGE.search(source[:MAX_ADDRESS]) and not _is_film(source))


def films(page: Page) -> int:
    """How many different films and recordings it shows or links, with or without a picture of them."""
    return len({one for section in page.sections for one in (*section.images, *section.links) if _is_film(one)})


def demo(page: Page) -> str | None:
    """The first address at which the project can be tried, by its host or by what the link or its heading says."""
    for section in page.sections:
        headed = matches(section.title, "demo")
        for address, label in zip(section.links, section.labels, strict=True):
            if not _is_open(address) or _is_film(address):
                continue
            if APP_HOSTS.match(_after_scheme(address)) or headed or matches(label, "demo"):
                return address[:MAX_ADDRESS]
    return None


def _is_film(address: str) -> bool:
    path = address[:MAX_ADDRESS].split("?", 1)[0].split("#", 1)[0]
    return FILM.search(path) is not None or FILM_HOSTS.match(_after_scheme(address)) is not None


def _after_scheme(address: str) -> str:
    return address[:MAX_ADDRESS].split("://", 1)[-1]


def _is_open(address: str) -> bool:
    """Whether an address leads to a page that anybody could open and that is not the code's own host."""
    if not address.startswith(("http://", "https://")) or BADGE.search(
        address[:MAX_ADDRESS].replace("mybinder.org/v2", "")
    ):
        return False
    try:
        host = (urlsplit(address[:MAX_ADDRESS]).hostname or "").lower()
    except ValueError:
        return False
    return "." in host and not CODE_HOSTS.match(host) and not NOWHERE.match(host)
