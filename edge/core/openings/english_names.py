"""English names that people type in small letters, as they should be written."""

from __future__ import annotations

PROPER_NAMES = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July
    August September October November December English French German Spanish Italian Portuguese
    Dutch Russian Chinese Japanese Korean Arabic Hindi Latin Greek Swedish Norwegian Danish
    Finnish American British Canadian Australian Indian Mexican African Asian European Irish
    Scottish Roman Egyptian Thai Vietnamese Africa Asia Europe Australia Antarctica
    Canada Mexico Brazil Argentina Peru Colombia England Scotland Ireland Wales Britain France
    Germany Spain Portugal Italy Greece Netherlands Belgium Switzerland Austria Poland Ukraine
    Russia Sweden Norway Denmark Finland Iceland Egypt Morocco Kenya Nigeria Ethiopia Israel
    Iran Iraq Syria Afghanistan Pakistan India Bangladesh Nepal Thailand Vietnam Cambodia
    Indonesia Malaysia Singapore Philippines Japan Korea Taiwan London Paris Berlin Madrid
    Barcelona Rome Milan Venice Amsterdam Vienna Prague Budapest Lisbon Athens Moscow Istanbul
    Tokyo Kyoto Beijing Shanghai Delhi Mumbai Bangalore Sydney Melbourne Toronto Vancouver
    Boston Chicago Seattle California Texas Florida Hawaii Alaska Dubai Bali Sicily Shakespeare
    Einstein Napoleon Christmas Halloween Thanksgiving Easter Ethereum Microsoft Netflix Spotify
    YouTube Facebook Instagram Linux Christianity Buddhism Hinduism Judaism Islam Islamic Jewish
    Christian Buddhist Hindu Victorian Minecraft iPhone NFL NBA NASA FBI CIA UFO UFOs DNA GDP HTML
    CSS SQL API PDF CEO NYC DMV AI UK
    Brazilian Turkish Persian Hebrew Cuban Swiss Ukrainian Filipino Indonesian Malaysian
    Nepali Pakistani Cantonese Hawaiian Californian Muslim Catholic Atlanta Denver Dallas Houston
    Austin Miami Orlando Philadelphia Portland Detroit Minneapolis Cleveland Baltimore Nashville
    Memphis Virginia Ohio Michigan Minnesota Wisconsin Illinois Indiana Iowa Kansas Missouri
    Nebraska Oklahoma Oregon Arizona Utah Nevada Idaho Montana Wyoming Colorado Tennessee Kentucky
    Alabama Mississippi Louisiana Arkansas Pennsylvania Connecticut Massachusetts Vermont Delaware
    Maryland Cuba Jamaica Venezuela Ecuador Bolivia Uruguay Croatia Serbia Hungary Romania Bulgaria
    Manhattan Brooklyn Everest Himalayas Google Amazon Sony Samsung Toyota Honda Tesla Disney
    Disneyland Nintendo PlayStation Xbox Twitter TikTok Reddit Wikipedia Walmart Costco Starbucks
    Airbnb Pinterest LinkedIn WhatsApp PowerPoint Photoshop JavaScript TypeScript Kubernetes
    PostgreSQL MySQL MongoDB GitHub Pokemon Batman Superman Beethoven Mozart Picasso Gandhi Obama
    Mediterranean Ferrari Porsche Volkswagen Hyundai Lamborghini Caribbean Arctic Antarctic
    Georgia Chile Maine Washington Jupiter Saturn Neptune Uranus Venus Pluto Mars Komodo
    TV CD DVD CPU GPU USB ADHD HIV USA EU URL FIFA MLB NHL UFC MMA
""".split()

# Pairs of common words that are always written as a name.
TITLES = frozenset(
    """
    ninja_turtles east_coast west_coast mandarin_chinese
    air_force apple_music apple_pay apple_tv apple_watch barrier_reef beach_boys best_buy big_apple
    big_bang black_friday black_panther black_sea boy_scouts british_invasion bronze_age
    burger_king captain_america central_park champions_league civil_war cold_war dairy_queen
    dark_ages dead_sea east_asian far_east father's_day fear_factor federal_reserve fifth_amendment
    final_fantasy first_amendment formula_one founding_fathers french_open game_boy girl_scouts
    gold_coast golden_gate golden_globe google_maps grand_canyon grand_prix grand_slam grand_theft
    great_barrier great_depression great_lakes great_wall green_day home_depot imagine_dragons
    independence_day industrial_revolution iron_age iron_curtain iron_man ivy_league labor_day
    labour_day lion_king magic_kingdom masters_tournament memorial_day microsoft_word middle_ages
    middle_east milky_way mother's_day mountain_dew new_deal new_testament new_year north_pole
    north_sea old_testament opera_house opium_war oval_office pearl_harbor power_point
    premier_league pulp_fiction red_hot red_sea revolutionary_war roaring_twenties rocky_mountains
    rolling_stones romance_languages salt_lake second_amendment silicon_valley south_park
    south_pole space_station stanley_cup star_trek star_wars stone_age street_fighter
    summer_olympics super_bowl super_mario supreme_court taco_bell ten_commandments third_world
    tiger_woods toy_story united_nations united_states us_open valentine's_day visual_studio
    wall_street white_house whole_foods winter_olympics women's_world wonder_woman world_bank
    world_cup world_heritage world_series world_wars world_wide
    """.split()
)
