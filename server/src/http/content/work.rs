//! What one template stands at, and the steps that move it on.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use api::{
    ProblemCode, ReviewEvent, ReviewEventKind, TemplateDetail, TemplateDraft, TemplateState, UserId,
};
use item_bank::lint::{self, Failure};
use item_bank::{Template, TemplateId};
use store::{
    AuditAction, AuditEntry, AuthoredRow, By, ContentChanges, DraftState, EventKind, EventRow,
    NewVersion, RevisionRow, TemplateChange,
};
use tokio::sync::Semaphore;

use crate::content::Content;
use crate::error::{Refusal, Reply};
use crate::http::extract::Teacher;
use crate::state::AppState;

/// Seconds that making and checking a template's items may take.
const CHECK_WITHIN: Duration = Duration::from_secs(8);
/// Checks at a time: one that nobody waits for any more runs to its end.
static CHECKS: Semaphore = Semaphore::const_new(2);
/// Characters of a note.
const LONGEST_NOTE: usize = 2_000;
/// Findings that a refusal lists.
const LISTED: usize = 12;

/// One template: what is live, and what the district has under way.
pub struct Work {
    pub id: TemplateId,
    pub bank: Arc<Content>,
    pub row: Option<AuthoredRow>,
    /// Oldest first.
    pub revisions: Vec<RevisionRow>,
}

impl Work {
    pub async fn read(state: &AppState, id: TemplateId) -> Reply<Self> {
        Ok(Self {
            bank: state.bank(),
            row: state.store.authored_template(&id).await?,
            revisions: state.store.revisions_of(&id).await?,
            id,
        })
    }

    pub fn live(&self) -> Option<&Template> {
        self.bank.current(&self.id)
    }

    /// The open draft.
    pub fn draft(&self) -> Option<(DraftState, &RevisionRow)> {
        let row = self.row.as_ref()?;
        let state = row.state?;
        let newest = self.revisions.iter();
        let newest = newest.rev().find(|it| it.revision == row.revision)?;
        Some((state, newest))
    }

    /// Saves since it was last published.
    fn saves(&self) -> impl Iterator<Item = &RevisionRow> {
        let first = self.row.as_ref().map_or(0, |row| row.first_revision);
        self.revisions.iter().filter(move |it| it.revision >= first)
    }

    pub fn is_author(&self, who: UserId) -> bool {
        self.saves().any(|it| it.saved_by == Some(who))
    }

    fn authors(&self) -> Vec<String> {
        let mut seen = HashSet::new();
        self.saves()
            .filter(|it| it.saved_by.is_none_or(|who| seen.insert(who)))
            .filter_map(|it| it.author.clone())
            .collect()
    }

    /// The draft as a teacher has it in front of them: refused when another saved since.
    pub fn draft_at(&self, revision: u32) -> Reply<(DraftState, &RevisionRow)> {
        let Some((state, newest)) = self.draft() else {
            return Err(Refusal::new(
                ProblemCode::Conflict,
                "There is no open draft of this template.",
                "Reload the page: it may just have been published. Edit it to begin its next version.",
            ));
        };
        if newest.revision != revision {
            return Err(self.moved_on(revision));
        }
        Ok((state, newest))
    }

    fn moved_on(&self, revision: u32) -> Refusal {
        let newest = self.revisions.last();
        let now = newest.map_or(0, |it| it.revision);
        let who = newest
            .and_then(|it| it.author.as_deref())
            .unwrap_or("An import");
        Refusal::new(
            ProblemCode::Conflict,
            format!("{who} saved revision {now} after your revision {revision}."),
            "Reload to see it; copy what you wrote first if you want to keep it.",
        )
        .field("revision")
    }

    /// The next version's number: no version that was ever live has it.
    pub async fn next_version(&self, state: &AppState) -> Reply<u32> {
        let kept = state.store.template_versions().await?;
        let of_this = kept.iter().filter(|row| row.reference.id == self.id);
        let kept = of_this.map(|row| row.reference.version).max().unwrap_or(0);
        let live = self.live().map_or(0, |live| live.version);
        Ok(kept.max(live) + 1)
    }

    /// The row to step on from.
    pub fn stand(&self) -> AuthoredRow {
        self.row.clone().unwrap_or_else(|| AuthoredRow {
            id: self.id.clone(),
            state: None,
            revision: 0,
            first_revision: 1,
            live_version: None,
            retired: false,
            updated_at_ms: 0,
        })
    }

    pub async fn detail(self, state: &AppState, who: UserId) -> Reply<TemplateDetail> {
        let kept = state.store.template_versions().await?;
        let versions: Vec<u32> = kept
            .iter()
            .filter(|row| row.reference.id == self.id)
            .map(|row| row.reference.version)
            .collect();
        if versions.is_empty() && self.row.is_none() && self.live().is_none() {
            return Err(Refusal::not_found("template"));
        }
        let events = state.store.events_of(&self.id).await?;
        let draft = self.draft().map(|(stands, newest)| TemplateDraft {
            template: newest.template.clone(),
            revision: newest.revision,
            state: state_of(stands),
            authors: self.authors(),
            may_approve: stands == DraftState::InReview && !self.is_author(who),
            may_edit: true,
        });
        Ok(TemplateDetail {
            live: self.live().cloned(),
            draft,
            history: events.into_iter().map(event).collect(),
            versions,
        })
    }
}

/// What a step is, besides the row that it leads to.
pub struct Step {
    pub kind: EventKind,
    pub action: AuditAction,
    pub note: Option<String>,
    pub saved: Option<Template>,
    pub live: Option<NewVersion>,
    pub version: Option<u32>,
}

impl Step {
    pub fn new(kind: EventKind, action: AuditAction) -> Self {
        Self {
            kind,
            action,
            note: None,
            saved: None,
            live: None,
            version: None,
        }
    }
}

/// Writes a step and its line in the audit trail, or tells that another was first; gives the template
/// as it stands then.
pub async fn take(
    state: &AppState,
    teacher: &Teacher,
    work: Work,
    after: AuthoredRow,
    step: Step,
) -> Reply<TemplateDetail> {
    let who = teacher.0.user();
    let at_ms = state.now_ms();
    let changes_live = step.live.is_some() || step.kind == EventKind::Retired;
    let detail = match step.version {
        Some(version) => format!("{} version {version}", word(step.kind)),
        None => format!("{} revision {}", word(step.kind), after.revision),
    };
    let audit = AuditEntry {
        at_ms,
        actor: Some(who),
        action: step.action,
        subject: Some(work.id.to_string()),
        detail: Some(detail),
    };
    let change = TemplateChange {
        before: work.row.clone(),
        after: AuthoredRow {
            updated_at_ms: at_ms,
            ..after
        },
        saved: step.saved,
        live: step.live,
        by: By::Person(who),
        kind: step.kind,
        note: step.note,
        version: step.version,
    };
    let changes = ContentChanges {
        skills: Vec::new(),
        templates: vec![change],
        audit: vec![audit],
    };
    if !state.store.change_content(changes).await? {
        let revision = work.stand().revision;
        return Err(Work::read(state, work.id).await?.moved_on(revision));
    }
    if changes_live {
        let reloaded = state.library.reload(&*state.store).await;
        reloaded.map_err(|error| {
            // it is kept, and the next start or publication serves it
            tracing::error!(%error, "published content is not served yet");
            Refusal::internal()
        })?;
    }
    Work::read(state, work.id).await?.detail(state, who).await
}

/// Refuses what `trellis content check` would refuse.
pub async fn must_be_clean(work: &Work, template: &Template) -> Reply<()> {
    let (failures, _) = checked(&work.bank, template, lint::SEEDS).await?;
    if failures.is_empty() {
        return Ok(());
    }
    let mut found: Vec<String> = failures.iter().take(LISTED).map(finding).collect();
    if failures.len() > LISTED {
        found.push(format!("and {} more", failures.len() - LISTED));
    }
    let count = match failures.len() {
        1 => "1 thing".to_owned(),
        n => format!("{n} things"),
    };
    Err(Refusal::malformed(
        format!("{count} must be mended first: {}.", found.join("; ")),
        "Mend them, look at the preview, and submit again.",
    )
    .field("template"))
}

fn finding(failure: &Failure) -> String {
    match failure.seed {
        Some(seed) => format!("{} (seed {seed})", failure.what),
        None => failure.what.clone(),
    }
}

/// What is wrong with a template, then what is doubtful; away from the threads that answer.
pub async fn checked(
    bank: &Arc<Content>,
    template: &Template,
    seeds: u32,
) -> Reply<(Vec<Failure>, Vec<Failure>)> {
    let (bank, template) = (Arc::clone(bank), template.clone());
    blocking(move || lint::check_template(&bank, &template, seeds)).await
}

/// Work that takes a while, within [`CHECK_WITHIN`].
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Reply<T> {
    let permit = CHECKS.acquire().await.map_err(|_| Refusal::internal())?;
    let done = tokio::task::spawn_blocking(move || {
        let _until_the_end = permit;
        work()
    });
    match tokio::time::timeout(CHECK_WITHIN, done).await {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(error)) => {
            tracing::error!(%error, "checking a template panicked");
            Err(Refusal::internal())
        }
        Err(_) => Err(Refusal::malformed(
            "Making this template's items takes too long.",
            "Loosen its constraints, or draw fewer variables.",
        )
        .field("template")),
    }
}

/// What a template says of itself, before it is kept.
pub fn must_fit(work: &Work, template: &Template) -> Reply<()> {
    if work.bank.skill(&template.skill).is_none() {
        return Err(Refusal::malformed(
            format!("There is no skill '{}'.", template.skill),
            "Choose one of /api/v1/content/skills.",
        )
        .field("template.skill"));
    }
    Ok(())
}

pub fn note(text: Option<String>) -> Reply<Option<String>> {
    let text = text.map(|text| text.trim().to_owned());
    let text = text.filter(|text| !text.is_empty());
    match &text {
        Some(long) if long.chars().count() > LONGEST_NOTE => Err(Refusal::malformed(
            format!("The note is over {LONGEST_NOTE} characters."),
            "Say it in fewer words.",
        )
        .field("note")),
        _ => Ok(text),
    }
}

pub fn state_of(state: DraftState) -> TemplateState {
    match state {
        DraftState::Draft => TemplateState::Draft,
        DraftState::InReview => TemplateState::InReview,
        DraftState::Approved => TemplateState::Approved,
    }
}

fn event(row: EventRow) -> ReviewEvent {
    ReviewEvent {
        at_ms: row.at_ms,
        by: row.by,
        kind: match row.kind {
            EventKind::Created => ReviewEventKind::Created,
            EventKind::Edited => ReviewEventKind::Edited,
            EventKind::Submitted => ReviewEventKind::Submitted,
            EventKind::Returned => ReviewEventKind::Returned,
            EventKind::Approved => ReviewEventKind::Approved,
            EventKind::Published => ReviewEventKind::Published,
            EventKind::Retired => ReviewEventKind::Retired,
            EventKind::Imported => ReviewEventKind::Imported,
        },
        note: row.note,
        version: row.version,
        revision: row.revision,
    }
}

fn word(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Created => "created",
        EventKind::Edited => "edited",
        EventKind::Submitted => "submitted",
        EventKind::Returned => "returned",
        EventKind::Approved => "approved",
        EventKind::Published => "published",
        EventKind::Retired => "retired",
        EventKind::Imported => "imported",
    }
}
