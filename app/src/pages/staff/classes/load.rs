//! What the classes page asks of the server.

use api::{Assignment, ClassId, ClassSummary, NewAssignment, ProblemCode};
use item_bank::PathwayCode;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::notice::Notice;
use crate::api::client;
use crate::dom;
use crate::pages::staff::store::StaffStore;

impl StaffStore {
    pub fn load_classes(self) {
        self.classes.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = client::get::<Vec<ClassSummary>>("/classes").await;
            if let Err(error) = &result {
                self.heard(error);
            }
            self.classes.update(|slot| slot.finish(&(), result));
        });
    }

    /// Pathways change with the content, not with the day: once a tab is enough.
    pub fn load_pathways(self) {
        if self.pathways.with_untracked(|slot| slot.get(&()).is_some()) {
            return;
        }
        self.pathways.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = client::get("/pathways").await;
            if let Err(error) = &result {
                self.heard(error);
            }
            self.pathways.update(|slot| slot.finish(&(), result));
        });
    }

    pub fn assign(self, class: ClassId, pathway: PathwayCode) {
        spawn_local(async move {
            let path = format!("/classes/{class}/assignments");
            let body = NewAssignment { pathway };
            match client::post::<_, Assignment>(&path, &body).await {
                Ok(assignment) => {
                    let title = self.class_title(class);
                    self.notice.set(Notice::assigned(&assignment, &title));
                    self.change_class(class, |found| found.assignments.insert(0, assignment));
                }
                Err(error) => {
                    self.heard(&error);
                    // Someone else was faster: show what is so.
                    if error.code() == Some(ProblemCode::Conflict) {
                        self.load_classes();
                    }
                    self.notice.set(Notice::Failed(error));
                }
            }
        });
    }

    pub fn take_back(self, assignment: Assignment) {
        spawn_local(async move {
            let outcome = client::delete(&format!("/assignments/{}", assignment.id)).await;
            let gone = match &outcome {
                Ok(()) => true,
                Err(error) => error.code() == Some(ProblemCode::NotFound),
            };
            match outcome {
                Err(error) if !gone => {
                    self.heard(&error);
                    self.notice.set(Notice::Failed(error));
                }
                _ => {
                    let title = self.class_title(assignment.class);
                    self.notice.set(Notice::taken_back(&assignment, &title));
                    self.change_class(assignment.class, |found| {
                        found.assignments.retain(|kept| kept.id != assignment.id);
                    });
                }
            }
        });
    }

    /// Browsers allow this only over HTTPS or on this machine; the code stays selectable.
    pub fn copy_code(self, code: String) {
        let Some(window) = dom::window().filter(web_sys::Window::is_secure_context) else {
            self.notice.set(Notice::done(
                "This page may not use the clipboard here. Select the code and copy it.",
            ));
            return;
        };
        let copying = JsFuture::from(window.navigator().clipboard().write_text(&code));
        spawn_local(async move {
            self.notice.set(Notice::done(match copying.await {
                Ok(_) => format!("{code} is copied."),
                Err(_) => "The browser did not allow copying. Select the code and copy it.".into(),
            }));
        });
    }

    pub(in crate::pages::staff) fn class_title(self, class: ClassId) -> String {
        self.classes.with_untracked(|slot| {
            let found = slot
                .get(&())
                .and_then(|all| all.iter().find(|found| found.id == class));
            found.map_or_else(|| "the class".to_owned(), |found| found.title.clone())
        })
    }

    fn change_class(self, class: ClassId, change: impl FnOnce(&mut ClassSummary)) {
        self.classes.update(|slot| {
            let mut all = slot.get_mut(&()).into_iter().flatten();
            if let Some(found) = all.find(|found| found.id == class) {
                change(found);
            }
        });
    }
}
