"""A README that says the project was made by following a tutorial or a course, or as an assignment of one.

Rather nothing than a wrong "learning project": what is said has to be about the project as a whole, and a course or
tutorial of one's own, thanks, further reading and steps for the reader say nothing. Source: rubric, `tutorial-clone`.
"""

from __future__ import annotations

import re

from folio.repository.model import Place
from folio.repository.tree import Tree

NAME = re.compile(r"readme(\.(md|markdown|rst|txt|adoc|asciidoc|org))?", re.I)
MAX_TEXT = 40_000
PROJECT = (
    r"(?<!of )(?<!for )(?<!in )(?<!from )\b(?:this|the|my|our)\s(?:\w+\s){0,3}(?:project|repo|repository|apps?"
    r"|application|code|codebase|web ?site|site|blog|clone|game|implementation|program|bot|api|dashboard)"
)
LEAD = r"\b(?:a|an|the|this|that|these|(?-i:[A-Z0-9])[\w'.&-]*)\s"
OF_ITS_OWN = r"(?:(?!\b(?:my|our|own|docs|documentation|below|above|i teach|we teach)\b)[^.\n;]){0,70}?"
END = (
    r"(?:\s(?:projects?|code|series|videos?|repository|repo))?(?=\s*(?:$|[-–—:,;.()|!]|http|by\b|from\b|of\b|on\b|at\b"
    r"|in\b|with\b|taught|offered|given|called|named|(?-i:[A-Z])))"
)
"""What follows a lesson that is the last thing said of it: no "course management", no "tutorial takes"."""
LESSON = (
    r"\b(?:mega[- ])?(?:tutorials?|video series|youtube (?:video|series|playlist)|boot ?camps?|nanodegree"
    r"|specialization|udemy|coursera|(?:online |crash |video )?courses?)\b" + END
)
MADE = r"(?:built|made|created|written|developed|implemented|coded|completed|done|produced)"
START = r"(?:^(?:[-*>]\s)?|[.!?]\s+)"
IS = r"\s(?:(?:is|was|has been|were|mostly|largely|heavily|closely|entirely|originally|just|simply)\s){0,3}"
TEXTS: dict[str, tuple[str, ...]] = {
    "tutorial": (
        rf"{START}following\s{LEAD}{OF_ITS_OWN}{LESSON}",
        rf"\b(?:I|we)(?:\s?[’']ve|\shave)?\s(?:followed|was following)\s{LEAD}{OF_ITS_OWN}{LESSON}",
        rf"(?<!be ){MADE}\s(?:\w+\s){{0,3}}?(?:by|while|when|after)?\s?(?:following|coding along (?:with|to))\s{LEAD}"
        rf"{OF_ITS_OWN}{LESSON}",
        rf"(?:{START}|{PROJECT}{IS}|\bit\s(?:is|was)\s)based on\s{LEAD}{OF_ITS_OWN}{LESSON}",
        rf"{PROJECT}\s(?:closely\s)?follows\s{LEAD}{OF_ITS_OWN}{LESSON}",
        rf"(?:{START}|{PROJECT}{IS}|\bit\s(?:is|was)\s){MADE}\s(?:\w+\s){{0,3}}?(?:for|during|in|as (?:a )?part of"
        rf"|while (?:doing|taking|watching))\s{LEAD}{OF_ITS_OWN}{LESSON}",
        rf"\bmy\s(?:code|solutions?|progress|version|implementation|work)\s(?:for|of|from|to|through)\s{LEAD}"
        rf"{OF_ITS_OWN}{LESSON}",
        r"\b(?:projekt|repo\w*|app|anwendung|code|programm)\b[^.\n]{0,60}\b(?:basiert auf|folgt|nach)\s"
        r"(?:de[mrn]|einem)\s[^.\n]{0,50}(?:tutorial|online-?kurs|udemy-?kurs|\bkurs\b)",
        r"\b(?:proyecto|repositorio|aplicación|código|app)\b[^.\n]{0,60}\b(?:siguiendo|basad[oa] en|sigue)\s"
        r"(?:el|un|los)\s[^.\n]{0,40}\b(?:tutorial(?:es)?|curso)\b",
        r"\b(?:projet|dépôt|application|code)\b[^.\n]{0,60}\b(?:en suivant|basée? sur|suit)\s(?:le|un|les)\s"
        r"[^.\n]{0,40}\b(?:tutoriel|tuto|cours)\b",
        r"\b(?:projeto|repositório|aplicação|aplicativo|código|app)\b[^.\n]{0,60}\b(?:seguindo|basead[oa] n?(?:em|o)"
        r"|segue|durante)\s(?:o|um|os)?\s?[^.\n]{0,40}\b(?:tutorial|curso)\b",
        r"\b(?:progetto|repository|applicazione|codice|app)\b[^.\n]{0,60}\b(?:seguendo|basat[oa] su(?:l)?|segue)\s"
        r"(?:il|un)?\s?[^.\n]{0,40}\b(?:tutorial|corso)\b",
        r"\b(?:project|app|applicatie|code)\b[^.\n]{0,60}\b(?:gebaseerd op|volgens|volgt)\s(?:de|het|een)\s"
        r"[^.\n]{0,40}\b(?:tutorial|cursus)\b",
        r"\b(?:projekt|aplikacja|kod|repozytorium)\b[^.\n]{0,60}\b(?:na podstawie|według|opart[aey] na)\s[^.\n]{0,40}"
        r"\b(?:tutorial\w*|kurs\w*)\b",
        r"\b(?:проект|репозиторий|приложение|код)\b[^.\n]{0,60}\b(?:по|на основе|следуя|в рамках)\s[^.\n]{0,40}"
        r"\b(?:туториал\w*|курс(?:а|у|ов)|учебник\w*)\b",
        r"(?:跟着|跟隨|跟随|按照|根据|根據)[^。\n]{0,24}(?:教程|课程|課程|视频|影片)",
        r"チュートリアル(?:に沿って|に従って|を(?:参考|元|もと)に)|(?:튜토리얼|강의|강좌)(?:을|를)?\s?(?:따라|보고)",
    ),
    "assignment": (
        rf"(?:{START}|{PROJECT}\s(?:is|was|contains|holds)\s)(?:(?:this is|my|the|a|an|all|first|second|third|final"
        r"|weekly|programming|code|solutions?|answers|for|to|of)\s){0,5}(?:homeworks?|coursework|problem sets?"
        r"|assignments?|exercises)\s(?:\w+\s){0,3}(?:for|from|of|in)\s(?:the|a|an|my|our|(?-i:[A-Z]))"
        rf"{OF_ITS_OWN}\b(?:course|class|lecture|module|semester|university|(?-i:[A-Z]){{2,5}}[ -]?\d{{2,4}}[A-Z]?)\b",
        r"\b(?:my |the )?(?:solutions?|answers)\s(?:to|for|of)\s(?:the|all|my)\s[^.\n]{0,50}"
        r"\b(?:homeworks?|assignments?|problem sets?|course exercises)\b",
        r"\b(?:hausaufgaben?|übungsaufgaben?|übungsblätter|übungsblatt)\b[^.\n]{0,20}\b(?:für|zu|zur|zum|aus|der|des)\b"
        r"[^.\n]{0,40}\b(?:kurs\w*|vorlesung|modul\w*|lehrveranstaltung)\b",
        r"\b(?:tareas?|deberes|ejercicios|prácticas?)\s(?:del?|para)\s[^.\n]{0,20}\b(?:curso|asignatura|materia)\b",
        r"\b(?:devoirs?|exercices|TPs?)\s(?:du|de|pour)\s[^.\n]{0,20}\b(?:cours|module|UE)\b",
        r"\b(?:exercícios|tarefas?|trabalhos?)\s(?:d[aoe]s?|para)\s[^.\n]{0,20}\b(?:curso|disciplina|matéria)\b",
        r"\b(?:compiti|esercizi)\s(?:del|per)\s[^.\n]{0,20}\bcorso\b",
        r"\b(?:домашн\w+ (?:задани|работ)\w+|лабораторн\w+ работ\w+)",
        r"(?:课程|課程|课后|課後)作业|(?:课程|課程)作業|大作业|講座の課題|授業の課題",
    ),
}
SAID = {name: re.compile("|".join(f"(?:{one})" for one in texts), re.I | re.M) for name, texts in TEXTS.items()}
LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}\)")
MARKUP = re.compile(r"[*_`#\"“”„»«]+")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.S | re.M)


def detect(tree: Tree) -> Place | None:
    """Where the README says so; `name` is what it is, tutorial or assignment."""
    found = sorted((path for path in tree.own if NAME.fullmatch(path)), key=str.lower)
    for path in found[:1]:
        text = (tree.read(path) or "")[:MAX_TEXT]
        for name, line in said(text):
            return Place(name=name, path=path, line=line)
    return None


def said(text: str) -> list[tuple[str, int]]:
    """What a README says the project is, and in which line, first by line."""
    plain = FENCE.sub(lambda block: "\n" * block[0].count("\n"), text)
    plain = MARKUP.sub("", LINK.sub(r"\1", plain))
    joined = re.sub(r"(?<=[\w,’'-])\n(?=[a-z\w])", "\v", plain)  # a paragraph's lines are one
    lines = joined.replace("\v", " ")
    rows = []
    for name, pattern in SAID.items():
        if match := pattern.search(lines):
            at = match.start()
            rows.append((name, joined.count("\n", 0, at) + joined.count("\v", 0, at) + 1))
    return sorted(rows, key=lambda row: (row[1], row[0]))
