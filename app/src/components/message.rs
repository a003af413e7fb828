use leptos::prelude::*;

use super::{Icon, Shape};
use crate::api::ApiError;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Info,
    Good,
    Warn,
    Bad,
    /// Not right yet: calm, since being wrong is part of learning.
    Again,
}

impl Tone {
    fn look(self) -> (&'static str, Shape) {
        match self {
            Self::Info => ("message", Shape::Info),
            Self::Good => ("message message-good", Shape::Check),
            Self::Warn => ("message message-warn", Shape::Alert),
            Self::Bad => ("message message-bad", Shape::Alert),
            Self::Again => ("message message-again", Shape::Wrong),
        }
    }
}

/// A notice: the tone is a shape and a word's place, not only a colour.
#[component]
pub fn Message(
    tone: Tone,
    #[prop(optional, into)] title: Option<Oco<'static, str>>,
    children: Children,
) -> impl IntoView {
    let (class, shape) = tone.look();
    view! {
        <div class=class>
            <Icon shape=shape />
            <div class="message-body">
                {title.map(|title| view! { <p class="message-title">{title}</p> })}
                {children()}
            </div>
        </div>
    }
}

/// A failed call, as what was wrong and what to do.
#[component]
pub fn ErrorMessage(error: ApiError) -> impl IntoView {
    let (what, remedy) = error.explain();
    view! {
        <Message tone=Tone::Bad title=what>
            <p>{remedy}</p>
        </Message>
    }
}
