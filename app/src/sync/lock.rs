//! One tab at a time posts answers. Two at once would do no harm, since ids make a repeated post
//! harmless; this spares the school's network the double.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

const NAME: &str = "trellis-outbox";

/// Runs `work` while holding the lock of this browser profile; without Web Locks, just runs it.
/// `None` when the lock could not be had.
pub async fn alone<T: 'static>(work: impl Future<Output = T> + 'static) -> Option<T> {
    let outcome = Rc::new(RefCell::new(None));
    let into = Rc::clone(&outcome);
    hold(Box::pin(
        async move { *into.borrow_mut() = Some(work.await) },
    ))
    .await;
    outcome.take()
}

async fn hold(work: Pin<Box<dyn Future<Output = ()>>>) {
    let Some((locks, request)) = web_locks() else {
        return work.await;
    };
    let holder = Closure::once(move |_lock: JsValue| -> Promise {
        future_to_promise(async move {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let held = request.call2(&locks, &NAME.into(), holder.as_ref());
    if let Ok(held) = held.and_then(JsCast::dyn_into::<Promise>) {
        // A lock that is taken away (`steal`) leaves no outcome, which says so.
        let _ = JsFuture::from(held).await;
    }
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
