"""Which language a text is in: by script first, then by its small words.

Cheap and modest: a text that shows no small word of any language is "und", and so is a
tie. A wrong guess costs an opening in the wrong language, an "und" costs only the opening.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

UNKNOWN = "und"

# Scripts that name a language, or nearly: what else is written in them is told apart below.
_SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"),
    "ko": re.compile(r"[\u1100-\u11ff\uac00-\ud7af]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
# A letter that Russian, or Arabic, does not have.
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_PERSIAN = re.compile(r"[پچژگ]")

_SMALL_WORDS = {
    "en": """
        a about all am an and any are as at be been but by can could did do does explain for from
        give had has have hello hey hi how i i'm if in into is it it's its just let like list make
        me my name not of on one or our please should so some suggest summarize tell than thank
        thanks that that's the their them then there these they this those to top up us was we
        were what what's when where which who whose why will with would write you your add best
        between bye day days definition difference fact goodbye help history ideas later life
        minus names need new night plus see story benefits brainstorm causes compare define
        describe discuss examples feel over recipe today types vs steps things tips ways want word
        words work world
    """,
    "de": """
        aber alle als am an auch auf aus bei bin bist bitte danke das dass dein dem den der des
        die dies diese diesen dir doch du ein eine einem einen einer eines er erkläre es für gib
        guten hallo hat hier ich ihr im in ist kann kannst können man mein meine meinen mich mir
        mit nach nicht noch nur oder schreib schreibe sein sich sie sind soll über um und uns
        unter vom von vor war warum was wann welche welcher wenn wer werden wie wir wird wo zu zum
        zur zwischen
        funktioniert funktionieren unterschied gedicht geschichte gib gibt nenne tipps ideen rezept
        erklär
        erklaere brauche wieso weshalb sollte sollten worauf wofür erzähl erzähle bedeutet fuer
        ueber lerne wirkt wozu dient wofür
    """,
    "fr": """
        à au aux avec bonjour c'est ce ces cette comment dans de des donne du elle en est est-ce
        et être explique fais faire il ils je j'ai l'on la le les leur ma mais me merci mes moi
        mon ne nous on ou où par pas peux peut plus pour pourquoi qu'est-ce qu'il quand que quel
        quelle quels quelles qui sa salut se ses si son sont sur ta te tes toi ton tu un une vos
        votre vous écris
        fonctionne fonctionnent différence différences difference histoire poème idées idees
        conseils
        donne-moi parle-moi raconte ecris explique-moi quoi sert recette devrais dois puis-je
        peut-on
        peux-tu pouvez-vous rédige voudrais faut-il apprendre écrire raconte-moi écris-moi
        devrais-je dois-je parlez-moi pourriez-vous expliquez-moi
    """,
    "es": """
        al como cómo con cuál cuáles cuando cuándo cuánto cuántos de del dame desde donde dónde el
        ella en entre eres es escribe escribir esta está están este esto estos explica gracias
        hacer hay hola la las lo los más me mi mis muy no nos o para pero por porque puede puedes
        puedo qué que quién quiero se según ser si sin sobre son soy su sus también te tiene tu un
        una unos y yo
        funcionan diferencia diferencias historia cuento explícame explicame háblame hablame
        cuéntame
        cuentame escríbeme escribeme consejos necesito receta debería deberia hablar dime inventa
        era compara sirve sirven
    """,
    "it": """
        a al alla anche che chi ci ciao come con cosa così cos'è da dal dalla dei del della delle
        dello di dimmi dove due e è fare gli grazie ha hai ho i il in io la le lo ma mi mio mia
        nel nella nelle non o per perché più posso può puoi qual quale quali quando quanto quello
        questa questo scrivi scrivere se sei sono spiega spiegami sua sugli sul sulla suo ti tra
        tuo un una uno vorrei
        funziona funzionano differenza differenze storia poesia racconto idee consigli suggeriscimi
        parlami
        raccontami significa imparare scrivimi ricetta spiegarmi puoi potresti dovrei conviene fra
        ed degli
        breve cos'e era fu fa confronta serve servono
    """,
    "pt": """
        a ao aos as até com como da das de dê diga do dos e é ela ele em entre era escreva
        escrever essa esse esta está este eu explique fazer foi há isso isto já mais mas me mesmo
        meu minha muito na não nas no nos o obrigada obrigado oi olá onde os ou para pela pelo
        pode podes por porque posso qual quais quando quanto que quem são se sem ser seu sobre sua
        também tem ter um uma você
        diferença diferenças diferenca história ideias dicas conselhos receita preciso explica
        escreve crie
        conte vantagens oq vc pra você voce fale funcionam pq serve servem compara
    """,
    "nl": """
        aan als bij ben bent dank dat de deze die dit door een en er geef geen goed had hallo heb
        hebben heeft het hij hoe hun ik in is ja je jij jouw kan kun kunnen maar maak mag me meer
        met mij mijn moet naar niet nog of om ook op over schrijf te tot tussen u uit van veel
        voor waar waarom wanneer was wat we welke werd wie wil wordt worden zijn zich zo
    """,
}
_VOTES: dict[str, tuple[str, ...]] = {}  # the languages that a word is a small word of
for _language, _words in _SMALL_WORDS.items():
    for _word in set(_words.split()):
        _VOTES[_word] = (*_VOTES.get(_word, ()), _language)
# Letters that few others have: a hint in a text of two or three words.
_LETTERS = {
    "de": re.compile(r"[äöüß]"),
    "es": re.compile(r"[ñ¿¡]"),
    "fr": re.compile(r"[èêëœùûçî]|\b(?:[ldjnmst]|qu)'"),
    "pt": re.compile(r"[ãõ]|ção|ê[mn]?\b|\bo que\b"),
    "it": re.compile(r"[ìò]|\b(?:cos'|c')?è\b|tà\b|\bcome si\b|\b(?:dell|nell|all|sull|dall)'"),
}
# What a text in ASCII has, if one of these patterns fits it: seen in a tenth of the time.
_IN_ASCII = {"fr": ("'",), "pt": ("o que",), "it": ("'", "come si")}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LETTER = re.compile(r"[^\W\d_]")

_NAMES = {
    "en": "english|englisch|anglais|inglés|inglese|inglês|engels",
    "de": "german|deutsch|allemand|alemán|tedesco|alemão|duits",
    "fr": "french|französisch|français|francés|francese|francês|frans",
    "es": "spanish|spanisch|espagnol|español|castellano|spagnolo|espanhol|spaans",
    "it": "italian|italienisch|italien|italiano|italiaans",
    "pt": "portuguese|portugiesisch|portugais|portugués|portoghese|português|portugees",
    "nl": "dutch|niederländisch|néerlandais|neerlandés|olandese|holandês|nederlands",
    "ru": "russian|russisch|russe|ruso|russo",
    "zh": "chinese|mandarin|cantonese|chinesisch|chinois|chino|cinese|chinês|chinees",
    "ja": "japanese|japanisch|japonais|japonés|giapponese|japonês|japans",
    "ar": "arabic|arabisch|arabe|árabe|arabo",
    "ko": "korean|koreanisch",
    "hi": "hindi",
    "tr": "turkish",
    "pl": "polish",
    "la": "latin",
    "sv": "swedish",
    "el": "greek",
    "he": "hebrew",
    "vi": "vietnamese",
    "uk": "ukrainian",
}
# "Answer in German", "write a poem in French", "auf Deutsch", "en español".
_ASKED = re.compile(
    r"\b(?:in|into|auf|en|em|op het|in het)\s+(?:"
    + "|".join(f"(?P<{language}>{names})" for language, names in _NAMES.items())
    + r")\b(?!\s+\w+(?:s|ion|ure|ory|art|law)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)  # a verdict asks six times about two texts: 40 µs each
def detect_language(text: str) -> str:
    """ISO 639-1 code of the language `text` is written in, or "und"."""
    if text.isascii():
        return _by_small_words(text.lower())
    letters = len(_LETTER.findall(text))
    if not letters:
        return UNKNOWN
    by_script = {language: len(script.findall(text)) for language, script in _SCRIPTS.items()}
    script, count = max(by_script.items(), key=lambda pair: pair[1])
    if count >= 0.3 * letters:
        return _within_script(script, by_script, text)
    return _by_small_words(text.lower().replace("’", "'"))


def asked_language(text: str) -> str | None:
    """The language that `text` asks the reply to be in, where it names one."""
    match = _ASKED.search(text)
    return match.lastgroup if match else None


def _within_script(script: str, by_script: dict[str, int], text: str) -> str:
    if script == "zh" and by_script["ja"]:
        return "ja"
    if script == "ru" and _UKRAINIAN.search(text):
        return "uk"
    if script == "ar" and _PERSIAN.search(text):
        return "fa"
    return script


def _by_small_words(text: str) -> str:
    votes: dict[str, int] = {}
    for languages, count in Counter(map(_VOTES.get, _WORD.findall(text))).items():
        for language in languages or ():
            votes[language] = votes.get(language, 0) + count
    is_ascii = text.isascii()
    for language, letters in _LETTERS.items():
        if is_ascii and not any(sign in text for sign in _IN_ASCII.get(language, ())):
            continue
        if letters.search(text):
            votes[language] = votes.get(language, 0) + 1
    most = max(votes.values(), default=0)
    leaders = [language for language, count in votes.items() if count == most]
    return leaders[0] if len(leaders) == 1 else UNKNOWN
