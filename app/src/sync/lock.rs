//! One tab at a time posts answers. Two at once would do no harm, since ids make a repeated post
//! harmless; this spares the school's network the double.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

const NAME: &str = "trellis-outbox";

/// Runs `work` while holding the lock of this browser profile; without Web Locks, just runs it.
pub async fn alone<T: 'static>(work: impl Future<Output = T> + 'static) -> Option<T> {
    let Some((locks, request)) = web_locks() else {
        return Some(work.await);
    };
    let outcome = Rc::new(RefCell::new(None));
    let holder = Closure::once({
        let outcome = Rc::clone(&outcome);
        move |_lock: JsValue| -> Promise {
            future_to_promise(async move {
                *outcome.borrow_mut() = Some(work.await);
                Ok(JsValue::UNDEFINED)
            })
        }
    });
    let held = request.call2(&locks, &NAME.into(), holder.as_ref()).ok()?;
    JsFuture::from(held.dyn_into::<Promise>().ok()?)
        .await
        .ok()?;
    outcome.take()
}

fn web_locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    Some((locks, request))
}
