//! Work that may wait until something is on the screen.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Window, window};

/// A frame's callback runs before the frame is painted; a timer set there, after it. A page in the
/// background paints nothing and waits until it is looked at.
pub fn after_painting(work: impl FnOnce() + 'static) {
    let timer = move || {
        let work = Closure::once_into_js(work);
        let timeout = |window: Window| window.set_timeout_with_callback(work.unchecked_ref());
        // without a window there is nothing to paint
        drop(window().map(timeout));
    };
    let frame = Closure::once_into_js(timer);
    drop(window().map(|window| window.request_animation_frame(frame.unchecked_ref())));
}
