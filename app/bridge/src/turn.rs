//! Which task of saying it in English comes next.

use item_bank::bridge::say::{self, Topic};
use item_bank::bridge::{SayKind, SayTask, Support};
use item_bank::{Kind, PassageId, SkillCode, TermId};

use crate::known::Known;
use crate::page::{Page, Subject, Turn};
use crate::tested::Tested;

/// From closed to open, as support grows less.
pub fn kind(support: Support) -> SayKind {
    match support {
        Support::Full => SayKind::Choose,
        Support::Moderate => SayKind::Type,
        Support::Light | Support::OnRequest => SayKind::Own,
    }
}

/// The word used least comes first; none that is used well, and none that the question tests.
pub fn next(known: &Known, page: &mut Page) -> Option<Turn> {
    let tasks = tasks(known, page);
    if tasks.iter().all(|task| page.past.contains(task)) {
        page.past.clear();
    }
    let fresh = tasks.into_iter().filter(|task| !page.past.contains(task));
    // the first of the least used: the order of the sentences decides
    let task = fresh.min_by_key(|task| known.state(&task.term).used)?;
    let view = say::view(&known.english, &task)?;
    Some(Turn {
        task,
        view,
        text: String::new(),
        said: None,
    })
}

fn tasks(known: &Known, page: &Page) -> Vec<SayTask> {
    let kind = kind(page.support);
    let (skills, passages, own): (&[SkillCode], &[PassageId], &[TermId]);
    match &page.subject {
        // where a word is the answer, a gap might ask for that very word
        Subject::Question(question, _) if question.kind == Kind::ShortText => return Vec::new(),
        Subject::Question(question, _) => {
            skills = std::slice::from_ref(&question.skill);
            passages = question.passage.as_slice();
            own = &question.terms;
        }
        Subject::Reading(id) => {
            let Some(reading) = known.readings.get(id) else {
                return Vec::new();
            };
            (skills, passages, own) = (&reading.skills, &reading.passages, &reading.terms);
        }
    }
    let english = &known.english;
    let tested = Tested::of(known, page);
    let mut tasks: Vec<SayTask> = Vec::new();
    let topics = skills.iter().map(Topic::Skill);
    for topic in topics.chain(passages.iter().map(Topic::Passage)) {
        if !tested.is_told_by_tasks_of(topic) {
            tasks.extend(say::tasks(english, topic, kind));
        }
    }
    for term in own {
        if tasks.iter().all(|task| task.term != *term) && !tested.is_told_by_card(term, None) {
            tasks.extend(say::task_for_term(english, term, kind));
        }
    }
    tasks.retain(|task| !tested.contains(&task.term) && !known.is_folded(&task.term));
    tasks
}
