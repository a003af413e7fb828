//! Ways of giving an answer, one file a kind. They are driven by a [`Pen`], know no question and
//! no desk, and so serve the practice page, what a hint asks and a teacher's preview alike.
//!
//! Each works by keys alone, by touch and with a screen reader; mathematics stays left to right in
//! any language.

mod arrows;
mod choices;
mod interval;
mod line;
mod matching;
mod order;
mod pad;
mod plot;
mod points;
mod scale;
mod table;
mod text;

use item_bank::{Entry, Math};
use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::components::{handle, live};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::Draft;
use choices::Choices;
use interval::IntervalLine;
use matching::Matching;
use order::Order;
use pad::Pad;
use plot::Plot;
use points::PointsLine;
use table::Table;
use text::TextBox;

/// What an answer is written with, and what becomes of it.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// Begins every id; unique on the page.
    id: StoredValue<String>,
    pub draft: RwSignal<Draft>,
    /// Called after every change of the draft.
    changed: Callback<()>,
    /// Answered: to be looked at, not to be changed.
    pub done: Signal<bool>,
    /// How a text will be read.
    read: fn(&str) -> Option<Math>,
    /// Said aloud, for what is seen at a glance.
    said: RwSignal<String>,
    /// The id of the text that describes the question.
    question: StoredValue<String>,
}

impl Pen {
    pub fn new(
        id: &str,
        question: &str,
        draft: RwSignal<Draft>,
        changed: Callback<()>,
        done: Signal<bool>,
        read: fn(&str) -> Option<Math>,
    ) -> Self {
        Self {
            id: StoredValue::new(id.to_owned()),
            draft,
            changed,
            done,
            read,
            said: RwSignal::new(String::new()),
            question: StoredValue::new(question.to_owned()),
        }
    }

    /// The id of a part: `answer-2`; the first is `answer`, where the focus goes.
    fn id(&self, n: usize) -> String {
        self.id.with_value(|id| part_id(id, n))
    }

    fn named(&self, what: &str) -> String {
        self.id.with_value(|id| [id, "-", what].concat())
    }

    /// What describes the answer's place: the question, then the form it is asked in.
    fn described_by(&self) -> String {
        let question = self.question.get_value();
        [question, " ".to_owned(), self.named("note")].concat()
    }

    fn question(&self) -> String {
        self.question.get_value()
    }

    fn is_done(&self) -> bool {
        self.done.get_untracked()
    }

    /// Changes the answer, unless it stands.
    fn write<T>(&self, change: impl FnOnce(&mut Draft) -> T) -> Option<T> {
        if self.is_done() {
            return None;
        }
        let mut result = None;
        self.draft.update(|draft| result = Some(change(draft)));
        self.changed.run(());
        result
    }

    /// For `aria-disabled`: not `disabled`, which would gray out what was right.
    fn disabled(&self) -> Signal<Option<&'static str>> {
        let done = self.done;
        Signal::derive(move || done.get().then_some("true"))
    }

    /// For clicks on what must not change any more.
    fn guard(&self) -> Box<dyn FnMut(MouseEvent)> {
        let pen = *self;
        handle(move |event: MouseEvent| {
            if pen.is_done() {
                event.prevent_default();
            }
        })
    }

    fn say(&self, msg: Msg<'_>) {
        self.said.set(t(msg).into_owned());
    }
}

fn part_id(id: &str, n: usize) -> String {
    if n == 0 {
        id.to_owned()
    } else {
        format!("{id}-{n}")
    }
}

/// The answer's place: what is asked for, the way to give it, and a voice.
#[component]
pub fn EntryView(
    entry: Entry,
    pen: Pen,
    /// The form that is asked for.
    note: String,
    #[prop(optional_no_strip)] unit: Option<String>,
) -> impl IntoView {
    let note = match &entry {
        Entry::One(_) => t(Msg::ChooseOne).into_owned(),
        Entry::Many(_) => t(Msg::ChooseAll).into_owned(),
        Entry::Order(_) => t(Msg::OrderHow).into_owned(),
        Entry::Match(_) => t(Msg::MatchHow).into_owned(),
        Entry::Points(_, of) | Entry::Plot(_, of) => {
            t(Msg::MarkHow { of: (*of).into() }).into_owned()
        }
        Entry::Interval(_) => t(Msg::IntervalHow).into_owned(),
        Entry::Text(_) | Entry::Table { .. } => note,
    };
    let way = match entry {
        Entry::Text(keys) => view! { <TextBox pen=pen keys=keys note=note unit=unit /> }.into_any(),
        Entry::One(parts) => {
            view! { <Choices pen=pen parts=parts one=true note=note /> }.into_any()
        }
        Entry::Many(parts) => {
            view! { <Choices pen=pen parts=parts one=false note=note /> }.into_any()
        }
        Entry::Order(parts) => view! { <Order pen=pen parts=parts note=note /> }.into_any(),
        Entry::Match([left, right]) => {
            view! { <Matching pen=pen left=left right=right note=note /> }.into_any()
        }
        Entry::Points(axis, of) => {
            view! { <PointsLine pen=pen axis=axis of=of note=note /> }.into_any()
        }
        Entry::Interval(axis) => view! { <IntervalLine pen=pen axis=axis note=note /> }.into_any(),
        Entry::Plot(axes, of) => view! { <Plot pen=pen axes=axes of=of note=note /> }.into_any(),
        Entry::Table { header, rows } => {
            view! { <Table pen=pen header=header rows=rows note=note /> }.into_any()
        }
    };
    view! {
        {way}
        <p class="visually-hidden" role="status">{live(move || pen.said.get())}</p>
    }
}

/// The keys to type with, where typing needs them: beside the answer or below it.
#[component]
pub fn EntryPad(entry: Entry, pen: Pen) -> impl IntoView {
    keys(&entry).map(|keys| view! { <Pad pen=pen keys=keys /> })
}

/// The pad's keys besides the digits; `None` where nothing is typed, or words are.
pub fn keys(entry: &Entry) -> Option<Vec<String>> {
    match entry {
        Entry::Text(keys) if keys.is_empty() => None,
        Entry::Text(keys) => Some(keys.clone()),
        Entry::Table { .. } => Some([".", "/", "-"].map(str::to_owned).to_vec()),
        _ => None,
    }
}

/// Back to the answer, all of it selected: typing replaces it, arrows mend it.
pub fn focus_again(id: &'static str) {
    dom::focus(id);
    if let Some(input) = pad::input(id) {
        input.select();
    }
}

/// The line above the answer: the form that is asked for, or how to give it.
#[component]
fn Note(pen: Pen, note: String) -> impl IntoView {
    view! { <p class="answer-note" dir="auto" id=pen.named("note")>{note}</p> }
}

/// The frame of an answer that is not one field.
#[component]
fn Group(pen: Pen, note: String, class: &'static str, children: Children) -> impl IntoView {
    view! {
        <div
            class=["entry ", class].concat()
            class:entry-done=pen.done
            role="group"
            aria-labelledby=pen.question()
            aria-describedby=pen.named("note")
        >
            <Note pen=pen note=note />
            {children()}
        </div>
    }
}
