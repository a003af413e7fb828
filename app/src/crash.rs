//! What a person sees when the app breaks: a panic ends this WASM instance for good.

use std::panic::PanicHookInfo;

use crate::dom;

/// Writes the panic to the console and shows the `#crash` notice that the page carries hidden.
/// Answers are safe by then: each was in IndexedDB before it was acknowledged.
pub fn install() {
    std::panic::set_hook(Box::new(report));
}

fn report(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    if let Some(notice) = dom::by_id("crash") {
        // Failing to show it leaves nothing else to try.
        let _ = notice.remove_attribute("hidden");
    }
}
