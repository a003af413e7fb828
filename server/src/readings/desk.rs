//! One reading with everything that is known of it, as its page shows it.

use std::sync::Arc;

use api::{
    Analysis, CoreFinding, ProblemCode, ReadingAssignment, ReadingCore, ReadingDetail,
    ReadingState, TextDecision, UserId,
};
use item_bank::{LanguagePack, LanguageTag};
use store::{CoreReviewRow, CoreRow, ReadingAssignmentRow, ReadingRow};

use super::check::Checks;
use super::{analyse, core};
use crate::content::Content;
use crate::error::{Refusal, Reply};
use crate::state::AppState;

#[derive(Debug)]
pub struct Desk {
    pub bank: Arc<Content>,
    pub row: ReadingRow,
    pub cores: Vec<CoreRow>,
    /// Oldest first.
    pub reviews: Vec<CoreReviewRow>,
    pub analysis: Analysis,
}

impl Desk {
    pub async fn of(state: &AppState, row: ReadingRow) -> Reply<Self> {
        let bank = state.bank();
        Ok(Self {
            cores: state.store.cores_of(row.id).await?,
            reviews: state.store.core_reviews_of(row.id).await?,
            analysis: analyse(&bank, &row.text).await?,
            bank,
            row,
        })
    }

    pub fn checks(&self) -> Checks<'_> {
        Checks::of(
            &self.bank,
            &self.row.text,
            &self.analysis,
            &self.row.choices,
        )
    }

    pub fn core(&self, language: &LanguageTag) -> Option<&CoreRow> {
        self.cores.iter().find(|core| core.language == *language)
    }

    /// What the checks find in one text.
    pub fn findings(&self, core: &CoreRow) -> Vec<CoreFinding> {
        match self.bank.language(&core.language) {
            Some(language) => self
                .checks()
                .findings(language, &core.core, core.works.as_deref()),
            None => vec![CoreFinding {
                reason: "no-language".to_owned(),
                message: format!("The bank has no language '{}' any more.", core.language),
            }],
        }
    }

    /// Refuses while any text in a home language has something to mend.
    pub fn must_be_clean(&self) -> Reply<()> {
        for core in &self.cores {
            must_be_clean(&core.language, &self.findings(core))?;
        }
        Ok(())
    }

    pub async fn detail(self, state: &AppState, who: UserId) -> Reply<ReadingDetail> {
        let reads = state.store.languages_read_by(who).await?;
        let given = state.store.reading_assignments_of_teacher(who).await?;
        let given = given.into_iter().filter(|it| it.reading == self.row.id);
        let mine = self.row.author == who;
        let is_draft = self.row.state == ReadingState::Draft;
        let cores = self.cores.iter();
        let cores = cores.map(|core| self.core_on_the_wire(core, who, &reads));
        Ok(ReadingDetail {
            id: self.row.id,
            cores: cores.collect(),
            title: self.row.title,
            text: self.row.text,
            state: self.row.state,
            revision: self.row.revision,
            author: self.row.author_name,
            mine,
            may_edit: mine && is_draft,
            copy_of: self.row.copy_of,
            analysis: self.analysis,
            key_sentences: self.row.choices.key_sentences,
            removed_terms: self.row.choices.removed_terms,
            topics: self.row.choices.topics,
            assignments: given.map(assignment).collect(),
            pack: state.library.readings().pack(self.row.id),
            created_at_ms: self.row.created_at_ms,
            updated_at_ms: self.row.updated_at_ms,
        })
    }

    fn core_on_the_wire(&self, core: &CoreRow, who: UserId, reads: &[LanguageTag]) -> ReadingCore {
        let language = self.bank.language(&core.language);
        let approved = core::approval(core, &self.reviews).is_some();
        ReadingCore {
            language: core.language.clone(),
            name: language.map_or_else(|| core.language.to_string(), |it| it.name.clone()),
            right_to_left: language.is_some_and(|it: &LanguagePack| it.right_to_left),
            core: core.core.clone(),
            works: core.works.clone(),
            view: core::view(&core.core, core.works.as_deref()).ok(),
            origin: core.origin.clone(),
            by: core.by_name.clone(),
            at_ms: core.at_ms,
            sha256: core.sha256.clone(),
            decision: core::decision(core, &self.reviews).map(on_the_wire),
            findings: self.findings(core),
            shown: approved && self.row.state == ReadingState::Approved,
            may_review: core::may_decide(who, reads, core),
        }
    }
}

/// Refuses with the reasons, by their codes and in words.
pub fn must_be_clean(language: &LanguageTag, findings: &[CoreFinding]) -> Reply<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let found: Vec<String> = findings
        .iter()
        .map(|finding| format!("{} ({})", finding.message, finding.reason))
        .collect();
    Err(Refusal::new(
        ProblemCode::Malformed,
        format!(
            "The text in '{language}' cannot go out as it is: {}",
            found.join(" ")
        ),
        "Mend it, or take this language out, and try again.",
    )
    .field("cores"))
}

fn on_the_wire(review: &CoreReviewRow) -> TextDecision {
    TextDecision {
        decision: review.decision,
        by: review.reviewer_name.clone(),
        at_ms: review.at_ms,
        reason: review.reason.clone(),
        sha256: review.sha256.clone(),
    }
}

fn assignment(row: ReadingAssignmentRow) -> ReadingAssignment {
    ReadingAssignment {
        class: row.class,
        class_title: row.class_title,
        teacher: row.teacher,
        assigned_at_ms: row.assigned_at_ms,
    }
}
