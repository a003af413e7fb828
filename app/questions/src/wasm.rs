//! The border: JSON both ways. What goes wrong is thrown as a message.

use std::cell::RefCell;

use item_bank::{FigureRule, PassageId, RawAnswer, TemplateId, TemplateRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Shelf;

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::default();
}

type Text = Result<String, String>;

#[wasm_bindgen]
pub fn add(pack: &str) -> Text {
    let catalog = SHELF.with_borrow_mut(|shelf| shelf.add(pack));
    catalog.map_err(said).and_then(json)
}

/// `student` is a UUID's 128 bits in hexadecimal.
#[wasm_bindgen]
pub fn draw(template: String, version: u32, student: &str, n: u32) -> Text {
    let student = u128::from_str_radix(student, 16).map_err(said)?;
    let template = named(template, version)?;
    let item = SHELF.with_borrow(|shelf| shelf.draw(&template, student, n));
    item.map_err(said).and_then(json)
}

#[wasm_bindgen]
pub fn make(template: String, version: u32, seed: u32) -> Text {
    let template = named(template, version)?;
    let item = SHELF.with_borrow(|shelf| shelf.make(&template, seed));
    item.map_err(said).and_then(json)
}

#[wasm_bindgen]
pub fn check(template: String, version: u32, seed: u32, answer: &str) -> Text {
    let (template, answer) = (named(template, version)?, parsed::<RawAnswer>(answer)?);
    let checked = SHELF.with_borrow(|shelf| shelf.check(&template, seed, &answer));
    checked.map_err(said).and_then(json)
}

#[wasm_bindgen(js_name = checkHint)]
pub fn check_hint(template: String, version: u32, seed: u32, hint: usize, answer: &str) -> Text {
    let (template, answer) = (named(template, version)?, parsed::<RawAnswer>(answer)?);
    let verdict = SHELF.with_borrow(|shelf| shelf.check_hint(&template, seed, hint, &answer));
    verdict.map_err(said).and_then(json)
}

#[wasm_bindgen]
pub fn passage(id: String) -> Text {
    let id = PassageId::try_from(id).map_err(said)?;
    let passage = SHELF.with_borrow(|shelf| shelf.passage(&id));
    passage.map_err(said).and_then(json)
}

/// `null` where there is nothing worth showing.
#[wasm_bindgen(js_name = readAs)]
pub fn read_as(text: &str) -> Text {
    json(Shelf::read_as(text))
}

/// The picture on a word's card, from its rule: the bridge shows it, and need not draw.
#[wasm_bindgen]
pub fn picture(rule: &str) -> Text {
    let rule: FigureRule = parsed(rule)?;
    rule.on_card().map_err(said).and_then(json)
}

fn named(id: String, version: u32) -> Result<TemplateRef, String> {
    let id = TemplateId::try_from(id).map_err(said)?;
    Ok(TemplateRef { id, version })
}

fn parsed<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    browser_json::read(text).map_err(said)
}

fn json<T: Serialize>(value: T) -> Text {
    serde_json::to_string(&value).map_err(said)
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}
