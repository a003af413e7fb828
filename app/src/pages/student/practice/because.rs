//! Why this question: the engine's reason as a sentence.

use engine::MasteryLevel;
use leptos::prelude::*;

use crate::components::{Icon, Shape};
use crate::i18n::{Msg, t};
use crate::state::{Because, Question, Store};

#[component]
pub fn BecauseLine(question: Question) -> impl IntoView {
    let store = Store::from_context();
    let what = question.skill.you_can.as_str();
    let said = match &question.because {
        Because::TeachersPick => t(Msg::BecauseTeachersPick),
        Because::NextStep => t(Msg::BecauseNextStep { what }),
        Because::KeepGoing(level) => t(keep_going(*level, what)),
        Because::MixItUp => t(Msg::BecauseMixItUp { what }),
        Because::Review { days } => t(Msg::BecauseReview {
            what,
            days: *days as usize,
        }),
        Because::StepBack(from) => {
            let later = store.plan.with_untracked(|plan| {
                let skills = plan
                    .as_ref()
                    .map(|plan| plan.skills.as_slice())
                    .unwrap_or_default();
                skills
                    .iter()
                    .find(|skill| skill.code == *from)
                    .map(|skill| skill.you_can.clone())
            });
            t(Msg::BecauseStepBack {
                what,
                later: later.as_deref().unwrap_or_default(),
            })
        }
        Because::TryEasier => t(Msg::BecauseTryEasier),
    };
    view! {
        <p class="because" id="because">
            <Icon shape=Shape::Info />
            <span>{said}</span>
        </p>
    }
}

fn keep_going(level: MasteryLevel, what: &str) -> Msg<'_> {
    match level {
        MasteryLevel::NotEnoughEvidence => Msg::BecauseFirstSteps { what },
        MasteryLevel::Growing => Msg::BecauseGrowing { what },
        MasteryLevel::NearlyThere => Msg::BecauseNearlyThere { what },
        _ => Msg::BecauseJustBegun { what },
    }
}
