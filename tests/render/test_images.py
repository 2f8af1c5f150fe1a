"""Pictures in several widths: which there are, what a page writes, and what hostile files come to."""

from __future__ import annotations

import io
import re
import struct
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from PIL import Image, ImageCms, features

from folio.errors import FolioError
from folio.portfolio.parts import Picture
from folio.portfolio.pictures import plain
from folio.render.site import image_cache, variants
from folio.render.site.addresses import relative
from folio.render.site.folder import render_site
from folio.render.site.gallery import COLUMN, gallery, hang
from folio.render.site.images import PORTRAIT, WIDTHS, Shown, responsive
from render.pages import PageRead
from render.sample import LENA

SMALL = (40, 80, 160)
AVIF = features.check("avif")
SMALLER = AVIF and (features.version("avif") or "") >= "1.4"
"""Older encoders make nothing smaller of pictures as small as these."""


def written(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    content = io.BytesIO()
    image.save(content, form, **options)
    return content.getvalue()


@cache
def picture(width: int = 200, height: int = 100) -> Image.Image:
    """Something with a slope and a grain, in which every form has something to do."""
    image = Image.merge("RGB", [Image.linear_gradient("L").resize((width, height)),
                                Image.effect_noise((width, height), 60),
                                Image.new("L", (width, height), 90)])  # fmt: skip
    image.paste("navy", (0, 0, width // 4, height // 4))
    return image


def shown(content: bytes, **options: Any) -> Shown:
    return responsive(content, **{"alt": "x", "name": "x", "cache": None, "widths": SMALL, **options})


def read(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@cache
def photo() -> Shown:
    return shown(written(picture(), "JPEG", quality=95), name="Über uns / 2.jpg")


def test_a_picture_is_written_in_every_form_and_width_with_its_true_size() -> None:
    one = photo()
    forms = {"image/avif": "AVIF", "image/webp": "WEBP"} if SMALLER else {"image/webp": "WEBP"}
    assert [source.mime for source in one.sources] == list(forms)
    files = {file.path: file.content for file in one.artifacts}
    for srcset, form in [(one.srcset, "JPEG"), *((source.srcset, forms[source.mime]) for source in one.sources)]:
        named = [candidate.split(" ") for candidate in srcset.split(", ")]
        assert [width for _, width in named] == ["40w", "80w", "160w"]
        for path, width in named:
            image = read(files.pop(path))
            assert image.format == form
            assert image.size == (int(width[:-1]), int(width[:-1]) // 2)
    assert not files, "a file that nothing names"
    assert (one.width, one.height, one.ending) == (160, 80, "jpg")
    assert one.src in one.srcset
    assert re.fullmatch(r"assets/img/ber-uns-2-jpg-[0-9a-f]{8}-160\.jpg", one.src)


def test_a_better_form_is_smaller_or_left_out() -> None:
    weights = {}
    for file in photo().artifacts:
        ending = file.path.rpartition(".")[2]
        weights[ending] = weights.get(ending, 0) + len(file.content)
    assert list(weights.values()) == sorted(weights.values())
    flat = shown(written(Image.new("RGB", (30, 30), "teal")))
    assert "image/avif" not in [source.mime for source in flat.sources]


def test_the_same_picture_comes_to_the_same_bytes() -> None:
    assert shown(written(picture(), "JPEG", quality=95), name="Über uns / 2.jpg") == photo()


@settings(deadline=None)
@given(st.integers(1, 16_000), st.sampled_from([WIDTHS, PORTRAIT, SMALL]))
def test_widths_rise_are_few_and_never_exceed_the_picture(width: int, widths: tuple[int, ...]) -> None:
    found = variants._fitting(width, widths)
    assert found == sorted(set(found))
    assert 1 <= len(found) <= len(widths)
    assert found[-1] <= width
    assert found[-1] >= min(width, max(widths)) or found[-1] == width
    assert found[-1] <= max(widths) * variants.CLOSE


def test_a_drawing_stays_as_it_is() -> None:
    content = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240"><path d="M0 0"/></svg>'
    one = shown(content)
    assert [file.content for file in one.artifacts] == [content]
    assert (one.src.endswith(".svg"), one.width, one.height, one.sources, one.srcset) == (True, 640, 240, (), "")


def test_without_avif_the_other_forms_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variants, "_has_avif", lambda: False)
    one = shown(written(picture(), "JPEG"))
    assert [source.mime for source in one.sources] == ["image/webp"]


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
RED_IS_BLUE = (
    SRGB.replace("sRGB".encode("utf-16-be"), "BGRs".encode("utf-16-be"))
    .replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
)  # fmt: skip
TURNED = Image.Exif()
TURNED[0x0112] = 6
TURNED[0x010F] = "A camera that tells"
LEAKY = written(picture(), "JPEG", exif=TURNED, comment=b"A camera that tells", icc_profile=None)
ALPHA = Image.new("RGBA", (60, 30), (255, 0, 0, 0))
WIDE_GREY = Image.new("I;16", (60, 30), 0x8000)
PALETTE = Image.new("RGB", (60, 30), (204, 51, 102)).convert("P")


@pytest.mark.parametrize(
    ("content", "corner"),
    [
        (written(ALPHA), (255, 255, 255)),
        (written(WIDE_GREY), (127, 127, 127)),
        (written(Image.new("CMYK", (60, 30), (0, 255, 255, 0)), "JPEG", quality=100), (254, 0, 0)),
        (written(Image.new("LA", (60, 30), (9, 255))), (9, 9, 9)),
        (written(Image.new("1", (60, 30), 1)), (255, 255, 255)),
        (written(PALETTE, "GIF"), (204, 51, 102)),
        (written(Image.new("RGB", (60, 30), "red"), "WEBP", lossless=True), (255, 0, 0)),
    ],
    ids=["transparent", "16 bits", "CMYK", "grey and alpha", "1 bit", "palette", "WebP"],
)
def test_whatever_the_pixels_are_they_look_as_on_white(content: bytes, corner: tuple[int, ...]) -> None:
    one = read(shown(content).content).convert("RGB")
    assert one.size == (60, 30)
    assert all(abs(a - b) <= 2 for a, b in zip(one.getpixel((30, 15)), corner, strict=True))


def test_a_turned_photo_stands_upright_and_no_variant_tells_of_the_camera() -> None:
    one = shown(LEAKY)
    assert (one.width, one.height) == (100, 200)
    noisy = written(picture(), "PNG", exif=TURNED, icc_profile=SRGB)  # fmt: skip
    for file in (*one.artifacts, *shown(noisy).artifacts):
        assert b"camera that tells" not in file.content
        assert not set(read(file.content).info) & {"exif", "icc_profile", "comment", "xmp"}


@pytest.mark.parametrize(
    ("profile", "seen"),
    [
        (RED_IS_BLUE, (0, 0, 255)),
        (SRGB, (255, 0, 0)),
        (ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(), (255, 0, 0)),
        (b"no profile at all", (255, 0, 0)),
    ],
    ids=["another", "the web's", "of no screen", "none"],
)
def test_colours_are_those_that_the_profile_means(profile: bytes, seen: tuple[int, ...]) -> None:
    image = read(written(Image.new("RGB", (4, 4), "red"), icc_profile=profile))
    found = plain(image).getpixel((0, 0))
    assert isinstance(found, tuple)
    assert all(abs(a - b) <= 2 for a, b in zip(found, seen, strict=True))


def animation(form: str = "GIF", frames: int = 3, size: tuple[int, int] = (120, 60)) -> bytes:
    made = [picture(*size).point(lambda value, at=at: (value + 40 * at) % 256) for at in range(frames)]
    return written(made[0], form, save_all=True, append_images=made[1:], duration=50, loop=0)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", *(["AVIF"] if AVIF else [])])
def test_an_animation_moves_only_for_those_who_let_it(form: str) -> None:
    one = shown(animation(form))
    moving, *still = one.sources
    assert moving.media == "(prefers-reduced-motion: no-preference)"
    assert not any(source.media for source in still)
    frames = {file.path: getattr(read(file.content), "n_frames", 1) for file in one.artifacts}
    assert frames.pop(moving.srcset.split(" ")[0]) == 3
    assert set(frames.values()) == {1}


def png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "not a PNG, JPEG, WebP"),
        (b"\x89PNG\r\n\x1a\n", "not a PNG"),
        (written(picture())[:-900], "not a PNG"),
        (LEAKY[:-2000], "not a PNG"),
        (written(picture(), "WEBP")[:200], "not a PNG"),
        (animation()[:-2000], "not a PNG"),
        (written(picture(), "BMP"), "not a PNG"),
        (written(picture(), "TIFF"), "not a PNG"),
        (png_of(7000, 7000), "7000 x 7000 pixels; make it smaller"),
        (png_of(2**31 - 1, 2**31 - 1), "not a PNG"),
        (png_of(16_001, 1), "16001 x 1 pixels; make it smaller"),
        (b"GIF89a\xff\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x00;", "GIF"),
        (b"RIFF\x1e\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xfe\x3f\x00\xfe\x3f\x00", "WebP"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1miafAAAA", "AVIF" if AVIF else "PNG"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_name(content: bytes, what: str) -> None:
    with pytest.raises(FolioError, match=rf"^img/x\.png: .*{re.escape(what)}"):
        shown(content, file="img/x.png")


def test_an_animation_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variants, "FRAMES", 2)
    with pytest.raises(FolioError, match=r"x: 3 frames of 120 x 60 pixels; make it shorter"):
        shown(animation())
    monkeypatch.undo()
    monkeypatch.setattr(variants, "MOVING_PIXELS", 600)
    moving = next(file for file in shown(animation()).artifacts if "moving" in file.path)
    assert read(moving.content).size == (20, 10)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 60), st.sampled_from([0, 1, 2]))
def test_no_damage_ends_in_anything_but_a_picture_or_a_sentence(noise: bytes, at: int, which: int) -> None:
    whole = SEEDS[which]
    start = at * len(whole) // 61
    try:
        assert shown(whole[:start] + noise + whole[start + len(noise) :], widths=(20,)).artifacts
    except FolioError as error:
        assert str(error).startswith("x: ")


SEEDS = (written(picture(24, 12), "GIF"), written(picture(24, 12), "JPEG"), written(picture(24, 12), "WEBP"))


def test_what_is_kept_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = written(picture(), "JPEG")
    cold = shown(content, cache=tmp_path)
    kept = next(tmp_path.iterdir())
    with monkeypatch.context() as patched:
        patched.setattr("folio.render.site.images.variants", lambda *_: pytest.fail("made again"))
        assert shown(content, cache=tmp_path, alt="y") == replace(cold, alt="y")
        with pytest.raises(pytest.fail.Exception):
            shown(content, cache=tmp_path, widths=(40,))
        patched.setattr(image_cache, "encoder", lambda: "another Pillow")
        with pytest.raises(pytest.fail.Exception):
            shown(content, cache=tmp_path)
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert shown(content, cache=tmp_path) == cold
    kept.unlink()
    tmp_path.chmod(0o500)
    assert shown(content, cache=tmp_path / "x") == cold, "a cache that can't be written"
    tmp_path.chmod(0o700)


def test_the_cache_lets_go_of_what_no_site_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_cache, "SPARE", 1)
    for name in ("a", "b", "c"):
        image_cache.remember(tmp_path, name, (variants.Variant("png", 1, 1, b"x"),))
    image_cache.tidy(tmp_path, {"a"})
    assert len(list(tmp_path.iterdir())) == 2
    assert image_cache.recall(tmp_path, "a") == (variants.Variant("png", 1, 1, b"x"),)


def test_a_texts_picture_becomes_one_with_a_choice_and_everything_else_stays() -> None:
    pictures = {"articles/a/x.png": photo()}
    same = (
        '<p title="<img src=&quot;articles/a/x.png&quot;>">&lt;img src="articles/a/x.png"&gt; '
        '<img src="https://elsewhere.example/x.png" alt=""> <image src="articles/a/x.png"></p>'
    )
    assert hang(same, pictures) == same
    words = "<p>" + "word " * 90 + "</p>"
    body = hang(f'{words}<p><img src="articles/a/x.png" alt="a &quot;b&quot; &lt;c&gt;"></p>', pictures)
    images = [attributes for tag, attributes in PageRead(body).elements if tag == "img"]
    assert [one["alt"] for one in images] == ['a "b" <c>']
    assert (images[0]["loading"], images[0]["decoding"], images[0]["sizes"]) == ("lazy", "async", COLUMN)
    assert body.startswith(f"{words}<p><picture><source type=")
    assert body.endswith("</picture></p>")


def test_only_the_first_picture_that_is_seen_at_once_is_fetched_at_once() -> None:
    text = '<p>Short.</p><p><img src="a" alt=""></p><p><img src="a" alt=""></p>'
    images = [one for tag, one in PageRead(hang(text, {"a": photo()})).elements if tag == "img"]
    assert [one.get("fetchpriority") for one in images] == ["high", None]
    assert [one.get("loading") for one in images] == [None, "lazy"]


def test_every_address_of_a_srcset_is_made_relative_to_its_page() -> None:
    body = '<source srcset="assets/img/a-1.avif 400w, assets/img/a-2.avif 800w"><img src="assets/img/a.jpg">'
    there = "../../../assets/img/a"
    assert relative(body, "work/a/", prefix="de/", files=()) == (
        f'<source srcset="{there}-1.avif 400w, {there}-2.avif 800w"><img src="{there}.jpg">'
    )
    assert 'srcset="https://x.example/a 2x, ./b/ 1x"' in relative(
        '<img srcset="https://x.example/a 2x, b/ 1x">', "", prefix="", files=()
    )


@cache
def pictured() -> tuple[Any, ...]:
    """A site in two languages with a photo, a project's picture and one in a text."""
    png = written(picture(90, 60))
    case = replace(LENA.work[0], picture=Picture(png, "A plan", 0, 0, "", "img/plan.png"), caption="The plan")
    essay = replace(LENA.essays[0], body=Markup('<p>Long.</p><p><img src="articles/a/x.png" alt="A chart"></p>'))
    lena = replace(
        LENA,
        photo=Picture(written(picture(90, 90), "JPEG"), "Lena", 90, 90),
        work=(case, *LENA.work[1:]),
        essays=(essay,),
        assets=(("articles/a/x.png", png),),
    )
    there = replace(case, picture=replace(case.picture, alt="Ein Plan")) if case.picture else case
    return lena, replace(lena, prefix="de/", work=(there,))


def test_every_picture_that_a_page_names_is_there_and_no_other(tmp_path: Path) -> None:
    site = render_site(*pictured(), cache=tmp_path)
    files = {one.path for one in site if one.path.startswith("docs/assets/img/")}
    named = set()
    alts = set()
    for one in site:
        if one.path.endswith("index.md"):
            for tag, attributes in PageRead(one.content.decode().split("---\n", 2)[2]).elements:
                if tag in ("img", "source"):
                    alts.add(attributes.get("alt"))
                    listed = [attributes["src"]] if "src" in attributes else []
                    listed += [part.split(" ")[0] for part in (attributes.get("srcset") or "").split(", ") if part]
                    depth = one.path.count("/") - 1
                    assert all(path.startswith("../" * depth or "./") for path in listed)
                    named |= {f"docs/{path[path.index('assets/') :]}" for path in listed}
    assert named == files
    assert {"A plan", "Ein Plan", "Lena", "A chart"} <= alts
    assert len(list((tmp_path / "images").iterdir())) == 2, "the plan and the chart are the same file"


def test_every_broken_picture_is_named_at_once() -> None:
    lena, _ = pictured()
    broken = replace(lena, assets=(("assets/img/x-1234abcd.png", b"no"), ("assets/img/y.png", b"no")))
    with pytest.raises(FolioError) as caught:
        gallery([broken], None)
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == [
        "x.png",
        "y.png",
    ]
