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
    // Drawn anew when a language comes or another is chosen, not with every plan.
    let offered = Memo::new(move |_| {
        store.plan.with(|plan| {
            let Some(plan) = plan else { return Vec::new() };
            let chosen = plan.student.home_language.iter().map(LanguageTag::as_str);
            let tags = plan.languages.iter().map(|choice| choice.tag.as_str());
            chosen.chain(tags).map(str::to_owned).collect::<Vec<_>>()
        })
    });
    let choose = move |value: String| {
        let language = LanguageTag::try_from(value).ok();
        wasm_bindgen_futures::spawn_local(plan::choose_language(store, language));
    };
    let option = |tag: Option<&LanguageTag>, name: String, chosen: Option<&LanguageTag>| {
        let value = tag.map_or("", LanguageTag::as_str).to_owned();
        let language = tag.map_or("en", LanguageTag::as_str).to_owned();
        view! {
            <option value=value lang=language selected=tag == chosen>
                {name}
            </option>
        }
    };
    view! {
        <label class="language">
            <span>{t(Msg::BridgeLanguage)}</span>
            <select class="select" on:change:target=move |event| choose(event.target().value())>
                {live(move || {
                    offered.with(|_| ());
                    let Some(plan) = store.plan.get_untracked() else { return Vec::new() };
                    let chosen = plan.student.home_language.as_ref();
                    let english = option(None, t(Msg::EnglishOnly).into_owned(), chosen);
                    let others = &plan.languages;
                    let others = others.iter().map(|it| option(Some(&it.tag), it.name.clone(), chosen));
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
