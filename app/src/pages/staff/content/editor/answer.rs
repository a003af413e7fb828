//! What is right: the fields follow the kind.

use item_bank::{Family, Form, Kind};
use leptos::prelude::*;

use super::fields::{Choice, TextField};
use super::lists::{Rows, Texts};
use super::sections::scalar;
use super::state::{Editing, Editor};
use super::words;
use crate::pages::staff::content::form::{At, List, RIGHT, Scalar, WHEN, WRONG, form_code};
use crate::pages::staff::content::wording;

#[component]
pub fn AnswerFields(editor: Editor, kind: Kind) -> impl IntoView {
    let main = match kind.family() {
        Family::Number => view! {
            <TextField editor=editor at=scalar(Scalar::Answer) label="Answer" help=words::NUMBER.help example=words::NUMBER.example code=true />
            <FormAndUnit editor=editor kind=kind />
        }
        .into_any(),
        Family::Algebra => view! {
            <TextField editor=editor at=scalar(Scalar::Answer) label="Answer" help=words::ALGEBRA.help example=words::ALGEBRA.example code=true />
            <FormAndUnit editor=editor kind=kind />
        }
        .into_any(),
        Family::Words => view! {
            <Texts editor=editor list=List::Accept title="Accepted answers" one="answer" help=words::ACCEPT.help example=words::ACCEPT.example />
        }
        .into_any(),
        Family::Choices => view! { <Choices editor=editor /> }.into_any(),
        Family::Arrange if kind == Kind::Order => view! {
            <Texts editor=editor list=List::Items title="Parts in their order" one="part" help=words::ITEMS most=8 />
        }
        .into_any(),
        Family::Arrange => view! { <Pairs editor=editor /> }.into_any(),
        Family::Mark if kind == Kind::Plot => view! { <Plot editor=editor /> }.into_any(),
        Family::Mark => view! { <Line editor=editor /> }.into_any(),
        Family::Fill => view! {
            <TextField editor=editor at=scalar(Scalar::TableHeader) label="Column heads" help=words::HEADER.help example=words::HEADER.example />
            <TextField editor=editor at=scalar(Scalar::TableRows) label="Rows" lines=5 help=words::TABLE.help example=words::TABLE.example code=true />
        }
        .into_any(),
    };
    let after = match kind.family() {
        Family::Number | Family::Algebra | Family::Words => {
            view! { <Mistakes editor=editor /> }.into_any()
        }
        Family::Choices => ().into_any(),
        _ => view! {
            <TextField editor=editor at=scalar(Scalar::Feedback) label="After a wrong answer" lines=2 help=words::FEEDBACK.help example=words::FEEDBACK.example />
        }
        .into_any(),
    };
    (main, after)
}

#[component]
fn FormAndUnit(editor: Editor, kind: Kind) -> impl IntoView {
    let fits = |form: &Form| match form {
        Form::Any => true,
        Form::Expanded | Form::Factored => kind == Kind::Expression,
        Form::Solved => kind == Kind::Equation,
        _ => kind.family() == Family::Number,
    };
    let forms: Vec<(String, String)> = wording::FORMS
        .into_iter()
        .filter(fits)
        .map(|form| (form_code(form).to_owned(), wording::form(form).to_owned()))
        .collect();
    let percent = kind == Kind::Percent;
    view! {
        <div class="form-pair">
            <Choice editor=editor at=scalar(Scalar::Form) label="Accepted form" of=forms help=words::FORM />
            {(kind.family() == Family::Number && !percent).then(|| view! {
                <TextField editor=editor at=scalar(Scalar::Unit) label="Unit" help=words::UNIT.help example=words::UNIT.example />
            })}
        </div>
    }
}

#[component]
fn Choices(editor: Editor) -> impl IntoView {
    let row = Callback::new(move |id| view! { <OneChoice editor=editor id=id /> }.into_any());
    view! { <Rows editor=editor list=List::Choices title="Choices" one="choice" help=words::CHOICES most=8 row=row /> }
}

#[component]
fn OneChoice(editor: Editor, id: u32) -> impl IntoView {
    let cell = move |cell| At::Cell(List::Choices, id, cell);
    let right =
        Memo::new(move |_| editor.with(|editing: &Editing| editing.form.text(cell(1)).to_owned()));
    let of = [(WRONG, "Wrong"), (RIGHT, "Right"), (WHEN, "Right when …")]
        .map(|(code, name)| (code.to_owned(), name.to_owned()));
    view! {
        <div class="choice-row">
            <TextField editor=editor at=cell(0) label="Text" />
            <Choice editor=editor at=cell(1) label="Is it right?" of=of.to_vec() />
        </div>
        {move || (right.get() == WHEN).then(|| view! {
            <TextField editor=editor at=cell(2) label="Right when" example="a*2 = b" code=true />
        })}
        {move || (right.get() != RIGHT).then(|| view! {
            <TextField editor=editor at=cell(3) label="What to say when it is chosen wrongly" lines=2 />
        })}
    }
}

#[component]
fn Pairs(editor: Editor) -> impl IntoView {
    let row = Callback::new(move |id| {
        view! {
            <div class="form-pair">
                <TextField editor=editor at=At::Cell(List::Pairs, id, 0) label="Left" />
                <TextField editor=editor at=At::Cell(List::Pairs, id, 1) label="Belongs to" />
            </div>
        }
        .into_any()
    });
    view! {
        <Rows editor=editor list=List::Pairs title="Pairs" one="pair" help=words::PAIRS most=8 row=row />
        <Texts editor=editor list=List::Distractors title="Extra right sides" one="right side" help=words::DISTRACTORS most=4 />
    }
}

#[component]
fn Line(editor: Editor) -> impl IntoView {
    let asks = Memo::new(move |_| {
        editor.with(|editing: &Editing| editing.form.get(Scalar::LineAsks) == "interval")
    });
    let of = [("points", "Points"), ("interval", "A part of the line")]
        .map(|(code, name)| (code.to_owned(), name.to_owned()));
    view! {
        <p class="field-help">{words::LINE}</p>
        <div class="variable-range">
            <TextField editor=editor at=scalar(Scalar::LineFrom) label="From" example="0" code=true />
            <TextField editor=editor at=scalar(Scalar::LineTo) label="To" example="2" code=true />
            <TextField editor=editor at=scalar(Scalar::LineStep) label="Step" example="1/4" code=true />
            <TextField editor=editor at=scalar(Scalar::LineEvery) label="Label every" example="4" code=true />
        </div>
        <Choice editor=editor at=scalar(Scalar::LineAsks) label="The student marks" of=of.to_vec() />
        {move || if asks.get() {
            view! {
                <div class="form-pair">
                    <TextField editor=editor at=scalar(Scalar::IntervalFrom) label="Begins at" help="Empty: goes on for ever." code=true />
                    <TextField editor=editor at=scalar(Scalar::IntervalFromOpen) label="Open there?" help=words::OPEN.help example=words::OPEN.example code=true />
                    <TextField editor=editor at=scalar(Scalar::IntervalTo) label="Ends at" help="Empty: goes on for ever." code=true />
                    <TextField editor=editor at=scalar(Scalar::IntervalToOpen) label="Open there?" help=words::OPEN.help example=words::OPEN.example code=true />
                </div>
            }
            .into_any()
        } else {
            view! {
                <Texts editor=editor list=List::LinePoints title="Points to mark" one="point" help=words::LINE_POINTS.help example=words::LINE_POINTS.example code=true />
            }
            .into_any()
        }}
    }
}

#[component]
fn Plot(editor: Editor) -> impl IntoView {
    let axis = move |name: &'static str, at: [Scalar; 4]| {
        view! {
            <fieldset class="axis">
                <legend>{name}</legend>
                <div class="variable-range">
                    <TextField editor=editor at=scalar(at[0]) label="From" code=true />
                    <TextField editor=editor at=scalar(at[1]) label="To" code=true />
                    <TextField editor=editor at=scalar(at[2]) label="Step" help=words::RANGE_STEP code=true />
                    <TextField editor=editor at=scalar(at[3]) label="Label" />
                </div>
            </fieldset>
        }
    };
    let row = Callback::new(move |id| {
        view! {
            <div class="form-pair">
                <TextField editor=editor at=At::Cell(List::PlotPoints, id, 0) label="Across" code=true />
                <TextField editor=editor at=At::Cell(List::PlotPoints, id, 1) label="Up" code=true />
            </div>
        }
        .into_any()
    });
    view! {
        {axis("Across", [Scalar::XFrom, Scalar::XTo, Scalar::XStep, Scalar::XLabel])}
        {axis("Up", [Scalar::YFrom, Scalar::YTo, Scalar::YStep, Scalar::YLabel])}
        <Rows editor=editor list=List::PlotPoints title="Points to mark" one="point" help=words::PLOT_POINTS row=row />
    }
}

#[component]
fn Mistakes(editor: Editor) -> impl IntoView {
    let row = Callback::new(move |id| {
        view! {
            <TextField editor=editor at=At::Cell(List::Misconceptions, id, 0) label="Wrong answer" example=words::MISTAKE.example code=true />
            <TextField editor=editor at=At::Cell(List::Misconceptions, id, 1) label="What to say to it" lines=2 />
        }
        .into_any()
    });
    view! { <Rows editor=editor list=List::Misconceptions title="Foreseen mistakes" one="mistake" help=words::MISTAKES row=row /> }
}
