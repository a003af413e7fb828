//! The sign-in, shown in place of any page, at that page's address: signing in leads right there.

use api::StaffSignIn;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::page::name_tab;
use super::session::Why;
use super::store::StaffStore;
use crate::api::ApiError;
use crate::components::{Button, ButtonKind, ErrorMessage, Field, Icon, Message, Shape, Tone};
use crate::dom;

/// What the form says before anything is sent; `None` when it may be sent.
fn missing(username: &str, password: &str) -> (Option<&'static str>, Option<&'static str>) {
    (
        username.trim().is_empty().then_some("Type your user name."),
        password.is_empty().then_some("Type your password."),
    )
}

#[component]
pub fn SignInPage(why: Why) -> impl IntoView {
    let store = StaffStore::expect();
    let username = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let complaints = RwSignal::new((None, None));
    let busy = Signal::derive(move || store.sign_in.with(|form| form.busy));
    name_tab("Sign in");
    if store.has_moved() {
        dom::focus_soon("page-title");
    }

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let found = missing(&username.get_untracked(), &password.get_untracked());
        complaints.set(found);
        match found {
            (Some(_), _) => dom::focus("username"),
            (None, Some(_)) => dom::focus("password"),
            (None, None) => store.try_sign_in(StaffSignIn {
                username: username.get_untracked().trim().to_owned(),
                password: password.get_untracked(),
            }),
        }
    };
    let said = move |text: Option<&'static str>| text.map(str::to_owned);
    view! {
        <div class="sign-in">
            <div class="card sign-in-card">
                <h1 id="page-title" tabindex="-1">"Sign in"</h1>
                <WhyHere why=why />
                <form class="sign-in-form" novalidate on:submit=submit>
                    <Field
                        id="username"
                        label="User name"
                        value=username
                        autocomplete="username"
                        error=Signal::derive(move || said(complaints.get().0))
                    />
                    <Field
                        id="password"
                        label="Password"
                        value=password
                        autocomplete="current-password"
                        kind_now=Signal::derive(move || if shown.get() { "text" } else { "password" })
                        error=Signal::derive(move || said(complaints.get().1))
                    >
                        <button
                            type="button"
                            class="button"
                            aria-pressed=move || shown.get().to_string()
                            on:click=move |_| shown.update(|shown| *shown = !*shown)
                        >
                            {move || {
                                let shape = if shown.get() { Shape::EyeOff } else { Shape::Eye };
                                view! { <Icon shape=shape /> }
                            }}
                            <span class="visually-hidden">"Show password"</span>
                        </button>
                    </Field>
                    <div role="alert" class="sign-in-error">
                        {move || store.sign_in.with(|form| form.error.clone()).map(problem)}
                    </div>
                    <Button kind=ButtonKind::Primary submit=true busy=busy>
                        {move || if busy.get() { "Signing in …" } else { "Sign in" }}
                    </Button>
                </form>
            </div>
            <p class="sign-in-other">
                "Are you a student? " <a href="/" rel="external">"Go to the student sign-in"</a>
            </p>
        </div>
    }
}

fn problem(error: ApiError) -> impl IntoView {
    view! { <ErrorMessage error=error /> }
}

/// Why the form stands here instead of a page.
#[component]
fn WhyHere(why: Why) -> impl IntoView {
    let (tone, title, text) = match why {
        Why::NotYet => {
            return view! { <p class="soft">"Trellis for teachers"</p> }.into_any();
        }
        Why::Expired => (
            Tone::Info,
            "Your session has ended",
            "Sign in again and you are back on the page you had open.",
        ),
        Why::SignedOut => (
            Tone::Good,
            "You are signed out",
            "Nothing about your students stays in this tab.",
        ),
        Why::Student => (
            Tone::Info,
            "This browser is signed in as a student",
            "Signing in here ends that session. Answers that are not saved at school yet stay on \
             this device.",
        ),
    };
    view! {
        <Message tone=tone title=title>
            <p>{text}</p>
        </Message>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn an_empty_field_is_named_and_spaces_in_a_password_are_kept() {
        assert_eq!(missing(" ", "x").0, Some("Type your user name."));
        assert_eq!(missing("okafor", "").1, Some("Type your password."));
        assert_eq!(missing("okafor", " "), (None, None));
    }
}
