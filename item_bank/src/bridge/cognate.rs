//! How alike an English term and its authored equivalent look.

use unicode_normalization::UnicodeNormalization;

use crate::LanguageTag;

/// Pairs that look alike and mean something else, by language. A list of what schoolbooks meet, not
/// of all there is.
const FALSE_FRIENDS: &[(&str, &[(&str, &str)])] = &[
    (
        "es",
        &[
            ("actual", "actual"),
            ("actually", "actualmente"),
            ("argument", "argumento"),
            ("assist", "asistir"),
            ("attend", "atender"),
            ("carpet", "carpeta"),
            ("character", "carácter"),
            ("collar", "collar"),
            ("college", "colegio"),
            ("conductor", "conductor de orquesta"),
            ("constipated", "constipado"),
            ("current", "corriente de aire"),
            ("embarrassed", "embarazada"),
            ("eventually", "eventualmente"),
            ("exit", "éxito"),
            ("fabric", "fábrica"),
            ("factory", "factoría"),
            ("grape", "grapa"),
            ("idiom", "idioma"),
            ("large", "largo"),
            ("lecture", "lectura"),
            ("library", "librería"),
            ("parent", "pariente"),
            ("pretend", "pretender"),
            ("quote", "cuota"),
            ("realize", "realizar"),
            ("record", "recordar"),
            ("relative", "relativo"),
            ("rope", "ropa"),
            ("sensible", "sensible"),
            ("soap", "sopa"),
            ("success", "suceso"),
            ("support", "soportar"),
            ("table", "tabla de madera"),
            ("vase", "vaso"),
        ],
    ),
    (
        "fil",
        &[
            ("parent", "pariente"),
            ("college", "kolehiyo"),
            ("support", "suporta"),
            ("salary", "salari"),
        ],
    ),
    (
        "vi",
        &[
            ("can", "can"),
            ("tan", "tan"),
            ("do", "do"),
            ("so", "so"),
            ("the", "the"),
        ],
    ),
];

/// The longest common subsequence of letters, as a share of the longer word (LCSR, Melamed 1999),
/// after regular differences are evened out (`ph` and `f`, `-tion` and `-ción`): 0 to 1. Of several
/// equivalents the likest counts, of phrases the mean of their words. A known false friend is 0.
/// `None` where one of them is not written in Latin letters.
pub fn cognate(term: &str, equivalent: &str, language: &LanguageTag) -> Option<f32> {
    let latin = |text: &str| {
        let mut letters = text.nfd().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| c < '\u{0250}')
    };
    if !latin(term) || !latin(equivalent) {
        return None;
    }
    let term = term.to_lowercase();
    let likeness = |one: &str| {
        if is_false_friend(&term, one, language) {
            0.0
        } else {
            phrase_likeness(&term, one)
        }
    };
    let equivalent = equivalent.to_lowercase();
    super::alternatives(&equivalent)
        .map(likeness)
        .max_by(f32::total_cmp)
}

fn is_false_friend(term: &str, equivalent: &str, language: &LanguageTag) -> bool {
    let primary = language.as_str().split('-').next().unwrap_or_default();
    let lists = FALSE_FRIENDS.iter().filter(|(tag, _)| *tag == primary);
    lists
        .flat_map(|(_, pairs)| *pairs)
        .any(|pair| *pair == (term, equivalent))
}

/// Words may stand in another order: "common denominator", "denominador común".
fn phrase_likeness(term: &str, equivalent: &str) -> f32 {
    let others: Vec<String> = words(equivalent).collect();
    let mut sum = 0.0;
    let mut count = 0.0;
    for word in words(term) {
        let best = others
            .iter()
            .map(|other| lcsr(&word, other))
            .max_by(f32::total_cmp);
        sum += best.unwrap_or(0.0);
        count += 1.0;
    }
    if count == 0.0 { 0.0 } else { sum / count }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphabetic() && !is_accent(c));
    words.filter(|word| !word.is_empty()).map(evened)
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

/// Without accents, and with what differs by rule between English and the languages of Latin
/// letters made the same.
fn evened(word: &str) -> String {
    let plain: String = word
        .nfd()
        .filter(|c| !is_accent(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect();
    let mut text = plain;
    for (from, to) in [
        ("ph", "f"),
        ("th", "t"),
        ("ch", "k"),
        ("qu", "k"),
        ("y", "i"),
        ("c", "k"),
        ("q", "k"),
        ("z", "s"),
        ("ll", "l"),
        ("ss", "s"),
        ("tt", "t"),
        ("pp", "p"),
        ("kk", "k"),
        ("ff", "f"),
        ("nn", "n"),
        ("mm", "m"),
        ("rr", "r"),
    ] {
        text = text.replace(from, to);
    }
    for (from, to) in [
        ("tion", "sion"),
        ("kion", "sion"),
        ("siion", "sion"),
        ("iti", "idad"),
        ("ise", "isar"),
        ("ate", "ar"),
        ("ado", "ar"),
        ("ar", "ar"),
    ] {
        if let Some(root) = text.strip_suffix(from) {
            return format!("{root}{to}");
        }
    }
    text
}

fn lcsr(one: &str, other: &str) -> f32 {
    let other: Vec<char> = other.chars().collect();
    let mut row = vec![0_usize; other.len() + 1];
    let mut length = 0;
    for c in one.chars() {
        length += 1;
        let mut corner = 0;
        for (n, d) in other.iter().enumerate() {
            let above = row[n + 1];
            row[n + 1] = if c == *d {
                corner + 1
            } else {
                above.max(row[n])
            };
            corner = above;
        }
    }
    row[other.len()] as f32 / length.max(other.len()).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cognates_look_alike_and_false_friends_do_not_count() {
        let es = |term: &str, word: &str| {
            let language = "es-419".parse().unwrap();
            cognate(term, word, &language).unwrap()
        };
        for (term, word) in [
            ("fraction", "fracción"),
            ("photosynthesis", "fotosíntesis"),
            ("common denominator", "denominador común"),
            ("quantity", "cantidad"),
            ("estimate", "estimar"),
            ("triangle", "triángulo"),
            ("perimeter", "borde, perímetro"),
        ] {
            assert!(es(term, word) >= 0.65, "{term} {word}: {}", es(term, word));
        }
        for (term, word) in [
            ("even", "par"),
            ("length", "largo"),
            ("width", "ancho"),
            ("sum", "total"),
            ("large", "largo"),
            ("realize", "realizar"),
        ] {
            assert!(es(term, word) < 0.5, "{term} {word}: {}", es(term, word));
        }
        let language = "ar".parse().unwrap();
        assert_eq!(cognate("fraction", "كسر", &language), None);
    }
}
