"""The French bank of frames.

French asks and tells in the same order ("Comment fonctionne X ?", "Voyons comment fonctionne X."),
and an article keeps its preposition: "du" and "des" are said as they were found, or not at all.
"""

from __future__ import annotations

import re

from edge.core.openings.bank import Bank
from edge.core.openings.phrases import Words
from edge.core.openings.table import EVERY_SENTENCE, any_of, form, phrases, small_words

# Only what serves no harm whatever it is done to: no making, getting, opening or selling.
_HARMLESS_ACTS = (
    r"(?:"
    r"améliorer|apprendre|arroser|boire|chanter|choisir|concentrer|congeler"
    r"|conserver|coudre|courir|cuire|cuisiner|danser|dessiner|dormir|décorer"
    r"|déjeuner|détendre|dîner|entraîner|epargner|fêter|gérer|jardiner|jouer"
    r"|laver|lire|loger|manger|motiver|méditer|mémoriser|nager|nettoyer|nourrir"
    r"|organiser|peindre|planifier|planter|progresser|préparer|ranger|recycler"
    r"|relaxer|reposer|retenir|rédiger|réparer|réussir|réviser|s'endormir"
    r"|s'entraîner|s'organiser|tricoter|visiter|voyager|économiser|écrire|éduquer"
    r"|élever|épargner|étudier"
    r")"
)
_MADE_AT_HOME = (
    r"faire (?:un |une |du |de la |des )?(?:gâteau|gateau|pain|crêpes|crepes|pâte|pate"
    r"|pizza|soupe|sauce|tarte|café|cv|budget|sport|yaourts?|mayonnaise)"
)

_WORDS = Words(
    determiners=small_words("le la les l' un une des"),
    indefinite=small_words("un une des"),
    never=small_words(
        """
        je j' tu il elle on nous vous ils elles me m' te t' moi toi lui leur leurs eux ce c' cet
        cette ces ceci cela ça ca celui celle ceux celles mon ma mes ton ta tes son sa ses notre nos
        votre vos qui que qu' quoi dont où quel quelle quels quelles quand comment pourquoi combien
        si et ou mais donc car ni puis est sont était étaient a ont avait suis es sommes êtes sera
        peut peux peuvent doit dois faut fait font ne n' pas rien aucun aucune y en svp stp merci
        ici là aujourd'hui aujourd' hier demain maintenant voici voilà etc chaque plusieurs tel
        telle tels telles même vs
        """
    ),
    never_name=small_words(
        """
        faire être avoir mieux bien très trop plus moins meilleur meilleure meilleurs meilleures bon
        bonne pire possible normal important nouveau entre se s'
        """
    ),
    not_last=small_words(
        """
        à au aux de du d' dans en par pour avec sans sur sous vers chez contre entre depuis pendant
        avant après comme
        """
    ),
    ours=small_words("tu te t' toi ton ta tes vous vos votre chatgpt"),
    facts=small_words(
        """
        bon bonne beau belle capitale réponse solution problème météo heure date prix nom adresse
        numéro contraire synonyme pluriel racine formule meilleur
        """
    ),
    # Without its article only a name is right, and those have capitals.
    clumsy=re.compile(
        r"(?i:\b(\w+) \1\b|\bce qu'est (?:les|des)\b|\bde (?:le|les)\b)"
        r"|(?:\bentre|Comparons|qu'est|signifie|-nous sur|près)"
        r" (?!l'|(?:le|la|les|un|une|des|ce|cette|comment|où|quand) )[a-zà-ÿ]"
    ),
    act=re.compile(
        rf"(?:(?:bien |mieux |ne pas )?(?:se |s')?|bien )(?:{_HARMLESS_ACTS}(?: .*)?"
        rf"|{_MADE_AT_HOME}.*)"
    ),
    deed=re.compile(
        rf"^(?:(?:bien |mieux )?(?:me |m'|se |s')?)(?:{_HARMLESS_ACTS}\b|{_MADE_AT_HOME})"
    ),
    anybody=((re.compile(r"^((?:bien |mieux )?)me "), r"\1se "), (re.compile(r"^m'"), "s'")),
)

_GROUPS = {
    "works": phrases(
        """
        fonctionne fonctionnent marche marchent se_forme se_forment naît naissent se_propage
        se_fabrique se_fabriquent se_forme-t-il
        """
    ),
    "means": phrases("signifie signifient"),
    "was": phrases("est était fut"),
    "how": phrases("comment où quand"),
    "can": phrases(
        """
        puis-je peut-on on_peut je_peux pourrais-je dois-je devrais-je faire_pour faut-il
        pourrait-on je_fais_pour
        """
    ),
    "explain": phrases(
        """
        explique explique-moi explique_moi expliquez expliquez-moi expliquez_moi m'expliquer
        expliquer nous_expliquer explique-nous présente présente-moi
        """
    ),
    "tell": phrases(
        """
        parle-moi parle_moi parlez-moi parlez_moi me_parler parler parle-nous parlez-nous parlons
        """
    ),
    "of": phrases("de du des"),
    "about": phrases("sur"),
    "give": phrases(
        """
        donne-moi donne_moi donnez-moi donne propose-moi propose proposez-moi suggère-moi trouve-moi
        as-tu avez-vous j'ai_besoin_de je_cherche je_voudrais il_me_faut me_donner me_proposer
        donner proposer je_veux tu_as vous_avez j'aimerais
        """
    ),
    "write": phrases(
        """
        écris écris-moi écris_moi écrivez écrivez-moi rédige rédige-moi rédigez compose compose-moi
        invente invente-moi raconte raconte-moi racontez-moi m'écrire écrire rédiger me_rédiger crée
        me_raconter imagine-moi génère
        """
    ),
    "piece": phrases(
        """
        un_poème un_petit_poème un_court_poème un_haïku un_conte un_petit_conte une_histoire
        une_petite_histoire une_courte_histoire une_histoire_drôle une_histoire_courte une_chanson
        une_lettre un_discours un_petit_discours un_court_discours un_e-mail un_email un_mail
        un_texte un_petit_texte un_court_texte un_article une_fable un_slogan une_nouvelle
        une_blague une_invitation un_dialogue une_berceuse
        """
    ),
    "ideas": phrases(
        """
        idées conseils astuces suggestions idées_de_cadeaux idées_de_cadeau idées_de_repas pistes
        idées_de_recettes idées_de_noms idées_de_jeux idées_cadeaux
        """
    ),
    "for": phrases("pour de"),
    "number": phrases("deux trois quatre cinq six sept huit dix douze 2 3 4 5 6 7 8 9 10 12"),
    "aspects": phrases(
        """
        les_avantages les_inconvénients les_avantages_et_les_inconvénients
        les_avantages_et_inconvénients les_causes les_conséquences les_symptômes les_effets
        les_risques les_étapes les_caractéristiques les_règles les_principes les_bienfaits les_types
        les_principales_causes les_principales_étapes les_effets_secondaires les_bases
        les_principes_de_base les_limites les_enjeux
        """
    ),
    "topic": phrases(
        """
        l'histoire la_fonction le_rôle le_sens la_signification l'origine la_structure le_principe
        le_fonctionnement la_théorie l'importance l'utilité le_but
        """
    ),
    "link": phrases("et avec"),
}

_FORMS = (
    form(
        """
        quelle est|serait la différence entre {thing} et {thing2}
        quelle différence y a-t-il entre {thing} et {thing2}
        quelle différence [il_y_a] entre {thing} et {thing2}
        c'est quoi la différence entre {thing} et {thing2}
        [la] différence entre {thing} et {thing2}
        @explain la différence entre {thing} et {thing2}
        """,
        "Voyons la différence entre {thing} et {thing2}.",
        "Regardons de plus près la différence entre {thing} et {thing2}.",
    ),
    form(
        """
        quelles sont les [principales] différences entre {thing} et {thing2}
        [les] différences entre {thing} et {thing2}
        @explain les différences entre {thing} et {thing2}
        """,
        "Voyons les différences entre {thing} et {thing2}.",
    ),
    form(
        "compare|comparez|comparer|compare-moi {thing} {link} {thing2}",
        "Comparons {thing} {link} {thing2}.",
    ),
    form("comment {works} {thing}", "Voyons comment {works} {thing}."),
    form("comment {thing} {works}", "Voyons comment {works} {thing}."),
    form(
        "qu'est-ce que les {plural}\nc'est quoi les {plural}\nque sont les {plural}",
        "Voyons ce que sont les {plural}.",
    ),
    form(
        "qu'est-ce que|c'est_que|ce_que_c'est_que {term}\nc'est quoi {term}\nce qu'est {term}",
        "Voyons ce qu'est {term}.",
        "Regardons de plus près ce qu'est {term}.",
    ),
    form("que {means} [le_mot|le_terme] {term}", "Voyons ce que {means} {term}."),
    form("qui {was} {name}", "Voyons qui {was} {name}."),
    form("à quoi sert {thing}", "Voyons à quoi sert {thing}."),
    form("à quoi servent {thing}", "Voyons à quoi servent {thing}."),
    form(
        """
        {how} [@can] {act}
        {how} est-ce qu'on peut {act}
        {how} est-ce que je peux|dois {act}
        """,
        "Voyons {how} {act}.",
        "Regardons de plus près {how} {act}.",
    ),
    form(
        "quelle est la meilleure façon|manière de {act}",
        "Voyons comment {act}.",
    ),
    form(
        """
        @give {number} {ideas} {for} {thing}
        {number} {ideas} {for} {thing}
        """,
        "Voici {number} {ideas} {for} {thing}.",
    ),
    form("[@give] {number} {ideas} pour {act}", "Voici {number} {ideas} pour {act}."),
    form(
        """
        @give [des|quelques|d'|de|plusieurs] [bonnes|bons] {ideas} {for} {thing}
        [des|quelques] {ideas} {for} {thing}
        """,
        "Voici quelques {ideas} {for} {thing}.",
    ),
    form(
        """
        @give [des|quelques|de|plusieurs] [bonnes|bons] {ideas} pour {act}
        [des|quelques] {ideas} pour {act}
        """,
        "Voici quelques {ideas} pour {act}.",
    ),
    form("@give {number} {ideas} {rest}", "Voici {number} {ideas}."),
    form(
        "@give [des|quelques|de|plusieurs] [bonnes|bons] {ideas} {rest}", "Voici quelques {ideas}."
    ),
    form("@give une [bonne|petite] recette {of} {thing}", "Voici une recette {of} {thing}."),
    form(
        "@give une|la [bonne|petite] recette {rest}\nrecette de|du|des {rest}", "Voici une recette."
    ),
    form("@write {piece} {about} {thing}", "Voici {piece} sur {thing}."),
    form(
        """
        @write {piece}
        @write {piece} {rest}
        """,
        "Voici {piece}.",
    ),
    form(
        """
        quels|quelles sont {aspects} {of} {thing}
        {aspects} {of} {thing}
        @explain|donne-moi {aspects} {of} {thing}
        """,
        "Voyons {aspects} {of} {thing}.",
        "Regardons de plus près {aspects} {of} {thing}.",
    ),
    form(
        """
        quel|quelle est|était {topic} {of} {thing}
        {topic} {of} {thing}
        @explain|raconte-moi|raconte {topic} {of} {thing}
        """,
        "Voyons {topic} {of} {thing}.",
        "Regardons de plus près {topic} {of} {thing}.",
    ),
    form(
        """
        @explain {thing}
        dis-moi tout|en_plus|plus sur {thing}
        que|qu'est-ce_que sais-tu|tu_sais|savez-vous|vous_savez sur {thing}
        que peux-tu|pouvez-vous me dire sur {thing}
        je veux|voudrais|souhaite|souhaiterais en savoir plus sur {thing}
        j'aimerais en savoir plus sur {thing}
        [des] informations|infos sur {thing}
        donne-moi des informations|infos sur {thing}
        """,
        "Penchons-nous sur {thing}.",
        "Regardons de plus près {thing}.",
    ),
    form("@tell [un_peu] {of} {thing}", "Parlons {of} {thing}."),
    form(
        "pourquoi {rest}",
        "Regardons cette question de plus près.",
        "Penchons-nous sur cette question.",
    ),
    form(
        "{how} @can {deed}\n{how} est-ce qu'on|que {deed}",
        "Regardons cela de plus près.",
        "Voyons cela étape par étape.",
    ),
    form(
        """
        dois-je|devrais-je|faut-il|vaut-il_mieux|devrait-on|est-il_utile {rest}
        est-ce que je devrais|dois {rest}
        est-ce que ça vaut le coup|la_peine {rest}
        """,
        "Pesons le pour et le contre.",
    ),
)

FRENCH = Bank(
    lexicon=_WORDS,
    forms=_FORMS,
    groups=_GROUPS,
    spellings=(
        (re.compile("[‘’´]"), "'"),
        (
            re.compile(r"^qu'?est[- ]ce qu(?:'|e )(?:c'est qu(?:'|e ))?", re.IGNORECASE),
            "qu'est-ce que ",
        ),
        (re.compile(r"^c'est quoi,? ?", re.IGNORECASE), "c'est quoi "),
        (re.compile(r" y a t[- ']il ", re.IGNORECASE), " y a-t-il "),
    ),
    polite_start=any_of(
        r"[\W_]+",
        r"(?:bonjour|bonsoir|salut|coucou|hello|svp|stp|merci|ok|alors|et|dis|dis-moi|question"
        r"|bonjour à tous|petite question)(?:[,.:!;-]+ *| +)",
        r"(?:s'il (?:te|vous) pla(?:î|i)t),? ?",
        r"(?:peux[- ]tu|pouvez[- ]vous|pourrais[- ]tu|pourriez[- ]vous|tu peux|vous pouvez"
        r"|est-ce que tu peux|est-ce que vous pouvez|tu pourrais) (?!me dire sur)",
        r"(?:je (?:voudrais|veux|souhaite|souhaiterais|ne sais pas|me demande)|j'aimerais)"
        r"(?: savoir| comprendre| apprendre)? (?=(?:comment|pourquoi|quelle|ce qu)\b)",
        r"(?:explique(?:z)?|dis|dites|montre|m'expliquer|me dire|me montrer|expliquer)(?:[- ](?:moi"
        r"|nous))? (?=(?:comment|pourquoi|quelle|quel|quels|quelles|ce qu|à quoi|qui)\b)",
    ),
    polite_end=any_of(
        r"[\s?!.,;:]+\Z",
        r"[\s,]{1,3}(?:s'il (?:te|vous) pla(?:î|i)t|svp|stp|merci|merci d'avance|merci beaucoup"
        r"|simplement|en détail|en details?|étape par étape|exactement|en termes simples"
        r"|de manière simple|de façon simple|pour les débutants|pour débutants?"
        r"|avec des exemples)\Z",
    ),
    asks=EVERY_SENTENCE,
    aside=any_of(
        r"\W*(?:(?:bonjour|bonsoir|salut|coucou|merci(?: d'avance| beaucoup| bien)?|svp|stp"
        r"|s'il (?:te|vous) pla(?:î|i)t|bonne journée|cordialement|j'ai une(?: petite)? question"
        r"|petite question)\W*)+\Z",
    ),
    untouchable=any_of(
        r"\b(?:mort|morte|décéd|deced|deuil|cancer|tumeur|divorc|rupture|quitt(?:é|e)e?|seule?\b"
        r"|angoiss|anxi|paniqu|dépress|depress|déprim|triste|pleur|enceinte|grossesse|fausse couche"
        r"|avort|urgence|saign|sang\b|évanou|douleur|mal à|mal au|infarctus|avc\b|addict|alcool"
        r"|violence|harcel|harcèl|crise|désesp|thérap|trauma|hôpital|diagnosti|médicament|dose"
        r"|licenci|viré|virée|dettes|surendett|me sens|je sens)",
        r"\b(?:aujourd'hui|demain|hier|ce soir|cette (?:semaine|nuit|année)|actuel\w*|en ce moment"
        r"|récent\w*|dernières? nouvelles|météo|actualités?|cours de|près de chez|près d'ici"
        r"|ci-joint"
        r"|pièce jointe|image|photo|dessin\w*|lien|https?:|www\.|fichier|pdf|rappelle|réveil)\b",
        r"\b(?:tu es|vous êtes|imagine(?:z)? que|suppose(?:z)?|ton avis|votre avis|tes? préfér\w*"
        r"|préfères|ça va|comment vas|comment allez|quel âge|quelle heure|qui es)\b",
    ),
)
