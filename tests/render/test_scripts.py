"""Documents in every script are set in folio's own typefaces: embedded, readable, reproducible, without the machine's."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import page
import pikepdf
import pypdf
import pytest
from fontTools.ttLib import TTFont
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import folio.resources
from folio.render import typefaces
from folio.render.fonts import used_fonts, without_glyph
from folio.render.pdf import Printed, pdf
from folio.render.typefaces import further_faces, in_all_scripts, lacks_cjk
from folio.resources import cjk_fonts

TEXTS = {
    "el": ("Ελένη Παππά", "Μηχανικός δεδομένων στην Αθήνα, με άριστες συστάσεις."),
    "uk": ("Олена Ґудзь", "Інженерка даних: Київ і Львів, з 2019 року."),
    "ar": ("ليلى منصور", "مهندسة بيانات أولى، وشركة إلى الإنجازات في الأول والآخر"),
    "fa": ("لیلا منصوری", "مهندس داده در تهران، گزارش‌های پژوهشی و چاپ"),
    "he": ("נועה לוי", "מהנדסת נתונים בכירה, תל אביב"),
    "ja": ("山田 太郎", "データエンジニア（東京・リモート可）、処理時間を40％短縮。"),
    "ko": ("김민수", "데이터 엔지니어, 서울에서 데이터 플랫폼을 운영했습니다."),
    "zh": ("王小明", "数据工程师，常驻上海，负责数据平台的设计与运维。"),
    "zh-Hant": ("陳怡君", "資料工程師，負責資料平台的設計與維運。"),
}
RIGHT_TO_LEFT = {"ar", "fa", "he"}
STYLE = """
@font-face { font-family: "Folio Serif"; src: url("asset:/fonts/source-serif-4/SourceSerif4SmText-Regular.ttf"); }
@font-face { font-family: "Folio Serif"; font-weight: 600; src: url("asset:/fonts/source-serif-4/SourceSerif4SmText-Semibold.ttf"); }
html { font-family: "Folio Serif", serif } h1 { font-weight: 600 }
"""


def document(language: str, *paragraphs: str) -> str:
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><title>T</title><style>{STYLE}</style></head>'
        f"<body>{body}</body></html>"
    )


def made(html: str) -> Printed:
    html = in_all_scripts(html)
    return pdf(html, assets=used_fonts(html))


@cache
def printed(language: str) -> Printed:
    name, sentence = TEXTS[language]
    latin = '<span dir="ltr">Acme GmbH, ann@example.com, 2019–2022</span>'
    return made(document(language, f"<b>{name}</b>", sentence, latin))


def fonts(content: bytes) -> dict[str, tuple[bytes, bool]]:
    """The fonts of a PDF by name: what maps each to Unicode, and whether it is embedded."""
    with pikepdf.open(io.BytesIO(content)) as file:
        return {
            str(each.BaseFont): (each.ToUnicode.read_bytes(), "/FontFile2" in each.DescendantFonts[0].FontDescriptor)
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/Type0"
        }


def families(rules: str) -> list[tuple[str, str]]:
    return re.findall(r'family:"([^"]+)";src:url\("asset:/fonts/[^/]+/([A-Za-z]+)-Regular', rules)


# What a document looks like.


@pytest.mark.parametrize("language", TEXTS)
def test_every_character_is_drawn_and_nothing_is_said(language: str) -> None:
    assert printed(language).warnings == ()  # WeasyPrint warns of each .notdef


@pytest.mark.parametrize("language", TEXTS)
def test_all_fonts_are_folios_embedded_and_mapped_to_unicode(language: str) -> None:
    used = fonts(printed(language).content)
    assert len(used) >= 2
    assert all("+Folio-" in name for name in used)
    assert all(embedded and b"beginbfchar" in mapping for mapping, embedded in used.values())


@pytest.mark.parametrize("language", TEXTS)
def test_what_is_bold_is_a_bold_face(language: str) -> None:
    assert any("Semi-Bold" in name for name in fonts(printed(language).content))


@pytest.mark.parametrize("language", ["ar", "he", "ja"])
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_both_standards_are_kept(language: str, profile: str) -> None:
    report = page.validate_pdf_bytes(printed(language).content, profile=profile)
    assert [(found.rule_id, found.message) for found in report.failures] == []


def test_the_bytes_are_the_same_in_another_process() -> None:
    code = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:]; from render.test_scripts import printed;"
        "print(*(hashlib.sha256(printed(each).content).hexdigest() for each in ('ar', 'he', 'ja')))"
    )
    tests = str(Path(__file__).parents[1])
    run = subprocess.run(
        [sys.executable, "-c", code, tests], capture_output=True, text=True, check=False, env={"PATH": "", "LANG": "C"}
    )
    assert run.stdout.split() == [hashlib.sha256(printed(each).content).hexdigest() for each in ("ar", "he", "ja")]


@pytest.mark.parametrize("language", TEXTS)
def test_a_name_and_a_sentence_are_read_back_as_they_were_written(language: str) -> None:
    text = " ".join(pypdf.PdfReader(io.BytesIO(printed(language).content)).pages[0].extract_text().split())
    for part in (*TEXTS[language], "Acme GmbH, ann@example.com, 2019–2022"):
        assert part.replace("\u200c", "") in text.replace("\u200c", "")


@pytest.mark.parametrize("language", ["ar", "fa", "he", "ja"])
def test_no_glyph_stands_for_two_letters_which_extractors_would_turn_round(language: str) -> None:
    for mapping, _ in fonts(printed(language).content).values():
        meant = re.findall(rb"<[0-9a-f]+> <([0-9a-f]*)>", mapping)
        assert len(meant) > 1
        assert all(len(bytes.fromhex(each.decode()).decode("utf-16-be")) == 1 for each in meant)


def test_letters_with_marks_and_without_are_read_back_alike() -> None:
    words = "حاليًا حالي قسم قسَّم"
    text = pypdf.PdfReader(io.BytesIO(made(document("ar", words)).content)).pages[0].extract_text()
    assert sorted(text.strip()) == sorted(words)


# Which faces a document gets.


def test_latin_greek_and_cyrillic_cost_nothing_where_the_theme_has_them() -> None:
    html = document("en", "Žofia, Ελένη, Олена: 5 × 3 – “fine” …")
    assert in_all_scripts(html) == html


def test_a_latin_theme_gets_greek_and_cyrillic() -> None:
    assert families(further_faces("Ελ", "el")) == [("Folio Others", "IBMPlexSans")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("日本", "ja", "NotoSansJP"),
        ("日本", "zh", "NotoSansSC"),
        ("日本", "zh-TW", "NotoSansTC"),
        ("日本", "zh-Hant-HK", "NotoSansTC"),
        ("日本", "ko", "NotoSansKR"),
        ("日本", "en", "NotoSansSC"),
        ("日本へ", "en", "NotoSansJP"),
        ("한 日", "en", "NotoSansKR"),
    ],
)
def test_the_language_chooses_the_form_of_han_and_without_it_the_script(
    text: str, language: str, expected: str
) -> None:
    assert families(further_faces(text, language)) == [("Folio Others", expected)]


def test_a_second_face_comes_only_for_what_the_first_lacks() -> None:
    assert families(further_faces("個个", "zh-TW")) == [
        ("Folio Others", "NotoSansTC"),
        ("Folio Others 2", "NotoSansSC"),
    ]
    assert families(further_faces("日本ש", "ja")) == [
        ("Folio Others", "NotoSansJP"),
        ("Folio Others 2", "IBMPlexSansHebrew"),
    ]


def test_in_a_document_from_right_to_left_its_face_is_before_the_themes() -> None:
    assert families(further_faces("שلا", "he")) == [
        ("Folio First", "IBMPlexSansHebrew"),
        ("Folio Others 2", "FolioArabic"),
    ]
    assert families(further_faces("ש", "en")) == [("Folio Others", "IBMPlexSansHebrew")]


def test_latin_words_stay_in_the_face_of_the_theme() -> None:
    ((mapping, _),) = (font for name, font in fonts(printed("he").content).items() if name.endswith("Folio-Serif"))
    assert b"<0041>" in mapping  # A


def test_what_no_face_has_is_named_and_does_not_bring_any() -> None:
    assert further_faces("🚀ไ", "en") == ""
    (said,) = made(document("en", "🚀")).warnings[:1]
    assert said.startswith("no typeface of folio has 🚀; fonts of this machine are used")
    assert "pip install" not in said


def test_a_character_that_no_face_has_leaves_the_others_in_folios_faces() -> None:
    used = fonts(made(document("he", "נועה 🚀")).content)
    assert any(name.endswith("+Folio-First") and b"<05d5>" in mapping for name, (mapping, _) in used.items())  # ו


def test_without_the_package_the_machines_fonts_are_used_and_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typefaces, "cjk_fonts", lambda: None)
    assert further_faces("日本", "ja") == ""
    assert lacks_cjk("日本")
    assert not lacks_cjk("🚀 é")
    (said,) = made(document("ja", "日本")).warnings[:1]
    assert said.endswith("folio's own come with: pip install 'folio-ready[cjk]'")
    assert "\n" not in said


# The package of Chinese, Japanese and Korean.

FOLDER = cjk_fonts()
assert FOLDER is not None
REQUIRED = {
    "JP": bytes(range(0xA1, 0xE0)).decode("cp932") + "".join(map(chr, range(0x3041, 0x3097))) + "髙﨑①㈱々〆",
    "KR": "가각힣똠펲國",
    "SC": "啊阿齄喆堃",
    "TC": "一乙籲臺灣ㄅ",
}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda path: path.stem)
def test_a_subset_is_static_free_and_says_what_it_is(path: Path) -> None:
    font = TTFont(path)
    names = font["name"]
    assert "fvar" not in font
    assert font["OS/2"].fsType == 0
    assert names.getDebugName(6) == path.stem
    assert "subset for folio" in names.getDebugName(5)
    assert "Source" not in " ".join(str(names.getDebugName(each)) for each in (1, 3, 4, 6))
    assert without_glyph(REQUIRED[path.stem[8:10]], [path.read_bytes()]) == ""
    assert ord("A") not in font.getBestCmap()
    licence = (path.parent / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name 'Source'" in licence


def test_every_script_has_a_regular_and_a_bold_and_all_are_small_enough_for_git() -> None:
    assert FOLDER is not None
    files = sorted(FOLDER.glob("*.ttf"))
    assert [path.stem for path in files] == [
        f"NotoSans{each}-{style}" for each in REQUIRED for style in ("Bold", "Regular")
    ]
    assert sum(path.stat().st_size for path in files) < 21_000_000


def test_the_checkouts_folder_comes_first_and_else_the_installed_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(folio.resources, "__file__", str(tmp_path / "site-packages" / "folio" / "resources.py"))
    assert cjk_fonts() is None
    (tmp_path / "folio_cjk_fonts").mkdir()
    (tmp_path / "folio_cjk_fonts" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert cjk_fonts() == tmp_path / "folio_cjk_fonts"


# What is installed.

CHECKOUT = Path(__file__).resolve().parents[2]


def test_folio_itself_carries_the_small_faces_alone() -> None:
    for builder in (WheelBuilder(str(CHECKOUT)), SdistBuilder(str(CHECKOUT))):
        carried = {Path(each.relative_path).name for each in builder.recurse_included_files()}
        assert {"FolioArabic-Regular.ttf", "IBMPlexSansHebrew-SemiBold.ttf", "alone.conf"} <= carried
        assert not [name for name in carried if name.startswith("NotoSans")]


def test_the_extra_brings_the_package_with_all_that_is_beside_it() -> None:
    assert FOLDER is not None
    package = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (wanted,) = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]["cjk"]
    assert re.split("[<>=]", wanted)[0] == package["name"]
    carried = {each.distribution_path for each in WheelBuilder(str(FOLDER.parent)).recurse_included_files()}
    assert carried == {f"{FOLDER.name}/{path.name}" for path in FOLDER.iterdir() if path.is_file()}
