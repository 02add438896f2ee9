"""Slips of English that a frame must not say back: wrong articles, lost capitals, wrong agreement.

A sentence in which `CLUMSY` finds anything is not offered. Slips of spelling that are single
words stand in `english_words.py`; nouns that lost their article are the work of `articles.py`.
"""

from __future__ import annotations

import re

from edge.core.openings.english_echoes import ECHOES
from edge.core.openings.english_names import PROPER_NAMES


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# These want no "a".
_UNCOUNTED = """humility information advice luggage furniture equipment software research knowledge
    homework traffic weather evidence happiness progress feedback wisdom money shogi chess karate
    ataraxy anarchy photosynthesis electricity gravity slavery yoga tennis music poetry software
    hardware malware bravery courage wealth leadership friendship""".split()
# A lost apostrophe: "my daughters birthday".
_OWNERS = (
    "daughter|son|mom|dad|mother|father|wife|husband|sister|brother|friend|life|company|dog|cat"
)
# First names that are no other word, in small letters: then the family name will be, too.
_SMALL_NAMES = """
    james john michael david robert mary william thomas daniel matthew anthony andrew paul steven
    kevin brian george edward ronald jason jeffrey ryan jacob gary nicholas eric jonathan stephen
    larry justin scott brandon benjamin samuel gregory alexander patrick raymond dennis
    jennifer patricia linda elizabeth barbara susan jessica sarah karen lisa nancy margaret sandra
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
    sharon cynthia kathleen amy angela anna nicole samantha katherine emma taylor elon lebron
    lionel cristiano barack donald joe steve tom harry albert isaac leonardo stephen walt nikola
    marie beyonce kanye kobe serena messi ronaldo
""".split()
# Parts of the world of several words, which the table of names cannot mend.
_SMALL_PLACES = (
    r"(?:north|south|central|latin) (?:america|korea|africa|carolina|dakota)|middle east"
    r"|new (?:york|zealand|jersey|mexico|delhi|orleans|england|hampshire|england|south wales)"
    r"|hong kong|sri lanka|saudi arabia|puerto rico|costa rica|great britain|united (?:states"
    r"|kingdom|nations)|rhode island|cape town|silicon valley|wall street|grand canyon"
    r"|golden gate|eiffel tower|white house|state of [a-z]+ia"
)
# People who own things, for whom the apostrophe is lost most: "the *companies* income statement".
_STATES = (
    "California|Texas|Florida|Oregon|Washington|Utah|Ohio|Colorado|Arizona|Georgia|Virginia"
    "|Michigan|Illinois|Nevada|Tennessee|Massachusetts|Pennsylvania|Minnesota|Wisconsin|Louisiana"
    "|Hawaii|Alaska|Maryland|Indiana|Iowa|Missouri|Kansas|Oklahoma|Idaho|Montana|Maine|Vermont"
)
# Laws and illnesses that bear a name, with the apostrophe lost.
_NAMED_AFTER = (
    "bayes|newton|ohm|moore|murphy|occam|hooke|kepler|faraday|avogadro|parkinson|alzheimer|crohn"
    "|pythagoras|euler|fermat|gauss|maslow|pavlov|pascal|alzheimers|parkinsons|crohns|newtons"
    "|moores|murphys|keplers|maxwell|maxwells"
)
_PLURAL_OWNERS = r"year[- ]olds|companies|students|teachers|customers|employees|women|men|babies"

# Capitals that stand alone, where a title was begun and not gone on with.
_BEGUN_TITLES = (
    "Good|Best|Great|Popular|Famous|Common|Different|Easy|Healthy|Important|Fun|Cool|Ideas|Ways"
    "|Tips|Things|Reasons|Uses|Use|Places|Qualified|Benefits|Examples|Types|Favorite|Day|Way"
)
# And small letters that stand where a name was not gone on with: "the Roman empire".
_SECOND_NAMES = (
    "maps|docs|sheets|drive|chrome|earth|analytics|cloud|prime|world|plus|airlines|airways|express"
    "|idol|revolution|war|empire|museum|teams|office|switch|new year|civil|constitution|ocean|sea"
)
_NAMES = "|".join(name for name in PROPER_NAMES if name.istitle())
# These may follow a name of one word.
_GOES_ON = (
    "is|are|was|were|has|have|does|do|did|works|work|costs|can|should|will|means|and|or|in|on|of"
    "|for|to|at|with|from|by|that"
    "|who|which|when|while|if|as|than|about|over|after|before|during|without|into|through|like"
)

CLUMSY = _any(
    rf"(?<!\A)\b(?-i:(?:{_BEGUN_TITLES})(?: [a-z]|\.\Z))",
    rf"\b(?-i:[A-Z][a-z]{{3,}} (?:{_SECOND_NAMES}))\b",
    r"\b(?-i:(?:mt|mount|lake|south|north|east|west|saint|university of|gulf of|bay of|super)\.?"
    r" [A-Z])",
    # "the Spice Girls nicknames"
    r"\b(?-i:[A-Z][a-z]+ (?!States|Angeles|Vegas|Orleans|Series|Games|Sports|Arts)[A-Z][a-z]+"
    r"[^\Wsiu]s [a-z]{3,}s)\b",
    r"\b(?:what|explain) an? [\w-]+ of [^.]* (?:is|means)\.\Z",  # "what a benefit of tea is"
    rf"\b(?-i:{'|'.join(_SMALL_NAMES)})\b",
    rf"\b(?-i:{_SMALL_PLACES})\b",
    rf"\b(?:{_PLURAL_OWNERS}) (?-i:(?!that|who|with|from|have|were|over|into|like|this|than|will|in"
    r"|are|can|and|or|to|at|on|of|for|do|should|could|would|might|may|must|need|want|when|as|by"
    r"|after|before|during|without|about|is|if|because|while|under)[a-z]+)",
    r"\bkids (?:easter|birthday|christmas|party|room|bedroom|lunch|school|activit|items?\b|games?\b"
    r"|books?\b|movies?\b|toys?\b|clothes|menu)",
    rf"\b(?:{_NAMED_AFTER}) (?:first |second |third )?(?:theorem|laws?|razor|hierarchy|triangle"
    r"|equations?|principle|disease|syndrome|dogs?)\b",
    r"\b(?:valentines|mothers|fathers|patricks|new years) (?:day|eve)\b",
    rf"\b(?-i:(?!North|South|West|East|Baja|Upstate|New|Central)[A-Z][a-z]+ (?:{_STATES}))\b",
    # who is one, and who are many
    r"(?-i:\b(?:whether|how|what|if|explain) (?:[a-z]+ ){0,2}(?!news |series |species |lens "
    r"|diabetes |rabies |herpes |measles )[a-z]+"
    r"[^\Wsiua](?<!ic)s (?:is|was|has|does)\b)",
    r"\b(?:people|children|men|women) (?:is|was|has|does)\b",
    r"\ban? (?!lot|few|couple|number|group|majority)[\w-]+ (?:are|were)\b",
    r"\b(?:suggest|explain|describe) (?:you|about)\b|\bdiscuss about\b|\bmore better\b"
    r"|\bmost (?:best|easiest|good)\b|\bone of (?:the )?(?:best|most \w+) [a-z]+[^\Ws]\.\Z",
    r"\b\d+ years? old (?-i:[a-z])|\b\d+ year-old|\b\d+ years-old",
    r"\ba (?:8|11|18)\b",
    r"\ba \d+ years? old",
    r"\b(?:for|of|without|by|on) (?:increase|decrease|improve|choose|become|get|make|learn|buy|go"
    r"|prevent|create|maintain|achieve|avoid|find|have|be|do|write|read|lose|grow|prepare)\b",
    r"\bworth (?:to|visit|buy|go)\b",
    r"\bfor other than\b",
    r"\b(?:to|can|and|not) loose\b",
    r"[a-z]/\w",  # "movie/tv series"
    r"(?-i:\b[A-Z]{4,}-[a-z])",
    *ECHOES,
    r"\bhow old (?:al|(?:the )?ai)\b",
    r"\bmakes? (?:[\w']+ ){1,3}(?:is|are)\b",  # "what makes tea is good"
    # one that would be named, not explained: "what a safe temperature for tea is"
    r"\b(?:what|explain) an? (?:short|long|good|safe|nice|great|cheap|popular|typical|normal"
    r"|healthy"
    r"|famous|simple|easy|fun|common|quick) [^.]* is\.\Z",
    # A capital on one common word: "a Pizza dough", "the best Action movies".
    rf"\b(?:an?|the|best|top|common|popular|good|famous|some|of|for|in|what"
    rf"|explain|whether) (?-i:(?!(?:{_NAMES})\b)"
    rf"[A-Z][a-z]+ (?!(?:{_GOES_ON})\b)[a-z])",
    r"\b(?:of|from|in|to|on|about|at) (?:bhagavad|bible|quran|koran|internet|olympics|world cup"
    r"|super bowl|stock market|solar system|universe|middle ages)\b",
    r"\b(?:in|to|of|for|from|at|on|around|about|visit|visiting|visited)"
    r" (?-i:(?:[A-Z]\w+ )+(?:Bay Area|Tower|Space"
    r" Station|Ocean|Desert|Empire|Islands|Mountains|Kingdom|Republic|Nations|States)\b)",
    r"\b(?:visit|visiting|visited) (?-i:United|Netherlands|Philippines)\b",
    r"\bfor \w+ing of\b",
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|few|[2-9]|10|20) (?:different "
    r"|best |good |main |major |key )?(?:way|type|kind|reason|example|thing|tip|idea|country|city"
    r"|movie|book|song|animal|place|food|sport|game|method|step|fact|benefit|variant)\b(?!-)",
    r"\b(?:in|of|for|with|from|about) (?-i:(?:[A-Z]\w+ ){1,3})(?:series|genre|game|company|team"
    r"|award|franchise|industry|movie|show|book|festival|protocol|algorithm|framework|theorem)\b",
    rf"\ban? (?:(?-i:[a-z]+) )?(?:{'|'.join(_UNCOUNTED)})(?= (?:is|means|to|in|for|and|that)\b"
    rf"|\.\Z)",
    rf"\b(?-i:{_OWNERS})s (?!with|from|that|when|about|have|were|over|into|like|this|than|will"
    r"|should)[a-z]{4,}(?: [a-z]+)?\.\Z",
    r"\b(?:from|in|of|during|between) \d{4}s\b",
    r"\b(?-i:(?:lake|mount|saint|san|santa|los|las) [a-z]{3,})",
    r"\b(?:famous|popular|best|good) (?-i:[A-Z])\w+'s\b",
    r"\beveryday\.\Z",
    r"\b(?:with|has|have|had) most (?!of\b|people\b|children\b|other\b)",
    r"\b(?:at|over) favou?rite\b",
    r"\b(?!sports|kids|business|arts|news|chess|\w+ss\b)[a-z]+s (?:ideas|tips)\b",
    rf"\bthe (?-i:{'|'.join(PROPER_NAMES)})'s\b",
    r"\bto (?:an? )?\d+[- ]year",
    r"\ban? (?!series|species)[a-z]+ies\b",
    r"\Alet's look at how to [^.]*\b[a-z]*[^s\W] that are\b",
    r"\b(?:examples|types|kinds) (?!of|that|in|for|you|to|with|from|on|at|and|or|people|we|there)"
    r"[a-z]+ ?[a-z]*s\.\Z",
    r"\byou (?:was|am|is|has|does)\b",  # the person swapped, the verb not
    r"\b(?:war|part|type|phase|chapter|volume|act|class) you\b",  # "world war i" is no person
    r"\b(?:an?|the) (?:an?|the|my|your|this|that|these|some|any|many|several|which)\b",
    r"\ba \w+ing an?\b",
    r"\ba (?!one|uk\b|us\b|uni|use|usu|ut|eu|ur|(?-i:U[A-Z]))[aeiou]\w",
    r"\ban (?!hour|hon|heir|[aeiou]|8|11|18|(?-i:[FHLMNRSX](?:[A-Z]|\b)))",
    # "what should I *considering*": a slip of the pen would be ours now
    r"\bto (?!(?:br|s|r|sw|cl|fl|st|p|w|str)ing\b)(?:be )?\w{2,}ing\b",
    r"\b(?:how|what|where|when) to (?:do|be|know|tell|go|use|get|have|make|find|say|put)\.?\Z",
    r"\bto know (?!if|when|whether|which|what|how)",
    r"\b(?:in|of|from|to|for) (?-i:USA?|UK|UAE|EU)\b",
    r"\b[a-z]\.[a-z]\b",  # U.S. may end the sentence, or not
)
