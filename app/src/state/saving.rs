//! "Saved on this device" and "Saved at school" are two promises, both kept in view.

/// What the student is told of their answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was answered yet and nothing is wrong.
    Quiet,
    /// Being written to the disk.
    Writing,
    /// Every answer is at school.
    AtSchool,
    /// On the disk, on their way.
    OnDevice { waiting: usize },
    /// No connection; what waits is on the disk.
    Offline { waiting: usize },
    /// This browser keeps nothing: answers live only until the page is left.
    Unkept { waiting: usize },
    /// The school's server would not take these.
    Refused { answers: usize },
}

/// What it is told from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub waiting: usize,
    /// Of those, not on the disk, or not yet.
    pub unkept: usize,
    /// The browser refused to keep an answer.
    pub disk_fails: bool,
    /// Of those, refused by the server.
    pub refused: usize,
    pub offline: bool,
    /// An answer was given since the page was opened.
    pub answered: bool,
}

impl Saving {
    pub fn of(facts: Facts) -> Self {
        let Facts {
            waiting,
            unkept,
            disk_fails,
            refused,
            offline,
            answered,
        } = facts;
        if unkept > 0 && disk_fails {
            Self::Unkept { waiting }
        } else if unkept > 0 {
            Self::Writing
        } else if offline {
            Self::Offline { waiting }
        } else if refused > 0 && refused == waiting {
            Self::Refused { answers: refused }
        } else if waiting > 0 {
            Self::OnDevice { waiting }
        } else if answered {
            Self::AtSchool
        } else {
            Self::Quiet
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_news_comes_first() {
        let calm = Facts {
            waiting: 3,
            answered: true,
            ..Facts::default()
        };
        assert_eq!(Saving::of(calm), Saving::OnDevice { waiting: 3 });
        let offline = Facts {
            offline: true,
            ..calm
        };
        assert_eq!(Saving::of(offline), Saving::Offline { waiting: 3 });
        let unkept = Facts {
            unkept: 1,
            disk_fails: true,
            ..offline
        };
        assert_eq!(Saving::of(unkept), Saving::Unkept { waiting: 3 });
    }

    #[test]
    fn saved_is_not_said_before_it_is_true() {
        let writing = Facts {
            waiting: 1,
            unkept: 1,
            ..Facts::default()
        };
        assert_eq!(Saving::of(writing), Saving::Writing);
    }

    #[test]
    fn at_school_is_said_only_of_answers_that_were_given() {
        assert_eq!(Saving::of(Facts::default()), Saving::Quiet);
        assert_eq!(
            Saving::of(Facts {
                answered: true,
                ..Facts::default()
            }),
            Saving::AtSchool
        );
    }

    #[test]
    fn refused_answers_are_told_once_the_others_are_through() {
        let one = Facts {
            waiting: 2,
            refused: 1,
            ..Facts::default()
        };
        assert_eq!(Saving::of(one), Saving::OnDevice { waiting: 2 });
        let alone = Facts {
            waiting: 1,
            refused: 1,
            ..Facts::default()
        };
        assert_eq!(Saving::of(alone), Saving::Refused { answers: 1 });
    }
}
