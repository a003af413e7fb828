//! Full stops that end no sentence.

/// Whether the full stop after this word is the word's own, and may end a sentence besides.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    const KNOWN: &[&str] = &[
        "etc", "a.m", "p.m", "u.s", "no", "nos", "approx", "ft", "in", "yd", "mi", "oz", "lb",
        "lbs", "qt", "pt", "gal", "cm", "mm", "km", "kg", "ml", "hr", "hrs", "min", "sec", "jr",
        "sr", "ave", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
    ];
    is_title(word) || KNOWN.contains(&word.to_lowercase().as_str())
}

/// Whether more must follow the full stop after this word.
pub(crate) fn is_title(word: &str) -> bool {
    const KNOWN: &[&str] = &[
        "mr", "mrs", "ms", "dr", "st", "mt", "vs", "e.g", "i.e", "fig",
    ];
    KNOWN.contains(&word.to_lowercase().as_str())
}
