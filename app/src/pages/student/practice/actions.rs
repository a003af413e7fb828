//! One main button in one place: Check, Try again, Next. Beside it the hint ladder.

use leptos::prelude::*;

use super::MAIN_BUTTON;
use crate::components::{Button, ButtonKind, Icon, Shape, live, when};
use crate::i18n::{Msg, t};
use crate::state::{Desk, Exercise, Phase};

/// What the buttons show; a memo of it redraws them only when it changes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Due {
    main: Main,
    hint: Option<(u8, u8)>,
    solution: bool,
    skip: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Main {
    Check,
    Again,
    Next,
}

impl Due {
    fn of(it: &Exercise) -> Self {
        let of = it.hints_of();
        Self {
            main: match it.phase() {
                Phase::Right => Main::Next,
                Phase::Wrong { .. } | Phase::Almost(_) => Main::Again,
                Phase::Asking | Phase::Unreadable(_) => Main::Check,
            },
            hint: (!it.is_solved() && it.hints_left() > 0).then(|| (it.hint_depth() + 1, of)),
            solution: it.may_see_solution(),
            skip: it.may_go_on() && !it.is_solved(),
        }
    }
}

#[component]
pub fn Actions(next: Callback<()>) -> impl IntoView {
    let desk = Desk::from_context();
    let due = Memo::new(move |_| desk.exercise.with(|it| it.as_ref().map(Due::of)));
    view! {
        <div class="actions">
            <Button kind=ButtonKind::Primary submit=true id=MAIN_BUTTON>
                {live(move || {
                    let (shape, msg) = match due.get().map_or(Main::Check, |due| due.main) {
                        Main::Check => (Shape::Check, Msg::Check),
                        Main::Again => (Shape::Retry, Msg::TryAgain),
                        Main::Next => (Shape::ArrowNext, Msg::Next),
                    };
                    view! {
                        <Icon shape=shape />
                        {t(msg)}
                    }
                })}
            </Button>
            {when(
                move || due.get().is_some_and(|due| due.hint.is_some()),
                move || {
                    view! {
                        <Button press=move || desk.take_hint()>
                            <Icon shape=Shape::Hint />
                            {live(move || {
                                let hint = due.get().and_then(|due| due.hint);
                                hint.map(|(next, of)| t(Msg::HintButton { next: next.into(), of: of.into() }))
                            })}
                        </Button>
                    }
                },
            )}
            {when(
                move || due.get().is_some_and(|due| due.solution),
                move || {
                    view! {
                        <Button press=move || desk.show_solution()>
                            <Icon shape=Shape::Hint />
                            {t(Msg::ShowSolution)}
                        </Button>
                    }
                },
            )}
            {when(
                move || due.get().is_some_and(|due| due.skip),
                move || {
                    view! {
                        <Button kind=ButtonKind::Quiet press=move || next.run(())>
                            {t(Msg::SkipOn)}
                            <Icon shape=Shape::ArrowNext />
                        </Button>
                    }
                },
            )}
        </div>
    }
}
