//! The end of a screen of texts: all that was read can be approved by one press, and only that.

use api::{Decision, NewReview};
use leptos::prelude::*;

use super::filters::Asking;
use super::seen::Seen;
use super::text::mark;
use crate::components::{Button, ButtonKind, live};
use crate::dom;
use crate::pages::staff::words::counted;

/// What stands between the reader and the press.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Bar {
    /// Nothing waits on this screen.
    Nothing,
    /// So many texts were not scrolled through.
    Unseen(usize),
    /// Not said to be read.
    Unsaid(usize),
    Open(usize),
}

impl Bar {
    fn of(waiting: usize, unseen: usize, said: bool) -> Self {
        match (waiting, unseen, said) {
            (0, ..) => Self::Nothing,
            (_, 1.., _) => Self::Unseen(unseen),
            (n, 0, false) => Self::Unsaid(n),
            (n, 0, true) => Self::Open(n),
        }
    }

    fn label(&self, waiting: usize) -> String {
        match self {
            Self::Nothing => "Nothing on this screen waits".to_owned(),
            _ => format!(
                "Approve the {} on this screen",
                counted(waiting, "text", "texts")
            ),
        }
    }

    fn why(&self) -> String {
        match self {
            Self::Nothing => "Every text on this screen is approved or returned.".to_owned(),
            Self::Unseen(n) => format!(
                "You have not scrolled through {} yet.",
                counted(*n, "text", "texts")
            ),
            Self::Unsaid(_) => "Tick the box when you have read each of them.".to_owned(),
            Self::Open(n) => format!(
                "{} will be recorded as approved by you, today, as they stand here. Students who chose \
                 this language can then meet them.",
                counted(*n, "text", "texts")
            ),
        }
    }
}

#[component]
pub fn ApproveScreen(asking: Asking, seen: Seen) -> impl IntoView {
    let said = RwSignal::new(false);
    let store = asking.store;
    // Every one of them must be seen, those that are decided too: they are on the screen.
    let marks = Memo::new(move |_| {
        let asked = asking.asked.get();
        store.reviewing.with(|slot| {
            let now = slot.get(&asked)?;
            let waiting: Vec<String> = now.waiting().into_iter().map(mark).collect();
            Some((waiting, now.busy))
        })
    });
    let waiting = Memo::new(move |_| marks.with(|it| it.as_ref().map_or(0, |it| it.0.len())));
    let bar = Memo::new(move |_| {
        let unseen = marks.with(|it| {
            let all = it.iter().flat_map(|it| &it.0);
            all.filter(|mark| !seen.has(mark)).count()
        });
        Bar::of(waiting.get(), unseen, said.get())
    });
    let seen_all = move || !matches!(bar.get(), Bar::Nothing | Bar::Unseen(_));
    let busy = Signal::derive(move || marks.with(|it| it.as_ref().is_some_and(|it| it.1)));
    let approve = move |_| {
        if !matches!(bar.get_untracked(), Bar::Open(_)) {
            return;
        }
        let asked = asking.asked.get_untracked();
        let decisions = store.reviewing.with_untracked(|slot| {
            let waiting = slot.get(&asked).map(|now| {
                now.waiting()
                    .into_iter()
                    .map(|text| NewReview {
                        unit: text.unit.clone(),
                        sha256: text.sha256.clone(),
                        decision: Decision::Approve,
                        reason: None,
                    })
                    .collect::<Vec<NewReview>>()
            });
            waiting.unwrap_or_default()
        });
        store.decide(asked, decisions);
        said.set(false);
    };
    view! {
        <section class="card approve-screen" aria-labelledby="approve-screen-title">
            <h2 class="pair-title" id="approve-screen-title">"The whole screen"</h2>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || said.get()
                    aria-disabled=move || (!seen_all()).then_some("true")
                    on:click=move |event| {
                        if !seen_all() {
                            event.prevent_default();
                        }
                    }
                    on:change:target=move |event| said.set(event.target().checked())
                />
                "I have read each of these, in both languages"
            </label>
            <button
                type="button"
                class=ButtonKind::Secondary.class()
                disabled=move || busy.get()
                aria-busy=move || busy.get().then_some("true")
                aria-disabled=move || (!matches!(bar.get(), Bar::Open(_))).then_some("true")
                aria-describedby="approve-screen-why"
                on:click=approve
            >
                {live(move || bar.with(|bar| bar.label(waiting.get())))}
            </button>
            <p class="soft" id="approve-screen-why">{live(move || bar.with(Bar::why))}</p>
        </section>
    }
}

/// From screen to screen.
#[component]
pub fn Pager(asking: Asking) -> impl IntoView {
    let place = Memo::new(move |_| {
        let asked = asking.asked.get();
        asking.store.reviewing.with(|slot| {
            let now = slot.get(&asked)?;
            Some((asked.query.screens.len(), now.found, now.next.clone()))
        })
    });
    let top = || dom::focus_soon(super::TOP);
    live(move || {
        let (screen, found, next) = place.get()?;
        let screens = (found as usize)
            .div_ceil(super::query::SCREEN)
            .max(screen + 1);
        if screens < 2 {
            return None;
        }
        let last = next.is_none();
        Some(view! {
            <nav class="pager" aria-label="Screens">
                <Button
                    disabled=screen == 0
                    press=move || {
                        asking.ask(0, |query| drop(query.screens.pop()));
                        top();
                    }
                >
                    "Previous"
                </Button>
                <span>{format!("Screen {} of {screens}", screen + 1)}</span>
                <Button
                    disabled=last
                    press=move || {
                        let next = next.clone();
                        asking.ask(0, |query| query.screens.extend(next));
                        top();
                    }
                >
                    "Next"
                </Button>
            </nav>
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_approved_unseen_or_unsaid() {
        assert_eq!(Bar::of(0, 0, true), Bar::Nothing);
        assert_eq!(Bar::of(8, 3, true), Bar::Unseen(3));
        assert_eq!(Bar::of(8, 0, false), Bar::Unsaid(8));
        assert_eq!(Bar::of(8, 0, true), Bar::Open(8));
        assert_eq!(
            Bar::of(1, 0, true).label(1),
            "Approve the 1 text on this screen"
        );
        assert!(Bar::of(8, 1, false).why().contains("1 text yet"));
    }
}
