"""Hellos, thanks and goodbyes: prompts of courtesies and nothing else."""

from __future__ import annotations

import re

_GREETING = re.compile(
    r"\A\W{0,5}(?:(?:"
    r"hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|night|day)|sup|wass?up"
    r"|thanks|thank (?:you|u)|thx|ty|cheers|much appreciated|have a (?:good|nice|great) \w{3,10}"
    r"|bye|good ?bye|see (?:you|ya)|take care|take it easy|talk (?:to you )?(?:later|soon)"
    r"|ok|okay|cool|great|nice|perfect|awesome|lol"
    r"|what'?s up|how are (?:you|u|things)|how(?:'?s| is) it (?:going|hanging)|how do you do"
    r"|(?:nice|pleased|good|great) to (?:meet|see|talk to|speak with) you"
    r"|so much|very much|a lot|again|there|everyone|all|then|for (?:your|the|all|that|now)|help"
    r"|assistance|later|soon|tomorrow|today|doing|my friend"
    r"|hallo|guten (?:tag|morgen|abend)|danke|moin|bonjour|salut|merci|hola|buenos d[ií]as|gracias"
    r"|ciao|buongiorno|grazie|ol[aá]|obrigad[oa]|hoi|dank je"
    r"|привет|спасибо|你好|谢谢|こんにちは|مرحبا"
    r")\b\W{0,5}){1,6}\Z",
    re.IGNORECASE,
)


def is_greeting(text: str) -> bool:
    return _GREETING.match(text) is not None
