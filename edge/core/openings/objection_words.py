"""The words that betray an opening, in the languages we meet most."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MARKS = r"[\s\"'“‘(*_¿¡]*"

YES_NO = _any(
    _MARKS
    + r"(?:yes|no|yeah|yep|yup|nope|nah|sure|certainly|absolutely|definitely|indeed|of course"
    r"|correct|incorrect|right|wrong|true|false|exactly|not really|it depends|probably|unlikely)\b",
    _MARKS + r"(?:ja|nein|doch|jawohl|natürlich|sicher|klar|richtig|falsch|oui|non|si|bien sûr"
    r"|certainement|sí|claro|por supuesto|certo|certamente|sim|não|claro que|nee|zeker"
    r"|natuurlijk)\b",
    _MARKS + r"(?:да|нет|конечно|是的|不是|不|对|はい|いいえ|もちろん|نعم|لا|بالطبع)",
)
APOLOGY = _any(
    r"\b(?:sorry|apolog\w+|regret\w*|forgive|unfortunately|i'm afraid|pardon)\b",
    r"\b(?:entschuldig\w+|verzeih\w+|leider|tut mir leid|désolé\w*|excuse[zr]?[- ]moi"
    r"|malheureusement|pardonne\w*|lo siento|perdón|lamento|lamentablemente|mi dispiace|scusa\w*"
    r"|purtroppo|desculp\w+|infelizmente|lamento|helaas|excuses|het spijt)\b",
    r"извин|прост(?:и|ите)|к сожалению|抱歉|对不起|遗憾|すみません|申し訳|残念|آسف|عذر",
)
REFUSAL = _any(
    r"\b(?:can(?:'t|not)|could(?:n't| not)|won't|will not|would(?:n't| not)|unable|not able"
    r"|not allowed|refuse|decline|against my|inappropriate|unethical|illegal|harmful"
    r"|not appropriate|as an ai|an ai|language model|(?:don't|do not) have (?:access|the ability"
    r"|personal|real)|not possible|(?:don't|do not) know|not sure|no information)\b",
    r"\b(?:kann (?:ich )?(?:\w+ ){0,3}nicht|darf nicht|nicht in der lage|sprachmodell"
    r"|je ne (?:peux|puis)|ne suis pas (?:en mesure|capable)|modèle de langage|no puedo"
    r"|no soy capaz|modelo de lenguaje|non posso|non sono in grado|modello linguistico|não posso"
    r"|não consigo|modelo de linguagem|kan (?:ik )?(?:\w+ ){0,3}niet|taalmodel)\b",
    r"не могу|не в состоянии|языковая модель|无法|不能|语言模型|できません|言語モデル",
    r"لا أستطيع|لا يمكنني",
)
PROMISE = _any(
    r"\b(?:i'll|i will|i shall|i'd be (?:happy|glad)|i would be (?:happy|glad)|i can|we'll|we will"
    r"|i(?:'m| am) going to|you'll|you will|i promise|promis\w+|guarantee\w*|happy to|glad to"
    r"|here(?:'s| is) how|here are (?:the|some) (?:steps|instructions|ways)|trust me|don't worry"
    r"|no problem|always|never|everything you need)\b",
    r"\b(?:ich werde|ich kann|ich verspreche|garantier\w+|gerne|keine sorge|so geht|je vais"
    r"|je peux|je promets|garanti\w*|voici comment|voy a|puedo|prometo|garantiz\w+|así es como"
    r"|ecco come|posso|prometto|garantisc\w+|vou|garanto|veja como|ik zal|ik kan|ik beloof"
    r"|zo werkt)\b",
    r"я (?:буду|могу|обещаю)|гаранти|вот как|我会|我可以|保证|方法如下|します|できます|保証",
    r"سوف|سأ|أضمن",
)

# From two on: "one" in these languages is an article, or nearly. Left out too is what is another
# word elsewhere: Italian "due" and "sei", Spanish "once".
_NUMBER_WORDS = (
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty"
    ),
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    "dos tres cuatro cinco seis siete ocho nueve diez - doce",
    "- tre quattro cinque - sette otto nove dieci undici dodici",
    "dois três quatro cinco seis sete oito nove dez onze doze",
    "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_LARGE = (
    "hundred thousand million billion trillion dozen percent half twice hundert tausend cent mille"
)
NUMBERS = {
    **{word: word for word in _LARGE.split()},
    **{word: f"{10 * at}" for at, word in enumerate(_TENS.split(), 3)},
    **{word: f"{at}" for text in _NUMBER_WORDS for at, word in enumerate(text.split(), 2)},
    "one": "1",
}

# Capitals that are no names.
PRONOUNS = _words("i sie ihnen ihr ihre ihren ihrem")
# Behind these a first word is what is spoken of: a name, unless it only points.
COPULAS = _words(
    """
    is was are were has had have can will would does did ist war sind waren hat hatte kann wird
    est était sont étaient peut es era son eran fue tiene puede è erano fu sono ha può é foi são
    tem pode zijn heeft kan был была было были есть является
    """
)
OPENERS = _words(
    """
    this that these those there here it he she they we you who what which when where why how one
    some many most each every all both either neither everyone everything nothing something das
    dies diese dieser es er sie wir ihr du man hier da wer was ce c'est ça cela il elle on nous
    vous ils elles qui voici esto eso este esta ello ella él nosotros aquí quien questo questa
    quello ciò lui lei noi isto isso ele ela nós aqui quem dit dat deze die hij zij wij jij wie
    wat это эта этот эти он она оно они мы вы здесь кто что
    """
)
GERMAN = re.compile(
    r"\b(?:der|die|das|und|ist|nicht|ein|eine|einen|einem|zu|mit|auf|für|wie|wir|es|den|dem)\b",
    re.IGNORECASE,
)
ENOUGH_GERMAN = 2
GERMAN_ARTICLES = _words(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine dein
    deine ihre ihren sein seine unser unsere dieser diese dieses jeder jede jedes zum zur im am
    vom beim ins ans alle viele einige mehrere
    """
)
