//! What the answer came to, in one status region that is on the page from the start.

use engine::MIN_EVIDENCE;
use item_bank::{Rich, SkillCode, Unreadable};
use leptos::prelude::*;

use crate::components::{Message, RichText, Tone, live};
use crate::i18n::{Msg, almost, t, unreadable};
use crate::state::{Desk, Exercise, Grown, Phase, Store};

#[component]
pub fn Feedback(skill: SkillCode) -> impl IntoView {
    let desk = Desk::from_context();
    // A hint changes the exercise too, and must not say the feedback again.
    let revision = Memo::new(move |_| {
        desk.exercise
            .with(|it| it.as_ref().map_or(0, Exercise::revision))
    });
    view! {
        <div class="feedback" role="status" id="feedback">
            {live(move || {
                revision.with(|_| ());
                let phase = |it: &Exercise| it.phase().clone();
                let phase = desk.exercise.with_untracked(|it| it.as_ref().map(phase));
                let (tone, title, body) = match phase.unwrap_or(Phase::Asking) {
                    Phase::Asking => return None,
                    Phase::Right => (Tone::Good, Msg::Correct, growth(&skill)),
                    Phase::Almost(why) => {
                        (Tone::Info, Msg::AlmostTitle, t(almost(why)).into_any())
                    }
                    Phase::Wrong { feedback: Some(rich) } => {
                        (Tone::Again, Msg::NotYet, told(rich))
                    }
                    Phase::Wrong { feedback: None } => {
                        (Tone::Again, Msg::NotYet, t(Msg::NotYetWhat).into_any())
                    }
                    Phase::Unreadable(why) => {
                        let unfinished = matches!(why, Unreadable::Empty | Unreadable::Incomplete);
                        let title = if unfinished { Msg::UnfinishedTitle } else { Msg::UnreadableTitle };
                        (Tone::Info, title, t(unreadable(why)).into_any())
                    }
                };
                let message = view! {
                    <Message tone=tone title=t(title)>
                        <p>{body}</p>
                    </Message>
                };
                Some(message.into_any())
            })}
        </div>
    }
}

/// What the question's author says to this answer, in the question's language.
fn told(rich: Rich) -> AnyView {
    view! {
        <bdi lang="en">
            <RichText value=rich />
        </bdi>
    }
    .into_any()
}

/// How the skill moved, in a sentence.
fn growth(skill: &SkillCode) -> AnyView {
    let (store, desk) = (Store::from_context(), Desk::from_context());
    let evidence = store
        .estimates
        .with_untracked(|all| all.get(skill).map_or(0, |state| state.evidence));
    desk.grown
        .get_untracked()
        .map(|grown| t(sentence(grown, evidence)))
        .into_any()
}

fn sentence(Grown { before, after }: Grown, evidence: u32) -> Msg<'static> {
    match (before.percent, after.percent) {
        _ if after.level.is_mastered() && !before.level.is_mastered() => Msg::NowMastered,
        (Some(before), Some(after)) if after > before => Msg::GrewTo {
            before: before.into(),
            after: after.into(),
        },
        (None, Some(percent)) => Msg::GrewToFirst {
            percent: percent.into(),
        },
        (Some(_), Some(percent)) => Msg::StandsAt {
            percent: percent.into(),
        },
        (_, None) => Msg::FirstEvidence {
            left: MIN_EVIDENCE.saturating_sub(evidence) as usize,
        },
    }
}

#[cfg(test)]
mod tests {
    use engine::MasteryLevel;

    use super::*;
    use crate::state::Mastery;

    fn mastery(level: MasteryLevel, percent: Option<u8>) -> Mastery {
        Mastery { level, percent }
    }

    #[test]
    fn growth_is_told_by_what_is_known() {
        use MasteryLevel::{Growing, Mastered, NearlyThere, NotEnoughEvidence};
        let unknown = mastery(NotEnoughEvidence, None);
        let at = |percent| mastery(Growing, Some(percent));
        let told = |before, after, n| sentence(Grown { before, after }, n);
        assert_eq!(told(unknown, unknown, 1), Msg::FirstEvidence { left: 2 });
        assert_eq!(told(unknown, at(50), 3), Msg::GrewToFirst { percent: 50 });
        assert_eq!(
            told(at(50), at(62), 4),
            Msg::GrewTo {
                before: 50,
                after: 62
            }
        );
        assert_eq!(told(at(62), at(62), 5), Msg::StandsAt { percent: 62 });
        let done = mastery(Mastered, Some(96));
        assert_eq!(
            told(mastery(NearlyThere, Some(90)), done, 6),
            Msg::NowMastered
        );
    }
}
