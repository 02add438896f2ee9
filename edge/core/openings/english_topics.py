"""English frames for a topic that is named, and no more said."""

from __future__ import annotations

from edge.core.openings.bank import form

TOPICS = (
    # -- a topic
    form(
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
    form(
        "what do you think|make about|of {known}",
        "Let's take a closer look at {known}.",
    ),
    form(
        "explain|clarify|define [to_me] [the_concept_of] {neutral} [@audience]",
        "Let me explain {neutral}.",
    ),
    form("describe [to_me] {thing}", "Let me describe {thing}."),
    form("discuss|debate {thing}", "Let's discuss {thing}."),
    form("analyze|analyse|examine|evaluate {thing}", "Let's take a closer look at {thing}."),
    form(
        """
        explain|clarify|illustrate|outline [to_me] {known}
        """,
        "Let's look at {known}.",
    ),
    form("what causes {thing}", "Let's look at what causes {thing}."),
    form("what caused {thing}", "Let's look at what caused {thing}."),
)
