//! Reading a class's mastery.

use api::{ClassId, ClassMastery};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::Board;
use super::grid::Grid;
use super::order::{SortBy, View};
use crate::api::client;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::store::StaffStore;

impl StaffStore {
    /// Another class is looked at afresh; the one just left, as it was left. `attention` comes from
    /// the address: the teacher asked who needs them.
    pub(super) fn enter(self, class: ClassId, attention: bool) {
        if self.board.with_untracked(|slot| slot.get(&class).is_none()) {
            self.view.set(View::default());
            self.tab_stop.set_value(None);
            self.announcement.set(String::new());
        }
        // On the way back from a cell the view is as it was left, whatever the address says.
        if attention && !self.returning.get_value() {
            let asked = View {
                by: SortBy::Need,
                only_attention: true,
                ..View::default()
            };
            self.view.set(asked);
        }
    }

    /// The table cannot be read, and asking again will not change that.
    pub(super) fn is_hopeless(self, class: ClassId) -> bool {
        self.board.with_untracked(
            |slot| matches!(slot.shown(&class), Shown::Failed(error) if !error.is_passing()),
        )
    }

    /// Whether the teacher comes back from a cell's trace, once: the focus then goes to that cell.
    pub(super) fn takes_up(self) -> bool {
        let returning = self.returning.try_update_value(std::mem::take) == Some(true);
        returning && self.tab_stop.get_value().is_some()
    }

    /// Reads the whole table. Where the table is on the page already, only the cells that differ
    /// are touched, so that focus and scrolling stay.
    pub fn load_board(self, class: ClassId) {
        self.board.update(|slot| slot.begin(class));
        spawn_local(async move {
            match client::get::<ClassMastery>(&format!("/classes/{class}/mastery")).await {
                Ok(data) => {
                    let settings = data.settings;
                    self.practice.update(|slot| {
                        // The form reads them for itself; it is not overtaken.
                        if !slot.is(&class) {
                            slot.begin(class);
                        }
                        slot.finish(&class, Ok(settings));
                    });
                    let fresh = Grid::new(data);
                    let board = self.board.with_untracked(|slot| slot.get(&class).cloned());
                    let board = board.filter(|board| board.refresh(&fresh));
                    let board = board.unwrap_or_else(|| Board::new(fresh));
                    self.board.update(|slot| slot.finish(&class, Ok(board)));
                }
                Err(error) => {
                    self.heard(&error);
                    self.board.update(|slot| slot.finish(&class, Err(error)));
                }
            }
        });
    }
}
