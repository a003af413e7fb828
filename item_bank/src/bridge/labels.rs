//! The words of the bridge panel itself. A pack that lacks one is refused by `content check`.

/// Keys of [`super::LanguagePack::labels`] with what each says in English.
pub const LABELS: &[(&str, &str)] = &[
    ("bridge", "Bridge"),
    ("open", "Open the bridge"),
    ("close", "Close the bridge"),
    ("idea", "The idea"),
    ("idea-in-english", "The idea in English"),
    ("words", "Words to learn"),
    ("say-it", "Say it in English"),
    ("means", "Means"),
    ("cognate", "Looks like a word you know"),
    ("false-friend", "Careful: looks alike, means something else"),
    ("no-cognate", "No similar word"),
    ("everyday", "In everyday English"),
    (
        "assessed",
        "This word is part of the question, so it is not explained here.",
    ),
    ("draft", "Demo: not reviewed by a person"),
];
