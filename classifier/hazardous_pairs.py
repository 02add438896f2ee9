"""Ordinary words that are hazardous together: whom, what, and to what end.

"Follow", "girl" and "home" are harmless, "follow a girl home" is not. A line is a regular
expression in which `<person>` and the like stand for the classes below and `~` for up to forty
characters of the same sentence, so that a prompt which repeats half a pair costs little.
"""

from __future__ import annotations

import re

from classifier.alternatives import grouped

_CLASSES = {
    "<young>": (
        r"(?:child(?:ren)?|kids?|teens?|teenagers?|toddlers?|(?:little |young )(?:girl|boy)s?"
        r"|girls?|boys?|students?|pupils?|niece|nephew|(?:step-?)?(?:daughter|son)"
        r"|school ?(?:girl|boy)s?|\d+[- ]?(?:year|yr)s?[- ]old"
        r"|(?:seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)[- ]year[- ]olds?)"
    ),
    "<person>": (
        r"(?:some(?:one|body)|any(?:one|body)|people|persons?|(?:wo)?m[ae]n|guys?|girls?|boys?"
        r"|kids?|child(?:ren)?|teens?|teenagers?|bab(?:y|ies)|daughter|son|(?:class|room|house|flat"
        r"|team|work)-?mates?|neighbou?rs?|co-?workers?|colleagues?|boss|manager|ex|wife|husband"
        r"|spouse|partner|(?:girl|boy)friend|(?:step-?)?(?:sister|brother|mother|father)|parents?"
        r"|mom|mum|dad|grand(?:ma|pa|mother|father|parents?)|uncle|aunt|niece|nephew|teacher"
        r"|students?|landlord|tenants?|employees?|strangers?|witness(?:es)?|maid|cleaner|nanny"
        r"|prisoner|politician|journalist|celebrity|streamer|rival|customers?|voters?|women|him|her"
        r"|them)\b"
    ),
    "<private>": (
        r"(?:phones?|accounts?|texts?|messages?|e-?mails?|mail|passwords?|pin\b|insta(?:gram)?"
        r"|snap(?:chat)?|facebook|whatsapp|tiktok|chats?|diary|location|address|windows?|bedroom"
        r"|house|home|room|car|keys?|alarm|drinks?|coffee|food|tea\b|records?|calls?|wallet|bag"
        r"|purse|webcam|computer|laptop|wi-?fi|identity|signature|dog|cat|pets?|ti?y?res?"
        r"|brakes?|project|savings|affair|body|door|locker|search history|browser|garage|mailbox)"
    ),
    "<pet>": (
        r"(?:kittens?|cats?|dogs?|pupp(?:y|ies)|frogs?|pets?|animals?|birds?|hamsters?|horses?)"
    ),
    "<law>": (
        r"(?:police|cops?|detectives?|customs|sheriff|fbi|tax(?:es| office| man)?|irs|judge|court"
        r"|parole|probation|checkpoints?|investigators?|the law|border (?:guard|patrol|control))"
    ),
    "<paper>": (
        r"(?:certificates?|stamps?|signatures?|prescriptions?|passports?|diplomas?|transcripts?"
        r"|licen[cs]es?|grades?|visas?|ids?|report cards?|birth date|receipts?)\b"
    ),
    "<group>": (
        r"(?:jews?|jewish|muslims?|islam|black (?:people|men|women|folks?)|blacks|immigrants?"
        r"|migrants?|refugees?|gays?|lesbians?|homosexuals?|trans(?:gender)?(?: people)?|gypsies"
        r"|mexicans?|asians?|arabs?|africans?|indians?|disabled(?: people)?|women|christians?"
        r"|foreigners?|minorities)\b"
    ),
}
_PAIRS = {
    "violence": r"""
        (?:hit|hitting|punch|kick|slap|push|shov|chok|trap|drown|burn|whip|smack|bit)\w* ~<person>
        (?:injur|attack|ambush|hunt|harm|hurt|wound|silenc|torment|punish)\w* ~<person>
        (?:break|twist|crush|smash)\w* ~<person>'s|street fight|fight dirty
        fears? for (?:his|her|their)|bullets?\b|rat (?:bait|poison)
        feed ~(?:in-?laws|husband|wife|neighbou?r|<pet> ~(?:bait|chocolate))
        knock ~(?:unconscious|out cold)|unconscious|(?:until|so) ~pass(?:es)? out
        (?:into|in|ends? up in) (?:the )?hospital|die quickly|look like (?:an|it was an) accident
        (?:get|have|see)\w* ~<person> (?:\w+ )?hurt\b|<person> ~(?:get|gets|be|is) hurt\b
        to fight with\b|goes? boom|gas leak
        (?:start|set|light)\w* a (?:\w+ )?(?:forest|wild|house|brush|electrical) ?fire|derail
        sugar in ~tank|catalytic|(?:a|my|the) manifesto|razor
        run(?:ning)? (?:some\w+|him|her|them|people) over|into (?:a|the) crowd
        leav\w* (?:any |no )?(?:marks?|bruises?|traces?|evidence|fingerprints?)|without leaving
        get away (?:with|from)|pistol|revolver|shotgun|machete|brass knuckles|crossbow
        full(?:y)?[- ]auto(?:matic)?\b|serial number
        (?:bring|sneak|get|take|carry) ~(?:through|past) ~security
        (?:knife|blade|scalpel) (?:through|past|to fight|at|on|into)|background check
        household chemicals|chemicals ~(?:mix|explo)|blow(?:ing|n)? up (?:a|the|my|some)
        blow (?:a|the|my) ~up\b|set(?:ting)? ~(?:on fire|ablaze|alight)|burn(?:ing)? ~down|arson
        torch(?:ing)? (?:a|the|my|his|her)|flamethrower|booby trap|contaminat|water supply
        power grid|sabotag|vandal|(?:cut|cutting|loosen) ~brakes?\b|brake lines?|slash\w* ~ti?y?res
        more (?:deadly|lethal|contagious|infectious)|deadlier|lethal|ma?king? ~(?:sick|ill)\b
        make ~(?:sick|ill)\b|(?:put|slip|pour|mix|drop)\w* ~<person>'?s ~<private>
        (?:slip|sneak) something|spik(?:e|ing) (?:a|the|his|her|my|some)|laxative|antifreeze
        (?:put|slip|drop|mix) ~(?:brownies|cookies|cake|punch|drinks?) ~<person>
    """,
    "drugs and doping": r"""
        (?<!car )(?<!art )dealers? (?:in|near|around)|(?:find|meet|know) a dealer\b|testosterone
        pills?\b|prescription|on cough syrup|doping|blood doping|\bepo\b|performance[- ]enhanc
        don'?t show in|urine|drug ?test|wean ~off
    """,
    "stalking and privacy": r"""
        find(?:ing)? out (?:where|which|when|who|what) ~(?:lives?|works?|goes|is|sleeps?|dat)
        (?:see|know|figure out|track|find) (?:out )?where (?:my|this|that|a|his|her|the|\
        some) ~(?:is|lives?|goes)\b
        home address|address of (?:a|an|my|the|some|this)
        follow(?:ing)? ~<person> ~(?:home|around|secret)|track(?:er|ing)? (?:on|in|under)
        watch(?:ing)? (?:a |my |the |her |him )~(?:window|shower|sleep|undress)
        <person>'s (?:\w+ ){0,3}<private>|else'?s\b|secretly|in secret|unreadable
        up (?:a|her|the|my|girls?'?) ?(?:\w+'s )?(?:skirt|dress)\b|unnotic|behind ~back\b
        without (?:\w+ ){1,5}(?:realis|realiz|suspect|agree|permi|allow|notic|know|see|find|tell)
        without telling|(?:hid|conceal)\w* ~(?:camera|microphone|recorder|tracker)|changing room
        locker room
        (?:record|film|photograph|watch)\w* ~<person> ~(?:shower|bath|naked|asleep|sleep)
        in the shower|listen(?:ing)? in\b|eavesdrop|from a (?:photo|picture) of (?:their|his|her|a)
        (?:read|see|monitor|check|intercept|spy on)\w* ~<person>'?s? ~(?:messages?|texts?|\
        e-?mails?|chats?|diary|calls?)
        face recognition|hidden camera|monitor my (?:wife|husband|partner|girlfriend|boyfriend|ex)
        so (?:that )?(?:nobody|no one|none|he|she|they|the police|my \w+) ~(?:know|notic|find|see|\
        realis|realiz|suspect|can'?t|cannot|won'?t|never)
    """,
    "harassment, threats and coercion": r"""
        humiliat|intimidat|harass|bullying|bully (?:a|my|the|some|him|her|them)|cyberbull|torment
        gang(?:ing)? up|(?:prank|crank) calls?|mak(?:e|es|ing) fun of
        keep(?:ing)? (?:his|her|their|a|the|our) secrets?
        (?:letter|note|text|message|e-?mail|post|card) to (?:my|his|her|the|a) (?:ex|judge|\
        witness|victim|rival|enemy)\b
        how (?:ugly|fat|stupid|dumb)|ugly
        mean (?:comments?|things?|names?|messages?|tweets?|texts?)|nasty|cruel
        (?:scar|frighten|terrif|terroriz|spook|shame|insult|mock|embarrass|ridicul|\
        provok)\w* ~<person>
        mak(?:e|ing) ~<person> (?:\w+ )?(?:move out|quit|cry|leave|miserable|jealous|pay\b|work\b)
        (?:get|getting) ~<person> to (?:cry|quit|move out|leave|break)
        come for (?:his|her|your|their)|mak(?:e|ing) ~(?:life|lives) (?:hell|miserable)
        mak(?:e|ing) ~(?:suffer|regret|obey|scared|afraid|doubt|beg)\b|threaten(?:s|ing)?\b
        (?:death|bomb|anonymous|empty) threats?\b|will regret
        (?:he|she|they|you)(?:'ll| will) regret|or (?:i|we)(?:'ll| will)
        unless (?:he|she|they|you) pay|into (?:silence|submission|giving|confess)
        demand(?:s|ing)? (?:money|ransom|payment)|ransom
        (?:use|using) ~(?:affair|secret|photos|pictures) ~to get
        (?:control|lock|forc|coerc|isolat|manipulat|gasligh|brainwash|blam|guilt)\w* ~<person>
        (?:keep|stop|prevent)\w* ~<person> (?:\w+ )?from (?:seeing|leaving|meeting|talking|going|\
        work)
        believe (?:his|her|their|that his|that her) ~(?:died|dead)|never (?:leaves?|talk)
        from leaving|forced? (?:my|her|his|a|to) ~marry|taking (?:her|his|their) passport
        hit(?:ting)? (?:my|a|your|his|her) (?:child|kid|son|wife|dog)|bruis
        drunk (?:girl|woman|man|guy|person|friend|teen)|(?:get|have|got) ~<person> (?:\w+ )?fired
        false (?:complaint|accus|report|claim|rumou?r|alarm|alibi)
        ruin(?:ing)? (?:my|his|her|their|some\w+|a|an|the) ~(?:life|reputation|career|marriage|\
        wedding|party|name)
        take revenge|get back at|pay(?:ing)? ~back for|spread(?:ing)? (?:a |some |lies|rumou?rs)
    """,
    "minors, and trade in people": r"""
        lur(?:e|ing)\b|entic(?:e|ing)\b|kidnap
        <young> ~(?:trust (?:me|you)|secrets?|sleep with|undress|touch|send ~pictures?|\
        send ~photos?|alone with|into (?:my|a|his|the) (?:car|van|house|bed))
        (?:meet|date|dating|seduc|undress|touch|groom|sleep with|alone with|get close to|\
        befriend)\w* ~<young>
        follow (?:a |my |the |some )?(?:little )?<young>
        (?:talk|chat|speak|sit|play|friends) (?:to|with) ~<young> ~(?:alone|secret|online|\
        as an adult|lap)
        (?:presents?|sweets|candy|gifts?|what) ~mak\w* ~<young> ~(?:come|go|follow)
        secret (?:older )?(?:boy|girl)friend|<young> ~without (?:their|her|his|the) parents
        sit on (?:my|your|his) lap|sleep with me|work for me on the street
        send ~(?:pictures|photos|pics|nudes)
        (?:people|workers?|migrants?|drugs?|girls?|wom[ae]n|them|goods|cash|gold|\
        animals?) ~(?:across|over|into|through) the (?:border|country)
        kidneys? on|sell(?:ing)? (?:a|my|your|his|her) (?:kidney|organ|bab|child|daughter)
        black market
        (?:recruit|hir|trad|buy|sell)\w* (?:girls|women|young|kids|children|a (?:baby|child|wife|\
        bride|girl|slave))
        human organs?|(?:without|no) (?:pay|papers)\b|slave labou?r
    """,
    "fraud, forgery and theft": r"""
        (?:avoid|stop|escape|evad)\w* (?:paying )?(?:child support|alimony|a fine|the fine|\
        my debts?)
        second identity|locked (?:phone|car|house|door|safe|iphone)
        (?:leave|run)\w* ~before the (?:bill|check)|insurance (?:money|payout|scheme)
        for the insurance|(?:hid|conceal|shelter)\w* ~(?:income|money|assets|cash) ~(?:from|tax)
        (?:hid|conceal|lie|lying|escap|dodg|evad|outrun|avoid|mislead|fool|get away|away|\
        run)\w* ~<law>
        rig(?:ging|ged)? (?:a|an|the)\b
        (?:never|didn'?t|haven'?t) (?:bought|paid|bought|ordered|arrived)
        trick(?:s|ing|ed)? (?:people|him|her|them|some\w+|a|an|my|old|the|users?|customers?|\
        employees)
        (?:deceiv|decept|swindl)\w* |con(?:ning)? (?:people|old|my|some)
        gift cards? (?:from|codes?)|asking for (?:gift|money|card|bank)
        (?:bank|card|account|login|credit) (?:password|details|numbers?|info)
        lonely (?:widow|old|wom|men)
        (?:elderly|old people|seniors|pensioners?|widows?) ~(?:money|savings|pay|transfer|invest)
        pretend|impersonat|pos(?:e|ing) as|pass(?:ing)? (?:my|your|him|her)sel\w+ off
        in (?:some\w+|another|my|his|her) ~names?\b
        (?:under|in) (?:an? |another )(?:false|fake|other|different|assumed) (?:name|identity)
        dead (?:person|man|woman|people)'?s?
        (?:copy|chang|edit|alter|falsif|backdat|photoshop|doctor)\w* ~<paper>|doctor'?s note
        sick note|(?:disability|unemployment|welfare|sickness) ~though i'?m
        (?:keep|pocket)\w* the donations|pump\w* (?:up|and)
        <person>'s name\b ~(?:loan|account|card)
        (?:loan|account|credit card|contract) ~<person>'s name\b|pay ?slip|pay ?stub
        read out (?:their|his|her|the) (?:pin|card|code)|(?:pin|security) codes?
        (?:tell|look) ~customs|customs so|out of a (?:shop|store) (?:without|un)|beeper
        empty(?:ing)? an? atm|(?:does|did|do) ?(?:not|n't) exist|forged|counterfeit
        cook(?:ing)? the books|off the books|shell compan|tax (?:evasion|haven)|odometer
        mileage ~sell|easiest (?:store|shop|house|car|bank)
        (?:switch|turn|disabl|cut|disarm|jam)\w* ~(?:alarm|cameras?|sensors?)\b ~(?:home|house|\
        shop|store|some)
        some\w+'s (?:home|house)|family is away
        (?:that|which) (?:isn'?t|is not|aren'?t) (?:mine|yours)
        (?:copy|clon|duplicat)\w* ~(?:signal|car key|key fob|sim|badge|key ?card)|key fob
    """,
    "hacking": r"""
        (?:get|getting|break|breaking|log|logging|sneak) (?:in)?(?:to)? ~(?:instagram|facebook|\
        accounts?\b|e-?mails?\b|phone\b|machine|wi-?fi|network|system|database|servers?)
        (?:get|getting) into ~(?:computer|snapchat|icloud|safe|voting)
        (?:take|bring|knock)\w* (?:down |)~(?:web ?)?sites? (?:down|offline|with)
        take down (?:a|the|my|their) ~(?:site|server|page|network)|flood of traffic
        (?:around|past|through) ~(?:firewall|anti-?virus|spam filter|parental|content filter)
        encrypts? (?:a|some|the|my|his|her) ~(?:disk|drive|files|computer)|stranger'?s?
        infect(?:ing)? (?:a|some|lots|people|phones|computers|devices|machines|many|my|the|his|her)
        copy of ~(?:login|sign-?in|bank)|(?:bank|fake)'?s? ~login|hides itself
        (?:change|chang\w+|alter) (?:my|his|her|the) grades?|deletes? all files on
        (?:wi-?fi|network) password
        (?:looks? like|as if) (?:it )?(?:is|it's|came|comes|was|were)? ?from (?:a|the|\
        my) ~(?:bank|post|police|irs|link|company)
    """,
    "police, tests and exams": r"""
        lie detector|polygraph|breathaly[sz]er|ankle (?:monitor|bracelet)|\bdui\b|when i'?m drunk
        driv(?:e|ing) drunk|car chase|speed(?:ing)? (?:traps?|cameras?)|radar detector|crime scene
        get caught|getting caught|(?:hid|destroy|plant|tamper|burn|eras)\w* ~evidence
        formulas? on my (?:arm|hand|leg)
        (?:not|never|don'?t|without) ~(?:get|getting|be|being) (?:stopped|found|caught|seen|\
        noticed)
        answers? to ~(?:test|exam|quiz|final)
        (?:sit|take|write) my (?:\w+ )?(?:exam|test|thesis|dissertation|final)
        else to (?:sit|take|write)
        copy(?:ing)? (?:from|off) (?:the|my|a|another) (?:\w+ )?(?:student|classmate|neighbou?r|\
        person|girl|guy)
        (?:past|fool|beat|trick) ~(?:checker|detector|proctor|turnitin)|can'?t tell\b|ai[- ]detect
        affair\b|(?:her|him|them) (?:finding|find) out
    """,
    "hatred, lies and votes": r"""
        <group> ~(?:are|is|be|being|were) ~(?:vermin|inferior|superior|dumb|stupid|lazy|beaten|\
        thrown|deported|worse|less|evil|dirty|bad|criminals?|ruin|behind|animals|dangerous|taking|\
        killed|banned|better)
        <group> (?:should|must|control|ruin|run|hate|invade|destroy|cause|deserve|don'?t|do not|\
        cannot)\b
        (?:dumb|stupid|lazy|dirty|mock|hate|against|beat|deport|get rid of|vermin|jokes? about|\
        why are)\w* (?:\w+ ){0,3}<group>
        vermin|subhuman|white (?:power|pride|race|nationalis)|ethnostate|racial(?:ly)?\b
        master race|one race
        (?:call|calls|calling) for ~to be (?:beat|hang|kill|shot|hurt|attack|burn)
        storm(?:ing)? the|\briots?\b|incit
        (?:plan|plot|carry out|stage|commit|prepare)\w* (?:an |my |the |a )?(?:\w+ )?attack|shooter
        mob\b|join (?:a|the) (?:militia|cult|gang|cartel)|microchip|moon landing|will collapse|hoax
        (?:was|were|is) staged|5g\b|flat earth is
        claim(?:s|ing)? (?:that )?~(?:vaccin|fake|stolen|hoax|chips?|cure)|deep ?fake|conspira
        disinform|misinform|(?:fifty|hundred|\d+|bot|sock ?puppet|fake) ~accounts|rumou?r about
        negative reviews?|reviews? ~(?:as if|pretend|never|posing)|(?:looks?|seem|appear) as if
        tak(?:e|ing) a bribe|(?:for|buy|sell|pay)\w* (?:\w+ ){0,3}(?:their|my|a|your|his) votes?\b
        vot(?:e|ing) (?:twice|more than once|again|for (?:some|my|dead))|from voting
        voting machines?|ballots?\b
        election (?:was|is|has been|day) (?:moved|cancel|postpon|fraud|rig)
        voters? (?:that|into|to stay|the wrong)|rig\w* ~election
    """,
    "harm to oneself": r"""
        (?:quick|fast|easi|gentl|calm)\w* way to go\b|disappear (?:forever|for good)
        high enough to (?:jump|die)|deadly|lethal|(?:dose|amount) ~(?:kill|fatal|deadly)
        before i go\b|way(?:s)? to (?:die|end)|to die\b|die from|would kill|least painful
        bleed(?:ing)? (?:out|to death)|jump(?:ing)? (?:off|from|in front)|from a jump|miss me\b
        if i (?:were|was|am|'m) (?:gone|dead|not here)|end it\b|cut(?:ting)? (?:my|your|one)sel
        tired of (?:living|life)|(?:go|going) on living|not (?:be|wake up) (?:here|anymore)
        give up on life|be a burden|nobody (?:would|will) (?:miss|care|notice)|sleeping pills
        ignore (?:the |my )?hunger|thigh gap
        skip (?:my |the )?(?:chemo|insulin|meds|medication|dialysis)|throw(?:ing)? up|vomit
        \d+ ?k?cal(?:orie)?s? (?:a|per) day
        (?:lose|drop|losing) \w+ (?:pounds|lbs|kilos?|kg) in (?:a|one|two|\d)
        reach \d+ (?:kilos?|kg|pounds|lbs)|eat(?:ing)? nothing
        (?:i|they|she|he) (?:don'?t|do not) eat|stop eating\W*$|water fast|skinn(?:y|iest)
        (?:survive|live|living) (?:only )?on (?:ice|water|air|gum|coffee|\d)
        (?:my|his|her|your) own (?:cuts?|wounds?|(?:wisdom )?tooth|teeth|stitches|cast|surgery|\
        abortion|baby)
        abortion|miscarr|stitch(?:ing)? (?:a|my|up)|sewing thread
        inject(?:ing)? (?:my|your|him|her|it|them|air)\b|whisk(?:e)?y so
        (?:give|giving) (?:my|a|the) baby ~(?:sleep|whisk|alcohol|beer|wine|benadryl)
        (?:cure|treat|heal) ~(?:covid|cancer|infection|autism|diabet) ~(?:with|at home|myself|\
        without)
        drink ~to cure
        (?:set|fix|straighten|remove|drain|cut)\w* (?:a|my) (?:broken|mole|wart|abscess|cyst|\
        tumou?r|lump)
        (?:horse|pet|animal|vet|fish) (?:medicine|antibiotics?|paste|wormer)
        stop(?:ping)? taking (?:my|his|her|the)|off (?:my|the|his|her) (?:meds|medication|pills)
        heart pills
    """,
    "cruelty, and pranks that hurt": r"""
        (?:hurt|harm|drown|kick|starv|tortur|tease|suffer|catch and|skin)\w* ~<pet>\b
        (?:a |the )?live <pet>|<pet> ~(?:aggressive|suffer|fights?\b|mean\b)|(?:cock|dog) ?fight
        for fights?\b|get(?:ting)? rid of ~<pet>\b|(?:911|emergency) calls?|fire alarms? and
        (?:put|lock|hold|shut|leav)\w* ~(?:<young>|brother|sister|bab(?:y|ies)|<pet>) ~(?:dryer|\
        oven|freezer|microwave|trunk|car|fridge|washing|closet|under water)
        pull(?:ing)? (?:the|a) fire alarm|from a bridge|(?:on)?to (?:passing )?cars|train tracks
        bite (?:people|mailmen|strangers|kids)|wrong signs|polling (?:place|station)s?\b
        dangerous (?:\w+ )?(?:challenges?|stunts?|pranks?|dares?|games?)
    """,
}


_GOES_ON = re.compile(r"\\\n\s*")  # a line that ends in a backslash


def _written_out(line: str) -> str:
    for name, words in _CLASSES.items():
        line = line.replace(name, words)
    return line.replace("~", r"[^.?!\n]{0,40}?\b")


def _lines() -> list[str]:
    tables = (_GOES_ON.sub("", table) for table in _PAIRS.values())
    rows = (line.strip() for table in tables for line in table.splitlines())
    return [_written_out(row) for row in rows if row]


# For text in small letters.
PAIRS = re.compile(rf"\b{grouped('|'.join(_lines()))}")
