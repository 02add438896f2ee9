"""The small words of English, as the rules in `spans.py` need them."""

from __future__ import annotations

import re

from edge.core.openings import english_harmless
from edge.core.openings import english_vocabulary as vocabulary
from edge.core.openings.bank import Lexicon
from edge.core.openings.english_counted import COUNTED
from edge.core.openings.english_names import PROPER_NAMES, TITLES
from edge.core.openings.english_slips import CLUMSY
from edge.core.openings.spelling import Vocabulary


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLES = _words("a an the")
_POSSESSIVES = _words("my your his her its our their whose")
_POINTERS = _words("this that these those such")
_PREPOSITIONS = _words(
    """
    about above across after against along among amongst around as at before behind below
    beneath beside besides between beyond by despite down during except for from in inside into
    like near of off on onto out outside over per regarding since through throughout to toward
    towards under until unto up upon versus via vs with within without than
    """
)
_CONJUNCTIONS = _words(
    """
    and or but nor so yet because if when while although though unless whereas whether once
    therefore however then else plus also
    """
)
_QUESTIONS = _words("what who whom which where when why how whatever whoever")
_AUXILIARIES = _words(
    """
    am is are was were be been being do does did done have has had having can could will would
    shall should may might must ought isn't aren't wasn't weren't don't doesn't didn't haven't
    hasn't hadn't can't cannot couldn't won't wouldn't shouldn't mustn't ain't
    """
)
_SUBJECTS = _words(
    """
    i you he she it we they i'm i've i'll i'd you're you've you'll you'd he's she's it's we're
    they're we've they've someone somebody anyone anybody everyone everybody nobody
    """
)
_OBJECTS = _words(
    """
    me him us them myself yourself himself herself itself ourselves themselves
    """
)
_ADVERBS = _words(
    """
    very too just only also even still already always never ever often sometimes usually really
    quite rather almost enough again here there now soon instead maybe perhaps well not no
    actually basically literally exactly currently recently generally mostly simply further away
    together ago yet later else anymore anyway though otherwise more less most least much
    """
)
# Adjectives and the like that end a phrase only where its noun has been lost.
_HALF = _words(
    """
    best better good great big small main major new old other various different common popular
    certain several many few some any every each all both own same next last first second
    important famous interesting possible available able likely typical general specific
    particular united favorite favourite top key single worth due known called named used made
    based related wrong right okay ok true false dead alive married illegal legal safe bad worse
    worst ready sure happy sad different similar so-called going happening coming considered
    needed required located situated founded doing getting
    trying looking wanting supposed allowed mean and/or etc
    """
)
# Verbs in the forms that follow a subject, unless they are nouns too: "work", "use", "cause" and
# "need" cannot be here.
_VERBS = _words(
    """
    am is are was were be been do does did have has had can could will would shall should may
    might must go goes went gone get gets got gotten give gives gave given take takes took taken
    make makes made come comes came become becomes became keep keeps kept let lets put puts say
    says said tell tells told know knows knew known think thinks thought see sees saw seen found
    want wants seem seems seemed become happen happens happened exist exists existed eat eats
    ate eaten drank buy buys bought sell sells sold bring brings brought write writes wrote
    written speak speaks spoke spoken begin begins began begun grow grows grew grown won lose
    loses lost die dies died lived wear wears wore choose chooses chose chosen explain explains
    explained describe describes discuss discusses include includes contain contains consist
    consists provide provides occur occurs occurred appear appears appeared remain remains
    involve involves require requires allow allows helped meant felt teach teaches taught learn
    learns learned learnt send sends sent built held sat stood understand understands understood
    meet meets met pay pays paid led sing sings sang swim swims swam threw thrown woke fell
    fallen flew flown forget forgets forgot hear hears heard hid don't doesn't didn't isn't
    aren't wasn't weren't can't won't wouldn't couldn't shouldn't cannot invented discovered
    founded created directed starred painted sung married belongs belong highlighting including
    explaining listing mentioning describing detailing focusing showing as improve improves
    reduce reduces prevent prevents affect affects enable enables became ensure going coming
    getting being having called according
    """
)
_ORDERS = _words(
    """
    explain describe give list tell write provide compare discuss include make show name define
    suggest recommend summarize summarise add use keep create outline mention state identify
    answer elaborate analyze translate rate rank order sort pick choose what why how when where
    who which tell_me please then also do does is are can should would could if generate produce
    think brainstorm come find
    """
)

# These want another word behind them, though some of them only when they are no adverbs.
_NOT_LAST = _words(
    """
    and or but nor because if when while although though unless whether a an the my your his her
    its our their very so i he she we they what who which where why how is are was were be do
    does did have has had can could will would should may might must etc then also too not no
    please i'm it's instead that this
    """
) | _PREPOSITIONS - _words("in on up out off down over around inside outside about")
_PIECES = _words(
    """
    poem poems haiku haikus limerick limericks sonnet ode ballad story stories tale fable song
    songs rap verse essay email e-mail letter speech toast article paragraph review script scene
    dialogue conversation monologue slogan slogans tagline taglines caption captions tweet
    tweets post bio biography description invitation message riddle riddles screenplay eulogy
    obituary resume announcement newsletter advertisement ad statement proposal memo pitch
    recipe joke jokes pun puns itinerary passage evaluation plan schedule agenda outline
    syllabus lesson quiz workout routine menu playlist introduction conclusion synopsis prologue
    epilogue note diary journal blog headline headlines metaphor analogy
    """
)
_BARE_PIECES = _words(
    """
    poem poems haiku haikus limerick limericks sonnet ballad story stories tale fable song
    riddle riddles joke jokes pun puns
    """
)
_IDEAS = _words(
    """
    ideas suggestions recommendations tips names titles slogans taglines captions topics prompts
    questions activities games gifts recipes exercises jokes puns riddles themes metaphors
    headlines hobbies crafts icebreakers nicknames usernames hashtags compliments starters hooks
    strategies snacks outfits costumes resolutions affirmations
    """
)


# What the opening cannot see.
_UNSEEN = _words(
    """
    this these those here above below following attached aforementioned former latter he she
    they him us we our ours ourselves himself herself he's she's they're we're it's today
    tonight tomorrow yesterday now currently latest nowadays recent recently upcoming
    """
)
# Slips of the thumb and worse, not to be repeated in print.
_UNFIT = _words(
    """
    u ur r im ive ill id dont doesnt didnt cant wont isnt arent wasnt whats thats hows wheres
    pls plz thx ty wanna gonna gotta lol omg idk btw tho thru cuz cos bc w/ w/o b4 gr8 ppl smth
    sth teh alot wat wut dat dis da ya yall etc whos theyre youre abt bout n y coz i.e e.g ie eg
    aka peoples informations insurances advices furnitures homeworks equipments softwares feedbacks
    childrens womens mens datas moneys millenia mcdonalds loosing recieve recieved acheive
    beleive definately seperate occured untill wich becuase freind freinds goverment enviroment
    calender tommorow begining buisness bussiness diffrent diference restaraunt resturant
    resturants vegitarian excercise excercises exersise necesary neccessary adress accomodate
    arguement grammer maintenence recomend reccomend suprise truely wierd writting alchohol
    comming commitee existance experiance finaly foriegn happend independant intrest knowlege
    libary noticable ocassion occassion parliment peice posession prefered privelege probaly
    pronounciation realy refered relevent religous rythm similiar succesful tendancy thier
    tounge tradgedy wether whereever programing shoud woud coud becouse beautifull carreer
    colledge exept familar garantee heigth intresting medecine mispell nessesary oppurtunity
    orignal persue pharoah potatos tomatos reasearch sentance shedule stuff shit fuck fucking
    damn crap hell ass bitch bullshit wtf
    """
)
_HEAPS = _words(
    """
    list bunch couple few number lot variety set series range group bit
    """
)
_NUMBERS = _words(
    """
    one two three four five six seven eight nine ten twelve fifteen twenty
    """
)

_NOT_PLURAL = r"[a-z0-9'.-]*(?:[iu]s|ss)"
_PLURAL = (
    r"[a-z0-9'.-]*(?:[^s]s|sses|uses|ases|eses|ises|yses)|[a-z-]*(?:people|children|men|women|mice"
    r"|feet|teeth|geese|criteria|phenomena|bacteria|fungi|cacti|alumni|media|species|series|sheep"
    r"|deer|skis|taxis|emojis|menus|haikus)"
)
# nouns that look like adverbs
_ADVERB_LIKE = """
    family supply italy july assembly monopoly anomaly jelly butterfly fly ally belly bully lily
    emily sicily reply homily melancholy billy kelly sally molly holly polly elderly firefly
    dragonfly weekly daily monthly rally folly
""".split()
# nouns and others that look like superlatives
_SUPERLATIVE_LIKE = """
    forest test guest west honest modest interest harvest rest nest pest quest chest breast
    request protest contest arrest
""".split()
LEXICON = Lexicon(
    not_first=_PREPOSITIONS
    | _CONJUNCTIONS
    | _QUESTIONS
    | _AUXILIARIES
    | _SUBJECTS
    | _OBJECTS
    | _POINTERS
    | _words(
        """
        very too just only also even still already always never ever often really quite rather
        almost not no so here there now then maybe perhaps well exactly actually wrong happening
        going coming causing known called named considered needed required used supposed made
        meant left right best better worse more less most one ones something anything everything
        nothing its his her their your whose okay ok true false worth responsible older younger
        taller bigger larger faster up let let's please thanks hello hi hey currently
        """
    ),
    not_second=_words("about with for to like from by at behind"),
    not_first_act=_PREPOSITIONS
    | _CONJUNCTIONS
    | _QUESTIONS
    | _SUBJECTS
    | _OBJECTS
    | _ARTICLES
    | _POSSESSIVES
    | _POINTERS
    | _words(
        """
        not is are am was were does did has had can could will would should may might must very
        too actually really even also ever think feel like spell pronounce say put
        """
    ),
    not_second_act=_words("that as"),
    harmless=english_harmless.HARMLESS,
    harmless_with=english_harmless.HARMLESS_WITH,
    kind=english_harmless.KIND,
    wary=english_harmless.WARY,
    opens_end=english_harmless.OPENS_END,
    shifty=english_harmless.SHIFTY,
    turns=english_harmless.TURNS,
    writes=english_harmless.WRITES,
    addressed=english_harmless.ADDRESSED,
    sways=english_harmless.SWAYS,
    not_last=_NOT_LAST,
    not_last_thing=_NOT_LAST
    | _HALF
    | _ADVERBS
    | _AUXILIARIES
    | _SUBJECTS
    | _OBJECTS
    | _PREPOSITIONS
    | _POINTERS
    | _QUESTIONS
    | _CONJUNCTIONS,
    adverb=re.compile(rf"(?!(?:{'|'.join(_ADVERB_LIKE)})\Z)[a-z]{{2,}}ly"),
    never=_UNSEEN | _UNFIT,
    acronyms=_words("US IT WHO"),
    points_back=_words("it its them their his her itself themselves one ones there"),
    verbs=_VERBS,
    opens_clause=_words("that which who whose whom where to you i ways"),
    opens_claim=_words("that which who whose whom where why"),
    asserting=_words(
        """
        fact idea claim claims belief theory notion evidence proof statement argument arguments
        reason reasons truth hypothesis myth rumor rumour way
        """
    ),
    joins=_words("and or & nor but plus"),
    orders=_ORDERS,
    requests=_words(
        """
        explain describe give list tell provide suggest recommend summarize summarise mention
        elaborate define identify answer compare what why how when where who which please then
        also does is are can should would could if
        """
    ),
    definite=_words("the") | _POSSESSIVES,
    indefinite=_words("a an"),
    own=_words("my"),
    possessive=re.compile(r".*(?:'s|s')"),
    needs_article=re.compile(
        rf"last|first|top|next|most|only|same|main|past|previous|few|couple|lot|majority"
        rf"|(?!(?:{'|'.join(_SUPERLATIVE_LIKE)})\Z)[a-z]+est"
    ),
    plain=_NUMBERS
    | _words(
        """
        common good popular different best great important main key typical major famous
        possible other various easy fun cool interesting recent new some any all most more
        effective useful healthy potential current examples types kinds ways things ideas tips
        signs reasons benefits people few special unique necessary similar available bad
        well-known fact facts thing example trivia joke jokes amazing another
        definition meaning synonym antonym opposite plural abbreviation pronunciation
        """
    ),
    plural=re.compile(rf"(?!(?:{_NOT_PLURAL})\Z)(?:{_PLURAL})|(?:skis|taxis|emojis|menus|haikus)"),
    addresses=_words("to"),
    stops_head=_PREPOSITIONS | _words("that which who whose where when to i you and or"),
    placed=(_PREPOSITIONS - _words("of")) | _words("that which who where when to"),
    loaded=_words(
        """
        benefits benefit advantages advantage disadvantages drawbacks effects effect causes
        cause risks risk dangers danger impact impacts consequences implications reason reasons
        link evidence proof superiority inferiority success failure failures hoax conspiracy
        scandal lie lies harm harms cure cures decline collapse rise fall death discovery
        invention why how existence
        """
    ),
    term_heads=_words(
        """
        problem theory effect paradox principle law method rule model syndrome process cycle
        system test hypothesis theorem algorithm diet war revolution movement act amendment
        treaty protocol technique reaction equation fallacy bias illusion experiment trilemma
        dilemma doctrine scale index curve matrix framework approach strategy style genre age
        era period dynasty empire market program project initiative agreement accord convention
        conference battle trade industry economy bird disease virus gene organ gland nerve
        muscle bone layer belt field particle force barrier wall tower bridge canal festival
        holiday ceremony dance game sport card pattern pipeline ratio
        """
    ),
    pieces=_PIECES,
    bare_pieces=_BARE_PIECES,
    argues=_words(
        """
        why how causing because that's proving proves arguing claiming stating debunking
        """
    ),
    introduces=_PREPOSITIONS | _words("that which who where when in titled called named"),
    heaps=_HEAPS,
    ideas=_IDEAS,
    attribute=_words("of by from"),
    counts=_NUMBERS | _words("some several many few all"),
    opens_act=_words("to"),
    uncounted=_words(
        """
        odds chances numbers dimensions statistics hours thanks news details directions physics
        mathematics politics economics wishes regards thoughts feelings specs times
        """
    ),
    swaps={
        "i": "you",
        "me": "you",
        "my": "your",
        "mine": "yours",
        "myself": "yourself",
        "am": "are",
        "i'm": "you're",
        "i've": "you've",
        "i'll": "you'll",
        "i'd": "you'd",
    },
    us=_words("u ur ai's you your yours yourself you're you've you'll you'd"),
    anybody=re.compile(
        r"\byou (?:can|could|should|may|must|need to|have to)\b[a-z' -]{0,60}\byour\b"
        r"|^you\b|\b(?:good|bad|healthy|safe) for you\b"
        r"|\byou (?:can|could|should|might|may|must|need to|have to|want to)\b"
        r"(?! (?:please )?(?:tell|give|share|show|think|recommend|suggest|provide|offer|list|name"
        r"|write|come up|help|explain|describe|teach)\b)|\b(?:if|when"
        r"|before|after|while) you\b|(?<=\w )\byour (?:own|body|skin|hair|mind|brain|health)\b"
        r"|\bour (?:solar system|planet|world|galaxy|universe|sun|moon|oceans?|bod(?:y|ies)"
        r"|brains?|species|society|ancestors|atmosphere)\b"
    ),
    capitals={name.lower(): name for name in PROPER_NAMES},
    vocabulary=Vocabulary(
        words=vocabulary.WORDS,
        names={name.lower(): name for name in vocabulary.NAMES},
        either=vocabulary.EITHER,
        in_titles=vocabulary.IN_TITLES,
        mostly_names=vocabulary.MOSTLY_NAMES,
        titles=vocabulary.TITLES | TITLES,
        together=vocabulary.TOGETHER,
    ),
    clumsy=CLUMSY,
    counted=COUNTED,
    determiners=_ARTICLES
    | _POSSESSIVES
    | _POINTERS
    | _words("some any each every another either neither no one whichever half"),
    closes_phrase=_PREPOSITIONS
    | _CONJUNCTIONS
    | _QUESTIONS
    | _AUXILIARIES
    | _SUBJECTS
    | _OBJECTS
    | _words("means works costs other let's explain compare describe summarize discuss here am"),
    opens_verb=_SUBJECTS | _words("to can could will would should may might must not you people"),
    picks=_words("which what whose"),
    kinds=_words("type types kind kinds sort sorts form forms style styles size brand sense"),
    bares=_words("by as via per than like means"),
)
