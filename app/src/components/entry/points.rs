//! Points on a number line: a tap marks the nearest tick; with keys, arrows move and Space marks.

use item_bank::Axis;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use super::arrows::{Arrows, Step, step_of};
use super::scale::pointed;
use super::{Group, Pen, line};
use crate::components::{drawing, handle, live};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::Draft;
use crate::state::marks::{Grid, Marked};

/// A grid and the place of the keyboard on it.
#[derive(Clone, Copy)]
pub struct Marker {
    pub pen: Pen,
    pub grid: Grid,
    pub cursor: RwSignal<[i32; 2]>,
}

impl Marker {
    /// The middle is the nearest to everywhere.
    pub fn new(pen: Pen, across: usize, up: usize, of: u8) -> Self {
        let grid = Grid {
            across: across as i32,
            up: up as i32,
            of: usize::from(of),
        };
        let cursor = RwSignal::new([grid.across / 2, grid.up / 2]);
        Self { pen, grid, cursor }
    }

    /// Marks a tick or takes the mark away; a `None` means that nothing may change any more.
    pub fn toggle(&self, at: [i32; 2]) -> Option<Marked> {
        let grid = self.grid;
        let at = grid.within(at);
        self.cursor.set(at);
        let marked = self.pen.write(|draft| match draft {
            Draft::Points(points) => grid.toggle(points, at),
            _ => Marked::Full,
        });
        if marked == Some(Marked::Full) {
            self.pen.say(Msg::MarksFull { of: grid.of });
        }
        marked
    }

    pub fn step(&self, by: Step) {
        let (grid, from) = (self.grid, self.cursor.get_untracked());
        let to = self.pen.write(|draft| match draft {
            Draft::Points(points) => grid.step(points, from, by),
            _ => from,
        });
        if let Some(to) = to {
            self.cursor.set(to);
        }
    }

    pub fn is_marked(&self, at: [i32; 2]) -> bool {
        self.pen.draft.with(|draft| draft.points().contains(&at))
    }

    /// Arrows, Home, End, Space and Enter; the rest is left to the page.
    pub fn key(&self, event: &KeyboardEvent) {
        let key = event.key();
        let row = self.cursor.get_untracked()[1];
        match key.as_str() {
            " " | "Enter" => {
                self.toggle(self.cursor.get_untracked());
            }
            "Home" => self.step([-self.grid.across, 0]),
            "End" => self.step([self.grid.across, 0]),
            // On a line, up means more.
            "ArrowUp" if self.grid.up == 1 => self.step([1, -row]),
            "ArrowDown" if self.grid.up == 1 => self.step([-1, -row]),
            key => match step_of(key) {
                Some(by) => self.step(by),
                None => return,
            },
        }
        event.prevent_default();
    }
}

#[component]
pub fn PointsLine(pen: Pen, axis: Axis, of: u8, note: String) -> impl IntoView {
    let marker = Marker::new(pen, axis.names.len(), 1, of);
    let scale = line::scale(&axis);
    let marks = live(move || {
        let place = |at: [i32; 2]| [scale.at(at[0]), line::LINE];
        let mut shown = vec![drawing::dot("spot-cursor", place(marker.cursor.get()), 150)];
        let dots = |draft: &Draft| {
            let points = draft.points().iter();
            points
                .map(|at| drawing::dot("spot", place(*at), 95))
                .collect::<Vec<_>>()
        };
        shown.extend(pen.draft.with(dots));
        shown
    });
    let picture = line::picture(&axis, marks);
    let title = line::title(&axis);
    let (last, first_name) = (scale.last, axis.names.first().cloned().unwrap_or_default());
    let last_name = axis.names.last().cloned().unwrap_or_default();
    let axis = StoredValue::new(axis);
    let value = move || {
        let at = marker.cursor.get();
        let name = axis.with_value(|axis| axis.name(at[0]).unwrap_or_default().to_owned());
        let marked = marker.is_marked(at);
        if marked {
            t(Msg::Marked { at: &name }).into_owned()
        } else {
            name
        }
    };
    let id = pen.id(0);
    let tap = {
        let id = id.clone();
        move |event: PointerEvent| {
            let Some(area) = dom::by_id(&id) else { return };
            let [across, _] = pointed(&event, &area);
            marker.toggle([scale.tick(across), 0]);
        }
    };
    view! {
        <Group pen=pen note=note class="entry-line">
            <div
                class="stage"
                id=id
                dir="ltr"
                role="slider"
                tabindex="0"
                aria-label=t(Msg::LineFromTo { from: &first_name, to: &last_name })
                aria-valuemin="0"
                aria-valuemax=last.to_string()
                aria-valuenow=Signal::derive(move || marker.cursor.get()[0].to_string())
                aria-valuetext=Signal::derive(value)
                aria-disabled=pen.disabled()
                on:keydown=handle(move |event| marker.key(&event))
                on:click=tap_of(tap)
            >
                {picture}
            </div>
            {title}
            <Readout pen=pen text=Signal::derive(value) />
            <Arrows
                pen=pen
                flat=true
                step=Callback::new(move |by| marker.step(by))
                place=Callback::new(move |()| {
                    marker.toggle(marker.cursor.get_untracked());
                })
            />
        </Group>
    }
}

/// A click carries a pointer's place; keys press nothing here.
pub fn tap_of(tap: impl Fn(PointerEvent) + 'static) -> Box<dyn FnMut(web_sys::MouseEvent)> {
    use wasm_bindgen::JsCast;
    handle(move |event: web_sys::MouseEvent| {
        if let Ok(event) = event.dyn_into::<PointerEvent>() {
            tap(event);
        }
    })
}

/// Where the cursor stands, for eyes; a slider says it by itself.
#[component]
pub fn Readout(pen: Pen, #[prop(into)] text: Signal<String>) -> impl IntoView {
    view! {
        <p class="readout" aria-hidden="true" class:pad-done=pen.done>
            {live(move || text.get())}
        </p>
    }
}
