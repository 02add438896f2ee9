"""English frames for how something is done."""

from __future__ import annotations

from edge.core.openings.bank import form

DEEDS = (
    # -- how to do something
    form(
        """
        help me [to] [better] understand {known}
        i do_not|don't [really] understand {known}
        """,
        "Let's look at {known}.",
        "Let's take a closer look at {known}.",
    ),
    form("[help] [me|us] [to] plan {project}", "Let's plan {project}."),
    form(
        "help [me|us] [to] write|draft|create|compose|prepare|make|design|build {project}",
        "Let's work on {project}.",
    ),
    form("help [me|us] [to] {errand}", "Let's look at how to {errand}."),
    form(
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
        @give|@suggest a|the [good|simple|easy] way|method to {act}
        steps to {act}
        """,
        "Let's look at how to {act}.",
        "Let me walk you through how to {act}.",
    ),
    form(
        """
        what are some|the|good [other|good|fun|easy|simple|creative|different] ways to {doing}
        @give|@list|@suggest [@some|@number] [different|creative|good|easy|fun] ways to {doing}
        [some|different|creative|good|easy] ways to {doing}
        """,
        "Let's look at how to {doing}.",
    ),
    form(
        """
        what should|can|could @we do if {case}
        what do i|we|one [need_to] do if {case}
        what to do if {case}
        if {case} what should|can|could i|we|you|one do
        if {case} what do i|we|one [need_to] do
        """,
        "Let's look at what to do if {case}.",
    ),
    form(
        """
        what should|can|could @we do when {case}
        what do i|we|one [need_to] do when {case}
        what to do when {case}
        when {case} what should|can|could i|we|you|one do
        when {case} what do i|we|one [need_to] do
        """,
        "Let's look at what to do when {case}.",
    ),
    form("what is it like to {act}", "Let's look at what it is like to {act}."),
    form("what would|might it be like to {act}", "Let's look at what it would be like to {act}."),
    form("what does it take to {act}", "Let's look at what it takes to {act}."),
    form("what happens|happened if {case}", "Let's look at what happens if {case}."),
    form("what happens when {case}", "Let's look at what happens when {case}."),
    form(
        "what would|could|might happen if {case}",
        "Let's think through what would happen if {case}.",
    ),
    form(
        "how do|can|would|could you describe|define|explain|characterize {known}",
        "Let's take a closer look at {known}.",
    ),
    form(
        "how do|can|should|would|could|might you {deed}",
        "Let's look at how to {deed}.",
        "Let me walk you through how to {deed}.",
    ),
    form("what should|can|could i|we|one {take}", "Let's look at what to {take}."),
    form(
        """
        what should|can|could i|we|one {take} {aside}
        what to {take} {aside}
        """,
        "Let's look at what to {take} {aside}.",
    ),
    form("what should|can|could i|we name|call {project}", "Let's look at what to name {project}."),
    form(
        """
        where should|can|could @we {doing}
        where do i|we|people {doing}
        where to {doing}
        """,
        "Let's look at where to {doing}.",
    ),
    form("when should @we {doing}\nwhen to {doing}", "Let's look at when to {doing}."),
    form(
        "{which} {choice} can|could i|we|one {act}",
        "Let's look at {which} {choice} you can {act}.",
    ),
    form(
        "{which} {choice} should @we {take}",
        "Let's look at {which} {choice} to {take}.",
    ),
    form(
        "{which} {choice} should @we {take} {aside}",
        "Let's look at {which} {choice} to {take} {aside}.",
    ),
    form(
        "{which} {choice} should @we {act}",
        "Let's look at {which} {choice} to {act}.",
    ),
    form(
        """
        what is|are|would_be [the] {best} {way} to {act}
        @give the {best} {way} to {act}
        [the] {best} {way} to {act}
        when|where is|are the {best} {way} to {act}
        """,
        "Let's look at the {best} {way} to {act}.",
    ),
)
