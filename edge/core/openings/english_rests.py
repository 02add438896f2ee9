"""English frames that say nothing of the prompt back, where only its kind is clear."""

from __future__ import annotations

from edge.core.openings.bank import form
from edge.core.verdict import Task

RESTS = (
    # -- a riddle
    form(
        "{rest}",
        "Let me work through this step by step.",
        "Let's think this through step by step.",
        tasks=frozenset({Task.REASONING}),
    ),
    # -- no slot: the kind of question is clear, its words cannot be lifted out
    form(
        "why should i|we|you|one|people|anyone {rest}", "Let's take a closer look at this question."
    ),
    form(
        """
        why is|are|was|were|do|does|did|has|have|can|could|would|will|should {others}
        why don't|doesn't|isn't|aren't {others}
        why|how_come {others}
        why do|did|should|can|could|can't|don't|are|were|have|must we|people|i|they {rest}
        why is|was|does|do|did|has|have|are|were it|there|he|she|they {rest}
        why we|people|you|i|one {rest}
        what makes {others}
        what role|impact|effect|influence|part did|does|do|has|have|is|was {others}
        """,
        "Let's take a closer look at this question.",
        "Let's look at what lies behind this.",
        "Let's go into this question step by step.",
    ),
    form(
        """
        what|who|why|how|where|is|are|does|do|did {rest} and what|who|why|how|when|where {rest2}
        what|who|why|how|when|where {rest} and is|are|was|does|do|did|can {others}
        """,
        "Let's take this question part by part.",
    ),
    form(
        "what is|are [the|a|some] @differences between {brief} and {few}",
        "Let's look at them side by side.",
    ),
    form("@hand an idea|suggestion of {rest}", "Let's look at a few possibilities here."),
    form("@hand an idea|suggestion {rest}", "Here is an idea for you."),
    form(
        "which {rest} or {few}",
        "Let's take a closer look at the options.",
    ),
    form(
        """
        how do|does|did|is|are|was|were|has|have|can|could|will {others}
        is|are|was|were|does|did|has|can|could|will|would {asked}
        do {plurals} {asked}
        do you think|believe [that] {matter}
        why are|do we {few}
        what do|does|would|could|might {asked}
        what|which {plurals} {asked}
        """,
        "Let's take a closer look at this question.",
        "Let's take a look at this question together.",
    ),
    form(
        """
        should i|we|people|one {rest}
        is it worth|better|wise|smart|a_good_idea|a_bad_idea {rest}
        would it be better|wise|smart|a_good_idea {rest}
        """,
        "Let's think this through.",
        "Let's weigh this up.",
    ),
    # -- a text, or a list, of which only the kind is clear
    form(
        """
        @make [a|an|the|one|my|another] {work}
        @make [a|an|the|one|my|another] {work} {brief}
        @make [a|an|the|one|my|another] {manner} {work} {brief}
        """,
        "Here is a draft of the {work}.",
    ),
    # What a letter says is its writer's, whatever it claims.
    form(
        """
        @make [a|an|the|one|my|another] {letter}
        @make [a|an|the|one|my|another] {letter} {message}
        @make [a|an|the|one|my|another] {manner} {letter} {message}
        """,
        "Here is a draft of the {letter}.",
    ),
    form(
        "[help] [me|us] plan|organize|design [for] [out] a|an|the|my|our {brief}",
        "Let's put together a plan for this.",
    ),
    form(
        """
        what|which {plurals} can|could|should|would|might {rest}
        what|which {several} can|could|should|would|might {rest}
        what {rest} do|would you recommend|suggest {few}
        what {rest} do|would you recommend|suggest
        what is|would_be|might_be a|an [good|great|nice|fun|creative] @wish {rest}
        what else can|could|should @anyone do|use|try {rest}
        what should|can|could @anyone do|use|try to {chore}
        """,
        "Let's go through a few possibilities.",
        "Let's look at a few possibilities here.",
    ),
    form(
        """
        what|who are|were some|a_few|few|several|some_of [the] {several}
        @list|@hand some|some_of|a_few|few|several|a_bunch_of|a_couple_of [the] {several}
        """,
        "Let's go through a few of them.",
        "Let's look at a few of them.",
    ),
    form(
        """
        @suggest [@some|few|@number] {several}
        think_of|think_up|come_up_with [@some|few|@number] {several}
        """,
        "Let's go through a few possibilities.",
        "Let's look at a few possibilities here.",
    ),
    form(
        """
        what|who|which are|were the|@number {several}
        @number [best|good|easy|simple|great|creative] @items {rest}
        what are [the] [different] things|ways|reasons|places|foods|examples {rest}
        @list|@hand at_least @number {several}
        @list|@hand @number {several}
        @list [the|all|all_the|all_of|all_of_the|as_many] {several}
        @hand the|all|all_the|all_of|all_of_the|as_many {several}
        """,
        "Let's go through them in turn.",
        "Let's take a look at them in turn.",
    ),
    form(
        "explain|discuss|analyze|analyse|compare|evaluate|examine|clarify|debate {matter}",
        "Let's take a closer look at this.",
    ),
    # What could not be named back for want of an article, or the like.
    form(
        """
        tell|teach me|us [more|all|something|a_bit|a_little] about {known}
        [can_we|could_we|let's] talk [to_me] about {known}
        explain|clarify|discuss|analyze|analyse|examine|evaluate|debate [to_me] {known}
        what is [the_concept_of|the_idea_of] {concept}
        what are {concepts}
        @want to know|learn|understand|hear [more|all|something] about {known}
        """,
        "Let's take a closer look at this.",
    ),
    form("tell|teach me|us [more] about {matter}", "Let's take a closer look at this."),
    form(
        """
        how to {chore}
        how do|can|should|would|could i|we|one {chore}
        what steps|process should|do|can|could i|we|one [take|follow] [to] {chore}
        @give [the] [detailed|simple|clear] instructions|steps|directions|guide to|on_how_to {chore}
        prove {rest}
        """,
        "Let's go through this step by step.",
    ),
    form("if {rest}", "Let's think this through."),
    form("which|what is|are more|better|healthier {rest}", "Let's compare the options in turn."),
    form(
        """
        how many {things} do i|we have
        how many {things} do i|we have left|now|in_total|altogether
        """,
        "Let's count them step by step.",
    ),
    form(
        "what motivates|gives|links|connects|drives|attracts|inspires|determines {others}",
        "Let's take a closer look at this question.",
    ),
)
