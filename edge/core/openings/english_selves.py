"""English frames for what people ask about the assistant itself.

The answer may be that there is no such thing ("I have no birthday"), so the opening names none.
"""

from __future__ import annotations

from edge.core.openings.bank import form

SELVES = (
    form(
        """
        tell me|us [a_little|a_bit|more|something|all] about yourself
        introduce|describe yourself
        who|what [exactly|really] are you
        who|what|when|where|which is|are|was|were your [own|exact|current|real|actual] @mine
        who|what|when|where|which is|are|was|were your [own|exact|current|real|actual] @mine {few}
        what your @mine is|are
        who|where your @mine is|are
        [and] your [current|real|exact] @mine is|are
        state|say|give|reveal|share|tell [me|us] your [current|real|exact|full] @mine
        tell|inform [me|us] [about|of] your @mine
        i want|need|would_like to know|learn [about] your @mine
        may|can|could i have|ask|know|get your @mine
        do you have [a|an|any] @mine
        what is the @mine of you
        what do you call yourself
        what are you called|named
        what should|can|do|may i|we call you
        what name should|can|do i|we use|call [for] [you] [by]
        what do you want|like me to call you
        what do|would you go by
        what is|are the name|names of your @mine
        who is it you work for
        what are some|any of your @mine
        what is one of your @mine
        share|list|name [some|any|one] [of] your @mine
        any hobbies|pets
        what is the @when of your birth|creation|origin
        who were|are|was you @born by
        by whom were|are you @born
        who do you answer|belong|report|work to|for
        who is in_charge_of|behind|the_boss_of you
        would you call|consider|describe|introduce yourself {rest}
        would you introduce yourself
        who [it] [is] you work|report for|to
        what is the name of the person|company|one who|that @made you
        [is] there [a] name i|we should|can|may call|use you
        what would|should your @mine be
        i want|need|would_like your @mine
        your @mine is who|what
        what am i to call you
        """,
        "Let me tell you a little about myself.",
    ),
    form(
        """
        who|what @made you
        who|what @made you {few}
        who was|is it that @made you
        what|which company|organization|person|people|team|country @made you
        who is the person|company|one that|who @made you
        who brought you to life
        who gave you life|your_name
        who is responsible for @made you
        who|whom do you work|function|report for|to [exactly]
        what|which company|person|organization do you work for
        for whom do you work
        who are you working|employed for|by
        who you work for
        you work for who|whom
        do|are you work|working for somebody|someone|me|another|a_company|anyone
        where are|were|is you @born
        where are|were you @born {few}
        where do you come|live|hail|work from
        where do you live|work
        where did you grow up|come_from
        what|which city|state|country|place|town|area|location are|were|do|did you @born [in|at]
        what|which city|state|country|place|town|area are|were|do you [born|come] from|in
        when were you @born
        how old are|were you
        how old are you {few}
        how old do you happen to be
        what|which year|date|day|month were you @born [in|on]
        how long have you been around|alive|here|living|working
        how old you are
        where|when you are|were|was @born
        where you come|live from
        in|from what|which city|state|country|place|town|year were|are|do you @born|come|live
        where do you call|consider home
        is|was this|that|it [a|an] [real|actual] @creature
        would you say you are [a|an] [real|actual] @creature
        do you consider|identify [yourself] [to_be|as] [a|an] @creature
        could you be [a|an] [real|actual] @creature
        where did|do you originate|come|hail [from]
        which|what company|organization|team|country are|were|is you @born|employed|owned by|in
        are|were you employed|owned|@born by|in|for {few}
        do you work for {few}
        what|which age|region|place|year are|were you [born|made|created] [in]
        whether|if you are [a|an] [real|actual] @creature
        whether|if you are [a|an] [real|actual] @creature {few}
        how many years|days old|have are|have you [been] [alive|living|around]
        how young are you
        what kind|type|sort of person|creature|being|life_form are you
        how many years old are|have you [been] [alive]
        are you [@truly] [a|an|the] [real|actual|living] @creature
        are you [@truly] [a|an] @creature {few}
        is this|it [really|actually] [a|an] @creature i am talking|speaking|chatting to|with
        am i talking|speaking|chatting to|with [a|an] [real|actual] @creature
        i think|believe|know you are [a|an] @creature
        tell|let me know if you are [a|an] @creature
        """,
        "Let me tell you a little about myself.",
    ),
    form(
        """
        do you have|own [any|many|some|a|an] [@sort_of] @pets
        do you have|own [any|many|some|a|an] [@sort_of] @pets {few}
        what|which [@sort_of] @pets do you have|own|like|enjoy
        what|which [@sort_of] @pets do you have|own|like|enjoy {few}
        are you [a] pet owner
        have you got [any|a|an] @pets
        do you have|own [any|a|an] dog|cat|animal|animals|bird
        what do you do for|as fun|hobbies|a_hobby
        tell [me|us] [about] [the] @pets you have
        do you have|enjoy [any] @tastes {few}
        what|which [other] [@sort_of] @tastes do you @enjoy [to|doing] [do] [most]
        what|which @tastes you like|enjoy|have
        do you like|enjoy|have|own [any|some] @tastes
        what are you interested|into in
        what you do|like in|during|with|to your|do free|spare time
        what are your favorite|favourite @tastes
        how old are your pets
        how many @pets do you have|own
        what do you [@enjoy] [to] do|doing for|in|with|during [your] fun|free_time|spare_time
        what do you [like|love|enjoy] [to] do|doing when you {few}
        how do you [like|love] [to] spend your free|spare time
        tell me [about] [what] [some] [of] your @mine [are|is]
        """,
        "Let me tell you a little about myself.",
    ),
    form(
        """
        what can|could you [all] do|answer [for] [me|us]
        what can|could you help|assist [me|us] [with|do|out_with]
        what are|is you [all] able|capable to|of [do|doing|help|answer] [for] [me] [with]
        how can|could|do|will|would you help|assist|be_of_help [me|us]
        what can|could|may|should i|we ask [you] [about|for|to_do]
        what can i use you for
        what|which [@sort_of] @askable can|could|may i|you ask|answer|do|help [you] [with|about]
        what|which [@sort_of] @askable can|do|could you help [me] with
        what|which @askable do|are you know|good|familiar [about|at|with]
        what are the|some [@sort_of] @askable [that] you can do|help|answer|know [me] [with|about]
        what [@sort_of] @askable i can|could|may ask you [about|for]
        what [@sort_of] @askable you can|could help|answer|do [me] [with] [about]
        what you can|could do|answer|help [me|with] [with|for] [me]
        what are you capable|able of|to [doing|answering|helping|do|answer] [and] [answering|doing]
        what are you good|best|skilled at
        what do you specialize in
        what all can you do
        how can you be of help|use|service
        @give [a_list_of|some] [the] things you can do
        @list [the] @askable you can do|answer
        what @askable do|can you know|cover [about]
        what are your skills|capabilities|abilities|functions
        what do you do|know
        what do you know how to do
        what do you do for people|me|a_living
        what is your function
        """,
        "Let me tell you a little about what I do.",
    ),
)
