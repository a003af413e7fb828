//! Each student: how much stands open, how often it is used, and the student's own sentences.

use std::sync::Arc;

use api::{ClassBridge, ClassId, OwnSentence, StudentBridge, SupportLevel, UserId};
use leptos::prelude::*;

use super::order::Leaning;
use crate::components::{list, live};
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::bridge::wording;
use crate::pages::staff::when;
use crate::pages::staff::words::counted;

#[component]
pub fn Students(
    class: ClassId,
    report: Arc<ClassBridge>,
    asking: RwSignal<Option<UserId>>,
) -> impl IntoView {
    let now = report.server_time_ms;
    let bridged = report.students.iter().filter(|it| is_bridged(it)).count();
    let total = report.students.len();
    // Where nobody has the bridge, everybody is shown: a level can be set for anyone.
    let all = RwSignal::new(bridged == 0);
    let rows = live(move || {
        let shown = report
            .students
            .iter()
            .filter(|it| all.get() || is_bridged(it));
        list(shown.cloned().map(|student| {
            view! { <Row class=class student=student now=now asking=asking /> }
        }))
    });
    let segment = move |name: String, every: bool| {
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || (all.get() == every).to_string()
                on:click=move |_| all.set(every)
            >
                {name}
            </button>
        }
    };
    view! {
        <section aria-labelledby="students-title">
            <h2 class="class-part" id="students-title">"Students"</h2>
            <p class="soft content-lead">
                "Help taken is information, not a mark against anyone. Answers are those of the last 30 days that \
                 counted."
            </p>
            <div class="segments class-who" role="group" aria-label="Show">
                {segment(format!("With the bridge ({bridged})"), false)}
                {segment(format!("All {}", counted(total, "student", "students")), true)}
            </div>
            <div class="wide" role="region" aria-label="Students and the bridge" tabindex="0">
                <table class="plain-table class-students">
                    <caption class="visually-hidden">"Students: level of support, use of the bridge, words"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Student"</th>
                            <th scope="col">"Level of support"</th>
                            <th scope="col">"Answers with the bridge open"</th>
                            <th scope="col">"Words met, used, used well"</th>
                            <th scope="col">"Own sentences"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// Whether the bridge is anything to this student so far.
fn is_bridged(student: &StudentBridge) -> bool {
    student.home_language.is_some()
        || student.support != SupportLevel::None
        || student.words_met > 0
        || student.with_bridge > 0
}

#[component]
fn Row(
    class: ClassId,
    student: StudentBridge,
    now: i64,
    asking: RwSignal<Option<UserId>>,
) -> impl IntoView {
    let leaning = Leaning::of(&student);
    let language = match &student.home_language {
        Some(tag) => wording::language(tag),
        None => "English only".to_owned(),
    };
    let share = (student.with_bridge * 100).checked_div(student.answers);
    let open = share.map_or("no answers yet".to_owned(), |share| {
        format!("{} of {} ({share}%)", student.with_bridge, student.answers)
    });
    let asked = (student.asked > 0).then(|| {
        format!(
            " · asked for more {}",
            counted(student.asked as usize, "time", "times")
        )
    });
    let words = if student.words_met == 0 {
        "none met yet".to_owned()
    } else {
        format!(
            "{} met · {} used · {} used well",
            student.words_met, student.words_used, student.words_folded
        )
    };
    let said = (student.answers > 0).then(|| leaning.say());
    let (sentences, name) = (student.sentences.clone(), student.name.clone());
    view! {
        <tr>
            <th scope="row">
                <span class="agent-word-name">{student.name.clone()}</span>
                <span class="soft class-tier">{language}</span>
            </th>
            <td><Level class=class student=student asking=asking /></td>
            <td>
                {open}
                <span class="soft class-tier">{said}{asked}</span>
            </td>
            <td>{words}</td>
            <td><Sentences sentences=sentences name=name now=now /></td>
        </tr>
    }
}

#[component]
fn Level(
    class: ClassId,
    student: StudentBridge,
    asking: RwSignal<Option<UserId>>,
) -> impl IntoView {
    let store = BridgeStore::expect();
    let (id, now) = (student.id, student.support);
    let options = wording::LEVELS.map(|level| {
        view! {
            <option value=wording::level_code(level) selected=level == now>{wording::level(level)}</option>
        }
    });
    let skills = match student.skills.len() {
        0 => "Set for a skill".to_owned(),
        n => format!("{} set", counted(n, "skill", "skills")),
    };
    view! {
        <select
            class="select class-level"
            aria-label=format!("Level of support of {}", student.name)
            on:change:target=move |event| {
                if let Some(level) = wording::level_of(&event.target().value()) {
                    store.set_support(class, id, level, None);
                }
            }
        >
            {list(options)}
        </select>
        <button type="button" class="link-button" id=format!("skills-of-{id}") on:click=move |_| asking.set(Some(id))>
            {skills}
            <span class="visually-hidden">" for "{student.name}</span>
        </button>
    }
}

#[component]
fn Sentences(sentences: Vec<OwnSentence>, name: String, now: i64) -> impl IntoView {
    if sentences.is_empty() {
        return view! { <span class="soft">"none yet"</span> }.into_any();
    }
    let count = counted(sentences.len(), "sentence", "sentences");
    let one = move |sentence: OwnSentence| {
        view! {
            <li>
                <p class="own-sentence" lang="en" dir="auto">{sentence.text}</p>
                <p class="soft">
                    <bdi lang="en" dir="ltr">{sentence.en}</bdi>", "
                    <time datetime=when::machine(sentence.at_ms)>{when::local(sentence.at_ms, now)}</time>
                </p>
            </li>
        }
    };
    view! {
        <details class="agent-why">
            <summary>{count}<span class="visually-hidden">" of "{name}</span></summary>
            <ul class="own-sentences">{list(sentences.into_iter().map(one))}</ul>
        </details>
    }
    .into_any()
}

/// What became of setting a level; on the page from the start.
#[component]
pub fn SetRegion() -> impl IntoView {
    let store = BridgeStore::expect();
    live(move || {
        let setting = store.setting.get();
        match (setting.said, setting.error) {
            (_, Some(error)) => view! { <crate::components::ErrorMessage error=error /> }.into_any(),
            (Some(said), None) => view! {
                <crate::components::Message tone=crate::components::Tone::Good><p>{said}</p></crate::components::Message>
            }
            .into_any(),
            _ => ().into_any(),
        }
    })
}
