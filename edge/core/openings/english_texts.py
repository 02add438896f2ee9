"""English frames for a text that the prompt brings along."""

from __future__ import annotations

from edge.core.openings.bank import form

TEXTS = (
    # -- a text that lies there
    form(
        """
        @summarize the|this|that [following|above|below|given|attached] {text} [below|above]
        @summarize [the] following {text}
        """,
        "Here is a summary of the {text}.",
        "Let me summarize the {text}.",
        needs_text=True,
    ),
    form(
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
    form(
        """
        @summarize {others}
        @summarize the|a|this|these|that|what|why|how|who|when {rest}
        """,
        "Here is a summary of the main points.",
        needs_text=True,
    ),
    form(
        """
        @note [@some|a|the] {manner} summary|overview of|for|on|about {rest}
        @note [@some|the] [key|main|important|brief] @points
        @note [@some|the] [key|main|important|brief] @points about|on|of|regarding|from {rest}
        """,
        "Here are some of the main points.",
        needs_text=True,
    ),
    form("@summarize {known}", "Let me summarize {known}.", "Here is a summary of {known}."),
)
