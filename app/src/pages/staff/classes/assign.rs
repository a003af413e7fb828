use api::{ClassId, ClassSummary, PathwaySummary};
use item_bank::PathwayCode;
use leptos::prelude::*;

use crate::components::{Button, Dialog, Icon, Shape};
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::Failed;
use crate::pages::staff::store::StaffStore;
use crate::pages::staff::words::counted;

/// The pathways to choose from, those for the class's grade first. One press assigns.
#[component]
pub fn AssignDialog(chosen: RwSignal<Option<ClassId>>) -> impl IntoView {
    let store = StaffStore::expect();
    let class = Memo::new(move |_| {
        let id = chosen.get()?;
        store
            .classes
            .with(|slot| slot.get(&())?.iter().find(|class| class.id == id).cloned())
    });
    let shown = Memo::new(move |_| store.pathways.with(|slot| slot.shown(&())));
    Effect::new(move || {
        if chosen.get().is_some() {
            store.load_pathways();
        }
    });
    let close = move || chosen.set(None);
    view! {
        <Dialog
            id="assign-dialog"
            title="Assign a pathway"
            open=Signal::derive(move || chosen.get().is_some())
            on_dismiss=Callback::new(move |()| close())
        >
            {move || class.get().map(|class| view! { <p class="soft">"To "{class.title}</p> })}
            {move || match (shown.get(), class.get()) {
                (Shown::Ready(pathways, _), Some(class)) => {
                    view! { <Choices pathways=pathways class=class done=chosen /> }.into_any()
                }
                (Shown::Failed(error), _) => {
                    view! { <Failed error=error again=move || store.load_pathways() /> }.into_any()
                }
                _ => view! { <p role="status">"Loading the pathways …"</p> }.into_any(),
            }}
            <div class="dialog-actions">
                <Button press=move || close()>"Close"</Button>
            </div>
        </Dialog>
    }
}

#[component]
fn Choices(
    pathways: Vec<PathwaySummary>,
    class: ClassSummary,
    done: RwSignal<Option<ClassId>>,
) -> impl IntoView {
    view! {
        <ul class="pathways">
            {for_grade(pathways, class.grade)
                .into_iter()
                .map(|summary| {
                    let assigned = is_assigned(&class, &summary.pathway.code);
                    view! { <Choice summary=summary class=class.id assigned=assigned done=done /> }
                })
                .collect_view()}
        </ul>
    }
}

#[component]
fn Choice(
    summary: PathwaySummary,
    class: ClassId,
    assigned: bool,
    done: RwSignal<Option<ClassId>>,
) -> impl IntoView {
    let store = StaffStore::expect();
    let code = summary.pathway.code.clone();
    let title = summary.pathway.title.clone();
    let assign = move || {
        store.assign(class, code.clone());
        done.set(None);
    };
    let action = if assigned {
        view! { <p class="pathway-have"><Icon shape=Shape::Check />"Assigned"</p> }.into_any()
    } else {
        view! {
            <Button press=assign>
                "Assign"
                <span class="visually-hidden">" “"{title}"”"</span>
            </Button>
        }
        .into_any()
    };
    let skills = summary.skill_titles.len();
    view! {
        <li class="pathway">
            <div class="pathway-text">
                <h3 class="pathway-title">{summary.pathway.title}</h3>
                <p class="soft">{grades(&summary.pathway.grades)}</p>
                <p>{summary.pathway.summary}</p>
                <details class="pathway-skills">
                    <summary>{counted(skills, "skill", "skills")}", in this order"</summary>
                    <ol>
                        {summary
                            .skill_titles
                            .into_iter()
                            .map(|title| view! { <li>{title}</li> })
                            .collect_view()}
                    </ol>
                </details>
            </div>
            {action}
        </li>
    }
}

fn is_assigned(class: &ClassSummary, pathway: &PathwayCode) -> bool {
    class
        .assignments
        .iter()
        .any(|assignment| assignment.pathway == *pathway)
}

/// Pathways for the class's grade first; otherwise as the bank orders them.
fn for_grade(mut pathways: Vec<PathwaySummary>, grade: u8) -> Vec<PathwaySummary> {
    pathways.sort_by_key(|summary| !summary.pathway.grades.contains(&grade));
    pathways
}

fn grades(grades: &[u8]) -> String {
    match grades {
        [] => "Any grade".to_owned(),
        [only] => format!("Grade {only}"),
        [first, .., last] => format!("Grades {first} to {last}"),
    }
}

#[cfg(test)]
mod tests {
    use item_bank::Pathway;

    use super::*;

    fn pathway(code: &str, grades: &[u8]) -> PathwaySummary {
        PathwaySummary {
            pathway: Pathway {
                code: code.parse().unwrap(),
                title: code.to_owned(),
                summary: String::new(),
                grades: grades.to_vec(),
                skills: Vec::new(),
            },
            skill_titles: Vec::new(),
        }
    }

    #[test]
    fn the_grade_of_the_class_comes_first() {
        let all = vec![
            pathway("a", &[5]),
            pathway("b", &[6]),
            pathway("c", &[5, 6]),
        ];
        let codes: Vec<String> = for_grade(all, 6)
            .iter()
            .map(|s| s.pathway.code.to_string())
            .collect();
        assert_eq!(codes, ["b", "c", "a"]);
    }

    #[test]
    fn grades_read_as_a_range() {
        assert_eq!(grades(&[6]), "Grade 6");
        assert_eq!(grades(&[5, 6, 7]), "Grades 5 to 7");
        assert_eq!(grades(&[]), "Any grade");
    }
}
