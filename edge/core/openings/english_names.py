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
    united states,world cup,super bowl,united nations,champions league,cold war,premier league
    star wars,middle east,world series,formula one,supreme court,first amendment,second amendment
    fifth amendment,federal reserve,world bank,great lakes,golden globe,middle ages,new deal
    independence day,great depression,white house,stone age,bronze age,iron age,new year,red sea
    dead sea,black sea,north sea,salt lake,great barrier,barrier reef,street fighter
    space station,star trek,south park,final fantasy,pulp fiction,wall street,south pole,north pole
    silicon valley,rocky mountains,pearl harbor,grand canyon,rolling stones,beach boys,labor day
    labour day,golden gate,tiger woods,opium war,opera house,founding fathers,far east,third world
    gold coast,central park,world wide,great wall,civil war,revolutionary war,industrial revolution
    game boy,stanley cup,masters tournament,summer olympics,winter olympics,french open,us open
    grand slam,grand prix,valentine's day,mother's day,father's day,memorial day,black friday
    game of,lord of,lion king,iron man,black panther,captain america,wonder woman,toy story
    women's world,world heritage,big bang,milky way,ivy league,big apple,new testament
    old testament,ten commandments,iron curtain,boy scouts,girl scouts,magic kingdom
    dark ages,roaring twenties,bill of,declaration of,fear factor,green day,red hot,imagine dragons
    home depot,best buy,whole foods,burger king,taco bell,dairy queen,mountain dew,apple watch
    apple music,apple pay,apple tv,microsoft word,google maps,visual studio,power point,air force
    oval office,world wars,super mario,call of,grand theft,legend of,dungeons and
    """.replace("\n    ", ",")
    .strip(",")
    .split(",")
)
