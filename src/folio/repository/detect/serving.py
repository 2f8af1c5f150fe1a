"""How it can be called: a served interface, its types, installed commands. Source: rubric, `serving-interface`."""

from __future__ import annotations

import ast
import configparser
import json
import re
import tomllib
from collections.abc import Iterator

from folio.repository.model import Serving
from folio.repository.python import Module
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree
from folio.repository.usage import bases, called, matched, one_each, own_module

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
    "express": re.compile(r"=\s*express\(\)"), "fastify": re.compile(r"\b[fF]astify\("),
    "koa": re.compile(r"new Koa\("),
    "hono": re.compile(r"new Hono\("), "nest": re.compile(r"NestFactory\.create"),
    "node http": re.compile(r"\bhttp\.createServer\("),
    "net/http": re.compile(r"\bhttp\.(ListenAndServe|NewServeMux)\b"), "gin": re.compile(r"\bgin\.(Default|New)\("),
    "echo": re.compile(r"\becho\.New\("),
    "fiber": re.compile(r"\bfiber\.New\("), "chi": re.compile(r"\bchi\.NewRouter\("),
    "grpc": re.compile(r"\bgrpc\.NewServer\("),
    "axum": re.compile(r"\bRouter::new\("), "actix": re.compile(r"\bHttpServer::new\("),
    "rocket": re.compile(r"\brocket::build\("),
    "spring": re.compile(r"@(Rest)?Controller\b"), "ktor": re.compile(r"\bembeddedServer\("),
    "akka http": re.compile(r"\bHttp\(\)\.(newServerAt|bindAndHandle)"),
    "shiny": re.compile(r"\bshinyApp\("), "plumber": re.compile(r"^#\*\s*@(get|post)|\bplumb\(", re.M),
    "genie": re.compile(r"\busing Genie\b"),
    "sinatra": re.compile(r"Sinatra::Base|require ['\"]sinatra"), "laravel": re.compile(r"\bRoute::(get|post)\("),
    "react": re.compile(r"\bcreateRoot\("),
    "vue": re.compile(r"\bcreateApp\("),
}  # fmt: skip
LANGUAGES = ("js", "jsx", "ts", "tsx", "mjs", "go", "rs", "java", "kt", "scala", "r", "jl", "rb", "php")
SCHEMA = re.compile(r"(^|/)(openapi|swagger)[^/]*\.(ya?ml|json)$|\.(proto|graphql|graphqls|avsc)$", re.I)
TYPED = re.compile(r"(^|\.)(BaseModel|SQLModel|Struct|Schema|RootModel)$")
ZOD = re.compile(r"\bz\.object\(|@(Body|ApiProperty)\(|Type\.Object\(")
SCRIPT = re.compile(r"^\s*([\w.-]+)\s*=\s*[\w.]+:[\w.]+", re.M)


TYPES = frozenset({"pydantic", "sqlmodel", "msgspec", "marshmallow", "ninja", "attrs"})
TYPED_MARK = "typed"


def scan(file: File) -> Iterator[Mark]:
    """Applications that are made in own code, and types of what they take and give."""
    yield from called(file, FRAMEWORKS)
    yield from matched(file, ELSEWHERE, LANGUAGES)
    if module := own_module(file):
        yield from _handlers(module)
        classes = (one for one in module.definitions if isinstance(one, ast.ClassDef))
        if module.packages & TYPES and any(TYPED.search(base) for one in classes for base in bases(module, one)):
            yield Mark(TYPED_MARK)
    elif file.is_source and file.ending in ("ts", "tsx", "js") and (found := ZOD.search(file.text)):
        yield Mark(TYPED_MARK, file.line(found.start()))


def detect(tree: Tree) -> Serving:
    """Frameworks whose application is made in own code, whether what they take and give has a type, and commands."""
    found = tree.places("serving")
    interfaces = one_each(one for one in found if one.name != TYPED_MARK)
    typed = any(one.name == TYPED_MARK for one in found) or any(SCHEMA.search(path) for path in tree.own)
    return Serving(interfaces=interfaces, typed=bool(interfaces) and typed, command_line=tuple(sorted(_commands(tree))))


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


def _commands(tree: Tree) -> set[str]:
    found: set[str] = set()
    for path in tree.named("pyproject.toml"):
        content = tree.toml(path)
        tool = content.get("tool")
        poetry = tool.get("poetry") if isinstance(tool, dict) else None
        for section in (content.get("project"), poetry):
            scripts = section.get("scripts") if isinstance(section, dict) else None
            found |= scripts.keys() if isinstance(scripts, dict) else set()
    for path in tree.named("setup.cfg"):
        parser = configparser.RawConfigParser(strict=False)
        try:
            parser.read_string(tree.read(path) or "")
        except configparser.Error:
            continue
        found |= set(SCRIPT.findall(parser.get("options.entry_points", "console_scripts", fallback="")))
    for path in tree.named("setup.py"):
        text = tree.read(path) or ""
        if "console_scripts" in text:
            found |= set(re.findall(r"[\"']\s*([\w.-]+)\s*=\s*[\w.]+:[\w.]+", text[text.index("console_scripts") :]))
    for path in tree.named("package.json"):
        found |= _npm_commands(tree.read(path) or "")
    for path in tree.named("Cargo.toml"):
        found |= _cargo_commands(tree, path)
    return {str(name) for name in found}


def _npm_commands(text: str) -> set[str]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return set()
    commands = content.get("bin") if isinstance(content, dict) else None
    if isinstance(commands, dict):
        return set(commands)
    return {str(content.get("name", "")).rsplit("/", 1)[-1]} if isinstance(commands, str) else set()


def _cargo_commands(tree: Tree, path: str) -> set[str]:
    try:
        content = tomllib.loads(tree.read(path) or "")
    except tomllib.TOMLDecodeError:
        return set()
    listed = content.get("bin")
    names = (
        {str(one["name"]) for one in listed if isinstance(one, dict) and "name" in one}
        if isinstance(listed, list)
        else set()
    )
    package = content.get("package")
    if f"{path.removesuffix('Cargo.toml')}src/main.rs" in tree.sizes and isinstance(package, dict):
        names.add(str(package.get("name")))
    return names
