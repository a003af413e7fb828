//! Rows that can be added, taken away and moved, by mouse and by keyboard.

use leptos::prelude::*;

use super::fields::{Complaints, TextField, dom_id};
use super::state::{Editing, Editor};
use crate::components::{Icon, Shape};
use crate::dom;
use crate::pages::staff::content::form::{At, List};

/// A list under a heading of its own. `row` draws what is particular to a row.
#[component]
pub fn Rows(
    editor: Editor,
    list: List,
    #[prop(into)] title: Oco<'static, str>,
    /// What one row is called: "hint".
    one: &'static str,
    #[prop(optional)] help: &'static str,
    #[prop(optional)] example: &'static str,
    /// No more than this many.
    #[prop(default = 40)]
    most: usize,
    row: Callback<u32, AnyView>,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        editor.with(|editing: &Editing| {
            let rows = editing.form.rows(list).iter();
            rows.map(|row| row.id).collect::<Vec<u32>>()
        })
    });
    let add = move |_| {
        let mut id = 0;
        editor.change(|form| id = form.add(list));
        let first = dom_id(At::Cell(list, id, 0));
        request_animation_frame(move || dom::focus(&first));
    };
    let heading = dom_id(At::List(list));
    let labelled = heading.clone();
    view! {
        <div class="rows" role="group" aria-labelledby=labelled>
            <h3 class="rows-title" id=heading tabindex="-1">{title}</h3>
            {(!help.is_empty() || !example.is_empty()).then(|| view! {
                <p class="field-help">
                    {help}
                    {(!example.is_empty()).then(|| view! { " " <code>{example}</code> })}
                </p>
            })}
            <Complaints at=At::List(list) />
            <ol class="rows-list">
                <For each=move || ids.get() key=|id| *id let:id>
                    <li class="row">
                        <div class="row-fields">{row.run(id)}</div>
                        <RowTools editor=editor list=list id=id ids=ids one=one />
                    </li>
                </For>
            </ol>
            {move || (ids.with(Vec::len) < most).then(|| view! {
                <button type="button" class="link-button rows-add" on:click=add>
                    {format!("Add a {one}")}
                </button>
            })}
        </div>
    }
}

#[component]
fn RowTools(
    editor: Editor,
    list: List,
    id: u32,
    ids: Memo<Vec<u32>>,
    one: &'static str,
) -> impl IntoView {
    let place = Memo::new(move |_| ids.with(|ids| ids.iter().position(|each| *each == id)));
    let number = move || place.get().map_or(0, |place| place + 1);
    let last = move || ids.with(|ids| ids.last() == Some(&id));
    let shift = move |down: bool, button: String| {
        editor.change(|form| form.shift(list, id, down));
        // The button moves with its row: without this the browser loses the focus.
        request_animation_frame(move || dom::focus(&button));
    };
    let up = format!("up-{}-{id}", list as usize);
    let down = format!("down-{}-{id}", list as usize);
    let (go_up, go_down) = (up.clone(), down.clone());
    let remove = move |_| {
        editor.change(|form| form.remove(list, id));
        dom::focus(&dom_id(At::List(list)));
    };
    view! {
        <div class="row-tools">
            <button
                type="button"
                class="tool"
                id=up
                aria-disabled=move || (place.get() == Some(0)).then_some("true")
                on:click=move |_| shift(false, go_up.clone())
            >
                <span class="tool-up" aria-hidden="true"><Icon shape=Shape::ArrowNext /></span>
                <span class="visually-hidden">{move || format!("Move {one} {} up", number())}</span>
            </button>
            <button
                type="button"
                class="tool"
                id=down
                aria-disabled=move || last().then_some("true")
                on:click=move |_| shift(true, go_down.clone())
            >
                <span class="tool-down" aria-hidden="true"><Icon shape=Shape::ArrowNext /></span>
                <span class="visually-hidden">{move || format!("Move {one} {} down", number())}</span>
            </button>
            <button type="button" class="tool" on:click=remove>
                <Icon shape=Shape::Close />
                <span class="visually-hidden">{move || format!("Remove {one} {}", number())}</span>
            </button>
        </div>
    }
}

/// A list whose rows are a text each.
#[component]
pub fn Texts(
    editor: Editor,
    list: List,
    #[prop(into)] title: Oco<'static, str>,
    one: &'static str,
    #[prop(optional)] help: &'static str,
    #[prop(optional)] example: &'static str,
    #[prop(optional)] lines: u8,
    #[prop(optional)] code: bool,
    #[prop(default = 40)] most: usize,
) -> impl IntoView {
    let label = {
        let mut name = one.to_owned();
        name[..1].make_ascii_uppercase();
        name
    };
    let row = Callback::new(move |id| {
        let at = At::Cell(list, id, 0);
        view! {
            <TextField editor=editor at=at label=label.clone() lines=lines code=code bare=true />
        }
        .into_any()
    });
    view! { <Rows editor=editor list=list title=title one=one help=help example=example most=most row=row /> }
}
