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
    accessory accident accomplice accountant act actor adaptation adult advantage adventurer
    advertisement aeroplane affect afternoon agency agenda agent agreement airline airplane
    airport album algorithm alien allele allergy alliance altitude ambassador amendment
    amplifier analyst ancestor ankle anniversary ant antenna anthem antigen apartment api app
    aquarium archipelago architect arena argument arm army array article artist aspect assistant
    assumption astronaut athlete atm atom attack attic attorney attribute auditor aunt author
    automobile baby backer backpack backup bacterium bag bagel baguette bakery balcony bale ball
    ballad ballerina balloon ban band bank banner bar barbecue barber barista barometer barrier
    bartender basement basket batch bathroom bathtub battery beach beaker beam bean beaver
    bedroom bee beetle belief beneficiary berry bicycle bid bike bill billboard biologist biopsy
    bird birthday biscuit blanket blazer blender blog blouse boardgame boat body bolt bomb book
    bookcase booklet bookshelf boolean boot border borough boss bottle bouquet bowl box boxer
    boy bracelet brain branch breed bridge brochure broom brother browser bucket budget builder
    building bulb bullet bun bunch burden burger burrito bus bush bushfire butterfly button
    buyer bystander cab cabin cage calculator calendar callback camel camera campaign campfire
    canal candidate candle canoe canyon capacitor capillary car card career carpenter carpet
    carrier cart cashier casino casserole castle cat category caterpillar cathedral catheter
    ceiling cell center centre century ceremony certificate chair chamber championship channel
    chapter characteristic chatbot checkbox cheetah chef cheque chimney choir chord chromosome
    church cigar cigarette cipher circle circuit citizen city claim classmate classroom
    clause client climber clinic clique clock closet club cluster coat cobra cocktail coder
    codon coefficient coin colleague collector collision colony colour come comedian comma
    commission committee commodity community company compass competitor compiler complaint
    complement component composer compound computer concept concerto conclusion conductor
    conduit cone conference conglomerate consistory console constructor consultant consumer
    container contender contest continent contractor contribution contributor controller
    conviction cookie corner corporation correspondent couch counterexample country county
    couple coupon course courtier cousin cow coworker cpu cracker cricketer critic croissant
    crop crow cube cup cupcake cursor curtain customer cycle cyclist dancer dashboard database
    datacenter date daughter deadline dealer decade decision declaration decoder deed defendant
    defender deletion dendrite dentist description desert designer desk destination detective
    detector developer device devotee diary dictionary dime dimension dinosaur diode director
    dish dishwasher dissertation distributor doctor document documentary dog doll dollar dolphin
    donkey donut door doorbell dozen dragon dragonfly drawer dress driver driveway drone
    dropdown drum drummer eagle earring earthquake economist edit editor egg eigenvector elbow
    electrician electron element elephant elevator email emperor employee employer encoder
    endpoint enemy engine engineer enterprise entity entrepreneur envelope environmentalist
    enzyme epidemic episode equation era eruption escalator essay event exam executive
    experiment expert explanation explosion eyebrow eyelid facility factor factory falcon fan
    farm farmer father faucet fence ferry festival field finalist finger fingernail firefighter
    fireplace firm fisherman fixture flag flame flashlight flock follower forest fork formula
    fortress founder fountain fraction frame framework franchise freelancer freezer fridge
    friend function funeral fungus fuse galaxy gallery gallon game gamer gang garage gardener
    garment gate gateway gene genome genre geologist ghost gift gig giraffe girl glacier gland
    glove goalie goalkeeper goat golfer governor gpu grade gradient graduate graduation
    grandfather grandma grandmother grandpa grandparent grandson graph grid grill group guest
    guide guitarist gun gym gymnasium habit hacker hairdresser hamburger hammer hamster handbag
    handgun harbor harbour hat hawk headache headphone headset hedgehog helicopter helmet hen
    hero highway hill hippo hobby holiday homeowner homepage homomorphism honeymoon hoodie
    hormone horse hose hospital hotdog hotel hour house human hummingbird hunter hurricane
    husband hydrant iceberg idea ideal image imbalance immigrant incident indicator ingredient
    installment instructor instrument integer interface intern interpreter interval interview
    investigation investigator investor invoice island isobar isotherm isotope item iterator
    itinerary jacket janitor jar jersey jewel job joke journal journalist journey jury juvenile
    kayak kernel kettle key keyboard keyboardist kid kidney kilogram king kitchen kitten knee
    knife knight label laboratory ladder lagoon lake lakehouse lamp landlord landmark landowner
    lantern laptop laundromat lawnmower lawsuit lawyer layer leader leash lecture lecturer ledge
    leg legend legislature leopard letter librarian library license lifecycle ligament
    lighthouse link lion list lizard location logo lymphocyte machine magazine magician
    magistrate magnet mainframe mall mamba man manager manner manufacturer map marathon market
    mason masterpiece match matrix mattress mayor maze meadow meal mechanic mechanism medal menu
    merchant merger meter methodology microcontroller microphone microprocessor microscope
    microservice microwave midfielder mile milkshake minister miracle mirror misdemeanor mixer
    model modem module molecule mollusk monarch monastery monitor monopoly monsoon monument
    mortgage mosque mosquito motor motorcycle motorist mountain mouse movie muffin mug
    municipality murderer museum musician mutation nail nation necklace neighbor neighborhood
    neighbour neighbourhood nephew network neuron neutron newsletter newspaper nickname niece
    nightclub ninja nod node notebook noun novel novelist novella nurse observer obstacle
    occasion octet octopus ode odor offer officer onion operator opponent orchestra ordinance
    organ organisation organism oscillator otter ounce outlet outpost oven owl owner package
    packet paddle pail painter pal palace pamphlet pan pancake parade paragraph parameter
    parasite parcel parent park parrot participant particle partner party passenger passport
    patch patent pathologist patient patio patron paycheck pebble pedestrian pen penalty pencil
    penguin peninsula penny permutation person pharmacist pharmacy phenotype phone photograph
    photographer photon phrase pianist pickaxe picnic picture pig pillow pilot pioneer pipe
    pipeline pirate pistol pixel plaintiff planet plank plate platform player playlist
    playwright plot plugin plumber pod podcast poem poet pointer policeman policewoman
    politician polynomial pomegranate pond population porch portfolio portion possessor poster
    pot practitioner precedent precondition predicament predictor president prince princess
    printer prisoner processor producer product professor profile program programmer project
    proposal protector protocol proton prototype province psychologist publication publisher
    puppy purse puzzle pyramid quark quarterback queen query question rabbit raccoon racket
    racquet raft railway rainbow rancher ranger rat ratio raven ray reader realm receipt recipe
    recipient recruiter rectangle reef referee refrigerator reporter repository republic
    requirement researcher reservation reservoir resident resistor restaurant resume reunion
    rhino ridge river road robot rod roof room roommate rooster router rug runner sailor salary
    salon samurai sandal sandwich satellite scarf scenario scene schedule scheme scholar
    scientist scooter scorpion screen screw screwdriver sculptor sculpture segment seller
    senator sensor sentence servant server shareholder shark shed sheet shelf shipment shirt
    shoe shop shopper shortage shotgun shoulder shovel shower sidebar singer sink sister sitcom
    site situation skateboard skewer skier skillet skirt skyscraper slave sleeve slogan
    smartphone smoothie snail snake sneaker snowboard snowmobile sock sofa soldier solution son
    sonata song spa speaker specialist specimen spider spinner spiral spoon spreadsheet squirrel
    stadium staircase stalk startup statement station statistic statue statute stem stepfather
    stepmother stereo stone stopwatch store story stove stranger strap strategy street stressor
    student studio subclass subcontractor subculture subdivision subgroup subscription
    subset subsidiary subsidy substitute suburb successor suitcase suite summit superhero
    supermarket superpower supervisor supplier supporter surfboard surgeon survey swamp swan
    sweater swimmer symphony synagogue synonym system table tablet taco tagline tape teacher
    team technician technique telescope teller template temple tenant tendon tenet tent textbook
    textbox theme theorem therapist thermometer thesis thumb ticket tiger tip tire toad toaster
    toddler toe toilet token ton tool toolbar topic tornado tortoise tourist tournament tower
    toy tractor trademark tram transformer transistor tray treaty tree triangle tribe tributary
    trip trophy truck tsunami tumor tuple turtle tutor tuxedo tyre umbrella umpire uncle unicorn
    uniform universe university url user utterance vaccine vacuum valley valve vampire variable
    variant vase vector vegetable verb verdict vessel veteran veterinarian victim village
    villain violinist virus visitor volcano voter voucher wafer waffle waiter waitress wall
    wallet wardrobe warehouse wasp watchband waterfall watermelon wavelength weapon webcam
    webhook webpage website wedding weekday welder whale wheel whiteboard wicket widget wildfire
    win window witch wizard wok wolf woman worker workout worm wrench wrestler wrist writer
    yacht zebra zombie zoo
    """.split()
)
