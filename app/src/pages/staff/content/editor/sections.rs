//! The form, section by section; what the answer needs follows the kind.

use item_bank::Kind;
use leptos::prelude::*;

use super::answer::AnswerFields;
use super::fields::{Choice, TextField};
use super::lists::{Rows, Texts};
use super::state::{Editing, Editor};
use super::words;
use crate::pages::staff::content::form::{At, HOW, List, Scalar};
use crate::pages::staff::content::wording;

pub fn scalar(scalar: Scalar) -> At {
    At::Scalar(scalar)
}

#[component]
pub fn Sections(editor: Editor) -> impl IntoView {
    let fixed = editor.with_untracked(|editing| editing.revision.is_some()) || editor.is_edit();
    let kinds = Kind::ALL.map(|kind| {
        (
            wording::kind_code(kind).to_owned(),
            wording::kind(kind).to_owned(),
        )
    });
    let difficulties = wording::DIFFICULTIES.map(|each| {
        let name = wording::difficulty(each);
        (name.to_lowercase(), name.to_owned())
    });
    let kind = Memo::new(move |_| editor.with(|editing: &Editing| Some(editing.form.kind())));
    view! {
        <section class="form-section" aria-labelledby="form-what">
            <h2 class="form-title" id="form-what">"The question"</h2>
            <TextField editor=editor at=scalar(Scalar::Id) label="Name" help=words::NAME.help example=words::NAME.example fixed=fixed />
            <SkillChoice editor=editor />
            <div class="form-pair">
                <Choice editor=editor at=scalar(Scalar::Kind) label="Kind of answer" of=kinds.to_vec() />
                <Choice editor=editor at=scalar(Scalar::Difficulty) label="Difficulty" of=difficulties.to_vec() />
            </div>
            <TextField editor=editor at=scalar(Scalar::Stem) label="Question" lines=4 help=words::STEM.help example=words::STEM.example />
            {editor.with_untracked(|editing| editing.form.has_figure()).then(|| view! {
                <p class="field-help">"It has a figure, drawn from the numbers, which stays as it is."</p>
            })}
        </section>
        <section class="form-section" aria-labelledby="form-vars">
            <h2 class="form-title" id="form-vars">"What differs from student to student"</h2>
            <Variables editor=editor />
            <Texts editor=editor list=List::Conditions title="Conditions" one="condition" help=words::CONDITIONS.help example=words::CONDITIONS.example code=true />
        </section>
        <section class="form-section" aria-labelledby="form-answer">
            <h2 class="form-title" id="form-answer">"The answer"</h2>
            {move || kind.get().map(|kind| view! { <AnswerFields editor=editor kind=kind /> })}
        </section>
        <section class="form-section" aria-labelledby="form-help">
            <h2 class="form-title" id="form-help">"Help on the way"</h2>
            <Hints editor=editor />
            <Texts editor=editor list=List::Solution title="Worked solution" one="step" help=words::SOLUTION.help example=words::SOLUTION.example lines=2 />
        </section>
        <section class="form-section" aria-labelledby="form-words">
            <h2 class="form-title" id="form-words">"Words and source"</h2>
            <TextField editor=editor at=scalar(Scalar::Terms) label="Academic words" help=words::TERMS.help example=words::TERMS.example />
            <TextField editor=editor at=scalar(Scalar::ConstructTerms) label="Words it tests" help=words::CONSTRUCT.help example=words::CONSTRUCT.example />
            <TextField editor=editor at=scalar(Scalar::Passage) label="Passage" help=words::PASSAGE.help example=words::PASSAGE.example />
            <div class="form-pair">
                <TextField editor=editor at=scalar(Scalar::Source) label="Source" help=words::SOURCE.help example=words::SOURCE.example />
                <TextField editor=editor at=scalar(Scalar::License) label="License" help=words::LICENSE.help example=words::LICENSE.example />
            </div>
        </section>
    }
}

/// All skills, by grade and domain.
#[component]
fn SkillChoice(editor: Editor) -> impl IntoView {
    let graph = Memo::new(move |_| editor.store.graph.with(|slot| slot.get(&()).cloned()));
    move || {
        let graph = graph.get();
        let mut skills: Vec<_> = graph.iter().flat_map(|graph| &graph.skills).collect();
        skills.sort_by_key(|node| node.grade);
        let chosen = editor.with_untracked(|editing| editing.form.get(Scalar::Skill).to_owned());
        let mut of = vec![(String::new(), "Choose a skill".to_owned())];
        if !chosen.is_empty() && !skills.iter().any(|node| node.code.as_str() == chosen) {
            of.push((chosen.clone(), chosen));
        }
        of.extend(skills.into_iter().map(|node| {
            let grade = wording::grade(node.grade);
            let name = format!(
                "{grade} · {} · {}",
                wording::domain(&node.domain),
                node.title
            );
            (node.code.to_string(), name)
        }));
        view! { <Choice editor=editor at=scalar(Scalar::Skill) label="Skill" of=of /> }
    }
}

#[component]
fn Hints(editor: Editor) -> impl IntoView {
    let row = Callback::new(move |id| {
        let asks = editor.with_untracked(|editing| {
            let rows = editing.form.rows(List::Hints).iter();
            rows.filter(|row| row.id == id).any(|row| row.ask.is_some())
        });
        view! {
            <TextField editor=editor at=At::Cell(List::Hints, id, 0) label="Hint" lines=2 bare=true />
            {asks.then(|| view! {
                <p class="field-help">"This hint asks a smaller question, which stays as it is."</p>
            })}
        }
        .into_any()
    });
    view! { <Rows editor=editor list=List::Hints title="Hints" one="hint" help=words::HINTS most=4 row=row /> }
}

#[component]
fn Variables(editor: Editor) -> impl IntoView {
    let row = Callback::new(move |id| view! { <Variable editor=editor id=id /> }.into_any());
    view! { <Rows editor=editor list=List::Vars title="Variables" one="variable" help=words::VARS row=row /> }
}

#[component]
fn Variable(editor: Editor, id: u32) -> impl IntoView {
    let cell = move |cell| At::Cell(List::Vars, id, cell);
    let how =
        Memo::new(move |_| editor.with(|editing: &Editing| editing.form.text(cell(1)).to_owned()));
    let ways = HOW.map(|(code, name)| (code.to_owned(), name.to_owned()));
    view! {
        <div class="variable">
            <TextField editor=editor at=cell(0) label="Name" code=true />
            <Choice editor=editor at=cell(1) label="Drawn from" of=ways.to_vec() />
            {move || match how.get().as_str() {
                "int" => view! {
                    <div class="variable-range">
                        <TextField editor=editor at=cell(2) label="From" code=true />
                        <TextField editor=editor at=cell(3) label="To" code=true />
                        <TextField editor=editor at=cell(4) label="Step" help=words::RANGE_STEP code=true />
                    </div>
                }
                .into_any(),
                "pick" => view! {
                    <TextField editor=editor at=cell(5) label="Values" lines=3 help=words::ONE_A_LINE example="3/4" code=true />
                }
                .into_any(),
                "word" => view! {
                    <TextField editor=editor at=cell(5) label="Words" lines=3 help=words::ONE_A_LINE example="Fatima" />
                }
                .into_any(),
                "row" => view! {
                    <TextField editor=editor at=cell(5) label="Rows" lines=4 help=words::ROWS.help example=words::ROWS.example code=true />
                }
                .into_any(),
                _ => view! {
                    <TextField editor=editor at=cell(5) label="Computed as" example="lcm(b, d)" code=true />
                }
                .into_any(),
            }}
        </div>
    }
}
