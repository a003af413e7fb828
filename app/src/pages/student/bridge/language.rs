use item_bank::LanguageTag;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::components::ErrorMessage;
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
    let is = move |tag: Option<&LanguageTag>| chosen.with(|chosen| chosen.as_ref() == tag);
    view! {
        <label class="language">
            <span>{t(Msg::BridgeLanguage)}</span>
            <select class="select" on:change:target=move |event| choose(event.target().value())>
                <option value="" selected=move || is(None)>
                    {t(Msg::EnglishOnly)}
                </option>
                {move || {
                    choices
                        .get()
                        .into_iter()
                        .map(|choice| {
                            let tag = choice.tag.clone();
                            view! {
                                <option
                                    value=choice.tag.as_str().to_owned()
                                    lang=choice.tag.as_str().to_owned()
                                    selected=move || is(Some(&tag))
                                >
                                    {choice.name}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </label>
        <div role="alert">
            {move || store.language_error.get().map(|error: ApiError| view! { <ErrorMessage error=error /> })}
        </div>
    }
}
