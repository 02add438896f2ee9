"""The English bank of frames, to be read top to bottom by whoever reviews them.

An opening stands above an answer that knows nothing of it, so each form must be true and
natural whatever that answer says: it may ask back, correct the question, or say that no such
thing exists. Hence "Let's look at the best ways to ..." and not "Here are the best ways to ...",
no "Sure", no praise, and nothing about what is or is not so. "Here is" is kept for what is made
to order: a poem, ideas, a summary of a text that lies there.

The first form that yields anything decides, so the particular stand before the general.
"""

from __future__ import annotations

from edge.core.openings import english_asks
from edge.core.openings.bank import Bank, Form
from edge.core.openings.english_words import LEXICON
from edge.core.verdict import Task


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_GROUPS = {
    "give": _phrases(
        """
        give give_me give_us show_me tell_me provide provide_me provide_me_with share
        share_with_me get_me find_me i_need i_want i_am_looking_for looking_for offer
        let_me_know
        """
    ),
    "list": _phrases(
        """
        list list_out list_down name make_a_list_of make_me_a_list_of create_a_list_of
        write_a_list_of generate_a_list_of come_up_with_a_list_of think_up_a_list_of
        give_me_a_list_of give_me_the_list_of give_a_list_of provide_a_list_of
        provide_me_with_a_list_of provide_me_a_list_of i_need_a_list_of i_want_a_list_of
        show_me_a_list_of share_a_list_of a_list_of list_of give_me_a_short_list_of
        make_a_short_list_of brainstorm_a_list_of suggest_a_list_of tell_me_a_list_of
        think_of_a_list_of
        """
    ),
    "suggest": _phrases(
        """
        suggest suggest_me recommend recommend_me come_up_with think_of think_up brainstorm
        """
    ),
    "make": _phrases(
        """
        write write_me compose compose_me draft draft_me craft pen create create_me generate
        come_up_with make make_me make_up give_me tell_me tell think_up think_of produce
        i_need i_want prepare put_together share
        """
    ),
    "describe": _phrases(
        """
        explain explain_to_me describe describe_to_me discuss outline clarify tell_me
        tell_me_about show_me state
        """
    ),
    "summarize": _phrases(
        """
        summarize summarise sum_up give_me_a_summary_of give_a_summary_of
        give_me_a_summary_about provide_a_summary_of write_a_summary_of create_a_summary_of
        make_a_summary_of i_need_a_summary_of a_summary_of summary_of
        give_me_a_short_summary_of give_me_a_brief_summary_of write_a_short_summary_of
        write_a_brief_summary_of provide_a_short_summary_of provide_a_brief_summary_of
        provide_me_a_summary_of provide_me_with_a_summary_of tldr tl;dr
        """
    ),
    "text": _phrases(
        """
        article text passage paragraph email e-mail story essay document report transcript
        excerpt abstract chapter conversation thread letter blog_post post speech paper
        notes review section meeting_notes news_article message
        """
    ),
    "number": _phrases(
        """
        two three four five six seven eight nine ten twelve fifteen twenty 2 3 4 5 6 7 8 9
        10 12 15 20
        """
    ),
    # what a whole answer can be about, with nothing granted
    "subject": _phrases(
        """
        history meaning purpose role origin origins structure function importance
        significance concept idea theory plot process basics principles philosophy rules
        evolution development mechanics symbolism themes theme culture geography life_cycle
        storyline fundamentals stages phases background main_idea story art science
        """
    ),
    # the same, but each grants that there is such a thing: only to be looked at
    "aspect": _phrases(
        """
        benefits advantages disadvantages drawbacks pros_and_cons effects side_effects
        causes risks dangers impact impacts effect consequences implications symptoms signs
        uses applications types kinds features characteristics components limitations
        challenges influence properties advantages_and_disadvantages
        strengths_and_weaknesses elements ingredients responsibilities requirements parts
        steps levels categories
        """
    ),
    "differences": _phrases(
        """
        difference differences main_difference main_differences key_difference key_differences
        major_differences biggest_difference biggest_differences
        """
    ),
    "some": _phrases("some some_of a_few a_few_of several any all_of a_bunch_of a_couple_of"),
    "we": _phrases("i you we one"),
    # Verbs that may go without the thing they are done to: "what should I *pack* for Rome".
    "take": _phrases(
        """
        wear eat cook buy pack bring make read watch visit see do plant give get serve order take
        include look_for consider drink learn study write ask expect use try pick choose play draw
        teach feed avoid prepare bake grow collect check know study focus_on pay_attention_to
        """
    ),
    "the_word": _phrases(
        "word term phrase expression the_word the_term the_phrase the_expression the_acronym"
    ),
    "want": _phrases("i_want i_need i_would_like i'd_like i_would_love i'd_love"),
    "knowledge": _phrases(
        """
        information info details facts overview introduction background intro insight
        """
    ),
    "audience": _phrases(
        """
        to_a_beginner to_a_child to_a_kid to_a_five_year_old to_a_5_year_old to_a_five-year-old
        to_a_5-year-old to_a_10_year_old to_a_ten_year_old to_beginners to_a_layman
        for_beginners for_a_beginner for_kids for_dummies
        """
    ),
    "which": _phrases("which what"),
    "be": _phrases("is are was were"),
    "done": _phrases(
        """
        made prepared formed produced created calculated measured built treated determined
        manufactured cooked brewed grown harvested used organized structured generated
        defined classified stored processed recycled mined harvested elected chosen taught
        played scored taxed
        """
    ),
    "best": _phrases(
        """
        best easiest fastest cheapest quickest safest simplest healthiest most_effective
        most_efficient right proper correct ideal
        """
    ),
    "top": _phrases(
        """
        best top most_popular most_famous most_common most_important last first next biggest
        largest smallest greatest highest tallest longest oldest richest main worst
        most_successful most_expensive most_beautiful
        """
    ),
    "way": _phrases(
        """
        way ways time times place places method methods approach strategy strategies
        time_of_year option options practices things tips exercises steps
        """
    ),
}


def _form(
    asks: str, *says: str, tasks: frozenset[Task] = frozenset(), needs_text: bool = False
) -> Form:
    lines = tuple(line.strip() for line in asks.strip().splitlines())
    return Form(lines, says, tasks, needs_text)


_FORMS = (
    # -- a text that lies there
    _form(
        """
        @summarize the|this|that [following|above|below|given|attached] {text} [below|above]
        @summarize [the] following {text}
        """,
        "Here is a summary of the {text}.",
        "Let me summarize the {text}.",
        needs_text=True,
    ),
    _form(
        """
        @summarize this|that|it|the_following
        summarize|tldr|tl;dr|summary
        @give a|the [short|brief|quick|concise] summary
        write a [short|brief|quick|concise] summary
        what are the key|main points|takeaways|ideas
        """,
        "Here is a summary of the text.",
        needs_text=True,
    ),
    _form("@summarize {known}", "Here is a summary.", needs_text=True),
    _form("@summarize {known}", "Let me summarize {known}.", "Here is a summary of {known}."),
    # -- two things side by side
    _form(
        """
        what is|are [the] @differences between {thing} and {thing2}
        what differentiates|distinguishes|separates {thing} from {thing2}
        what makes {thing} different from {thing2}
        how is|are {thing} different from|to|than {thing2}
        how do|does {thing} differ from {thing2}
        how do|does {thing} compare to|with {thing2}
        how do {thing} and {thing2} differ|compare
        @describe the @differences between {thing} and {thing2}
        [the] @differences between {thing} and {thing2}
        compare [and] [contrast] {thing} and|to|with|versus|vs {thing2}
        {thing} vs|vs.|versus {thing2}
        which|what is better {thing} or {thing2}
        is|are {thing} better than {thing2}
        """,
        "Let's compare {thing} and {thing2}.",
        "Let's look at {thing} and {thing2} side by side.",
    ),
    _form(
        """
        what is|are [the] @differences between {things}
        @describe the @differences between {things}
        [the] @differences between {things}
        compare [and] [contrast] {things}
        """,
        "Let's compare {things}.",
    ),
    _form(
        """
        what is the relationship|connection|link between {thing} and {thing2}
        how do|does {thing} affect|influence|impact|relate_to {thing2}
        how is|are {thing} related_to|connected_to|linked_to {thing2}
        """,
        "Let's look at {thing} and {thing2}.",
    ),
    # -- what something is, and how it works
    _form(
        """
        how does {known} [actually|really|even] work
        how {known} works
        """,
        "Let me explain how {known} works.",
        "Let's look at how {known} works.",
    ),
    _form(
        """
        how do {things} [actually|really|even] work
        how {things} work
        """,
        "Let me explain how {things} work.",
        "Let's look at how {things} work.",
    ),
    _form(
        """
        define the meaning|definition of [@the_word] {known}
        what is the meaning of @the_word {known}
        @give the meaning of @the_word {known}
        [the] meaning of @the_word {known}
        what does [@the_word] {known} mean
        what {known} means
        what is [the] definition of [@the_word] {known}
        define [@the_word] {known}
        @give [the|a] definition of|for [@the_word] {known}
        [the] definition of [@the_word] {known}
        """,
        "Let me explain what {known} means.",
        "Let's look at what {known} means.",
    ),
    _form(
        """
        what does {known} do
        what {known} does
        """,
        "Let me explain what {known} does.",
        "Let's look at what {known} does.",
    ),
    _form("how {be} {thing} {done}", "Let's look at how {thing} {be} {done}."),
    _form("what is {known} about", "Let's look at what {known} is about."),
    _form("what is {concept} used for", "Let's look at what {concept} is used for."),
    _form("what are {things} used for", "Let's look at what {things} are used for."),
    _form(
        """
        what is [the_concept_of|the_idea_of] {concept}
        what {concept} is
        """,
        "Let me explain what {concept} is.",
        "Let's look at what {concept} is.",
    ),
    _form(
        """
        what are {concepts}
        what {concepts} are
        """,
        "Let me explain what {concepts} are.",
        "Let's look at what {concepts} are.",
    ),
    _form(
        "what is {term}\nwhat {term} is",
        "Let me explain what {term} is.",
        "Let's look at what {term} is.",
    ),
    _form("what was {name}", "Let's look at what {name} was."),
    _form("what was {term}", "Let's look at what {term} was."),
    _form("who is {name}\nwho {name} is", "Let's look at who {name} is."),
    _form("who was {name}\nwho {name} was", "Let's look at who {name} was."),
    # -- how to do something
    _form(
        """
        help me [to] [better] understand {known}
        i do_not|don't [really] understand {known}
        """,
        "Let's look at {known}.",
        "Let's take a closer look at {known}.",
    ),
    _form("[help] [me|us] [to] plan {project}", "Let's plan {project}."),
    _form(
        "help [me|us] [to] write|draft|create|compose|prepare|make|design|build {project}",
        "Let's work on {project}.",
    ),
    _form("help [me|us] [to] {errand}", "Let's look at how to {errand}."),
    _form(
        """
        how to {act}
        how do|can|should|would|could|might|must i|we|one {act}
        how @we can|could|should|might {act}
        how does one|someone {act}
        what do|can|should|could|would|must @we [need_to|have_to] do to {act}
        what is a|the good|right|proper|correct|safe way|method to {act}
        what are the steps to {act}
        @give [the|some|a|any] [detailed|simple|clear] instructions|guide|help on|about how_to {act}
        @give [some|any] advice|guidance on|about how_to {act}
        @give [the|some] [detailed|simple|clear] instructions|steps to {act}
        what are some|the|good ways to {act}
        steps to {act}
        """,
        "Let's look at how to {act}.",
        "Let me walk you through how to {act}.",
    ),
    _form(
        """
        what should|do|can|could @we [need_to] do if {case}
        what to do if {case}
        """,
        "Let's look at what to do if {case}.",
    ),
    _form(
        """
        what should|do|can|could @we [need_to] do when {case}
        what to do when {case}
        """,
        "Let's look at what to do when {case}.",
    ),
    _form("what is it like to {act}", "Let's look at what it is like to {act}."),
    _form("what does it take to {act}", "Let's look at what it takes to {act}."),
    _form("what happens|happened if {case}", "Let's look at what happens if {case}."),
    _form("what happens when {case}", "Let's look at what happens when {case}."),
    _form(
        "what would|could|might happen if {case}",
        "Let's think through what would happen if {case}.",
    ),
    _form(
        "how do|can|should|would|could|might you {deed}",
        "Let's look at how to {deed}.",
        "Let me walk you through how to {deed}.",
    ),
    _form("what should|can|could i|we|one {take}", "Let's look at what to {take}."),
    _form(
        """
        what should|can|could i|we|one {take} {aside}
        what to {take} {aside}
        """,
        "Let's look at what to {take} {aside}.",
    ),
    _form(
        "what should|can|could i|we name|call {project}", "Let's look at what to name {project}."
    ),
    _form(
        """
        where should|can|could @we {act}
        where do i|we|people {act}
        where to {act}
        """,
        "Let's look at where to {act}.",
    ),
    _form("when should @we {act}\nwhen to {act}", "Let's look at when to {act}."),
    _form(
        "{which} {choice} should @we {act}",
        "Let's look at {which} {choice} to {act}.",
    ),
    _form(
        """
        what is|are|would_be [the] {best} {way} to {act}
        @give the {best} {way} to {act}
        [the] {best} {way} to {act}
        when is the {best} {way} to {act}
        """,
        "Let's look at the {best} {way} to {act}.",
    ),
    # -- made to order
    _form("@make {number} {pieces}", "Here are {number} {pieces}."),
    _form("@make some|a_few|several {pieces}", "Here are some {pieces}."),
    _form("@make {piece}", "Here is {piece}."),
    _form("@make {kind} about|on|for|of|to|that|where|in|from|with {rest}", "Here is {kind}."),
    _form(
        """
        @give|@suggest|@list|@make [some|any] {ideas}
        what are [some] {ideas}
        do you have any|some {ideas}
        [any|some] {ideas}
        """,
        "Here are some {ideas}.",
    ),
    _form(
        """
        @give|@suggest|@list|@make a_few|several {ideas}
        what are a_few|several {ideas}
        """,
        "Here are a few {ideas}.",
    ),
    _form(
        """
        @give|@suggest|@list|@make {number} {ideas}
        what are {number} {ideas}
        {number} {ideas}
        """,
        "Here are {number} {ideas}.",
    ),
    _form(
        "@give [some|any] advice on|about|regarding {thing}\n[any|some] advice on|about {thing}",
        "Here is some advice on {thing}.",
    ),
    _form("[@give] [some|any] advice for {thing}", "Here is some advice for {thing}."),
    _form(
        "[@give] [a|an] [good|easy|simple|quick] recipe for {thing}",
        "Here is a recipe for {thing}.",
    ),
    _form("@give|@suggest an idea for {thing}", "Here is an idea for {thing}."),
    _form("@suggest {single}", "Let me suggest {single}."),
    # -- many things of a kind
    _form(
        """
        what is|are|was|were the {subject} of|behind {known}
        @describe|@give|@list|compare [the] {subject} of|behind {known}
        [the] {subject} of|behind {known}
        """,
        "Let's look at the {subject} of {known}.",
        "Let me explain the {subject} of {known}.",
    ),
    _form(
        """
        what is|are|was|were [the] {aspect} of {known}
        @describe|@give|@list|compare [the] {aspect} of {known}
        [the] {aspect} of {known}
        """,
        "Let's look at the {aspect} of {known}.",
    ),
    _form(
        """
        @list|@give|@suggest [@some] {things}
        what are|were [@some] {things}
        which are {things}
        tell me what {things} are
        """,
        "Let's look at {things}.",
        "Let's go over {things}.",
    ),
    _form(
        """
        @list|@give|@suggest|what_are|who_are [some_of] [the] {top} {things}
        """,
        "Let's look at the {top} {things}.",
    ),
    _form("{top} {number} {things}", "Let's look at the {top} {number} {things}."),
    _form("who are|were [@some] {things}", "Let's look at {things}."),
    # -- a topic
    _form(
        """
        tell me|us [more|all|something|a_bit|a_little] about {known}
        teach me [more|all|something] about {known}
        [can_we|could_we|let's] talk [to_me] about {known}
        @want to know|learn|understand|hear [more|all|something] about {known}
        @want to [better] understand {known}
        what do you know about {known}
        what can you tell me about {known}
        what should|do i [need_to] know about {known}
        @give [some|a|an] [brief|short|quick|general|basic] @knowledge about|on|of|to|into {known}
        [an|a] [brief|short|quick] overview|introduction of|to {known}
        write about {known}
        write a|an [short|brief] overview of {known}
        """,
        "Let's talk about {known}.",
        "Let's look at {known}.",
        "Let's take a closer look at {known}.",
    ),
    _form(
        "explain|clarify|define [to_me] [the_concept_of] {neutral} [@audience]",
        "Let me explain {neutral}.",
    ),
    _form("describe [to_me] {thing}", "Let me describe {thing}."),
    _form("discuss|debate {thing}", "Let's discuss {thing}."),
    _form("analyze|analyse|examine|evaluate {thing}", "Let's take a closer look at {thing}."),
    _form(
        """
        explain|clarify|illustrate|outline [to_me] {known}
        """,
        "Let's look at {known}.",
    ),
    _form("what causes {thing}", "Let's look at what causes {thing}."),
    _form("what caused {thing}", "Let's look at what caused {thing}."),
    # -- no slot: the kind of question is clear, its words cannot be lifted out
    _form(
        """
        why is|are|was|were|do|does|did|has|have|can|could|would|will|should {others}
        why don't|doesn't|isn't|aren't {others}
        why|how_come {others}
        what makes {others}
        what role|impact|effect|influence|part did|does|do|has|have|is|was {others}
        """,
        "Let's take a closer look at this question.",
        "Let's look at what lies behind this.",
    ),
    _form(
        "how do|does|did|is|are|was|were|has|have|can|could|will {others}",
        "Let's take a closer look at this question.",
    ),
    _form(
        """
        should i|we|people|one {rest}
        is it worth|better|wise|smart|a_good_idea|a_bad_idea {rest}
        would it be better|wise|smart|a_good_idea {rest}
        """,
        "Let's think this through.",
        "Let's weigh this up.",
    ),
    _form(
        "{rest}",
        "Let me work through this step by step.",
        "Let's think this through step by step.",
        tasks=frozenset({Task.REASONING}),
    ),
)

ENGLISH = Bank(
    lexicon=LEXICON,
    forms=_FORMS,
    groups=_GROUPS,
    spellings=english_asks.SPELLINGS,
    polite_start=english_asks.POLITE_START,
    polite_end=english_asks.POLITE_END,
    asks=english_asks.ASKS,
    aside=english_asks.ASIDE,
    untouchable=english_asks.UNTOUCHABLE,
)
