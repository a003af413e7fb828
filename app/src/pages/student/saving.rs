//! Where the answers are, always in view.

use leptos::prelude::*;

use crate::components::{Icon, Shape, live};
use crate::i18n::{Msg, t};
use crate::state::{Saving, Store};

/// A status region that is on the page from the start, so that changes are said.
#[component]
pub fn SavingLine() -> impl IntoView {
    let store = Store::from_context();
    let name = Signal::derive(move || store.saving.get().name());
    view! {
        <div class="saving" role="status" data-saving=name>
            {live(move || {
                let look = store.saving.get().look();
                look.map(|(shape, msg)| {
                    view! {
                        <Icon shape=shape />
                        <span>{t(msg)}</span>
                    }
                        .into_any()
                })
            })}
            {live(move || {
                let remedy = store.clock.get();
                remedy.map(|remedy| {
                    view! {
                        <span class="saving-clock">
                            <Icon shape=Shape::Alert />
                            {t(Msg::ClockWrong)}
                            ". "
                            {remedy}
                        </span>
                    }
                        .into_any()
                })
            })}
        </div>
    }
}

impl Saving {
    fn look(self) -> Option<(Shape, Msg<'static>)> {
        Some(match self {
            Self::Quiet => return None,
            Self::Writing => (Shape::Device, Msg::SavingNow),
            Self::AtSchool => (Shape::CloudDone, Msg::SavedAtSchool),
            Self::OnDevice { .. } => (Shape::Device, Msg::SavedOnDevice),
            Self::Offline { waiting: 0 } => (Shape::Offline, Msg::OfflineIdle),
            Self::Offline { waiting } => (Shape::Offline, Msg::OfflineWaiting { waiting }),
            Self::Unkept { .. } => (Shape::Alert, Msg::NotKept),
            Self::Refused { answers } => (Shape::Alert, Msg::RefusedAnswers { answers }),
        })
    }

    /// For styles and tests.
    fn name(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Writing => "writing",
            Self::AtSchool => "school",
            Self::OnDevice { .. } => "device",
            Self::Offline { .. } => "offline",
            Self::Unkept { .. } => "unkept",
            Self::Refused { .. } => "refused",
        }
    }
}
