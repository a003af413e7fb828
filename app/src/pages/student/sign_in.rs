//! Signing in: a page of its own, and a dialog when a session ends in the middle of things.

use api::{ProblemCode, StudentSignIn};
use leptos::prelude::*;

use crate::api::ApiError;
use crate::components::{
    Button, ButtonKind, Dialog, ErrorMessage, Field, Icon, Message, Shape, Tone, Vine, list, live,
    press, when,
};
use crate::dom;
use crate::i18n::{Msg, t, wait};
use crate::state::{SigningIn, Store, Who};
use crate::sync::session;

#[component]
pub fn SignIn() -> impl IntoView {
    dom::set_title("Sign in · Trellis");
    let store = Store::from_context();
    view! {
        <div class="page sign-in">
            <SignInPicture />
            <div class="card sign-in-card">
                <h1 id="page-title" tabindex="-1">{t(Msg::SignInTitle)}</h1>
                <p class="lead">{t(Msg::SignInLead)}</p>
                {when(
                    move || store.who.get() == Who::Nobody { offline: true },
                    || {
                        view! {
                            <Message tone=Tone::Warn title=t(Msg::SignInOffline)>
                                <p>{t(Msg::SignInOfflineWhat)}</p>
                            </Message>
                        }
                    },
                )}
                <SignInForm />
            </div>
        </div>
    }
}

/// The trellis as it grows over a year of practice; the same picture paints first in index.html.
#[component]
fn SignInPicture() -> impl IntoView {
    use engine::MasteryLevel::{Growing, Mastered, NearlyThere, NotEnoughEvidence, Starting};
    view! {
        <div class="sign-in-picture" aria-hidden="true">
            {list(
                [NotEnoughEvidence, Starting, Growing, NearlyThere, Mastered]
                    .map(|level| view! { <Vine level=level /> }),
            )}
        </div>
    }
}

/// What of the form is wrong; the messages stand at the fields.
#[derive(Clone, Default)]
struct Faults {
    class_code: Option<String>,
    name: Option<String>,
    pin: Option<String>,
    other: Option<ApiError>,
}

impl Faults {
    fn missing(form: &StudentSignIn) -> Self {
        let unless = |text: &str, msg| text.trim().is_empty().then(|| t(msg).into_owned());
        Self {
            class_code: unless(&form.class_code, Msg::MissingClassCode),
            name: unless(&form.name, Msg::MissingName),
            pin: unless(&form.pin, Msg::MissingPin),
            other: None,
        }
    }

    /// Puts a problem to the field it names; what names none stands above the button.
    fn told(error: ApiError) -> Self {
        let (what, remedy) = error.explain();
        let mut said = format!("{what} {remedy}");
        if let (Some(ProblemCode::TooManyTries), Some(seconds)) =
            (error.code(), error.retry_after_s())
        {
            said = format!("{what} {}", t(wait(seconds)));
        }
        match error.field() {
            Some("class_code") => Self {
                class_code: Some(said),
                ..Self::default()
            },
            Some("name") => Self {
                name: Some(said),
                ..Self::default()
            },
            Some("pin") => Self {
                pin: Some(said),
                ..Self::default()
            },
            _ => Self {
                other: Some(error),
                ..Self::default()
            },
        }
    }

    fn first(&self) -> Option<&'static str> {
        if self.class_code.is_some() {
            Some("class-code")
        } else if self.name.is_some() {
            Some("name")
        } else {
            self.pin.is_some().then_some("pin")
        }
    }
}

#[component]
fn SignInForm() -> impl IntoView {
    let store = Store::from_context();
    let class_code = RwSignal::new(String::new());
    let name = RwSignal::new(String::new());
    let pin = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let busy = Memo::new(move |_| store.signing_in.get() == SigningIn::Busy);
    let missing = RwSignal::new(Faults::default());
    let faults = move || match store.signing_in.get() {
        SigningIn::Failed(error) => Faults::told(error),
        _ => missing.get(),
    };
    Effect::new(move || {
        if let Some(field) = faults().first() {
            dom::focus_soon(field);
        }
    });
    // What went wrong the last time somebody sat here says nothing to the next.
    store.signing_in.set(SigningIn::Idle);
    let submit = move || {
        if busy.get_untracked() {
            return;
        }
        let form = StudentSignIn {
            class_code: class_code.get_untracked(),
            name: name.get_untracked(),
            pin: pin.get_untracked(),
        };
        let gaps = Faults::missing(&form);
        let complete = gaps.first().is_none();
        store.signing_in.set(SigningIn::Idle);
        missing.set(gaps);
        if complete {
            wasm_bindgen_futures::spawn_local(session::sign_in(store, form));
        }
    };
    view! {
        <form
            class="sign-in-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <Field
                id="class-code"
                label=t(Msg::ClassCode)
                hint=t(Msg::ClassCodeHint)
                value=class_code
                error=Signal::derive(move || faults().class_code)
                autocapitalize="characters"
                class="field-code"
            />
            <Field
                id="name"
                label=t(Msg::YourName)
                hint=t(Msg::YourNameHint)
                value=name
                error=Signal::derive(move || faults().name)
                autocapitalize="words"
            />
            <Field
                id="pin"
                label=t(Msg::Pin)
                value=pin
                error=Signal::derive(move || faults().pin)
                kind_now=Signal::derive(move || if shown.get() { "text" } else { "password" })
                inputmode="numeric"
                maxlength=12
                class="field-pin"
            >
                <button
                    type="button"
                    class=ButtonKind::Quiet.class()
                    aria-pressed=Signal::derive(move || {
                        if shown.get() { "true" } else { "false" }
                    })
                    aria-controls="pin"
                    on:click=press(move || shown.update(|shown| *shown = !*shown))
                >
                    {live(move || {
                        let (shape, msg) = if shown.get() {
                            (Shape::EyeOff, Msg::PinHide)
                        } else {
                            (Shape::Eye, Msg::PinShow)
                        };
                        view! {
                            <Icon shape=shape />
                            <span>{t(msg)}</span>
                        }
                    })}
                </button>
            </Field>
            <div role="alert">
                {live(move || {
                    let other = faults().other;
                    other.map(|error| view! { <ErrorMessage error=error /> }.into_any())
                })}
            </div>
            <Button kind=ButtonKind::Primary submit=true busy=busy>
                {live(move || t(if busy.get() { Msg::SigningIn } else { Msg::SignIn }))}
            </Button>
        </form>
    }
}

/// Over the page, which stays as it is below.
#[component]
pub fn SignInAgain() -> impl IntoView {
    let store = Store::from_context();
    view! {
        <Dialog id="sign-in-again" title=t(Msg::SignInAgainTitle).into_owned() open=store.sign_in_again>
            <p class="lead">{t(Msg::SignInAgainWhat)}</p>
            <SignInForm />
        </Dialog>
    }
}
