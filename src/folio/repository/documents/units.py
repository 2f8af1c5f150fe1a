"""Units as documents write them, in several languages: a table, and nothing that decides."""

from __future__ import annotations

from folio.repository.text import words

PERCENT, POINTS, FOLD = "%", "pp", "×"

SYMBOLS: dict[str, str] = {
    "%": PERCENT, "％": PERCENT, "pp": POINTS, "×": FOLD, "x": FOLD,
    "€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "¥": "JPY",
    "ns": "ns", "µs": "µs", "μs": "µs", "ms": "ms", "s": "s", "h": "h",
    "kB": "kB", "KB": "kB", "MB": "MB", "GB": "GB", "TB": "TB", "KiB": "KiB", "MiB": "MiB", "GiB": "GiB",
    "kg": "kg", "km": "km", "cm": "cm", "mm": "mm", "W": "W", "kW": "kW", "MW": "MW", "kWh": "kWh", "MWh": "MWh",
    "°C": "°C", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "fps": "fps", "dB": "dB",
}  # fmt: skip
"""Signs and short forms, whose capitals make a difference -> what they are called here."""

CURRENCIES = words("EUR USD GBP JPY CHF SEK NOK DKK PLN CZK HUF RON AUD CAD NZD SGD INR BRL")

_WORDS = {
    PERCENT: "percent prozent procent procento procentov",
    POINTS: "prozentpunkte prozentpunkten",
    FOLD: "fold times fach mal fois veces volte vezes keer",
    "EUR": "euro euros",
    "USD": "dollar dollars",
    "GBP": "pounds",
    "ms": "millisecond milliseconds millisekunden millisecondes milisegundos millisecondi",
    "s": "sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi seconden",
    "min": "min mins minute minutes minuten minuto minutos minuti minuut",
    "h": "hr hrs hour hours stunde stunden heure heures hora horas ora ore uur",
    "day": "day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen",
    "week": "week weeks woche wochen semaine semaines semana semanas settimana settimane weken",
    "month": "month months monat monate monaten mois mes meses mese mesi maand maanden",
    "year": "year years jahr jahre jahren an ans année années año años anno anni ano anos jaar",
    "req/s": "rps qps",
}
_COUNTED = {
    "unit": "units stück unités unidades unità unidade stuks",
    "item": "items artikel posten",
    "crate": "crates kisten",
    "row": "row rows zeile zeilen lignes filas righe linhas rijen",
    "line": "line lines",
    "record": "record records datensätze enregistrements registros",
    "request": "request requests anfragen requêtes peticiones solicitudes richieste",
    "query": "query queries abfragen",
    "call": "calls aufrufe",
    "event": "event events ereignisse",
    "message": "message messages nachrichten",
    "user": "user users nutzer nutzern benutzer utilisateurs usuarios utenti utilizadores gebruikers",
    "customer": "customer customers kunden clienten clients clientes clienti klanten",
    "visitor": "visitors besucher visiteurs",
    "employee": "employee employees mitarbeiter mitarbeitern mitarbeitende salariés employés empleados dipendenti",
    "person": "people persons personen personnes personas persone pessoas mensen",
    "product": "product products produkt produkte produkten produits productos prodotti produtos producten",
    "order": "order orders bestellung bestellungen commandes pedidos ordini encomendas",
    "sale": "sales verkäufe ventes ventas vendite",
    "shop": "shop shops store stores laden läden filialen magasins tiendas negozi lojas winkels",
    "site": "site sites standorte",
    "van": "van vans vehicle vehicles fahrzeuge",
    "parcel": "parcel parcels pakete colis paquetes pacchi",
    "ticket": "ticket tickets",
    "document": "document documents dokumente documentos documenti",
    "image": "image images pictures bilder imágenes immagini",
    "sample": "sample samples",
    "transaction": "transaction transactions transaktionen transacciones transazioni",
    "table": "tables tabellen",
    "model": "models modelle modèles modelos modelli",
    "test": "tests",
    "team": "teams",
    "country": "countries länder pays países paesi",
}

COUNTED = frozenset(_COUNTED)
"""Units that only say what was counted; a table often has them in its heading or leaves them out."""
TIMES = words("ns µs ms s min h day week month year")

WORDS: dict[str, str] = {word: unit for table in (_WORDS, _COUNTED) for unit, said in table.items()
                         for word in said.split()}  # fmt: skip
"""Words in small letters -> what they are called here."""

MULTIPLIERS: dict[str, int] = {
    "k": 3, "K": 3, "thousand": 3, "Tsd": 3, "tausend": 3, "mila": 3, "mille": 3, "mil": 3,
    "M": 6, "mn": 6, "Mio": 6, "million": 6, "millions": 6, "Millionen": 6, "millones": 6, "milioni": 6, "milhões": 6,
    "bn": 9, "Mrd": 9, "billion": 9, "billions": 9, "Milliarden": 9,
}  # fmt: skip
"""Words between a number and its unit -> zeros."""

COMMA = words("de it fr es pt nl sl hr sr bs cs sk pl hu ro bg ru uk el tr fi sv nb nn no da et lv lt")
"""Languages that write decimals with a comma."""


def unit_of(word: str) -> str | None:
    """What a sign or word is called here; None when it is no unit."""
    if found := SYMBOLS.get(word):
        return found
    if word in CURRENCIES:
        return word
    return WORDS.get(word.casefold())
