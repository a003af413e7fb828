use leptos::prelude::*;

use super::{Icon, Shape, list};
use crate::dom;
use crate::i18n::{Msg, t};

/// Keys of `localStorage` that `public/boot.js` reads before the first paint.
const THEME_KEY: &str = "trellis-theme";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Theme {
    /// As the device is set.
    Device,
    Light,
    Dark,
    Contrast,
}

impl Theme {
    const ALL: [Self; 4] = [Self::Device, Self::Light, Self::Dark, Self::Contrast];

    /// The value of `data-theme` on the root element.
    fn as_str(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    fn label(self) -> Msg<'static> {
        match self {
            Self::Device => Msg::ThemeDevice,
            Self::Light => Msg::ThemeLight,
            Self::Dark => Msg::ThemeDark,
            Self::Contrast => Msg::ThemeContrast,
        }
    }

    fn current() -> Self {
        let root = dom::document().and_then(|page| page.document_element());
        let name = root.and_then(|root| root.get_attribute("data-theme"));
        Self::ALL
            .into_iter()
            .find(|theme| name.as_deref() == Some(theme.as_str()))
            .unwrap_or(Self::Device)
    }

    fn apply(self) {
        if let Some(root) = dom::document().and_then(|page| page.document_element()) {
            let _ = root.set_attribute("data-theme", self.as_str());
        }
        // Without storage the choice lasts until the page is left.
        if let Some(Ok(Some(storage))) = dom::window().map(|window| window.local_storage()) {
            let _ = storage.set_item(THEME_KEY, self.as_str());
        }
    }
}

/// Light, dark or high contrast; a native select, since it is used once.
#[component]
pub fn ThemeMenu() -> impl IntoView {
    let current = Theme::current();
    view! {
        <label class="theme-menu">
            <Icon shape=Shape::Sun />
            <span class="visually-hidden">{t(Msg::Theme)}</span>
            <select
                class="select"
                on:change:target=move |event| {
                    let chosen = event.target().value();
                    if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.as_str() == chosen) {
                        theme.apply();
                    }
                }
            >
                {list(
                    Theme::ALL
                        .map(|theme| {
                            view! {
                                <option value=theme.as_str() selected=theme == current>
                                    {t(theme.label())}
                                </option>
                            }
                        }),
                )}
            </select>
        </label>
    }
}
