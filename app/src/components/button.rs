use leptos::prelude::*;

use super::press as on_press;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do next; at most one in view.
    Primary,
    #[default]
    Secondary,
    /// Looks like text until pointed at.
    Quiet,
}

impl ButtonKind {
    pub fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button",
            Self::Quiet => "button button-quiet",
        }
    }
}

/// What a press does: any closure without arguments.
pub struct Press(Box<dyn FnMut()>);

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").finish_non_exhaustive()
    }
}

impl<F: FnMut() + 'static> From<F> for Press {
    fn from(act: F) -> Self {
        Self(Box::new(act))
    }
}

impl Default for Press {
    fn default() -> Self {
        Self(Box::new(|| ()))
    }
}

/// A native button. What is not said by a property wants a `<button>` with [`ButtonKind::class`].
///
/// `press` is no `on:click` on the component, and no attribute is spread on it: Leptos 0.8.23 drops
/// what is spread as soon as the view around is drawn anew in place, and the press would do nothing
/// (`AnyViewWithAttrs::rebuild` of tachys 0.2.19). `tests/architecture` holds us to that.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] submit: bool,
    /// Shows that the press is being worked on; further presses do nothing.
    #[prop(optional, into)]
    busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] id: &'static str,
    #[prop(optional, into)] press: Press,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            id=(!id.is_empty()).then_some(id)
            class=kind.class()
            disabled=move || disabled.get() || busy.get()
            aria-busy=move || busy.get().then_some("true")
            on:click=on_press(press.0)
        >
            {children()}
        </button>
    }
}
