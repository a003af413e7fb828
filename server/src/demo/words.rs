//! What the demo's students did with words: cards that stood open beside their questions, and tries
//! to say it in English. Each try goes through the server's own check.

use api::{BridgeUse, SupportLevel, UseId, UseKind};
use engine::SchoolDay;
use item_bank::bridge::say::{Topic, task_for_term, tasks, view};
use item_bank::bridge::{SayKind, SayTask};
use item_bank::{Bank, SkillCode, TermId};
use store::{GradedResponse, Happened, NewUse};

use super::history::DAY_MS;
use super::people::DemoStudent;
use super::random::Dice;
use crate::bridge::{uses, words};
use crate::ids;

/// How often, of the questions with the bridge open: the student asks for a card, and tries to say it.
const ASKS: f64 = 0.12;
const TRIES: f64 = 0.75;
/// Tries that come out right.
const RIGHT: f64 = 0.85;

/// Sentences of the students' own, with words of the guide class's pathway.
const SENTENCES: [(&str, &str); 12] = [
    ("ratio", "The ratio of dogs to cats in my street is 3 to 2."),
    ("ratio", "I wrote the ratio of red paint to white paint."),
    (
        "compare",
        "We compare the two prices to see which one is less.",
    ),
    (
        "for-every",
        "There are two juices for every student on the trip.",
    ),
    ("order", "The order of the numbers in a ratio is important."),
    ("whole", "The whole is all the kids that are in our team."),
    (
        "equivalent-ratios",
        "I made equivalent ratios when I doubled both numbers.",
    ),
    ("unit-rate", "The unit rate is 60 miles for one hour."),
    ("per", "My mom drives 50 miles per hour on the highway."),
    (
        "percent",
        "I got 80 percent of the answers right on Monday.",
    ),
    (
        "quantity",
        "The quantity of rice is three cups for my family.",
    ),
    (
        "fraction",
        "I ate a fraction of the pizza, it was one fourth.",
    ),
];

/// Of one student, in order of time: beside the questions that were answered with the bridge open.
pub fn beside_questions(
    bank: &Bank,
    student: &DemoStudent,
    history: &[GradedResponse],
    seed: u64,
) -> Vec<NewUse> {
    let mut teller = Teller {
        bank,
        dice: Dice::new(seed ^ 0xb51d),
        done: Vec::new(),
    };
    for response in history {
        if response.record.bridge && response.record.attempt == 1 {
            teller.beside(student.support, response);
        }
    }
    teller.done
}

/// The same, but that "fraction" was used well on the last two school days, and at no other time: so
/// that its card is folded for whom every guide names.
pub fn with_folded_fraction(
    bank: &Bank,
    mut uses: Vec<NewUse>,
    now_ms: i64,
    meets_ms: i64,
) -> Vec<NewUse> {
    let mut teller = Teller {
        bank,
        dice: Dice::new(0xf01d),
        done: Vec::new(),
    };
    let Ok(fraction) = "fraction".parse::<TermId>() else {
        return uses;
    };
    uses.retain(|one| one.term != fraction || matches!(one.what, Happened::Met));
    let today = now_ms.div_euclid(DAY_MS);
    let school_days = (1..).map(|back| today - back);
    // day 0 of the epoch was a Thursday
    let school_days = school_days.filter(|day| !matches!(day.rem_euclid(7), 2 | 3));
    let days: Vec<i64> = school_days.take(2).collect();
    for (day, kinds) in days
        .iter()
        .rev()
        .zip([&[SayKind::Choose, SayKind::Type][..], &[SayKind::Own][..]])
    {
        let mut at_ms = day * DAY_MS + meets_ms + 3 * 60_000;
        for kind in kinds {
            if let Some(task) = task_for_term(bank.english(), &fraction, *kind) {
                teller.say(task, true, at_ms);
            }
            at_ms += 95_000;
        }
    }
    uses.extend(teller.done);
    uses
}

struct Teller<'a> {
    bank: &'a Bank,
    dice: Dice,
    done: Vec<NewUse>,
}

impl Teller<'_> {
    fn beside(&mut self, support: SupportLevel, response: &GradedResponse) {
        let assessed = self.bank.template(&response.record.template);
        let assessed = assessed.map_or(&[][..], |template| &template.construct_terms);
        let shown: Vec<TermId> = terms_of(self.bank, &response.skill)
            .into_iter()
            .filter(|term| !assessed.contains(term))
            .collect();
        let elapsed_ms = i64::from(response.record.elapsed_ms);
        let opened_ms = response.effective_at_ms - elapsed_ms;
        for term in &shown {
            self.keep(term.clone(), UseKind::Met, opened_ms);
        }
        if shown.is_empty() {
            return;
        }
        if self.dice.chance() < ASKS {
            let term = shown[self.dice.below(shown.len())].clone();
            self.keep(term, UseKind::Asked, opened_ms + elapsed_ms / 3);
        }
        if self.dice.chance() < TRIES {
            let kind = match support {
                SupportLevel::Emerging if self.dice.chance() < 0.7 => SayKind::Choose,
                SupportLevel::Bridging | SupportLevel::Exited | SupportLevel::None => SayKind::Own,
                SupportLevel::Expanding if self.dice.chance() < 0.3 => SayKind::Own,
                SupportLevel::Emerging | SupportLevel::Expanding => SayKind::Type,
            };
            let all = tasks(self.bank.english(), Topic::Skill(&response.skill), kind);
            let all: Vec<SayTask> = all
                .into_iter()
                .filter(|task| shown.contains(&task.term))
                .collect();
            if !all.is_empty() {
                // the idea's first words are the ones that come up again and again
                let place = self.dice.below(all.len()).min(self.dice.below(all.len()));
                let task = all[place].clone();
                let right = self.dice.chance() < RIGHT;
                self.say(task, right, opened_ms + elapsed_ms / 2);
            }
        }
    }

    fn say(&mut self, task: SayTask, right: bool, at_ms: i64) {
        let text = match task.kind {
            SayKind::Own => self.sentence(&task.term),
            SayKind::Choose | SayKind::Type => self.word(&task, right),
        };
        let Some(text) = text else { return };
        self.keep(task.term.clone(), UseKind::Said { task, text }, at_ms);
    }

    /// One that the student may have written; none where nobody wrote one for this word.
    fn sentence(&mut self, term: &TermId) -> Option<String> {
        let of_term: Vec<&str> = SENTENCES
            .iter()
            .filter(|(id, _)| *id == term.as_str())
            .map(|(_, text)| *text)
            .collect();
        let chosen = of_term.get(self.dice.below(of_term.len()))?;
        Some((*chosen).to_owned())
    }

    /// The word itself, or another of those to choose from.
    fn word(&mut self, task: &SayTask, right: bool) -> Option<String> {
        let english = self.bank.english();
        let word = &english.terms.get(&task.term)?.en;
        if right {
            return Some(word.clone());
        }
        let others = view(english, task)?.bank;
        others.into_iter().find(|other| other != word)
    }

    fn keep(&mut self, term: TermId, what: UseKind, at_ms: i64) {
        let id = UseId(ids::from_parts(at_ms, self.dice.bytes()));
        let one = BridgeUse {
            id,
            term,
            what,
            at_ms,
        };
        if let Ok(what) = uses::happened(self.bank.english(), &one) {
            self.done.push(NewUse {
                id,
                term: one.term,
                what,
                at_ms,
                day: SchoolDay::from_epoch_ms(at_ms),
                received_at_ms: at_ms + 400,
            });
        }
    }
}

/// Words marked in a skill's idea, each once.
fn terms_of(bank: &Bank, skill: &SkillCode) -> Vec<TermId> {
    let mut terms: Vec<TermId> = Vec::new();
    for task in tasks(bank.english(), Topic::Skill(skill), SayKind::Choose) {
        if !terms.contains(&task.term) {
            terms.push(task.term);
        }
    }
    terms
}

/// Words that the answers themselves used, as the server keeps them of any answer.
pub fn answered(bank: &Bank, history: &[GradedResponse]) -> Vec<NewUse> {
    let each = history.iter();
    each.flat_map(|response| words::answered(bank, response))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use engine::{TermEvent, TermState};
    use item_bank::bridge::Said;

    use super::super::history::Course;
    use super::super::people::Demo;
    use super::*;

    const MONDAY_MS: i64 = 1_789_412_400_000;
    const MEETS_MS: i64 = 16 * 3_600_000;

    fn fold(uses: &[NewUse]) -> BTreeMap<&TermId, TermState> {
        let mut states: BTreeMap<&TermId, TermState> = BTreeMap::new();
        for one in uses {
            let event = match &one.what {
                Happened::Met => TermEvent::Met,
                Happened::Asked => TermEvent::Asked,
                Happened::Answered => TermEvent::Used,
                Happened::Said { said, .. } if *said == Said::Right => TermEvent::Used,
                Happened::Said { said, .. } if *said == Said::Other => TermEvent::Misused,
                Happened::Said { .. } => continue,
            };
            let state = states.entry(&one.term).or_default();
            state.observe(event, one.day, words::rule());
        }
        states
    }

    #[test]
    fn fraction_is_folded_on_every_day_of_the_week() {
        for day in 0..7 {
            let now_ms = MONDAY_MS + day * DAY_MS;
            let uses = with_folded_fraction(Bank::embedded(), Vec::new(), now_ms, MEETS_MS);
            assert_eq!(uses.len(), 3);
            assert!(uses.iter().all(|one| one.received_at_ms < now_ms));
            assert!(uses.iter().all(|one| one.at_ms > now_ms - 5 * DAY_MS));
            let states = fold(&uses);
            let state = states.values().next().unwrap();
            assert!(state.is_folded(words::rule()), "day {day}: {state:?}");
        }
    }

    #[test]
    fn the_guide_class_has_words_at_every_stage() {
        let demo = Demo::new(crate::demo::DEFAULT_SEED);
        let class = &demo.classes[0];
        let bank = Bank::embedded();
        let course = Course::new(bank, &class.pathways, MONDAY_MS, MEETS_MS);
        let mut all = Vec::new();
        for (n, student) in class.students.iter().enumerate() {
            let history = course.practise(student, n as u64);
            let uses = beside_questions(bank, student, &history, n as u64);
            assert_eq!(uses, beside_questions(bank, student, &history, n as u64));
            assert!(uses.is_sorted_by_key(|one| one.at_ms / DAY_MS));
            assert!(uses.iter().all(|one| one.at_ms < MONDAY_MS));
            all.push(uses);
        }
        let states: Vec<TermState> = all
            .iter()
            .flat_map(|uses| fold(uses).into_values())
            .collect();
        let count = |is: fn(&TermState) -> bool| states.iter().filter(|state| is(state)).count();
        assert!(count(|state| state.met > 0 && state.used == 0) > 5);
        assert!(count(|state| state.used > 0) > 5);
        assert!(count(|state| state.asked > 0) > 2);
        assert!(count(|state| state.is_folded(words::rule())) > 0);
        let own = all.iter().flatten().filter(|one| {
            matches!(&one.what, Happened::Said { said, text: Some(_), .. } if *said == Said::Right)
        });
        assert!(own.count() > 2);
    }

    #[test]
    fn every_sentence_uses_its_word() {
        let english = Bank::embedded().english();
        for (term, text) in SENTENCES {
            let term: TermId = term.parse().unwrap();
            let task = task_for_term(english, &term, SayKind::Own);
            let task = task.unwrap_or_else(|| panic!("no card for {term}"));
            let said = item_bank::bridge::say::check(english, &task, text);
            assert_eq!(said, Some(Said::Right), "{term}: {text}");
        }
    }
}
