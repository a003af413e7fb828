//! Which of the device's voices reads a language.

/// A voice that speaks `language`, of those given by their tags in the device's order. The very
/// region first, then any that a reader of the language understands.
pub fn choose<'a>(language: &str, voices: impl Iterator<Item = &'a str>) -> Option<usize> {
    let ranked = voices.enumerate();
    let ranked = ranked.filter_map(|(n, voice)| Some((rank(language, voice)?, n)));
    ranked.min().map(|(_, n)| n)
}

/// 0 is best; `None` speaks another language.
fn rank(language: &str, voice: &str) -> Option<u8> {
    // some devices write es_MX
    let voice = voice.replace('_', "-").to_ascii_lowercase();
    let language = language.to_ascii_lowercase();
    let (base, own) = (primary(&language), primary(&voice));
    if base != own {
        // Filipino goes by either code
        let same = matches!((base, own), ("fil", "tl") | ("tl", "fil"));
        return same.then_some(1);
    }
    if language == voice {
        return Some(0);
    }
    match base {
        // Spoken Cantonese is not the spoken form of these texts.
        "zh" if voice.contains("-hk") || voice.contains("yue") => None,
        "zh" => {
            let traditional = voice.contains("-tw") || voice.contains("hant");
            Some(if language.contains("hant") == traditional {
                1
            } else {
                2
            })
        }
        // pupils here hear the Americas' Spanish and English
        "es" if ["es-419", "es-us", "es-mx"].contains(&voice.as_str()) => Some(1),
        "en" if voice == "en-us" => Some(1),
        _ => Some(2),
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: &str, voices: &[&str], expected: Option<&str>) {
        let found = choose(language, voices.iter().copied()).map(|n| voices[n]);
        assert_eq!(found, expected, "{language} among {voices:?}");
    }

    #[test]
    fn a_voice_is_chosen_by_what_it_speaks() {
        check("es", &["en-US", "es-ES", "es-MX"], Some("es-MX"));
        check("es", &["en-US", "es-ES"], Some("es-ES"));
        check("es", &["en-US"], None);
        check("en", &["en-GB", "en_US"], Some("en_US"));
        check("fil", &["tl-PH"], Some("tl-PH"));
        check("fil", &["tl-PH", "fil-PH"], Some("tl-PH"));
        check("zh-Hans", &["zh-TW", "zh-CN"], Some("zh-CN"));
        check("zh-Hans", &["zh-HK"], None);
        check("zh-Hant", &["zh-CN", "zh-TW"], Some("zh-TW"));
        check("ar", &["ar"], Some("ar"));
        check("vi", &["vi-VN", "es-ES"], Some("vi-VN"));
        // what begins alike is not the same language
        check("fi", &["fil-PH"], None);
    }
}
