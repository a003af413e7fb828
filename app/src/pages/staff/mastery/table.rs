use api::{ClassId, UserId};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::board::Board;
use super::cell::{cell_id, place_of};
use super::grid::Place;
use super::head::TableHead;
use super::keys::step;
use super::row::StudentRow;
use crate::dom;
use crate::pages::staff::store::StaffStore;

/// So many columns stand side by side on a 1366 px screen with the symbol beside number and word;
/// with more, the word goes below both and the columns are narrower.
const ROOMY: usize = 10;

/// Students by skills. Rows are built once and moved when the order changes; cells redraw by
/// themselves. One tab stop for all cells, arrow keys from there.
#[component]
pub fn MasteryTable(
    board: Board,
    class: ClassId,
    order: Memo<Vec<UserId>>,
    returning: bool,
) -> impl IntoView {
    let store = StaffStore::expect();
    let caption = board
        .grid
        .with_untracked(|grid| format!("Mastery of {}: students by skills", grid.class().title));
    let walker = Walker {
        board: board.clone(),
        order,
    };
    Effect::new({
        let walker = walker.clone();
        move |first: Option<()>| {
            order.track();
            let (walker, focus) = (walker.clone(), first.is_none() && returning);
            request_animation_frame(move || walker.settle(store, focus));
        }
    });
    let nobody = Memo::new(move |_| order.with(Vec::is_empty));
    let keys = walker.clone();
    let rows_of = board.clone();
    let name = caption.clone();
    let columns = board.grid.with_untracked(|grid| {
        let assigned = grid.skills().iter().filter(|skill| skill.assigned).count();
        (grid.skills().len(), assigned)
    });
    let columns = Memo::new(move |_| {
        if store.view.with(|view| view.only_assigned) {
            columns.1
        } else {
            columns.0
        }
    });
    // What appears on hover or focus can be sent away without moving either (WCAG 1.4.13).
    let tips_off = RwSignal::new(false);
    view! {
        <div class="table-region" role="region" aria-label=name tabindex="0">
            <table
                class="mastery-table"
                style=("--columns", move || columns.get().to_string())
                data-tight=move || (columns.get() > ROOMY).then_some("")
                data-columns=move || store.view.with(|view| view.only_assigned.then_some("assigned"))
                data-tips=move || tips_off.get().then_some("off")
                on:keydown=move |event| {
                    tips_off.set(event.key() == "Escape");
                    keys.press(store, &event);
                }
                on:mouseleave=move |_| tips_off.set(false)
                on:focusin=move |event| Walker::arrive(store, &event)
            >
                <caption class="visually-hidden">{caption}</caption>
                <TableHead board=board />
                <tbody>
                    <For each=move || order.get() key=|student| *student let:student>
                        <StudentRow board=rows_of.clone() class=class student=student />
                    </For>
                </tbody>
            </table>
            <p class="nobody" hidden=move || !nobody.get()>"Nobody needs attention right now."</p>
        </div>
    }
}

/// Moves the one tab stop of the table.
#[derive(Clone)]
struct Walker {
    board: Board,
    order: Memo<Vec<UserId>>,
}

impl Walker {
    /// The shown rows and columns, as places of the grid.
    fn shown(&self, store: StaffStore) -> (Vec<usize>, Vec<usize>) {
        self.board.grid.with_untracked(|grid| {
            let only_assigned = store.view.with_untracked(|view| view.only_assigned);
            let columns = (0..grid.skills().len())
                .filter(|&column| !only_assigned || grid.skills()[column].assigned)
                .collect();
            // The memo is gone when the page was left before the frame came.
            let order = self.order.try_get_untracked().unwrap_or_default();
            (
                order.into_iter().filter_map(|id| grid.row_of(id)).collect(),
                columns,
            )
        })
    }

    /// After the rows changed: the tab stop stays where it was if that cell is still there.
    fn settle(&self, store: StaffStore, focus: bool) {
        let (rows, columns) = self.shown(store);
        let kept = store
            .tab_stop
            .get_value()
            .filter(|stop| rows.contains(&stop.row) && columns.contains(&stop.column));
        let first = || {
            Some(Place {
                row: *rows.first()?,
                column: *columns.first()?,
            })
        };
        let Some(stop) = kept.or_else(first) else {
            return;
        };
        move_stop(store, stop);
        if focus && kept.is_some() {
            dom::focus(&cell_id(stop));
        }
    }

    fn press(&self, store: StaffStore, event: &KeyboardEvent) {
        let Some(from) = place_at(event.target()) else {
            return;
        };
        let ctrl = event.ctrl_key() || event.meta_key();
        if event.alt_key() || event.shift_key() {
            return;
        }
        let (rows, columns) = self.shown(store);
        if let Some(to) = step(&event.key(), ctrl, from, &rows, &columns) {
            event.prevent_default();
            move_stop(store, to);
            dom::focus(&cell_id(to));
        }
    }

    /// The focus came by pointer, tab or script.
    fn arrive(store: StaffStore, event: &FocusEvent) {
        if let Some(place) = place_at(event.target()) {
            move_stop(store, place);
        }
    }
}

fn place_at(target: Option<web_sys::EventTarget>) -> Option<Place> {
    place_of(&target?.dyn_into::<web_sys::Element>().ok()?.id())
}

fn move_stop(store: StaffStore, to: Place) {
    let set = |place: Place, value: &str| {
        if let Some(cell) = dom::by_id(&cell_id(place)) {
            // An attribute of this name can always be set.
            let _ = cell.set_attribute("tabindex", value);
        }
    };
    if let Some(before) = store.tab_stop.get_value() {
        set(before, "-1");
    }
    set(to, "0");
    store.tab_stop.set_value(Some(to));
}
