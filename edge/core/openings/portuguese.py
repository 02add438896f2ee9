"""The Portuguese bank of frames, worded so that it is at home on both sides of the Atlantic.

Portuguese asks and tells in the same order ("Como funciona X?", "Vamos ver como funciona X."). A
preposition that has swallowed its article ("do", "nas") is said as it was found.
"""

from __future__ import annotations

import re

from edge.core.openings.bank import Bank
from edge.core.openings.phrases import Words
from edge.core.openings.table import EVERY_SENTENCE, any_of, form, phrases, small_words

# Only what serves no harm whatever it is done to: no making, getting, opening or selling.
_HARMLESS_ACTS = (
    r"(?:"
    r"alimentar|aprender|arrumar|assar|beber|brincar|cantar|celebrar|comer"
    r"|concentrar|congelar|consertar|conservar|correr|costurar|cozinhar|cuidar"
    r"|dançar|decorar|descansar|desenhar|dormir|economizar|educar|escolher"
    r"|escrever|estudar|gerir|jantar|jogar|lavar|lembrar|ler|limpar|meditar"
    r"|melhorar|memorizar|motivar|nadar|organizar|pintar|planear|planejar|plantar"
    r"|poupar|praticar|preparar|reciclar|redigir|regar|relaxar|reparar|tocar"
    r"|treinar|ver|viajar|visitar"
    r")(?:-se)?"
)
_MADE_AT_HOME = (
    r"fazer (?:um |uma |o |a )?(?:pão|pao|bolo|pizza|sopa|molho|café|currículo|curriculo"
    r"|orçamento|exercício|iogurte)\b"
    r"|fazer (?:em|para (?:dormir|se concentrar|melhorar|aprender|economizar|relaxar)) "
)

_WORDS = Words(
    determiners=small_words("o a os as um uma uns umas"),
    indefinite=small_words("um uma uns umas"),
    never=small_words(
        """
        eu tu você vocês voce vc ele ela eles elas nós me te se lhe lhes mim ti meu minha meus
        minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas dele dela isto isso
        aquilo este esta estes estas esse essa esses essas aquele aquela que quê quem qual quais
        quando onde como porque porquê quanto quanta quantos e ou mas nem é são era eram foi foram
        está estão tem têm há pode podem deve devem não nao nada ninguém nunca nenhum nenhuma aqui
        ali lá agora hoje ontem amanhã favor obrigado obrigada etc cada mesmo mesma tal algo alguém
        si vs
        """
    ),
    never_name=small_words(
        """
        fazer ser estar ter melhor pior melhores mais menos muito bem bom boa ruim possível
        importante necessário novo verdade normal entre certo
        """
    ),
    not_last=small_words(
        """
        ao aos à às de do da dos das em no na nos nas com sem por pelo pela pelos pelas para pra
        sobre entre até desde contra após num numa
        """
    ),
    ours=small_words("tu você vocês voce vc te ti teu tua teus tuas chatgpt"),
    facts=small_words(
        """
        bom boa capital resposta solução problema clima hora data preço nome endereço número
        contrário sinônimo plural raiz fórmula resultado melhor
        """
    ),
    clumsy=re.compile(r"\b(\w+) \1\b|\b(?:de|em|por) (?:o|a|os|as)\b", re.IGNORECASE),
    act=re.compile(rf"(?:não )?(?:se )?(?:{_HARMLESS_ACTS}(?: .*)?|{_MADE_AT_HOME}.*)"),
    deed=re.compile(rf"^(?:não )?(?:me |se )?(?:{_HARMLESS_ACTS}\b|{_MADE_AT_HOME})"),
    anybody=((re.compile(r"^me "), "se "), (re.compile(r"^(\w+r)-me\b"), r"\1-se")),
)

_GROUPS = {
    "works": phrases(
        """
        funciona funcionam se_forma se_formam se_faz se_fazem é_feito é_feita são_feitos são_feitas
        surge surgem nasce nascem age
        """
    ),
    "is": phrases("é são significa"),
    "was": phrases("é foi era"),
    "how": phrases("como onde quando o_que"),
    "can": phrases(
        """
        posso eu_posso poderia se_pode podemos devo deveria eu_faço_para faço_para fazer_para
        consigo eu_consigo a_gente_pode dá_para é_possível preciso
        """
    ),
    "explain": phrases(
        """
        explique explica explique-me explica-me me_explique me_explica me_explicar explicar-me
        explicar
        """
    ),
    "tell": phrases(
        """
        fale fala fale-me fala-me me_fale me_fala me_falar falar conte conta conte-me conta-me
        me_conte me_conta me_contar vamos_falar falemos
        """
    ),
    "about": phrases("sobre de do da dos das"),
    "of": phrases("de do da dos das"),
    "give": phrases(
        """
        dê-me dá-me me_dê me_dá me_da me_de preciso_de quero queria gostaria_de sugira sugere
        me_sugira me_dar dar-me tem liste proponha você_tem me_passa
        """
    ),
    "write": phrases(
        """
        escreva escreve escreva-me escreve-me me_escreva escrever crie cria faça faz faça-me redija
        redige invente inventa conte conte-me me_conte componha preciso_de quero gere elabore
        """
    ),
    "piece": phrases(
        """
        um_poema um_poema_curto um_pequeno_poema um_haicai um_conto um_conto_curto um_conto_infantil
        uma_história uma_história_curta uma_pequena_história uma_historinha uma_canção uma_música
        uma_carta uma_carta_formal um_discurso um_discurso_curto um_e-mail um_email um_texto
        um_texto_curto um_artigo uma_fábula uma_piada um_convite um_diálogo um_slogan uma_redação
        """
    ),
    "ideas_f": phrases("ideias dicas sugestões ideias_de_presente ideias_de_presentes idéias"),
    "ideas_m": phrases("conselhos truques"),
    "for": phrases("para de sobre pra"),
    "number": phrases("três quatro cinco seis sete oito dez doze 3 4 5 6 7 8 9 10 12"),
    "aspects": phrases(
        """
        as_vantagens as_desvantagens as_vantagens_e_desvantagens os_benefícios as_causas
        as_consequências os_sintomas os_efeitos os_riscos as_etapas as_características as_regras
        os_princípios os_tipos as_principais_causas as_principais_características
        os_efeitos_colaterais as_partes as_fases os_prós_e_contras os_prós_e_os_contras
        """
    ),
    "topic": phrases(
        """
        a_história a_função o_papel o_significado a_origem a_estrutura o_princípio o_funcionamento
        a_teoria a_importância o_sentido
        """
    ),
    "link": phrases("e com"),
}

_FORMS = (
    form(
        """
        qual é|e|a [a] [principal] diferença entre {thing} e {thing2}
        que diferença há|existe entre {thing} e {thing2}
        [a] diferença entre {thing} e {thing2}
        @explain a diferença entre {thing} e {thing2}
        """,
        "Vamos ver a diferença entre {thing} e {thing2}.",
    ),
    form(
        """
        quais são|as [as] [principais] diferenças entre {thing} e {thing2}
        [as] diferenças entre {thing} e {thing2}
        @explain as diferenças entre {thing} e {thing2}
        """,
        "Vamos ver as diferenças entre {thing} e {thing2}.",
    ),
    form(
        "compare|compara|comparar {thing} {link} {thing2}",
        "Vamos comparar {thing} {link} {thing2}.",
    ),
    form(
        "como {works} {thing}",
        "Vamos ver como {works} {thing}.",
        "Vamos ver mais de perto como {works} {thing}.",
    ),
    form(
        "o que {is} {term}",
        "Vamos ver o que {is} {term}.",
        "Vamos ver mais de perto o que {is} {term}.",
    ),
    form("quem {was} {name}", "Vamos ver quem {was} {name}."),
    form("para que serve {thing}", "Vamos ver para que serve {thing}."),
    form("para que servem {thing}", "Vamos ver para que servem {thing}."),
    form("{how} [@can] {act}", "Vamos ver {how} {act}."),
    form("qual é|e|a [a] melhor maneira|forma de {act}", "Vamos ver como {act}."),
    form("[@give] {number} {ideas_f} {for} {thing}", "Aqui vão {number} {ideas_f} {for} {thing}."),
    form("[@give] {number} {ideas_m} {for} {thing}", "Aqui vão {number} {ideas_m} {for} {thing}."),
    form("[@give] {number} {ideas_f} para|pra {act}", "Aqui vão {number} {ideas_f} para {act}."),
    form("[@give] {number} {ideas_m} para|pra {act}", "Aqui vão {number} {ideas_m} para {act}."),
    form(
        "[@give] [algumas|umas|boas] {ideas_f} {for} {thing}",
        "Aqui vão algumas {ideas_f} {for} {thing}.",
    ),
    form(
        "[@give] [alguns|uns|bons] {ideas_m} {for} {thing}",
        "Aqui vão alguns {ideas_m} {for} {thing}.",
    ),
    form(
        "[@give] [algumas|umas|boas] {ideas_f} para|pra {act}",
        "Aqui vão algumas {ideas_f} para {act}.",
    ),
    form(
        "[@give] [alguns|uns|bons] {ideas_m} para|pra {act}",
        "Aqui vão alguns {ideas_m} para {act}.",
    ),
    form("@give {number} {ideas_f} {rest}", "Aqui vão {number} {ideas_f}."),
    form("@give {number} {ideas_m} {rest}", "Aqui vão {number} {ideas_m}."),
    form("@give [algumas|umas|boas] {ideas_f} {rest}", "Aqui vão algumas {ideas_f}."),
    form("@give [alguns|uns|bons] {ideas_m} {rest}", "Aqui vão alguns {ideas_m}."),
    form("@give uma [boa] receita {of} {thing}", "Aqui está uma receita {of} {thing}."),
    form(
        "@give uma|a [boa] receita {rest}\nreceita de|do|da|para {rest}", "Aqui está uma receita."
    ),
    form("@write {piece} sobre {thing}", "Aqui está {piece} sobre {thing}."),
    form(
        """
        @write {piece}
        @write {piece} {rest}
        """,
        "Aqui está {piece}.",
    ),
    form(
        """
        quais são|sao {aspects} {of} {thing}
        {aspects} {of} {thing}
        @explain|quais {aspects} {of} {thing}
        """,
        "Vamos ver {aspects} {of} {thing}.",
    ),
    form(
        """
        qual é|e|foi {topic} {of} {thing}
        {topic} {of} {thing}
        @explain|@tell {topic} {of} {thing}
        """,
        "Vamos ver {topic} {of} {thing}.",
    ),
    form("@explain {thing}", "Vamos ver {thing} mais de perto."),
    form(
        """
        @tell [mais|algo|um_pouco|tudo] {about} {thing}
        o que [você|vc|tu] sabe|sabes {about} {thing}
        o que [você|vc] pode me dizer|falar {about} {thing}
        quero|queria|gostaria_de saber|aprender [mais|algo] {about} {thing}
        [me_dê] informações {about} {thing}
        """,
        "Vamos falar {about} {thing}.",
    ),
    form(
        "por_que|por_quê|porque|porquê|pq {rest}",
        "Vamos analisar esta pergunta com calma.",
        "Vamos olhar com calma para esta pergunta.",
    ),
    form(
        "como|onde|quando|o_que @can {deed}",
        "Vamos ver isso mais de perto.",
        "Vamos ver isso passo a passo.",
    ),
    form(
        """
        devo|deveria|devia|vale_a_pena|compensa|devemos {rest}
        é melhor|uma_boa_ideia|aconselhável|recomendável {rest}
        """,
        "Vamos pesar os prós e os contras.",
    ),
)

PORTUGUESE = Bank(
    lexicon=_WORDS,
    forms=_FORMS,
    groups=_GROUPS,
    spellings=(
        (re.compile("[‘’´]"), "'"),
        (re.compile(r"^(?:oq|oque|o q)\b", re.IGNORECASE), "o que"),
        (re.compile(r"^o que é que é\b", re.IGNORECASE), "o que é"),
    ),
    polite_start=any_of(
        r"[\W_]+",
        r"(?:oi|olá|ola|bom dia|boa tarde|boa noite|por favor|obrigad[oa]|ok|então|e aí"
        r"|uma pergunta|pergunta)(?:[,.:!;-]+ *| +)",
        r"(?:você |vc )?(?:pode|poderia|podes|podias|consegue)(?: por favor)? "
        r"(?=(?:me )?\w+(?:ar|er|ir)(?:-me)?\b)",
        r"(?:eu )?(?:quero|queria|gostaria de|preciso|não sei|não entendo)"
        r"(?: saber| entender| aprender) (?=(?:como|por que|o que|qual|quem)\b)",
        r"(?:explique|explica|explique-me|explica-me|me explica|me explique|me explicar|explicar"
        r"|diga"
        r"|me diga|me diz|dizer|me dizer|sabe|diz-me)(?: por favor)? "
        r"(?=(?:como|por que|o que|qual|quais|quem|para que)\b)",
    ),
    polite_end=any_of(
        r"[\s?!.,;:]+\Z",
        r"[\s,]{1,3}(?:por favor|pfv|pf|obrigad[oa]|muito obrigad[oa]|em detalhes?|detalhadamente"
        r"|passo a passo|exatamente|de forma simples|de maneira simples|em termos simples"
        r"|para iniciantes|com exemplos)\Z",
    ),
    asks=EVERY_SENTENCE,
    aside=any_of(
        r"\W*(?:(?:oi|ol(?:á|a)|bom dia|boa tarde|boa noite|(?:muito )?obrigad[oa]|por favor"
        r"|abraços?"
        r"|tudo bem|tenho uma pergunta|uma pergunta)\W*)+\Z",
    ),
    untouchable=any_of(
        r"\b(?:mort[oaes]\b|morreu|falec|luto\b|câncer|cancro|cancer|tumor|divórcio|divorci"
        r"|separ(?:ei|ad)"
        r"|terminou comigo|solid|sozinh|ansied|pânico|panico|depress|deprimid|triste|chor|grávid"
        r"|gravid"
        r"|abort|urgência|emergência|sangr|sangue|desmai|dor\b|dores|dói|doi\b|infarto|enfarte"
        r"|vício"
        r"|viciad|álcool|alcool|violência|bullying|assédio|crise|desesper|terapia|trauma|hospital"
        r"|diagn|remédio|medicament|comprimido|dose|demitid|despedid|dívida|me sinto|sinto"
        r"|término|namoro)",
        r"\b(?:hoje|amanhã|ontem|agora|esta (?:noite|semana)|este (?:ano|mês)|atual\w*|recente\w*"
        r"|últimas notícias|notícias|bolsa|perto de mim|anex\w*|imagem|foto|desenh\w*|link"
        r"|https?:|www\.|arquivo|ficheiro|pdf|lembre-me|me lembre|alarme)\b",
        r"\b(?:você é|tu és|imagine|suponha|sua opinião|o que você acha|o que acha|favorit[oa]"
        r"|prefere|tudo bem|como vai|como está|quantos anos|que horas|quem é você)\b",
    ),
)
