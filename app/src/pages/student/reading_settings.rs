//! How text looks, for eyes that want it otherwise: size, space between lines, letters and words
//! together, light on the lines being read, less motion, colors. The same content for everybody.

use leptos::prelude::*;

use crate::components::{Button, ButtonKind, Dialog, Icon, Shape, ThemeMenu, list, live, press};
use crate::dom;
use crate::i18n::{Msg, t};

/// Key of `localStorage`, as a query: `size=1&line=2`. `public/boot.js` reads it before the first
/// paint and puts each setting on the root element as `data-<name>`.
const KEPT: &str = "trellis-reading";

/// Names of the settings in steps, with what they are called.
const STEPS: [(&str, Msg<'static>); 3] = [
    ("size", Msg::TextSize),
    ("line", Msg::LineHeight),
    ("space", Msg::LetterSpacing),
];
/// Those that are on or off.
const SWITCHES: [(&str, Msg<'static>); 2] =
    [("focus", Msg::LineFocus), ("motion", Msg::LessMotion)];

#[component]
pub fn ReadingSettings() -> impl IntoView {
    let open = RwSignal::new(false);
    // Counts the times that all went back to normal, so that the dialog shows it.
    let reset = RwSignal::new(0_u32);
    let close = move || {
        open.set(false);
        dom::focus_soon("reading-button");
    };
    view! {
        <button
            type="button"
            class=ButtonKind::Quiet.class()
            id="reading-button"
            aria-haspopup="dialog"
            on:click=press(move || open.set(true))
        >
            <Icon shape=Shape::Text />
            <span class="visually-hidden">{t(Msg::ReadingSettings)}</span>
        </button>
        <Dialog
            id="reading-settings"
            title=t(Msg::ReadingSettings).into_owned()
            open=open
            on_dismiss=Callback::new(move |()| close())
        >
            {live(move || {
                reset.get();
                view! {
                    <div class="settings">
                        {list(STEPS.map(|(name, label)| steps(name, label)))}
                        {list(SWITCHES.map(|(name, label)| switch(name, label)))}
                        <ThemeMenu />
                    </div>
                }
            })}
            <p class="settings-sample" aria-hidden="true">{t(Msg::SettingSample)}</p>
            <div class="dialog-actions">
                <Button
                    kind=ButtonKind::Quiet
                    press=move || {
                        for name in names() {
                            set(name, 0);
                        }
                        reset.update(|n| *n += 1);
                    }
                >
                    {t(Msg::SettingReset)}
                </Button>
                <Button kind=ButtonKind::Primary press=close>
                    {t(Msg::CloseSettings)}
                </Button>
            </div>
        </Dialog>
    }
}

fn steps(name: &'static str, label: Msg<'static>) -> AnyView {
    let now = setting(name);
    let choices = [Msg::SettingNormal, Msg::SettingMore, Msg::SettingMost];
    let choices = choices.into_iter().enumerate().map(|(step, text)| {
        let step = step as u8;
        view! {
            <label class="settings-step">
                <input
                    type="radio"
                    name=name
                    checked=step == now
                    on:change=move |_| set(name, step)
                />
                <span>{t(text)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="settings-row">
            <legend>{t(label)}</legend>
            <div class="settings-steps">{list(choices)}</div>
        </fieldset>
    }
    .into_any()
}

fn switch(name: &'static str, label: Msg<'static>) -> AnyView {
    let on = setting(name) > 0;
    view! {
        <label class="settings-switch">
            <input
                type="checkbox"
                checked=on
                on:change:target=move |event| set(name, event.target().checked().into())
            />
            <span>{t(label)}</span>
        </label>
    }
    .into_any()
}

fn names() -> impl Iterator<Item = &'static str> {
    STEPS.iter().chain(&SWITCHES).map(|(name, _)| *name)
}

/// 0 is as the page comes.
fn setting(name: &str) -> u8 {
    let root = dom::document().and_then(|page| page.document_element());
    let value = root.and_then(|root| root.get_attribute(&format!("data-{name}")));
    value.and_then(|value| value.parse().ok()).unwrap_or(0)
}

fn set(name: &str, step: u8) {
    let Some(root) = dom::document().and_then(|page| page.document_element()) else {
        return;
    };
    let attribute = format!("data-{name}");
    let _ = if step == 0 {
        root.remove_attribute(&attribute)
    } else {
        root.set_attribute(&attribute, &step.to_string())
    };
    let kept: Vec<String> = names()
        .map(|name| (name, setting(name)))
        .filter(|(_, step)| *step > 0)
        .map(|(name, step)| format!("{name}={step}"))
        .collect();
    let kept = kept.join("&");
    dom::keep(KEPT, (!kept.is_empty()).then_some(kept.as_str()));
}
