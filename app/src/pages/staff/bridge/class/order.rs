//! In which order words and students stand.

use std::cmp::Ordering;

use api::{ClassTerm, StudentBridge};

/// A column of the table of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Word,
    Met,
    Asked,
    Used,
    Folded,
    Misused,
    Relapsed,
}

impl Column {
    pub const ALL: [Self; 7] = [
        Self::Word,
        Self::Met,
        Self::Asked,
        Self::Used,
        Self::Folded,
        Self::Misused,
        Self::Relapsed,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Word => "Word",
            Self::Met => "Met",
            Self::Asked => "Asked again",
            Self::Used => "Used in English",
            Self::Folded => "Used well",
            Self::Misused => "Used wrongly",
            Self::Relapsed => "Relapsed",
        }
    }

    pub fn of(self, term: &ClassTerm) -> u32 {
        match self {
            Self::Word => 0,
            Self::Met => term.met,
            Self::Asked => term.asked,
            Self::Used => term.used,
            Self::Folded => term.folded,
            Self::Misused => term.misused,
            Self::Relapsed => term.relapsed,
        }
    }
}

/// Words from A, numbers from the highest; a second press turns it round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub by: Column,
    pub turned: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self {
            by: Column::Word,
            turned: false,
        }
    }
}

impl Order {
    #[must_use]
    pub fn pressed(self, by: Column) -> Self {
        Self {
            by,
            turned: self.by == by && !self.turned,
        }
    }

    /// For the column head's `aria-sort`.
    pub fn aria_sort(self, by: Column) -> &'static str {
        match (self.by == by, self.turned == (by == Column::Word)) {
            (false, _) => "none",
            (true, true) => "descending",
            (true, false) => "ascending",
        }
    }

    pub fn sort(self, terms: &mut [ClassTerm]) {
        terms.sort_by(|a, b| {
            let order = match self.by {
                Column::Word => Ordering::Equal,
                by => by.of(b).cmp(&by.of(a)),
            };
            let order = order.then_with(|| a.en.cmp(&b.en));
            if self.turned { order.reverse() } else { order }
        });
    }
}

/// How often the bridge stands open while a student answers: information, not a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaning {
    /// Too few answers to say.
    Unknown,
    Rarely,
    Sometimes,
    Often,
}

/// Answers under which nothing is said.
const ENOUGH: u32 = 10;

impl Leaning {
    pub fn of(student: &StudentBridge) -> Self {
        let (all, with) = (student.answers, student.with_bridge);
        match (all, with) {
            (..ENOUGH, _) => Self::Unknown,
            _ if with * 3 >= all * 2 => Self::Often,
            _ if with * 5 >= all => Self::Sometimes,
            _ => Self::Rarely,
        }
    }

    pub fn say(self) -> &'static str {
        match self {
            Self::Unknown => "too few answers to say",
            Self::Rarely => "rarely open",
            Self::Sometimes => "sometimes open",
            Self::Often => "leans on the bridge",
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn term(en: &str, met: u32) -> ClassTerm {
        ClassTerm {
            term: en.parse().unwrap(),
            en: en.to_owned(),
            tier: 3,
            met,
            asked: 0,
            used: 0,
            folded: 0,
            misused: 0,
            relapsed: 0,
        }
    }

    #[test]
    fn a_second_press_turns_the_order() {
        let mut terms = vec![term("rate", 2), term("area", 2), term("ratio", 9)];
        let names = |terms: &[ClassTerm]| {
            terms
                .iter()
                .map(|term| term.en.clone())
                .collect::<Vec<_>>()
                .join(" ")
        };
        Order::default().sort(&mut terms);
        assert_eq!(names(&terms), "area rate ratio");
        let met = Order::default().pressed(Column::Met);
        met.sort(&mut terms);
        assert_eq!(
            (names(&terms).as_str(), met.aria_sort(Column::Met)),
            ("ratio area rate", "descending")
        );
        let again = met.pressed(Column::Met);
        again.sort(&mut terms);
        assert_eq!(
            (names(&terms).as_str(), again.aria_sort(Column::Met)),
            ("rate area ratio", "ascending")
        );
        assert_eq!(Order::default().aria_sort(Column::Word), "ascending");
        assert_eq!(Order::default().aria_sort(Column::Met), "none");
    }

    #[test]
    fn nothing_is_said_of_few_answers() {
        let student = |answers, with_bridge| StudentBridge {
            id: Uuid::from_u128(1).into(),
            name: String::new(),
            sort_name: String::new(),
            home_language: None,
            support: api::SupportLevel::Emerging,
            skills: Vec::new(),
            answers,
            with_bridge,
            asked: 0,
            words_met: 0,
            words_used: 0,
            words_folded: 0,
            sentences: Vec::new(),
        };
        assert_eq!(Leaning::of(&student(9, 9)), Leaning::Unknown);
        assert_eq!(Leaning::of(&student(10, 1)), Leaning::Rarely);
        assert_eq!(Leaning::of(&student(10, 2)), Leaning::Sometimes);
        assert_eq!(Leaning::of(&student(30, 20)), Leaning::Often);
    }
}
