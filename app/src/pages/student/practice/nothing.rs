//! No question to ask, and why: the good end, or something to do about it.

use engine::MasteryLevel;
use leptos::prelude::*;

use super::super::router::{Link, Page};
use super::TITLE;
use crate::components::{Button, Icon, Shape, Vine, list};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::{Desk, Nothing, Store, Table};
use crate::sync::driver::Wake;

#[component]
pub fn NothingToAsk() -> impl IntoView {
    let (store, desk) = (Store::from_context(), Desk::from_context());
    let why = desk.table.with_untracked(|table| match table {
        Table::Nothing(why) => why.clone(),
        _ => Nothing::NoContent,
    });
    let done = why == Nothing::AllMastered;
    let retry = matches!(why, Nothing::NoContent);
    let (title, what) = match why {
        Nothing::AllMastered => (Msg::AllDoneTitle, Msg::AllDoneWhat),
        Nothing::NothingAssigned => (Msg::NothingHereTitle, Msg::NothingHereWhat),
        Nothing::NoContent => (Msg::NoContentTitle, Msg::NoContentWhat),
        Nothing::Broken(error) => {
            web_sys::console::error_1(&error.to_string().into());
            (Msg::BrokenTitle, Msg::BrokenWhat)
        }
    };
    dom::focus_soon(TITLE);
    view! {
        <div class="page page-narrow">
            <div class="card empty">
                {done
                    .then(|| {
                        let vines = [MasteryLevel::Mastered; 5];
                        view! {
                            <div class="bloom-row" aria-hidden="true">
                                {list(vines.map(|level| view! { <Vine level=level /> }))}
                            </div>
                        }
                            .into_any()
                    })}
                <h1 class="empty-title" id=TITLE tabindex="-1">{t(title)}</h1>
                <p>{t(what)}</p>
                {retry
                    .then(|| {
                        view! {
                            <Button press=move || store.wake(Wake::Now)>
                                <Icon shape=Shape::Retry />
                                {t(Msg::TryAgainLoading)}
                            </Button>
                        }
                            .into_any()
                    })}
                <Link to=Page::Home class="button button-primary">{t(Msg::ToHome)}</Link>
            </div>
        </div>
    }
}
