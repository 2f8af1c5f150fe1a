"""What a reader knows of a language: how it calls the sections of a résumé, its months, and how it writes periods."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from folio.portfolio import wording
from folio.portfolio.words import Words, words
from folio.profile.fields import When

SECTIONS = (
    "summary",
    "skills",
    "experience",
    "projects",
    "contracts",
    "education",
    "publications",
    "talks",
    "languages",
    "availability",
    "references",
    "contact",
    "links",
)
ENGLISH = {
    "summary": "profile|professional summary|executive summary|about|about me|objective",
    "skills": "technical skills|core skills|skills and tools|technologies|competencies",
    "experience": "experience|professional experience|employment|employment history|work history|career history",
    "projects": "projects|personal projects|key projects",
    "contracts": "contracts|engagements|consulting",
    "education": "education and training|academic background|qualifications|degrees",
    "publications": "articles|papers|writing",
    "talks": "presentations|speaking|conferences",
    "languages": "spoken languages",
    "references": "references|referees",
}
"""What else English résumés call them."""
OWN = {
    "en": "awards|honors|honours|honors and awards|honours and awards|awards and honors|awards and honours|prizes|"
    "grants|volunteering|volunteer experience|volunteer work|community|memberships|affiliations|certifications|"
    "certificates|licenses|licences|patents|interests|hobbies|hobbies and interests|courses|training",
    "ar": "الجوائز|جوائز|التطوع|العمل التطوعي|الاهتمامات|الهوايات|الشهادات|العضويات|براءات الاختراع",
    "fa": "جوایز|افتخارات|فعالیت داوطلبانه|علایق|علاقه‌مندی‌ها|گواهینامه‌ها|عضویت‌ها",
    "he": "פרסים|התנדבות|תחומי עניין|תחביבים|תעודות|הסמכות|חברויות|פטנטים",
    "ja": "受賞|受賞歴|表彰|ボランティア|ボランティア活動|趣味|興味|資格|免許・資格|所属学会|特許",
    "ko": "수상|수상 경력|수상 내역|봉사|봉사 활동|자원봉사|관심사|취미|자격증|특허",
    "zh-Hans": "获奖|获奖经历|荣誉|荣誉奖项|志愿服务|志愿者经历|兴趣|兴趣爱好|证书|专利",
    "zh-Hant": "獲獎|獲獎經歷|榮譽|志工|志工經歷|志願服務|興趣|興趣愛好|證照|專利",
}
"""What people often head sections by that folio has none for: in English, and in scripts without capitals, where
nothing else in plain text says that a line is a heading."""
DASHES = "–—‒−~～〜-"
ENDS_IN_ENGLISH = ("present", "now", "today", "current")
YEAR = r"(?:19|20)\d\d(?!\d)"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, and those of English, which résumés mix with every other."""

    headings: dict[str, str]
    """From a heading, folded, to its section."""
    own: frozenset[str]
    """Headings, folded, of sections that have no name here."""
    period: re.Pattern[str]
    """From one date to another, or on to the present."""
    date: re.Pattern[str]

    def section(self, line: str) -> str | None:
        """The section that a line is the heading of; None for any other line."""
        return self.headings.get(folded(line))


def folded(heading: str) -> str:
    """A heading in small letters, without a colon, and with one kind of i: capitals lose what Turkish tells apart."""
    return " ".join(heading.casefold().replace("\u0307", "").replace("ı", "i").split()).rstrip(":：").strip()


@cache
def vocabulary(locale: str) -> Vocabulary:
    """What a reader of documents in this language knows."""
    own, english = words(locale), words("en")
    headings = {folded(one): name for name, said in ENGLISH.items() for one in said.split("|")}
    headings |= {folded(getattr(english, name)): name for name in SECTIONS}
    headings |= {folded(getattr(own, name)): name for name in SECTIONS}
    own_words = frozenset(folded(one) for name in {"en", locale} for one in OWN.get(name, "").split("|") if one)
    single = _date(locale)
    both = "|".join((_periods(own, single), _periods(english, single), _anyhow(own, single)))
    return Vocabulary(headings, own_words, re.compile(f"(?:{both})", re.IGNORECASE), re.compile(single, re.IGNORECASE))


def _date(locale: str) -> str:
    """A date in words or figures: a year, with what may stand before and after it."""
    months, others = set[str](), set[str]()
    for language in {locale, "en"}:
        said = [_words_of_month(month, language) for month in range(1, 13)]
        always = set.intersection(*said)
        months |= set.union(*said) - always
        months |= {one[:3] for one in months} if language == "en" else set()
        others |= always
    named = "|".join(re.escape(one) for one in sorted(months | others, key=lambda one: (-len(one), one)))
    part = rf"(?:(?:{named})\.?|\d{{1,2}}(?!\d)\.?)"
    gap = r"(?:[\s.,/]|(?<=\d)-(?=\d))*"
    start, end = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
    return rf"{start}(?:{part}{gap}){{0,5}}{YEAR}(?:{gap}{part}){{0,4}}\.?{end}"


def _words_of_month(month: int, language: str) -> set[str]:
    day = date(2001, month, 15)
    moment = When(2001, month)
    said = (wording.when(moment, language), wording.day(day, language), wording.letter_day(day, language))
    return {one.rstrip(".") for text in said for one in re.findall(r"[^\W\d_][^\d\s,./]*", text)}


def _periods(said: Words, single: str) -> str:
    """The language's own patterns."""
    patterns = (said.range.format(start="\0", end="\0"), said.ongoing.format(start="\0"))
    return "|".join(re.sub(r"(?:\\ |\s)+", r"\\s*", re.escape(one)).replace("\0", f"(?:{single})") for one in patterns)


def _anyhow(said: Words, single: str) -> str:
    """Dates joined by a dash, whichever and however far apart."""
    ends = "|".join(map(re.escape, (said.present, *ENDS_IN_ENGLISH)))
    return rf"(?:{single})\s*[{re.escape(DASHES)}]\s*(?:{single}|{ends})"
