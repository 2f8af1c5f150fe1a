"""Documents in YAML, JSON, XML, CSV and ZIP that break readers: as profiles, and given to `folio import`."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

from corpora.corpus import documents
from folio.errors import InputError
from folio.importing import import_profile
from folio.profile.load import load_each
from hostile.trying import Tally

HEAD = b"name: Ada\nheadline: b\nsummary: c\n"
DEEP = 10_000
YAML = {
    "a bomb of aliases": b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)),
    "a bomb of merges": b"a: &a {x: 1}\n" + b"".join(b"%c: &%c {<<: [%s]}\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)),
    "an alias in itself": HEAD + b"skills: &a [*a]\n",
    "a tag of Python": b"!!python/object/apply:os.system ['true']\n",
    "a tag in a list": HEAD + b"skills: [!!binary aGk=]\n",
    "an included file": b"name: !include /etc/passwd\n",
    "lists in lists": b"name: " + b"[" * DEEP,
    "mappings in mappings": b"name: " + b"{a: " * DEEP,
    "lists by dashes": b"name:\n" + b"- " * DEEP,
    "indented for ever": b"".join(b" " * n + b"a:\n" for n in range(1000)),
    "questions": b"? " * DEEP,
    "a key of 900,000 characters": b"a" * 900_000 + b": x\n",
    "a line of 900,000 characters": HEAD + b"links: {website: " + b"a" * 900_000 + b"}\n",
    "a number of 5,000 digits": HEAD + b"experience_since: " + b"9" * 5000 + b"\n",
    "a number without end": HEAD + b"availability: {hours_per_week: 1e400000}\n",
    "a number below all": HEAD + b"availability: {hours_per_week: -1e400000}\n",
    "no number": HEAD + b"availability: {hours_per_week: .nan}\n",
    "100,000 keys": b"".join(b"k%d: x\n" % n for n in range(100_000)),
    "100,000 unknown fields": HEAD + b"".join(b"k%d: x\n" % n for n in range(20_000)),
    "a NUL": b"name: A\0da\n",
    "all bytes": bytes(range(256)),
    "Latin-1": "name: José\n".encode("latin-1"),
    "UTF-16": "name: Ada\n".encode("utf-16"),
    "UTF-16 without a mark": "name: Ada\n".encode("utf-16-le"),
    "UTF-32": "name: Ada\n".encode("utf-32"),
    "a byte order mark": b"\xef\xbb\xbf" + HEAD,
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + HEAD,
    "half a character": b"name: \xed\xa0\x80\n",
    "half a character by its number": b'name: "\\ud800"\n',
    "a character beyond all": b'name: "\\U00110000"\n',
    "an overlong character": b"name: \xc0\xaf\n",
    "carriage returns": HEAD.replace(b"\n", b"\r"),
    "all line ends": HEAD.replace(b"\n", "\u2028".encode()),
    "directives": b"%YAML 9.9\n%TAG ! tag:x,2000:\n---\n" + HEAD,
    "many documents": b"--- x\n" * 10_000,
    "a comment of 900,000 characters": b"#" * 900_000 + b"\n" + HEAD,
    "quotes never closed": b'name: "' + b"a\n" * 100_000,
    "a block never ended": HEAD + b"summary2: |\n" + b" a\n" * 200_000,
}  # fmt: skip
XML = {
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    "a file as an entity": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    "a document type in UTF-7": b'<?xml version="1.0" encoding="UTF-7"?>\n+ADwAIQ-DOCTYPE x +AFsAPAAh-ENTITY a +ACI-b+ACIAPgBdAD4-<SkillsPassport>+ACY-a+ADs-</SkillsPassport>',
    "a document type in UTF-32": '<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE x [<!ENTITY a "b">]><SkillsPassport>&a;</SkillsPassport>'.encode("utf-32-le"),
    "nested": b"<a>" * DEEP,
    "nested and whole": b"<SkillsPassport>" + b"<a>" * 250 + b"</a>" * 250 + b"</SkillsPassport>",
    "attributes": b"<SkillsPassport " + b" ".join(b'a%d="x"' % n for n in range(20_000)) + b"/>",
    "an inclusion": b'<SkillsPassport xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></SkillsPassport>',
    "a style sheet": b'<?xml-stylesheet href="file:///etc/passwd"?><SkillsPassport/>',
    "an SVG": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
    "a page": b"<!doctype html><script>1</script>",
}  # fmt: skip
JSON = {
    f"nested {depth} times": b'{"basics": {"name": "Ada"}, "x": ' + b"[" * depth + b"]" * depth + b"}"
    for depth in (101, 500, 700, 900, 990, 100_000)
} | {
    "a number without end": b'{"basics": {"name": "Ada"}, "x": 1e400000}',
    "a number of 5,000 digits": b'{"basics": {"name": "Ada"}, "x": ' + b"1" * 5000 + b"}",
    "half a character": b'{"basics": {"name": "\\ud800"}}',
    "a prototype": b'{"__proto__": {"a": 1}, "constructor": {"name": "x"}, "basics": {"name": "Ada"}}',
    "keys that are paths": b'{"basics": {"name": "Ada"}, "../../x": {"a.b[0]": 1, "": 2, "$ref": "file:///etc/passwd"}}',
    "lists where texts belong": b'{"basics": [[[]]], "work": {"name": 1}, "skills": "x"}',
}


def some(name: str, every: bool) -> list[tuple[str, bytes]]:
    """The documents of a collection, or a third of them."""
    return list(documents(name).items())[:: 1 if every else 3]


def profiles(tally: Tally, scratch: Path, every: bool) -> None:
    """`folio validate`: a profile, or problems with places inside the file."""
    file = scratch / "profile.yaml"
    cases = YAML | {f"yaml-test-suite {name}": content for name, content in some("yaml_test_suite", every)}
    if every:
        cases |= {f"JSONTestSuite {name}": content for name, content in documents("json_test_suite").items()}
    for name, content in cases.items():
        file.write_bytes(content)
        tally.of(name, lambda content=content: _loaded(file, content))  # type: ignore[misc]


def _loaded(file: Path, content: bytes) -> None:
    try:
        load_each(file)
    except InputError as error:
        lines = len(content.decode("utf-8", "replace").splitlines()) + content.count(b"\r") + 2
        assert error.problems
        assert all(one.position.file == str(file) and 0 <= one.position.line <= lines for one in error.problems)
        raise


def imports(tally: Tally, scratch: Path, every: bool) -> None:
    """`folio import`: a profile that loads, or an error in words; never half of one, and nothing beside it."""
    cases = {f"XML: {name}": content for name, content in XML.items()}
    cases |= {f"JSON: {name}": content for name, content in JSON.items()}
    cases |= {f"JSONTestSuite {name}": content for name, content in some("json_test_suite", every)}
    cases |= {f"ZIP: {name}": content for name, content in list(archives().items())[:: 1 if every else 3]}
    if every:
        cases |= {f"YAML: {name}": content for name, content in YAML.items()}
        cases |= {f"yaml-test-suite {name}": content for name, content in documents("yaml_test_suite").items()}
    for number, (name, content) in enumerate(cases.items()):
        file, folder = scratch / f"{number}.document", scratch / f"{number}"
        file.write_bytes(content)
        must_be = (
            "told"
            if name.startswith(("XML: a document type", "XML: a file", "XML: entit", "JSON: nested"))
            else "either"
        )
        tally.of(name, lambda file=file, folder=folder: _imported(file, folder), must_be=must_be)  # type: ignore[misc]
        file.unlink()


def _imported(file: Path, folder: Path) -> None:
    try:
        done = import_profile(file, folder)
    except BaseException:
        assert not folder.exists()
        raise
    assert b"root:" not in done.path.read_bytes()
    load_each(folder)


def archives() -> dict[str, bytes]:
    """ZIPs with every packing there is, changed a byte here and there; with names that lead out; and with lies."""
    rows = b"First Name,Last Name,Headline\nAda,L,x\n"
    found = {}
    for packing, name in ((0, "stored"), (8, "deflated"), (12, "bzip2"), (14, "lzma")):
        whole = _archive({"Profile.csv": rows}, packing)
        found[name] = whole
        for at in range(0, len(whole), 3):
            found[f"{name}, byte {at}"] = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
    found["names that lead out"] = _archive({"../Profile.csv": rows, "/Profile.csv": rows, "..\\Profile.csv": rows}, 8)
    found["a bomb"] = _archive({"Profile.csv": rows + bytes(4_000_000)}, 8)
    locked = bytearray(_archive({"Profile.csv": rows}, 0))
    struct.pack_into("<H", locked, locked.index(b"PK\x01\x02") + 8, 1)
    found["a lock"] = bytes(locked)
    found["a cell of 200,000 characters"] = _archive({"Profile.csv": rows + b'"' + b"x" * 200_000 + b'"\n'}, 0)
    found["formulas"] = _archive({"Profile.csv": rows + b"=cmd|' /C calc'!A0,@SUM(1),+1\n"}, 0)
    return found


def _archive(files: dict[str, bytes], packing: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
