//! Moments in the teacher's own time zone, written by the browser's `Intl`.

use js_sys::{Date, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// "Tue, Mar 4, 2:15 PM"; with the year when it is not `now_ms`'s.
pub fn local(ms: i64, now_ms: i64) -> String {
    let year = |ms: i64| Date::new(&JsValue::from_f64(ms as f64)).get_full_year();
    let mut parts = vec![
        ("weekday", "short"),
        ("month", "short"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "2-digit"),
    ];
    if year(ms) != year(now_ms) {
        parts.push(("year", "numeric"));
    }
    format(ms, &parts)
}

fn format(ms: i64, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in parts {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let locales = js_sys::Array::of1(&"en-US".into());
    let format = Intl::DateTimeFormat::new(&locales, options.unchecked_ref());
    let date = Date::new(&JsValue::from_f64(ms as f64));
    format
        .format()
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| String::from(date.to_string()))
}

/// For the `datetime` attribute: "2026-03-04T22:15:00.000Z".
pub fn machine(ms: i64) -> String {
    String::from(Date::new(&JsValue::from_f64(ms as f64)).to_iso_string())
}
