"""How it can be called: a served interface, its types, installed commands. Source: rubric, `serving-interface`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.code.elsewhere import matched, own_code, used
from folio.repository.code.languages.code import Code
from folio.repository.code.languages.table import by_family
from folio.repository.code.python import Module
from folio.repository.code.tables import serving as tables
from folio.repository.code.usage import bases, called, one_each, own_module
from folio.repository.delivery.installed import commands
from folio.repository.model import Serving
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

FRAMEWORKS = {
    "fastapi": {"FastAPI": "fastapi", "APIRouter": "fastapi"}, "flask": {"Flask": "flask"},
    "starlette": {"Starlette": "starlette"},
    "litestar": {"Litestar": "litestar"}, "sanic": {"Sanic": "sanic"}, "falcon": {"App": "falcon"},
    "quart": {"Quart": "quart"},
    "bottle": {"Bottle": "bottle", "route": "bottle"}, "tornado": {"Application": "tornado"},
    "ninja": {"NinjaAPI": "django-ninja"},
    "aiohttp": {"Application": "aiohttp"}, "robyn": {"Robyn": "robyn"}, "connexion": {"*": "connexion"},
    "django": {"path": "django", "get_wsgi_application": "django", "get_asgi_application": "django"},
    "http": {"HTTPServer": "http.server", "ThreadingHTTPServer": "http.server"},
    "wsgiref": {"make_server": "wsgi"}, "socketserver": {"TCPServer": "http.server",
    "ThreadingTCPServer": "http.server"},
    "grpc": {"server": "grpc"}, "streamlit": {"*": "streamlit"}, "gradio": {"Interface": "gradio",
    "Blocks": "gradio", "ChatInterface": "gradio"},
    "dash": {"Dash": "dash"}, "panel": {"*": "panel"}, "nicegui": {"*": "nicegui"}, "shiny": {"App": "shiny"},
    "chainlit": {"*": "chainlit"},
    "celery": {"Celery": "celery"}, "rq": {"Queue": "rq", "Worker": "rq"}, "dramatiq": {"actor": "dramatiq"},
    "huey": {"*": "huey"},
    "arq": {"*": "arq"}, "faust": {"App": "faust"}, "aiokafka": {"AIOKafkaConsumer": "kafka"},
    "kafka": {"KafkaConsumer": "kafka"},
    "confluent_kafka": {"Consumer": "kafka"}, "pika": {"BlockingConnection": "rabbitmq"}, "bentoml": {"*": "bentoml"},
    "ray": {"deployment": "ray serve"}, "litserve": {"LitServer": "litserve"}, "mcp": {"FastMCP": "mcp"},
    "strawberry": {"Schema": "graphql"},
    "slack_bolt": {"App": "slack"}, "telegram": {"*": "telegram"}, "discord": {"Client": "discord", "Bot": "discord"},
}  # fmt: skip
ELSEWHERE = {
    "sinatra": re.compile(r"Sinatra::Base|require ['\"]sinatra"),
    "rails": re.compile(r"\bRails\.application\.routes\.draw\b"),
    "laravel": re.compile(r"\bRoute::(get|post)\("),
    "asp.net": re.compile(r"\bWebApplication\.CreateBuilder\(|\[ApiController\]"),
    "worker": re.compile(r"\bexport default \{\s*(?:async )?fetch\("),
    "lambda": re.compile(r"\bexports\.handler\s*=|\bexport (?:const|async function) handler\b|\bRequestHandler<"),
}
"""Interfaces that the code itself shows, whatever it loads."""
EXPORTED = re.compile(r"\bexport default\b")
ROUTES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    # framework, files, what stands in them
    (
        "next",
        re.compile(r"(^|/)app/(.+/)?route\.[jt]s$"),
        re.compile(r"\bexport (async )?(function|const) (GET|POST|PUT|PATCH|DELETE)\b"),
    ),
    ("next", re.compile(r"(^|/)app/(.+/)?page\.[jt]sx$|(^|/)pages/(.+/)?[\w\[\]-]+\.[jt]sx$"), EXPORTED),
    ("next", re.compile(r"(^|/)pages/api/.+\.[jt]s$"), EXPORTED),
    (
        "sveltekit",
        re.compile(r"(^|/)routes/(.+/)?\+(page|server|layout)(\.server)?\.(svelte|[jt]s)$"),
        re.compile(r"\S"),
    ),
    ("nuxt", re.compile(r"(^|/)server/(api|routes)/.+\.[jt]s$"), re.compile(r"\bdefineEventHandler\(")),
)
"""Frameworks that know their handlers by where the file lies."""
PLUMBED = re.compile(r"^#\*\s*@(?:get|post|put|delete|plumber)\b", re.M)
"""A route of R's plumber, which is a comment."""
LANGUAGES = ("js", "mjs", "cjs", "ts", "java", "kt", "scala", "cs", "rb", "php")
SCHEMA = re.compile(r"(^|/)(openapi|swagger)[^/]*\.(ya?ml|json)$|\.(proto|graphql|graphqls|avsc)$", re.I)
TYPED = re.compile(r"(^|\.)(BaseModel|SQLModel|Struct|Schema|RootModel)$")
COMMAND_LINE = by_family(
    {
        "go": {
            "github.com/spf13/cobra|github.com/urfave/cli|github.com/alecthomas/kong": {
                "command": "cobra.Command cli.App cli.Command kong.Parse",
            },
            "flag": {"command": "flag.Parse"},
        },
        "java": {
            "picocli|com.beust.jcommander|org.kohsuke.args4j|com.github.ajalt.clikt": {
                "command": "@Command CommandLine.run CommandLine JCommander.newBuilder CmdLineParser CliktCommand",
            },
            "scopt|com.monovore.decline|mainargs|org.rogach.scallop": {
                "command": "OParser OptionParser CommandApp CommandIOApp ParserForMethods ScallopConf @main",
            },
        },
        "julia": {"Comonicon": {"command": "@main @cast"}},
    }
)
"""Where a program takes its arguments apart, in languages whose packages do not list their commands."""
MAIN = re.compile(r"^package main\b|\bvoid main\s*\(|\bextends App\b|\bdef main\s*\(|@main\b|\bfun main\s*\(", re.M)


TYPES = frozenset({"pydantic", "sqlmodel", "msgspec", "marshmallow", "ninja", "attrs"})
TYPED_MARK, COMMAND = "typed", "command"


def scan(file: File) -> Iterator[Mark]:
    """Applications that are made in own code, and types of what they take and give."""
    yield from called(file, FRAMEWORKS)
    if module := own_module(file):
        yield from _handlers(module)
        classes = (one for one in module.definitions if isinstance(one, ast.ClassDef))
        if module.packages & TYPES and any(TYPED.search(base) for one in classes for base in bases(module, one)):
            yield Mark(TYPED_MARK)
    if code := own_code(file):
        yield from _elsewhere(file, code)


def _elsewhere(file: File, code: Code) -> Iterator[Mark]:
    yield from used(file, tables.FRAMEWORKS)
    yield from matched(file, ELSEWHERE, LANGUAGES)
    for name, files, inside in ROUTES:
        if files.search(file.path) and inside.search(code.plain):
            yield Mark(name)
    if file.ending == "r" and (route := PLUMBED.search(file.text)):
        yield Mark("plumber", file.line(route.start()))
    yield from used(file, tables.TYPES)
    typed = tables.TYPED_CODE.get(code.family)
    if typed and file.ending not in ("js", "jsx", "mjs", "cjs") and (found := next(code.search(typed), None)):
        yield Mark(TYPED_MARK, file.line(found.start()))
    if MAIN.search(code.code) and (command := next(used(file, COMMAND_LINE), None)):
        yield Mark(COMMAND, command.line, note=file.stem.rpartition(".")[0] or file.stem)


def detect(tree: Tree) -> Serving:
    """Frameworks whose application is made in own code, whether what they take and give has a type, and commands."""
    found = [one for one in tree.places("serving") if one.name != COMMAND]
    names = commands(tree) | {
        _called_after(path, mark.note) for path, mark in tree.marks("serving") if mark.name == COMMAND
    }
    interfaces = one_each(one for one in found if one.name != TYPED_MARK)
    typed = any(one.name == TYPED_MARK for one in found) or any(SCHEMA.search(path) for path in tree.own)
    return Serving(interfaces=interfaces, typed=bool(interfaces) and typed, command_line=tuple(sorted(names)))


def _called_after(path: str, stem: str) -> str:
    """A program's name: its file's, and for `main` that of the folder."""
    above = path.rsplit("/", 2)[-2] if "/" in path else ""
    return above if stem.lower() == "main" and above else stem


def _handlers(module: Module) -> Iterator[Mark]:
    """A WSGI or ASGI application can be written without any framework."""
    for one in module.definitions:
        if isinstance(one, ast.ClassDef):
            continue
        arguments = [argument.arg for argument in one.args.args][-3:]
        if arguments[-2:] == ["environ", "start_response"]:
            yield Mark("wsgi", one.lineno)
        elif arguments == ["scope", "receive", "send"]:
            yield Mark("asgi", one.lineno)
