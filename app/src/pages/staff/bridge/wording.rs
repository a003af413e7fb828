//! The words of the section, as staff say them.

use api::{SupportLevel, TextCounts, TextKind, TextState};
use item_bank::LanguageTag;
use item_bank::bridge::{Cognate, PartOfSpeech, Support};

use crate::pages::staff::words::counted;

/// Names of languages in English. Browsers name some of these only by their code.
const NAMES: [(&str, &str); 13] = [
    ("es", "Spanish"),
    ("ar", "Arabic"),
    ("vi", "Vietnamese"),
    ("zh-Hans", "Chinese, simplified"),
    ("zh-Hant", "Chinese, traditional"),
    ("fil", "Filipino"),
    ("pa", "Punjabi"),
    ("ru", "Russian"),
    ("ko", "Korean"),
    ("fa", "Farsi"),
    ("hy", "Armenian"),
    ("uk", "Ukrainian"),
    ("pt", "Portuguese"),
];

/// In English; a language without a name here keeps its tag.
pub fn language(tag: &LanguageTag) -> String {
    let found = NAMES.iter().find(|(known, _)| *known == tag.as_str());
    found.map_or_else(|| tag.to_string(), |(_, name)| (*name).to_owned())
}

pub const STATES: [TextState; 4] = [
    TextState::Drafted,
    TextState::Changed,
    TextState::Returned,
    TextState::Approved,
];

pub fn state(state: TextState) -> &'static str {
    match state {
        TextState::Drafted => "Draft",
        TextState::Approved => "Approved",
        TextState::Returned => "Returned",
        TextState::Changed => "Changed since approval",
    }
}

/// In the wire's own spelling, for addresses and styles.
pub fn state_code(state: TextState) -> &'static str {
    match state {
        TextState::Drafted => "drafted",
        TextState::Approved => "approved",
        TextState::Returned => "returned",
        TextState::Changed => "changed",
    }
}

pub fn state_of(code: &str) -> Option<TextState> {
    STATES.into_iter().find(|state| state_code(*state) == code)
}

pub fn count_of(counts: &TextCounts, state: TextState) -> u32 {
    match state {
        TextState::Drafted => counts.drafted,
        TextState::Approved => counts.approved,
        TextState::Returned => counts.returned,
        TextState::Changed => counts.changed,
    }
}

pub const KINDS: [TextKind; 6] = [
    TextKind::Skill,
    TextKind::Passage,
    TextKind::Term,
    TextKind::Verbs,
    TextKind::Labels,
    TextKind::Interface,
];

pub fn kind(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Skill => "Idea of a skill",
        TextKind::Passage => "Idea of a passage",
        TextKind::Term => "Word card",
        TextKind::Verbs => "Task words",
        TextKind::Labels => "Words of the bridge",
        TextKind::Interface => "Words of the app",
    }
}

pub fn kind_code(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Skill => "skill",
        TextKind::Passage => "passage",
        TextKind::Term => "term",
        TextKind::Verbs => "verbs",
        TextKind::Labels => "labels",
        TextKind::Interface => "interface",
    }
}

pub fn kind_of(code: &str) -> Option<TextKind> {
    KINDS.into_iter().find(|kind| kind_code(*kind) == code)
}

pub fn cognate(cognate: Cognate) -> &'static str {
    match cognate {
        Cognate::Yes => "Cognate: looks like the English word",
        Cognate::No => "No cognate",
        Cognate::FalseFriend => "False friend: looks alike, means something else",
    }
}

/// For a narrow column.
pub fn cognate_short(cognate: Cognate) -> &'static str {
    match cognate {
        Cognate::Yes => "cognate",
        Cognate::No => "none",
        Cognate::FalseFriend => "false friend",
    }
}

pub fn part(part: PartOfSpeech) -> &'static str {
    match part {
        PartOfSpeech::Noun => "noun",
        PartOfSpeech::Verb => "verb",
        PartOfSpeech::Adjective => "adjective",
        PartOfSpeech::Phrase => "phrase",
    }
}

pub fn tier(tier: u8) -> &'static str {
    if tier == 2 {
        "Tier 2, general academic"
    } else {
        "Tier 3, of the subject"
    }
}

pub const LEVELS: [SupportLevel; 5] = [
    SupportLevel::Emerging,
    SupportLevel::Expanding,
    SupportLevel::Bridging,
    SupportLevel::Exited,
    SupportLevel::None,
];

pub fn level(level: SupportLevel) -> &'static str {
    match level {
        SupportLevel::Emerging => "Emerging: open from the start",
        SupportLevel::Expanding => "Expanding: opens on request",
        SupportLevel::Bridging => "Bridging: light",
        SupportLevel::Exited => "Exited: on request",
        SupportLevel::None => "Not an English learner",
    }
}

pub fn level_short(level: SupportLevel) -> &'static str {
    match level {
        SupportLevel::Emerging => "Emerging",
        SupportLevel::Expanding => "Expanding",
        SupportLevel::Bridging => "Bridging",
        SupportLevel::Exited => "Exited",
        SupportLevel::None => "Not an English learner",
    }
}

pub fn level_code(level: SupportLevel) -> &'static str {
    match level {
        SupportLevel::Emerging => "emerging",
        SupportLevel::Expanding => "expanding",
        SupportLevel::Bridging => "bridging",
        SupportLevel::Exited => "exited",
        SupportLevel::None => "none",
    }
}

pub fn level_of(code: &str) -> Option<SupportLevel> {
    LEVELS.into_iter().find(|level| level_code(*level) == code)
}

pub const SUPPORTS: [Support; 4] = [
    Support::Full,
    Support::Moderate,
    Support::Light,
    Support::OnRequest,
];

/// Name, and what stands open.
pub fn support(support: Support) -> (&'static str, &'static str) {
    match support {
        Support::Full => (
            "Full",
            "Emerging. Open from the start: the whole idea, every card, a closed frame.",
        ),
        Support::Moderate => (
            "Moderate",
            "Expanding. Opens on request: the idea in English first, one sentence in the home language, the cards.",
        ),
        Support::Light => (
            "Light",
            "Bridging. Opens on request: the idea in English; cards and home language folded.",
        ),
        Support::OnRequest => ("On request", "Exited. Opens on request, everything folded."),
    }
}

/// "12 of 340 approved", and the rest where there is some.
pub fn progress(counts: &TextCounts) -> String {
    let mut said = format!(
        "{} of {} approved",
        counts.approved,
        counted(counts.texts as usize, "text", "texts")
    );
    for (n, what) in [
        (counts.drafted, "drafts"),
        (counts.changed, "changed since approval"),
        (counts.returned, "returned"),
    ] {
        if n > 0 {
            said.push_str(" · ");
            said.push_str(&n.to_string());
            said.push_str(&[" ", what].concat());
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_there_and_back() {
        for each in STATES {
            assert_eq!(state_of(state_code(each)), Some(each));
        }
        for each in KINDS {
            assert_eq!(kind_of(kind_code(each)), Some(each));
        }
        for each in LEVELS {
            assert_eq!(level_of(level_code(each)), Some(each));
        }
        assert_eq!(state_of("mastered"), None);
    }

    #[test]
    fn progress_names_only_what_there_is() {
        let counts = TextCounts {
            texts: 10,
            approved: 3,
            drafted: 7,
            ..TextCounts::default()
        };
        assert_eq!(progress(&counts), "3 of 10 texts approved · 7 drafts");
    }

    #[test]
    fn a_language_without_a_name_keeps_its_tag() {
        assert_eq!(language(&"zh-Hans".parse().unwrap()), "Chinese, simplified");
        assert_eq!(language(&"hmn".parse().unwrap()), "hmn");
    }
}
