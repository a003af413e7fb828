//! Practice settings of a class: two questions, and what each answer does.

use api::{ClassId, PracticeSettings};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ApiError, client};
use crate::components::{Button, ButtonKind, Dialog, ErrorMessage, Message, Tone};
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::Failed;
use crate::pages::staff::store::StaffStore;

/// How keeping the settings is going.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    #[default]
    Idle,
    Busy,
    Saved,
    Failed(ApiError),
}

/// One question, answered in whole percents.
#[derive(Clone, Copy, Debug)]
struct Ask {
    id: &'static str,
    question: &'static str,
    /// What the answer does.
    does: &'static str,
    low: u8,
    high: u8,
    /// What the ends mean.
    ends: [&'static str; 2],
    default: u8,
    /// The answer in words.
    told: fn(u8) -> String,
}

fn asks() -> [Ask; 2] {
    let default = PracticeSettings::default();
    let (thresholds, targets) = (PracticeSettings::THRESHOLDS, PracticeSettings::TARGETS);
    [
        Ask {
            id: "mastery-threshold",
            question: "When is a skill mastered?",
            does: "A skill counts as mastered once Trellis is at least this sure that the student knows it; \
                   surer takes more questions.",
            low: percent(*thresholds.start()),
            high: percent(*thresholds.end()),
            ends: ["Sooner", "Surer"],
            default: percent(default.mastery_threshold),
            told: |percent| format!("{percent}% sure"),
        },
        Ask {
            id: "success-target",
            question: "How hard should questions be?",
            does: "Questions are picked so that a student gets about this many right; fewer right means \
                   harder questions.",
            low: percent(*targets.start()),
            high: percent(*targets.end()),
            ends: ["Harder", "Easier"],
            default: percent(default.success_target),
            told: |percent| format!("{percent} of 100 right"),
        },
    ]
}

fn percent(fraction: f64) -> u8 {
    (fraction * 100.0).round() as u8
}

/// The answers as the form holds them, in the order of [`asks`].
fn of_percents([threshold, target]: [u8; 2]) -> PracticeSettings {
    PracticeSettings {
        mastery_threshold: f64::from(threshold) / 100.0,
        success_target: f64::from(target) / 100.0,
    }
}

#[component]
pub fn SettingsDialog(
    class: ClassId,
    #[prop(into)] title: String,
    open: RwSignal<bool>,
) -> impl IntoView {
    let store = StaffStore::expect();
    let shown = Memo::new(move |_| store.practice.with(|slot| slot.shown(&class)));
    // The form is made once: a table read anew meanwhile must not change what was chosen in it.
    let stage = Memo::new(move |_| match shown.get() {
        Shown::Loading => None,
        Shown::Ready(..) => Some(Ok(())),
        Shown::Failed(error) => Some(Err(error)),
    });
    let close = move || open.set(false);
    view! {
        <Dialog
            id="practice-settings"
            title="Practice settings"
            open=open
            on_dismiss=Callback::new(move |()| close())
        >
            <p class="soft">"For all students and skills of "{title.clone()}</p>
            {move || match stage.get() {
                None => view! { <p role="status">"Loading the settings …"</p> }.into_any(),
                Some(Ok(())) => view! { <Form class=class close=close /> }.into_any(),
                Some(Err(error)) => {
                    view! { <Failed error=error again=move || store.load_practice(class) /> }.into_any()
                }
            }}
        </Dialog>
    }
}

#[component]
fn Form(class: ClassId, close: impl Fn() + Copy + Send + 'static) -> impl IntoView {
    let store = StaffStore::expect();
    let held = store
        .practice
        .with_untracked(|slot| slot.get(&class).copied())
        .unwrap_or_default();
    let values = [held.mastery_threshold, held.success_target].map(|it| RwSignal::new(percent(it)));
    let asks = asks();
    let standing = Memo::new(move |_| {
        let held = store.practice.with(|slot| slot.get(&class).copied());
        held.map(|held| {
            [
                percent(held.mastery_threshold),
                percent(held.success_target),
            ]
        })
    });
    let chosen = move || values.map(|value| value.get());
    let unchanged = Signal::derive(move || standing.get() == Some(chosen()));
    let is_default = Signal::derive(move || chosen() == asks.map(|ask| ask.default));
    let busy = Signal::derive(move || store.saving.with(|it| *it == Saving::Busy));
    view! {
        <form
            class="settings"
            on:submit=move |event| {
                event.prevent_default();
                if !unchanged.get_untracked() {
                    store.save_practice(class, of_percents(values.map(|it| it.get_untracked())));
                }
            }
        >
            <Question ask=asks[0] value=values[0] />
            <Question ask=asks[1] value=values[1] />
            <div class="settings-status" role="status">
                {move || match store.saving.get() {
                    Saving::Saved if unchanged.get() => view! {
                        <Message tone=Tone::Good title="Saved">
                            <p>"The table follows at once, students’ devices within seconds."</p>
                        </Message>
                    }
                    .into_any(),
                    Saving::Failed(error) => view! { <ErrorMessage error=error /> }.into_any(),
                    _ => ().into_any(),
                }}
            </div>
            <div class="dialog-actions">
                <button
                    type="submit"
                    class="button button-primary"
                    // Not disabled: the focus stays where it was pressed.
                    aria-disabled=move || unchanged.get().then_some("true")
                    aria-busy=move || busy.get().then_some("true")
                >
                    "Save"
                </button>
                <button
                    type="button"
                    class=ButtonKind::Secondary.class()
                    on:click=move |_| {
                        for (value, ask) in values.iter().zip(asks) {
                            value.set(ask.default);
                        }
                    }
                    aria-disabled=move || is_default.get().then_some("true")
                >
                    "Use defaults"
                </button>
                <Button kind=ButtonKind::Quiet press=move || close()>"Close"</Button>
            </div>
        </form>
    }
}

/// A native slider: arrow keys change it by one, and a screen reader hears the answer in words.
#[component]
fn Question(ask: Ask, value: RwSignal<u8>) -> impl IntoView {
    let (hint, told) = (format!("{}-does", ask.id), ask.told);
    view! {
        <div class="setting">
            <h3 class="setting-question">
                <label for=ask.id>{ask.question}</label>
            </h3>
            <p class="soft" id=hint.clone()>{ask.does}</p>
            <p class="setting-answer" aria-hidden="true">
                <strong>{move || told(value.get())}</strong>
                <span class="soft">
                    {move || if value.get() == ask.default {
                        "the default".to_owned()
                    } else {
                        format!("default: {}", told(ask.default))
                    }}
                </span>
            </p>
            <input
                type="range"
                class="slider"
                id=ask.id
                name=ask.id
                min=ask.low.to_string()
                max=ask.high.to_string()
                step="1"
                aria-describedby=hint
                aria-valuetext=move || {
                    let default = if value.get() == ask.default { ", the default" } else { "" };
                    format!("{}{default}", told(value.get()))
                }
                prop:value=move || value.get().to_string()
                on:input:target=move |event| {
                    if let Ok(percent) = event.target().value().parse() {
                        value.set(percent);
                    }
                }
            />
            <p class="setting-ends soft" aria-hidden="true">
                <span>{ask.ends[0]}</span>
                <span>{ask.ends[1]}</span>
            </p>
        </div>
    }
}

impl StaffStore {
    /// As it is now, for the form: someone else who teaches the class may have changed it.
    pub fn load_practice(self, class: ClassId) {
        self.saving.set(Saving::Idle);
        self.practice.update(|slot| {
            *slot = crate::pages::staff::slot::Slot::default();
            slot.begin(class);
        });
        spawn_local(async move {
            let result =
                client::get::<PracticeSettings>(&format!("/classes/{class}/settings")).await;
            if let Err(error) = &result {
                self.heard(error);
            }
            self.practice.update(|slot| slot.finish(&class, result));
        });
    }

    /// A press while another is under way does nothing.
    fn save_practice(self, class: ClassId, settings: PracticeSettings) {
        if self.saving.with_untracked(|it| *it == Saving::Busy) {
            return;
        }
        self.saving.set(Saving::Busy);
        spawn_local(async move {
            match client::put(&format!("/classes/{class}/settings"), &settings).await {
                Ok(()) => {
                    self.practice
                        .update(|slot| slot.finish(&class, Ok(settings)));
                    self.saving.set(Saving::Saved);
                    self.load_board(class);
                }
                Err(error) => {
                    self.heard(&error);
                    self.saving.set(Saving::Failed(error));
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_of_the_form_is_one_that_the_server_takes() {
        let [threshold, target] = asks();
        for (threshold, target) in [
            (threshold.low, target.low),
            (threshold.high, target.high),
            (threshold.default, target.default),
        ] {
            assert_eq!(of_percents([threshold, target]).check(), Ok(()));
        }
        assert_eq!(
            of_percents([threshold.default, target.default]),
            PracticeSettings::default()
        );
        assert_eq!((threshold.low, threshold.high), (80, 99));
        assert_eq!((target.low, target.high), (65, 85));
    }

    #[test]
    fn answers_are_words() {
        let [threshold, target] = asks();
        assert_eq!((threshold.told)(95), "95% sure");
        assert_eq!((target.told)(75), "75 of 100 right");
    }
}
