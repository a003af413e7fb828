use api::ClassId;
use leptos::prelude::*;

use super::board::LiveCell;
use super::grid::Place;
use super::level::{cell_label, level_key, number, short_word};
use crate::components::MasteryGlyph;
use crate::pages::staff::routes;

/// Who and what a cell is about; does not change while the table stands.
#[derive(Clone, Debug)]
pub struct About {
    pub place: Place,
    pub class: ClassId,
    pub student: api::UserId,
    pub student_name: String,
    pub skill: item_bank::SkillCode,
    pub skill_title: String,
}

/// The id of a cell's link, for the keyboard.
pub fn cell_id(place: Place) -> String {
    format!("cell-{}-{}", place.row, place.column)
}

/// The way back from [`cell_id`].
pub fn place_of(id: &str) -> Option<Place> {
    let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
    Some(Place {
        row: row.parse().ok()?,
        column: column.parse().ok()?,
    })
}

/// Number, word and symbol, as a link to the answers behind them. One effect a cell: when its
/// signal changes, its text and attributes are set anew and nothing else is touched.
#[component]
pub fn CellLink(about: About, live: ArcRwSignal<LiveCell>) -> impl IntoView {
    let id = cell_id(about.place);
    let href = routes::trace(about.class, about.student, &about.skill);
    move || {
        let LiveCell { cell, changes } = live.get();
        // Two names for one animation: changing between them starts it again.
        let news = match changes {
            0 => None,
            odd if odd % 2 == 1 => Some("a"),
            _ => Some("b"),
        };
        view! {
            <a
                class="cell"
                id=id.clone()
                href=href.clone()
                tabindex="-1"
                data-level=level_key(cell.level)
                data-news=news
                aria-label=cell_label(&cell, &about.student_name, &about.skill_title)
            >
                <MasteryGlyph level=cell.level />
                <span class="cell-number">{number(&cell)}</span>
                <span class="cell-word">{short_word(&cell)}</span>
            </a>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lead_back_to_their_place() {
        let place = Place { row: 12, column: 3 };
        assert_eq!(place_of(&cell_id(place)), Some(place));
        assert_eq!(place_of("page-title"), None);
    }
}
