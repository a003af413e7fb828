use leptos::prelude::*;

use super::chart::{Chart, Dot, HEIGHT, Piece, y_of};
use super::told::Mark;

/// The line of the estimate with the mastery line. The picture has a sentence of its own, and the
/// list below it holds every number.
#[component]
pub fn EstimateFigure(chart: Chart) -> impl IntoView {
    let threshold = chart.threshold;
    view! {
        <figure class="estimate-figure">
            <div class="estimate-plot">
                <svg
                    class="estimate-line"
                    role="img"
                    aria-label=chart.told.clone()
                    height=HEIGHT.to_string()
                    width="100%"
                >
                    {[0.0, 0.5, 1.0]
                        .into_iter()
                        .map(|p| rule_line("grid-line", y_of(p)))
                        .collect_view()}
                    {rule_line("mastery-line", threshold)}
                    {chart.pieces.into_iter().map(piece).collect_view()}
                    <circle class="start-dot" cx=percent(chart.start.x) cy=px(chart.start.y) r="4" />
                    {chart.dots.into_iter().map(dot).collect_view()}
                    <text class="axis" x="100%" y=px(threshold + 15.0) text-anchor="end">
                        "mastered from here"
                    </text>
                    <text class="axis" x="0" y=px(y_of(1.0) - 4.0)>"100%"</text>
                    <text class="axis" x="0" y=px(y_of(0.5) - 4.0)>"50%"</text>
                    <text class="axis" x="0" y=px(y_of(0.0) - 4.0)>"0%"</text>
                    <text class="axis" x="0" y=px(HEIGHT - 4.0)>"before the first question"</text>
                    <text class="axis" x="100%" y=px(HEIGHT - 4.0) text-anchor="end">"latest"</text>
                </svg>
            </div>
            <figcaption class="estimate-caption">
                <p>{chart.told}" Every step is in the list below."</p>
                <ul class="estimate-key">
                    <li><KeyMark mark=Mark::Right />"right"</li>
                    <li><KeyMark mark=Mark::Wrong />"not right"</li>
                    <li><KeyMark mark=Mark::Right helped=true />"ring: with hints"</li>
                    <li><KeyLine />"days without practice"</li>
                </ul>
            </figcaption>
        </figure>
    }
}

fn percent(x: f64) -> String {
    format!("{x:.2}%")
}

fn px(y: f64) -> String {
    format!("{y:.1}")
}

fn rule_line(class: &'static str, y: f64) -> impl IntoView {
    view! { <line class=class x1="0" x2="100%" y1=px(y) y2=px(y) /> }
}

fn piece(piece: Piece) -> impl IntoView {
    view! {
        <line
            class=if piece.forgetting { "line-forgetting" } else { "line-answer" }
            x1=percent(piece.from.x)
            y1=px(piece.from.y)
            x2=percent(piece.to.x)
            y2=px(piece.to.y)
        />
    }
}

/// Shapes differ, not only colours: a filled disc, a cross, a small square; a ring for help.
fn dot(dot: Dot) -> impl IntoView {
    let (x, y) = (percent(dot.at.x), px(dot.at.y));
    view! {
        <svg class="dot" x=x y=y overflow="visible">
            {dot.helped.then(|| view! { <circle class="dot-help" r="9" /> })}
            {sign(dot.mark)}
        </svg>
    }
}

fn sign(mark: Mark) -> AnyView {
    match mark {
        Mark::Right => view! { <circle class="dot-right" r="5" /> }.into_any(),
        Mark::Wrong => view! {
            <circle class="dot-ground" r="6" />
            <path class="dot-wrong" d="M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5" />
        }
        .into_any(),
        Mark::Open => {
            view! { <rect class="dot-open" x="-4" y="-4" width="8" height="8" /> }.into_any()
        }
    }
}

#[component]
fn KeyMark(mark: Mark, #[prop(optional)] helped: bool) -> impl IntoView {
    view! {
        <svg class="key-mark" viewBox="-11 -11 22 22" aria-hidden="true">
            {helped.then(|| view! { <circle class="dot-help" r="9" /> })}
            {sign(mark)}
        </svg>
    }
}

#[component]
fn KeyLine() -> impl IntoView {
    view! {
        <svg class="key-mark" viewBox="-11 -11 22 22" aria-hidden="true">
            <path class="line-forgetting" d="M-10-4 10 4" />
        </svg>
    }
}
