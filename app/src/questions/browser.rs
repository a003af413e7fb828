//! The module as `public/boot.js` puts it on the page: `trellis.questions`.

use item_bank::{PassageId, TemplateRef};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::Failed;

mod page {
    use super::{JsValue, wasm_bindgen};

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = trellis, js_name = loadQuestions)]
        pub async fn load() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "questions"])]
        pub fn add(pack: &str) -> Result<String, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "questions"])]
        pub fn draw(id: &str, version: u32, student: &str, n: u32) -> Result<String, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "questions"])]
        pub fn make(id: &str, version: u32, seed: u32) -> Result<String, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "questions"])]
        pub fn check(id: &str, version: u32, seed: u32, answer: &str) -> Result<String, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "questions"], js_name = checkHint)]
        pub fn check_hint(
            id: &str,
            version: u32,
            seed: u32,
            hint: usize,
            answer: &str,
        ) -> Result<String, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "questions"])]
        pub fn passage(id: &str) -> Result<String, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["trellis", "questions"], js_name = readAs)]
        pub fn read_as(text: &str) -> Result<String, JsValue>;
    }
}

pub async fn load() -> Result<(), Failed> {
    page::load().await.map(drop).map_err(said)
}

pub fn add(pack: &str) -> Result<String, Failed> {
    page::add(pack).map_err(said)
}

pub fn draw(template: &TemplateRef, student: u128, n: u32) -> Result<String, Failed> {
    let student = format!("{student:x}");
    page::draw(template.id.as_str(), template.version, &student, n).map_err(said)
}

pub fn make(template: &TemplateRef, seed: u32) -> Result<String, Failed> {
    page::make(template.id.as_str(), template.version, seed).map_err(said)
}

pub fn check(template: &TemplateRef, seed: u32, answer: &str) -> Result<String, Failed> {
    page::check(template.id.as_str(), template.version, seed, answer).map_err(said)
}

pub fn check_hint(
    template: &TemplateRef,
    seed: u32,
    hint: usize,
    answer: &str,
) -> Result<String, Failed> {
    page::check_hint(template.id.as_str(), template.version, seed, hint, answer).map_err(said)
}

pub fn passage(id: &PassageId) -> Result<String, Failed> {
    page::passage(id.as_str()).map_err(said)
}

pub fn read_as(text: &str) -> Result<String, Failed> {
    page::read_as(text).map_err(said)
}

/// The module throws messages; what the browser throws is an `Error`.
fn said(error: JsValue) -> Failed {
    let message = || {
        js_sys::Reflect::get(&error, &"message".into())
            .ok()?
            .as_string()
    };
    Failed(error.as_string().or_else(message).unwrap_or_default())
}
