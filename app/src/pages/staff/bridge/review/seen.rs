//! Which texts of the screen the reader has scrolled through. Nobody approves what was not before
//! their eyes: a jump to the end of the page leaves out what lies between.

use std::collections::BTreeSet;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::dom;

/// Marks a text, with a name that another version of it does not have.
pub const MARK: &str = "data-text";
/// Pixels by which the end of a text may lie below the window: a border is no text.
const SLACK: f64 = 4.0;

/// What was seen, by the marks.
#[derive(Clone, Copy)]
pub struct Seen(RwSignal<BTreeSet<String>>);

impl Seen {
    /// Follows scrolling while its page is there.
    pub fn follow() -> Self {
        let seen = Self(RwSignal::new(BTreeSet::new()));
        let scrolled = window_event_listener(ev::scroll, move |_| seen.look());
        let resized = window_event_listener(ev::resize, move |_| seen.look());
        on_cleanup(move || {
            scrolled.remove();
            resized.remove();
        });
        seen
    }

    pub fn has(self, mark: &str) -> bool {
        self.0.with(|seen| seen.contains(mark))
    }

    /// Notes every text whose end stands in the window.
    pub fn look(self) {
        let new: Vec<String> = ends_in_view()
            .into_iter()
            .filter(|mark| {
                // Gone when the page was left before the frame came.
                self.0.try_with_untracked(|seen| seen.contains(mark)) == Some(false)
            })
            .collect();
        if !new.is_empty() {
            self.0.update(|seen| seen.extend(new));
        }
    }

    /// Once what is under way has been drawn.
    pub fn look_soon(self) {
        request_animation_frame(move || self.look());
    }
}

fn ends_in_view() -> Vec<String> {
    let (Some(window), Some(page)) = (dom::window(), dom::document()) else {
        return Vec::new();
    };
    let height = window.inner_height().ok().and_then(|it| it.as_f64());
    let (Some(height), Ok(texts)) = (height, page.query_selector_all(&format!("[{MARK}]"))) else {
        return Vec::new();
    };
    (0..texts.length())
        .filter_map(|at| texts.item(at)?.dyn_into::<Element>().ok())
        .filter(|text| {
            let end = text.get_bounding_client_rect().bottom();
            end > 0.0 && end <= height + SLACK
        })
        .filter_map(|text| text.get_attribute(MARK))
        .collect()
}
