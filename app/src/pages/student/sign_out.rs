//! Leaving, with a word when answers are still on their way.

use leptos::prelude::*;

use super::router::{Page, Router};
use crate::components::{Button, ButtonKind, Dialog, Icon, Shape, live, when};
use crate::i18n::{Msg, t};
use crate::state::{Desk, Store};
use crate::sync::driver::Wake;
use crate::sync::session;

#[component]
pub fn SignOut() -> impl IntoView {
    let store = Store::from_context();
    let asking = RwSignal::new(false);
    let waiting = Memo::new(move |_| store.pending.with(Vec::len));
    let leave = leave();
    view! {
        <bdi class="header-name">{live(move || store.name.get())}</bdi>
        <Button
            kind=ButtonKind::Quiet
            press=move || {
                if waiting.get_untracked() > 0 { asking.set(true) } else { leave.run(()) }
            }
        >
            <Icon shape=Shape::SignOut />
            <span class="wide-only">{t(Msg::SignOut)}</span>
            <span class="visually-hidden narrow-only">{t(Msg::SignOut)}</span>
        </Button>
        <Dialog
            id="sign-out"
            title=Signal::derive(move || {
                t(if waiting.get() == 0 {
                    Msg::SavedAtSchool
                } else {
                    Msg::SignOutTitle { waiting: waiting.get() }
                })
                    .into_owned()
            })
            open=asking
            on_dismiss=move |()| asking.set(false)
        >
            {when(move || waiting.get() > 0, || view! { <p>{t(Msg::SignOutWhat)}</p> })}
            <div class="dialog-actions">
                {when(
                    move || waiting.get() > 0,
                    move || {
                        view! {
                            <Button
                                kind=ButtonKind::Primary
                                press=move || store.wake(Wake::Now)
                            >
                                {t(Msg::SignOutSend)}
                            </Button>
                        }
                    },
                )}
                <Button press=move || leave.run(())>
                    {live(move || {
                        t(if waiting.get() > 0 { Msg::SignOutAnyway } else { Msg::SignOut })
                    })}
                </Button>
                <Button kind=ButtonKind::Quiet press=move || asking.set(false)>
                    {t(Msg::Stay)}
                </Button>
            </div>
        </Dialog>
    }
}

fn leave() -> Callback<()> {
    let (store, desk, router) = (
        Store::from_context(),
        Desk::from_context(),
        Router::from_context(),
    );
    Callback::new(move |()| {
        desk.clear();
        router.go(Page::Home);
        wasm_bindgen_futures::spawn_local(session::sign_out(store));
    })
}
