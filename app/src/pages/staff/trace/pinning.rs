//! "Practice this next": a skill that goes first for one student, and taking that back.

use api::SkillPin;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ApiError, client};
use crate::clock;
use crate::components::ErrorMessage;
use crate::pages::staff::store::{StaffStore, TraceKey};
use crate::pages::staff::when;

/// Whether the skill goes first, and how changing that is going.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pinning {
    pub pin: Option<SkillPin>,
    pub busy: bool,
    pub error: Option<ApiError>,
}

impl Pinning {
    pub fn of(pin: Option<SkillPin>) -> Self {
        Self {
            pin,
            ..Self::default()
        }
    }
}

/// What is said beside the button; `since` is a moment in words.
fn told(pin: Option<&SkillPin>, since: &str, name: &str, mastered: bool) -> String {
    match pin {
        None => format!("Gives {name} this skill first, until it is mastered."),
        Some(pin) if mastered => format!(
            "Mastered, so it no longer goes first. {} asked for it on {since}.",
            pin.teacher
        ),
        Some(pin) => format!(
            "Goes first in {name}’s practice until it is mastered. {} asked for it on {since}.",
            pin.teacher
        ),
    }
}

/// One button that does and takes back, so that a press does not lose the focus. There is nothing to
/// ask for where the skill is mastered.
#[component]
pub fn PinControl(key: TraceKey, name: String, mastered: bool) -> impl IntoView {
    let store = StaffStore::expect();
    let pinned = Memo::new(move |_| store.pinning.with(|it| it.pin.is_some()));
    let said = Memo::new(move |_| {
        store.pinning.with(|it| {
            let at = it.pin.as_ref().map(|pin| pin.pinned_at_ms);
            let since = at.map(|at| when::local(at, clock::now_ms()));
            told(it.pin.as_ref(), &since.unwrap_or_default(), &name, mastered)
        })
    });
    view! {
        <div class="standing-pin" hidden=move || mastered && !pinned.get()>
            <button
                type="button"
                class="button"
                aria-busy=move || store.pinning.with(|it| it.busy).then_some("true")
                aria-describedby="pin-told"
                on:click=move |_| store.set_pin(key.clone(), !pinned.get_untracked())
            >
                {move || if pinned.get() {
                    view! { "Stop"<span class="visually-hidden">" giving this skill first"</span> }
                        .into_any()
                } else {
                    "Practice this next".into_any()
                }}
            </button>
            <p class="soft" id="pin-told" role="status">{move || said.get()}</p>
            <div role="alert">
                {move || {
                    let error = store.pinning.with(|it| it.error.clone());
                    error.map(|error| view! { <ErrorMessage error=error /> })
                }}
            </div>
        </div>
    }
}

impl StaffStore {
    /// A press while another is under way does nothing.
    fn set_pin(self, key: TraceKey, wanted: bool) {
        if self.pinning.with_untracked(|it| it.busy) {
            return;
        }
        self.pinning.update(|it| {
            it.busy = true;
            it.error = None;
        });
        spawn_local(async move {
            let (class, student, skill) = &key;
            let path = format!("/classes/{class}/students/{student}/skills/{skill}/pin");
            let outcome = if wanted {
                client::put(&path, &()).await
            } else {
                client::delete(&path).await
            };
            if let Err(error) = &outcome {
                self.heard(error);
            }
            // Another estimate may be open by now.
            if !self.trace.with_untracked(|slot| slot.is(&key)) {
                return;
            }
            let teacher = self.session.with_untracked(|state| {
                let session = state.session();
                session.map_or_else(String::new, |session| session.display_name.clone())
            });
            self.pinning.update(|it| {
                it.busy = false;
                match outcome {
                    Ok(()) => {
                        it.pin = wanted.then(|| SkillPin {
                            teacher,
                            pinned_at_ms: clock::now_ms(),
                        });
                    }
                    Err(error) => it.error = Some(error),
                }
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_names_the_student_and_who_asked() {
        let pin = SkillPin {
            teacher: "Ms. Okafor".into(),
            pinned_at_ms: 0,
        };
        assert_eq!(
            told(None, "", "Ana", false),
            "Gives Ana this skill first, until it is mastered."
        );
        assert_eq!(
            told(Some(&pin), "Tue, Mar 4, 2:15 PM", "Ana", false),
            "Goes first in Ana’s practice until it is mastered. Ms. Okafor asked for it on Tue, Mar 4, 2:15 PM."
        );
        assert!(told(Some(&pin), "Tue", "Ana", true).starts_with("Mastered, so it no longer"));
    }
}
