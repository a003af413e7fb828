//! Which ideas, words and steps stand beside the page, and how far each is open.

use item_bank::bridge::{Concept, ConceptEn, Step, Support, distill};
use item_bank::{Kind, TermId};

use crate::act::marks;
use crate::known::Known;
use crate::page::{Page, Subject};
use crate::tested::Tested;

/// An idea with what there is of it.
#[derive(Clone, Copy, Debug)]
pub struct Idea<'a> {
    pub of: Of,
    pub english: Option<&'a ConceptEn>,
    /// Only where it may be shown.
    pub home: Option<&'a Concept>,
}

/// What an idea is the idea of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Skill,
    Text,
}

/// How a word stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Open,
    /// Opens at a press; whether it is open now.
    Folds(bool),
    /// Used well: only the English word, until asked for.
    Known,
    /// Part of what the question tests, or its card would explain that: only the English word.
    Assessed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub term: TermId,
    pub form: Form,
}

/// The ideas beside the page, the nearest first: none that explains a word whose meaning the
/// question tests.
pub fn ideas<'a>(known: &'a Known, page: &Page) -> Vec<Idea<'a>> {
    let tested = Tested::of(known, page);
    let mut found = all_ideas(known, page);
    found.retain(|idea| !tested.is_told_by(idea.english, idea.home));
    found
}

/// Whether there are ideas, and none of them may stand beside the question.
pub fn withholds_ideas(known: &Known, page: &Page) -> bool {
    ideas(known, page).is_empty() && !all_ideas(known, page).is_empty()
}

fn all_ideas<'a>(known: &'a Known, page: &Page) -> Vec<Idea<'a>> {
    let english = &known.english;
    let home = known.home.as_ref();
    let may = |it: &&Concept| known.may_show(it.approved.as_ref());
    let skill = |code| Idea {
        of: Of::Skill,
        english: english.concepts.get(code),
        home: home.and_then(|it| it.concepts.get(code)).filter(may),
    };
    let text = |id| Idea {
        of: Of::Text,
        english: english.passages.get(id),
        home: home.and_then(|it| it.passages.get(id)).filter(may),
    };
    let mut found = Vec::new();
    match &page.subject {
        Subject::Question(question, _) => {
            found.push(skill(&question.skill));
            found.extend(question.passage.as_ref().map(text));
        }
        Subject::Reading(id) => {
            let Some(reading) = known.readings.get(id) else {
                return found;
            };
            let own = home.and_then(|home| reading.cores.get(&home.language));
            found.push(Idea {
                of: Of::Text,
                english: None,
                home: own.filter(may),
            });
            found.extend(reading.passages.iter().map(text));
            found.extend(reading.skills.iter().map(skill));
        }
    }
    found.retain(|idea| idea.english.is_some() || idea.home.is_some());
    found
}

/// The words beside the page: its own, then those that its ideas lean on, then the tested ones.
pub fn cards(known: &Known, page: &Page) -> Vec<Card> {
    let own = match &page.subject {
        Subject::Question(question, _) => question.terms.clone(),
        Subject::Reading(id) => known
            .readings
            .get(id)
            .map(|it| it.terms.clone())
            .unwrap_or_default(),
    };
    let question = page.question();
    let tested = Tested::of(known, page);
    // where a word is the answer, only words that the question names
    let tells = question.is_none_or(|it| it.kind != Kind::ShortText);
    let leaned: Vec<TermId> = ideas(known, page)
        .iter()
        .filter(|_| tells)
        .filter_map(|idea| idea.english)
        .flat_map(|english| marks(&english.core))
        .collect();
    let own_open = question.is_some() && matches!(page.support, Support::Full | Support::Moderate);
    let mut found: Vec<Card> = Vec::new();
    let all = own.iter().map(|term| (term, own_open));
    let all = all.chain(leaned.iter().map(|term| (term, false)));
    for (term, open) in all.chain(tested.words().iter().map(|term| (term, false))) {
        if !known.english.terms.contains_key(term) || found.iter().any(|it| it.term == *term) {
            continue;
        }
        let told = tested.contains(term) || tested.is_told_by_card(term, known.home.as_ref());
        let form = if told {
            Form::Assessed
        } else if page.known.contains(term) && known.is_folded(term) && !page.shown.contains(term) {
            Form::Known
        } else if open || page.shown.contains(term) {
            Form::Open
        } else {
            Form::Folds(page.is_open(&format!("card-{term}"), false))
        };
        let term = term.clone();
        found.push(Card { term, form });
    }
    found
}

/// Words that have something to say, open or not.
pub fn terms(known: &Known, page: &Page) -> Vec<TermId> {
    let cards = cards(known, page).into_iter();
    let explained = cards.filter(|it| it.form != Form::Assessed);
    explained.map(|it| it.term).collect()
}

/// Words whose cards stand open.
pub fn open(known: &Known, page: &Page) -> Vec<TermId> {
    let cards = cards(known, page).into_iter();
    let open = cards.filter(|it| matches!(it.form, Form::Open | Form::Folds(true)));
    open.map(|it| it.term).collect()
}

/// The question's instruction step by step; none where there is nothing to take apart.
pub fn steps(known: &Known, page: &Page) -> Vec<Step> {
    let steps = page
        .question()
        .and_then(|it| distill(&it.stem, &known.english));
    steps.unwrap_or_default()
}
