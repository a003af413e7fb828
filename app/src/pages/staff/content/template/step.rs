//! The steps on the way to students: which are open, and what each is called.

use api::{TemplateDetail, TemplateDraft, TemplateState};

use crate::api::ApiError;
use crate::pages::staff::words::listed;

/// Something that can be done with a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Submit,
    Return,
    Approve,
    Publish,
    Retire,
}

impl Word {
    pub fn verb(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Return => "return",
            Self::Approve => "approve",
            Self::Publish => "publish",
            Self::Retire => "retire",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Submit => "Submit for review",
            Self::Return => "Return with a note",
            Self::Approve => "Approve",
            Self::Publish => "Publish",
            Self::Retire => "Retire",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Submit => "Submit for review?",
            Self::Return => "Return it to its author?",
            Self::Approve => "Approve this question?",
            Self::Publish => "Publish to students?",
            Self::Retire => "Retire this question?",
        }
    }

    /// What follows from it.
    pub fn consequence(self) -> &'static str {
        match self {
            Self::Submit => {
                "Another teacher reads it next. You can still edit it: then it is a draft again."
            }
            Self::Return => "It becomes a draft again. Say what should change.",
            Self::Approve => {
                "You say that it is right, fair and fit for students. Publishing is a step of its own."
            }
            Self::Publish => {
                "Students meet it from their next question on. Answers to earlier versions stay as they are."
            }
            Self::Retire => {
                "No student meets it any more. What students answered stays, and you can begin a new version later."
            }
        }
    }

    pub fn note_label(self) -> &'static str {
        match self {
            Self::Return => "What should change?",
            _ => "Note (optional)",
        }
    }

    pub fn needs_note(self) -> bool {
        self == Self::Return
    }

    fn done(self) -> &'static str {
        match self {
            Self::Submit => "Submitted. It waits for another teacher's review.",
            Self::Return => "Returned to its author.",
            Self::Approve => "Approved. It can be published now.",
            Self::Publish => "Published. Students meet it from their next question on.",
            Self::Retire => "Retired. No student meets it any more.",
        }
    }
}

/// How the last step went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stepping {
    pub busy: bool,
    pub said: Option<&'static str>,
    pub error: Option<ApiError>,
}

impl Stepping {
    pub fn done(word: Word) -> Self {
        Self {
            said: Some(word.done()),
            ..Self::default()
        }
    }

    pub fn failed(error: ApiError) -> Self {
        Self {
            error: Some(error),
            ..Self::default()
        }
    }
}

/// A step as it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub word: Word,
    /// The one that most who come here want.
    pub main: bool,
    /// Why it cannot be taken now.
    pub barred: Option<String>,
    pub revision: u32,
}

/// Steps that are open for a draft.
pub fn offers(draft: &TemplateDraft, failures: usize) -> Vec<Offer> {
    let offer = |word, main, barred| Offer {
        word,
        main,
        barred,
        revision: draft.revision,
    };
    match draft.state {
        TemplateState::Draft => {
            let barred = (failures > 0).then(|| match failures {
                1 => "Mend the one thing under Checks first.".to_owned(),
                n => format!("Mend the {n} things under Checks first."),
            });
            vec![offer(Word::Submit, true, barred)]
        }
        TemplateState::InReview => {
            let barred = (!draft.may_approve).then(|| alone(draft));
            let main = barred.is_none();
            vec![
                offer(Word::Approve, main, barred),
                offer(Word::Return, false, None),
            ]
        }
        TemplateState::Approved => vec![
            offer(Word::Publish, true, None),
            offer(Word::Return, false, None),
        ],
        TemplateState::Live | TemplateState::Retired => Vec::new(),
    }
}

fn alone(draft: &TemplateDraft) -> String {
    format!(
        "Someone who did not write it must approve it. {} worked on this draft.",
        listed(&draft.authors)
    )
}

/// The version that students meet, if any.
pub fn live_version(detail: &TemplateDetail) -> Option<u32> {
    detail.live.as_ref().map(|live| live.version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::staff::content::form::sample;

    fn draft(state: TemplateState, may_approve: bool) -> TemplateDraft {
        TemplateDraft {
            template: sample(),
            revision: 4,
            state,
            authors: vec!["Ms. Okafor".into(), "Mr. Diaz".into()],
            may_approve,
            may_edit: true,
        }
    }

    #[test]
    fn the_authors_are_told_why_they_cannot_approve() {
        let own = offers(&draft(TemplateState::InReview, false), 0);
        assert_eq!(own[0].word, Word::Approve);
        let why = own[0].barred.clone().unwrap();
        assert!(why.contains("Ms. Okafor and Mr. Diaz worked"), "{why}");
        let other = offers(&draft(TemplateState::InReview, true), 0);
        assert_eq!((other[0].main, other[0].barred.clone()), (true, None));
    }

    #[test]
    fn what_fails_a_check_is_not_submitted() {
        let barred = |failures| {
            let all = offers(&draft(TemplateState::Draft, false), failures);
            all[0].barred.clone()
        };
        assert_eq!(barred(0), None);
        assert!(barred(3).unwrap().starts_with("Mend the 3 things"));
    }

    #[test]
    fn only_what_is_approved_can_be_published() {
        let words = |state| {
            let all = offers(&draft(state, true), 0);
            all.into_iter().map(|offer| offer.word).collect::<Vec<_>>()
        };
        assert_eq!(
            words(TemplateState::Approved),
            [Word::Publish, Word::Return]
        );
        assert_eq!(words(TemplateState::Draft), [Word::Submit]);
        assert_eq!(words(TemplateState::Live), []);
    }
}
