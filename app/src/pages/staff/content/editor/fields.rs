//! One labelled field of the form, with its help and what is wrong with it.

use leptos::prelude::*;

use super::state::{Editing, Editor, Findings, findings};
use crate::components::{Icon, Shape, list};
use crate::pages::staff::content::form::At;

/// What is wrong, worked out once for all fields.
#[derive(Clone, Copy)]
pub struct Wrong(pub Memo<Findings>);

impl Wrong {
    pub fn provide(editor: Editor) -> Self {
        let wrong = Self(Memo::new(move |_| {
            let reply = editor.store.preview.with(|preview| preview.reply.clone());
            editor.with(|editing| findings(editing, reply.as_deref()))
        }));
        provide_context(wrong);
        wrong
    }

    /// What is said at one place.
    pub fn at(at: At) -> Memo<Vec<String>> {
        let Self(wrong) = expect_context();
        Memo::new(move |_| wrong.with(|all| all.get(&Some(at)).cloned().unwrap_or_default()))
    }
}

/// The id of a field's element, for its label and for the focus.
pub fn dom_id(at: At) -> String {
    match at {
        At::Scalar(scalar) => format!("field-{}", scalar as usize),
        At::Cell(list, row, cell) => format!("cell-{}-{row}-{cell}", list as usize),
        At::List(list) => format!("list-{}", list as usize),
    }
}

/// What is wrong at a place; nothing where all is well.
#[component]
pub fn Complaints(at: At) -> impl IntoView {
    let said = Wrong::at(at);
    view! {
        <div class="field-errors" id=format!("{}-error", dom_id(at))>
            {move || list(said.get().into_iter().map(|what| view! {
                <p class="field-error"><Icon shape=Shape::Alert /><span>{what}</span></p>
            }))}
        </div>
    }
}

/// A line of text, or with `lines` a few of them.
#[component]
pub fn TextField(
    editor: Editor,
    at: At,
    #[prop(into)] label: Oco<'static, str>,
    #[prop(optional)] help: &'static str,
    #[prop(optional)] example: &'static str,
    #[prop(optional)] lines: u8,
    #[prop(optional)] code: bool,
    #[prop(optional)] fixed: bool,
    /// The label is for those who do not see the list that the field stands in.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let id = dom_id(at);
    let value =
        Memo::new(move |_| editor.with(|editing: &Editing| editing.form.text(at).to_owned()));
    let wrong = Wrong::at(at);
    let described = {
        let helped = !help.is_empty() || !example.is_empty();
        let id = id.clone();
        move || match (wrong.with(|wrong| !wrong.is_empty()), helped) {
            (true, true) => Some(format!("{id}-error {id}-help")),
            (true, false) => Some(format!("{id}-error")),
            (false, true) => Some(format!("{id}-help")),
            (false, false) => None,
        }
    };
    let invalid = move || wrong.with(|wrong| !wrong.is_empty()).then_some("true");
    let class = if code { "input input-code" } else { "input" };
    let write = move |text: String| editor.change(|form| form.set_text(at, text));
    let input = if lines > 0 {
        view! {
            <textarea
                class=class
                id=id.clone()
                rows=lines.to_string()
                spellcheck=if code { "false" } else { "true" }
                aria-invalid=invalid
                aria-describedby=described
                prop:value=move || value.get()
                on:input:target=move |event| write(event.target().value())
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class=class
                id=id.clone()
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck=if code { "false" } else { "true" }
                readonly=fixed
                aria-invalid=invalid
                aria-describedby=described
                // Enter would send the whole form.
                on:keydown=|event| if event.key() == "Enter" { event.prevent_default() }
                prop:value=move || value.get()
                on:input:target=move |event| write(event.target().value())
            />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label class=if bare { "visually-hidden" } else { "field-label" } for=id.clone()>{label}</label>
            {input}
            <Help id=id help=help example=example />
            <Complaints at=at />
        </div>
    }
}

#[component]
fn Help(id: String, help: &'static str, example: &'static str) -> impl IntoView {
    if help.is_empty() && example.is_empty() {
        return ().into_any();
    }
    view! {
        <p class="field-help" id=format!("{id}-help")>
            {help}
            {(!example.is_empty()).then(|| view! { " " <code>{example}</code> })}
        </p>
    }
    .into_any()
}

/// One of a few.
#[component]
pub fn Choice(
    editor: Editor,
    at: At,
    #[prop(into)] label: Oco<'static, str>,
    /// Value and name.
    #[prop(into)]
    of: Vec<(String, String)>,
    #[prop(optional)] help: &'static str,
    #[prop(optional)] bare: bool,
) -> impl IntoView {
    let id = dom_id(at);
    let value =
        Memo::new(move |_| editor.with(|editing: &Editing| editing.form.text(at).to_owned()));
    let option = |(code, name): (String, String)| {
        let chosen = code.clone();
        view! {
            <option value=code prop:selected=move || value.with(|value| *value == chosen)>{name}</option>
        }
    };
    view! {
        <div class="field">
            <label class=if bare { "visually-hidden" } else { "field-label" } for=id.clone()>{label}</label>
            <select
                class="select"
                id=id.clone()
                on:change:target=move |event| {
                    let code = event.target().value();
                    editor.change(|form| form.set_text(at, code));
                }
            >
                {list(of.into_iter().map(option))}
            </select>
            <Help id=id help=help example="" />
            <Complaints at=at />
        </div>
    }
}
