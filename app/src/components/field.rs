use leptos::prelude::*;

use super::{Icon, Shape};

/// One labelled input. The hint and the error are tied to it, so that a screen reader says them.
#[component]
pub fn Field(
    /// Also names the input in the form; unique on the page.
    id: &'static str,
    #[prop(into)] label: Oco<'static, str>,
    #[prop(optional, into)] hint: Option<Oco<'static, str>>,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// `text`, `password` ...
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(default = "text")] inputmode: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(default = "none")] autocapitalize: &'static str,
    /// As [`kind`](Self), where it changes: a PIN that can be shown.
    #[prop(optional)]
    kind_now: Option<Signal<&'static str>>,
    #[prop(optional)] class: &'static str,
    #[prop(default = 200)] maxlength: u16,
    /// Stands beside the input: a show/hide button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described = {
        let (has_hint, hint_id, error_id) = (hint.is_some(), hint_id.clone(), error_id.clone());
        move || match (has_hint, error.with(Option::is_some)) {
            (true, true) => Some(format!("{error_id} {hint_id}")),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(error_id.clone()),
            (false, false) => None,
        }
    };
    view! {
        <div class=format!("field {class}")>
            <label class="field-label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <div class="field-row">
                <input
                    class="input"
                    id=id
                    name=id
                    type=move || kind_now.map_or(kind, |kind| kind.get())
                    inputmode=inputmode
                    autocomplete=autocomplete
                    autocapitalize=autocapitalize
                    spellcheck="false"
                    maxlength=maxlength.to_string()
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=described
                    prop:value=move || value.get()
                    on:input:target=move |event| value.set(event.target().value())
                />
                {children.map(|children| children())}
            </div>
            <p class="field-error" id=error_id hidden=move || error.with(Option::is_none)>
                <Icon shape=Shape::Alert />
                <span>{move || error.get()}</span>
            </p>
        </div>
    }
}
