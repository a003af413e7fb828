//! Whether a text is plausibly in a language, and how the language says no.

use whatlang::{Detector, Lang};

use super::standing::{is_spaceless, stands_in};
use crate::LanguageTag;

/// Letters below which a share of scripts means nothing.
const FEW_LETTERS: usize = 8;
/// Characters below which a language cannot be told.
const FEW_CHARACTERS: usize = 40;

/// Characters of Traditional Chinese that Simplified writes otherwise.
const TRADITIONAL: &str = "個們這說對時來為麼麗數學應該過還邊會國長兩開關點線圖題課讀寫種類單雙變換總結減餘積體階級實際總測驗";
/// The other way about.
const SIMPLIFIED: &str = "个们这说对时来为么丽数学应该过还边会国长两开关点线图题课读写种类单双变换总结减余积体阶级实际总测验";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Arabic,
    Han,
    Cyrillic,
    Hangul,
    Gurmukhi,
    Other,
}

/// What speaks against the language, in words; `None` when nothing does. `share` is how many of the
/// letters must be of its script: 0 to 1.
pub(crate) fn doubt(text: &str, language: &LanguageTag, share: f32) -> Option<String> {
    let expected = script_of(language);
    let letters: Vec<Script> = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(script)
        .collect();
    let fitting = letters.iter().filter(|script| **script == expected).count();
    if letters.len() >= FEW_LETTERS && (fitting as f32) < share * letters.len() as f32 {
        return Some(format!(
            "only {fitting} of {} letters are of the script of '{language}' ({expected:?})",
            letters.len()
        ));
    }
    match expected {
        Script::Han => wrong_characters(text, language),
        Script::Latin => other_language(text, language),
        _ => None,
    }
}

fn primary(language: &LanguageTag) -> &str {
    language.as_str().split('-').next().unwrap_or_default()
}

fn script_of(language: &LanguageTag) -> Script {
    match primary(language) {
        "ar" | "fa" | "ur" | "ps" => Script::Arabic,
        "zh" | "yue" => Script::Han,
        "ru" | "uk" => Script::Cyrillic,
        "ko" => Script::Hangul,
        "pa" => Script::Gurmukhi,
        _ => Script::Latin,
    }
}

fn script(c: char) -> Script {
    match c {
        '\u{0041}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
        '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FEFF}' => {
            Script::Arabic
        }
        '\u{0400}'..='\u{052F}' => Script::Cyrillic,
        '\u{AC00}'..='\u{D7AF}' => Script::Hangul,
        '\u{0A00}'..='\u{0A7F}' => Script::Gurmukhi,
        c if is_spaceless(c) => Script::Han,
        _ => Script::Other,
    }
}

fn wrong_characters(text: &str, language: &LanguageTag) -> Option<String> {
    let (wanted, other) = match language.as_str() {
        "zh-Hans" => (SIMPLIFIED, TRADITIONAL),
        "zh-Hant" | "yue" => (TRADITIONAL, SIMPLIFIED),
        _ => return None,
    };
    let found = text
        .chars()
        .find(|c| other.contains(*c) && !wanted.contains(*c))?;
    Some(format!(
        "'{found}' is not a character that '{language}' uses"
    ))
}

fn other_language(text: &str, language: &LanguageTag) -> Option<String> {
    let expected = match primary(language) {
        "es" => Lang::Spa,
        "vi" => Lang::Vie,
        "fil" | "tl" => Lang::Tgl,
        "pt" => Lang::Por,
        "en" => Lang::Eng,
        _ => return None,
    };
    if text.chars().count() <= FEW_CHARACTERS {
        return None;
    }
    if let Some(other) = by_small_words(text).filter(|other| *other != expected) {
        return Some(format!("it reads like {}", other.eng_name()));
    }
    // with few languages to choose from, a short text is told apart more surely
    let among = vec![
        Lang::Spa,
        Lang::Vie,
        Lang::Tgl,
        Lang::Por,
        Lang::Eng,
        Lang::Fra,
    ];
    let found = Detector::with_allowlist(among).detect(text)?;
    (found.lang() != expected && found.is_reliable())
        .then(|| format!("it reads like {}", found.lang().eng_name()))
}

/// Words that nearly every sentence of a language has.
const SMALL_WORDS: &[(Lang, &[&str])] = &[
    (
        Lang::Eng,
        &[
            "the", "of", "is", "are", "and", "you", "that", "it", "when", "they", "for", "with",
            "this", "these", "from", "which", "what", "how", "only", "same", "can", "each", "not",
            "your", "their",
        ],
    ),
    (
        Lang::Spa,
        &[
            "el", "la", "los", "las", "de", "del", "que", "en", "un", "una", "se", "por", "con",
            "es", "son", "su", "lo", "para", "más", "mismo", "tiene", "como",
        ],
    ),
    (
        Lang::Tgl,
        &[
            "ang", "ng", "mga", "sa", "na", "ay", "ito", "ito'y", "kung", "para", "isang", "mo",
            "bawat", "iyong",
        ],
    ),
    (
        Lang::Vie,
        &[
            "là", "của", "và", "có", "trong", "được", "một", "các", "cho", "này", "khi", "số",
            "hai", "em", "bằng", "những", "theo", "nhưng", "mỗi", "thì",
        ],
    ),
];

/// Of short texts the small words say more than the detector: of one language most of all, one in
/// five and three at least.
fn by_small_words(text: &str) -> Option<Lang> {
    let lower = text.to_lowercase();
    let words = || {
        let words = lower.split(|c: char| !c.is_alphabetic() && c != '\'');
        words.filter(|word| !word.is_empty())
    };
    let all = words().count();
    let count = |small: &[&str]| words().filter(|word| small.contains(word)).count();
    let best = SMALL_WORDS
        .iter()
        .map(|(lang, small)| (count(small), *lang));
    let (most, lang) = best.max_by_key(|(count, _)| *count)?;
    (most >= 3 && most * 5 >= all).then_some(lang)
}

/// Whether the text negates; `None` for a language whose words for it are not listed here.
pub(crate) fn negates(text: &str, language: &str) -> Option<bool> {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    let primary = language.split('-').next().unwrap_or_default();
    let (words, not_these): (&[&str], &[&str]) = match primary {
        "en" => (
            &[
                "not", "no", "never", "none", "nothing", "nobody", "nor", "neither", "cannot",
                "without", "don't", "doesn't", "isn't", "aren't", "can't", "won't", "didn't",
                "wasn't", "weren't",
            ],
            &[],
        ),
        "es" => (
            &[
                "no", "nunca", "jamás", "ni", "sin", "nada", "nadie", "ningún", "ninguna",
                "ninguno", "tampoco",
            ],
            &[],
        ),
        "vi" => (
            &["không", "chưa", "đừng", "chẳng", "chả", "chớ"],
            &[
                "không gian",
                "không khí",
                "hay không",
                "có phải không",
                "số không",
            ],
        ),
        "fil" | "tl" => (
            &["hindi", "huwag", "wala", "walang", "di", "hindî", "ni"],
            &["kung hindi", "kundi"],
        ),
        "zh" | "yue" => (
            &["不", "没", "沒", "无", "無", "别", "未", "非"],
            &[
                "不同",
                "不管",
                "不断",
                "不斷",
                "不仅",
                "不僅",
                "不过",
                "不過",
                "不论",
                "不論",
                "不但",
                "差不多",
                "无论",
                "無論",
                "非常",
                "分别",
                "別的",
                "别的",
                "特别",
                "类别",
                "级别",
                "性别",
                "区别",
            ],
        ),
        "ar" => (
            &[
                "لا",
                "لم",
                "لن",
                "ليس",
                "ليست",
                "ليسوا",
                "بدون",
                "دون",
                "غير",
                "ولا",
                "فلا",
                "وليس",
                "وليست",
                "ولم",
                "ولن",
                "أبدا",
                "أبدًا",
            ],
            &[],
        ),
        _ => return None,
    };
    let text = not_these
        .iter()
        .fold(text, |text, word| text.replace(word, " "));
    Some(words.iter().any(|word| stands_in(&text, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubts(text: &str, language: &str) -> bool {
        doubt(text, &language.parse().unwrap(), 0.9).is_some()
    }

    #[test]
    fn another_script_or_language_is_seen() {
        let es = "Dos números que muestran lo mismo se escriben de otra manera.";
        let vi = "Hai số cùng chỉ một lượng nhưng được viết theo hai cách khác nhau.";
        let fil = "Ang dalawang bilang na ito ay nagpapakita ng parehong dami ng bagay.";
        let ar = "الكسران اللذان يدلان على المقدار نفسه متساويان دائمًا";
        let zh = "这两个数表示一样多的东西，只是写法有变化。";
        for (tag, text) in [
            ("es", es),
            ("vi", vi),
            ("fil", fil),
            ("ar", ar),
            ("zh-Hans", zh),
        ] {
            assert!(!doubts(text, tag), "{tag}");
            for (other, text) in [
                ("es", es),
                ("vi", vi),
                ("fil", fil),
                ("ar", ar),
                ("zh-Hans", zh),
            ] {
                assert!(
                    other == tag || doubts(text, tag),
                    "{other} passes for {tag}"
                );
            }
            let english = "Two numbers that show the same amount are written in two ways.";
            assert!(doubts(english, tag), "English passes for {tag}");
        }
        assert!(doubts("這個數和那個數一樣大，只是寫法有變化。", "zh-Hans"));
    }

    #[test]
    fn languages_say_no() {
        for (text, language, expected) in [
            ("It is not the same.", "en", true),
            ("It isn't.", "en", true),
            ("Notice the knot.", "en", false),
            ("No cambia.", "es", true),
            ("Es la misma cantidad.", "es", false),
            ("Nó không thay đổi.", "vi", true),
            ("Hindi ito nagbabago.", "fil", true),
            ("它不会变。", "zh-Hans", true),
            ("两种不同的写法。", "zh-Hans", false),
            ("لا يتغير.", "ar", true),
        ] {
            assert_eq!(negates(text, language), Some(expected), "{text}");
        }
        assert_eq!(negates("nein", "de"), None);
    }
}
