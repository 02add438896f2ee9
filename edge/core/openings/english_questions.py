"""English frames for questions that are wider than their words: whether, how far, why.

"Let's look at whether ..." stands above a yes and above a no. A "when" or a "why" says that it
happened, so nothing of it is said back.
"""

from __future__ import annotations

from edge.core.openings.bank import form

QUESTIONS = (
    form(
        "{be} it {quality} to {act}",
        "Let's look at whether it {be} {quality} to {act}.",
    ),
    form(
        """
        {be} there {thing}
        {be} there {thing} [or_not]
        """,
        "Let's look at whether there {be} {thing}.",
    ),
    form("{be} {thing} {quality}", "Let's look at whether {thing} {be} {quality}."),
    form(
        "{be} {thing} {quality} {tail}",
        "Let's look at whether {thing} {be} {quality} {tail}.",
    ),
    form("{be} {thing} {an} {tail}", "Let's look at whether {thing} {be} {an} {tail}."),
    form("{modal} i {act}", "Let's look at whether you {modal} {act}."),
    form("{modal} {anyone} {act}", "Let's look at whether {anyone} {modal} {act}."),
    form("{modal} {plurals} {act}", "Let's look at whether {plurals} {modal} {act}."),
    form("{modal} {thing} be {tail}", "Let's look at whether {thing} {modal} be {tail}."),
    form(
        "{modal} {thing} {verb} {tail}",
        "Let's look at whether {thing} {modal} {verb} {tail}.",
    ),
    form("do {things} {verb}", "Let's look at whether {things} {verb}."),
    form("do {things} {verb} {tail}", "Let's look at whether {things} {verb} {tail}."),
    form("does {thing} {verb}", "Let's look at whether {thing} {verb_s}."),
    form("does {thing} {verb} {tail}", "Let's look at whether {thing} {verb_s} {tail}."),
    form("did {thing} {verb}", "Let's look at whether {thing} {verb_past}."),
    form("did {thing} {verb} {tail}", "Let's look at whether {thing} {verb_past} {tail}."),
    form("where do {things} {dwell}", "Let's look at where {things} {dwell}."),
    form("where do {things} come from", "Let's look at where {things} come from."),
    form("where does {known} come from", "Let's look at where {known} comes from."),
    form("what makes for {thing}", "Let's look at what makes for {thing}."),
    # -- how far it goes
    form("how {measure} {be} {known}", "Let's look at how {measure} {known} {be}."),
    form("how long does it take to {act}", "Let's look at how long it takes to {act}."),
    form("how much does it cost to {act}", "Let's look at how much it costs to {act}."),
    form("how much does {known} cost", "Let's look at how much {known} costs."),
    form("how much do {things} cost", "Let's look at how much {things} cost."),
    form("how {often} should @we {act}", "Let's look at how {often} to {act}."),
    form("how many {things} {be} there", "Let's look at how many {things} there {be}."),
    form(
        "how many {things} {be} there {aside}",
        "Let's look at how many {things} there {be} {aside}.",
    ),
)
