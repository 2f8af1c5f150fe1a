"""Pictures and drawings that are bombs, that act, or that are something else."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from folio.profile.enclosed import picture
from folio.render.site.variants import variants
from hostile.trying import Tally

SVG = b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'%b>%b</svg>"
ACTIVE = {
    "a script": b"<script>alert(1)</script>",
    "a script under a prefix": b"<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
    "a handler": b"<g onload='alert(1)'/>",
    "a handler after a line end": b"<g\nonload\n=\n'alert(1)'/>",
    "a link in entities": b"<a href='javas&#99;ript:alert(1)'><text>x</text></a>",
    "a link by XLink": b"<a xlink:href='javascript:alert(1)'/>",
    "a picture elsewhere": b"<image href='https://evil.example/x.png'/>",
    "a picture of this machine": b"<image xlink:href='file:///etc/passwd'/>",
    "a style that imports": b"<style>@import 'https://evil.example/x.css';</style>",
    "a style with an address": b"<style>*{fill:url(https://evil.example/x)}</style>",
    "a style of an element": b"<g style='fill:url(//evil.example/x)'/>",
    "an animation of an address": b"<a><animate attributeName='href' values='javascript:alert(1)'/></a>",
    "a page inside": b"<foreignObject><iframe src='https://evil.example'/></foreignObject>",
    "a use from elsewhere": b"<use href='https://evil.example/x.svg#a'/>",
    "what repeats itself": b"<g id='a'><use href='#a'/><use href='#a'/></g>",
    "100,000 elements": b"<g/>" * 100_000,
    "100,000 levels": b"<g>" * 100_000 + b"</g>" * 100_000,
    "9,000 levels with names": b"".join(b"<g id='a%d'>" % n for n in range(9000)) + b"<use href='#z'/>" * 9000 + b"</g>" * 9000 + b"<g><g/></g>" * 2000,
}  # fmt: skip
DRAWINGS = {name: SVG % (b"", inside) for name, inside in ACTIVE.items()} | {
    "an entity": b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG % (b"", b"<text>&a;</text>"),
    "two document types": b"<!DOCTYPE svg><!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG % (b"", b""),
    "700,000 document types": b"<!DOCTYPE svg" * 700_000 + b"<svg",
    "an encoding that nobody knows": b"<?xml version='1.0' encoding='klingon'?>" + SVG % (b"", b""),
    "UTF-7": b"<?xml version='1.0' encoding='utf-7'?>" + SVG % (b"", b"+ADw-script+AD4-"),
    "a page that is a drawing": b"<html><svg><script>1</script></svg></html>",
}


def png(width: int, height: int, body: bytes = b"", *, more: bytes = b"") -> bytes:
    """A PNG that says that it is so large, whatever is in it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def _bombs() -> dict[str, bytes]:
    packed = zlib.compress(bytes(50_000_000), 9)
    text = zlib.compress(b"a" * 50_000_000, 9)
    ztxt = b"zTXt" + b"Comment\0\0" + text
    noted = struct.pack(">I", len(ztxt) - 4) + ztxt + struct.pack(">I", zlib.crc32(ztxt))
    whole = _whole("JPEG")
    return {
        "65,535 pixels each way": png(65_535, 65_535, packed),
        "4 billion pixels wide": png(0xFFFFFFFF, 1, packed),
        "no pixels": png(0, 0),
        "few pixels of much": png(10, 10, packed),
        "a comment of 50 MB": png(10, 10, zlib.compress(bytes(310)), more=noted),
        "a PNG cut short": _whole("PNG")[:60],
        "a JPEG cut short": whole[: len(whole) // 2],
        "a JPEG of 65,535 pixels": whole.replace(struct.pack(">HH", 8, 8), b"\xff\xff\xff\xff", 1),
        "a GIF that is a page": b"GIF89a<script>alert(1)</script>",
        "a GIF of 65,535 pixels": b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;",
        "a WebP that is none": b"RIFF\xff\xff\xff\x7fWEBPVP8 \xff\xff\xff\x7f",
        "an AVIF that is a film": b"\0\0\0\x18ftypisom\0\0\0\0isomavif" + bytes(100),
        "a page": b"<!doctype html><script>alert(1)</script>",
        "nothing": b"",
        "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n(id) run\n",
        "a PDF": b"%PDF-1.7\n",
    }  # fmt: skip


def _whole(form: str) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, form)
    return out.getvalue()


def pictures(tally: Tally, scratch: Path, every: bool) -> None:
    """Drawings that act are refused; of all others, only what Pillow wrote anew is shown."""
    for name, content in DRAWINGS.items():
        (scratch / "x.svg").write_bytes(content)
        tally.of(f"SVG: {name}", lambda: picture(scratch, "x.svg"), must_be="told")
    for name, content in _bombs().items():
        (scratch / "x.png").write_bytes(content)
        tally.of(name, _written_anew(scratch))


def _written_anew(folder: Path):  # type: ignore[no-untyped-def]
    def act() -> None:
        for one in variants(picture(folder, "x.png"), "x.png", (320, 640)):
            assert b"script" not in one.content
            assert one.width <= 640

    return act
