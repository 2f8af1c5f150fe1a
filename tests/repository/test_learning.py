"""What a README says of where the project comes from, in the words of people."""

from __future__ import annotations

import time

import pytest

from folio.repository.detect import learning
from folio.repository.detect.learning import said
from repository.build import tree_of

SAYS_SO = """
Following the Flask Mega-Tutorial. Can be found at https://example.org
Flask app was built following the Flask Mega-Tutorial by Miguel Grinberg.
This project is based on the course: Docker & Kubernetes: The Practical Guide on Udemy.
This project is based on the course "Build a Microservices App with .NET" by Neil
This project is based on the course - [Python in Real World](https://example.org)
> **Credit.** This project is based on the course project **"AI Resume" by Shradha**
Based on the tutorial by Corey Schafer.
My solutions to the assignments of CS231n.
Homework for the Machine Learning course at ETH
This is a blog I made while following the Django tutorial on YouTube.
I followed the [tutorial](https://example.org) by Tech With Tim.
This project follows the React tutorial of freeCodeCamp.
My code for the Udemy course Complete Python Bootcamp
This repository contains my solutions for the homework of CS 188.
Dieses Projekt basiert auf dem Tutorial von Programmieren Starten
Proyecto siguiendo el tutorial de Píldoras Informáticas
Ce projet a été réalisé en suivant le tutoriel de Grafikart
Projeto desenvolvido durante o curso da Rocketseat
Домашнее задание по курсу ML
跟着Flask教程做的博客
""".strip().split("\n")
SAYS_SOMETHING_ELSE = """
This is an example application featured in my [Flask Mega-Tutorial](https://example.org).
Follow the tutorial below to get started.
You can run the app by following this tutorial.
Install Docker following the [tutorial](https://example.org).
See the tutorial by Jonathan for usage.
This app recommends courses based on the course ratings of Coursera.
A tutorial by the authors is in docs/.
Feedforward network structure follows the tutorial by Vict0rSch:
The docker setup of this project is based on the tutorial in the docs.
This repository contains the materials of the course I teach.
Teachers can assign homework for the class and track it.
This is a take-home assignment for ACME Corp.
Following the documentation, run make.
Quickstart: following our tutorial takes ten minutes.
It was written for the course management office of the university.
For a walkthrough, see the course on YouTube.
If you are following the tutorial in your own environment, install this.
The API was created for a client in retail; the course of action is in PLAN.md.
This project was made for the training course provider ACME.
""".strip().split("\n")


@pytest.mark.parametrize("line", SAYS_SO)
def test_a_project_that_was_made_with_a_tutorial_says_so(line: str) -> None:
    assert said(f"# A thing\n\nIt does things.\n\n{line}\n")


@pytest.mark.parametrize("line", SAYS_SOMETHING_ELSE)
def test_ones_own_tutorial_and_steps_for_the_reader_say_nothing(line: str) -> None:
    assert not said(f"# A thing\n\nIt does things.\n\n{line}\n")


def test_the_place_is_where_the_sentence_begins() -> None:
    text = "# A blog\n\n```sh\nrun it\n```\n\nI built it while\nfollowing the Flask\ntutorial by Miguel.\n"
    place = learning.detect(tree_of({"README.md": text}))
    assert place is not None
    assert (place.name, str(place)) == ("tutorial", "README.md:7")


def test_only_the_projects_own_readme_speaks_for_it() -> None:
    line = "Following the Flask Mega-Tutorial by Miguel.\n"
    assert learning.detect(tree_of({"old/README.md": line, "docs/start.md": line})) is None
    assert learning.detect(tree_of({"README.md": f"# A\n\n```\n{line}```\n"})) is None


@pytest.mark.parametrize(
    "piece", ["this ", "the my ", "my code for the ", "built ", "a\n", "[", "[a](", "I have ", "`"]
)
def test_hostile_readmes_take_little_time(piece: str) -> None:
    started = time.process_time()
    said(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 3
