"""Ordinary code in many languages: conversions of units, which no check looks for.

A project has to have a hundred lines before anything in it counts. These make a small case large enough. What the
project is about is in them, so that two projects are not the same code.
"""

from __future__ import annotations

import re
from collections.abc import Callable

FACTORS = {
    "ounces_to_grams": "28.35", "pounds_to_kilograms": "0.4536", "inches_to_centimetres": "2.54",
    "feet_to_metres": "0.3048", "yards_to_metres": "0.9144", "miles_to_kilometres": "1.609",
    "pints_to_litres": "0.5683", "gallons_to_litres": "4.546", "acres_to_hectares": "0.4047",
    "stones_to_kilograms": "6.35", "knots_to_kilometres_an_hour": "1.852", "bars_to_pascals": "100000.0",
    "calories_to_joules": "4.184", "horsepower_to_watts": "745.7", "furlongs_to_metres": "201.2",
    "fathoms_to_metres": "1.829", "carats_to_grams": "0.2", "bushels_to_litres": "36.37",
    "barrels_to_litres": "158.99", "degrees_to_radians": "0.017453", "atmospheres_to_pascals": "101325.0",
    "cups_to_millilitres": "236.6", "teaspoons_to_millilitres": "4.93", "hands_to_centimetres": "10.16",
    "leagues_to_kilometres": "4.828", "grains_to_milligrams": "64.8", "quarts_to_litres": "1.137",
    "rods_to_metres": "5.029", "chains_to_metres": "20.12", "drams_to_grams": "1.772",
}  # fmt: skip

PYTHON = 'def {snake}(amount: float) -> float:\n    """As sold {n} years ago."""\n    return amount * {factor}\n\n\n'
JAVASCRIPT = "export function {camel}(amount) {{\n  return amount * {factor};\n}}\n\n"
TYPESCRIPT = "export function {camel}(amount: number): number {{\n  return amount * {factor};\n}}\n\n"
R = "{snake} <- function(amount) {{\n  amount * {factor}\n}}\n\n"
JULIA = "function {snake}(amount::Float64)\n    return amount * {factor}\nend\n\n"
GO = "func {pascal}(amount float64) float64 {{\n\treturn amount * {factor}\n}}\n\n"
RUST = "pub fn {snake}(amount: f64) -> f64 {{\n    amount * {factor}\n}}\n\n"
JAVA = "    public static double {camel}(double amount) {{\n        return amount * {factor};\n    }}\n\n"
SCALA = "  def {camel}(amount: Double): Double = {{\n    amount * {factor}\n  }}\n\n"
CPP = "double {snake}(double amount) {{\n    return amount * {factor};\n}}\n\n"

Around = tuple[str, str]
LANGUAGES: dict[str, tuple[str, Around]] = {
    "py": (PYTHON, ("", "")),
    "js": (JAVASCRIPT, ("", "")),
    "ts": (TYPESCRIPT, ("", "")),
    "R": (R, ("", "")),
    "jl": (JULIA, ("", "")),
    "go": (GO, ("package {module}\n\n", "")),
    "rs": (RUST, ("", "")),
    "java": (JAVA, ("public final class {module} {{\n", "}}\n")),
    "scala": (SCALA, ("object {module} {{\n", "}}\n")),
    "cpp": (CPP, ("", "")),
}
COMMENTS = {"py": "#", "R": "#", "jl": "#", "yml": "#", "yaml": "#", "toml": "#", "sql": "--", "md": "A line of text:"}


def code(path: str, lines: int, about: str) -> str:
    """A module with so many lines of code, or a few more."""
    module, _, ending = path.rsplit("/", 1)[-1].rpartition(".")
    template, around = LANGUAGES[ending]
    before, after = (part.format(module=module) for part in around)
    text, count, n = before, _code_lines(before) + _code_lines(after), 0
    names = list(FACTORS)
    while count < lines:
        again = n // len(names)
        snake = names[n % len(names)] + (f"_{again}" if again else "")
        one = template.format(
            snake=snake, camel=_camel(snake), pascal=_pascal(snake), factor=FACTORS[names[n % len(names)]], n=n
        )
        text += one
        count += _code_lines(one)
        n += 1
    words = re.sub(r"[^a-z]+", "_", about.lower())[:40].strip("_")
    return (text + after).replace("amount", f"{words}_amount")


def comments(path: str, size: int) -> str:
    """Comments that together have so many bytes."""
    mark = COMMENTS.get(path.rpartition(".")[2], "//")
    lines: list[str] = []
    total = 0
    while total < size:
        lines.append(f"{mark} read on shelf {len(lines)} that there was nothing to see\n")
        total += len(lines[-1])
    return "".join(lines)


def _code_lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip() and '"""' not in line)


def _pascal(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


_camel: Callable[[str], str] = lambda name: name[0] + _pascal(name)[1:]  # noqa: E731
