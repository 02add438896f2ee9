"""Wordings that a person may type but an editor would not print, and a frame must not echo.

Lost hyphens, wrong prepositions, lists that are no lists, "to" behind a noun that wants none. They
are patterns in one sentence of ours, with no grammar behind them: what they find is not said, and
now and then a good sentence with it. Single words are the work of `spelling.py`.
"""

from __future__ import annotations

_NUMBERS = r"\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
_SMALL_WORDS = (
    "an?|the|and|or|of|in|on|at|by|to|for|from|with|without|as|is|are|was|were|be|been|being"
    "|has|have|had|not|most|more|less|least|well|best|better|how|what|that|which|who|it|they"
    "|we|you|your|my|its|their|some|any|all|no|if|when|while|can|could|should|would|may|might"
    "|will|do|does|did|get|gets|got|getting|into|about|than|over|up|out|off|so|very|good|new"
    "|old|different|common|people|someone|things|ever|never|always|just|also|after|before"
    "|during|through|under|between|against|around|among|per|via|first|last|top|one|two|three"
    "|four|five|six|seven|eight|nine|ten|other|famous|popular|high|whether"
)
# Behind these, "to" and a verb say all: "the best *way* to ...".
_OPEN_HEADS = (
    "ways?|places?|times?|reasons?|steps?|methods?|things?|tips|how|what|where|when|which"
    "|whether|due|close|related|closest|similar|according|opposed|able|possible|ready|need"
    "|needs|want|have|has|had|used|going|try|tries|trying|like|likes|love|learn|start|begin"
    "|continue|want|wants|easy|easiest|hard|hardest|safe|important|best|able|likely|required"
    "|needed|considered|known|supposed|next|native|unique|new|access|visitors?|trips?|guides?"
    "|introductions?|answers?|solutions?|approach|approaches|alternatives?|someone|people"
    "|beginners|order"
)
_OPEN_VERBS = (
    "visit|eat|watch|read|play|try|buy|see|make|cook|do|grow|use|learn|drink|listen|wear|plant"
    "|consider|take|know|have|bring|avoid|get|go|own|discuss|follow|ask|drive|serve|give|order"
    "|stay|live|remember|think|look|invest|prepare|explore|keep|include|add|carry|pack|include"
)

ECHOES = (
    # a number of things that may be all of them: "over *7 continents*"
    (
        rf"\b(?:at|over) (?:{_NUMBERS}) (?!different|other|common|popular|easy|simple|good|great"
        r"|possible|famous|interesting|creative|healthy|fun|important|new|unique|ways|reasons"
        r"|examples|ideas)"
    ),
    (
        r"\A(?:here are|let's (?:look at|go over)) (?!how|what|wh|ways|the best"
        r"|an?\b)[^.]* or [^.]*\.\Z"
    ),
    r"\byour (?:\w+ )?(?:recipes?|jobs)\b|\bwhether [^.]*\b(?<!if )your (?:\w+ )?[a-z]+s\.\Z",
    r"\b(?:ideas|recommendations|suggestions) to\b",
    r"\btop [\w ]*\bmost\b|\b(?:best|top|most) [\w ]+ names\.\Z",
    # a hyphen lost: "practice based learning"
    (
        r"\b[a-z]+ (?:based|themed|oriented|friendly|driven|powered|focused|sized|shaped"
        r"|style) (?!(?:of|on|in|at|by|from|upon|around|to|for|that|and|or|with|as)\b)[a-z]"
    ),
    (
        r"\b(?:gluten|sugar|dairy|fat|meat|lactose|nut|pain|tax|debt|stress|smoke|plant|home"
        r"|hand) (?:free|based|made|held|cooked|grown)\b"
    ),
    (
        r"\b(?:long|short|full|part|real|first|second|high|low|open|one|two|three) (?:term|time"
        r"|quality|cost|source|budget|protein|carb|calorie|person|bedroom|day|year|week|hour"
        r"|minute|way|piece) (?!(?:of|on|in|at|by|from|to|for|that|and|or|with|as|is|are|when|if"
        r"|after|before|when|since|while)\b)[a-z]"
    ),
    r"\b(?:self|non|pre|anti|multi|semi|co|ex|pan) [a-z]",
    (
        r"\b(?!more|most|very|and|or|an?|the|so|less|is|are|be|as|how|highly)[a-z]+ (?:cancell?ing"
        r"|efficient|conscious|saving|watering|winning|changing|friendly) [a-z]"
    ),
    (
        r"\b(?:good|high|top|low) (?:quality|end|fat|sugar|heel|protein|calorie|carb|maintenance"
        r"|impact|paying|rated|ranked|nominated|level|tech|speed|risk|income|cost|budget) [a-z]"
    ),
    (
        r"\b\d+ (?:day|week|month|year|hour|minute|person|page|word|star|course|mile|line|step"
        r"|part|paragraph|sentence|piece|bedroom|player) (?!(?:of|on|in|at|by|from|to|for|that|and"
        r"|or|with|as|is|are)\b)[a-z]"
    ),
    r"\bshepherds pie\b|\b(?:what|explain|visit|about|in|at) taj mahal\b|\bfrom sauna\b",
    r"\b(?:to move|to live|to travel|to go) in the US\b",
    # the same before a participle: "a food fueled vacation"
    (
        rf"\b(?!(?:{_SMALL_WORDS})\b|[a-z]+ly\b)[a-z]+ (?!need|speed|seed|feed|breed|bed|red|shed"
        rf"|weed|led|wed|bleed|greed|embed)[a-z]+ed (?!(?:{_SMALL_WORDS})\b)[a-z]+"
    ),
    r"\w\(",
    # a town and its country, with the comma lost
    (
        r"\b(?-i:(?!North|South|East|West|New|Northern|Southern|Central|Nazi"
        r"|Roman)[A-Z][a-z]+ (?:Portugal|Spain|France|Italy|Germany|England|Scotland|Ireland|Japan"
        r"|China|India|Canada|Mexico|Brazil|Australia|Greece|Turkey|Poland|Austria|Norway|Sweden"
        r"|Thailand|Vietnam))\b"
    ),
    (
        r"\b(?-i:(?:survive|in|of|during|for|about|enjoy) [A-Z][a-z]+ (?:winters?|summers?"
        r"|weather))\b"
    ),
    r"\bwhat [a-z]+ does\.\Z",
    # the wrong preposition: "ideas of activities", "tips to a good outing", "in a holiday"
    (
        r"\b(?:ideas|tips|advice|suggestions|recommendations) of\b|\btips to (?:an?|the)\b"
        r"|\bin (?:a|my|your) (?:holiday|vacation|trip|weekend)\b|\bat (?:europe|asia|africa"
        r"|america|italy|sicily|france|spain|germany|india|china|japan|london|paris|rome"
        r"|new york)\b"
    ),
    r"\bcovid 19\b|\bmagic 8 ball\b|\bthe examples of\b",
    r"\b(?:what|how) (?-i:[A-Z]{2,}) (?:language|program|system|file|format|method|team|law)\b",
    r"\b[a-z]+ favou?rite [a-z]|\b(?:paragraph|essay|story|poem) of the\b",
    r"\bbody weight\b|\ban? 2FA\b|\bserved (?:coffee|food)\b|\bto enable\b",
    r"\bmost [\w ]*\bbest\b",
    r"\b(?:named|called|titled) [a-z]",
    r"\b(?:what|explain) (?!an?\b|the\b|some\b)[a-z]+ (?:style|type|kind|form|way|method) of\b",
    r"\btop [a-z]+est\b|(?-i:\b[A-Z]{2,} (?:famous|best|popular|top|good)\b)|\bthe trivia\b",
    # a list of unlike things: "buns, pizza, and taco"
    r"\b[a-z]+s, (?:[a-z]+, )*(?:[a-z]+,? )?and (?![a-z]*s\b)[a-z]+\.\Z",
    r"\Alet's (?:compare|look at) [^.]* and [a-z]+(?:ical|ous|ive)(?: side by side)?\.\Z",
    r"\b(?:what|explain) (?:top|best|good|most) [^.]*(?:is|are)\.\Z|\bin the style of\b",
    r"\bplot of [a-z]+ by\b",
    r"(?-i:, [A-Z][\w.]*) (?:is|are|was|were)\b",  # "Davis, CA is": a comma is wanting
    r"\bfile tax\b|\btake vacation\b|\bsome the\b",
    r"\bdaylight savings\b|\bgolden doodle",
    # what is there *to do* with it is not said: "the top cities to ride a bicycle"
    (
        r"\A(?:let's (?:look at|go over|talk about|take a closer look at)|here are) (?!how|what"
        rf"|wh)[^.]*\b(?!(?:{_OPEN_HEADS})\b)[a-z]+ to (?!(?:{_OPEN_VERBS})\b|(?-i:[A-Z])|an?\b"
        r"|the\b|your\b)"
    ),
    (
        r"\A(?:let's (?:look at|go over|talk about|take a closer look at)|here are) (?!how|what"
        rf"|wh)[^.]*\b(?!(?:{_OPEN_HEADS})\b)[a-z]+ to [a-z]+ (?:an?|the|your)\b"
    ),
    # a verb, or a noun, for the participle: "an abandon cave"
    r"\ban? (?:abandon|advance|bake|bore|educate|haunt|retire|steal|write) [a-z]",
    # names that are misspelt often
    (
        r"\bedgar allen\b|\b(?:spiderman|ghandi|micheal|leonardo de|shakespear|nietzche|neitzsche"
        r"|beethovan|einstien|mcdonalds|walmarts|starbuck|wallmart|linkin|phillipines|philipines"
        r"|columbia and|columbian|santa clause|isreal|brittish|carribean|massachusets|pittsburg)\b"
    ),
    # capitals that go on behind a name
    (
        r"(?-i:[A-Z]\w+ (?:Champions|Winners|Players|Teams|Movies|Films|Books|Albums|Songs"
        r"|Episodes|Characters|Companies|Fans|Presidents|Ministers|Kings|Queens|Channel"
        r"|Restaurants|Recipes)\b)"
    ),
)
