//! One switch for the app's words and the bridge, on every page, each language by its own name.

use item_bank::LanguageTag;
use leptos::prelude::*;

use crate::components::{Icon, Shape, list, live};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::Store;
use crate::sync::language;

const ID: &str = "language";

/// What is written in the answer box stays.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let store = Store::from_context();
    if store.student().is_none() && store.languages.with_untracked(Vec::is_empty) {
        wasm_bindgen_futures::spawn_local(language::offer(store));
    }
    // Drawn anew when a language comes or another is chosen, not with every plan.
    let offered = Memo::new(move |_| {
        let of_plan = store.plan.with(|plan| {
            let plan = plan.as_deref()?;
            let chosen = plan.student.home_language.clone();
            Some((plan.languages.clone(), chosen))
        });
        of_plan.unwrap_or_else(|| {
            let chosen = store.device_language.get().map(|choice| choice.tag);
            (store.languages.get(), chosen)
        })
    });
    let choose = move |value: String| {
        language::choose(store, LanguageTag::try_from(value).ok());
        // The page is drawn anew in the other language; the keyboard stays here.
        request_animation_frame(|| dom::focus_soon(ID));
    };
    live(move || {
        let (languages, chosen) = offered.get();
        if languages.is_empty() {
            return ().into_any();
        }
        let option = |tag: Option<&LanguageTag>, name: String| {
            let code = tag.map_or("en", LanguageTag::as_str).to_owned();
            view! {
                <option
                    value=tag.map_or("", LanguageTag::as_str).to_owned()
                    lang=code
                    selected=tag == chosen.as_ref()
                >
                    {name}
                </option>
            }
        };
        let english = option(None, "English".to_owned());
        let others = languages
            .iter()
            .map(|it| option(Some(&it.tag), it.name.clone()));
        view! {
            <label class="language-menu">
                <Icon shape=Shape::Globe />
                <span class="visually-hidden">{t(Msg::BridgeLanguage)}</span>
                <select
                    class="select"
                    id=ID
                    on:change:target=move |event| choose(event.target().value())
                >
                    {list([english].into_iter().chain(others))}
                </select>
            </label>
        }
        .into_any()
    })
}
