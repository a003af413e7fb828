//! A form that is being filled in, and what becomes of saving it.

use std::collections::BTreeMap;
use std::sync::Arc;

use api::{PreviewReply, ProblemCode, TemplateDetail};
use item_bank::{Template, TemplateId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ApiError, authoring};
use crate::pages::staff::content::form::{At, Complaint, Form, Scalar, blank, place, slug};
use crate::pages::staff::content::store::ContentStore;
use crate::pages::staff::content::wording;

/// What is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    New,
    /// A new one that began as a copy.
    Copy(TemplateId),
    Edit(TemplateId),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    pub form: Form,
    /// As the server has it.
    saved: Form,
    /// Of the draft that is edited; none before there is a draft.
    pub revision: Option<u32>,
    pub saving: Saving,
    /// Someone saved meanwhile: what they saved.
    pub conflict: Option<Arc<TemplateDetail>>,
    /// Saving was tried: what is missing is told from now on.
    pub tried: bool,
    /// Found again after its page was left.
    pub restored: bool,
    /// Changes when the form is another one, not when it is typed in.
    pub opened: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    #[default]
    Idle,
    Busy,
    Done,
    /// Something cannot be read yet.
    Invalid,
    Failed(ApiError),
}

impl Editing {
    pub fn new(form: Form, revision: Option<u32>) -> Self {
        Self {
            saved: form.clone(),
            form,
            revision,
            saving: Saving::Idle,
            conflict: None,
            tried: false,
            restored: false,
            opened: 0,
        }
    }

    pub fn is_unsaved(&self) -> bool {
        self.form != self.saved
    }

    /// For an example: a question that has no name yet can be looked at.
    fn for_preview(&self) -> Result<Template, Vec<Complaint>> {
        if !slug(self.form.get(Scalar::Id)).is_empty() {
            return self.form.template();
        }
        let mut named = self.form.clone();
        named.set_text(At::Scalar(Scalar::Id), "new-question".to_owned());
        named.template()
    }
}

/// What is wrong, by the field that it is about; what is about none stands under `None`.
pub type Findings = BTreeMap<Option<At>, Vec<String>>;

pub fn findings(editing: &Editing, reply: Option<&PreviewReply>) -> Findings {
    let mut found = Findings::new();
    // Asked of everybody at the end, not of an author who has just begun.
    let missing = [At::Scalar(Scalar::Id), At::Scalar(Scalar::Skill)];
    for complaint in editing.form.template().err().into_iter().flatten() {
        if editing.tried || !missing.contains(&complaint.at) {
            found
                .entry(Some(complaint.at))
                .or_default()
                .push(complaint.what);
        }
    }
    let loud = editing.tried || editing.revision.is_some();
    for failure in reply
        .into_iter()
        .filter(|_| loud)
        .flat_map(|reply| &reply.failures)
    {
        let id = slug(editing.form.get(Scalar::Id));
        let said = wording::finding(&failure.what, &id);
        let at = place(&editing.form, &failure.what);
        found.entry(at).or_default().push(said);
    }
    found
}

/// The form of one page. A task that it starts holds the store alone.
#[derive(Clone, Copy, Debug)]
pub struct Editor {
    pub store: ContentStore,
    key: StoredValue<Key>,
}

impl Editor {
    pub fn new(store: ContentStore, key: Key) -> Self {
        let key = StoredValue::new(key);
        Self { store, key }
    }

    /// `T`'s default while it is not open.
    pub fn with<T: Default>(self, read: impl FnOnce(&Editing) -> T) -> T {
        let key = self.key.get_value();
        self.store
            .editing
            .with(|slot| slot.get(&key).map(read).unwrap_or_default())
    }

    pub fn with_untracked<T: Default>(self, read: impl FnOnce(&Editing) -> T) -> T {
        let key = self.key.get_value();
        self.store
            .editing
            .with_untracked(|slot| slot.get(&key).map(read).unwrap_or_default())
    }

    /// Whether it is about a template that has its name already.
    pub fn is_edit(self) -> bool {
        matches!(self.key.get_value(), Key::Edit(_))
    }

    fn update(self, change: impl FnOnce(&mut Editing)) {
        let key = self.key.get_value();
        self.store.editing.update(|slot| {
            if let Some(editing) = slot.get_mut(&key) {
                change(editing);
            }
        });
    }

    /// The only way to change what is typed: the examples follow.
    pub fn change(self, change: impl FnOnce(&mut Form)) {
        self.update(|editing| change(&mut editing.form));
        self.look();
    }

    /// Examples of what is typed now.
    pub fn look(self) {
        let read = self.with_untracked(|editing| Some(editing.for_preview()));
        match read {
            Some(Ok(template)) => self.store.preview_soon(template),
            _ => self.store.preview_halts(),
        }
    }

    /// Opens what the key names, or what was typed under it before.
    pub fn open(self, skill: &str) {
        let kept = self.with_untracked(Editing::is_unsaved);
        if kept {
            self.update(|editing| {
                editing.restored = true;
                editing.saving = Saving::Idle;
            });
            self.look();
            return;
        }
        self.read(skill);
    }

    pub fn discard(self) {
        self.update(|editing| editing.form = editing.saved.clone());
        self.read("");
    }

    fn read(self, skill: &str) {
        let (store, key) = (self.store, self.key.get_value());
        store.editing.update(|slot| {
            // what is shown is of no use while another is read
            *slot = crate::pages::staff::slot::Slot::default();
            slot.begin(key.clone());
        });
        match key.clone() {
            Key::New => {
                let editing = Editing::new(blank(skill), None);
                store.editing.update(|slot| slot.finish(&key, Ok(editing)));
                self.look();
            }
            Key::Copy(id) | Key::Edit(id) => spawn_local(async move {
                let result = store.hear(fetch(&key, &id).await);
                if let Ok(editing) = &result
                    && let Ok(template) = editing.for_preview()
                {
                    store.preview_soon(template);
                }
                store.editing.update(|slot| slot.finish(&key, result));
            }),
        }
    }

    /// Saves, or says which field must be mended first.
    pub fn save(self) -> Option<At> {
        let read = self.with_untracked(|editing| Some(editing.form.template()))?;
        let template = match read {
            Ok(template) => template,
            Err(wrong) => {
                self.update(|editing| {
                    editing.tried = true;
                    editing.saving = Saving::Invalid;
                });
                return wrong.first().map(|complaint| complaint.at);
            }
        };
        if self.with_untracked(|editing| editing.saving == Saving::Busy) {
            return None;
        }
        self.update(|editing| {
            editing.tried = true;
            editing.saving = Saving::Busy;
        });
        let revision = self.with_untracked(|editing| editing.revision);
        let sent = self.with_untracked(|editing| Some(editing.form.clone()))?;
        spawn_local(send(
            self.store,
            self.key.get_value(),
            sent,
            template,
            revision,
        ));
        None
    }

    /// After a conflict: what is typed here goes over what the other saved.
    pub fn keep_mine(self) {
        self.update(|editing| {
            let theirs = editing.conflict.take();
            let draft = theirs.as_deref().and_then(|detail| detail.draft.as_ref());
            editing.revision = draft.map(|draft| draft.revision);
        });
        self.save();
    }

    /// After a conflict: what the other saved, in place of what is typed here.
    pub fn take_theirs(self) {
        self.update(|editing| {
            let theirs = editing.conflict.take();
            if let Some(draft) = theirs.as_deref().and_then(|detail| detail.draft.as_ref()) {
                let opened = editing.opened + 1;
                *editing = Editing::new(Form::of(&draft.template), Some(draft.revision));
                editing.opened = opened;
            }
        });
        self.look();
    }

    pub fn not_now(self) {
        self.update(|editing| editing.conflict = None);
    }
}

async fn fetch(key: &Key, id: &TemplateId) -> Result<Editing, ApiError> {
    let detail = authoring::template(id).await?;
    let revision = detail.draft.as_ref().map(|draft| draft.revision);
    let text = match (detail.draft, detail.live, detail.versions.last()) {
        (Some(draft), ..) => draft.template,
        (None, Some(live), _) => live,
        (None, None, Some(last)) => authoring::version(id, *last).await?,
        (None, None, None) => authoring::revision(id, 1).await?,
    };
    let mut form = Form::of(&text);
    if matches!(key, Key::Edit(_)) {
        return Ok(Editing::new(form, revision));
    }
    form.make_own();
    form.set_text(At::Scalar(Scalar::Id), format!("{id}-2"));
    Ok(Editing::new(form, None))
}

async fn send(
    store: ContentStore,
    key: Key,
    sent: Form,
    template: Template,
    revision: Option<u32>,
) {
    let id = template.id.clone();
    let result = match revision {
        Some(revision) => authoring::save(revision, template)
            .await
            .map(|()| revision + 1),
        None => authoring::create(template).await.map(|detail| {
            // a draft that was just begun is there
            detail.draft.map_or(1, |draft| draft.revision)
        }),
    };
    let result = store.hear(result);
    let in_the_way = match &result {
        Err(error) if error.code() == Some(ProblemCode::Conflict) => authoring::template(&id)
            .await
            .ok()
            .filter(|detail| detail.draft.is_some()),
        _ => None,
    };
    store.editing.update(|slot| {
        let Some(editing) = slot.get_mut(&key) else {
            return;
        };
        match result {
            Ok(revision) => {
                editing.revision = Some(revision);
                editing.saved = sent;
                editing.saving = Saving::Done;
                editing.restored = false;
            }
            Err(error) => {
                // A name that another question has is no conflict of texts.
                let same = matches!(key, Key::Edit(_)) || editing.revision.is_some();
                editing.conflict = in_the_way.filter(|_| same).map(Arc::new);
                editing.saving = if editing.conflict.is_some() {
                    Saving::Idle
                } else {
                    Saving::Failed(error)
                };
            }
        }
    });
    store.load_list();
}

#[cfg(test)]
mod tests {
    use api::PreviewFinding;

    use super::*;
    use crate::pages::staff::content::form::{List, sample};

    #[test]
    fn a_beginner_is_not_told_at_once_what_is_missing() {
        let mut editing = Editing::new(blank(""), None);
        let reply = PreviewReply {
            items: Vec::new(),
            failures: vec![PreviewFinding {
                seed: None,
                what: "has no worked solution".into(),
            }],
            warnings: Vec::new(),
        };
        assert_eq!(findings(&editing, Some(&reply)), Findings::new());
        editing.tried = true;
        let told: Vec<_> = findings(&editing, Some(&reply)).into_keys().collect();
        assert_eq!(
            told,
            [
                Some(At::Scalar(Scalar::Id)),
                Some(At::Scalar(Scalar::Skill)),
                Some(At::List(List::Solution))
            ]
        );
    }

    #[test]
    fn what_has_no_name_yet_can_be_looked_at() {
        let mut editing = Editing::new(blank("a"), None);
        assert!(editing.form.template().is_err());
        assert!(editing.for_preview().is_ok());
        assert!(!editing.is_unsaved());
        editing
            .form
            .set_text(At::Scalar(Scalar::Stem), "What?".into());
        assert!(editing.is_unsaved());
        assert!(!Editing::new(Form::of(&sample()), Some(1)).is_unsaved());
    }
}
