"""What models say before they go on with a text: sources of patterns, without regard to case.

English, German, French, Spanish, and a little Portuguese, Italian, Chinese and Japanese. By hand,
by one reader.
"""

from __future__ import annotations

# All that is said at times: "Of course!"
ASSENT = (
    "sure thing|sure|certainly|of course|absolutely|okay|all right|alright|got it|understood"
    "|no problem"
    "|natürlich|sehr gerne?|aber gerne?|gerne?|selbstverständlich|alles klar|entschuldigung"
    "|bien sûr|avec plaisir|d'accord|certainement|pas de problème"
    "|por supuesto|claro que sí|desde luego|con gusto|de acuerdo|entendido"
    "|com certeza|certamente|va bene"
    "|好的|当然可以|当然|没问题|明白了|抱歉|承知しました|もちろんです"
)
# An answer may say these too.
ASSENT_IN_FRONT = f"{ASSENT}|yes|ok|right|great|thanks|thank you|ja|klar|oui|claro|sí|好|可以|はい"
APOLOGIES = ("my apologies", "apologies", "i apologize", "i apologise", "i'm sorry", "sorry")
APOLOGY = rf"(?:{'|'.join(APOLOGIES)})[^.!:\n]{{0,50}}"

# How a clause begins that resumes,
OPENING = (
    "here is|here's|here are|here comes|this is|below is|the following|i'll|i'm|i will|i am"
    "|let me|let us|let's|allow me|continuing|continued|resuming|picking up|carrying on|going on"
    "|to continue|the rest|the continuation|the remainder|the remaining part"
    "|where i|where we|where it"
    "|hier ist|hier kommt|hier folgt|hier geht|es folgt|ich setze|ich fahre|ich mache|weiter"
    "|fortsetzung|die fortsetzung|der rest|setzen wir|fahren wir|machen wir"
    "|voici|voilà|je continue|je reprends|je poursuis|la suite|suite|poursuivons|reprenons"
    "|continuons|en reprenant|pour continuer"
    "|aquí está|aquí tienes|aquí va|aquí sigue|continúo|sigo|seguimos|retomo|retomando"
    "|la continuación|el resto|para continuar|aqui está|continuação|ecco|riprendo|proseguo"
    "|以下是|下面是|这里是|接下来是|我继续|我来继续|我将继续|让我继续|我接着|继续|接着|接上文|续写|从"
    "|以下|続き|それでは"
)
# what it names,
GOING_ON = (
    r"\bcontin[uú]\w*|\brest\b|\bremainder\b|\bremaining\b|\b(?:left|broke|cut|dropped) off\b"
    r"|\bresum\w+|\bpick\w* up\b|\bcarry\w* on\b|\bgo(?:ing)? on\b|\bstopped\b|\binterrupted\b"
    r"|\bfortsetzung\b|\bfort\b|\bweiter\b|\babgebrochen\b|\baufgehört\b"
    r"|\bsuite\b|\breste\b|\bpoursui\w+|\brepren\w+|\binterr[uo]mp\w+"
    r"|\bresto\b|\bretom\w+|\bsigo\b|\bsegu?i\w+|\briprend\w+|\bprosegu\w+"
    r"|剩余|剩下|余下|其余|后续|续写|继续|接着|上文|刚才|中断|断开|停下|未完|続き|続け"
)
# and how it says that it speaks of the reply itself: what is handed over, or where it broke off.
OF_THE_REPLY = (
    r"^continuing(?: from (?:above|there|here))?:"
    r"|\b(?:rest|remainder|continuation)(?: of (?:my|the|your|this|that) "
    r"(?:answer|reply|response|text|message|explanation|sentence))?\s*[:\n]"
    r"|\b(?:rest|fortsetzung)(?: (?:der|meiner) antwort| des textes)?\s*[:\n]"
    r"|\b(?:suite|reste)(?: de (?:ma|la) réponse| du texte)?\s*[:\n]"
    r"|\b(?:resto|continuación|continuação)(?: d\w+ (?:mi |la |minha )?"
    r"(?:respuesta|texto|resposta))?\s*[:\n]"
    r"|(?:剩余|剩下|余下|其余|后续|续写)的?(?:部分|内容|回答|文字|答案)?[:：\n]"
    r"|继续(?:写|回答|往下写)?[:：\n]|接上文|上文|刚才|続き"
    r"|\bwhere (?:it|i|we|you|(?:the|my) \w+) (?:had |was |has |were )?"
    r"(?:left|stopped|broke|cut|ended|interrupted)"
    r"|\bwo (?:ich|es|wir|er|die antwort|der text) .*\b"
    r"(?:auf(?:ge)?hört?e?|ab(?:ge)?br[ao]ch(?:en)?|stehen)"
    r"|\boù .*(?:arrêté|interrompu)|\bdonde .*(?:dej|qued|interrump)|中断|断开|停下"
)
WHERE = r"\b(?:where|wo|où|donde)\b|中断|断开|停下"
HANDS_OVER_WIDE = "以下是|下面是|这里是|接下来是"
