"""Short questions as people ask them, of the kinds that an opening may precede, and many people."""

from __future__ import annotations

SHORT_QUESTIONS = (
    "Why does the sea have tides?",
    "How do vaccines work?",
    "What is a database index?",
    "How do I bake sourdough bread?",
    "Why do leaves change colour in autumn?",
    "What should I know before adopting a cat?",
    "How did Gutenberg's printing press change Europe?",
    "How do I learn a new language quickly?",
    "What are the benefits of compound interest?",
    "Compare server-sent events and WebSockets.",
    "How do I undo a commit in git?",
    "What makes a good cup of coffee?",
    "Explain how rainbows form.",
    "How can I sleep better at night?",
    "Why did the Roman Empire fall?",
    "How do electric cars work?",
    "Give me some ideas for a rainy weekend.",
    "What is inflation in simple terms?",
    "How do plants make food from sunlight?",
    "Tell me about the history of chess.",
)

_TRADES = (
    "a baker|a bus driver|a carpenter|a chef|a dentist|a farmer|a florist|a gardener|a grandmother|"
    "a hairdresser|a journalist|a lawyer|a librarian|a mechanic|a midwife|a musician|a nurse|"
    "a painter|a pharmacist|a photographer|a pilot|a plumber|a police officer|a postman|a potter|"
    "a sailor|a shop owner|a student|a tailor|a teacher|a tour guide|a translator|a waiter|"
    "a welder|a writer|an architect|an electrician|an estate agent|an optician|an usher"
).split("|")
_TOWNS = (
    "Aarhus|Antwerp|Bergen|Bern|Bilbao|Bologna|Bremen|Brno|Bruges|Cork|Dresden|Dundee|Galway|"
    "Geneva|Ghent|Graz|Haarlem|Hull|Innsbruck|Kiel|Leeds|Leiden|Leipzig|Limerick|Linz|Lisbon|"
    "Lyon|Malmo|Nantes|Naples|Odense|Oslo|Padua|Poznan|Riga|Rouen|Seville|Siena|Split|Tartu|"
    "Trieste|Turin|Utrecht|Vilnius|Zagreb"
).split("|")
_YEARS = 80


def asker(number: int) -> str:
    """Who asks, in at most 40 characters; nobody twice in 144,000."""
    rest, trade = divmod(number, len(_TRADES))
    rest, town = divmod(rest, len(_TOWNS))
    return f"I am {_TRADES[trade]} in {_TOWNS[town]}, {18 + rest % _YEARS}."
