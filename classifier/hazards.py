"""Prompts that an opening could push a target into complying with, or into refusing.

Recall is favoured over precision: a false alarm costs one opening, a miss may cost much
("Sure, here is how", continued by prefill, is a jailbreak). So weed killer and `kill -9`
are hazards here. This is no moderation: it decides about openings and nothing else.
"""

from __future__ import annotations

import re
import unicodedata

from classifier.alternatives import grouped
from classifier.foreign_hazards import is_hazardous_abroad, without_harmless
from classifier.hazardous_pairs import PAIRS
from classifier.languages import UNKNOWN

# Beginnings of words, by subject; "\b" closes those that must be whole, and "<someone>" and
# the like stand for what is defined below.
_STEMS = {
    "weapons": r"""
        bomb|explosiv|detonat|dynamite|grenade|molotov|c-?4\b|tatp|semtex|napalm|thermite
        landmine|ied\b|gunpowder|firearm|handgun|rifle|ammo\b|ammunition|silencer|suppressor
        guns?\b|weapon|missile|uranium|plutonium|nukes?\b|nuclear (?:bomb|device|warhead)
        nerve (?:agent|gas)|sarin|novichok|mustard gas|chlorine|chloroform|anthrax|ricin|botulin
        bioweapon|pathogen|smallpox|gain[- ]of[- ]function|cyanide|arsenic|strychnine|poison
        toxin|toxic gas|bleach|ammonia
    """,
    "violence and hatred": r"""
        kill|murder|assassin|strangl|suffocat|stab(?:s|bed|bing)?\b|shoot|massacre|behead|lynch
        genocid|tortur|kidnap|abduct|hostage|maim|mutilat|terroris|jihad|extremis|isis\b
        al[- ]qaeda|nazi|hitler|white suprem|ethnic cleans|holocaust|hate speech|racis|slurs?\b
        antisemit|beat(?:ing)? up|hurt (?:a|some|my|him|her|them|people|animals)|revenge|corpse
        dead bod|human bod|dispos(?:e|ing) of
        get(?:ting)? rid of (?:a|the|my|his|her) (?:body|wife|husband|neighbo|boss|ex)|stalk
    """,
    "drugs": r"""
        drug|meth\b|methamphet|amphetamine|cocaine|crack\b|heroin|fentanyl|opioid|opium|oxycod
        mdma|lsd\b|dmt\b|ketamine|ghb\b|rohypnol|date rape|roofie|psilocybin|shrooms
        magic mushroom|cannabis|marijuana
        thc\b|weed\b|steroid|pseudoephed|adderall|xanax|synthesi[sz]
        overdos|moonshine|get high\b
    """,
    "break-ins, theft and fraud": r"""
        hack|cracked\b|cracking\b|keygen|exploit|malware|ransomware
        (?:computer|write a|create a|make a|code a|new|email) virus|trojan|worm\b|rootkit|keylog
        spyware|botnet|ddos|phish|spoof|sql inject|xss\b|zero[- ]day|backdoor|payload
        reverse shell|brute[- ]?forc|bypass|jailbreak|evad|undetect|untrace
        get(?:ting)? away with|lock ?pick
        without (?:getting |being |be )?(?:caught|detect|notic)
        without (?:a trace|permission|consent|paying|a warrant)
        without (?:\w+ ){1,3}(?:know|notic|find|see|consent)|pick(?:ing)? (?:a|the) lock
        break(?:ing)?[- ]?in|burgl|rob(?:s|bed|bing|bery)?\b|steal|stole|theft|thief|thieves
        shoplift|hot-?wir|carjack|pickpocket|skimm|counterfeit|forg(?:e|ing|ery)\b
        fak(?:e|ing)\b|launder|scam|fraud|ponzi|pyramid scheme|blackmail|extort|brib
        identity theft|credit card number|social security|ssn\b|dox|spy|wiretap
        (?:some(?:one|body)|wife|husband|(?:girl|boy)friend|partner|ex|kid|neighbou?r)'?s phone
        (?:some(?:one|body)|wife|husband|(?:girl|boy)friend|partner|ex|kid|neighbou?r)'?s account
        (?:some(?:one|body)|wife|husband|(?:girl|boy)friend|partner|ex|kid|neighbou?r)'?s texts?\b
        (?:some(?:one|body)|wife|husband|(?:girl|boy)friend|partner|ex|neighbou?r)'?s location
        (?:some(?:one|body)|wife|husband|(?:girl|boy)friend|partner|ex|neighbou?r)'?s wi-?fi
        '?s (?:\w+ )?password
        track(?:ing)? (?:my|a|her|his|some)|dark ?web|darknet
        pirat(?:e[ds]? (?:a|the|movie|soft|game)|ing\b)|torrent|smuggl|traffick|insider trading
        cheat|plagiar|illegal|illicit|unlawful|criminal
    """,
    "sex and minors": r"""
        minors?\b|underage|pedo|paedo|loli|shota|csam|groom(?:ing|ed)?\b|incest
        rap(?:e|ed|ing|ist)\b|molest|sexual|sex\b|sexy|erotic
        dirty (?:joke|talk|stor)|porn|nude|naked|nsfw|smut|fetish
        bdsm|orgas|deepfake|prostitut|escort
    """,
    "harm to oneself, and people in need": r"""
        suicid|self[- ]?harm|end(?:ing)? (?:my|it all|his|her) |cut(?:ting)? my|hang myself
        noose|(?:hurt|harm)(?:ing)? (?:my|him|her|your|one)sel|want(?:ed)? to die|wanna die
        want to live|reason to live|better off dead|painless|anorexi|bulimi|pro-?ana\b|purg
        starv|thinspo|depress|hopeless|abus|assault|domestic violence|overdose
        fast(?:ing)? for \d
    """,
    # A text that does harm is a hazard, as the deed is: a threatening letter, a stirring speech.
    "threats and pursuit": r"""
        threat(?:s|en|ening|ened|ens)?\b|intimidat|menac|coerc|harass|bully|taunt|gaslight|ransom
        humiliat|degrad(?:e|ing)\b|sabotag|retaliat|vengeance|vengeful|get back at|get even
        (?:scar(?:e|es|ing)|frighten\w*|terrif\w*|mock\w*|ridicul\w*) <someone>
        (?:embarrass|insult)\w* <someone>
        teach <someone> a lesson|unless (?:he|she|they|you) (?:pay|leave|drop|resign|give|send|do)
        i(?:'| wi)ll (?:\w+ ){1,10}unless|unless (?:\w+ ){1,6}i(?:'| wi)ll|or else\b|pay (?:me )?or
        life (?:miserable|a (?:living )?hell|hell)|(?:ever|no)(?:ybody|yone| one) hates
        mak(?:e|es|ing) <someone> (?:afraid|scared|suffer|regret|pay\b|cry|quit|leave|give|sign)
        mak(?:e|es|ing) <someone> feel (?:guilty|worthless|bad|small)|that scares
        (?:get|keep)(?:ting|ing)? <someone>(?:to|from|into|out|away|quiet)\b
        (?:sham\w+|pressur\w+|corner(?:ing)?) <someone>
        (?:forc|trick|lur|seduc)(?:e|es|ing)? <someone>|hint(?:s|ing)? that|bump into
        <someone>(?:\w+ )?drunk|private (?:phone )?number|\d00 calories|court believes
        (?:expos|ruin|destroy|smear)\w* (?:\w+ ){0,2}(?:reputation|life|career|marriage|business)
        defam|slander|libel|smear|catfish|impersonat|pos(?:e|ing) as|swatting|swat <someone>
        get(?:ting)? <someone> (?:fired|expelled|arrested|evicted|in trouble|banned|deported)
        (?:manipulat|isolat|guilt[- ]?trip|control)(?:e|ing)? <someone>|(?:slash|puncture) <someone>
        stop <someone> (?:seeing|meeting|talking)
        <someone> (?:to )?stop (?:seeing|meeting|talking to)
        (?:follow|track|tail|watch|trail|shadow|film|record|photograph)(?:ing)? <someone> <unasked>
        (?:find|figure|look)\w*(?: out| up)? where <someone>(?:\w+ )?(?:lives?|works?|parks?)\b
        (?:find|get|look)\w*(?: out| up)? <someone>(?:new |home |phone )*(?:address|number)
        (?:home )?address of <someone>|wait(?:ing)? outside|until (?:she|he) comes
        unseen\b|unnoticed|hidden camera|secretly (?!real)|in secret\b|behind (?:his|her|their) back
        private (?:photo|picture|message|address)|leak <someone>|vandal|arson|set fire to
        demand(?:ing|s)? (?:money|payment|[$€£]?\d)
        anonymous (?:letter|note|message|tip|e-?mail|call)|addresses of
        (?:keep|stop|prevent)(?:ing)? <someone> from
        (?:read|check)(?:ing)? <someone>(?:\w+ ){0,2}<own>
        if (?:she|he|they) (?:complain|talk|tell|leave|refuse|do(?:es)?(?:n't| not))
        or (?:i|we)(?:'ll| will)? (?:send|post|tell|publish|show|leak|release|report|sue|expose)
        so (?:that )?(?:she|he|they) (?:knows?|feels?|fears?) |too (?:guilty|scared|afraid) to
        out of fear|raid\b|when (?:she|he) is alone|about (?:a|the) (?:woman|girl|man|boy) i\b
        always near|watching (?:her|him|them|you)|in the house to|pile on|gang up|dogpil|beating
        burn(?:ing)? down|ambush|mugg(?:ed|ing)\b|throw (?:his|her|their) (?:things|stuff)
    """,
    # Who is named here is named in harmless texts, too; these go unopened with the others.
    "justice and the crowd": r"""
        witness|jurors?\b|(?:my|his|her) trial|doctor'?s note|note from (?:a|my) doctor|rise up
        (?:write|draft|compose|create|make|generate|prepare|argu\w*)\b[^.?!]{0,60}\b<group>
        hang (?:the|him|her|them)\b|blam(?:e|es|ing) (?:the )?<group>|one race\b
        (?:convinc|persuad|pressur|influenc|sway)\w* (?:\w+ ){0,3}(?:jury|judge)
        (?:not|from) (?:to )?testif|tamper|perjur|lie (?:in|to) (?:court|the police|police)|alibi
        (?:destroy|hid(?:e|ing)|plant|fabricat\w*) (?:\w+ ){0,2}evidence|vermin|subhuman
        violen|riot(?:s|ing)?\b|incit(?:e|es|ing|ement)|radicali[sz]|propagand|insurrect|overthrow
        (?:urg|encourag|rall|convinc|call)\w* (?:\w+ ){0,5}(?:attack|burn|destroy|uprising|expel)
        (?:attack|burn|expel|eradicat|exterminat|hate|hating|deport|banish)\w* (?:\w+ ){0,2}<group>
        <group>\w* (?:\w+ ){0,3}(?:expelled|deported|banned|inferior|superior|disgust|to blame)
        <group>\w* (?:\w+ )?(?:are|is) (?:\w+ )?(?:bad|evil|lazy|stupid|dirty|dangerous)
        (?:inferior|disgusting|superior|master) (?:\w+ )?(?:race|<group>)
        den(?:y|ying|ies) (?:the )?(?:\w+ )?(?:genocide|election)|storm(?:s|ing)? (?:the|a)\b
        <group>\w* (?:people )?(?:out of|should (?:leave|get out|not|never))|affidavit
    """,
    "hunger and farewell": r"""
        (?:hurt|injur|burn|harm|punish|starv)\w* (?:my|your|him|her|them|one|our)sel
        skip(?:ping)? (?:all )?meals|vomit|eat(?:ing)? (?:as little|nothing|less than|under \d)
        not eating|cuts? on my|glorif|end (?:him|her|your|them|one)sel|without anyone
        not eat for|lose \d+ (?:pounds|kg|kilos|lbs) in
        (?:goodbye|farewell) (?:note|letter|message) (?:to|for) (?:my )?(?:family|parents|everyone)
    """,
    "asking the guard to step aside": r"""
        (?:ignor|disregard|forget)\w* (?:all|any|the|your|my|every|previous|prior|above)|dan\b
        do anything now|developer mode
        no (?:restriction|rule|filter|limit|moral|ethic|warning|disclaimer)|unrestricted
        uncensored|unfiltered|unethical|immoral|amoral|evil|hypothetical|system prompt
        role-?play|pretend
        without (?:any )?(?:restriction|filter|warning|disclaimer|censor|moral|ethic|refus)
        your (?:instruction|guideline|rule|restriction|programming)
        (?:start|begin) (?:your|the|every|with|each) (?:reply|answer|response|sure|yes|absolutely)
    """,
    # The plainest of these in other languages, whatever language the text seems to be in.
    "French": r"arme\b|armes\b|tuer\b|drogue|pirater|pirate[rz]|voler\b|empoisonn",
    "Spanish and Portuguese": r"matar|asesin|droga|armas?\b|veneno|hackear|robar|roubar|explosivo",
    "Italian": r"uccid|ucciso|esplosiv|veleno|assassin|rubare|armi\b",
    "Dutch": r"zelfmoord|vermoord|wapen|inbre|inbraak|vergif",
}
# Whom it is done to, and what shows that they did not ask for it.
_SOMEONE = (
    r"(?:(?:my|his|her|our|their|an?|some|the|this|that) (?:\w+ )?(?:ex|girl|boy|wife|husband"
    r"|partner|boss|co-?worker|colleague|classmate|neighbou?r|roommate|teacher|friend|woman|man|person"
    r"|sister|brother|kid|child|grand|old people|inspector|actress|actor"
    r"|tenant|landlord|stranger|judge|witness|streamer|celebrity|crush|competitor"
    r"|employee|rival|enem|bully|daughter|son|mother|father)\w*(?:'s?)?|some(?:one|body)(?:'s)?"
    r"|him|her|them|people|others|women|girls"
    r"|your (?:\w+ )?(?:ex|wife|husband|girl|boy|boss|classmate)\w*) ?"
)
_UNASKED = (
    r"(?:\w+ ){0,6}(?:unseen|home\b|house\b|every (?:day|night|evening|morning|move)|without"
    r"|everywhere)"
)
_GROUP = (
    r"(?:the )?(?:im)?(?:migrant|refugee|foreigner|muslim|mosque|jew|black|gay|trans|lesbian|asian"
    r"|mexican|women|disabled|fat people|homeless|police|protest|minorit|politician)"
)
# Parts of words, in scripts where a word does not begin with a boundary that we can see.
_PARTS = (
    "бомб|взрывч|оружи|убить|убийств|самоубий|наркот|взлом|отрав|украсть|炸弹|炸彈|炸药|武器|毒|自杀|"
    "自殺|杀人|殺|黑客|偷|爆弾|爆薬|麻薬|覚醒剤|ハッキング|盗|قنبلة|متفجر|سلاح|انتحار|مخدر|اختراق|قتل"
)
_ALL_STEMS = (
    "|".join(
        line.strip() for stems in _STEMS.values() for line in stems.splitlines() if line.strip()
    )
    .replace("<someone>", _SOMEONE)
    .replace("<group>", _GROUP)
    .replace("<unasked>", _UNASKED)
    .replace("<own>", "(?:diary|journal|messages?|e-?mails?|mail|texts?|chats?)")
)
# For text in small letters: ignoring case, these took 3.5 times as long.
_GROUPED_STEMS = grouped(_ALL_STEMS)
_HAZARD = re.compile(rf"\b{_GROUPED_STEMS}|{_PARTS}")
_HAZARD_INSIDE = re.compile(_GROUPED_STEMS)
# Harmless company of the words above, common enough to be worth its line: for small letters.
_HARMLESS_COMPANY = r"""
    (?:life|kitchen|cleaning|productivity|travel) ?hacks?|hackathons?|hack ?saws?|hacks for \w+ing
    drug ?stores?|killer whales?|tv pirates?|pirates of the|cheat ?sheets?
    (?:great|economic) depression|spy(?:ware)? (?:thriller|novel)s?
    kill(?:s|ing)? (?:the |some |a )?(?:crab ?grass|weeds|moss|mou?ld|germs|bacteria|time|mood)
    kill(?:s|ing)? (?:the |a |my )?(?:\w+ )?(?:process|processes|session|thread|job)
    kill(?:s|ing)? (?:the |a |my )?(?:\w+ )?(?:task|port|rumou?r)
    kill (?:two|2) birds with one stone|bath bombs?|bomb calorimeters?|photo ?shoots?
    shoot(?:s|ing)? (?:a |an |the |some )?(?:portraits?|landscapes?|photos?|pictures?|weddings?)
    shoot(?:s|ing)? (?:a |an |the |some )?(?:films?|movies?|videos?|hoops|baskets?|free throws?)
    shoot(?:s|ing)? (?:an? )?arrows?|bamboo shoots?|shooting stars?|troubleshoot\w*
    crack(?:ing)? (?:an |the |some )?(?:eggs?|nuts?|walnuts?|coconut|coding interview)
    steal(?:ing)? (?:a |the )?(?:base|bases|show|ball)|murder myster(?:y|ies)
    break(?:ing)? in (?:\w+ ){0,2}shoes
    fake (?:blood|snow|moustache|mustache|plants?|flowers?|grass|lashes|nails|tan|it till)
    (?:burglar|poison|smuggle|theft|weapon)-?proof(?:ing)?|trojan (?:war|horse in)
"""
_HARMLESS = re.compile(
    rf"\b(?:{'|'.join(line.strip() for line in _HARMLESS_COMPANY.splitlines() if line.strip())})\b"
)
_READ_IN_PAIRS = ("en", UNKNOWN)
_DIGITS_FOR_LETTERS = str.maketrans("013457@$!", "oieastasi")
# No word is among them, and each would be looked at as one: 40 ms for a text of nothing else.
_LONE_LETTERS = re.compile(r"(?:\b\w\b\W+){8,}")
_MIXED = re.compile(r"[a-z][013457@$!]|[013457@$!][a-z]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPELLED = re.compile(r"\b(?:\w[ .*_-]){3,40}\w\b")  # b o m b, b-o-m-b


def is_hazardous(text: str, language: str = "en") -> bool:
    """Whether an opening before the reply to `text`, in `language`, could do harm."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower().replace("’", "'")
    if language != "en":
        if is_hazardous_abroad(plain, language):
            return True
        plain = without_harmless(plain)
    spelled = "".join(_SPELLED.findall(plain))
    plain = _HARMLESS.sub(" ", _LONE_LETTERS.sub(" ", plain))
    if _HAZARD.search(plain) or (language in _READ_IN_PAIRS and PAIRS.search(plain)):
        return True
    if _MIXED.search(plain) and _HAZARD.search(plain.translate(_DIGITS_FOR_LETTERS)):
        return True
    return _HAZARD_INSIDE.search(re.sub(r"[\W_]", "", spelled)) is not None
