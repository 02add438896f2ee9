"""The tasks that are never opened, asked for in another language than English.

Only those: a mistake here costs an opening, a miss puts one before an exact answer, so one telling
word is enough. For folded text; first match wins, and what matches nothing is for `task_rules`.
"""

from __future__ import annotations

import re

from classifier.alternatives import grouped
from classifier.task_rules import Rule
from edge.core.verdict import Task

_UNMEASURED = 0.5


def _rule(task: Task, why: str, *patterns: str) -> Rule:
    return Rule(task, why, _UNMEASURED, re.compile(grouped("|".join(patterns))))


FOREIGN_RULES = (
    _rule(
        Task.REWRITING,
        "asks to translate",
        r"ubersetz|uebersetz|\btraduc|\btradui|\btradu[csz]|翻译|翻譯|译成|譯|翻訳|訳し|訳す",
        r"\b(?:auf|ins) (?:englisch|deutsch|franzosisch|spanisch|italienisch|russisch|turkisch"
        r"|polnisch|latein|chinesisch|japanisch|arabisch)",
        r"\b(?:en|in|em|al|in lingua) (?:anglais|francais|espagnol|allemand|italien|ingles|espanol"
        r"|aleman|frances|italiano|portugues|inglese|tedesco|francese|spagnolo|alemao|espanhol"
        r"|japones|chino|chinois|latin|latino)\b",
        r"\b(?:wie (?:sagt man|heisst)|was heisst|comment (?:dit|on dit)|on dit|como se dice"
        r"|como se diz|come si dice|como digo)\b|英语|英文|英語|中文怎么|日语怎么|日本語で何",
    ),
    _rule(
        Task.REWRITING,
        "asks to rewrite",
        r"umschreib|umformulier|\bformulier\w{0,4} .{0,60}\bum\b|korrigier|rechtschreib|grammatik"
        r"|paraphras|\bverbesser(?:e|n sie)? (?:diese|den|die|das|meine|folgend|bitte|mir)",
        r"\b(?:kurz|kuerz|verkurz|schreib)\w{0,3} (?:diese\w?|den|meine\w?|folgenden) ",
        r"\breecri|\breformul|\bcorrig|\bcorreg|\bcorrij|\bcorrett|\briscri|\briformul|\breescr"
        r"|orthograph|ortograf|\braccourci|\bacorta|\baccorcia|\bencurt",
        r"\b(?:ameliore|mejora|migliora|melhore|simplifi\w{1,3}) (?:ce|cette|mon|ma|le|la|este"
        r"|esta|el"
        r"|mi|questo|questa|il|o|a|esse|essa|meu|minha)\b",
        r"改写|改寫|润色|修改|校对|改成|書き換|言い換|添削|校正|書き直|直して",
    ),
    _rule(
        Task.EXTRACTION,
        "asks to extract",
        r"extrahier|entnimm|entnehm|\blist\w{1,3} alle .{0,60}\b(?:auf|aus)\b|\bextra(?:i|e|y|ct)"
        r"|\bestrai|\bestrar|\brelev|提取|抽取|摘出|抽出|抜き出",
    ),
    _rule(
        Task.CLASSIFICATION,
        "asks to sort into classes",
        r"klassifizier|kategorisier|\bordne\b|\bsortier|einordnen|positiv oder|sentiment"
        r"|\bwelche[rs]? (?:der|dieser|von|davon)|stimmung (?:des|dieses)|passt nicht",
        r"\bclassifi|\bclasific|\bclassific|\bcategori|\blequel|\blaquelle|\blesquel"
        r"|\bcual(?:es)? de"
        r"|\bquale (?:di|tra|dei|delle)\b|\bqual (?:d[aeo]s?|dess\w+)\b|\bpositiv[eo] o[u ]"
        r"|分类|分類|归类|哪个|哪一|どちら|どれ",
    ),
    _rule(
        Task.CLOSED_QA,
        "asks about a text",
        r"\b(?:laut|gemass|aus|in|im)\b(?: \w{1,9})? (?:text|artikel|abschnitt|absatz|dokument)\b",
        r"\b(?:dans|selon|d'apres) (?:le|ce|cet|l') ?(?:texte|article|passage|document|extrait)",
        r"\b(?:segun|en|del?) (?:el|este) (?:texto|articulo|pasaje|documento|parrafo)\b",
        r"\b(?:nel|secondo il|dal|del|di questo) (?:testo|brano|articolo|documento|paragrafo)\b",
        r"\b(?:no|neste|nesse|segundo o|conforme o|do|com o) (?:texto|artigo|trecho|documento)\b",
        r"根据|根據|文中|本文|上文|以下|下面|次の|上記|この文|文章",
    ),
    _rule(
        Task.CODE,
        "asks for code",
        r"\b(?:python|javascript|typescript|java|c\+\+|c#|php|sql|html|css|bash|regex|excel|vba"
        r"|react"
        r"|docker|git|linux|numpy|pandas|api|powershell|kotlin|rust|golang|ruby|django|node\.?js"
        r"|json"
        r"|csv|github|kubernetes|arduino|latex)(?![a-z])",
        r"\bcod(?:e|es|ice|igo|ificar)\b|quell(?:code|text)|programmier|\bprogramm (?:das|zum"
        r"|zur|fur)"
        r"|\bs[ck]ripts?\b|algorithm|algoritm|\bprogram(?:ma|me|mez|mer|a|ar|mare)?\b|\bbug\b|debug"
        r"|funktion (?:die|in|zum)|\bfonction qui|\bfuncion que|\bfunzione che|\bfuncao que",
        r"代码|代碼|编程|程序|函数|脚本|算法|コード|プログラ|関数|スクリプト|アルゴリズム|バグ",
    ),
    _rule(
        Task.MATH,
        "asks to calculate",
        r"\b(?:be|aus)?rechne|gleichung|ableitung|integral|wurzel aus|quadratwurzel|prozent"
        r"|primfaktor"
        r"|wahrscheinlichkeit|\bsumme\b|durchschnitt|\bmal \d|\bplus \d|\d plus|\bminus\b"
        r"|geteilt|\bbeweis"
        r"|dreisatz|flacheninhalt|\bwie viel\w{0,2}\b.{0,80}\d|\d.{0,200}\bwie viel",
        r"\bcalcul|\bcalcol|\bresou|\bresol|\brisol|\bequac|\bequat|\becuac|\bequaz|\braiz quadrad"
        r"|\braiz cuadrad|\bracine|\bradice|\bderivad|\bderivee|\bderivata|\bintegral|\bpour ?cent"
        r"|\bpor ciento|\bpor cento|\bpercent|\bporcentaje|\bprobabil|\bfactori|\bfattori|\bfatore"
        r"|\bdemuestra|\bdemontre|\bdimostra|\bdemonstr|\bmultipl|\bmoltipl|\bdivis|\bdivid"
        r"|\bsomm[ae]"
        r"|\bmoyenne\b|\bpromedio|\bmedia (?:de|di|des)\b",
        r"\b(?:combien|cuant[oa]s?|quant[oiea]s?)\b.{0,80}\d|\d.{0,200}\b(?:combien|cuant[oa]"
        r"|quant[oia])",
        r"计算|計算|方程|求解|求导|积分|平方根|概率|百分|等于|加上|减去|乘以|除以|証明|证明|微分|積分|確率"
        r"|足す|引く|掛ける|割る|解い|\d.{0,99}(?:多少|几|いくつ|いくら|何)",
        r"\d\s?[-+*/x×÷^=]\s?\(?\d|\d\s?%",
    ),
)
