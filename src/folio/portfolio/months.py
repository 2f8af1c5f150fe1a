"""The months that the patterns of `locales/` name, by locale and field; made by tools/month_names.py."""

from __future__ import annotations

MONTHS = {
    "ar": {
        "MMMM": "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    },
    "bg": {
        "MMMM": "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    },
    "ca": {
        "LLLL": "gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre",
        "MMM": "de gen.|de febr.|de març|d’abr.|de maig|de juny|de jul.|d’ag.|de set.|d’oct.|de nov.|de des.",
        "MMMM": "de gener|de febrer|de març|d’abril|de maig|de juny|de juliol|d’agost|de setembre|d’octubre|de novembre|de desembre",  # noqa: E501
    },
    "cs": {
        "MMMM": "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince",
    },
    "da": {
        "MMM": "jan.|feb.|mar.|apr.|maj|jun.|jul.|aug.|sep.|okt.|nov.|dec.",
        "MMMM": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    },
    "de": {
        "MMM": "Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.",
        "MMMM": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    },
    "el": {
        "MMMM": "Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου",  # noqa: E501
    },
    "en": {
        "MMM": "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec",
        "MMMM": "January|February|March|April|May|June|July|August|September|October|November|December",
    },
    "en-US": {
        "MMM": "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
        "MMMM": "January|February|March|April|May|June|July|August|September|October|November|December",
    },
    "es": {
        "MMM": "ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic",
        "MMMM": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    },
    "et": {
        "MMMM": "jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember",
    },
    "fa": {
        "MMMM": "ژانویهٔ|فوریهٔ|مارس|آوریل|مهٔ|ژوئن|ژوئیهٔ|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
    },
    "fi": {
        "MMMM": "tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta",  # noqa: E501
    },
    "fr": {
        "MMM": "janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.",
        "MMMM": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    },
    "he": {
        "MMMM": "ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
    },
    "hr": {
        "MMMM": "siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga|prosinca",
    },
    "hu": {
        "MMM": "jan.|febr.|márc.|ápr.|máj.|jún.|júl.|aug.|szept.|okt.|nov.|dec.",
        "MMMM": "január|február|március|április|május|június|július|augusztus|szeptember|október|november|december",
    },
    "id": {
        "MMM": "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des",
        "MMMM": "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember",
    },
    "it": {
        "MMM": "gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic",
        "MMMM": "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    },
    "lt": {
        "MMMM": "sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio",
    },
    "lv": {
        "MMMM": "janvāris|februāris|marts|aprīlis|maijs|jūnijs|jūlijs|augusts|septembris|oktobris|novembris|decembris",
    },
    "nb": {
        "MMM": "jan.|feb.|mars|apr.|mai|juni|juli|aug.|sep.|okt.|nov.|des.",
        "MMMM": "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember",
    },
    "nl": {
        "MMM": "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec",
        "MMMM": "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    },
    "pl": {
        "MMMM": "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
    },
    "pt": {
        "MMMM": "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    },
    "pt-BR": {
        "MMM": "jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.",
        "MMMM": "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    },
    "ro": {
        "MMM": "ian.|feb.|mar.|apr.|mai|iun.|iul.|aug.|sept.|oct.|nov.|dec.",
        "MMMM": "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie",
    },
    "ru": {
        "LLLL": "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь",
        "MMM": "янв.|февр.|мар.|апр.|мая|июн.|июл.|авг.|сент.|окт.|нояб.|дек.",
        "MMMM": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    },
    "sk": {
        "MMMM": "januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra",
    },
    "sl": {
        "MMMM": "januar|februar|marec|april|maj|junij|julij|avgust|september|oktober|november|december",
    },
    "sr-Latn": {
        "MMMM": "januar|februar|mart|april|maj|jun|jul|avgust|septembar|oktobar|novembar|decembar",
    },
    "sv": {
        "MMM": "jan.|feb.|mars|apr.|maj|juni|juli|aug.|sep.|okt.|nov.|dec.",
        "MMMM": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    },
    "tr": {
        "MMM": "Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara",
        "MMMM": "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık",
    },
    "uk": {
        "LLLL": "січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень",
        "MMM": "січ.|лют.|бер.|квіт.|трав.|черв.|лип.|серп.|вер.|жовт.|лист.|груд.",
        "MMMM": "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    },
}
