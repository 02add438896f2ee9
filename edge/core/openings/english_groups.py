"""Groups of phrases that stand for each other in English asks, and the forms of their verbs."""

from __future__ import annotations


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GROUPS = {
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
    "points": _phrases("points facts aspects details information"),
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
        steps levels categories mission goal goals objective objectives aim philosophy legacy
        future climate cuisine architecture anatomy composition psychology lifestyle habitat diet
        behavior behaviour use value cost procedure message moral experience premise point job
        duties nature relationship point_of_view
        """
    ),
    "differences": _phrases(
        """
        difference differences main_difference main_differences key_difference key_differences
        major_differences biggest_difference biggest_differences
        """
    ),
    "some": _phrases(
        "some some_of a_few a_few_of several any all_of a_bunch_of a_couple_of"
        " a_number_of a_variety_of lots_of many different several_different"
    ),
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
    # -- whether, how long, what for
    "quality": _phrases(
        """
        good great bad better worse best worth safe dangerous legal illegal possible impossible
        healthy unhealthy true necessary important useful useless expensive cheap hard easy
        difficult normal okay ok advisable worthwhile reliable effective beneficial harmful
        poisonous toxic edible native real rare common popular famous smart wise rude fair
        ethical sustainable waterproof related allowed considered available compatible suitable
        profitable realistic feasible appropriate natural contagious extinct endangered vegan
        vegetarian round flat alive free open haunted overrated underrated
        renewable addictive flammable recyclable
        """
    ),
    "an": _phrases("a an"),
    "dwell": _phrases("live grow sleep hibernate nest breed originate work"),
    "modal": _phrases("can could should would will"),
    "anyone": _phrases("we one people anyone anybody someone everyone"),
    "measure": _phrases(
        """
        old long tall big large small deep far fast heavy hot cold high wide common rare popular
        expensive dangerous safe difficult hard easy important accurate effective reliable strong
        useful healthy bad good
        """
    ),
    "often": _phrases("long often much many_times early late soon fast far high"),
    "verb": _phrases(
        """
        have make work help cause need want mean cost take get know eat contain involve affect
        improve reduce require allow exist support include use produce provide become happen
        occur begin end live lead come go give grow believe like love wear speak stay look
        sound taste differ depend apply count matter replace survive save hurt
        prevent increase lower
        """
    ),
    "noted": _phrases("known famous best_known well_known good used needed"),
    "prize": _phrases(
        """
        best greatest worst easiest hardest ideal coolest scariest funniest most_important
        most_influential most_interesting most_beautiful most_useful most_effective most_efficient
        safest healthiest simplest fanciest nicest prettiest most_scenic most_fun
        """
    ),
    # -- facts, jokes and drafts
    "items": _phrases(
        """
        ways reasons tips things steps examples facts ideas places books movies foods films songs
        animals types kinds uses benefits advantages
        """
    ),
    "hand": _phrases(
        """
        give give_me give_us tell_me tell_us show_me provide provide_me provide_me_with share
        find_me share_with_me get_me offer i_am_looking_for looking_for
        """
    ),
    "a_fact": _phrases(
        """
        a_fact a_fun_fact an_interesting_fact a_cool_fact a_random_fact a_funny_fact
        a_surprising_fact a_weird_fact a_strange_fact a_scary_fact a_terrifying_fact
        a_neat_fact a_good_fact an_amazing_fact a_little-known_fact
        """
    ),
    "neat": _phrases("good cool neat amazing great random more fun interesting"),
    "facts": _phrases(
        """
        facts fun_facts interesting_facts cool_facts random_facts funny_facts surprising_facts
        weird_facts key_facts neat_facts amazing_facts interesting_things cool_things trivia
        """
    ),
    "hear": _phrases(
        """
        i_want_to_hear i_want_to_know i_would_like_to_hear i_would_like_to_know i'd_like_to_hear
        i'd_like_to_know do_you_know do_you_have have_you_got can_i_hear can_i_have can_i_get
        let_me_hear let_us_hear read_me hit_me_with i_need_to_hear i_need_to_know
        do_you_happen_to_know tell_us let's_hear
        """
    ),
    "a_joke": _phrases(
        """
        a_joke a_good_joke a_funny_joke one_joke any_joke another_joke a_random_joke any_jokes
        any_good_jokes some_jokes a_joke_or_two jokes any_funny_jokes a_good_one something_funny
        """
    ),
    "work": _phrases(
        """
        essay speech story poem article blog blog_post passage diary_entry journal_entry
        press_release statement announcement advertisement ad newsletter report monologue dialogue
        script scene review
        synopsis tribute rant description short_story sonnet song haiku ballad
        analysis explanation proposal toast
        screenplay biography bio conversation product_description fable
        memo limerick ode fairy_tale tale introduction plot strategy
        obituary eulogy song_lyrics plan itinerary menu schedule packing_list checklist
        shopping_list workout routine workout_plan meal_plan lesson_plan quiz horoscope
        travel_plan business_plan intro conclusion
        """
    ),
    "letter": _phrases(
        """
        letter cover_letter thank_you_letter apology_letter email e-mail mail message
        thank_you_message thank_you_note note text text_message response reply invitation
        postcard card post social_media_post tweet caption
        """
    ),
    # -- ourselves
    "sort_of": _phrases("kind_of kinds_of type_of types_of sort_of sorts_of"),
    "mine": _phrases(
        """
        name full_name real_name first_name last_name age exact_age current_age birthday
        birth_date birthdate date_of_birth birth_year birthplace place_of_birth hometown
        home_town home origin origins background hobby hobbies interests pet pets creator
        creators maker makers boss bosses employer manager supervisor owner inventor
        developer developers designer designers programmer gender job purpose nationality
        place_of_manufacture favorite_hobby favorite_hobbies favourite_hobby free_time
        pet's_name pets_name pets_names pets'_names boss's_name type_of_pet story
        """
    ),
    "made": _phrases(
        """
        made created built invented programmed designed developed trained produced engineered
        coded manufactured owns employs controls named wrote makes crafted assembled fathered
        """
    ),
    "tastes": _phrases(
        """
        hobbies activities things subjects topics music food foods animals books movies sports
        games recreational_activities interests pets
        """
    ),
    "when": _phrases("date day year month place city country"),
    "enjoy": _phrases("like love enjoy have"),
    "truly": _phrases("really actually just truly"),
    "wish": _phrases(
        """
        gift present name title slogan place idea book movie song recipe activity hobby game
        topic theme nickname caption
        """
    ),
    "born": _phrases(
        """
        from born made created built raised programmed originally_from invented manufactured
        really_from developed designed produced
        """
    ),
    "creature": _phrases(
        """
        robot bot computer machine human human_being person real_person ai chatbot program
        real_human real_human_being live_person living_person computer_program alive real
        real_or_not artificial ai_or_a_human person_or_a_computer human_or_a_robot
        bot_or_a_human person_or_a_bot computer_or_a_human robot_or_a_human human_or_a_computer
        person_or_a_robot human_or_a_bot computer_or_human bot_or_human robot_or_human
        human_or_computer human_or_robot human_or_bot real_person_or_an_ai human_or_an_ai
        person_or_an_ai real_person_or_a_bot real_person_or_a_computer ai_or_a_person
        living_being virtual_assistant language_model android
        """
    ),
    "askable": _phrases("things questions topics subjects tasks stuff areas problems"),
    "pets": _phrases("pets pet hobbies hobby cats dogs kids children siblings parents family"),
}

_THIRD = {"have": "has", "go": "goes", "do": "does"}
_PAST = {
    "have": "had", "make": "made", "mean": "meant", "cost": "cost", "take": "took", "get": "got",
    "know": "knew", "eat": "ate", "become": "became", "begin": "began", "lead": "led",
    "come": "came", "go": "went", "give": "gave", "grow": "grew", "wear": "wore",
    "speak": "spoke", "hurt": "hurt", "lower": "lowered", "apply": "applied", "occur": "occurred",
}  # fmt: skip
GROUPS["note"] = GROUPS["give"] + GROUPS["make"] + GROUPS["list"] + ("write_down", "jot_down")
# All manners of asking for something to be told.
GROUPS["ask_for"] = tuple(
    dict.fromkeys(GROUPS["give"] + GROUPS["make"] + GROUPS["hear"] + GROUPS["list"])
)


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ies"
    return _THIRD.get(verb, f"{verb}s")


def _past(verb: str) -> str:
    return _PAST.get(verb, f"{verb}d" if verb.endswith("e") else f"{verb}ed")


INFLECTIONS = {
    "verb_s": {verb: _third(verb) for verb in GROUPS["verb"]},
    "verb_past": {verb: _past(verb) for verb in GROUPS["verb"]},
}
