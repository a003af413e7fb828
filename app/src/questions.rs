//! Questions, made and checked. Whatever knows what is right lives in the module `questions`, a
//! WASM of its own that `public/boot.js` fetches after the first paint (docs/adr/0008); here is
//! the way to it. Native tests call the same code directly.
//!
//! Everything but [`load`] answers at once, and fails before the module is there.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as module;
use item_bank::{
    CatalogEntry, ItemView, Math, PassageId, PassageView, RawAnswer, Rich, TemplateRef, Verdict,
};
#[cfg(not(target_arch = "wasm32"))]
use native as module;
use wire_read::Read;

use crate::json;

/// Why there is no question or no verdict, for the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Failed(pub String);

/// What an answer came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    pub verdict: Verdict,
    /// What a wrong answer is told.
    pub feedback: Option<Rich>,
}

wire_read::object!(Checked { verdict, feedback });

/// Waits until the module is there.
pub async fn load() -> Result<(), Failed> {
    module::load().await
}

/// Puts a pack's templates beside those that are there, and tells what they are.
pub fn add(pack: &str) -> Result<Vec<CatalogEntry>, Failed> {
    read(module::add(pack))
}

/// A student's `n`th question of a template.
pub fn draw(template: &TemplateRef, student: u128, n: u32) -> Result<ItemView, Failed> {
    read(module::draw(template, student, n))
}

/// A question as the module wrote it, for the bridge to read its own part.
pub fn item_json(template: &TemplateRef, seed: u32) -> Result<String, Failed> {
    module::make(template, seed)
}

pub fn check(template: &TemplateRef, seed: u32, answer: &RawAnswer) -> Result<Checked, Failed> {
    read(module::check(template, seed, &written(answer)?))
}

/// Checks what the `hint`th hint asks; it is never scored.
pub fn check_hint(
    template: &TemplateRef,
    seed: u32,
    hint: usize,
    answer: &RawAnswer,
) -> Result<Verdict, Failed> {
    read(module::check_hint(template, seed, hint, &written(answer)?))
}

pub fn passage(id: &PassageId) -> Result<PassageView, Failed> {
    read(module::passage(id))
}

/// How a text will be read, where that is worth showing.
pub fn read_as(text: &str) -> Option<Math> {
    read::<Option<Math>>(module::read_as(text)).ok().flatten()
}

fn read<T: Read>(text: Result<String, Failed>) -> Result<T, Failed> {
    json::wire(&text?).map_err(|error| Failed(error.to_string()))
}

fn written(answer: &RawAnswer) -> Result<String, Failed> {
    serde_json::to_string(answer).map_err(|error| Failed(error.to_string()))
}
