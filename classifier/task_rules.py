"""What kind of task a prompt is: a table, read top to bottom, first match wins.

`confidence` is what a row reached on public prompts (Dolly, CLINC150, GSM8K, HumanEval, BIG-bench
Hard), rounded down, and 0.5 where they hold hardly any of its kind. Every repeat in a pattern is
bounded: a prompt that tries to make one expensive only gets a wrong answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from classifier.alternatives import grouped
from edge.core.verdict import Task


@dataclass(frozen=True, slots=True)
class Rule:
    """`longest` bounds the prompts it is for, in characters: small talk is short. `pattern` is for
    text in small letters: ignoring case, all of them took twice as long."""

    task: Task
    why: str
    confidence: float
    pattern: re.Pattern[str]
    longest: int | None = None


def _rule(
    task: Task, why: str, confidence: float, *patterns: str, longest: int | None = None
) -> Rule:
    compiled = re.compile(grouped("|".join(patterns)), re.MULTILINE)
    return Rule(task, why, confidence, compiled, longest)


_TEXT = (
    r"(?:text|passage|paragraph|article|sentences?|e-?mail|letter|essay|story|message|document"
    r"|report|transcript|review|content|following|below|above|excerpt|notes?|draft|abstract|paper"
    r"|chapter|conversation|thread|speech|resume|cv|bio)"
)
_CODE_WORD = (
    r"(?:python|java|javascript|typescript|c\+\+|c#|golang|rust|ruby|php|sql|html|css|bash|shell"
    r"|powershell|kotlin|perl|matlab|react|node\.?js|django|flask|pandas|numpy|regex|jquery"
    r"|regular expression|dockerfile|kubernetes|vba|excel|pytorch|tensorflow|git|linux|json)"
)
_CODE_THING = (
    r"(?:code|function|script|program|algorithm|method|query|regex|endpoint|unit tests?|snippet"
    r"|web ?app|web ?page|website|cli|bot|class|component|formula|macro|command|loop|array|string"
    r"|dict\w{0,7}|list|library|error|bug|exception|table|app|module|package|server|api)"
)
_PIECE = (
    r"(?:poems?|poetry|haikus?|limericks?|sonnets?|stor(?:y|ies)|tale|fable|songs?|lyrics|rap"
    r"|essay|e-?mail|letter|speech|toast|blog|blog ?post|article|paragraphs?|review|script|scene"
    r"|dialogue|conversation|monologue|slogans?|taglines?|captions?|tweets?|post|bio|biography"
    r"|description|diary|journal|invitation|message|note|riddle|screenplay|chapter|eulogy|obituary"
    r"|resume|announcement|newsletter|advert\w{0,8}|ad|statement|proposal|press release|card|brief"
    r"|thank[- ]you|novel|verse|ballad|prologue|memo|pitch|recipe)"
)
_WRITE = (
    r"(?:write|compose|draft|pen|create|generate|come up with|make(?: up)?|craft|give me|tell me"
    r"|think up|produce|continue)"
)
_NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_ORDER = r"(?:^|[.:;!]\s{0,3}|your (?:task|job) is to |you (?:will|must|should) |always )"

RULES = (
    _rule(
        Task.CODE,
        "has code in it",
        0.9,
        r"```",
        r"^\s{0,80}(?:def|class|public|private|func|fn|const|let|var"
        r"|using) \w{1,60}.{0,80}[({;:=]$",
        r"^\s{0,80}(?:import \w[\w.]{1,60}|from [\w.]{1,60} import .{1,80}|#include\s?<.{1,60}>)$",
        r"\bselect\b.{1,80}\bfrom\b.{1,80}(?:\bwhere\b|;|\bjoin\b|\bgroup by\b)",
        r"traceback \(most recent|\bfunction\s?\w{0,60}\s?\(|=>\s?\{|</\w{1,20}>|console\.log",
        r"\bdef \w{1,60}\(|\w\.\w{1,40}\(.{0,80}\);",
    ),
    _rule(
        Task.REWRITING,
        "asks to translate",
        0.75,
        r"\btranslat(?:e|es|ing|ion of|ed)\b",
        r"\bhow (?:do|does|would|can|to|could|might) (?:\w{1,12} ){0,3}(?:say|greet)\b",
        r"\b(?:in|into) (?:french|german|spanish|italian|japanese|chinese|russian|portuguese|dutch"
        r"|korean|swedish|latin|greek|arabic|hindi|mandarin)\W{0,3}$",
        r"\bwhat(?: is|'?s) the \w{3,12} (?:word|term)\b",
        r"\b(?:übersetz|traduis|traduce\b|traduci\b|traduza|vertaal|переведи)",
    ),
    _rule(
        Task.REWRITING,
        "asks to rewrite",
        0.5,
        r"\b(?:re-?write|re-?phrase|paraphrase|re-?word|proof-?read|polish|copy-?edit)\b",
        r"\b(?:fix|correct|improve|check|clean up|change|convert|simplify|shorten|turn"
        r"|edit)\b.{0,40}\b(?:grammar|spelling|typos?|punctuation|tense|passive|active voice"
        r"|wording|tone)\b",
        r"(?<!how to )(?<!can i )(?<!do i )(?<!should i )\b(?:fix|correct|improve|shorten|simplify"
        r"|edit|expand|turn|convert) (?:this|my|the)"
        r" (?:following |below )?" + _TEXT + r"\b",
        r"\bmake (?:this|it|my \w{1,15}|the \w{1,15}) (?:sound |a bit |a little )?(?:more|less"
        r"|shorter|longer|better|simpler|formal|professional|friendl|polite|concise)",
    ),
    _rule(
        Task.SUMMARIZATION,
        "asks for a summary",
        0.6,
        r"\bsummar(?:i[sz]e|y|ies|i[sz]ing)\b|\btl;?dr\b|\bkey (?:points|takeaways)\b|\bcondense\b",
        r"\bthe gist of\b|\bmain (?:points|ideas?) (?:of|from|in)\b|\bsum (?:it |this )?up\b",
        r"\b(?:fasse .{0,60}zusammen|zusammenfass|résum|^\W{0,5}resum[eai] (?:el|la|est[ea]|o|a|il"
        r"|lo|os|los)\b|riassum|samenvat|vat .{0,60}samen)",
    ),
    _rule(
        Task.EXTRACTION,
        "asks to extract",
        0.75,
        r"\bextract\b|\bpull out\b",
        r"\b(?:list|find|get|identify|collect|name|provide|locate)\b.{0,80}\b(?:mentioned|named"
        r"|listed"
        r"|from|in) (?:in )?(?:the|this|these) (?:\w{1,15} ){0,2}?" + _TEXT + r"\b",
        r"\bfrom (?:the|this) (?:\w{1,15} )?(?:text|passage|paragraph|article"
        r"|reference)\b.{0,60}\b(?:list|find|get|identify|note|name|provide|mention)\b",
    ),
    _rule(
        Task.CLASSIFICATION,
        "asks to sort into classes",
        0.85,
        r"\bclassif(?:y|ied|ying|ication of)\b|\bcategori[sz]e\b|\bsentiment (?:of|analysis)\b",
        r"\bwhich (?:ones? |\w{1,15} )?(?:of|among|from|amongst) (?:these|those|the following)\b",
        r"\b(?:of|from|among) the following\b|\bodd one out\b|\bfrom (?:the|this) list\b",
        r"\btrue or false\b|\bpositive,? (?:or|and|neutral)\b.{0,15}\bnegative\b",
        r"\b(?:identify|tell me|determine|decide|say|choose|specify|mark|indicate|state) (?:which"
        r"|whether|if|each|these|the following)\b.{0,100}(?:\bor\b|:|\band which\b)",
        r"\b(?:divide|group|separate|split|sort|bucket|label)\b.{0,60}\b(?:into|by|as|based"
        r"|according)\b",
        r"\b(?:different|differs) from the (?:rest|others?)\b|\bwhich (?:one )?is different\b",
        r"^\W{0,3}which (?:\w{1,15} ){0,3}(?:is|are|belong to) (?:an? )?.{1,60}(?:\?"
        r"|:).{1,60}\bor\b",
        r"^\W{0,3}(?:which|are (?:these|those|they)|is this)\b.{1,60}\bor\b.{1,60}:",
    ),
    _rule(
        Task.REASONING,
        "a puzzle",
        0.85,
        r"\boptions:\s{0,3}[(-]|\btells? the truth\b|\bdeductive|\briddle me\b|\bbrain ?teaser\b",
        r"\blogic(?:al)?(?:ly)? (?:follow|valid|deduc|puzzle|problem)\w{0,8}\b"
        r"|\bif all \w{1,20} are\b",
        r"\bfollowing (?:argument|sentence|sentences|paragraphs?|words|question"
        r"|elements)\b.{0,50}\b(?:pertain|plausible|describe|alphabet|refer|adjective|close)",
        r"\bwho (?:is (?:taller|older|shorter|younger)|(?:finished|came|arrived) (?:first|last"
        r"|second))\b|\bnot (?:true|false|\( ?\w{1,9})\b.{0,200}\bis\W{0,2}$",
    ),
    _rule(
        Task.MATH,
        "asks to calculate",
        0.75,
        r"\d\s?[-+*/×÷^=]\s?\(?\d",
        r"\d x \d",
        r"\b(?:calculate|compute|solve|integrate|differentiate|factori[sz]e|factor|derivative"
        r"|equation|square root|cube root|logarithm|probability (?:of|that)|divided by"
        r"|multiplied by|standard deviation|greatest common|least common|prime factors?|remainder"
        r"|hypotenuse)\b",
        r"\bpercent(?:age)? of\b|\b\d{1,9}(?:\.\d{1,9})? ?(?:%|percent) of\b|\b(?:plus|minus"
        r"|times) \d",
        r"\bx\s?[\^=]|\\(?:frac|int|sum|sqrt)\b|\bprove (?:that|the)\b",
    ),
    _rule(
        Task.CODE,
        "asks for code",
        0.5,
        r"\b(?:write|create|implement|build|make|give|generate|code|show|need|fix|debug"
        r"|optimi[sz]e)\b.{0,50}\b(?:code|functions?|scripts?|program|algorithm|query|regex|api"
        r"|endpoint|unit tests?|code snippet|web ?app|web ?page|website|cli|bot|macro"
        r"|formula in excel)\b",
        r"\b(?:debug|refactor|stack ?trace|segfault|syntax ?error|type ?error|null ?pointer"
        r"|merge conflict|undefined is not|unit tests?|pull request)\b",
        r"\b(?:in|with|using|my|write|a|an|for) " + _CODE_WORD + r"(?:\W|$).{0,80}\b" + _CODE_THING,
        r"\b" + _CODE_THING + r"s? (?:\w{1,15} ){0,4}(?:in|with|using) " + _CODE_WORD + r"\b",
        r"\b(?:in|using) (?:python|javascript|typescript|c\+\+|c#|java|golang|rust|sql|bash"
        r"|css)(?:\W|$)",
        r"\b(?:python|javascript|sql|bash|css|html|java|c\+\+) " + _CODE_THING + r"s?\b",
    ),
    _rule(
        Task.CREATIVE_WRITING,
        "asks for a piece of writing",
        0.7,
        r"\b"
        + _WRITE
        + r"\b(?: (?:me|us|up))?(?: an?| the| some| my| this| another| \d{1,2}| "
        + _NUMBER
        + r")?(?: [\w'’-]{1,20},?){0,5}? "
        + _PIECE
        + r"\b",
        r"\bwrite (?:about|in the|as)\b|^\W{0,3}(?:please )?(?:write|compose)\b|\bimagine (?:you"
        r"|that|a|being)\b|\bonce upon a time\b",
        r"\b(?:schreib|écris|escribe|scrivi|escreva|schrijf)\w{0,3}\b",
    ),
    _rule(
        Task.CHAT,
        "speaks to the assistant",
        0.7,
        r"\b(?:are|were) (?:you|u)\b|\byou (?:a|an|from) (?:robot|bot|ai|human|real|person"
        r"|machine)\b",
        r"\bdo (?:you|u) (?:have|like|want|know me|work|ever|own|think|feel|love|live|enjoy|get"
        r"|take)\b",
        r"\b(?:your|ur) (?:\w{1,12} )?(?:name|age|birthday|hobb\w{1,3}|favou?rite|boss|job|creator"
        r"|maker|parents?|home|birth\w{1,8}|pets?|dogs?|cats?|purpose|origins?|interests?|company"
        r"|designer|time|animals?|country|hometown|employer|manager|capabilit\w{1,5}|abilit\w{1,5}"
        r"|skills?)\b",
        r"\bwho (?:made|created|built|programmed|designed|owns?|invented|developed|coded) (?:you"
        r"|u)\b",
        r"\b(?:who|what|where|how old|when|why) (?:are|do|were|is|did|should|can|could"
        r"|would) (?:i call )?(?:you|u|yourself)\b|\babout (?:you|yourself)\b|\bcall you\b"
        r"|\bhelp me with\b",
        r"\byou (?:work|made|born|come|live|from|called|exist|know how|go by|reside)\b"
        r"|\byour ?self\b",
        r"\bi (?:really )?(?:love|like|hate|appreciate|miss) (?:you|it|this|that)\b|\bthank(?:s"
        r"| you)\b",
        r"\bmeaning (?:of|to|behind) (?:this |my |our |the )?(?:life|existence)\b"
        r"|\bpoint of living\b",
        r"\b(?:tell|know|give|hear|say|share|got|have)\b.{0,25}\b(?:jokes?|fun(?:ny)? facts?"
        r"|trivia|(?:something|anything) (?:\w{1,12} )?(?:funny|cool|interesting|fun)|cool facts?"
        r"|interesting facts?|make me laugh)\b",
        r"\b(?:you|u) (?:controlled|known|designed|programmed|created|sound|like|have|can (?:do"
        r"|help))\b",
        r"\b(?:sponsored|controls?|programmed|named?|supplied|developed|coded) (?:you|u|your"
        r"|this ai)\b",
        r"\b(?:bye|goodbye|see (?:you|ya)|talk (?:to you )?later|grateful|thankful|i appreciate"
        r"|ai)\b",
        r"\b(?:can|could) i ask\b|\bfacts?\b.{0,12}\b(?:about|on|of|relating)\b|\bknock knock\b"
        r"|\b(?:hobbies|topics|questions) (?:can|could|do|should) (?:i|you)\b",
        longest=100,
    ),
    _rule(
        Task.BRAINSTORMING,
        "asks for ideas or a list",
        0.55,
        r"\b(?:ideas?|brainstorm|suggest|suggestions?|recommend|recommendations?|tips)\b",
        r"\b(?:ways (?:to|of|in|that|i|you)|things (?:to|i|you|that|we)|activities|names for)\b",
        r"\b(?:give|list|name|provide|write|make|create|think|come up|share|show"
        r"|tell)\b.{0,20}\b(?:list|lists|some|few|several|different|examples?|reasons|all|top|best"
        r"|most|" + _NUMBER + r")\b",
        r"\bwhat (?:are|were|would be) (?:some|good|great|the (?:best|top|most)|different|common"
        r"|popular"
        r"|fun|things|all|" + _NUMBER + r")\b|\bwhat (?:should|can|could) (?:i|we|you|one)\b",
        r"^\W{0,3}(?:(?:top|best|last|ideas?|\d{1,2}) |(?:help (?:me )?)?plan )|\bpros and cons\b"
        r"|\b(?:top|best) \d{1,3}\b|\bwho are some\b|\blist of\b",
    ),
    _rule(
        Task.OPEN_QA,
        "asks a question",
        0.55,
        r"\A\W{0,9}(?:(?:so|and|ok|okay|well|please|hey|hi|but|also"
        r"|in [^?,\n]{3,60}),? ){0,3}(?:what|who|whom|whose|where|when|why|how|which|is|are|was"
        r"|were|do|does|did|can|could|should|would|will|has|have|explain|describe|tell|define"
        r"|teach|discuss|compare|list|name|give|show|elaborate|identify|provide|outline)\b",
        r"\?\W{0,3}\Z|\bi(?:'d| would)? (?:want|need|like) to (?:know|learn|understand)\b",
        r"\b(?:definition|overview|history|meaning) of\b",
        r"\A\W{0,9}(?:was|wie|warum|wer|wann|wo|pourquoi|comment|quel|qui|qu'|qué|cómo|cuál|dónde"
        r"|che|come|perché|qual|cosa|como|wat|hoe|waarom|что|как|почему|кто)\b",
    ),
)

STANDING_ORDERS = (
    _rule(
        Task.REWRITING,
        "told to translate or rewrite",
        0.7,
        r"\b(?:are|act as) (?:an? )?(?:\w{1,15} ){0,3}(?:translator|proof-?reader|copy ?editor)\b",
        _ORDER + r"(?:translate|rewrite|rephrase|paraphrase|correct|proofread)\b",
    ),
    _rule(Task.EXTRACTION, "told to extract", 0.7, _ORDER + r"extract\b"),
    _rule(
        Task.CLASSIFICATION,
        "told to classify",
        0.7,
        r"\b(?:are|act as) (?:an? )?(?:\w{1,15} ){0,3}classifier\b",
        _ORDER + r"(?:classify|categori[sz]e|label)\b",
    ),
    _rule(Task.SUMMARIZATION, "told to summarize", 0.7, _ORDER + r"summari[sz]e\b"),
    _rule(
        Task.CODE,
        "told to write code",
        0.7,
        r"\b(?:are|act as) (?:an? )?(?:\w{1,15} ){0,4}(?:coding assistant|programmer"
        r"|code assistant|code generator|sql generator|pair programmer)\b",
    ),
)


def first_match(rules: tuple[Rule, ...], small: str) -> Rule | None:
    """The first that applies to a text in small letters."""
    for rule in rules:
        if (rule.longest is None or len(small) <= rule.longest) and rule.pattern.search(small):
            return rule
    return None


@lru_cache(maxsize=16)  # the rules and the model's features ask of the same text: 12 µs each
def first_rule(small: str) -> Rule | None:
    return first_match(RULES, small)
