"""English frames for what is made to order: a poem, ideas, a list of things."""

from __future__ import annotations

from edge.core.openings.bank import form

ORDERS = (
    # -- a joke or a fact: with no topic where its word could lack an article
    form(
        """
        @make|@hear|what_is @a_joke
        what [good|funny] joke|jokes do you [know]
        what is the|your funniest|best joke
        @give something to make me laugh
        make me laugh
        make me laugh {few}
        @make|@hear something funny
        """,
        "Here is a joke for you.",
    ),
    form(
        """
        @make|@hear|what_is @a_joke about|on|involving|with|for [the_topic_of] {topic}
        @make|@hear something funny about {topic}
        """,
        "Here is a joke about {topic}.",
    ),
    form(
        """
        @make|@hear|what_is @a_joke about|on|involving|with|for|that|where|in {rest}
        @make|@hear|what_is @a_joke about|on|involving|with|for [the_topic_of] {known}
        @make|@hear something funny about {known}
        @ask_for [a|an|some|any|your|another] {few} joke|jokes
        """,
        "Here is a joke for you.",
    ),
    form(
        "@ask_for|what_is {a_fact} about|on|regarding {topic}",
        "Here is {a_fact} about {topic}.",
    ),
    form(
        """
        @ask_for|what_is {a_fact}
        @ask_for|what_is {a_fact} about|on|regarding {known}
        """,
        "Here is {a_fact} for you.",
    ),
    form(
        """
        @ask_for|what_is the @prize fact about|on {topic}
        @ask_for something [else|new|interesting|cool|fun|good|weird] about {topic}
        @ask_for something i do_not|don't|didn't|might_not know about {topic}
        @ask_for [a|one] [good|cool|fun|random] piece|bit|tidbit of trivia about|on {topic}
        """,
        "Here is a fact about {topic}.",
    ),
    form(
        """
        @ask_for something [new|interesting|cool|fun|good|weird] about {known}
        @ask_for something i do_not|don't|didn't|might_not know [about] {known}
        @ask_for something i do_not|don't know
        @ask_for a|an|one {few} fact
        @ask_for [a|one] [good|cool|fun|random] piece|bit|tidbit of trivia about|on {known}
        """,
        "Here is a fact for you.",
    ),
    form(
        """
        @ask_for|what_are [@some] [@neat] @facts about|on|regarding {topic}
        @ask_for|what_are [@some] [@neat] stuff about {topic}
        [any|some] @facts about|on {topic}
        """,
        "Here are some facts about {topic}.",
    ),
    form(
        """
        @ask_for|what_are [@some] [@neat] @facts about|on|regarding {known}
        @ask_for [some|any] {few} facts|trivia
        """,
        "Here are some facts for you.",
    ),
    # -- made to order
    form("@make {number} {pieces}", "Here are {number} {pieces}."),
    form("@make some|a_few|several {pieces}", "Here are some {pieces}."),
    form("@make {piece}", "Here is {piece}."),
    form("@make {kind} about|on|for|of|to|where|in|from|with {rest}", "Here is {kind}."),
    form(
        """
        @give|@suggest|@list|@make [some|any] {ideas}
        what are [some] {ideas}
        do you have any|some {ideas}
        [any|some] {ideas}
        """,
        "Here are some {ideas}.",
    ),
    form(
        """
        @give|@suggest|@list|@make a_few|several {ideas}
        what are a_few|several {ideas}
        """,
        "Here are a few {ideas}.",
    ),
    form(
        """
        @give|@suggest|@list|@make {number} {ideas}
        what are {number} {ideas}
        {number} {ideas}
        """,
        "Here are {number} {ideas}.",
    ),
    form(
        "@give [some|any] advice on|about|regarding {thing}\n[any|some] advice on|about {thing}",
        "Here is some advice on {thing}.",
    ),
    form("[@give] [some|any] advice for {thing}", "Here is some advice for {thing}."),
    form(
        "[@give] [a|an|the] [good|easy|simple|quick] recipe for {thing}",
        "Here is a recipe for {thing}.",
    ),
    form("@give|@suggest an idea for {thing}", "Here is an idea for {thing}."),
    form("@give an example of {thing}", "Let's look at an example of {thing}."),
    form("@suggest {single}", "Let me suggest {single}."),
)

# -- many things of a kind
LISTS = (
    form(
        """
        what is|are|was|were the {subject} of|behind|in|to {known}
        what the {subject} of|behind|in|to {known} is|are|was|were
        @describe|@give|@list|compare [the] {subject} of|behind {known}
        [the] {subject} of|behind {known}
        """,
        "Let's look at the {subject} of {known}.",
        "Let me explain the {subject} of {known}.",
    ),
    form(
        """
        what is|are|was|were [the] [main|key|major|primary|top|biggest] {aspect} of {known}
        @describe|@give|@list|compare [the] {aspect} of {known}
        [the] {aspect} of {known}
        """,
        "Let's look at the {aspect} of {known}.",
    ),
    form(
        """
        @list|@hand|@suggest some {things}
        what are|were some {things}
        """,
        "Let's look at some {things}.",
        "Let's go over some {things}.",
    ),
    form(
        """
        @list|@hand|@suggest [@some] {things}
        what are|were [@some] {things}
        which are {things}
        tell me what {things} are
        """,
        "Let's look at {things}.",
        "Let's go over {things}.",
    ),
    form(
        """
        @list|@give|@suggest|what_are|who_are [some_of] [the] {top} {things}
        """,
        "Let's look at the {top} {things}.",
    ),
    form(
        """
        [@list|@give|@suggest|what_are|who_are] [the] {top} {number} {things}
        [@list|@give|@suggest|what_are|who_are] [the] {top} {number} @top {things}
        """,
        "Let's look at the {top} {number} {things}.",
    ),
    form(
        """
        what|who|which|where is|are|was|were|would_be the {prize} {thing}
        @list|@give|@suggest [@some] [the] {prize} {thing}
        """,
        "Let's look at the {prize} {thing}.",
    ),
    form("who are|were [@some] {things}", "Let's look at {things}."),
)
