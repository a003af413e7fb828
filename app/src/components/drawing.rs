//! The few shapes that pictures are made of. Each is written once: an element with attributes of
//! its own costs the download two kilobytes.

use leptos::prelude::*;

use super::list;

/// A picture whose meaning is said elsewhere.
pub fn drawing(view_box: &'static str, parts: impl IntoIterator<Item = AnyView>) -> AnyView {
    view! {
        <svg class="scale" viewBox=view_box aria-hidden="true" focusable="false">
            {list(parts)}
        </svg>
    }
    .into_any()
}

pub fn path(class: &'static str, d: String) -> AnyView {
    view! { <path class=class d=d /> }.into_any()
}

pub fn dot(class: &'static str, [x, y]: [i32; 2], radius: i32) -> AnyView {
    view! { <circle class=class cx=x.to_string() cy=y.to_string() r=radius.to_string() /> }
        .into_any()
}

/// `anchor` is SVG's `text-anchor`.
pub fn label(class: &'static str, [x, y]: [i32; 2], anchor: &'static str, text: String) -> AnyView {
    view! {
        <text class=class x=x.to_string() y=y.to_string() text-anchor=anchor>
            {text}
        </text>
    }
    .into_any()
}
