//! A text on the review page: where it stands, both sides, and what a reader can do with it.

use api::{BridgeText, Decision, NewReview, TextDecision, TextState};
use item_bank::bridge::UnitId;
use leptos::prelude::*;

use super::body::Body;
use super::load::Reviewing;
use super::query::Asked;
use crate::clock;
use crate::components::{Button, ButtonKind, Icon, Message, Shape, Tone, live, when};
use crate::dom;
use crate::pages::staff::bridge::returning::ReturnForm;
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::bridge::tongue::Tongue;
use crate::pages::staff::bridge::wording;
use crate::pages::staff::content::words_of_domain;
use crate::pages::staff::when as moment;

/// The name of a text for [`super::seen`]: another version is another.
pub fn mark(text: &BridgeText) -> String {
    format!("{}@{}", text.unit, text.sha256)
}

/// Where a text stands in the page's list, and the list it is of.
#[derive(Clone)]
pub struct Place {
    pub asked: Asked,
    pub unit: UnitId,
    /// From 1.
    pub number: usize,
}

impl Place {
    fn heading(&self) -> String {
        format!("text-{}", self.number)
    }

    /// What changes about the text while it is on the page.
    fn watch<T>(
        &self,
        store: BridgeStore,
        read: fn(&Reviewing, &BridgeText) -> T,
    ) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let (asked, unit) = (self.asked.clone(), self.unit.clone());
        Memo::new(move |_| {
            store.reviewing.with(|slot| {
                let now = slot.get(&asked)?;
                Some(read(now, now.text(&unit)?))
            })
        })
    }
}

#[component]
pub fn OneText(text: BridgeText, place: Place, tongue: Tongue, may_review: bool) -> impl IntoView {
    let store = BridgeStore::expect();
    let heading = place.heading();
    let about = match &text.domain {
        Some(domain) => format!("{} · {}", wording::kind(text.kind), words_of_domain(domain)),
        None => wording::kind(text.kind).to_owned(),
    };
    let state = place.watch(store, |_, text| (text.state, text.decision.clone()));
    let changed = place.watch(store, |now, text| now.changed.contains(&text.unit));
    let origin = text.origin.clone();
    let (seen, title) = (mark(&text), text.title.clone());
    view! {
        <article class="card pair" aria-labelledby=heading.clone() data-text=seen>
            <header class="pair-head">
                <div>
                    <h2 class="pair-title" id=heading.clone() tabindex="-1">{title}</h2>
                    <p class="soft">{about}" · "<code class="pair-unit">{text.unit.to_string()}</code></p>
                </div>
                {live(move || state.get().map(|(state, decision)| {
                    view! { <Standing state=state decision=decision origin=origin.clone() /> }
                }))}
            </header>
            {when(move || changed.get() == Some(true), || view! {
                <Message tone=Tone::Warn title="This text changed while you were reading">
                    <p>"It is shown as it is now. Your decision was not recorded."</p>
                </Message>
            })}
            <Body text=text.clone() tongue=tongue />
            {may_review.then(|| view! { <Decide text=text place=place /> })}
        </article>
    }
}

/// State, and who said so when.
#[component]
fn Standing(state: TextState, decision: Option<TextDecision>, origin: String) -> impl IntoView {
    let now = clock::now_ms();
    let told = decision.map(|decision| {
        let said = match (state, decision.decision) {
            (TextState::Changed, _) => "Last approved by",
            (_, Decision::Approve) => "By",
            (_, Decision::Return) => "Returned by",
        };
        view! {
            <p class="soft">
                {said}" "{decision.by}", "
                <time datetime=moment::machine(decision.at_ms)>{moment::local(decision.at_ms, now)}</time>
            </p>
            {decision.reason.map(|reason| view! { <p class="pair-reason">"“"{reason}"”"</p> })}
        }
    });
    view! {
        <div class="pair-state">
            <span class="state-chip" data-state=wording::state_code(state)>{wording::state(state)}</span>
            {(state == TextState::Drafted).then(|| view! { <p class="soft">{origin}</p> })}
            {told}
        </div>
    }
}

/// One decision at a time, each with a word to the author where the text is given back.
#[component]
fn Decide(text: BridgeText, place: Place) -> impl IntoView {
    let store = BridgeStore::expect();
    let returning = RwSignal::new(false);
    let state = place.watch(store, |_, text| text.state);
    let busy = place.watch(store, |now, _| now.busy);
    let busy = Signal::derive(move || busy.get() == Some(true));
    let (unit, sha256, title) = (text.unit, text.sha256, text.title);
    let (asked, heading, number) = (place.asked.clone(), place.heading(), place.number);
    let decide = move |decision: Decision, reason: Option<String>| {
        let review = NewReview {
            unit: unit.clone(),
            sha256: sha256.clone(),
            decision,
            reason,
        };
        store.decide(asked.clone(), vec![review]);
        returning.set(false);
        // The button that was pressed may go.
        dom::focus(&heading);
    };
    let decide = StoredValue::new(decide);
    let of = format!(" “{title}”");
    let named = of.clone();
    view! {
        <div class="pair-decide">
            {live(move || {
                let approved = state.get() == Some(TextState::Approved);
                let of = named.clone();
                (!approved).then(|| view! {
                    <Button
                        busy=busy
                        press=move || decide.with_value(|decide| decide(Decision::Approve, None))
                    >
                        <Icon shape=Shape::Check />
                        "Approve"
                        <span class="visually-hidden">{of}</span>
                    </Button>
                })
            })}
            {live(move || {
                let returned = state.get() == Some(TextState::Returned);
                let of = of.clone();
                (!returned).then(|| view! {
                    <button
                        type="button"
                        class=ButtonKind::Quiet.class()
                        id=format!("return-{number}-open")
                        aria-expanded=move || returning.get().to_string()
                        on:click=move |_| returning.update(|open| *open = !*open)
                    >
                        "Return …"
                        <span class="visually-hidden">{of}</span>
                    </button>
                })
            })}
            {when(move || returning.get(), move || view! {
                <ReturnForm
                    id=format!("return-{number}")
                    read_by="whoever mends it"
                    busy=busy
                    give_back=move |reason| decide.with_value(|decide| decide(Decision::Return, Some(reason)))
                    cancel=move || {
                        dom::focus(&format!("return-{number}-open"));
                        returning.set(false);
                    }
                />
            })}
        </div>
    }
}
