//! The Translanguaging Bridge is a WASM of its own, the crate `app/bridge`, that `public/boot.js`
//! fetches with its style sheet (docs/adr/0012); here is the way to it. The shell keeps the button
//! that opens it, the place where it stands, and the uses of words that come out of it.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::Element;

mod page {
    use super::{Closure, Element, JsValue, wasm_bindgen};

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = trellis, js_name = loadBridge)]
        pub async fn load() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn start(on_use: &Closure<dyn FnMut(String) -> String>) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn plan(json: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn english(pack: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn home(pack: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn text(id: &str, pack: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn waiting(uses: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn acknowledged(reply: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn show(host: &Element, item: &str, mastery: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn reading(host: &Element, id: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn hide() -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "bridge"])]
        pub fn forget() -> Result<(), JsValue>;
    }
}

/// The module is not here, or could not read what it was given; the console has the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed;

/// Waits until the module and its styles are there.
pub async fn load() -> Result<(), Failed> {
    said(page::load().await.map(drop))
}

/// From now on every use of a word comes to `keep`, which gives it its id and time.
pub fn start(keep: Box<dyn FnMut(String) -> String>) -> Result<(), Failed> {
    let keep = Closure::wrap(keep);
    let started = page::start(&keep);
    // it listens as long as the page stands
    keep.forget();
    said(started)
}

pub fn plan(json: &str) -> Result<(), Failed> {
    said(page::plan(json))
}

/// The English side, then the home language's; `null` is none.
pub fn packs(english: &str, home: &str) -> Result<(), Failed> {
    said(page::english(english).and_then(|()| page::home(home)))
}

pub fn text(id: &str, pack: &str) -> Result<(), Failed> {
    said(page::text(id, pack))
}

pub fn waiting(uses: &str) -> Result<(), Failed> {
    said(page::waiting(uses))
}

pub fn acknowledged(reply: &str) -> Result<(), Failed> {
    said(page::acknowledged(reply))
}

pub fn show(host: &Element, item: &str, mastery: &str) -> Result<(), Failed> {
    said(page::show(host, item, mastery))
}

pub fn reading(host: &Element, id: &str) -> Result<(), Failed> {
    said(page::reading(host, id))
}

/// Nothing to hide where the module is not here.
pub fn hide() {
    drop(page::hide());
}

pub fn forget() {
    drop(page::forget());
}

fn said(done: Result<(), JsValue>) -> Result<(), Failed> {
    done.map_err(|error| {
        web_sys::console::warn_2(&"the bridge:".into(), &error);
        Failed
    })
}
