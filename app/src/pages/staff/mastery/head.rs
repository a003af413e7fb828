use leptos::prelude::*;

use super::board::Board;
use super::order::SortBy;
use crate::pages::staff::store::StaffStore;

/// Column heads: each sorts by its skill, and says its whole title on hover and focus.
#[component]
pub fn TableHead(board: Board) -> impl IntoView {
    let store = StaffStore::expect();
    let skills = board.grid.with_untracked(|grid| grid.skills().to_vec());
    let tallies = (0..skills.len())
        .map(|column| {
            let off = (!skills[column].assigned).then_some("");
            let grid = board.grid.clone();
            let tally =
                Memo::new(move |_| grid.with(|grid| (grid.tally(column), grid.students().len())));
            view! {
                <td class="tally" data-off=off>
                    {move || {
                        let (tally, students) = tally.get();
                        format!("{} of {students}", tally.mastered)
                    }}
                </td>
            }
        })
        .collect_view();
    let heads = skills
        .into_iter()
        .enumerate()
        .map(|(column, skill)| {
            let by = SortBy::Skill(skill.code.clone());
            let (sorted, pressed) = (by.clone(), by);
            let tip = format!("skill-{column}");
            let title = if skill.assigned {
                format!("{} (grade {})", skill.title, skill.grade)
            } else {
                format!(
                    "{} (grade {}), practiced but not assigned",
                    skill.title, skill.grade
                )
            };
            view! {
                <th
                    scope="col"
                    class="skill"
                    data-off=(!skill.assigned).then_some("")
                    aria-sort=move || store.view.with(|view| view.aria_sort(&sorted))
                >
                    <button
                        type="button"
                        class="sort"
                        aria-describedby=tip.clone()
                        on:click=move |_| {
                            store.view.update(|view| *view = view.sorted_by(pressed.clone()));
                        }
                    >
                        <span class="sort-name">
                            {skill.short}
                            {(!skill.assigned)
                                .then(|| view! { <span class="sort-off">"not assigned"</span> })}
                        </span>
                    </button>
                    <span class="tip" role="tooltip" id=tip>{title}</span>
                </th>
            }
        })
        .collect_view();
    view! {
        <thead>
            <tr>
                <th
                    scope="col"
                    class="corner"
                    aria-sort=move || store.view.with(|view| view.aria_sort(&SortBy::Name))
                >
                    <button
                        type="button"
                        class="sort"
                        on:click=move |_| {
                            store.view.update(|view| *view = view.sorted_by(SortBy::Name));
                        }
                    >
                        <span class="sort-name">"Student"</span>
                    </button>
                </th>
                {heads}
            </tr>
            <tr class="tallies">
                <th scope="row" class="student">"Mastered"</th>
                {tallies}
            </tr>
        </thead>
    }
}
