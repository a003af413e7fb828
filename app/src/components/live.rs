//! Parts of a view that change, without a copy of Leptos's machinery for each.
//!
//! Every closure put into a view has a type of its own, and with it its own effect, state and
//! rebuild code: some 2 KB of WASM apiece, measured. Behind a box they share one.

use leptos::prelude::*;
use leptos::tachys::view::any_view::IntoAny;
use web_sys::MouseEvent;

/// A part that is drawn anew whenever what it reads changes.
pub fn live<V: IntoAny>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    erased(Box::new(move || draw().into_any()))
}

/// A part that is there only while the condition holds; drawn anew only when it turns.
pub fn when<V: IntoAny>(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> V + Send + 'static,
) -> AnyView {
    let holds = Memo::new(move |_| condition());
    live(move || holds.get().then(|| draw().into_any()))
}

fn erased(mut draw: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    (move || draw()).into_any()
}

/// What a press does, for `on:click`: one type for all presses.
pub fn press(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// As [`press`], for what has more to say than that it happened.
pub fn handle<E: 'static>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}

/// A list of parts, all of one type to the machinery.
pub fn list<V: IntoAny>(parts: impl IntoIterator<Item = V>) -> Vec<AnyView> {
    parts.into_iter().map(IntoAny::into_any).collect()
}
