"""Whether a prompt wants a form that an opening would break: JSON, a table, one word.

Favours recall, as `hazards` does: a false alarm costs one opening, a miss breaks somebody's
parser. Of the system prompt only strict orders count, for many a one asks for bullet points
where they help, and is meant for people.
"""

from __future__ import annotations

import re

from classifier.alternatives import grouped
from classifier.foreign_forms import asks_format_abroad
from classifier.languages import detect_language
from edge.core.types import Json, Request


def _any(*patterns: str) -> re.Pattern[str]:
    """For text in small letters: ignoring case, it takes twice as long."""
    return re.compile(grouped("|".join(patterns)), re.MULTILINE)


_SAY = r"(?:answer|respond|reply|return|output|print|say|write|give|provide)"
_FEW = r"(?:one|a single|two|three|four|five|six|ten|\d{1,4})"

# A program reads the reply, or somebody who wants a word and nothing else.
_STRICT = _any(
    r"\b(?:json|jsonl|xml|csv|tsv|yaml|toml|latex|svg|mermaid|graphviz|bibtex)\b",
    r"\{\s{0,3}[\"']?\w{1,30}[\"']?\s?[:}]",
    rf"\b(?:only|just|simply) (?:{_SAY}|state|list|type|the)\b",
    rf"\b{_SAY}(?: \w{{1,12}}){{0,3}} (?:only|just|exactly|strictly|nothing but|verbatim|solely)\b",
    r"\b(?:nothing else|nothing more|no preamble|no (?:other|extra|additional) (?:text|words"
    r"|output))\b",
    r"\bno (?:explanations?|introduction|intro|commentary|prose|yapping)\b|\b(?:don't"
    r"|do not) explain\b",
    r"\bwithout (?:an?y? )?(?:further )?(?:explan|preamble|introduc|comment|additional|extra"
    r"|intro\b|title|heading|greeting|lead|other|surround|prefac|filler|fluff|chit|small talk)",
    # "nothing before or after the haiku", "no title and no greeting", "only the recipe"
    r"\b(?:nothing|no (?:\w{1,12} )?(?:text|words?|lines?|sentences?)|anything)"
    r" (?:\w{1,10} )?(?:before|after|around|above|below|besides|except|apart|other than)\b",
    r"\bno (?:\w{1,12}[ ,]+(?:and |or |no )*)?(?:title|heading|header|greeting|salutation"
    r"|lead-?in|sign-?off|preface|small talk|chit-?chat|fluff|filler|pleasantries|opening|closing"
    r"|intro"
    r"|comments?|remarks?|framing|outro|notes?|disclaimers?)\b",
    r"\b(?:only|just|solely|strictly|nothing but) (?:with )?(?:the|an?|its|your)"
    r" (?:\w{1,12} ){0,2}(?:poem|haiku|limerick|sonnet|story|song|email|letter|text|recipe|list"
    r"|answer|name|names|summary|joke"
    r"|result|output|paragraph|speech|essay|message|reply|response|words?|title|code|sentence"
    r"|number|final|body|verse|lyrics|steps|facts|riddle|slogan|tweet|caption|definition)\b",
    r"\b(?:the|an?) \w{1,14} (?:only|alone|by itself|on its own|and nothing)\W*$",
    r"\b(?:skip|omit|drop|leave out|spare me|cut|avoid) (?:the|any|all|your|an?)"
    r" (?:\w{1,12} )?(?:intro|preamble|greeting|title|pleasantr|explanation|small talk|fluff|chit"
    r"|preface|commentary"
    r"|lead|opening|heading)",
    r"\b(?:straight|directly|right) (?:into|with) the (?:\w+ )?(?:poem|text|story|answer|line"
    r"|first)|\bget to the point\b|\bverbatim\b|\b(?:and )?that'?s it\b|\bdive\b.{0,12}\bin\W*$",
    r"\b(?:don't|do not|never) (?:introduce|greet|preface|comment|start|begin|open)\b",
    r"\b(?:one|single|two|three)[- ](?:word|letter|line)\b|\bin a word\b|\bcode only\b"
    r"|\bonly code\b",
    r"\b(?:yes|no|true|false|ja|oui|sí|sì|да)[ ,]{0,2}(?:or|/|oder|ou|o|или) ?(?:no|yes|false|true"
    r"|nein|non|нет)\b|\by/n\b",
    r"\bmultiple[- ]choice\b|\b(?:which|the) (?:letter|option)\b",
    r"\b(?:start|begin|end|finish|prefix|preface) (?:your|the|every|each) (?:reply|answer"
    r"|response)",
    r"\bin character\b|\bfrom now on\b|\byou are now\b|\b(?:text[- ]adventure|terminal"
    r"|interpreter)\b",
    r"\b(?:speak|talk|respond|reply|answer) (?:to me )?(?:like|as) (?:an? |if |though )",
    r"\b(?:nur|seulement|solamente|sólo|soltanto|apenas|alleen|только) (?:mit|die|das|der|le|la|el"
    r"|il|antwort\w{0,3}|répon\w{1,3}|json)\b|\bin einem (?:wort|satz)\b|\ben (?:un mot"
    r"|una palabra)\b",
)
# A layout, a length or a voice, asked for this once.
_LOOSE = _any(
    r"\bkey[-/: ]?value\b|\b(?:array|dictionary|schema|columns?|template|html|plain ?text)\b",
    r"\[\w{1,20}\]|<\w{1,20}>|\bformat(?:ted)?(?: (?:it|them|this|your|the|as|like|should|of)|:)",
    r"\bin (?:the|this|that|a) (?:\w{1,12} )?(?:format|form)\b",
    r"\b(?:as|in|into|make|create|build|give me|using|with|draw) (?:an? "
    r"|the )?(?:\w{1,12} )?(?:table|tabular|spreadsheet|matrix|grid|ascii)\b|\btable (?:of|with"
    r"|that|comparing)\b",
    r"\bbullet(?:s|ed|[- ]?points?)?\b|\bnumbered\b|\bcomma[- ]separated\b",
    r"\bseparated? (?:by|with)\b|\bper line\b|\bon (?:a|its own) (?:new )?line\b|\bcode ?block\b",
    r"\b(?:in|with|using|exactly|under|at most|max(?:imum)?(?: of)?|no more than|less than|only) "
    + _FEW
    + r" (?:short |simple )?(?:words?|sentences?|lines?|characters?|letters?)\b",
    r"\b(?:one|two|three)[- ]sentence\b|\b\d{1,4}[- ](?:word|character|line|sentence)s?\b|\b(?:one"
    r"|single)[- ]liner\b",
    r"\bin a (?:sentence|nutshell|few words)\b|\bbriefly:?$|\b(?:start|begin|end)s? (?:it )?with\b",
    r"\b(?:don't|do not) (?:add|include|say|write)\b",
    r"\boptions:|^\s{0,4}\(?[A-Da-d1-4][).:] \S.{0,200}\n\s{0,4}\(?[B-Eb-e2-5][).:] ",
    r"\bfill in the blank|_{3,}|\blet'?s play\b|\b(?:act|behave) (?:like|as) (?:an? |if |though )",
    r"\bin the (?:voice|persona|role) of\b|\bin (?:rhyme|verse|emojis?|morse|pig latin|all caps)\b",
    r"\bin (?:uppercase|lowercase|shakespear\w{1,4})\b|\bsimulator\b",
    r"\b(?:tabelle|tableau|tabla|tabella|tabela|stichpunkt\w{0,3}|aufzählung|maximal \d)\b",
    r"表格|表形式|箇条書き|таблиц|جدول",
)


def asks_format(request: Request, ask: str, instructions: str) -> bool:
    """`ask` is what instructs in the last user message, `instructions` are the system's."""
    small = ask.lower()
    return (
        wants_structure(request.response_format)
        or _STRICT.search(small) is not None
        or _LOOSE.search(small) is not None
        or _STRICT.search(instructions.lower()) is not None
        or _asks_abroad(ask)
        or _asks_abroad(instructions)
    )


def _asks_abroad(text: str) -> bool:
    return detect_language(text) != "en" and asks_format_abroad(text)


def wants_structure(response_format: Json) -> bool:
    """Whether the request's own field asks for more than plain text."""
    if isinstance(response_format, dict):
        return response_format.get("type") != "text"
    return bool(response_format)
