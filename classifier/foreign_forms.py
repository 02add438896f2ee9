"""A form asked for in another language than English: see `forms`. For folded text.

"Only" alone is enough here: somebody who says "nur" or "seulement" mostly means the reply.
"""

from __future__ import annotations

import re

from classifier.alternatives import grouped
from classifier.folding import fold

_FEW_DE = r"(?:ein(?:em|er|en)?|zwei|drei|vier|funf|fuenf|zehn|wenigen|\d{1,4})"
_FEW_FR = r"(?:un|une|deux|trois|quatre|cinq|dix|quelques|peu de|\d{1,4})"
_FEW_ES = r"(?:un|una|dos|tres|cuatro|cinco|diez|pocas?|\d{1,4})"
_FEW_IT = r"(?:un|una|due|tre|quattro|cinque|dieci|poche|\d{1,4})"
_FEW_PT = r"(?:um|uma|dois|duas|tres|quatro|cinco|dez|poucas?|\d{1,4})"

_FORMS = (
    # German
    (
        r"\b(?:nur|lediglich|ausschliesslich|bloss|nichts anderes|sonst nichts"
        r"|kurz und knapp"
        r"|kurz gefasst|knapp|maximal|hochstens|hoechstens|mindestens|genau \d|max\.?)(?:\b"
        r"|$)"
    ),
    (
        r"tabell|stichpunkt|stichwort|aufzahlung|aufzaehlung|nummerier|spalten|\bals liste"
        r"|\beine liste\b|einer liste|markdown|grossbuchstaben|kleinbuchstaben|luckentext"
        r"|\bformat"
        r"|vorlage|emoji|multiple.choice|ankreuz"
    ),
    (
        rf"\b(?:in|mit|aus) {_FEW_DE} (?:\w{{1,12}} )?(?:wort|worten|wortern|woertern"
        rf"|satz|satzen"
        r"|saetzen|zeilen?|zeichen|absatz|absatzen|punkten)\b"
    ),
    (
        r"\b\d{1,4} (?:worte?|worter|woerter|satze|saetze|zeilen|zeichen|absatze)\b"
        r"|\bein wort\b"
    ),
    r"\b(?:ja oder nein|wahr oder falsch|richtig oder falsch|mit ja|mit nein)\b",
    (
        r"\bohne (?:weitere|einleitung|erklarung|erklaerung|kommentar|begrundung|zusatz"
        r"|vorrede)"
        r"|\bkeine (?:einleitung|erklarung|erklaerung|begrundung|weiteren|kommentare)"
    ),
    (
        r"\bantworte(?:n sie)? (?:mit|im|in|als|wie|so|auf|stets|immer)\b|\b(?:beginn"
        r"|fang|start"
        r"|end)\w{0,3} (?:deine|die|jede|immer|mit|an mit|ihre)|\breim|\bsprich wie"
        r"|\brede wie"
    ),
    # French
    (
        r"\b(?:seulement|uniquement|juste|simplement|rien d'autre|exclusivement|au plus"
        r"|maximum"
        r"|maxi|max|brievement|pas plus)\b|\btableau|\bpuces\b|\bcolonnes?\b|\bmajuscules\b"
        r"|\bsous (?:la )?forme\b|\bqcm\b|\ba trous\b|\bune liste\b|\bliste (?:a"
        r"|numerotee)\b"
    ),
    (
        rf"\ben {_FEW_FR} (?:seule? )?(?:mots?|phrases?|lignes?|points?|paragraphes?)\b"
        r"|\b\d{1,4} (?:mots?|phrases?|lignes?|caracteres|paragraphes?)\b|\bun seul mot\b"
    ),
    (
        r"\b(?:oui ou non|vrai ou faux|par oui)\b|\bsans (?:introduction|explication"
        r"|explique"
        r"|commentaire|preambule|phrase|rien)|\bn[e'] ?\w{1,15} (?:pas|rien|que)\b"
        r"|\bpas d[e'] ?"
        r"(?:intro|expl|comm)"
    ),
    (
        r"\brepon(?:d|ds|dez|dre) (?:par|en|avec|comme|sous|a la)\b"
        r"|\bcommence[rz]? (?:par|ta"
        r"|votre|la|chaque)|\ben (?:rimes?|vers|alexandrins)\b"
    ),
    # Spanish
    (
        r"\b(?:solo|solamente|unicamente|nada mas|como mucho|brevemente|maximo|minimo)\b"
        r"|\btablas?"
        r"\b|\bvinetas\b|\bcolumnas\b|\bmayusculas\b|\bopcion multiple\b|\buna lista\b"
        r"|\ben forma de\b|\ben lista\b"
    ),
    (
        rf"\ben {_FEW_ES} (?:solas? )?(?:palabras?|frases?|oracion(?:es)?|lineas?"
        rf"|parrafos?)\b"
        r"|\b\d{1,4} (?:palabras|frases|oraciones|lineas|caracteres|parrafos)\b"
    ),
    (
        r"\b(?:si o no|verdadero o falso|con un si)\b|\bsin (?:introduccion|explica"
        r"|comentario"
        r"|preambulo|texto|nada)|\bno (?:expliques|agregues|anadas|incluyas|escribas|digas"
        r"|des)\b"
    ),
    (
        r"\brespond(?:e|eme|a|er) (?:con|en|como|si|a la)\b|\b(?:comienza|empieza"
        r"|inicia) (?:con"
        r"|tu|la|cada)|\b(?:en|con) (?:rima|verso)s?\b"
    ),
    # Italian
    (
        r"\b(?:solo|soltanto|solamente|unicamente|nient'altro|nulla piu|brevemente"
        r"|massimo|minimo)"
        r"\b|\btabell[ae]\b|\bpuntat|\belenco\b|\bcolonne\b|\bmaiuscol|\bscelta multipla\b"
        r"|\buna lista\b|\bsotto forma\b"
    ),
    (
        rf"\bin {_FEW_IT} (?:sol[ae] )?(?:parol[ae]|fras[ei]|righ[ae]|paragraf[oi])\b"
        r"|\b\d{1,4} (?:parole|frasi|righe|caratteri|paragrafi)\b"
    ),
    (
        r"\b(?:si o no|vero o falso)\b|\bsenza (?:introduzion|spiega|commenti|preambol"
        r"|aggiunger)"
        r"|\bnon (?:spiegare|aggiungere|scrivere|includere|dare|mettere)\b"
    ),
    (
        r"\brispond(?:i|imi|a|ere) (?:con|in|come|si|a)\b|\b(?:inizia|comincia) (?:con|la"
        r"|ogni)"
        r"|\bin (?:rima|versi)\b"
    ),
    # Portuguese
    (
        r"\b(?:so|somente|apenas|nada mais|no maximo|maximo|brevemente|resumidamente)\b"
        r"|\btabelas?"
        r"\b|\btopicos\b|\bmarcadores\b|\bcolunas\b|\bmaiusculas\b|\bmultipla escolha\b"
        r"|\buma lista\b|\bem forma de\b|\bem lista\b"
    ),
    (
        rf"\bem {_FEW_PT} (?:unica )?(?:palavras?|frases?|linhas?|paragrafos?)\b"
        r"|\b\d{1,4} (?:palavras|frases|linhas|caracteres|paragrafos)\b"
    ),
    (
        r"\b(?:sim ou nao|verdadeiro ou falso)\b|\bsem (?:introduc|explica|comentario"
        r"|preambulo"
        r"|texto)|\bnao (?:explique|adicione|inclua|escreva|de)\b"
    ),
    (
        r"\brespond(?:a|e|er) (?:com|em|como|sim)\b|\b(?:comece|inicie|termine) (?:com"
        r"|sua|a|cada)"
        r"|\bem (?:rimas?|versos?)\b|\bformato\b|\bformat\b|\bemojis?\b"
    ),
    # Chinese and Japanese
    (
        r"只|仅|僅|表格|列表|清单|一个词|一個詞|一句话|一个字|几个字|字以内|字数|是或否"
        r"|是还是不是|对还是错"
        r"|格式|不要解释|无需解释|不用解释|直接回答|直接给|形式|分点|要点|开头|结尾|押韵"
        r"|简短|模板|选择题"
        r"|\d ?字|\d ?个字|\d ?句"
    ),
    (
        r"だけ|のみ|表で|表に|リスト|箇条書き|一言|ひとこと|一文|\d ?文|以内|はいかいいえ"
        r"|フォーマット"
        r"|説明(?:は|なし|不要)|始め|簡潔|テンプレ|選択肢|文字|で答え"
    ),
)
_FORM = re.compile(grouped("|".join(_FORMS)))


def asks_format_abroad(text: str) -> bool:
    return _FORM.search(fold(text)) is not None
