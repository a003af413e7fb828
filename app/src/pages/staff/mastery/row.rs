use api::{ClassId, UserId};
use leptos::prelude::*;

use super::attention::{Need, need};
use super::board::Board;
use super::cell::{About, CellLink};
use super::grid::Place;

/// One student. Built once; only cells and the note under the name change.
#[component]
pub fn StudentRow(board: Board, class: ClassId, student: UserId) -> impl IntoView {
    let built = board.grid.with_untracked(|grid| {
        let row = grid.row_of(student)?;
        let found = grid.students().get(row)?;
        Some((row, found.name.clone(), grid.skills().to_vec()))
    });
    let Some((row, name, skills)) = built else {
        return ().into_any();
    };
    let cells = skills
        .into_iter()
        .enumerate()
        .filter_map(|(column, skill)| {
            let place = Place { row, column };
            let about = About {
                place,
                class,
                student,
                student_name: name.clone(),
                skill: skill.code,
                skill_title: skill.short,
            };
            let live = board.cell(place)?;
            Some(view! {
                <td data-off=(!skill.assigned).then_some("")>
                    <CellLink about=about live=live />
                </td>
            })
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row" class="student">
                <span class="student-name">{name}</span>
                <NeedNote board=board row=row />
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// Why this student needs the teacher, in a few words under the name.
#[component]
fn NeedNote(board: Board, row: usize) -> impl IntoView {
    let found = Memo::new(move |_| {
        board.grid.with(|grid| {
            let need = need(grid, grid.students().get(row)?)?;
            Some((matches!(need, Need::Stuck(_)), need.said(grid)))
        })
    });
    move || {
        found.get().map(|(stuck, said)| {
            view! {
                <span class="student-note" class:student-note-stuck=stuck>{said}</span>
            }
        })
    }
}
