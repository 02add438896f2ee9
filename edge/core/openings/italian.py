"""The Italian bank of frames.

Italian asks and tells in the same order ("Come funziona X?", "Vediamo come funziona X."). A
preposition that has swallowed its article ("della", "sul") is said as it was found.
"""

from __future__ import annotations

import re

from edge.core.openings.bank import Bank
from edge.core.openings.phrases import Words
from edge.core.openings.table import EVERY_SENTENCE, any_of, form, phrases, small_words

# Only what serves no harm whatever it is done to: no making, getting, opening or selling.
_HARMLESS_ACTS = (
    r"(?:"
    r"addormentar|allenar|annaffiare|ballare|bere|cantare|cenare|concentrar"
    r"|congelare|conservare|correre|cucinare|cucire|cuocere|curare|decorare"
    r"|dipingere|disegnare|dormire|educare|festeggiare|gestire|giocare|imparare"
    r"|lavare|leggere|mangiare|meditare|memorizzare|migliorare|motivar|nuotare"
    r"|nutrire|ordinare|organizzare|pianificare|piantare|praticare|preparare|pulire"
    r"|riciclare|ricordare|rilassar|riparare|riposar|risparmiare|scegliere|scrivere"
    r"|studiare|suonare|vedere|viaggiare|visitare"
    r")(?:si|mi)?"
)
_MADE_AT_HOME = (
    r"fare (?:un |una |il |la |l'|lo )?"
    r"(?:pane|torta|pizza|zuppa|salsa|tiramisù|caffè|curriculum|sport|yogurt)\b"
    r"|fare (?:a|in|per (?:dormire|concentrarsi|migliorare|imparare|risparmiare|rilassarsi)) "
)

_WORDS = Words(
    determiners=small_words("il lo la i gli le l' un uno una un'"),
    indefinite=small_words("un uno una un'"),
    never=small_words(
        """
        io tu lui lei noi voi loro egli ella mi ti si ci vi ne me te se sé mio mia miei mie tuo tua
        tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra questo questa questi
        queste quest' quello quella quelli quelle quel quell' quei ciò che chi cosa cos' quale quali
        qual quando dove dov' come perché perche quanto quanta quanti e ed o oppure ma però né anche
        è sono era erano fu ha hanno ho hai può possono deve devono c' non niente nulla nessuno
        nessuna qui qua lì là oggi ieri domani adesso ora grazie favore ecc ogni stesso stessa tale
        qualcosa qualcuno vs cui
        """
    ),
    never_name=small_words(
        """
        fare essere avere meglio peggio migliore migliori più meno molto bene buono buona possibile
        importante nuovo vero normale tra fra successo
        """
    ),
    not_last=small_words(
        """
        a al alla allo ai agli alle all' di del della dello dei degli delle dell' d' da dal dalla
        dallo dai dagli dalle dall' in nel nella nello nei negli nelle nell' con su sul sulla sullo
        sui sugli sulle sull' per tra fra senza contro verso durante
        """
    ),
    ours=small_words("tu te ti tuo tua tuoi tue voi vostro vostra chatgpt"),
    facts=small_words(
        """
        buon buona bel bella capitale risposta soluzione problema meteo ora data prezzo nome
        indirizzo numero contrario sinonimo plurale radice formula risultato migliore
        """
    ),
    clumsy=re.compile(r"\b(\w+) \1\b|\b(?:di|su|a|da|in) (?:il|lo|la|i|gli|le)\b", re.IGNORECASE),
    act=re.compile(rf"(?:non )?(?:{_HARMLESS_ACTS}(?: .*)?|{_MADE_AT_HOME}.*)"),
    deed=re.compile(rf"^(?:non )?(?:{_HARMLESS_ACTS}\b|{_MADE_AT_HOME})"),
    anybody=((re.compile(r"^(\w+[aei]r)mi\b"), r"\1si"),),
)

_GROUPS = {
    "works": phrases(
        """
        funziona funzionano si_forma si_formano si_fa si_fanno si_produce si_producono si_prepara
        si_crea nasce nascono si_gioca_a agisce
        """
    ),
    "mean": phrases("significa significano"),
    "was": phrases("è era fu"),
    "how": phrases("come dove quando cosa"),
    "can": phrases("posso potrei si_può devo dovrei faccio_a fare_per faccio_per possiamo"),
    "explain": phrases(
        """
        spiega spiegami spiegarmi spiegare mi_spieghi spieghi illustrami
        """
    ),
    "tell": phrases("parlami parlarmi parla parlare raccontami mi_parli parliamo mi_parleresti"),
    "of": phrases("di del della dello dei degli delle"),
    "about": phrases("su sul sulla sullo sui sugli sulle"),
    "give": phrases(
        """
        dammi mi_dai darmi suggeriscimi suggerirmi proponimi mi_servono vorrei ho_bisogno_di hai
        cerco mi_daresti consigliami voglio mi_puoi_dare
        """
    ),
    "write": phrases(
        """
        scrivi scrivimi scriva scrivere scrivermi componi componimi inventa inventami crea racconta
        raccontami redigi mi_scrivi genera vorrei
        """
    ),
    "piece": phrases(
        """
        una_poesia una_breve_poesia una_piccola_poesia una_poesia_breve un_haiku una_storia
        una_breve_storia una_storia_breve una_storiella un_racconto un_breve_racconto
        un_racconto_breve una_fiaba una_favola una_canzone una_lettera una_lettera_formale
        un_discorso un_breve_discorso un'email un'e-mail una_email una_mail un_testo un_breve_testo
        un_articolo uno_slogan una_barzelletta un_invito un_dialogo una_filastrocca
        """
    ),
    "ideas_f": phrases("idee idee_regalo idee_di_regalo proposte"),
    "ideas_m": phrases("consigli suggerimenti spunti trucchi"),
    "number": phrases("due tre quattro cinque sei sette otto dieci dodici 2 3 4 5 6 7 8 9 10 12"),
    "aspects": phrases(
        """
        i_vantaggi gli_svantaggi i_vantaggi_e_gli_svantaggi i_benefici le_cause le_conseguenze
        i_sintomi gli_effetti i_rischi le_fasi le_caratteristiche le_regole i_principi i_tipi
        le_principali_cause le_principali_caratteristiche gli_effetti_collaterali le_parti
        i_pro_e_i_contro
        """
    ),
    "topic": phrases(
        """
        la_storia la_funzione il_ruolo il_significato l'origine la_struttura il_principio
        il_funzionamento la_teoria l'importanza il_senso
        """
    ),
    "between": phrases("tra fra"),
    "and": phrases("e ed"),
    "link": phrases("e ed con"),
}

_FORMS = (
    form(
        """
        qual è|e la [principale] differenza {between} {thing} {and} {thing2}
        che differenza c'è {between} {thing} {and} {thing2}
        [la] differenza {between} {thing} {and} {thing2}
        @explain la differenza {between} {thing} {and} {thing2}
        """,
        "Vediamo la differenza {between} {thing} {and} {thing2}.",
    ),
    form(
        """
        quali sono le [principali] differenze {between} {thing} {and} {thing2}
        che differenze ci sono {between} {thing} {and} {thing2}
        [le] differenze {between} {thing} {and} {thing2}
        @explain le differenze {between} {thing} {and} {thing2}
        """,
        "Vediamo le differenze {between} {thing} {and} {thing2}.",
    ),
    form(
        "confronta|paragona|confrontare {thing} {link} {thing2}",
        "Confrontiamo {thing} {link} {thing2}.",
    ),
    form("come {works} {thing}", "Vediamo come {works} {thing}."),
    form(
        "cos'è {term}\nche cos'è {term}",
        "Vediamo che cos'è {term}.",
        "Vediamo meglio che cos'è {term}.",
    ),
    form("cosa|che_cosa sono {thing}", "Vediamo che cosa sono {thing}."),
    form("cosa|che_cosa {mean} {term}", "Vediamo che cosa {mean} {term}."),
    form("chi {was} {name}", "Vediamo chi {was} {name}."),
    form("a cosa|che_cosa serve {thing}", "Vediamo a cosa serve {thing}."),
    form("a cosa|che_cosa servono {thing}", "Vediamo a cosa servono {thing}."),
    form("{how} [@can] {act}", "Vediamo {how} {act}."),
    form("qual è|e il modo migliore per|di {act}", "Vediamo come {act}."),
    form("[@give] {number} {ideas_f} per {thing}", "Ecco {number} {ideas_f} per {thing}."),
    form("[@give] {number} {ideas_m} per {thing}", "Ecco {number} {ideas_m} per {thing}."),
    form("[@give] {number} {ideas_f} per {act}", "Ecco {number} {ideas_f} per {act}."),
    form("[@give] {number} {ideas_m} per {act}", "Ecco {number} {ideas_m} per {act}."),
    form(
        "[@give] [alcune|delle|qualche] {ideas_f} per {thing}", "Ecco alcune {ideas_f} per {thing}."
    ),
    form(
        "[@give] [alcuni|dei|qualche] {ideas_m} per {thing}", "Ecco alcuni {ideas_m} per {thing}."
    ),
    form("[@give] [alcune|delle|qualche] {ideas_f} per {act}", "Ecco alcune {ideas_f} per {act}."),
    form("[@give] [alcuni|dei|qualche] {ideas_m} per {act}", "Ecco alcuni {ideas_m} per {act}."),
    form("@give {number} {ideas_f} {rest}", "Ecco {number} {ideas_f}."),
    form("@give {number} {ideas_m} {rest}", "Ecco {number} {ideas_m}."),
    form("@give [alcune|delle|qualche] {ideas_f} {rest}", "Ecco alcune {ideas_f}."),
    form("@give [alcuni|dei|qualche] {ideas_m} {rest}", "Ecco alcuni {ideas_m}."),
    form(
        "@give una|la [buona] ricetta {rest}\nricetta di|del|della|per {rest}", "Ecco una ricetta."
    ),
    form("@write {piece} {about} {thing}", "Ecco {piece} {about} {thing}."),
    form(
        """
        @write {piece}
        @write {piece} {rest}
        """,
        "Ecco {piece}.",
    ),
    form(
        """
        quali sono {aspects} {of} {thing}
        {aspects} {of} {thing}
        @explain|dimmi {aspects} {of} {thing}
        """,
        "Vediamo {aspects} {of} {thing}.",
    ),
    form(
        """
        qual è|e|era {topic} {of} {thing}
        {topic} {of} {thing}
        @explain|raccontami {topic} {of} {thing}
        """,
        "Vediamo {topic} {of} {thing}.",
    ),
    form("@explain {thing}", "Vediamo più da vicino {thing}."),
    form("@tell [un_po'] {of} {thing}", "Parliamo {of} {thing}."),
    form(
        "perché {rest}\ncome mai {rest}",
        "Vediamo questa domanda con calma.",
        "Affrontiamo la domanda con ordine, un passo alla volta.",
    ),
    form(
        "come|dove|quando|cosa|che_cosa @can {deed}",
        "Vediamolo più da vicino.",
        "Vediamolo passo dopo passo.",
    ),
    form(
        """
        dovrei|conviene|mi_conviene|vale_la_pena|dovremmo {rest}
        è meglio|consigliabile|una_buona_idea {rest}
        """,
        "Valutiamo i pro e i contro.",
    ),
)

ITALIAN = Bank(
    lexicon=_WORDS,
    forms=_FORMS,
    groups=_GROUPS,
    spellings=(
        (re.compile("[‘’´`]"), "'"),
        (re.compile(r"^qual'è\b|^qual e'", re.IGNORECASE), "qual è"),
        (re.compile(r"^(?:che )?cos'? ?(?:è|e'|e)(?=\s)", re.IGNORECASE), "cos'è"),
        (re.compile(r"^(?:che )?cosa (?:è|e'|e)(?=\s)", re.IGNORECASE), "cos'è"),
        (re.compile(r"^(?:che )?cosa vuol dire\b", re.IGNORECASE), "cosa significa"),
    ),
    polite_start=any_of(
        r"[\W_]+",
        r"(?:ciao|salve|buongiorno|buonasera|per favore|per piacere|grazie|ok|allora|e|senti|scusa"
        r"|una domanda|domanda)(?:[,.:!;-]+ *| +)",
        r"(?:mi )?(?:puoi|potresti|può|potrebbe)(?: per favore)? "
        r"(?=\w+(?:are|ere|ire|rre|armi|ermi|irmi|rmi)\b)",
        r"(?:voglio|vorrei|non so|non capisco|mi chiedo)(?: sapere| capire| imparare)? "
        r"(?=(?:come|perché|cosa|cos'|che cos|qual|chi)\b)",
        r"(?:spiegami|spiega|spiegarmi|dimmi|dirmi|mi spieghi|mi dici|sai|sapresti dirmi)"
        r"(?: per favore)? (?=(?:come|perché|cosa|cos'|che cos|qual|quali|chi|a cosa)\b)",
    ),
    polite_end=any_of(
        r"[\s?!.,;:]+\Z",
        r"[\s,]{1,3}(?:per favore|per piacere|perfavore|grazie|grazie mille|in dettaglio"
        r"|nel dettaglio"
        r"|passo dopo passo|passo passo|esattamente|in modo semplice|in parole semplici"
        r"|per principianti|con esempi)\Z",
    ),
    asks=EVERY_SENTENCE,
    aside=any_of(
        r"\W*(?:(?:ciao|salve|buongiorno|buonasera|grazie(?: mille| in anticipo)?|per favore|saluti"
        r"|cordiali saluti|ho una domanda|una domanda)\W*)+\Z",
    ),
    untouchable=any_of(
        r"\b(?:mort[oaie]\b|deced|lutto|cancro|tumore|divorzi|separa[tz]|lasciat|solitudine"
        r"|mi sento|ansia"
        r"|panico|depress|triste|piang|incinta|gravidanza|aborto|urgenza|emergenza|sangu|svenut"
        r"|dolore|fa male|mal di|infarto|ictus|dipenden|alcol|violenza|bullismo|crisi|disper"
        r"|terapia"
        r"|trauma|ospedale|diagnosi|farmac|medicin|pastigli|dose|licenzia|debiti)",
        r"\b(?:oggi|domani|ieri|adesso|ora|stasera|questa (?:settimana|notte)|quest'anno|attual\w*"
        r"|recent\w*|ultime notizie|meteo|notizie|borsa|vicino a me|allegat\w*|immagine|foto"
        r"|disegn\w*"
        r"|link|https?:|www\.|file|pdf|ricordami|sveglia)\b",
        r"\b(?:tu sei|sei un|immagina|supponi|la tua opinione|cosa ne pensi|cosa pensi"
        r"|preferit[oaie]"
        r"|preferisci|come stai|come va|quanti anni|che ore|chi sei)\b",
    ),
)
