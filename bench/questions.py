"""Short questions as people ask them, of the kinds that an opening may precede."""

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
