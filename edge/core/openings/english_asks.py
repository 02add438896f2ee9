"""How English prompts ask: what surrounds a request, and what must not be opened at all."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)


# Written out, so that one form fits "what's", "whats" and "what is".
SPELLINGS = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        (r"[‘’´]", "'"),
        (r"[“”]", '"'),
        (r"^(what|who|how|where|when|why|that|there|here|it)'?s\b(?!')", r"\1 is"),
        (r"^(what|who|how|where|when|why)'?re\b", r"\1 are"),
        (r"\bi'?m (?=looking|trying|wondering)", "i am "),
        (r"\bwanna\b", "want to"),
        (r"^lets\b", "let's"),
        (r"\bask the ai\b", "ask you"),
        (r"\bnew york\b", "New York"),
        (r"\bnew orleans\b", "New Orleans"),
        (r"\blos angeles\b", "Los Angeles"),
        (r"\bsan francisco\b", "San Francisco"),
        (r"\bnew zealand\b", "New Zealand"),
        (r"\bunited states\b", "United States"),
        (r"\bstar wars\b", "Star Wars"),
    )
)

# Behind these words stands the question itself.
_QUESTION = (
    r"(?=(?:what|what's|whats|who|how|why|where|when|which|if"
    r"|the (?:difference|meaning|definition|best))\b)"
)
# And behind some others a request at least.
_REQUEST = (
    r"(?:what|what's|whats|who|how|why|where|when|which|can you|could you|would you|explain|tell"
    r"|give|write|describe|list|suggest|recommend|compare|summari[sz]e|define|help|teach|show"
    r"|like how|should i)\b"
)
_WANT = r"i (?:want|need|would like|would love|'d like|am trying|have)|i'd (?:like|love)|id like"

_TEXT = r"(?:text|passage|paragraph|article|information|description|definition|excerpt)"

# One courtesy or run-up, cut off as often as one is found.
POLITE_START = _any(
    r"[\W_]+",
    r"(?:hi|hello|hey|hiya|yo|ok|okay|alright|um|uh|oh|please|pls|plz|kindly|thanks|thank you|bro"
    r"|dude|chatgpt|hi there|good (?:morning|afternoon|evening)|dear (?:ai|assistant)"
    r"|(?:quick )?question:)(?:[,.:!;-]+ *| +)",
    r"(?:q(?:uestion)?:|(?:ai|siri|alexa),? (?=[a-z]+ ))",
    r"(?:based on|using|from|with reference to|given|according to|considering) (?:the|this) "
    rf"(?:(?:given|following|provided|reference) )?{_TEXT}[^,.?!:;]{{0,40}}"
    rf"(?:, *| +(?={_REQUEST}))",
    rf"without quoting (?:directly )?from the {_TEXT},? ",
    r"(?:let's |lets )(?=(?:hear|find out)\b)",
    r"(?:so|well|now|also|and|but|then|right|sure|yes|no|just|simply|next|first|actually|basically"
    r"|man|like|mate|honestly|there|everyone|quick question|question)"
    rf"(?:[,:!;-] *| +(?={_REQUEST}))",
    r"(?:can|could|would|will) (?:you|u) (?:(?:please|pls|kindly|just|maybe|possibly|perhaps"
    r"|also) )*(?!be |have )",
    rf"(?:{_WANT}) (?:you|u) to ",
    r"(?:would you mind|do you mind|are you able to|is it possible for you to) ",
    r"(?:i was|i am|i'm|im|just) (?:just )?(?:wondering|curious"
    r"|asking) (?:about )?(?:if you (?:can|could) )?",
    r"i have (?:a|one) (?:quick )?question[\s,.:;-]*(?:about )?",
    rf"(?:tell|teach|show|inform|enlighten|remind) (?:me|us) (?:exactly |about )?{_QUESTION}",
    r"(?:explain|describe|clarify|elaborate on|discuss|understand|figure out|know|say)"
    rf"(?: to me| me| for me)?,? {_QUESTION}",
    rf"(?:{_WANT}|i'm trying|help me|let me|do you|i don't|i do not|i never) (?:to )?"
    rf"(?:know|understand|learn|figure out|find out|see|hear)(?: about)? {_QUESTION}",
    rf"(?:{_WANT}) to (?=(?:write|draft|compose|create|plan|make|prepare)\b)",
    r"help (?:me )?(?:to )?(?=(?:brainstorm|come up with|think of|find|summari[sz]e|compare)\b)",
    rf"give me (?:an |a )?(?:\w+ )?(?:explanation|idea|overview|sense) (?:of|about|on) {_QUESTION}",
    rf"(?:any|some) (?:idea|advice|thoughts|tips) (?:on|about) {_QUESTION}",
    # "As a golfer, how can I ..."
    r"(?!what|who|how|why|if |is |are |do |does |should |apart|besides|except|instead|other"
    r"|rather)(?![^,]*\b(?:you|your)\b)[^,?:\"]{3,80}, (?=(?:how|what|why|where|can you|could you"
    r"|give me|tell me|suggest|recommend|explain|write|list)\b)",
)
POLITE_END = _any(
    rf",? (?:from|using|based on|with) (?:the|this) (?:(?:given|following|above|provided"
    rf"|reference) )?{_TEXT}(?: (?:as (?:an? )?reference|below|above|given|provided))*:?\Z",
    r"[\s?!.,;:]+\Z",
    r",? (?:my friend|bro|dude|siri|alexa|chatgpt)\Z|, (?:man|ai|friend)\Z",
    r"[\s,]{1,3}(?:(?:please|pls|plz|thanks|thank you|thx|ty|asap|again|exactly|anyway|though"
    r"|briefly|real quick|if so|you know|or something|etc)|(?:for|to|with) (?:me|us)|if (?:you can"
    r"|possible|you don't mind)|in (?:more |greater |full |some |great )?details?|in[- ]depth"
    r"|step[- ]by[- ]step|with (?:an )?examples?|and (?:explain )?why"
    r"|and give (?:me )?(?:some )?examples?|in (?:very |your own )?(?:simple|easy|plain|layman'?s?"
    r"|basic|own)?(?: to understand)? ?(?:terms|words|language|english)|in a (?:simple|easy|fun"
    r"|clear|detailed|concise) (?:way|manner)|like i(?:'m| am|m) (?:five|5|a (?:child|kid|beginner"
    r"|\w+ year old)))\Z",
)

# A sentence that asks for something, and one that only says how it should be done.
ASKS = _any(
    r".*\?\W*\Z",
    r"\W*(?:based on|from|using|given|without) [^.?!]{3,60}\b(?:summari[sz]e|list|give|write|tell"
    r"|describe|provide)\b",
    r"\W*(?:(?:please|pls|can you|could you|would you|hi|hey|hello|ok|so|now|and|also|then|i want"
    r"|i need|i'd like|i would like|help|let's)\b\W*)?(?:what|who|whose|where|when|why|how|which"
    r"|explain|describe|tell|give|list|name|write|compose|draft|create|generate|make|suggest"
    r"|recommend|come up|think of|think up|brainstorm|summari[sz]e|tl;?dr|compare|discuss|define"
    r"|plan|provide|show|teach|help|outline|analy[sz]e|evaluate|design|produce|share|find|imagine"
    r"|pretend|should|can|could|would|will|is|are|do|does|did|was|were|has|have|translate|rewrite"
    r"|fix|calculate|solve|classify|i want|i need|i'd like|i would like|looking for)\b",
)
QUESTIONS = _any(
    r"(?:what|who|whom|whose|where|when|why|how|which|is|are|was|were|do|does|did|has|have|had|can"
    r"|could|will|would|should)\b",
)
ASIDE = _any(
    r"\W*(?:(?:please|pls|also|and) )*(?:make (?:it|them|sure|the (?:tone|story|poem|email"
    r"|ending))|keep (?:it|them|the)|use |include|be (?:sure|specific|creative|as|concise|detailed"
    r"|honest|funny)|ensure|don'?t |do not |avoid|it (?:should|must|needs|has)|they (?:should"
    r"|must)|focus on|thanks?\b|thank you|cheers|write it|mention|talk about|there should|add "
    r"|start with|end with|limit|the (?:tone|story|poem|email|letter|essay|song|narrator"
    r"|main character|speech|message|target|audience|style|setting|ending|characters?|plan|trip"
    r"|budget|title|post|first|second|final)\b|i (?:love|like|want it|would like it|prefer)\b"
    r"|(?:have|let) (?:him|her|them|it)\b"
    r"|(?:provide|write|give) (?:an|your|the) (?:answer|response)\b"
    r"|leave the|the (?:\w+ ){1,2}(?:should|must|needs)\b"
    r"|explain (?:your )?(?:reasoning|answer|it)\b)",
    r"\W*(?:(?:and )?why|explain why|help|please help|any (?:ideas|suggestions|advice|tips|help"
    r"|thoughts)|(?:can|could) you (?:please )?help(?: me)?(?: out)?|(?:give"
    r"|provide) (?:me )?(?:some |an |a )?(?:examples?|reasons|details))\W*\Z",
)

# People in need, what nobody here can look up or see, questions about ourselves, and riddles.
UNTOUCHABLE = _any(
    r"\b(?:die[ds]?\b|dying|death|passed away|funeral|grief|griev|cancer|tumou?r|terminal|leuk"
    r"|suicid|overdos|chok(?:e|ing)\b|poisoned|miscarr"
    r"|stillb|divorce|break ?up|broke up|dumped|lonely|anxi|panic|sad\b|crying|cry\b|scared|afraid"
    r"|heartbroken|devastated|worthless|hate my|ashamed|guilty|diagnos|pregnan|fired\b|laid off"
    r"|homeless|evict|bleed|unconscious|can'?t breathe|chest pain|stroke|seizure|heart attack"
    r"|emergency|911|999\b|112\b|ambulance|hospital|bullied|bully|addict|alcoholic|relapse"
    r"|hurts?\b|pain\b|therap|trauma|ptsd|crisis|i feel|i'?m feeling|i am feeling|my feelings"
    r"|rejected me|cheated)",
    r"\b(?:today|tonight|tomorrow|yesterday|right now|currently|latest|breaking news|weather"
    r"|forecast|stock price|near me|nearby|(?:the|their|your) current\b|attached|attachment"
    r"|https?:|www\.|\.com\b|draw (?:an?|me|the)\b|(?:image|picture|photo) of|lyrics|set (?:a|an"
    r"|my) (?:timer|alarm|reminder)|remind me|turn (?:on|off)|play (?:some|a|the|my) (?:song"
    r"|music)|call (?:me|my))",
    r"\bthis (?:week|month|year|morning|weekend|image|picture|photo|file|pdf|video|link|website"
    r"|code|screenshot|chart|graph)\b",
    r"\b(?:you are (?:a|an|the|now)|imagine|pretend|suppose|if you were|act as|would you rather"
    r"|your (?:favou?rite (?!hobb|activit)|opinion|thoughts|views?|dream|own|life|day|childhood"
    r"|experience))\b",
    r"\bhow(?:'s| is| are| have) (?:it|things|everything|life|you|your)\b",
    r"\bhow (?:is|are) (?:my|the|your) ai\b",
    r"\b(?:crossed? the road|did the chicken)\b",
)
