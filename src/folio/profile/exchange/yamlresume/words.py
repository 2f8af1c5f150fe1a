"""The words that YAMLResume allows, and what they are in a profile."""

from __future__ import annotations

import re

FLUENCY = {
    "native": "Native or Bilingual Proficiency",
    "C2": "Full Professional Proficiency",
    "C1": "Full Professional Proficiency",
    "B2": "Minimum Professional Proficiency",
    "B1": "Limited Working Proficiency",
    "A2": "Limited Working Proficiency",
    "A1": "Elementary Proficiency",
}
"""By the level of CEFR, as the scale of the Foreign Service Institute is commonly set beside it."""
WORDS = (
    (re.compile(r"native|mother|bilingual", re.IGNORECASE), "native"),
    (re.compile(r"fluent|proficient|advanced|professional|full|flie(ß|ss)end|verhandlungssicher", re.IGNORECASE), "C1"),
    (re.compile(r"intermediate|conversational|working|business|good|gut", re.IGNORECASE), "B1"),
    (re.compile(r"basic|beginner|elementary|grund", re.IGNORECASE), "A1"),
)
LANGUAGES = frozenset(
    (
        "Afrikaans", "Albanian", "Amharic", "Arabic", "Azerbaijani", "Belarusian", "Bengali", "Bhojpuri",
        "Bulgarian", "Burmese", "Cantonese", "Catalan", "Chinese", "Croatian", "Czech", "Danish", "Dutch",
        "English", "Estonian", "Farsi", "Filipino", "Finnish", "French", "German", "Greek", "Gujarati", "Hausa",
        "Hebrew", "Hindi", "Hungarian", "Icelandic", "Igbo", "Indonesian", "Irish", "Italian", "Japanese",
        "Javanese", "Kazakh", "Khmer", "Korean", "Lahnda", "Latvian", "Lithuanian", "Malay", "Mandarin",
        "Marathi", "Nepali", "Norwegian", "Oromo", "Pashto", "Polish", "Portuguese", "Romanian", "Russian",
        "Serbian", "Shona", "Sinhala", "Slovak", "Slovene", "Somali", "Spanish", "Sundanese", "Swahili",
        "Swedish", "Tagalog", "Tamil", "Telugu", "Thai", "Turkish", "Ukrainian", "Urdu", "Uzbek", "Vietnamese",
        "Yoruba", "Zulu",
    )
)  # fmt: skip
OTHER_NAMES = {"fa": "Farsi", "sl": "Slovene", "nb": "Norwegian", "nn": "Norwegian", "no": "Norwegian"}
"""Languages that it calls otherwise than CLDR does."""
DEGREES = (
    (re.compile(r"\bph\.?d|doctor|promotion|dr\.", re.IGNORECASE), "Doctor"),
    (re.compile(r"\bmaster|\bm\.?(sc|a|eng|s|ba|phil)\b|magister|diplom-", re.IGNORECASE), "Master"),
    (re.compile(r"\bbachelor|\bb\.?(sc|a|eng|s|tech)\b|licen[cs]", re.IGNORECASE), "Bachelor"),
    (re.compile(r"\bassociate", re.IGNORECASE), "Associate"),
    (re.compile(r"high school|abitur|matura|a.levels|baccalaur", re.IGNORECASE), "High School"),
    (re.compile(r"middle school", re.IGNORECASE), "Middle School"),
)
ANY_DEGREE = "Diploma"
"""For what is called by none of these names."""
NETWORKS = frozenset(
    (
        "Behance", "Discord", "Dribbble", "Facebook", "GitHub", "Gitlab", "Instagram", "Line", "LinkedIn", "Medium",
        "Pinterest", "Reddit", "Snapchat", "Stack Overflow", "Telegram", "TikTok", "Twitch", "Twitter", "Vimeo",
        "Weibo", "WeChat", "WhatsApp", "YouTube", "Zhihu",
    )
)  # fmt: skip
LOCALES = {
    "en": "en", "zh": "zh-hans", "zh-Hans": "zh-hans", "zh-Hant-HK": "zh-hant-hk", "zh-Hant-TW": "zh-hant-tw",
    "es": "es", "fr": "fr", "nb": "no", "no": "no", "nl": "nl", "ja": "ja", "de": "de", "id": "id", "pt": "pt-br",
    "pt-BR": "pt-br",
}  # fmt: skip
LEVEL = "Intermediate"
"""Of every skill, for folio says none and YAMLResume asks for one."""


def fluency(level: str | None, words: str | None) -> str | None:
    """How well a language is spoken; None where the words don't tell."""
    if level is not None:
        return FLUENCY[level]
    if words in FLUENCY.values():
        return words
    return next((FLUENCY[one] for found, one in WORDS if found.search(words or "")), None)


def degree(title: str) -> tuple[str, str]:
    """The degree of a title, and what is left of the title as the area."""
    _, comma, area = title.partition(", ")
    kind = next((one for found, one in DEGREES if found.search(title)), ANY_DEGREE)
    return kind, area if comma and area else title


def tag(locale: str) -> str | None:
    """A language of YAMLResume's as a profile has it."""
    return next((one for one, other in reversed(LOCALES.items()) if other == locale.strip().lower()), None)
