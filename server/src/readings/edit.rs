//! What a teacher writes, parsed once at the edge.

use std::collections::BTreeSet;

use api::{
    Analysis, CoreOrigin, DraftOutcome, EditCore, EditReading, MAX_CORE_SENTENCES, MAX_CORE_TEXT,
    MAX_CORES, MAX_TITLE, MAX_TOPICS, UserId,
};
use item_bank::bridge::UnitId;
use item_bank::{Bank, LanguageTag};
use store::{CoreRow, DraftingCall, ReadingBody, ReadingChoices, ReadingRow};

use super::core::sha256_of;
use crate::error::{Refusal, Reply};

/// A new reading: all choices are left to the analysis.
pub fn begun(title: &str, text: &str, analysis: &Analysis) -> Reply<ReadingBody> {
    Ok(ReadingBody {
        title: title_of(title)?,
        text: plain("text", text)?,
        words: analysis.words,
        choices: ReadingChoices::default(),
        cores: Vec::new(),
    })
}

/// Who saves, and on top of what.
#[derive(Debug)]
pub struct Before<'a> {
    pub cores: &'a [CoreRow],
    pub calls: &'a [DraftingCall],
    pub who: UserId,
    pub now_ms: i64,
}

/// `analysis` is of the text as it is now.
pub fn edited(
    bank: &Bank,
    edit: EditReading,
    analysis: &Analysis,
    before: &Before<'_>,
) -> Reply<ReadingBody> {
    let text = plain("text", &edit.text)?;
    Ok(ReadingBody {
        title: title_of(&edit.title)?,
        words: analysis.words,
        choices: choices(bank, &edit, analysis)?,
        cores: cores(bank, &text, edit.cores, before)?,
        text,
    })
}

/// The reading as it is, with a machine's draft in the place of what one language had.
pub fn with_draft(
    row: &ReadingRow,
    words: u32,
    cores: &[CoreRow],
    draft: EditCore,
    model: &str,
    who: UserId,
    now_ms: i64,
) -> ReadingBody {
    let others = cores.iter().filter(|core| core.language != draft.language);
    let mut cores: Vec<CoreRow> = others.cloned().collect();
    cores.push(CoreRow {
        sha256: sha256_of(
            &row.text,
            &draft.language,
            &draft.core,
            draft.works.as_deref(),
        ),
        language: draft.language,
        core: draft.core,
        works: draft.works,
        origin: CoreOrigin::Machine(model.to_owned()),
        by: who,
        by_name: String::new(),
        at_ms: now_ms,
    });
    ReadingBody {
        title: row.title.clone(),
        text: row.text.clone(),
        words,
        choices: row.choices.clone(),
        cores,
    }
}

fn choices(bank: &Bank, edit: &EditReading, analysis: &Analysis) -> Reply<ReadingChoices> {
    let key_sentences = match &edit.key_sentences {
        None => None,
        Some(places) => {
            let places: BTreeSet<u16> = places.iter().copied().collect();
            let count = analysis.sentences.len();
            if let Some(far) = places.iter().find(|place| usize::from(**place) >= count) {
                return Err(Refusal::malformed(
                    format!("There is no sentence {far}: the text has {count}, counted from 0."),
                    "Analyse the text again and choose anew.",
                )
                .field("key_sentences"));
            }
            Some(places.into_iter().collect())
        }
    };
    // a term that stands nowhere any more needs not be taken out
    let found = analysis.terms.iter().map(|found| &found.term);
    let removed = found.filter(|term| edit.removed_terms.contains(term));
    Ok(ReadingChoices {
        key_sentences,
        removed_terms: removed.cloned().collect(),
        topics: topics(bank, &edit.topics)?,
    })
}

fn topics(bank: &Bank, wanted: &[UnitId]) -> Reply<Vec<UnitId>> {
    let mut topics: Vec<UnitId> = Vec::new();
    for topic in wanted {
        let there = match topic {
            UnitId::Skill(code) => bank.skill(code).is_some(),
            UnitId::Passage(id) => bank.passage(id).is_some(),
            _ => false,
        };
        if !there {
            return Err(Refusal::malformed(
                format!("'{topic}' is no skill or passage of the bank."),
                "Choose one of the ideas that the analysis found, or of /api/v1/content/skills.",
            )
            .field("topics"));
        }
        if !topics.contains(topic) {
            topics.push(topic.clone());
        }
    }
    if topics.len() > MAX_TOPICS {
        return Err(Refusal::malformed(
            format!("{} ideas are too many for one reading.", topics.len()),
            format!("Keep the {MAX_TOPICS} that matter most."),
        )
        .field("topics"));
    }
    Ok(topics)
}

fn cores(
    bank: &Bank,
    text: &str,
    wanted: Vec<EditCore>,
    before: &Before<'_>,
) -> Reply<Vec<CoreRow>> {
    if wanted.len() > MAX_CORES {
        return Err(Refusal::malformed(
            format!("{} languages are too many for one reading.", wanted.len()),
            format!("Keep at most {MAX_CORES}."),
        )
        .field("cores"));
    }
    let mut seen: BTreeSet<LanguageTag> = BTreeSet::new();
    let mut rows = Vec::new();
    for core in wanted {
        if bank.language(&core.language).is_none() {
            return Err(Refusal::malformed(
                format!("The bank has no language '{}'.", core.language),
                "Choose one of /api/v1/bridge/languages.",
            )
            .field("cores"));
        }
        if !seen.insert(core.language.clone()) {
            return Err(Refusal::malformed(
                format!("'{}' is there twice.", core.language),
                "Send one text for each language.",
            )
            .field("cores"));
        }
        rows.push(core_row(text, within(core)?, before));
    }
    Ok(rows)
}

/// A text of the right size, trimmed.
pub fn within(core: EditCore) -> Reply<EditCore> {
    let language = core.language;
    let wrong = |detail: String, remedy: String| Refusal::malformed(detail, remedy).field("cores");
    if core.core.is_empty() || core.core.len() > MAX_CORE_SENTENCES {
        return Err(wrong(
            format!(
                "The idea in '{language}' has {} sentences.",
                core.core.len()
            ),
            format!("Write 1 to {MAX_CORE_SENTENCES}, each by itself."),
        ));
    }
    let one = |text: &str| -> Reply<String> {
        let text = plain("cores", text)?;
        let count = text.chars().count();
        if count == 0 || count > MAX_CORE_TEXT || text.contains('\n') {
            return Err(wrong(
                format!(
                    "A sentence in '{language}' has {count} characters, or more than one line."
                ),
                format!("Write 1 to {MAX_CORE_TEXT} characters in one line."),
            ));
        }
        Ok(text)
    };
    let sentences: Reply<Vec<String>> = core.core.iter().map(|text| one(text)).collect();
    let works = core.works.filter(|text| !text.trim().is_empty());
    Ok(EditCore {
        core: sentences?,
        works: works.map(|text| one(&text)).transpose()?,
        language,
    })
}

/// What did not change keeps who wrote it; what a machine began stays marked so.
fn core_row(text: &str, core: EditCore, before: &Before<'_>) -> CoreRow {
    let EditCore {
        language,
        core,
        works,
    } = core;
    let sha256 = sha256_of(text, &language, &core, works.as_deref());
    let held = before.cores.iter().find(|it| it.language == language);
    if let Some(same) = held.filter(|it| it.core == core && it.works == works) {
        return CoreRow {
            sha256,
            ..same.clone()
        };
    }
    let origin = match held.map(|it| it.origin.clone()) {
        Some(CoreOrigin::Machine(model) | CoreOrigin::EditedMachine(model)) => {
            CoreOrigin::EditedMachine(model)
        }
        Some(CoreOrigin::Written) => CoreOrigin::Written,
        // a draft that was taken away and put back is a draft still
        None => match drafted(&language, before.calls) {
            Some(model) => CoreOrigin::EditedMachine(model),
            None => CoreOrigin::Written,
        },
    };
    CoreRow {
        language,
        core,
        works,
        origin,
        by: before.who,
        by_name: String::new(),
        at_ms: before.now_ms,
        sha256,
    }
}

fn drafted(language: &LanguageTag, calls: &[DraftingCall]) -> Option<String> {
    let stored =
        |call: &&DraftingCall| call.outcome == DraftOutcome::Stored && call.language == *language;
    calls
        .iter()
        .rev()
        .find(stored)
        .map(|call| call.model.clone())
}

fn title_of(text: &str) -> Reply<String> {
    let title = plain("title", text)?;
    let count = title.chars().count();
    if count == 0 || count > MAX_TITLE || title.contains('\n') {
        return Err(Refusal::malformed(
            format!("The title has {count} characters, or more than one line."),
            format!("Write 1 to {MAX_TITLE} characters in one line."),
        )
        .field("title"));
    }
    Ok(title)
}

/// Trimmed, with one kind of line end. Signs that steer a terminal or turn the direction of writing are
/// refused: they make a text look other than it is.
fn plain(field: &str, text: &str) -> Reply<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let steers = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if let Some(sign) = text.chars().find(|c| steers(*c)) {
        return Err(Refusal::malformed(
            format!("The text holds the invisible sign U+{:04X}.", sign as u32),
            "Paste it as plain text.",
        )
        .field(field));
    }
    Ok(text.trim().to_owned())
}
