"""The German bank of frames.

What is copied keeps its case because it keeps its part in the sentence: a subject stays the
subject of a clause whose verb moves to the end ("Wie funktioniert X?", "..., wie X funktioniert."),
and what was explained or told about is in the accusative already, as "Sehen wir uns X an" wants it.
Nobody is addressed, neither as "du" nor as "Sie". What a form may say is said in `english.py`.
"""

from __future__ import annotations

import re
from itertools import product

from edge.core.openings.bank import Bank
from edge.core.openings.german_words import WORDS
from edge.core.openings.table import EVERY_SENTENCE, any_of, form, phrases

# The asker's verb, and what it becomes behind "wie man ...": reviewed, for vowels change.
# Only such as serve no harm whatever they are done to: no making, getting or opening. Behind a "|"
# stands what parts from it: "wie räume ich auf".
_VERBS = (
    row.split()
    for row in """
    lerne lernt
    schreibe schreibt
    koche kocht
    backe backt
    brate brät
    grille grillt
    repariere repariert
    reinige reinigt
    putze putzt
    verbessere verbessert
    wechsle wechselt
    wechsele wechselt
    plane plant
    pflege pflegt
    kündige kündigt
    spare spart
    gründe gründet
    organisiere organisiert
    trainiere trainiert
    pflanze pflanzt
    gieße gießt
    beantrage beantragt
    zeichne zeichnet
    male malt
    gestalte gestaltet
    stricke strickt
    motiviere motiviert
    verdiene verdient
    miete mietet
    wasche wäscht
    lege|an anlegt
    räume|auf aufräumt
    richte|ein einrichtet
    schließe|an anschließt
    bereite|vor vorbereitet
    bereite|zu zubereitet
    friere|ein einfriert
    melde|an anmeldet
    """.strip().splitlines()
)

_PIECES = (
    ("ein", "es", "Gedicht Märchen Lied Limerick Haiku Rätsel Grußwort"),
    ("eine", "e", "Geschichte Kurzgeschichte Rede E-Mail Einladung Fabel Gutenachtgeschichte"),
)
_MASCULINE = "Brief Text Aufsatz Witz Slogan Blogartikel Blogbeitrag Artikel Dialog Song Liedtext"
_KINDS = "kurz lustig schön klein spannend witzig traurig romantisch kreativ förmlich formell"

_GROUPS = {
    "explain": phrases(
        """
        erkläre erklär erkläre_mir erklär_mir erklären_sie erklären_sie_mir erkläre_uns erkläre_kurz
        erkläre_mir_kurz erklär_mir_kurz erkläre_mir_bitte erklär_mir_bitte erkläre_bitte
        erklären_sie_mir_bitte erklär_mir_mal erklär_mir_doch_mal erläutere erläutere_mir
        erläutern_sie erkläre_mir_einfach erkläre_einfach
        """
    ),
    "give": phrases(
        """
        gib_mir nenne_mir nenn_mir nenne zeig_mir zeige_mir schlag_mir ich_brauche ich_suche
        ich_hätte_gern ich_hätte_gerne ich_möchte ich_will gib_uns geben_sie_mir nennen_sie_mir
        hast_du haben_sie gibt_es was_sind gib_mir_bitte nenne_mir_bitte nenn_mir_bitte wir_brauchen
        kennst_du ich_bräuchte sammle
        """
    ),
    "write": phrases(
        """
        schreibe schreib schreibe_mir schreib_mir schreiben_sie schreiben_sie_mir verfasse
        verfasse_mir verfassen_sie dichte erfinde erzähle erzähl erzähle_mir erzähl_mir
        schreibe_mir_bitte schreib_mir_bitte schreibe_bitte schreib_bitte schreib_mir_mal
        ich_brauche ich_möchte erstelle erstelle_mir entwirf formuliere formuliere_mir schreib_uns
        """
    ),
    "work": phrases("funktioniert funktionieren entsteht entstehen wirkt wirken wächst wachsen"),
    "be": phrases("ist sind war waren"),
    "differ": phrases("den_Unterschied die_Unterschiede"),
    "can": phrases("kann sollte soll muss könnte darf"),
    "ask": phrases("wie was wo wann worauf woran womit wofür wozu wohin wovon"),
    "well": phrases(
        """
        schnell schneller gut besser richtig am_besten selbst selber einfach effektiv günstig
        langfristig gesund sicher
        """
    ),
    "with": phrases("mit und"),
    "whose": phrases("von vom der des einer eines für"),
    "aspects": phrases(
        """
        Vorteile Nachteile Vor-_und_Nachteile Ursachen Symptome Folgen Auswirkungen Risiken
        Nebenwirkungen Bestandteile Merkmale Aufgaben Hauptursachen Grundlagen Regeln Phasen Arten
        Eigenschaften Grundprinzipien Gründe Voraussetzungen Anzeichen Gefahren
        """
    ),
    "topic": phrases(
        "Geschichte Bedeutung Entstehung Rolle Funktion Struktur Funktionsweise Entwicklung Idee"
    ),
    "ideas": phrases(
        """
        Ideen Tipps Vorschläge Anregungen Geschenkideen Rezeptideen Tips Namensvorschläge
        Namensideen Spielideen Ausflugstipps Dekoideen
        """
    ),
    "to": phrases("für gegen zu zum zur über beim bei im in mit aus"),
    "number": phrases("zwei drei vier fünf sechs sieben acht zehn zwölf 2 3 4 5 6 7 8 9 10 12"),
    "piece": tuple(
        f"{article}_{kind}{ending}_{piece}" if kind else f"{article}_{piece}"
        for article, ending, pieces in _PIECES
        for kind, piece in product(("", *_KINDS.split()), pieces.split())
    ),
    "masculine": phrases(_MASCULINE),
    "kinds": tuple(f"{kind}en" for kind in _KINDS.split()),
}


def _verb_forms() -> tuple[tuple[str, str], ...]:
    """What is asked and what is said with each verb, up to the slot."""
    rows = []
    for asker, anybody in _VERBS:
        verb, _, prefix = asker.partition("|")
        finite = f"{anybody.removeprefix(prefix)}"
        for what in ("{object}", "{well} {object}", "{object} {well}"):
            asks = f"""
                wie {verb} ich {what} {prefix}
                wie {finite} man {what} {prefix}
                wie ich {what} {prefix}{verb}
                wie man {what} {anybody}
                """
            rows.append((asks, f"wie man {what} {anybody}"))
    return tuple(rows)


_FORMS = (
    # -- two things side by side
    form(
        """
        was ist der unterschied zwischen {thing} und {thing2}
        was ist der genaue unterschied zwischen {thing} und {thing2}
        worin besteht|liegt der unterschied zwischen {thing} und {thing2}
        wo liegt|ist der unterschied zwischen {thing} und {thing2}
        [der] unterschied zwischen {thing} und {thing2}
        @explain den unterschied zwischen {thing} und {thing2}
        den unterschied zwischen {thing} und {thing2} erklären|erläutern
        was der unterschied zwischen {thing} und {thing2} ist
        """,
        "Sehen wir uns den Unterschied zwischen {thing} und {thing2} an.",
        "Schauen wir uns den Unterschied zwischen {thing} und {thing2} genauer an.",
    ),
    form(
        """
        was sind die [wichtigsten|größten] unterschiede zwischen {thing} und {thing2}
        welche unterschiede gibt es zwischen {thing} und {thing2}
        [die] unterschiede zwischen {thing} und {thing2}
        @explain die unterschiede zwischen {thing} und {thing2}
        """,
        "Sehen wir uns die Unterschiede zwischen {thing} und {thing2} an.",
    ),
    form(
        "vergleiche|vergleich [mir|bitte|mal] {thing} {with} {thing2}",
        "Vergleichen wir {thing} {with} {thing2}.",
    ),
    # -- what something is, and how it works
    form(
        """
        wie {work} [eigentlich|genau|denn] {thing} [eigentlich|genau]
        wie {thing} [eigentlich|genau] {work}
        """,
        "Schauen wir uns an, wie {thing} {work}.",
        "Sehen wir uns an, wie {thing} {work}.",
    ),
    form(
        """
        was ist [eigentlich|genau|denn] {term} [eigentlich|genau]
        was {term} [eigentlich|genau] ist
        """,
        "Schauen wir uns an, was {term} ist.",
        "Sehen wir uns an, was {term} ist.",
    ),
    form(
        "was sind [eigentlich|genau|denn] {plural} [eigentlich|genau]\nwas {plural} sind",
        "Schauen wir uns an, was {plural} sind.",
        "Sehen wir uns an, was {plural} sind.",
    ),
    form(
        """
        was bedeutet [eigentlich|genau|der_begriff|das_wort] {term} [eigentlich|genau]
        was {term} [eigentlich|genau] bedeutet
        """,
        "Schauen wir uns an, was {term} bedeutet.",
    ),
    form(
        "was versteht man [eigentlich|genau] unter {term}",
        "Schauen wir uns an, was man unter {term} versteht.",
    ),
    form(
        "wofür|wozu braucht man [eigentlich] {thing}",
        "Schauen wir uns an, wofür man {thing} braucht.",
    ),
    form("wozu dient [eigentlich] {thing}", "Schauen wir uns an, wozu {thing} dient."),
    form("woraus besteht [eigentlich] {thing}", "Schauen wir uns an, woraus {thing} besteht."),
    form("woraus bestehen [eigentlich] {thing}", "Schauen wir uns an, woraus {thing} bestehen."),
    form("wer {be} [eigentlich] {name}\nwer {name} {be}", "Schauen wir uns an, wer {name} {be}."),
    # -- how to do something
    *(
        form(asks, f"Schauen wir uns an, {said}.", f"Sehen wir uns an, {said}.")
        for asks, said in _verb_forms()
    ),
    form(
        """
        {ask} {can} ich|man [denn|eigentlich] {act}
        {ask} ich|man {act} {can}
        """,
        "Schauen wir uns an, {ask} man {act} {can}.",
        "Sehen wir uns an, {ask} man {act} {can}.",
    ),
    form("plane [mir|uns|bitte] {thing}", "Planen wir {thing}."),
    # -- made to order
    form(
        "@give {number} [gute|schöne|einfache|kreative|originelle] {ideas} {to} {thing}",
        "Hier sind {number} {ideas} {to} {thing}.",
    ),
    form(
        """
        @give [ein_paar|einige|mehrere] [gute|schöne|einfache|kreative] {ideas} {to} {thing}
        [ein_paar|einige] [gute|schöne|einfache|kreative] {ideas} {to} {thing}
        """,
        "Hier sind ein paar {ideas} {to} {thing}.",
    ),
    form(
        "@give {number} [gute|schöne|einfache|kreative|originelle] {ideas} {rest}",
        "Hier sind {number} {ideas}.",
    ),
    form(
        """
        @give [ein_paar|einige|mehrere] [gute|schöne|einfache|kreative] {ideas} {rest}
        [ein_paar|einige] [gute|schöne|einfache|kreative] {ideas} {to} {rest}
        """,
        "Hier sind ein paar {ideas}.",
    ),
    form(
        """
        [@give] ein [einfaches|gutes|schnelles|leckeres] rezept für {thing}
        [@give] [ein] rezept für {thing}
        """,
        "Hier ist ein Rezept für {thing}.",
    ),
    form(
        "@write {piece} über {thing}\n{piece} über {thing} [schreiben|erzählen]",
        "Hier ist {piece} über {thing}.",
    ),
    form(
        """
        @write {piece}
        @write {piece} über|für|an|zu|zum|zur|von|vom|mit|in|aus|, {rest}
        {piece} über|für|an|zu|zum|zur {rest}
        {piece} schreiben|erzählen
        """,
        "Hier ist {piece}.",
    ),
    form(
        """
        @write einen [@kinds] {masculine} über {thing}
        einen [@kinds] {masculine} über {thing} [schreiben|erzählen]
        """,
        "Hier ist ein {masculine} über {thing}.",
    ),
    form(
        """
        @write einen [@kinds] {masculine}
        @write einen [@kinds] {masculine} über|für|an|zu|zum|zur|von|vom|mit|in|aus {rest}
        einen [@kinds] {masculine} schreiben|erzählen
        """,
        "Hier ist ein {masculine}.",
    ),
    # -- many things of a kind
    form(
        """
        was sind [die] [wichtigsten|häufigsten|typischen] {aspects} {whose} {thing}
        [die] {aspects} {whose} {thing}
        @explain|@give [die] [wichtigsten|häufigsten|typischen] {aspects} {whose} {thing}
        """,
        "Sehen wir uns die {aspects} {whose} {thing} an.",
        "Schauen wir uns die {aspects} {whose} {thing} genauer an.",
    ),
    form(
        """
        was ist|war die {topic} {whose} {thing}
        [die] {topic} {whose} {thing}
        @explain die {topic} {whose} {thing}
        erzähl|erzähle [mir|uns] die {topic} {whose} {thing}
        """,
        "Sehen wir uns die {topic} {whose} {thing} an.",
        "Schauen wir uns die {topic} {whose} {thing} genauer an.",
    ),
    # -- a topic
    form(
        """
        gib|geben_sie mir [bitte] einen [kurzen|groben|guten] überblick über {thing}
        [ein|einen] [kurzer|kurzen] überblick über {thing}
        """,
        "Verschaffen wir uns einen Überblick über {thing}.",
    ),
    form(
        """
        @explain {thing}
        {thing} erklären|erläutern|beschreiben
        erzähl|erzähle [mir|uns] [bitte] [etwas|was|mehr|alles] über {thing}
        [etwas|was|mehr] über {thing} erzählen|sagen
        was weißt du|wissen_sie über {thing}
        was kannst du mir über {thing} sagen|erzählen
        ich möchte|will [etwas|mehr|alles] über {thing} wissen|erfahren|lernen
        ich würde gern|gerne [etwas|mehr|alles] über {thing} wissen|erfahren|lernen
        informationen|infos|wissenswertes über {thing}
        gib mir [ein_paar] informationen|infos über {thing}
        sprechen|reden wir über {thing}
        """,
        "Sehen wir uns {thing} genauer an.",
        "Werfen wir einen Blick auf {thing}.",
    ),
    # -- no slot: the kind of question is clear, its words cannot be lifted out
    form(
        "warum|wieso|weshalb {rest}",
        "Schauen wir uns diese Frage genauer an.",
        "Gehen wir dieser Frage auf den Grund.",
    ),
    form(
        """
        wie {can} ich|man {deed}
        wie können|sollten|müssen wir {deed}
        """,
        "Schauen wir uns das genauer an.",
        "Gehen wir das Schritt für Schritt durch.",
    ),
    form(
        """
        was|wo|wann|worauf|woran|womit {can} ich|man {deed}
        was|wo|wann|worauf können|sollten|müssen wir {deed}
        """,
        "Schauen wir uns das genauer an.",
    ),
    form(
        "soll|sollte|sollen|sollten ich|man|wir {rest} oder {rest2}",
        "Wägen wir das in Ruhe ab.",
    ),
    form(
        """
        soll|sollte ich|man {rest}
        sollen|sollten wir {rest}
        lohnt es|es_sich|sich|es_sich, {rest}
        ist es sinnvoll|sinnvoll,|besser|besser,|klug|klug,|ratsam|ratsam,|eine_gute_idee, {rest}
        """,
        "Wägen wir das in Ruhe ab.",
        "Schauen wir uns an, was dafür und was dagegen spricht.",
    ),
)

GERMAN = Bank(
    lexicon=WORDS,
    forms=_FORMS,
    groups=_GROUPS,
    spellings=(
        (re.compile("[‘’´]"), "'"),
        (
            re.compile(r"^(?:erkl(?:ä|ae)r|beschreib)(e?)n? mir (?:bitte )?den ", re.IGNORECASE),
            r"erkläre den ",
        ),
        (re.compile(r"\berklaer", re.IGNORECASE), "erklär"),
        (re.compile(r"\bueber\b", re.IGNORECASE), "über"),
        (re.compile(r"\bfuer\b", re.IGNORECASE), "für"),
    ),
    polite_start=any_of(
        r"[\W_]+",
        r"(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|bitte|danke|okay|ok|gut|also"
        r"|und|na"
        r"|hallo zusammen|kurze frage|frage|eine frage)(?:[,.:!;-]+ *| +)",
        r"(?:kannst|könntest|koenntest|würdest|magst) du (?:(?:mir|uns|bitte|mal|kurz|vielleicht"
        r"|einmal|eventuell|auch) )*",
        r"(?:können|könnten|koennten|würden) sie (?:(?:mir|uns|bitte|mal|kurz|vielleicht|einmal"
        r"|eventuell|auch) )*",
        r"(?:ich (?:möchte|moechte|will|würde) (?:gerne? )?(?:wissen|verstehen|lernen)|ich wüsste"
        r" gerne?|mich (?:würde )?interessiert?(?:en)?|sag(?:e|en sie)? mir(?: bitte)?|weißt du"
        r"|wissen sie|verrate mir|zeig(?:e)? mir(?: bitte)?|ich frage mich|ich verstehe nicht)"
        r",? (?=(?:was|wie|wer|warum|wieso|wo|wann|worin|wozu|wofür)\b)",
        r"(?:erkl(?:ä|ae)re?(?:n sie)?(?: mir| uns)?(?:(?: bitte| mal| kurz| einfach| genau)*)"
        r"|erklären|sagen|zeigen|beschreiben|erläutern),? "
        r"(?=(?:was|wie|wer|warum|wieso|wo|wann|worin|wozu|wofür)\b)",
    ),
    polite_end=any_of(
        r"[\s?!.,;:]+\Z",
        r"[\s,]{1,3}(?:bitte|danke|danke dir|danke schön|dankeschön|danke im voraus|vielen dank"
        r"|einfach erklärt|kurz erklärt|möglichst einfach|(?:so )?einfach wie möglich"
        r"|in einfachen worten|mit einfachen worten|für anfänger|für kinder|für laien|im detail"
        r"|ausführlich|mit beispielen?|schritt für schritt|lg|liebe grüße|und warum)\Z",
    ),
    asks=EVERY_SENTENCE,
    aside=any_of(
        r"\W*(?:(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|bitte|(?:vielen|schönen"
        r"|besten)"
        r" dank|danke(?: dir| ihnen| schön| sehr| im voraus)?|dankeschön|lg|liebe grüße"
        r"|viele grüße|mfg"
        r"|kurze frage|ich habe? (?:da )?(?:eine|mal eine)(?: kurze)? frage"
        r"|ich hätte (?:da )?(?:eine|mal eine)(?: kurze)? frage)\W*)+\Z",
        r"\W*(?:bitte )?(?:möglichst )?(?:einfach|kurz|ausführlich|detailliert|verständlich)"
        r"(?: erklären| erklärt)?(?: bitte)?\W*\Z",
    ),
    untouchable=any_of(
        r"gestorben|verstorben|\btod(?:es)?\b|\btot\b|\bsterb|\bstirb|trauer|traurig|krebs|tumor"
        r"|scheidung|getrennt|schluss gemacht|verlassen|einsam|angst|panik|depress|wein(?:e|en)\b"
        r"|schwanger|fehlgeburt|abtreib|notfall|notruf|\bblut|ohnmächt|bewusstlos|schmerz|infarkt"
        r"|schlaganfall|\bsucht\b|süchtig|alkoholik|missbrauch|gewalt|mobb|krise\b|verzweif"
        r"|hoffnung"
        r"|therap|trauma|krankenhaus|diagnos|medikament|tablette|dosis|symptome? (?:habe|hab)\b"
        r"|ich fühle|gekündigt worden|schulden|insolv|betrogen|fremdge",
        r"\b(?:heute|morgen früh|gestern|gerade|aktuell\w*|derzeit\w*|momentan|jetzt|neueste\w*"
        r"|nachrichten|aktienkurs|in meiner nähe|in der nähe|anhang|angehängt\w*|bild(?:er)?"
        r"|foto|link"
        r"|https?:|www\.|datei|pdf|screenshot|erinnere|wecker|spiel(?:e)? (?:musik|das lied))\b",
        r"\b(?:du bist|sie sind (?:ein|eine|jetzt)|stell dir vor|stellen sie sich|tu so"
        r"|spiel(?:e)? die"
        r" rolle|deine? (?:meinung|lieblings\w*|name|gefühl\w*|eltern|leben)|wie geht"
        r"|würdest du eher"
        r"|wie alt|wie viel|wie spät|wie hoch|wie weit|wie lange|wie groß)\b",
    ),
)
