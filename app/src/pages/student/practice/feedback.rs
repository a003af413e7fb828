//! What the answer came to, in one status region that is on the page from the start.

use engine::MIN_EVIDENCE;
use item_bank::SkillCode;
use leptos::prelude::*;

use crate::components::{Message, RichText, Tone};
use crate::i18n::{Msg, t};
use crate::state::{Desk, Exercise, Grown, Phase, Store};

#[component]
pub fn Feedback(skill: SkillCode) -> impl IntoView {
    let desk = Desk::from_context();
    let phase = Memo::new(move |_| {
        let phase = |it: &Exercise| it.phase().clone();
        desk.exercise.with(|it| it.as_ref().map_or(Phase::Asking, phase))
    });
    let skill = StoredValue::new(skill);
    view! {
        <div class="feedback" role="status" id="feedback">
            {move || match phase.get() {
                Phase::Asking => ().into_any(),
                Phase::Right => view! {
                    <Message tone=Tone::Good title=t(Msg::Correct)>
                        <Growth skill=skill.get_value() />
                    </Message>
                }
                    .into_any(),
                Phase::Almost(why) => view! {
                    <Message tone=Tone::Info title=t(Msg::AlmostTitle)>
                        <p>{t(Msg::AlmostWhy(why))}</p>
                    </Message>
                }
                    .into_any(),
                Phase::Wrong { feedback } => view! {
                    <Message tone=Tone::Again title=t(Msg::NotYet)>
                        <p>
                            {match feedback {
                                Some(rich) => view! { <RichText value=rich /> }.into_any(),
                                None => t(Msg::NotYetWhat).into_any(),
                            }}
                        </p>
                    </Message>
                }
                    .into_any(),
                Phase::Unreadable(why) => view! {
                    <Message tone=Tone::Info title=t(Msg::UnreadableTitle)>
                        <p>{t(Msg::UnreadableWhy(why))}</p>
                    </Message>
                }
                    .into_any(),
            }}
        </div>
    }
}

/// How the skill moved, in a sentence.
#[component]
fn Growth(skill: SkillCode) -> impl IntoView {
    let (store, desk) = (Store::from_context(), Desk::from_context());
    let evidence = store
        .estimates
        .with_untracked(|all| all.get(&skill).map_or(0, |state| state.evidence));
    let said = desk.grown.get_untracked().map(|grown| t(sentence(grown, evidence)));
    said.map(|said| view! { <p>{said}</p> })
}

fn sentence(Grown { before, after }: Grown, evidence: u32) -> Msg<'static> {
    match (before.percent, after.percent) {
        _ if after.level.is_mastered() && !before.level.is_mastered() => Msg::NowMastered,
        (Some(before), Some(after)) if after > before => Msg::GrewTo { before, after },
        (None, Some(percent)) => Msg::GrewToFirst { percent },
        (Some(_), Some(percent)) => Msg::StandsAt { percent },
        (_, None) => Msg::FirstEvidence { left: MIN_EVIDENCE.saturating_sub(evidence) },
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
        assert_eq!(told(at(50), at(62), 4), Msg::GrewTo { before: 50, after: 62 });
        assert_eq!(told(at(62), at(62), 5), Msg::StandsAt { percent: 62 });
        let done = mastery(Mastered, Some(96));
        assert_eq!(told(mastery(NearlyThere, Some(90)), done, 6), Msg::NowMastered);
    }
}
