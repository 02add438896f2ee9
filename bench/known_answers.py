"""Short questions of which everybody knows the answer, written for this project on 2026-11-20.

A reply is right if it says one of the words. That is generous: one that says the right word among
wrong ones passes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TABLE = """
What is the capital of France? | Paris
What is the capital of Italy? | Rome
What is the capital of Japan? | Tokyo
What is the capital of Canada? | Ottawa
What is the capital of Australia? | Canberra
What is the capital of Egypt? | Cairo
What is the capital of Kenya? | Nairobi
What is the capital of Peru? | Lima
What is the capital of Norway? | Oslo
What is the capital of Hungary? | Budapest
What is the capital of Turkey? | Ankara
What is the capital of Portugal? | Lisbon
What is the capital of Thailand? | Bangkok
What is the capital of Cuba? | Havana
What is the capital of Greece? | Athens
What is 2 + 3? | 5, five
What is 7 + 8? | 15, fifteen
What is 9 - 4? | 5, five
What is 6 times 7? | 42, forty-two
What is 12 times 12? | 144
What is 100 divided by 4? | 25, twenty-five
What is half of 18? | 9, nine
What is 15 + 27? | 42, forty-two
What is 81 divided by 9? | 9, nine
What is 13 times 3? | 39, thirty-nine
How many days are in a week? | 7, seven
How many months are in a year? | 12, twelve
How many hours are in a day? | 24, twenty-four
How many minutes are in an hour? | 60, sixty
How many legs does a spider have? | 8, eight
How many legs does an insect have? | 6, six
How many sides does a triangle have? | 3, three
How many sides does a hexagon have? | 6, six
How many continents are there? | 7, seven
How many players of one football team are on the field? | 11, eleven
How many centimetres are in a metre? | 100, hundred
What is the opposite of hot? | cold
What is the opposite of early? | late
What is the opposite of empty? | full
What is the opposite of cheap? | expensive, costly, dear
What is the opposite of north? | south
What is the opposite of victory? | defeat, loss
What is the opposite of ancient? | modern, new, contemporary
What is the opposite of generous? | stingy, selfish, greedy, mean
What is the chemical symbol of gold? | Au
What is the chemical symbol of iron? | Fe
What is the chemical symbol of sodium? | Na
What is the chemical symbol of oxygen? | O
What is the chemical formula of water? | H2O, H₂O
Which planet is closest to the Sun? | Mercury
Which planet is the largest of the solar system? | Jupiter
Which planet is known as the red planet? | Mars
What do bees make? | honey
What do caterpillars turn into? | butterfly, butterflies, moth, moths
What is a young dog called? | puppy, pup
What is a young cat called? | kitten
What is a female sheep called? | ewe
What is frozen water called? | ice
What gas do plants take in? | carbon dioxide, CO2
At how many degrees Celsius does water boil? | 100, hundred
Who wrote Romeo and Juliet? | Shakespeare
Who painted the Mona Lisa? | Leonardo, Vinci
Who wrote Pride and Prejudice? | Austen
Who developed the theory of relativity? | Einstein
Who was the first person to walk on the Moon? | Armstrong
Who wrote the Odyssey? | Homer
Who discovered penicillin? | Fleming
Who composed The Magic Flute? | Mozart
In which year did the Second World War end? | 1945
In which year did the Berlin Wall fall? | 1989
In which country is the Taj Mahal? | India
In which country are the pyramids of Giza? | Egypt
In which country is Machu Picchu? | Peru
In which city is the Eiffel Tower? | Paris
In which city is the Colosseum? | Rome
On which continent is Brazil? | South America
On which continent is Nigeria? | Africa
What language is spoken in Brazil? | Portuguese
What language is spoken in Austria? | German
What is the currency of Japan? | yen
What is the currency of the United Kingdom? | pound, sterling
What colour do you get from blue and yellow? | green
What colour do you get from red and white? | pink
What colour is an emerald? | green
What is the German word for house? | Haus
What is the French word for dog? | chien
What is the Spanish word for water? | agua
What is the past tense of "go"? | went
What is the plural of "mouse"? | mice
What is the plural of "child"? | children
Which day comes after Tuesday? | Wednesday
Which month comes before April? | March
Which season comes after winter? | spring
What is the largest ocean? | Pacific
What is the longest river of Africa? | Nile
What is the highest mountain on Earth? | Everest
""".strip()


@dataclass(frozen=True, slots=True)
class Known:
    question: str
    answers: tuple[str, ...]

    def is_right(self, reply: str) -> bool:
        return any(
            re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", reply, re.IGNORECASE)
            for answer in self.answers
        )


def _read(line: str) -> Known:
    question, _, answers = line.partition(" | ")
    return Known(question, tuple(answers.split(", ")))


KNOWN = tuple(map(_read, _TABLE.splitlines()))
