//! What a teacher sees of the bridge in a class.

use std::collections::{BTreeMap, HashMap};

use api::{ClassBridge, ClassId, ClassTerm, OwnSentence, SkillSupport, StudentBridge, UserId};
use engine::TermState;
use item_bank::TermId;
use item_bank::bridge::English;
use store::{LeaningRow, SentenceRow, StudentRow, SupportRow};

use super::words;
use crate::error::Reply;
use crate::state::AppState;

/// Answers older than this say nothing of who leans on the bridge now.
const LATELY_MS: i64 = 30 * 24 * 3_600_000;

pub async fn of_class(state: &AppState, class: ClassId) -> Reply<ClassBridge> {
    let store = &state.store;
    let now_ms = state.now_ms();
    let roster = store.roster(class).await?;
    let states = words::states_by_student(store.term_events_of_class(class).await?);
    let each = StudentBridge::MAX_SENTENCES as u32;
    let mut sentences: HashMap<UserId, Vec<SentenceRow>> = HashMap::new();
    for row in store.sentences_of_class(class, each).await? {
        sentences.entry(row.student).or_default().push(row);
    }
    let mut supports: HashMap<UserId, Vec<SupportRow>> = HashMap::new();
    for row in store.support_of_class(class).await? {
        supports.entry(row.student).or_default().push(row);
    }
    let leaning = store.leaning_of_class(class, now_ms - LATELY_MS).await?;
    let leaning: HashMap<UserId, LeaningRow> =
        leaning.into_iter().map(|row| (row.student, row)).collect();

    let bank = state.bank();
    let english = bank.english();
    let students = roster.into_iter().map(|row| {
        let id = row.id;
        let parts = Parts {
            states: states.get(&id),
            support: supports.remove(&id).unwrap_or_default(),
            leaning: leaning.get(&id).copied(),
            sentences: sentences.remove(&id).unwrap_or_default(),
        };
        student(english, row, parts)
    });
    Ok(ClassBridge {
        rule: words::rule(),
        students: students.collect(),
        terms: terms(english, states.values()),
        server_time_ms: now_ms,
    })
}

/// Words that the bank does not have any more are left out.
fn terms<'a>(
    english: &English,
    states: impl Iterator<Item = &'a BTreeMap<TermId, TermState>>,
) -> Vec<ClassTerm> {
    let mut found: BTreeMap<&TermId, ClassTerm> = BTreeMap::new();
    for (id, state) in states.flatten() {
        let Some(term) = english.terms.get(id) else {
            continue;
        };
        let counts = found.entry(id).or_insert_with(|| ClassTerm {
            term: id.clone(),
            en: term.en.clone(),
            tier: term.tier.into(),
            met: 0,
            asked: 0,
            used: 0,
            folded: 0,
            misused: 0,
            relapsed: 0,
        });
        counts.met += u32::from(state.met > 0);
        counts.asked += u32::from(state.asked > 0);
        counts.used += u32::from(state.used > 0);
        counts.folded += u32::from(state.is_folded(words::rule()));
        counts.misused += u32::from(state.misused > 0);
        counts.relapsed += u32::from(state.relapses > 0);
    }
    let mut terms: Vec<ClassTerm> = found.into_values().collect();
    terms.sort_by_cached_key(|term| (term.en.to_lowercase(), term.term.clone()));
    terms
}

/// What is known of one student, besides who they are.
struct Parts<'a> {
    states: Option<&'a BTreeMap<TermId, TermState>>,
    support: Vec<SupportRow>,
    leaning: Option<LeaningRow>,
    sentences: Vec<SentenceRow>,
}

fn student(english: &English, row: StudentRow, parts: Parts<'_>) -> StudentBridge {
    let states = || parts.states.into_iter().flat_map(BTreeMap::values);
    let words = |counts: fn(&TermState) -> bool| states().filter(|it| counts(it)).count() as u32;
    let sentence = |row: SentenceRow| {
        let en = english.terms.get(&row.term);
        OwnSentence {
            en: en.map_or_else(|| row.term.to_string(), |term| term.en.clone()),
            term: row.term,
            text: row.text,
            at_ms: row.at_ms,
        }
    };
    StudentBridge {
        id: row.id,
        name: format!("{} {}", row.given_name, row.family_name),
        sort_name: format!("{}, {}", row.family_name, row.given_name),
        home_language: row.home_language,
        support: row.support,
        skills: skills(parts.support),
        answers: parts.leaning.map_or(0, |it| it.answers),
        with_bridge: parts.leaning.map_or(0, |it| it.with_bridge),
        asked: states().map(|state| state.asked).sum(),
        words_met: words(|state| state.met > 0),
        words_used: words(|state| state.used > 0),
        words_folded: words(|state| state.is_folded(words::rule())),
        sentences: parts.sentences.into_iter().map(sentence).collect(),
    }
}

pub fn skills(rows: Vec<SupportRow>) -> Vec<SkillSupport> {
    let each = rows.into_iter();
    each.map(|row| SkillSupport {
        skill: row.skill,
        level: row.level,
    })
    .collect()
}
