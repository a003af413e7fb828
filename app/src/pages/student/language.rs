//! One switch for the app's words and the bridge, on every page, each language by its own name.

use std::sync::Arc;

use api::Plan;
use item_bank::LanguageTag;
use leptos::prelude::*;

use crate::components::{Icon, Shape, list, live};
use crate::i18n::{Msg, t};
use crate::state::Store;
use crate::sync::language::{self, MENU};

/// What is written in the answer box stays.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let store = Store::from_context();
    if store.student().is_none() && store.languages.with_untracked(Vec::is_empty) {
        wasm_bindgen_futures::spawn_local(language::offer(store));
    }
    // Drawn anew when a language comes, not with every plan nor with a choice: the keyboard stays.
    let offered = Memo::new(move |_| {
        let of_plan = |plan: &Option<Arc<Plan>>| Some(plan.as_deref()?.languages.clone());
        let of_plan = store.plan.with(of_plan);
        of_plan.unwrap_or_else(|| store.languages.get())
    });
    let chosen = Memo::new(move |_| {
        let of_plan =
            |plan: &Option<Arc<Plan>>| Some(plan.as_deref()?.student.home_language.clone());
        let of_plan = store.plan.with(of_plan);
        of_plan.unwrap_or_else(|| store.device_language.get().map(|choice| choice.tag))
    });
    let choose = move |value: String| {
        language::choose(store, LanguageTag::try_from(value).ok());
    };
    live(move || {
        let languages = offered.get();
        let now = chosen.get_untracked();
        if languages.is_empty() {
            return ().into_any();
        }
        let option = |tag: Option<&LanguageTag>, name: String| {
            let code = tag.map_or("en", LanguageTag::as_str).to_owned();
            view! {
                <option
                    value=tag.map_or("", LanguageTag::as_str).to_owned()
                    lang=code
                    selected=tag == now.as_ref()
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
                    id=MENU
                    prop:value=Signal::derive(move || {
                        chosen.get().map_or(String::new(), |tag| tag.as_str().to_owned())
                    })
                    on:change:target=move |event| choose(event.target().value())
                >
                    {list([english].into_iter().chain(others))}
                </select>
            </label>
        }
        .into_any()
    })
}
