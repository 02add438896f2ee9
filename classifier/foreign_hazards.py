"""What is hazardous to open, said in other languages than English.

As in `hazards`, recall goes before precision. To be matched against folded text; where the
language is unclear, all of them are.
"""

from __future__ import annotations

import re

from classifier.alternatives import grouped
from classifier.folding import fold

# Anywhere in a word: German puts words together ("Rohrbombe").
_GERMAN = r"""
    bombe|sprengsto|sprengsatz|sprengkorp|explosiv|waffe(?!l)|pistole|gewehr|munition|schalldaempf
    schalldampf|granate|molotow|molotov|schwarzpulver|brandsatz|brandstift|giftig|giftgas|vergift
    \bgifte?\b|gift(?:stoff|pilz|pflanz|mischer)|rattengift|\barsen\b|zyankali|blausaure|chloroform
    \bto(?:e)?te[nt]?\b|\bumleg|totschl|ermord|\bmord|mord\b|morder|umbring|umzubring|erschiess
    erstech|wurge|wuerge|folter|entfuhr|entfuehr|geisel|\bamok|terror|anschlag|attentat|hakenkreuz
    nazi|hitler|rassis|judenh|verhetz|(?<!g)leiche|verletzen|zusammenschlag|verprugel|qual(?:en|t)\b
    droge(?!rie)|kokain|heroin|crystal|\bmeth\b|ecstasy|mdma|\blsd\b|cannabis|marihuana|\bhanf|kiffe
    fentanyl|amphetamin|ko-?tropfen|k\.o\.|anabolika|steroid|rauschgift|schwarzbrenn|schnaps brenn
    hack(?!fleisch|braten|ball)|knack(?!ig)|cracken|schadsoftware|malware|trojan|keylog|ransomware
    phishing|ausspah|ausspion|spionier|uberwach|ueberwach|abhor|abhoer|passwort|wlan|einbrech
    einbruch|eingebroch|aufbrech|stehl|klau(?!s)|diebstahl|\bdieb|dietrich|schloss (?:offn|auf)
    \braub
    raub\b|uberfall|ueberfall|erpress|betrug|betrueg|falsch(?:e|en|er|es)? (?:ausw|pass|geld|papier)
    falschung|falschen\b|faelsch|gefalscht|\bfalsch(?:e|en|t)?\b|falschgeld|geldwasch|schwarzgeld
    hinterzieh|schmugg
    schwarzfahr|umgeh|austricks|illegal|verboten|strafbar|straftat|unbemerkt|unerkannt|heimlich
    ohne (?:dass|wissen|erlaubnis|zustimmung|zu (?:be)?zahl|erwischt|gefasst|spuren)|erwischt
    darknet|bestech|kreditkarte|raubkop|stalk|\brache|\brach|schummel|spick|plagi|manipul|cheat
    kennzeichen falsch|ausweis falsch|sex|porno|nackt|erot|vergewaltig|minderjahr|missbrauch
    prostitu|fetisch|suizid|selbstmord|selbsttot|selbsttoet|selbstverletz|\britzen|leben beend
    leben nehmen|sterben|nicht mehr leben|uberdosis|ueberdosis|magersucht|anorex|bulim|abfuhrmittel
    hungern|ignorier|vergiss (?:all|dein|jede|vor)|anweisung|systemprompt|tu so als|rollenspiel
    ohne (?:einschrank|filter|regel|moral|zensur)|entwicklermodus|hypothetisch|lockpick
    herstellung|tatort|verbrech|senfgas|zu tode|zundvorr|wehtu
    gswasche|kind .{0,40}\bbett\b|selbst ?bau
    rizin|ricin|nitroglyc|nitroglyz|thermit|\btnt\b|schwefelsaure|schwefelsaeure|chlorgas|\buran\b
    plutonium|radioaktiv|\bspreng|gespreng|explodier|flammenwerf|feuer leg|anzund|anzuend|sabot
    vandal|zerstor|zerstoer|knarre|flinte|revolver|armbrust|schlagring|springmesser|zauberpilz
    halluz|psilo|\bpilze? zucht|\bgras\b|\bkoks\b|\bspeed\b|\bmdma|betrunk|gefugig|gefuegig
    \bk\.?o\b
    erstick|ersauf|ertrank|erhang|erhaeng|aufhang|schlaftablett|schmerzlos|pulsader|ader aufschn
    schneide .{0,12}mich|mich .{0,20}(?:verletz|schneid)|springen von|vom (?:dach|hochhaus)
    verschwinden|loswerd|werde .{0,30} los\b|beseitig|abschreib|betruge|ohne schlussel|kurzschlie
    heimlich|hinter dem rucken|nachrichten .{0,30}(?:les|mitles)|lese .{0,30}nachricht|orten\b
    \btrack
    konto (?:von|mein|sein|ihr)|konto .{0,20}(?:oma|opa|freund|fremd|ander)|fremde[ns]? konto
    kinder .{0,30}(?:ansprech|anlock|treff|foto)|verfuhr|verfuehr|auslander|auslaender|migrant
    fluchtling|fluechtling|\bjuden|judisch|juedisch|muslim|islam|zigeuner|die schwarzen\b|\brasse
    homosex|schwul|lesb|transgender|behindert|propagand|verschwor|fake.?news|desinform|hetz
    \d+ ?(?:kilo|kg)\b|ohne (?:zu )?essen|erbrech|magerer|ausgeben als|ausgibt|identitat|identitaet
    deepfake|belug|lugen\b|luegen\b|fake|unterschrift|rezept falsch|schwarzmarkt|schwarzarbeit
    prugel
    wehtun|weh tun|zwing|droh|einschuchter|mobben|demutig|beleidig|fertigmach|fremde |ohne rezept
    \bbleiche|rohrreinig|todlich|toedlich|letal|storsend|stoersend
    abgreif|ausnutz|ausraub
    anzapf|kredit ohne|fuhrerschein ohne|zeuge|spuren|polizei|steuern? (?:nicht|spar|umgeh|vermeid)
"""
_ROMANCE = r"""
    bomb|explosi|esplosiv|armes?\b|armas?\b|armi\b|fusil|fucil|pistol|municao|municion|munition
    munizion|silenci(?:ador|eux)|silenziator|granad|granat|grenad|dinamit|dynamit|polvora
    poudre (?:noire|a canon)|polvere da sparo|molotov|venen|velen|poison|empoison|envenen|avvelen
    arsenic|cianur|cyanur|cianet|ricin|antrax|antrace|tuer\b|tue\b|tuez\b|mata[rn]?\b|matarl|mato\b
    asesin|assassin|uccid|uccis|ammazz|meurtr|homicid|omicid|tortur|etrangl|estrangul|strangol
    apunal|accoltell|poignard|esfaque|secuestr|sequestr|kidnap|enlever|enlevement|rapire|rapiment
    otage|rehen|ostagg|refem|terroris|attentat|atentad|fusillad|massacr|genocid|nazi|hitler|racis
    razzis|haine|odio\b|veng|vendett|vendic|ving|cadav|corps d|frapper|golpear|picchiar
    bater em|blesser|herir\b|lastimar|ferire|machucar|menac|amenaz|minacci|ameac|crimin
    drog|stupefi|cocain|heroin|metanfet|methamph|anfetamin|amphetamin|extasis|ecstasy|mdma|lsd\b
    cannabis|marihuan|marijuan|maconha|haschis|hachis|fentan|opio|crack|sintet|synthetis|esteroid
    steroid|anaboli|sobredos|overdos|surdos|overdose|ghb\b|burundanga
    hack|pirat|craque|malware|ransom|virus inform|trojan|troyan|cheval de troie|keylog|phish|hamecon
    espion|espi(?:ar|a|o|ao)\b|spia(?:re)?\b|spionar|mots? de passe|contrasen|password|senha|wi-?fi
    robar|robo\b|roub|rubar|rubo\b|furt[oi]?\b|vol(?:er|eur|eurs)?\b|derob|cambriol|ladron|ladr
    hurta|svalig|scassin|crochet|ganzua|forzar|forcar|arromb|serrure|cerradura|serratura|fechadura
    estaf|arnaqu|escroq|fraud|truff|golpe|falsif|contrefa|faux\b|fausse|falso|falsa|falsi\b|false\b
    falsos|falsas|blanqu|blanchi|ricicl|lava(?:gem|r|do) de dinheiro|lavar dinero|lavado de dinero
    rapin|chantaj|chantag|ricatt|extor|estor[cs]|soborn|suborn|corromp|corrott|pot-de-vin|tangent
    propina
    contreband|contraband|contrabband|trafic|traffic|trafeg|evad|evas|frod|ilegal|illegal|illecit
    ilicit|interdit|proibid|vietat|prohibid|prohib|sans (?:etre|se faire|qu|payer|permission|son
    consent|laisser|me faire)|sin (?:ser|que|pagar|permiso|dejar|su consent)|senza (?:essere|farsi
    farmi|che|pagare|permesso|lasciare)|sem (?:ser|que|pagar|permiss|deixar)|dark ?web|contourn
    soneg|eludir|aggir|burlar|tarjeta|carte bancaire|carte bleue|carta di credito|cartao|trich
    trampa
    imbrogli|colar na|cola na|plagi|manipul|mentir|mentire|geolocal|traquer|rastrear|tracciar
    sex[eou]|sexy|sexto\b.{0,9}ero|sesso|sessual|porn|nud[oaie]?\b|nue?s?\b|desnud|erot|stupr|abus
    viol(?:\b|er\b|ar\b|en[ct]|ad[oa]|ee?\b|azion|acao)|menor(?:es)?\b|mineure?s?\b|minorenn|pedo
    incest|prostitu|fetic|suicid|suizid|autoles|automutil|mourir|morir\b|morrer|morire|me tuer
    matarme|quitarme la|tirar a (?:minha |propria )|uccidermi|farla finita|en finir|acabar con
    cortarme|me cortar|tagliarmi
    plus vivre|quiero vivir|quero (?:mais )?viver|voglio (?:piu )?vivere|anorex|bulimi|vomi
    laxant|lassativ|ignor|oublie|olvida|dimentica|esquec|desconsider
    sans (?:restriction|filtre|limite|censure|morale)|sin (?:restric|filtro|limite|censura|moral)
    senza (?:restriz|filtr|limiti|censura|moral)|sem (?:restric|filtro|limite|censura|moral)
    mode developpeur|modo desarroll|modalita sviluppat|modo desenvolv|jailbreak|fais comme si
    fai(?:s|re) semblant|finge|fai finta|finja|hypothet|hipotet|ipotetic|jeu de role|juego de rol
    gioco di ruolo|role-?play|systeme prompt|prompt (?:systeme|del|do|di)|tes instructions
    tus instruc|tue istruz|suas instruc
    fabrica(?:tion|cion|cao) d|produzione d|produccion d|producao d|crimen\b|crime\b|delitto|delito
    asalto|assalto|minacc|perseg|gaz moutarde|gas mostaza|gas mostarda|gas mostarda|gas mustarda
    (?:enfant|nin[oa]|bambin[oa]|crianca)s? .{0,40}(?:lit|cama|letto)\b
    nitro|thermit|termit|tnt\b|acide sulf|acido sulf|acido solf|uran|pluton|radioact|radioatt|radiat
    lance-?flamme|lanzallama|lanciafiamme|lanca-?chamas|incendi|mettre le feu|prender fuego
    dare fuoco
    tocar fogo|botar fogo|quemar|bruler|queimar|bruciar|explod|explot|exploser|esplod|sabot|vandal
    detrui|destrui|distrugg|flingue|revolver|escopet|espingarda|carabin|couteau|cuchill|navaja
    coltell
    faca\b|balle?s?\b|bala[s]?\b|hallucin|alucin|allucin|psilo|champignons? (?:magi|hall)|hongos
    funghi
    cogumel|herbe\b|hierba\b|erba\b|erva\b|beuh|shit\b|porro|baseado|canna\b|canne\b|coke\b|coca\b
    enivr|soul(?:er|e)\b|saoul|emborrach|ubriac|embebed|asphyx|asfixi|asfissi|etouff|soffoc|sufoc
    noyer
    ahogar|affogar|afogar|pendre\b|ahorca|colgarme|impicc|enforc|somnif|indolor|sans douleur
    sin dolor
    senza dolore|sem dor\b|vein(?:e|es)\b|vena[s]?\b|vene\b|veia|pulso|polsi|poignet|muneca
    scarif|mutil
    se couper|tagliarsi|cortarse|se cortar|me couper|sauter (?:du|d'un)|saltar (?:de|del)|pular d
    buttar(?:si|mi)|disparaitr|desaparec|desapar|sparire|scompar|sumir\b|debarrass|deshacer
    liberarsi
    sbarazz|livrar|se defaire|corps\b.{0,20}disp|tric|copiar (?:en|a|num|na)
    copiare (?:a|in|durante|ad)
    sans cle|sin (?:la |las )?llave|senza (?:la |le )?chiav|sem (?:a )?chave|en cachette
    a escondidas
    escondid|di nascosto|nascosto|en secret|segret|secretam|secret\b|espier
    (?:lire|leer|leggere|ler) .{0,24}(?:messag|mensaj|mensag)|localis|localiz|vigil|vigiar|surveill
    sorvegl|suivre quelqu|seguir a|seguire (?:una|qualc)|ecout(?:er|es)? |intercept|etranger
    extranjer
    stranier|estrangeir|immigr|imigr|inmigr|migrant|refugi|rifugiat|juif|juiv|judi|judeu|ebre[io]
    musul
    muculman|islam|gitan|zingar|cigan|(?:les|des|aux) noirs|(?:los|os|dos|aos) negros
    (?:i|dei|ai) neri\b|race\b|raza\b|razza|raca\b
    homosex|omosess|gay|lesb|transg|trans\b
    handicap|discapac|disabil|deficient|propag|desinform|disinform|complot|conspir|cospir|fake
    enfants? .{0,30}(?:attir|abord|photo|rencontr)|(?:attir|abord)\w* .{0,16}enfant
    ninos? .{0,30}foto
    adesc|alici|seduc|seduir|sedur|seduz|\d+ ?(?:kilo|kg|chil|quilo)|sans manger|sin comer
    senza mangiare|sem comer|jeun(?:er|e)\b|ayun|digiun|jejum|jejuar|maigri|anorex|se faire passer
    hacerse pasar|fingersi|fingere|se passar|passar-se|usurp|suplant|identit|identidad|signature
    firma\b
    assinatura|argent sale|dinero sucio|denaro sporco|dinheiro sujo|marche noir|mercado negro
    mercato nero|menteur|piquer|faucher|chiper|mano armada|forcer|obligar|costring|obrigar|harcel
    acosar|perseguit|assedi|humili|umili|humilh|insult|ofend|offend|detester|odiar|odiare|hair\b
    battre
    frapp|taper|pegar|pegarle|menare|espancar|agred|aggred|agress|attaqu|atacar|attaccare|atraco
    braqu|assalt|rapt|polic|polizi|temoin|testig|testimon|testemunh|fisc|impots|impuesto|hacienda
    tasse
    imposto|debrid|deverrouill|desbloque|sblocc|sans permis|sin licencia|senza patente|sem carteira
    sans ordonnance|sin receta|senza ricetta|sem receita|javel\b|lejia|candeggina|sanitaria
    mort[ae]l
    letal|brouilleur|inhibidor|jammer|bloqueador|trafiqu|frontier
    sequestr|encerrar|enfermer|rinchiud|trancar|drog|bebe(?:r)? .{0,9}drog|verre de quelq
"""
_CHINESE_AND_JAPANESE = """
    炸弹 炸彈 炸药 爆炸 枪 槍 武器 弹药 火药 手榴弹 毒 大麻 海洛因 可卡因 吸食 杀 殺 死 自残 割腕
    不想活
    黑客 入侵 破解 盗 偷 抢 骗 詐 诈 洗钱 伪造 假钞 假证 假币 勒索 贿赂 走私 色情 裸 强奸 性侵
    性行为 未成年
    恐怖 绑架 虐待 报复 跟踪 监听 监控 窃 密码 翻墙 违法 非法 犯罪 作弊 逃税 忽略 无视 扮演 越狱
    尸体 木马 病毒
    爆弾 爆薬 銃 弾薬 火薬 自傷 リストカット 麻薬 覚醒剤 コカイン ドラッグ ハッキング ハック 侵入
    泥棒 偽造
    偽札 脅迫 恐喝 賄賂 密輸 ポルノ エロ レイプ 性的 テロ 誘拐 復讐 ストーカー 盗聴 盗撮 パスワード
    違法
    犯罪 カンニング 無視 演じ 死体 マルウェア ウイルス クラック 不正 脱税 ばれず バレず ピッキング
"""


def _lines(stems: str) -> str:
    return "|".join(line.strip().strip("|") for line in stems.splitlines() if line.strip())


_IN_GERMAN = re.compile(grouped(_lines(_GERMAN)))
_IN_ROMANCE = re.compile(rf"\b{grouped(_lines(_ROMANCE))}")
_IN_EAST_ASIAN = re.compile(grouped("|".join(_CHINESE_AND_JAPANESE.split())))
_BY_LANGUAGE = {
    "de": (_IN_GERMAN,),
    **dict.fromkeys(("fr", "es", "it", "pt"), (_IN_ROMANCE,)),
    **dict.fromkeys(("zh", "ja"), (_IN_EAST_ASIAN,)),
}
_ALL = (_IN_GERMAN, _IN_ROMANCE, _IN_EAST_ASIAN)
# Pumps, firemen and chocolates are bombs in Spanish and Portuguese.
_HARMLESS = re.compile(
    r"\bbombas? (?:de (?:calor|agua|ar|aire|vacio|vacuo|combustible|combustivel|insulina)"
    r"|hidraulica"
    r"|sumergible|centrifuga)|\bbomb(?:ero|eiro|illa|on|om)\w*|\bvol d'oiseau"
)


def is_hazardous_abroad(text: str, language: str) -> bool:
    """Whether `text`, in `language` or "und", speaks of anything an opening could make worse."""
    plain = _HARMLESS.sub(" ", fold(text))
    return any(stems.search(plain) for stems in _BY_LANGUAGE.get(language, _ALL))


def without_harmless(text: str) -> str:
    """`text` in small letters, less what sounds like a hazard in English and is none abroad."""
    return _HARMLESS.sub(" ", fold(text))
