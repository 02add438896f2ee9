"""The Spanish bank of frames.

Spanish asks and tells in the same order ("¿Cómo funciona X?", "Veamos cómo funciona X."). "Del" and
"y", which is "e" before an i, are said as they were found.
"""

from __future__ import annotations

import re

from edge.core.openings.bank import Bank
from edge.core.openings.phrases import Words
from edge.core.openings.table import EVERY_SENTENCE, any_of, form, phrases, small_words

# Only what serves no harm whatever it is done to: no making, getting, opening or selling.
_HARMLESS_ACTS = (
    r"(?:"
    r"ahorrar|alimentar|alojar|aprender|arreglar|bailar|beber|cantar|celebrar"
    r"|cenar|cocinar|comer|concentrar|congelar|conservar|correr|coser|cuidar"
    r"|decorar|desayunar|descansar|dibujar|dormir|educar|elegir|entrenar|escoger"
    r"|escribir|estudiar|gestionar|hornear|jugar|lavar|leer|limpiar|meditar"
    r"|mejorar|memorizar|motivar|nadar|ordenar|organizar|pintar|planear|planificar"
    r"|plantar|practicar|preparar|reciclar|recordar|redactar|regar|relajar|reparar"
    r"|tejer|tocar|ver|viajar|visitar"
    r")(?:se|me)?"
)
_MADE_AT_HOME = (
    r"hacer (?:un |una |el |la )?(?:pan|pastel|tarta|bizcocho|tortilla|pizza|sopa|salsa"
    r"|paella|café|currículum|curriculum|presupuesto|ejercicio|deporte|yogur)\b"
    r"|hacer (?:en|para (?:dormir|concentrarse|mejorar|aprender|ahorrar|relajarse)) "
)

_WORDS = Words(
    determiners=small_words("el la los las un una unos unas"),
    indefinite=small_words("un una unos unas"),
    never=small_words(
        """
        yo tú tu vos usted ustedes él ella ellos ellas nosotros vosotros me te se nos os le les lo
        mí ti mi mis tus su sus nuestro nuestra nuestros nuestras vuestro vuestra esto esta este
        estos estas eso esa ese esos esas aquello aquel aquella qué que quién quien quiénes cual
        cuál cuáles cuando cuándo donde dónde como cómo por_qué porqué porque cuánto cuánta si y e o
        u ni pero sino aunque pues es son era eran fue fueron está están ha han hay tiene tienen
        puede pueden debe deben no nada nadie nunca ningún ninguna aquí ahí allí ahora hoy ayer
        mañana favor gracias etc cada mismo misma tal ello algo alguien vs
        """
    ),
    never_name=small_words(
        """
        hacer ser estar tener mejor peor mejores más menos muy bien bueno buena malo mala posible
        necesario importante nuevo entre verdad cierto normal pasa
        """
    ),
    not_last=small_words(
        "a al de del en con sin por para sobre entre hacia hasta desde según contra tras ante bajo"
    ),
    ours=small_words("tú tu te ti tus vos usted ustedes chatgpt"),
    facts=small_words(
        """
        buen buena buenos capital respuesta solución problema clima hora fecha precio nombre
        dirección número contrario sinónimo plural raíz fórmula resultado mejor
        """
    ),
    clumsy=re.compile(r"\b(\w+) \1\b|\b(?:de|a) el\b(?! [A-Z])|\by i|\bo o", re.IGNORECASE),
    act=re.compile(rf"(?:no )?(?:{_HARMLESS_ACTS}(?: .*)?|{_MADE_AT_HOME}.*)"),
    deed=re.compile(rf"^(?:no )?(?:{_HARMLESS_ACTS}\b|{_MADE_AT_HOME})"),
    anybody=((re.compile(r"^(\w+[aeií]r)me\b"), r"\1se"),),
)

_GROUPS = {
    "works": phrases(
        """
        funciona funcionan se_forma se_forman se_hace se_hacen se_produce se_producen se_crea
        se_crean se_fabrica se_fabrican se_prepara se_juega_a nace nacen actúa se_calcula
        """
    ),
    "is": phrases("es son significa"),
    "was": phrases("es fue era"),
    "how": phrases("cómo dónde cuándo qué"),
    "can": phrases(
        """
        puedo podría se_puede debo debería hago_para hacer_para se_puede podemos hay_que tengo_que
        puedo_yo
        """
    ),
    "explain": phrases(
        """
        explica explícame explíqueme explique explicarme explicar explícanos aclárame
        """
    ),
    "tell": phrases(
        """
        háblame hábleme hablarme habla hablar cuéntame cuénteme contarme dime hablemos hable
        cuéntanos háblanos dígame decirme
        """
    ),
    "about": phrases("sobre de del acerca_de acerca_del"),
    "of": phrases("de del"),
    "give": phrases(
        """
        dame deme necesito quiero quisiera sugiéreme sugiere proponme propón recomiéndame busco
        tienes darme dar sugerirme me_das dime me_puedes_dar puedes_darme me_gustaría danos
        """
    ),
    "write": phrases(
        """
        escribe escríbeme escriba escribir escribirme redacta redáctame redactar inventa inventa_un
        crea créame haz hazme cuéntame cuenta compón componme genera necesito quiero
        """
    ),
    "piece": phrases(
        """
        un_poema un_poema_corto un_breve_poema un_pequeño_poema un_haiku un_cuento un_cuento_corto
        un_cuento_infantil una_historia una_historia_corta una_breve_historia un_relato
        un_relato_corto una_canción una_carta una_carta_formal un_discurso un_discurso_corto
        un_correo un_correo_electrónico un_email un_mail un_texto un_artículo una_fábula un_chiste
        una_invitación un_diálogo una_nana un_eslogan una_adivinanza
        """
    ),
    "ideas_f": phrases("ideas sugerencias recomendaciones ideas_de_regalo ideas_de_regalos pautas"),
    "ideas_m": phrases("consejos trucos tips"),
    "for": phrases("para de sobre"),
    "number": phrases("dos tres cuatro cinco seis siete ocho diez doce 2 3 4 5 6 7 8 9 10 12"),
    "aspects": phrases(
        """
        las_ventajas las_desventajas las_ventajas_y_desventajas los_beneficios las_causas
        las_consecuencias los_síntomas los_efectos los_riesgos las_etapas las_características
        las_reglas los_principios los_tipos las_principales_causas las_principales_características
        los_efectos_secundarios las_partes las_fases los_pros_y_los_contras los_pros_y_contras
        """
    ),
    "topic": phrases(
        """
        la_historia la_función el_papel el_significado el_origen la_estructura el_principio
        el_funcionamiento la_teoría la_importancia el_sentido
        """
    ),
    "and": phrases("y e"),
    "link": phrases("y e con"),
}

_FORMS = (
    form(
        """
        cuál es la [principal] diferencia entre {thing} {and} {thing2}
        qué diferencia hay|existe entre {thing} {and} {thing2}
        en qué se diferencian {thing} {and} {thing2}
        [la] diferencia entre {thing} {and} {thing2}
        @explain la diferencia entre {thing} {and} {thing2}
        """,
        "Veamos la diferencia entre {thing} {and} {thing2}.",
    ),
    form(
        """
        cuáles son las [principales] diferencias entre {thing} {and} {thing2}
        qué diferencias hay|existen entre {thing} {and} {thing2}
        [las] diferencias entre {thing} {and} {thing2}
        @explain las diferencias entre {thing} {and} {thing2}
        """,
        "Veamos las diferencias entre {thing} {and} {thing2}.",
    ),
    form(
        "compara|compare|comparar|compárame {thing} {link} {thing2}",
        "Comparemos {thing} {link} {thing2}.",
    ),
    form("cómo {works} {thing}", "Veamos cómo {works} {thing}."),
    form("qué {is} [exactamente] {term}", "Veamos qué {is} {term}."),
    form("quién {was} {name}", "Veamos quién {was} {name}."),
    form("para qué sirve {thing}", "Veamos para qué sirve {thing}."),
    form("para qué sirven {thing}", "Veamos para qué sirven {thing}."),
    form("{how} [@can] {act}", "Veamos {how} {act}."),
    form("cuál es la mejor manera|forma de {act}", "Veamos cómo {act}."),
    form(
        "[@give] {number} {ideas_f} {for} {thing}",
        "Aquí van {number} {ideas_f} {for} {thing}.",
    ),
    form(
        "[@give] {number} {ideas_m} {for} {thing}",
        "Aquí van {number} {ideas_m} {for} {thing}.",
    ),
    form("[@give] {number} {ideas_f} para {act}", "Aquí van {number} {ideas_f} para {act}."),
    form("[@give] {number} {ideas_m} para {act}", "Aquí van {number} {ideas_m} para {act}."),
    form(
        "[@give] [algunas|unas|varias] [buenas] {ideas_f} {for} {thing}",
        "Aquí van algunas {ideas_f} {for} {thing}.",
    ),
    form(
        "[@give] [algunos|unos|varios] [buenos] {ideas_m} {for} {thing}",
        "Aquí van algunos {ideas_m} {for} {thing}.",
    ),
    form(
        "[@give] [algunas|unas|varias] [buenas] {ideas_f} para {act}",
        "Aquí van algunas {ideas_f} para {act}.",
    ),
    form(
        "[@give] [algunos|unos|varios] [buenos] {ideas_m} para {act}",
        "Aquí van algunos {ideas_m} para {act}.",
    ),
    form("@give {number} {ideas_f} {rest}", "Aquí van {number} {ideas_f}."),
    form("@give {number} {ideas_m} {rest}", "Aquí van {number} {ideas_m}."),
    form("@give [algunas|unas|varias] [buenas] {ideas_f} {rest}", "Aquí van algunas {ideas_f}."),
    form("@give [algunos|unos|varios] [buenos] {ideas_m} {rest}", "Aquí van algunos {ideas_m}."),
    form("@give una [buena] receta {of} {thing}", "Aquí va una receta {of} {thing}."),
    form("@give una|la [buena] receta {rest}\nreceta de|del|para {rest}", "Aquí va una receta."),
    form("@write {piece} sobre {thing}", "Aquí va {piece} sobre {thing}."),
    form(
        """
        @write {piece}
        @write {piece} {rest}
        """,
        "Aquí va {piece}.",
    ),
    form(
        """
        cuáles son {aspects} {of} {thing}
        {aspects} {of} {thing}
        @explain|dime {aspects} {of} {thing}
        """,
        "Veamos {aspects} {of} {thing}.",
    ),
    form(
        """
        cuál es|fue {topic} {of} {thing}
        {topic} {of} {thing}
        @explain|cuéntame {topic} {of} {thing}
        """,
        "Veamos {topic} {of} {thing}.",
    ),
    form("@explain {thing}", "Veamos {thing} con más detalle."),
    form(
        """
        @tell [más|algo|un_poco|todo] {about} {thing}
        qué sabes|sabe {about} {thing}
        qué puedes|puede decirme|contarme {about} {thing}
        qué me puedes decir|contar {about} {thing}
        quiero|quisiera|me_gustaría saber|aprender [más|algo] {about} {thing}
        [dame] información {about} {thing}
        """,
        "Hablemos {about} {thing}.",
    ),
    form(
        "por_qué|porqué|porque {rest}",
        "Veamos esta pregunta con más detalle.",
        "Veamos esta pregunta con calma.",
    ),
    form(
        "cómo|dónde|cuándo|qué @can {deed}",
        "Veámoslo con más detalle.",
        "Veámoslo paso a paso.",
    ),
    form(
        """
        debo|debería|deberíamos|conviene|me_conviene|vale_la_pena|merece_la_pena {rest}
        es mejor|buena_idea|recomendable|aconsejable {rest}
        """,
        "Sopesemos los pros y los contras.",
    ),
)

SPANISH = Bank(
    lexicon=_WORDS,
    forms=_FORMS,
    groups=_GROUPS,
    spellings=(
        (re.compile("[‘’´]"), "'"),
        (re.compile(r"^(?:q|k|ke) es ", re.IGNORECASE), "qué es "),
    ),
    polite_start=any_of(
        r"[\W_]+",
        r"(?:hola|buenas|buenos días|buenas tardes|buenas noches|por favor|porfa|oye|gracias|ok"
        r"|una pregunta|pregunta)(?:[,.:!;-]+ *[¿¡]?| +)",
        r"(?:me )?(?:puedes|podrías|podrias|puede|podría|podria|pueden)(?: por favor)? "
        r"(?=(?:me )?\w+(?:ar|er|ir)(?:me|nos)?\b)",
        r"(?:quiero|quisiera|me gustaría|necesito|no sé|no entiendo|me pregunto|quería)"
        r"(?: saber| entender| aprender| conocer)? (?=(?:cómo|como|por qué|qué|cuál|quién)\b)",
        r"(?:explícame|explicame|explica|explicarme|explíqueme|dime|decirme|dígame|sabes|enséñame"
        r"|cuéntame|explicar)(?: por favor)? (?=(?:cómo|como|por qué|qué|que|cuál|cual|quién|para"
        r" qué)\b)",
    ),
    polite_end=any_of(
        r"[\s?!¡.,;:]+\Z",
        r"[\s,]{1,3}(?:por favor|porfa|porfavor|gracias|muchas gracias|gracias de antemano"
        r"|en detalle"
        r"|detalladamente|paso a paso|exactamente|de forma sencilla|de manera sencilla"
        r"|en términos sencillos|para principiantes|con ejemplos)\Z",
    ),
    asks=EVERY_SENTENCE,
    aside=any_of(
        r"\W*(?:(?:hola|buenas(?: tardes| noches)?|buenos d(?:í|i)as|(?:muchas )?gracias"
        r"(?: de antemano)?|por favor|saludos|tengo una pregunta|una pregunta)\W*)+\Z",
    ),
    untouchable=any_of(
        r"\b(?:muert|murió|muri|fallec|luto|duelo|cáncer|cancer|tumor|divorci|separ(?:é|ad)|ruptura"
        r"|dejó|sola?\b.{0,10}siento|soledad|ansiedad|pánico|depre|triste|llor|embaraz|abort"
        r"|urgencia"
        r"|emergencia|sangr|desmay|dolor|duele|infarto|adicc|alcohol|violencia|acoso|bullying"
        r"|crisis"
        r"|desesper|terapia|trauma|hospital|diagn|medicament|pastilla|dosis|despid|despedid|deudas"
        r"|me siento|siento que)",
        r"\b(?:hoy|mañana|ayer|ahora|esta (?:noche|semana)|este (?:año|mes)|actual\w*|reciente\w*"
        r"|últim[oa]s? noticias|pronóstico|tiempo hace|noticias|bolsa|cerca de|adjunt\w*|imagen"
        r"|foto|dibuj\w*"
        r"|enlace|https?:|www\.|archivo|pdf|recuérdame|alarma)\b",
        r"\b(?:eres|imagina|imagínate|supón|tu opinión|qué opinas|qué piensas|tu \w+ favorit\w*"
        r"|qué tal"
        r"|cómo estás|cómo te|cuántos años|qué hora|quién eres|prefieres)\b",
    ),
)
