"""Words that tell, or fail to tell, whether a sentence was said before.

English, German, French, Spanish, Chinese, a little Japanese. By hand, by one reader.
"""

from __future__ import annotations

# Too common to be what a sentence is about; words of up to three letters are as well.
COMMON = frozenset(
    "about also been before being both could does each from have here into just like many more "
    "most much need only other over same should since some such than that their them then there "
    "these they this those through very well were what when where which while will with would "
    "your oder aber dass eine einen einer sich nicht werden pour dans avec cette plus para como "
    "esta este".split()
)
COMMON_SIGNS = frozenset(
    "的了是在和有也就都而与或不这那它他她们你我一个人会能可以要把被对从到中上下为所因很更最时候得着过"
)

# A sentence that begins so leans on what was said.
LEANS_BACK = frozenset(
    "so then therefore thus hence similarly likewise finally next now however but and also since "
    "because after afterwards meanwhile together combined additionally furthermore moreover "
    "otherwise instead secondly this that these those such also dann danach deshalb schließlich "
    "aber und donc ensuite puis mais et enfin luego entonces pero y".split()
)
LEANS_BACK_WIDE = tuple(
    "所以 因此 因为 但 而 不过 然后 接着 其次 此外 另外 同时 最后 总之 例如 比如 这 那 它 他 她 也 "
    "还 第二 第三 しかし また そして だから その この それ つまり 例えば".split()
)

# Said anew, they go further.
GOES_ON = frozenset(
    "also too final second third fourth fifth next last later remaining rest another other finally "
    "altogether combined after then left every both zweite zweiten dritte dritten second seconde "
    "troisième segundo tercero tercera".split()
)
