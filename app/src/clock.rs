//! The one place that reads the device's clock; everything else is given the time.

/// Milliseconds since 1970, by the device.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}
