"""Assertions of tests in other languages than Python that can fail, and comparisons within a tolerance."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from folio.repository.code.languages.code import Code

ASSERTS: dict[str, re.Pattern[str]] = {
    "c": re.compile(
        r"\b(?:(?:EXPECT|ASSERT|REQUIRE|CHECK)(?:_\w+)?|BOOST_(?:CHECK|REQUIRE|TEST)(?!_(?:MODULE|SUITE|CASE|DONT))\w*"
        r"|TEST_ASSERT\w*|CPPUNIT_ASSERT\w*|(?:munit_|cr_|ck_)?assert(?:_\w+)?)\s*\("
    ),
    "go": re.compile(
        r"\bt\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)\(|\b(?:assert|require|is|must|qt|check)\.[A-Z]\w*\("
        r"|\b(?:Expect|So|Eventually|Consistently)\(|\bc\.Assert\("
    ),
    "java": re.compile(
        r"\b(?:assert[A-Z]\w*|assert|verify|expectThat|expect|intercept|interceptMessage|XCTAssert\w*)\s*(?:\[[^\]\n]{0,80}\])?[({]"
        r"|\b(?:should(?:Be|Not|NotBe|Equal|Throw|Contain|Have)?\w*|must(?:_==|Equal|Be|Contain)?|mustEqual)\b"
    ),
    "javascript": re.compile(
        r"\b(?:expect|assert(?:\.\w+)*|(?:t|test)\.(?:is|not|deepEqual|true|false|truthy|falsy|throws|throwsAsync|equal|equals|ok|same"
        r"|like|regex|strictEqual|match|snapshot)|strictEqual|deepStrictEqual|assert[A-Z]\w*|should)\s*\("
    ),
    "julia": re.compile(r"@test(?:_throws|_approx_eq|_logs|_warn|_nowarn|_deprecated|_reference)?\b"),
    "r": re.compile(r"\b(?:expect_\w+|check(?:Equals\w*|True|Identical|Exception)|stopifnot)\s*\("),
    "rust": re.compile(r"\b(?:debug_|prop_)?assert(?:_\w+)?!\s*[(\[{]"),
    "sql": re.compile(
        r"\b(?:ok|is|isnt|is_empty|isnt_empty|results_(?:eq|ne)|set_(?:eq|ne|has)|bag_(?:eq|ne|has)|row_eq|throws_\w+|lives_ok"
        r"|has_\w+|hasnt_\w+|col_\w+|cmp_ok|matches|alike|performs_ok|fk_ok|function_\w+|isa_ok)\s*\(", re.I
    ),
}  # fmt: skip
"""What asserts, by family; the last letter opens the arguments where there are any."""
CLOSE: dict[str, re.Pattern[str]] = {
    "c": re.compile(
        r"\b(?:(?:EXPECT|ASSERT)_(?:NEAR|DOUBLE_EQ|FLOAT_EQ)|Approx|WithinAbs|WithinRel|WithinULP|BOOST_\w+_(?:CLOSE|SMALL)\w*"
        r"|TEST_ASSERT_(?:FLOAT|DOUBLE)_WITHIN|assert_(?:float|double)_equal|ck_assert_(?:double|float)_eq_tol|isApprox"
        r"|DoubleNear|approx_equal)\s*\(|\bf?abs\([^;\n]{1,160}\)\s*<"
    ),
    "go": re.compile(
        r"\b(?:InDelta\w*|InEpsilon\w*|EqualWithin\w*|EqualApprox|EquateApprox|[aA]lmost_?[eE]qual\w*|BeNumerically)\(|\bmath\.Abs\([^\n]{1,160}\)\s*[<>]"
    ),
    "java": re.compile(
        r"\bassert\w*\([^;\n]{1,300},\s*(?:\d*\.\d+|\d+[eE]-\d+|\d\.?[eE]-\d+|\w*(?:EPS|Eps|eps|TOL|Tol|tol|DELTA|Delta|delta)\w*)[dDfF]?\s*\)"
        r"|\b(?:isCloseTo|closeTo|within|isWithin|offset|withPercentage)\(|\+-|\babs\([^;\n]{1,160}\)\s*<|\bTolerantNumerics\b|~=="
    ),
    "javascript": re.compile(
        r"\b(?:toBeCloseTo|closeTo|approximately|almostEqual|almost|toBeDeepCloseTo|toMatchCloseTo|beCloseTo)\(|\bMath\.abs\([^;\n]{1,160}\)\s*<"
    ),
    "julia": re.compile(r"≈|\bisapprox\b|@test_approx_eq|\b[ar]tol\s*="),
    "r": re.compile(r"\btolerance\s*=|\ball\.equal\s*\(|\babs\([^\n]{1,160}\)\s*<"),
    "rust": re.compile(
        r"\b(?:assert_)?(?:relative_eq|abs_diff_eq|ulps_eq|relative_ne|approx_eq|float_eq|almost_eq\w*|delta)!|\babs\(\)\s*<|\bapproximate_eq\("
    ),
}  # fmt: skip
"""A comparison within a tolerance."""
LITERALS = frozenset(
    {"true", "false", "True", "False", "TRUE", "FALSE", "T", "F", "null", "nil", "None", "NULL", "undefined",
     "NaN", "nothing", "NA", "nullptr", "some", "Some", "Ok", "t", "if", "else", "not", "and", "or", "is", "as",
     "new", "let", "select", "from", "string", "int", "float64", "f64", "f32", "i32", "u32", "usize", "context",
     "msg", "message", "integer", "text"}
)  # fmt: skip
"""Words that say nothing of the project."""
SIDES = re.compile(r",|==|\)\s*\.\s*\w+\s*\(|\bshould\s*(?:be|equal)\b")
NAME = re.compile(r"(?<![\w.])(?!\d)\w+")
CHAINED = re.compile(r"\s*(?:!|\.\s*\w+)*\s*(?=\()|\s*(?:\.\s*\w+)+")
CONDITION = re.compile(r"\b(?:if|else|case|switch|select|for)\b")
BRANCH = re.compile(r"^[ \t]*(?:case\b[^\n]*|default):", re.M)


def assertions(code: Code, start: int = 0) -> Iterator[tuple[int, str]]:
    """Where each assertion that can fail stands, and what it says, with all that is blank as one space."""
    pattern = ASSERTS.get(code.family)
    for match in pattern.finditer(code.code, start) if pattern else ():
        end, subject = _extent(code, match)
        if subject is not None and not _is_trivial(code, subject):
            yield match.start(), " ".join(code.plain[_line_start(code, match.start()) : end].split())


def close_to(code: Code, start: int = 0) -> int | None:
    """Where something is compared within a tolerance for the first time."""
    pattern = CLOSE.get(code.family)
    match = pattern.search(code.code, start) if pattern else None
    return match.start() if match else None


def _extent(code: Code, match: re.Match[str]) -> tuple[int, tuple[int, int] | None]:
    """Where an assertion ends, and from where to where it says what is asserted; None when it asserts nothing."""
    text, at = code.code, match.end()
    if code.family == "go" and match[0].startswith("t."):
        return code.pairs.get(at - 1, at), _condition(code, match.start())
    if match[0][-1] not in "([{":  # the rest of the line: `@test a == b`, `a should be (b)`
        start = at if code.family == "julia" else _line_start(code, match.start())
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        for opened in range(at, min(stop, at + 300)):
            if text[opened] in "([{" and code.pairs.get(opened, 0) > stop:
                stop = code.pairs[opened] + 1
                break
        return stop, (start, stop)
    end = code.pairs.get(at - 1)
    if end is None:
        return at, None
    first = end
    while (link := CHAINED.match(text, end + 1)) and link.end() > end + 1:
        end = code.pairs.get(link.end(), link.end() - 1)
    if match[0].startswith("expect") and code.family == "javascript" and end == first:
        return end, None
    return end + 1, (at - 1, end + 1)


def _condition(code: Code, at: int) -> tuple[int, int] | None:
    """In Go a test fails by a call under a condition; one that stands under none says only that it was reached."""
    last = bisect_right(code.blocks, at)
    for start in reversed(code.blocks[max(0, last - 200) : last]):
        if code.pairs[start] > at:
            head = _line_start(code, start)
            if CONDITION.search(code.code, head, start):
                return head, start
            branch = BRANCH.search(code.code, start, at)
            return branch.span() if branch else None
    return None


def _is_trivial(code: Code, subject: tuple[int, int]) -> bool:
    """Whether it says nothing but literals, or one thing twice. Source: guard `trivial-test`."""
    start, end = subject
    text = code.code[start:end]
    if text.lstrip().startswith(("else", "} else", "case", "default")):
        return False
    names = [name for name in NAME.findall(text) if name not in LITERALS and not ASSERTS[code.family].match(f"{name}(")]
    if not names:
        return code.family != "sql" or "'" not in text
    sides = re.split(
        r",|==|\)\s*\.\s*\w+\s*\(|\bshould\s*(?:be|equal)\b", code.plain[start:end].strip("()[]{} \n;"), maxsplit=1
    )
    return len(sides) == 2 and "(" not in sides[0] and sides[0].strip(" ()") == sides[1].strip(" ()\n;")


def _line_start(code: Code, at: int) -> int:
    return code.code.rfind("\n", 0, at) + 1
