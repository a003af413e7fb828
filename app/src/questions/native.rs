//! The same without a browser, for tests: one shelf per thread.

use std::cell::RefCell;
use std::fmt::Display;

use item_bank::{PassageId, RawAnswer, TemplateRef};
use questions::{Refused, Shelf};
use serde::Serialize;

use super::Failed;

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::default();
}

#[expect(clippy::unused_async, reason = "as in the browser")]
pub async fn load() -> Result<(), Failed> {
    Ok(())
}

pub fn add(pack: &str) -> Result<String, Failed> {
    json(SHELF.with_borrow_mut(|shelf| shelf.add(pack)))
}

pub fn draw(template: &TemplateRef, student: u128, n: u32) -> Result<String, Failed> {
    json(SHELF.with_borrow(|shelf| shelf.draw(template, student, n)))
}

pub fn make(template: &TemplateRef, seed: u32) -> Result<String, Failed> {
    json(SHELF.with_borrow(|shelf| shelf.make(template, seed)))
}

pub fn check(template: &TemplateRef, seed: u32, answer: &str) -> Result<String, Failed> {
    let answer = parsed(answer)?;
    json(SHELF.with_borrow(|shelf| shelf.check(template, seed, &answer)))
}

pub fn check_hint(
    template: &TemplateRef,
    seed: u32,
    hint: usize,
    answer: &str,
) -> Result<String, Failed> {
    let answer = parsed(answer)?;
    json(SHELF.with_borrow(|shelf| shelf.check_hint(template, seed, hint, &answer)))
}

pub fn passage(id: &PassageId) -> Result<String, Failed> {
    json(SHELF.with_borrow(|shelf| shelf.passage(id)))
}

pub fn read_as(text: &str) -> Result<String, Failed> {
    json(Ok(Shelf::read_as(text)))
}

fn parsed(answer: &str) -> Result<RawAnswer, Failed> {
    serde_json::from_str(answer).map_err(failed)
}

fn json<T: Serialize>(made: Result<T, Refused>) -> Result<String, Failed> {
    serde_json::to_string(&made.map_err(failed)?).map_err(failed)
}

fn failed(error: impl Display) -> Failed {
    Failed(error.to_string())
}
