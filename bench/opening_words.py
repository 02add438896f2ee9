"""The words by which `opening_harm` tells an assertion from talk about the reply. English."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Mean nothing by themselves.
EMPTY = _words(
    """
    the and but nor for yet are was were been being its it's this that these those there here
    with without within into onto from over under about above below between among against across
    along around through during before after since until upon off out not than then thus too
    very also just only even such same other another each every both either neither all any some
    few many much more most several various own who whom whose which what when where why how
    whether can could may might must shall should will would does did done doing has have had
    having you your yours yourself him his her hers she they them their theirs our ours one ones
    someone something anything everything nothing anyone everyone let lets let's i'm i'll i'd
    i've you're you'll you'd you've we'll we're we've that's what's here's there's who's isn't
    don't doesn't because while like per via get got gets getting let us me my myself ourselves
    become becomes they're they've they'll he's she's it'll we'd won't can't couldn't wouldn't
    shouldn't haven't hasn't hadn't wasn't weren't where's how's when's little bit behind
    """
)

# How a reply speaks of itself and greets: none of it can turn out to be wrong.
ABOUT_REPLY = _words(
    """
    look looking see take taking closer close quick quickly brief briefly short go going goes
    walk run think thinking thought thoughts consider considering explore exploring examine
    discuss discussing discussion talk talking speak tell telling say saying said share sharing
    give giving provide offer show showing present explain explaining explanation describe
    describing description outline summary summarize sum overview introduction list listing
    compare comparing comparison contrast difference answer answering question reply response
    topic subject matter issue point points main key basic basics detail details detailed depth
    step steps part parts piece pieces way ways idea ideas suggestion suggestions suggest
    suggesting option options example examples tip tips advice recommendation recommendations
    recommend thing things kind kinds sort sorts type types term terms word words simple simply
    plain plainly clear clearly background context information info fact facts detail story text
    passage article version draft start starting begin beginning first next together turn one by
    time moment minute please wait bear while ready help helping helpful assist happy glad sure
    certainly course absolutely okay great good nice interesting fun thank thanks thankful
    welcome hello hey greetings meet today doing fine well sorry hear weigh weighing cover dive
    unpack follow following follows break breaking down lay put come up make making made write
    writing create creating work working out find finding figure choose choosing pick picking
    possible different common main general broad careful carefully sides side angle angles view
    views perspective pros cons want wanted need needs ask asked asking wonder wondering know
    known knowing understand understanding learn learning mean means meaning try use using solve
    solving calculate calculating count counting determine problem lie lies joke jokes
    possibility possibilities total
    """
)

# Any of these, and a text is not English; no English sentence needs one.
FOREIGN = _words(
    """
    der das und wir uns wie ein eine einen ist sich nicht dem den ich sie zu le les des une est
    dans pour nous sur avec el los las por para como una es del il che gli della per uma dos das
    os het een van wat hoe naar
    un voyons regardons veamos vediamo vejamos vamos schauen sehen
    """
)

_UNITS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {
    **{word: str(value) for value, word in enumerate(_UNITS.split(), 2)},
    **{word: str(10 * value) for value, word in enumerate(_TENS.split(), 2)},
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
    "billion": "1000000000",
    "dozen": "12",
    "half": "0.5",
    "twice": "2",
}
