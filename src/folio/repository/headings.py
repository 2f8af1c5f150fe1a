"""What headings say in several languages, and in which language a text is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Words = Mapping[str, re.Pattern[str]]
"""Language code -> the words that a heading of one kind holds."""


def _words(**languages: str) -> dict[str, re.Pattern[str]]:
    return {code: re.compile(rf"(?<!\w)(?:{words})", re.I) for code, words in languages.items()}


PARTS: dict[str, Words] = {
    "install": _words(
        en=r"install|set-?up\b|setting up|getting started|quick ?-?start|requirements|prerequisites|build(ing)?\b"
           r"|download",
        de=r"installation|installieren|einrichtung|einrichten|erste schritte|schnellstart|voraussetzungen"
           r"|anforderungen|aufsetzen",
        fr=r"installation|installer|mise en (place|route)|démarrage|prérequis|pré-requis|premiers pas"
           r"|configuration requise",
        es=r"instalación|instalar|puesta en marcha|primeros pasos|requisitos|inicio rápido|configuración inicial",
        pt=r"instalação|instalar|primeiros passos|requisitos|pré-requisitos|início rápido|como instalar"
           r"|configuração inicial",
        it=r"installazione|installare|per iniziare|primi passi|requisiti|prerequisiti|avvio rapido",
    ),
    "usage": _words(
        en=r"usage|use\b|using|how to (use|run)|quick ?-?start|examples?\b|run(ning)?\b|getting started|tutorial"
           r"|demo\b|try it|command|api\b",
        de=r"verwendung|nutzung|benutzung|anwendung|gebrauch|beispiele?\b|ausführen|ausführung|starten"
           r"|schnellstart|bedienung|befehle",
        fr=r"utilisation|usage|utiliser|exemples?\b|lancer|exécution|exécuter|lancement|démarrage|commandes?\b",
        es=r"uso\b|utilización|cómo usar|ejemplos?\b|ejecución|ejecutar|inicio rápido|primeros pasos|comandos?\b",
        pt=r"uso\b|utilização|como usar|exemplos?\b|execução|executar|início rápido|primeiros passos|comandos?\b",
        it=r"uso\b|utilizzo|come usare|esempi(o)?\b|esecuzione|eseguire|avvio|comandi\b",
    ),
    "results": _words(
        en=r"results?\b|architecture|features|how it works|benchmarks?\b|evaluation|performance|findings|design"
           r"|what (it|this) does|overview"
           r"|what is in|structure|layout|accuracy|experiments|highlights|why\b|numbers"
           r"|learn(t|ed)\b|lessons|models?\b|pipeline|components|contents|what(?:.s| is) (?:in|this)"
       r"|algorithms|methods?\b"
           r"|approach|what did not work",
        de=r"ergebnisse?\b|architektur|funktionen|merkmale|aufbau|auswertung|leistung|funktionsweise|überblick"
           r"|übersicht|bewertung|struktur",
        fr=r"résultats?\b|architecture|fonctionnalités|fonctionnement|évaluation|performances?\b|aperçu|structure"
           r"|conception",
        es=r"resultados?\b|arquitectura|características|funcionalidades|funcionamiento|evaluación|rendimiento"
           r"|estructura|descripción general",
        pt=r"resultados?\b|arquitetura|funcionalidades|características|funcionamento|avaliação|desempenho"
           r"|estrutura|visão geral",
        it=r"risultat[oi]\b|architettura|funzionalità|caratteristiche|funzionamento|valutazione|prestazioni"
           r"|struttura|panoramica",
    ),
    "licence": _words(
        en=r"licen[cs]e|licen[cs]ing|contribut|copyright",
        de=r"lizenz|mitwirken|mitarbeit|beitragen|beiträge|urheberrecht",
        fr=r"licence|contribu|droits? d.auteur",
        es=r"licencia|contribu|derechos de autor",
        pt=r"licença|contribu|direitos autorais",
        it=r"licenza|contribu|diritti d.autore",
    ),
}  # fmt: skip

LIMITATIONS: Words = _words(
    en=r"limit(ation)?s\b|known (issues|problems|limits)|caveats|trade-?offs?\b|not supported|what (is"
       r"|it) (does )?n[o']t|out of scope|drawbacks|shortcomings"
       r"|what (it|this) can(no|')t|non-goals|assumptions|what did not work|what does not work|weaknesses"
       r"|where it (fails|breaks)|open (questions|problems)"
       r"|not here\b|on purpose|left out|what is missing|does not do|what (is|was) not|not included|failed\b"
       r"|post-?mortem|negative results?",
    de=r"einschränkungen|grenzen|bekannte (probleme|fehler)|nicht unterstützt|abwägungen|schwächen|offene punkte"
       r"|annahmen",
    fr=r"limit(es|ations)|problèmes connus|compromis|non pris en charge|hypothèses|faiblesses",
    es=r"limitaciones|límites|problemas conocidos|no soportado|compromisos|supuestos|debilidades",
    pt=r"limitações|limites|problemas conhecidos|não suportado|compromissos|suposições|fraquezas",
    it=r"limiti\b|limitazioni|problemi noti|non supportat|compromessi|ipotesi|debolezze",
)  # fmt: skip
DATA: Words = _words(
    en=r"(?<!.)(the |about the |our )?data\W*(?!.)|data ?(set|source|card|statement|sheet)s?\b|provenance"
    r"|where the data",
    de=r"(?<!.)(die )?daten\W*(?!.)|datens(atz|ätze)|datenquellen?\b|datenherkunft",
    fr=r"(?<!.)(les )?données\W*(?!.)|(jeux? de|sources? (de|des)) données",
    es=r"(?<!.)(los )?datos\W*(?!.)|(conjuntos? de|fuentes? de) datos",
    pt=r"(?<!.)(os )?dados\W*(?!.)|(conjuntos? de|fontes? de) dados",
    it=r"(?<!.)(i )?dati\W*(?!.)|(fonti dei|insiemi di) dati|dataset",
)
COMMON = {
    "en": "the and is of to in for with this that are it you from be on as by",
    "de": "der die das und ist nicht ein eine mit für von den wird auf zu im werden sich",
    "fr": "le la les des est une pour dans et du avec sur ce qui par pas sont au",
    "es": "el la los las una para con del que por es en se como más y su son",
    "pt": "o os as uma para com do da que por não é em se como mais e dos ao",
    "it": "il lo gli una per con del della che non è di si come più e nel sono dei",
}
"""The commonest words of running text, by which a language is told."""
COMMON_WORDS = {code: frozenset(words.split()) for code, words in COMMON.items()}
MIN_SHARE = 0.12
"""Of a text's words, at least so many are the language's commonest; measured on READMEs in these languages."""


def matches(title: str, words: Words) -> bool:
    """Whether a heading holds one of the words, in any of the languages."""
    return any(pattern.search(title) for pattern in words.values())


def guessed_language(titles: Iterable[str], prose: str) -> str | None:
    """The language that headings could be matched in; None when it is not one of those known here."""
    words = re.findall(r"[^\W\d_]+", prose.lower())[:2000]
    if len(words) >= 20:
        shares = {code: sum(word in common for word in words) / len(words) for code, common in COMMON_WORDS.items()}
        best = max(sorted(shares), key=lambda code: shares[code])
        return best if shares[best] >= MIN_SHARE else None
    if re.search(r"[^\W\d_a-zA-Z]", prose):
        return None  # too short to tell, and not plain English
    known = {code: sum(1 for title in titles for part in PARTS.values() if part[code].search(title)) for code in COMMON}
    return max(COMMON, key=lambda code: known[code])
