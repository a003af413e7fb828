use api::UserId;
use leptos::prelude::*;

use super::attention::need;
use super::board::Board;
use super::order::{Direction, SortBy, View, ordered};
use crate::components::{Icon, Shape};
use crate::pages::staff::browser;
use crate::pages::staff::store::StaffStore;
use crate::pages::staff::words::counted;

/// How to look at the table. Pressed buttons say so by `aria-pressed`.
#[component]
pub fn Controls(board: Board, order: Memo<Vec<UserId>>) -> impl IntoView {
    let store = StaffStore::expect();
    let view = store.view;
    let needy = {
        let grid = board.grid.clone();
        Memo::new(move |_| {
            grid.with(|grid| {
                grid.students()
                    .iter()
                    .filter(|row| need(grid, row).is_some())
                    .count()
            })
        })
    };
    let (total, mixed) = board.grid.with_untracked(|grid| {
        let assigned = grid.skills().iter().filter(|skill| skill.assigned).count();
        (
            grid.students().len(),
            (1..grid.skills().len()).contains(&assigned),
        )
    });
    let by = move |by: SortBy| {
        view.update(|view| {
            *view = View {
                by,
                direction: Direction::Ascending,
                ..view.clone()
            };
        });
    };
    let is_by = move |by: SortBy| view.with(|view| view.by == by).to_string();
    let pick = move |only: bool| view.update(|view| view.only_attention = only);
    view! {
        <div class="controls">
            <div class="segments" role="group" aria-label="Show">
                <button
                    type="button"
                    class="segment"
                    aria-pressed=move || (!view.with(|view| view.only_attention)).to_string()
                    on:click=move |_| pick(false)
                >
                    {format!("All {}", counted(total, "student", "students"))}
                </button>
                <button
                    type="button"
                    class="segment"
                    aria-pressed=move || view.with(|view| view.only_attention).to_string()
                    on:click=move |_| pick(true)
                >
                    {move || format!("Needs attention ({})", needy.get())}
                </button>
            </div>
            <div class="segments" role="group" aria-label="Order">
                <button
                    type="button"
                    class="segment"
                    aria-pressed=move || is_by(SortBy::Name)
                    on:click=move |_| by(SortBy::Name)
                >
                    "By name"
                </button>
                <button
                    type="button"
                    class="segment"
                    aria-pressed=move || is_by(SortBy::Need)
                    on:click=move |_| by(SortBy::Need)
                >
                    "Needs help first"
                </button>
            </div>
            {mixed
                .then(|| view! {
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=move || view.with(|view| view.only_assigned)
                            on:change:target=move |event| {
                                let only = event.target().checked();
                                view.update(|view| view.only_assigned = only);
                            }
                        />
                        "Assigned skills only"
                    </label>
                })}
            <SortAgain board=board order=order />
            <button type="button" class="button controls-print" on:click=move |_| browser::print()>
                "Print"
            </button>
        </div>
    }
}

/// Rows keep their place while answers come in: a table that jumps cannot be read. When the order
/// or the filter would now come out otherwise, the teacher may ask for it.
#[component]
fn SortAgain(board: Board, order: Memo<Vec<UserId>>) -> impl IntoView {
    let store = StaffStore::expect();
    let behind = Memo::new(move |_| {
        let now = board
            .grid
            .with(|grid| store.view.with(|view| ordered(grid, view)));
        order.with(|shown| *shown != now)
    });
    view! {
        <button
            type="button"
            class="button button-quiet"
            hidden=move || !behind.get()
            on:click=move |_| store.view.update(|_| ())
        >
            <Icon shape=Shape::Retry />
            "Bring the order up to date"
        </button>
    }
}
