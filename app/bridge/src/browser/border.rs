//! What the shell calls. Everything comes in as text; what goes wrong is thrown as a message.

use std::cell::RefCell;
use std::fmt::Display;

use api::UsesReply;
use engine::MasteryLevel;
use js_sys::Function;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::IntoDeserializer;
use serde::de::value::Error as Unknown;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::{Desk, speech};
use crate::act::Outcome;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Runs on the desk, unless it is at work: an event in the midst of drawing is the drawing's own.
pub(super) fn with_desk(work: impl FnOnce(&mut Desk)) {
    DESK.with(|desk| {
        if let Ok(mut desk) = desk.try_borrow_mut() {
            work(&mut desk);
        }
    });
}

/// `on_use` keeps a use on the device and returns it with its id and time.
#[wasm_bindgen]
pub fn start(on_use: Function) {
    speech::warm_up();
    with_desk(|desk| desk.on_use = Some(on_use));
}

/// The student's plan, as the school sent it.
#[wasm_bindgen]
pub fn plan(json: &str) -> Result<(), String> {
    let plan = read(json)?;
    with_desk(|desk| {
        if desk.bridge.known.plan != plan {
            desk.bridge.known.plan = plan;
            desk.draw();
        }
    });
    Ok(())
}

/// The English side of the bridge.
#[wasm_bindgen]
pub fn english(pack: &str) -> Result<(), String> {
    let english = read(pack)?;
    with_desk(|desk| desk.bridge.known.learn_english(english));
    Ok(())
}

/// The home language's side.
#[wasm_bindgen]
pub fn home(pack: &str) -> Result<(), String> {
    let home = read(pack)?;
    with_desk(|desk| {
        desk.bridge.known.home = Some(home);
        desk.draw();
    });
    Ok(())
}

/// A teacher's text.
#[wasm_bindgen]
pub fn text(id: &str, pack: &str) -> Result<(), String> {
    let (id, text) = (reading_id(id)?, read(pack)?);
    with_desk(|desk| {
        desk.bridge.known.readings.insert(id, text);
    });
    Ok(())
}

/// Uses that wait on the disk: a list as JSON.
#[wasm_bindgen]
pub fn waiting(uses: &str) -> Result<(), String> {
    let uses = read(uses)?;
    with_desk(|desk| desk.bridge.known.waiting(uses));
    Ok(())
}

/// The school's reply to a batch of uses.
#[wasm_bindgen]
pub fn acknowledged(reply: &str) -> Result<(), String> {
    let reply: UsesReply = read(reply)?;
    with_desk(|desk| {
        desk.bridge.known.acknowledged(reply);
        desk.draw();
    });
    Ok(())
}

/// Shows the bridge beside a question: an `ItemView` as JSON, and how far its skill is grown.
#[wasm_bindgen]
pub fn show(host: Element, item: &str, mastery: &str) -> Result<(), String> {
    let question = read(item)?;
    let mastery =
        MasteryLevel::deserialize(IntoDeserializer::<Unknown>::into_deserializer(mastery));
    let mastery = mastery.map_err(said)?;
    open(host, |desk| desk.bridge.ask(question, mastery));
    Ok(())
}

/// Shows a teacher's text with the bridge beside it.
#[wasm_bindgen]
pub fn reading(host: Element, id: &str) -> Result<(), String> {
    let id = reading_id(id)?;
    open(host, |desk| desk.bridge.read(id));
    Ok(())
}

fn open(host: Element, lay: impl FnOnce(&mut Desk) -> Outcome) {
    with_desk(|desk| {
        desk.place(host);
        let outcome = lay(desk);
        desk.follow(outcome);
    });
}

#[wasm_bindgen]
pub fn hide() {
    with_desk(Desk::hide);
}

/// Somebody else may sit here next.
#[wasm_bindgen]
pub fn forget() {
    with_desk(|desk| {
        desk.hide();
        desk.bridge = crate::Bridge::default();
    });
}

fn reading_id(id: &str) -> Result<api::ReadingId, String> {
    let id = IntoDeserializer::<Unknown>::into_deserializer(id);
    api::ReadingId::deserialize(id).map_err(said)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    browser_json::read(text).map_err(said)
}

fn said(error: impl Display) -> String {
    error.to_string()
}
