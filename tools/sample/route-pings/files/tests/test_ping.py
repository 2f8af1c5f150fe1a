import pytest

from route_pings.ping import BadPing, Ping, Window, metres, parse


def test_a_line_becomes_a_ping():
    assert parse('{"van": "v7", "at": 5, "lat": 45.65, "lon": 13.77}') == Ping(
        "v7", 5, 45.65, 13.77
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        '{"van": "v7"}',
        '{"van": "v7", "at": "noon", "lat": 45, "lon": 13}',
        '{"van": "v7", "at": 5, "lat": 91, "lon": 13}',
        '{"van": "v7", "at": 5, "lat": NaN, "lon": 13}',
        '{"van": "v7", "at": Infinity, "lat": 45, "lon": 13}',
    ],
)
def test_anything_else_is_refused(line):
    with pytest.raises(BadPing):
        parse(line)


def test_a_degree_of_latitude_is_111_kilometres():
    assert metres((45, 13), (46, 13)) == pytest.approx(111_195, rel=1e-4)
    assert metres((45, 13), (45, 13)) == 0


def test_the_window_forgets_and_ignores_what_comes_late():
    window = Window(seconds=60)
    assert window.add(Ping("v", 0, 45, 13))
    assert window.add(Ping("v", 50, 45, 13))
    assert not window.add(Ping("v", 50, 45.1, 13))
    assert not window.add(Ping("v", 20, 45.1, 13))
    assert window.add(Ping("v", 70, 45, 13))
    assert [ping.at for ping in window.pings] == [50, 70]


def test_speed_needs_half_a_minute():
    window = Window()
    assert window.speed() is None
    window.add(Ping("v", 0, 45.0, 13))
    window.add(Ping("v", 20, 45.001, 13))
    assert window.speed() is None
    window.add(Ping("v", 40, 45.002, 13))
    assert window.speed() == pytest.approx(222.4 / 40, rel=1e-3)
