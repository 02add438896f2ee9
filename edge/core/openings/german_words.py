"""The small words of German."""

from __future__ import annotations

import re

from edge.core.openings.phrases import Words
from edge.core.openings.table import small_words

_PREPOSITIONS = """
ab an auf aus bei beim bis durch für gegen hinter im in ins mit nach neben ohne seit statt trotz
über
um unter vom von vor während wegen zum zur zwischen pro per ans aufs
"""
# Needs a noun behind it, and a noun its capital: so one that nobody wrote with a capital shows.
_LEADS_TO_NOUN = (
    r"(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|für|gegen|ohne|mit|im|ins|beim"
    r"|zum"
    r"|zur|vom|sein|seine|seinen|seinem|seiner)"
)
_ADVERBS = (
    r"(?:besser|schneller|schnell|gut|mehr|weniger|gesund|gesünder|richtig|leichter|effektiv"
    r"|effektiver"
    r"|produktiver|erfolgreich|früher|am besten|sich|selbstbewusster|entspannter|günstig|sicher)"
)
# Only what serves no harm whatever it is done to: no making, getting, opening or selling.
_HARMLESS_ACTS = (
    r"(?:(?:vor|ein|auf|zu|an|aus|kennen|spazieren)?(?:lernen|schlafen|einschlafen|konzentrieren"
    r"|verbessern|sparen|kochen|backen|braten|grillen|lesen|schreiben|essen|trinken|sehen|besuchen"
    r"|besichtigen|reisen|wandern|üben|trainieren|motivieren|entspannen|erholen|organisieren|planen"
    r"|reparieren|reinigen|putzen|wechseln|waschen|pflegen|pflanzen|gießen|zeichnen|malen|stricken"
    r"|nähen|singen|tanzen|spielen|laufen|joggen|schwimmen|meditieren|bereiten|räumen|richten"
    r"|frieren|merken|achten|beachten|wissen|frühstücken|übernachten|wohnen|gestalten|dekorieren"
    r"|beginnen|anfangen|bewerben|kündigen|vorstellen|heizen|lüften|lagern|aufbewahren|stärken"
    r"|abgewöhnen|angewöhnen|erziehen|ernähren|integrieren|studieren|feiern|schenken|gründen))"
)

WORDS = Words(
    determiners=small_words("der die das den dem des ein eine einen einem einer eines"),
    indefinite=small_words("ein eine einen einem einer eines"),
    never=small_words(
        """
        ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen man dies diese dieser
        dieses diesen diesem jene jener jenes jenen jenem da dort hier davon darüber dazu daran
        dabei damit dafür dagegen darauf daraus darum dran drauf raus rein solche solcher solches so
        wer was wann wo wie warum wieso weshalb welche welcher welches welchen welchem wen wem
        wessen dass ob wenn weil als falls sodass sobald bevor nachdem obwohl und oder sowie aber
        sondern denn nicht kein keine keinen keinem keiner ist sind war waren hat hatte wird wurde
        wurden kann soll sollte muss darf will möchte gibt geht bitte eigentlich auch nun jetzt
        heute morgen gestern beide beiden beides mein meine meinen meinem meiner meines dein deine
        deinen deinem deiner deines unser unsere unseren unserem unserer euer eure euren eurem eurer
        ihre ihren ihrem ihrer ihres etwas nichts alles jemand jemanden irgendwas mal doch halt eben
        einfach usw etc folgende folgenden folgender folgendes obige obigen genannte genannten o.g.
        nochmal noch wieder weiter immer alle andere anderen anderes gleiche gleichen selbe selben
        beziehungsweise bzw vs
        """
    ),
    never_name=small_words(
        """
        haben werden können sollen müssen wollen gut besser wichtig neu los richtig falsch schlimm
        schön teuer möglich passiert passieren gemeint machen tun los wahr mir dir erlaubt verboten
        legal zwischen besonders typisch nötig erforderlich sinnvoll notwendig lieber eigentlich
        genau denn überhaupt noch schon immer nie oft aller alle vielen
        """
    ),
    not_last=small_words(_PREPOSITIONS),
    ours=small_words("du dich dir dein deine deinen deinem deiner deines euch euer eure chatgpt"),
    facts=small_words(
        """
        gut gute guter gutes guten bester bestes lösung problem antwort ergebnis
        beruf wetter uhrzeit datum zeit ziel preis name hauptstadt grund ursache unterschied wert
        plan temperatur rekord adresse nummer telefonnummer bedeutung passwort thema wahrheit beste
        nächste letzte erste größte höchste älteste längste mehrzahl plural gegenteil synonym summe
        quadratwurzel ableitung währung einwohnerzahl formel sinn unterschiede vorteile nachteile
        tipps ideen beispiele zutaten kosten
        """
    ),
    clumsy=re.compile(r"\b(\w+) \1\b", re.IGNORECASE),
    act=re.compile(
        rf"(?!.*\bzu [a-zäöü])(?!.*\b{_LEADS_TO_NOUN}\b(?!.*[A-ZÄÖÜ0-9]))"
        rf"(?:(?:{_ADVERBS} )+|(?=.*[A-ZÄÖÜ])(?:.* )?){_HARMLESS_ACTS}"
    ),
    deed=re.compile(rf"\b{_HARMLESS_ACTS}$"),
    # Whoever asks how he may do something to "himself" becomes "sich"; so do his belongings.
    anybody=(
        (re.compile(r"\b(?:mich|mir)\b"), "sich"),
        (re.compile(r"\bmein(?=(?:e[nmrs]?)?\b)"), "sein"),
    ),
    capitals=re.compile(
        r"(?!.*(?:ig|lich|isch|sam|bar|los|haft|al|weise|mals|rts|ell|iv|ern|end|ieren)$).{6,}"
    ),
)
