"""What may be opened as something to do: verbs that harm nobody, and things harmless to handle.

A list of what is dangerous is never whole, and "Let's look at how to ..." above a harmful request
would comply before the target could decline. So here the question is turned round: an opening
says an act back only if its verb is on one of these lists, read by hand one word at a time. They
began as the verbs of public how-to questions and grew by their like. A verb that is missing costs
an opening; one that is wrong costs more.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Whatever they act on, short of a hazard that the classifier sees.
HARMLESS = _words(
    """
    accept ace achieve acquaint adapt adjust admire afford air-dry alphabetize analyse analyze
    answer apply appreciate approach arrange arrive assemble attend audition babysit bake balance
    barbecue bathe become befriend begin believe benefit bike blanch bloom bluff boil boost borrow
    braid braise breathe brew brighten brine broil brush budget calculate calibrate camp
    caramelize care carve celebrate choose cite clarify clean cling coach comb commute compare
    compose compost concentrate configure congratulate conjugate conserve consider contribute cook
    cool cope crochet cuddle cultivate dance debug decide decline declutter decorate decrease
    define deglaze descale design detangle determine diagnose dine dispute diversify draw dress
    drink dry dust dye earn eat edit embroider enjoy enrol enroll estimate evaluate excel exercise
    exfoliate express fall feed fertilize file finish fish float floss fluff fold forage forgive
    format freeze freshen frost fry furnish garden garnish golf graduate grate grill handwash
    harmonize heal heat hem hike host hydrate immigrate implement improve increase inculcate
    initiate insulate integrate interpret interview invest iron jog journal juggle juice julienne
    kayak knead knit learn lighten listen lower lubricate maintain manage marinate master maximize
    measure meditate memorize mend microwave minimize moisturize motivate multiply navigate
    negotiate network nurture optimise optimize outline own paddle paint pan-fry parboil peel
    perform persevere pickle plant play polish practice practise pray preheat prep prepare
    preserve prioritize pronounce proofread propagate propose protect prune pursue quilt quit
    raise read rebuild recap recharge recite recognize reconcile recover recycle reduce refinish
    refresh refurbish register rehearse reheat relax relocate remember remodel renew renovate
    repaint repair repot resolve respond rest restore restring retire reupholster reuse review
    revise ride rinse roast sail sand sanitize saute sauté save schedule sear season serve sew
    share sift simmer simplify sing skate skateboard sketch ski slice smile snorkel socialize
    solder solve soothe spell spend stargaze stay stencil stir store strengthen stretch structure
    study style succeed surf survive sweep swim swing tailor tan taste teach tenderize thank
    thicken thrift tidy tie-dye tile toast travel troubleshoot tune tutor type unclog unclutter
    understand unwind upcycle upholster vacation vacuum visit visualize volunteer wake walk warm
    wash water waterproof wax weave weed welcome wheelie whiten whittle winnow winterize woodwork
    worship wrap yodel zest
    """
)
# Harmless only with one of the things below.
_ALL_PURPOSE = _words(
    """
    add ask be bleed bring build buy call carry change charge check clear close collect color
    colour connect convert copy create crop cure deal develop dig dispose do download drain draw
    drive empty fade fill find fix fly gain generate get give go grow handle harvest have hold
    identify install join keep know lay lift light live look lose make mix mount move obtain open
    order organise organize pack park pass pay pick pitch plan poach pop pour price print produce
    promote publish push put reach record remove replace reset reverse roll run score search sell
    send set sharpen show sleep slow sort speak spot stack start stay steam store swallow switch
    take talk tell tie time train transition trim turn upgrade upload use utilize view wear wire
    work write
    """
)
# Food; house; play; travel; garden; study; work; machines; money; body and mood; feasts and
# friends; nature; places.
_THINGS = _words(
    """
    almond appetizer apple apron avocado bacon bagel banana bannock barbecue basil bass batter
    bean beef beer beet berry biscuit blender blueberry bolognese bowl bread breakfast brew
    brisket broccoli broth brownie brownies brunch burger burrito butter buttermilk cabbage cafe
    cake candy caramel carrot casserole cereal chai cheese cheesecake chef cherries chicken chili
    chocolate chop chowder cider cinnamon cocktail coconut coffee cookie cookies corn couscous
    cracker cranberry cream crepe crepes croissant crumble crust cucumber cupcake curry custard
    dessert dinner dish dishes donut dough doughnut dressing dumpling dumplings egg eggplant eggs
    enchilada espresso fish flour food frosting fruit fudge garlic gelato ginger gnocchi granola
    grape gravy guacamole ham honey hummus ingredient jam jambalaya jelly juice kebab kimchi
    kitchen kombucha lamb lasagna latte leek lemon lemonade lentil lettuce lime lobster lunch
    macaroni mango margarita marinade marmalade martini mayonnaise meal meatball meatloaf melon
    meringue milk milkshake mojito muffin mule mustard noodle noodles nut oatmeal oil olive omelet
    omelette onion orange oven oyster oysters pancake pasta pastry patties peach peanut pear
    pepper pesto pickle pickles pie pineapple pizza plum pomegranate popcorn pork porridge potato
    potatoes potroast pudding pumpkin quiche quinoa ramen ratatouille recipe rib ribs rice risotto
    roast roll salad salmon salsa salt sandwich sauce sauerkraut sausage scone seafood shrimp
    smoothie snack soda sorbet soup sourdough soy spaghetti spinach sponge squash steak stew stock
    strawberries strawberry stuffing sugar sushi syrup taco tacos tart tea tiramisu toast tofu
    tomato tomatoes topping tortilla trout tuna turkey vegetable veggie vinegar waffle walnut
    watermelon wine yeast yoghurt yogurt zucchini

    appliance attic backyard balcony basement bath bathroom bathtub bed bedding bedroom bedsheet
    blanket blind blinds bookcase bookshelf bottle broom bucket bulb cabinet candle carpet ceiling
    chair chandelier chimney closet clothes concrete cork couch counter countertop curtain
    curtains cushion deck decor desk dishwasher drain drawer dress dryer drywall duvet fabric
    faucet fireplace floor fridge furnace furniture garage garden glass grease grout gutter
    hammock heater jacket jeans kettle laminate lamp laundry lawn leak leather linen mattress
    microwave mirror mold mug nail nails paint pan patio picture pictures pillow pipe plaster pot
    quilt radiator roof rug rust scarf screen screw shed sheet shelf shelves shirt shirts shoe
    shoelace shoes shower shrub sink skirt socks sofa stain stains stove stroller suit sweater
    swimsuit table tablecloth tap tie tile tiles toilet towel tree tub vase wallpaper wardrobe
    washer wood wrinkle wrinkles zipper

    aquarium ball balloon banjo baseball basketball bead bicycle bike board boat bonsai book
    boomerang bowling bracelet campfire canoe canvas cartoon cello chess chord clarinet clay
    collage comic costume cover craft crossword curveball cutter dance doll drum earrings easel
    exercise film flute football fossil frisbee game goalkeeper guitar hackathon harmonica
    headstand hobbies hobby hook hoops hopscotch instrument jigsaw kayak kite knitting knot lake
    lantern lego lyrics map marathon melody meme model music necklace novel orchestra origami
    ornament painting paper pencil photo photos piano picnic pinata playlist poem pokemon pottery
    puppet puzzle quiz race racquet recorder rhyme rhythm ride rollercoaster rope rugby scrapbook
    sculpture serve shuffle skateboard sketch ski slice slime slope snorkel snowboard snowflake
    snowman soap soccer song sticker story surfboard swing tambourine telescope tennis tent
    terrarium toy trail trombone trumpet ukulele video violin volcano volleyball watercolor
    watercolour whistle workout yoga zoo

    airport autumn backpack beach bus camping canyon directions entrance ferry flight holiday
    hostel hotel itinerary jetlag luggage maze mountain mountains museum park reef resort road
    sightseeing spring stadium suitcase summer summit sunset taxi tour tourist train trip vacation
    weekend winter

    bloom blossom bouquet bush cactus compost crop daffodil fern flower flowers hedge herb herbs
    houseplant ivy leaf leaves lily mulch orchard orchid peony petunia plant plants rose roses
    sapling seed seedling seeds soil succulent sunflower tulip weeds yard

    aphids bees butterfly caterpillar dust goldfish hen hiccups lizard mosquitoes moth moths
    parakeet slugs squirrel turtle worms

    accent alphabet article assignment bibliography biology calculus chapter chart class course
    debate essay flashcard flashcards fraction geography geometry grammar graph handwriting
    homework instructions language languages lesson library math maths notebook outline paragraph
    phd physics presentation project quote report research resume scholarship speech spelling
    summary syllabus thesis university vocabulary words writing

    agenda alive apartment appointment better blog brand brochure business calendar career chatbot
    clean client column columns company conference cover-letter dashboard dataframe document dry
    excel feedback flyer font freelancer fresh goal goals healthily house hustle interview
    inventory job laptop letterhead life linkedin logo loop market meeting newsletter oracle page
    pdf podcast powerpoint printer process product promo query raise resignation slack slide
    slides spreadsheet startup strategy string team template time timeline typo warm webinar well
    wordpress workflow workshop

    bumper charger cpu cursor desktop electricity file folder gear headlight headphones headset
    hub icon image lens monitor mouse puncture screenshot spam speaker stereo tire tires tubeless
    tyre tyres usb wheel widget windshield wiper

    bill bills bond budget cryptocurrency dividend etf expense expenses finance groceries grocery
    income mortgage pension price rent retirement salary savings stocks wedding

    allergies back balance beard blister bun burpee cold confidence cough curls dandruff diet
    dimple energy eyebrow eyebrows eyelashes eyeliner fat fever fitness flexibility focus
    foundation freckles habit habits hair hairstyle happiness happy headache health healthy
    heartburn heat joy lipstick makeup manners memory metabolism mindset mood motivation muscle
    muscles nosebleed perfume ponytail positive posture productive protein push-up push-ups
    routine running self-confidence self-esteem shampoo shape skincare sleep sleepy smell splinter
    splits squat stamina stress stronger sunburn tan vitamin voice weight willpower

    better birthday calm celebration christmas confident conversation creative easter famous fit
    friend friends friendship friendships gift gifts halloween hope icebreaker invitation kinder
    life love neighborhood newborn nursery organized party patient peace polite punctual rich
    successful thanksgiving traditions trust volunteer

    area asteroid carbon climate comet decimals distance earthquake eclipse emissions environment
    equator footprint gravity latitude lights longitude moon percentage perimeter radius rain
    rainbow recycling river solar space star stars sun universe weather wind

    barking crying evenly faster fresh good naturally nicely properly quickly

    abroad africa alaska amsterdam asia australia barcelona berlin boston brazil canada chicago
    china colorado croatia denver egypt england europe florida france germany greece hawaii
    iceland india indiana ireland italy japan kenya korea london madrid mars melbourne mexico
    munich netherlands norway paris philadelphia portugal rome scotland seattle singapore spain
    sweden switzerland sydney texas thailand tokyo toronto utah vancouver venice vienna vietnam
    """
)
# These can do harm to most of those, and are known for some things only.
_ROUGH = _words(
    """
    avoid beat blow break burn butcher crack crush cut drill end escape fight hide kill pound
    prevent pull skin smoke split steal stop strip trap treat whip win
    """
)
_SOFT = _words(
    """
    acne ads allergies aphids apple arrow avocado balance ball balloon balloons bangs barking
    baseball basketball bass beef bishop boredom boss bread brick bricks brisket bubbles burnout
    cabbage cable cables cake calories cardboard carrot cheese chess chicken class coconut cold
    column columns contest cough crabgrass cream crying curtains curveball cutter dandruff dart
    deal debt diabetes discus dishes dress drought drywall dust egg eggs expenses extinction
    fabric fat feeling fever film fish foam football frisbee game garlic goal goals habit habits
    hackathon hair headache heat hiccups hoops ice inflation insomnia jetlag jumping king
    labyrinth landscape laundry lease leather level lights lobster loop mango meat metal mileage
    mirror mold mosquitoes moss moths mould movie nails nosebleed nut nuts onion onions
    overthinking paint paper pepper photo photos picture pictures pie pineapple pizza pomegranate
    popups pork portrait pose potato potatoes process procrastinating procrastination progress
    puck punchline radiator record ribs room rows rust salmon scholarship screw scurvy serve shelf
    sleep slugs snoring spam stain stains steak steps stress sugar sunburn target throw ticket
    tile tiles time tomato tomatoes trout turkey video wallpaper walnut walnuts warming watermelon
    wedding weeds weight whites wires wood worrying wreath
    """
)
# At play.
_PLAY = _words(
    """
    block catch drop hang hit jump kick launch load press shoot spot spray strike throw track
    """
)
_TOYS = _words(
    """
    arrow backhand ball balloon baseball basket basketball bass boomerang boulder bowling calendar
    cards curtains curveball cutter dart discus film fish football forehand free frisbee goal
    hammock hoop hoops horseshoe javelin landscape lights movie music page party photo photos
    picture pictures portrait puck rocket rope sales serve shot-put shuttlecock snowball target
    throw trout video volleyball wallpaper wedding weight wreath
    """
)
HARMLESS_WITH: Mapping[str, frozenset[str]] = (
    dict.fromkeys(_ALL_PURPOSE, _THINGS)
    | dict.fromkeys(_ROUGH, _SOFT)
    | dict.fromkeys(_PLAY, _TOYS)
)
# Done to somebody they are kind, or at least no harm.
KIND = _words(
    """
    appreciate calm cheer comfort compliment congratulate encourage forgive greet inspire mentor
    motivate praise reassure soothe support surprise thank welcome
    """
)
# Beside these only a kind act is opened: people, what is theirs, and what shuns the light.
WARY = _words(
    """
    actress alarm alone anonymous anonymously another's anybody anyone atm aunt autistic babies
    baby ballot ballots black bodies body books border boss boy boyfriend boys brother cam
    celebrity child children classmate classmates cocaine colleague colleagues cop cops corpse
    coworker coworkers crowd crowds crush customer customers customs dad daughter dead disabled
    drunk elderly else's employee employees enemy evidence ex fake false fans father flatmate
    foreign friend's girl girlfriend girls grandfather grandma grandmother grandpa guard guest
    guests gun guy guys her him husband illegal illegally immigrant immigrants in-laws inlaws jew
    jews judge kid kids knife knowing landlord licence license lock locks mailman mailmen man
    manager men meter minor minors mob mom mother mum mushrooms muslim muslims naked neighbor
    neighbor's neighbors neighbour neighbour's neighbours nephew never niece nobody nothing
    noticing nurse officer owner owners parent parents partner passenger passport patient patients
    pensioner pensioners people person pill pills plate police politician prescription president
    pupil quietly referee referees rival rivals roommate secret secretly sister somebody someone
    son spouse stepdaughter stepfather stepmother stepson stolen stranger stranger's strangers
    student students teacher teen teenager teenagers teens tenant them though toddler tourist
    tourists tracker uncle undetected unless unnoticed victim victims voter voters weapon weapons
    white widow wife witness woman women worker workers
    """
)
# Behind these an act gets an end of its own, which no list of acts foresees.
OPENS_END = _words("that so before after while until unless never not though although")
# Behind a verb that is harmless with some things only, these may turn it: "take clothes *without*".
SHIFTY = _words("without past")
TURNS = _words("off into past through under over in out against")
# What a text that is asked for may do, in "a letter *asking* for time" and "a poem that *rhymes*".
WRITES = _words(
    """
    accepting addressing advertising announcing apologising apologizing appreciating asking begins
    captures celebrates celebrating combines compares comparing complimenting confirming
    congratulating containing contains covering covers declining describes describing detailing
    discusses discussing documenting encouraging ends enquiring explaining explains explores
    exploring expresses expressing features featuring following follows giving has highlighting
    highlights honoring honors i imagining includes including incorporates informing inquiring
    introduces introducing inviting involves involving is lasts listing motivating narrating
    offering outlining praising presenting promoting proposing recommending reflects remembering
    reminding reporting requesting resigning rhymes seeking sharing showcasing showing shows
    starring starts suggesting summarises summarising summarizes summarizing supporting takes
    teaches teaching thanking uses using welcoming wishing writing
    """
)
# What is sent or posted to others may say anything behind these: only the plain are opened.
ADDRESSED = _words(
    """
    ad advertisement announcement article caption e-mail email flyer letter mail message
    newsletter note notice post reply report response review speech statement text tweet
    """
)
SWAYS = _words("that saying claiming pretending so until unless never fake as if from who had")
