"""English frames for what things are, how they work, and how they differ."""

from __future__ import annotations

from edge.core.openings.bank import form

TERMS = (
    # -- two things side by side
    form(
        """
        what is|are [the|a|some] @differences between {thing} and {thing2}
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
    form(
        """
        what is|are [the|a|some] @differences between {things}
        @describe the @differences between {things}
        [the] @differences between {things}
        compare [and] [contrast] {things}
        """,
        "Let's compare {things}.",
    ),
    form(
        """
        what is the relationship|connection|link between {thing} and {thing2}
        how do|does {thing} affect|influence|impact|relate_to {thing2}
        how is|are {thing} related_to|connected_to|linked_to {thing2}
        """,
        "Let's take a closer look at this question.",
    ),
    # -- what something is, and how it works
    form(
        """
        how does {known} [actually|really|even] work
        how {known} works
        """,
        "Let me explain how {known} works.",
        "Let's look at how {known} works.",
    ),
    form(
        """
        how do {things} [actually|really|even] work
        how {things} work
        """,
        "Let me explain how {things} work.",
        "Let's look at how {things} work.",
    ),
    form(
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
        # Unnamed: a word that is explained wants quotes, and a phrase looks odd in them.
        "Let's look at what this means.",
        "Let me explain what this means.",
    ),
    form(
        """
        what does {known} do
        what {known} does
        """,
        "Let me explain what {known} does.",
        "Let's look at what {known} does.",
    ),
    form("how {be} {thing} {done}", "Let's look at how {thing} {be} {done}."),
    form("what is {known} like", "Let's look at what {known} is like."),
    form("what are {things} like", "Let's look at what {things} are like."),
    form(
        """
        what does [@the_word] {quoted} mean|refer_to
        what is the meaning of|behind [@the_word] {quoted}
        [the] meaning of [@the_word] {quoted}
        """,
        "Let's look at what {quoted} means.",
        "Let me explain what {quoted} means.",
    ),
    form("what is {quoted}", "Let's look at what {quoted} is."),
    form(
        "what does it mean for {thing} to {act}",
        "Let's look at what it means for {thing} to {act}.",
    ),
    form("what does it mean to {act}", "Let's look at what it means to {act}."),
    form("what do {things} mean\nwhat {things} mean", "Let's look at what {things} mean."),
    form("what does {known} stand for", "Let's look at what {known} stands for."),
    form("what {be} {known} {noted} for", "Let's look at what {known} {be} {noted} for."),
    form("what {be} {known} made of", "Let's look at what {known} {be} made of."),
    form("what is {known} about", "Let's look at what {known} is about."),
    form("what is {concept} used for", "Let's look at what {concept} is used for."),
    form("what are {things} used for", "Let's look at what {things} are used for."),
    form(
        """
        what is [the_concept_of|the_idea_of] {notion}
        what {notion} is
        """,
        "Let me explain what {notion} is.",
        "Let's look at what {notion} is.",
    ),
    form(
        """
        what are {concepts}
        what {concepts} are
        """,
        "Let me explain what {concepts} are.",
        "Let's look at what {concepts} are.",
    ),
    form(
        "what is {term}\nwhat {term} is",
        "Let me explain what {term} is.",
        "Let's look at what {term} is.",
    ),
    form("what was {name}", "Let's look at what {name} was."),
    form("what was {term}", "Let's look at what {term} was."),
    form("who is {name}\nwho {name} is", "Let's look at who {name} is."),
    form("who was {name}\nwho {name} was", "Let's look at who {name} was."),
)
