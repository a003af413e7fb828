use item_bank::{Figure, FigurePath, FigureText};
use leptos::prelude::*;

use super::{drawing, list};

/// A drawing that belongs to a question. Its parts are coloured by class in `components.css`, so
/// that it follows the theme; what it shows is said in words.
#[component]
pub fn FigureView(figure: Figure) -> impl IntoView {
    let path = |it: FigurePath| drawing::path(it.class.name(), it.d);
    let text =
        |it: FigureText| drawing::label(it.class.name(), [it.x, it.y], it.anchor.name(), it.text);
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
