use item_bank::{Figure, FigurePath, FigureText};
use leptos::prelude::*;

use super::list;

/// A drawing that belongs to a question. Its parts are coloured by class in `components.css`, so
/// that it follows the theme; what it shows is said in words.
#[component]
pub fn FigureView(figure: Figure) -> impl IntoView {
    let path = |FigurePath { class, d }| view! { <path class=class.name() d=d /> };
    let text = |it: FigureText| {
        view! {
            <text
                class=it.class.name()
                x=it.x.to_string()
                y=it.y.to_string()
                text-anchor=it.anchor.name()
            >
                {it.text}
            </text>
        }
    };
    let view_box = format!("0 0 {} {}", figure.width, figure.height);
    // Somewhat larger than its words were set for, where there is room.
    let width = u32::from(figure.width) * 5 / 4;
    view! {
        <svg
            class="figure"
            width=width.to_string()
            viewBox=view_box
            direction="ltr"
            role="img"
            aria-label=figure.alt
        >
            {list(figure.paths.into_iter().map(path))}
            {list(figure.texts.into_iter().map(text))}
        </svg>
    }
}
