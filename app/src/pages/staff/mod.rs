//! The staff app: a teacher signs in, assigns pathways, watches mastery live and sees why.
//!
//! - [`store`]: what outlives a page; every spawned task holds it and no page's signal.
//! - [`classes`], [`mastery`], [`trace`]: the pages. Sorting, summaries and wording are plain
//!   structs with tests of their own; the views are thin over them.
//! - [`bridge`]: languages and their review, a teacher's own texts, a class's words.
//! - [`content`]: the questions: library, authoring and review, skill map, attribution.
//! - [`sign_in`]: shown in place of any page when nobody is signed in, at that page's address.

pub mod bridge;
mod browser;
pub mod classes;
pub mod content;
pub mod mastery;
mod missing;
mod page;
mod routes;
mod session;
mod shell;
mod sign_in;
mod slot;
mod state;
pub mod store;
pub mod trace;
mod when;
mod words;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{crash, dom};

pub use shell::StaffApp;

/// Mounts the app where the page has room for it, in place of what the page shows meanwhile.
pub fn start() {
    crash::install();
    let room = dom::by_id("app").and_then(|room| room.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(room) = room else {
        mount_to_body(StaffApp);
        return;
    };
    room.set_text_content(None);
    mount_to(room, StaffApp).forget();
}
