"""English nouns that, in the singular, want an article or the like: "a *mug*", never just "mug".

How the list came about: from some twelve megabytes of questions, encyclopaedic passages and
worked answers, all words were counted that close a phrase opened by "a", "an" or "each", and
the same words where a phrase opened by "in", "of", "for" and the like holds no such word. Kept
were those that hardly ever (one in eight at most) stand bare and have a plural there. By hand,
by one reader, came off what is also stuff, a verb or half of a saying ("in *place*", "at
*risk*"), and on went common names of things, animals, trades and parts of computers.

A word that is not here may stand bare. One that is here wrongly costs an opening, no more.
"""

from __future__ import annotations

COUNTED = frozenset(
    """
    accessory accident accomplice accountant act actor adaptation adult adventurer advertisement
    advocate aeroplane affair affect afternoon agency agenda agent agreement airline airplane
    airport album algorithm alien allele allergy alliance altitude ambassador amendment
    amplifier analyst ancestor ankle anniversary answer ant antenna anthem antigen apartment api
    app appearance approach aquarium archipelago architect arena argument arm army array article
    artist aspect asset assistant associate assumption astronaut athlete atm atom attack attempt
    attic attorney attribute audit auditor aunt author automobile baby backer backpack backup
    bacterium bag bagel baguette bakery balcony bale ball ballad ballerina balloon ban band bank
    banner bar barbecue barber barista barometer barrier bartender basement basket bat batch
    bathroom bathtub batter battery beach beaker beam bean beaver bedroom bee beetle belief
    beneficiary berry bicycle bid bike bill billboard biologist biopsy bird birthday biscuit
    blanket blazer blend blender blog blouse boardgame boat body bolt bomb bond book bookcase
    booklet bookshelf boolean boot border borough boss bottle bouquet bowl box boxer boy
    bracelet brain branch breakthrough breed bridge brochure broom brother browser bucket budget
    builder building bulb bull bullet bun bunch burden burger burrito bus bush bushfire
    butterfly button buyer bystander cab cabin cable cage calculator calendar callback camel
    camera campaign campfire canal candidate candle canoe canyon cap capacitor capillary car
    card career carpenter carpet carrier cart cashier casino casserole cast castle cat category
    caterpillar cathedral catheter ceiling cell center centre century ceremony certificate chain
    chair chamber champion championship channel chapter characteristic chatbot checkbox cheetah
    chef cheque chimney chip choir chord chromosome church cigar cigarette cipher circle circuit
    citizen city claim class classmate classroom clause client climber clinic clique clock
    closet cloud club cluster coach coat cobra cocktail coder codon coefficient coin colleague
    collector collision colony colour come comedian comma commander commission committee
    commodity community company compass competitor compiler complaint complement component
    composer compound computer concept conception concerto conclusion condiment conductor
    conduit cone conference conglomerate consistory console constructor consultant consumer
    container contender contest context continent contractor contribution contributor controller
    conviction cookie core corner corporation correspondent couch counterexample country county
    couple coupon course courtier cousin cow coworker cpu crack cracker cricketer critic
    croissant crop crossover crow crowd cube cup cupcake cursor curtain curve customer cycle
    cyclist dancer dashboard database datacenter date daughter deadline dealer decade decision
    deck declaration decoder deed defendant defender deficit definition deletion demonstration
    dendrite density dentist derogation description desert designer desk destination detective
    detector developer deviation device devotee diary dictionary difference dime dimension
    dinosaur diode diplomat director disability discussion dish dishwasher dispute disruption
    dissertation distributor dividend division doctor document documentary dog doll dollar
    dolphin donkey donut door doorbell dose dozen dragon dragonfly drawer dress driver driveway
    drone dropdown drummer eagle earring earthquake easement economist edit editor egg
    eigenvector elbow electrician electron element elephant elevator emperor employee employer
    encoder endpoint enemy engine engineer enterprise entity entrepreneur envelope environment
    environmentalist enzyme epidemic episode equation era eruption escalator essay event
    exacerbation exam executive expectation experiment expert explanation explosion eyebrow
    eyelid face facility factor factory falcon fan farm farmer father faucet feature fee fence
    ferry festival field finalist finger fingernail firefighter fireplace firm fisherman fixture
    flag flame flashlight flavor fleet flock floor follower forest forfeiture fork formula
    fortress foundation founder fountain fraction frame framework franchise freelancer freezer
    frequency fridge friend function fund funeral fungus fuse galaxy gallery gallon game gamer
    gang gap garage gardener garment gate gateway gene generation genome genre geologist ghost
    gift gig giraffe girl glacier gland glove goal goalie goalkeeper goat golfer governor gpu
    grade gradient graduate graduation grandfather grandma grandmother grandpa grandparent
    grandson graph grid grill group guest guide guitar guitarist gun gym gymnasium habit hacker
    hairdresser hall hamburger hammer hamster handbag handgun harbor harbour hat hawk headache
    headphone headset hedgehog helicopter helmet hen hero highway hill hippo hobby hole holiday
    homeowner homepage homomorphism honeymoon hoodie hormone horse hose hospital hotdog hotel
    hour house human hummingbird hunter hurricane husband hydrant iceberg idea ideal image
    imbalance immigrant impact implication impression incident indication indicator ingredient
    initiative installment instructor instrument integer intention interface intern interpreter
    interval interview investigation investigator investor invoice island isobar isotherm
    isotope item iterator itinerary jacket janitor jar jersey jewel job joke journal journalist
    journey jury juvenile kangaroo kayak kernel kettle key keyboard keyboardist kid kidney
    kilogram king kitchen kitten knee knife knight koala label laboratory ladder lagoon lake
    lakehouse lamp landlord landmark landowner lantern laptop laundromat lawnmower lawsuit
    lawyer layer layoff leader league leash lecture lecturer ledge leg legend legislature
    leopard letter librarian library license lifecycle ligament lighthouse link lion list lizard
    loan locality location logo loop lymphocyte machine magazine magician magistrate magnet
    mainframe majority mall mamba man manager manner manufacturer map marathon margin mark
    market mask mason masterpiece match matrix mattress mayor maze meadow meal mechanic
    mechanism medal member menu merchant merger message meter methodology microcontroller
    microphone microprocessor microscope microservice microwave midfielder mile milkshake
    minister miracle mirror miscarriage misdemeanor mixer model modem module molecule mollusk
    monarch monarchy monastery monitor monopoly monsoon monument mood mortgage mosque mosquito
    motor motorcycle motorist mountain mouse movie muffin mug municipality murderer museum
    musician mutation nail name nation necklace neighbor neighborhood neighbour neighbourhood
    nephew network neuron neutron newsletter newspaper nickname niece nightclub ninja nod node
    norm notebook noun novel novelist novella number nurse object objection observer obstacle
    occasion octet octopus ode odor offer officer operator opponent opportunity option orchestra
    ordinance organ organisation organism oscillator otter ounce outlet outpost oven owl owner
    package packet paddle page pail painter pal palace pamphlet pan pancake parade paragraph
    parameter parasite parcel parent park parrot participant particle partner party passenger
    passport patch patent pathologist patient patio patron pattern paycheck peak pebble
    pedestrian pen penalty pencil penguin peninsula penny permit permutation person perspective
    pharmacist pharmacy phase phenotype phone photograph photographer photon phrase pianist
    pickaxe picnic picture piece pig pile pillow pilot pin pioneer pipe pipeline pirate pistol
    pixel plaintiff plan planet plank plate platform player playlist playwright plea plot plugin
    plumber pod podcast poem poet point pointer policeman policewoman politician poll polynomial
    pond population porch portfolio portion possessor possibility post poster pot practitioner
    precedent precondition predicament predictor prerequisite president price prince princess
    printer priority prisoner problem processor producer product professor profile program
    programmer project proposal proposition prostitute protector protocol proton prototype
    province psychologist publication publisher puppy purchaser purse puzzle pyramid quark
    quarterback queen query question quota rabbit raccoon racket racquet raft railway rainbow
    rancher range ranger rat rate ratio raven ray reaction reader realm receipt recipe recipient
    recruiter rectangle reef referee reflection refrigerator refund register relationship
    remnant rental reporter repository representation republic reputation requirement researcher
    reservation reservoir residence resident resistor resource restart restaurant resume reunion
    rhino ridge rivalry river road robot rod role roof room roommate rooster route router row
    rug rumor runner sailor salary salon samurai sandal sandwich satellite scarf scenario scene
    schedule scheme scholar scientist scooter scorpion screen screw screwdriver sculptor
    sculpture section sector segment seller senator sense sensor sentence servant server share
    shareholder shark shed sheet shelf shipment shirt shoe shop shopper shortage shotgun
    shoulder shovel shower sidebar signal simulation singer sink sister sitcom site situation
    skateboard skewer skier skillet skirt skyscraper slave sleeve slice slogan smartphone
    smoothie snail snake sneaker snowboard snowmobile sock sofa soldier solution son sonata song
    spa speaker specialist specimen sphere spider spinner spiral spoon spot spreadsheet squirrel
    stadium staircase stalk star startup statement station statistic statue statute stem
    stepfather stepmother stereo sticker stone stopwatch store story stove stranger strap
    strategy street stressor student studio style subclass subcontractor subculture subdivision
    subgroup subscription subset subsidiary subsidy substance substitute substitution suburb
    successor suit suitcase suite sum summit superhero supermarket superpower supervisor
    supplier supporter surfboard surgeon survey swamp swan sweater swimmer symbol symphony
    synagogue synonym system table tablet taco tagline tail tale tape tariff taxpayer teacher
    team technician technique telescope teller template temple tenant tendon tenet tent term
    textbook textbox theater theme theorem therapist thermometer thesis threat thumb ticket
    tiger tip tire toad toaster toddler toe toilet token ton tool toolbar topic tornado tortoise
    touchdown tour tourist tournament tower toy tractor trademark tradition trait tram
    transformer transistor tray treasure treaty tree triangle tribe tributary trip trophy truck
    tsunami tumor tuple turtle tutor tuxedo type tyre umbrella umpire uncle unicorn uniform unit
    universe university url user utterance vaccine vacuum valley valve vampire variable variant
    variety vase vector vegetable verb verdict version vessel vest veteran veterinarian victim
    village villain violinist virus visitor voice volcano voter voucher vulnerability wafer
    waffle waiter waitress wall wallet wardrobe warehouse warrant wasp watchband waterfall
    wavelength weapon webcam webhook webpage website wedding weekday welder whale wheel
    whiteboard wicket widget wildfire win window witch wizard wok wolf woman word worker workout
    worm wrench wrestler wrist writer yacht yard zebra zombie zoo
    """.split()
)
