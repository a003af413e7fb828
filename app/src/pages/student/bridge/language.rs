use item_bank::LanguageTag;
use leptos::prelude::*;

use crate::components::{ErrorMessage, list, live};
use crate::i18n::{Msg, t};
use crate::state::Store;
use crate::sync::plan;

/// The student's own choice, each language by its own name. What is written in the answer box
/// stays.
#[component]
pub fn LanguageChooser() -> impl IntoView {
    let store = Store::from_context();
    let choices = Memo::new(move |_| {
        store.plan.with(|plan| plan.as_ref().map(|plan| plan.languages.clone())).unwrap_or_default()
    });
    let chosen = Memo::new(move |_| {
        store.plan.with(|plan| plan.as_ref().and_then(|plan| plan.student.home_language.clone()))
    });
    let choose = move |value: String| {
        let language = LanguageTag::try_from(value).ok();
        wasm_bindgen_futures::spawn_local(plan::choose_language(store, language));
    };
    // Drawn anew with the choice, so that `selected` need not change by itself.
    let option = move |tag: Option<LanguageTag>, name: String| {
        let value = tag.as_ref().map_or(String::new(), |tag| tag.as_str().to_owned());
        let language = if tag.is_some() { value.clone() } else { "en".to_owned() };
        view! {
            <option value=value lang=language selected=chosen.with(|chosen| *chosen == tag)>
                {name}
            </option>
        }
    };
    view! {
        <label class="language">
            <span>{t(Msg::BridgeLanguage)}</span>
            <select class="select" on:change:target=move |event| choose(event.target().value())>
                {live(move || {
                    let others = choices.get().into_iter().map(|it| option(Some(it.tag), it.name));
                    let english = option(None, t(Msg::EnglishOnly).into_owned());
                    list([english].into_iter().chain(others))
                })}
            </select>
        </label>
        <div role="alert">
            {live(move || {
                let error = store.language_error.get();
                error.map(|error| view! { <ErrorMessage error=error /> }.into_any())
            })}
        </div>
    }
}
