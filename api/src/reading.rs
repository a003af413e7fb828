//! A teacher's text and its bridge. Staff only; a student meets a reading by its pack.

use item_bank::bridge::{Reading, UnitId};
use item_bank::{Inline, LanguageTag, TermId};
use serde::{Deserialize, Serialize};

use crate::{Analysis, BridgePack, ClassId, Decision, PackRef, ReadingId, TextDecision};

/// Characters of a reading's title.
pub const MAX_TITLE: usize = 120;
/// Topics that a reading may be of.
pub const MAX_TOPICS: usize = 5;
/// Home languages that a reading may have texts in.
pub const MAX_CORES: usize = 16;
/// Sentences of an idea.
pub const MAX_CORE_SENTENCES: usize = 3;
/// Characters of one sentence of an idea, and of the note on how the English works.
pub const MAX_CORE_TEXT: usize = 420;

/// From the teacher's desk to the students. What is approved never changes: a new version is a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReadingState {
    Draft,
    /// May be assigned to classes.
    Approved,
    /// In no plan any more.
    Retired,
}

/// `GET /api/v1/readings`: the asker's own, and what colleagues of the same school approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingList {
    /// Last changed first.
    pub readings: Vec<ReadingSummary>,
    /// The language model that drafts texts here; absent where the operator has set none.
    pub drafting: Option<DraftingModel>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftingModel {
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingSummary {
    pub id: ReadingId,
    pub title: String,
    pub state: ReadingState,
    /// Display name.
    pub author: String,
    /// Whether the asker wrote it.
    pub mine: bool,
    pub words: u32,
    pub updated_at_ms: i64,
    /// Languages that somebody wrote its idea in, read by a reader or not.
    pub languages: Vec<LanguageTag>,
    /// Of these, what waits for a reader of the language.
    pub unread: Vec<LanguageTag>,
    /// Titles of the asker's classes that have it.
    pub classes: Vec<String>,
}

/// `POST /api/v1/readings`. The reply is the [`ReadingDetail`]. `POST .../{id}/copies`, without a
/// body, begins a new one from one that may not be changed any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReading {
    /// 1 to [`MAX_TITLE`] characters.
    pub title: String,
    /// Plain text of 1 to [`crate::MAX_WORDS`] words; an empty line parts paragraphs.
    pub text: String,
}

/// `GET /api/v1/readings/{id}`, and what every change of it replies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingDetail {
    pub id: ReadingId,
    pub title: String,
    pub text: String,
    pub state: ReadingState,
    /// Counts the saves, from 1.
    pub revision: u32,
    /// Display name.
    pub author: String,
    pub mine: bool,
    /// A draft of the asker's own.
    pub may_edit: bool,
    /// The one that this was copied from.
    pub copy_of: Option<ReadingId>,
    /// What Trellis finds in the text today. The choices below are about its sentences and terms.
    pub analysis: Analysis,
    /// Places of the sentences that the teacher marked; absent leaves it to the analysis.
    pub key_sentences: Option<Vec<u16>>,
    /// Terms of the text that the teacher took out.
    pub removed_terms: Vec<TermId>,
    /// Ideas of the bank that the teacher confirmed: skills and passages.
    pub topics: Vec<UnitId>,
    /// By language.
    pub cores: Vec<ReadingCore>,
    /// In the asker's classes; newest first.
    pub assignments: Vec<ReadingAssignment>,
    /// What students get, once it is approved: a [`Reading`] as JSON.
    pub pack: Option<PackRef>,
    pub created_at_ms: i64,
    pub updated_at_ms: i64,
}

/// The idea of this text in one home language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingCore {
    pub language: LanguageTag,
    /// Of the language, in itself: "Español".
    pub name: String,
    pub right_to_left: bool,
    /// As written: `[[term]]`, `[[shown|term-id]]` and `$mathematics$` are marked.
    pub core: Vec<String>,
    pub works: Option<String>,
    /// The same with its marks read; absent where they cannot be read.
    pub view: Option<CoreView>,
    pub origin: CoreOrigin,
    /// Who wrote or changed it last, or had it drafted. Display name.
    pub by: String,
    pub at_ms: i64,
    /// Of this text and the reading's, in hex: what a decision is about.
    pub sha256: String,
    /// The newest, on exactly this text.
    pub decision: Option<TextDecision>,
    /// What keeps the reading from being approved with it.
    pub findings: Vec<CoreFinding>,
    /// Whether students of the assigned classes get it.
    pub shown: bool,
    /// Whether the asker may decide on it: a reader of the language, who did not write it or wrote all
    /// of it by hand.
    pub may_review: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CoreView {
    pub core: Vec<Vec<Inline>>,
    pub works: Option<Vec<Inline>>,
}

/// How a text came to be. A model is told by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CoreOrigin {
    /// By hand.
    Written,
    /// By a language model, and nobody changed a letter.
    Machine(String),
    /// By a language model, then changed by a person.
    EditedMachine(String),
}

/// Why a text in a home language cannot go to students as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CoreFinding {
    /// For programs: `term-missing`, `number-changed` ...
    pub reason: String,
    /// For people: what, where and what to do.
    pub message: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingAssignment {
    pub class: ClassId,
    pub class_title: String,
    /// Who gave it. Display name.
    pub teacher: String,
    pub assigned_at_ms: i64,
}

/// `PUT /api/v1/readings/{id}`, its author only. A 409 when another page has saved since `revision`,
/// or when it is approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EditReading {
    /// The one that was edited.
    pub revision: u32,
    pub title: String,
    pub text: String,
    /// Places of sentences of the text as it is now; absent leaves it to the analysis.
    pub key_sentences: Option<Vec<u16>>,
    pub removed_terms: Vec<TermId>,
    /// At most [`MAX_TOPICS`] skills and passages.
    #[cfg_attr(feature = "openapi", schema(max_items = 5))]
    pub topics: Vec<UnitId>,
    /// All of them: one that is not there is taken away.
    #[cfg_attr(feature = "openapi", schema(max_items = 16))]
    pub cores: Vec<EditCore>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EditCore {
    pub language: LanguageTag,
    /// 1 to [`MAX_CORE_SENTENCES`] sentences with their terms marked.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 3))]
    pub core: Vec<String>,
    #[serde(default)]
    pub works: Option<String>,
}

/// `POST /api/v1/readings/{id}/approve` and `retire`, its author only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadingStep {
    /// As it was read.
    pub revision: u32,
}

/// `POST /api/v1/readings/{id}/assignments`, for a class that the asker teaches.
/// `DELETE .../assignments/{class}` takes it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AssignReading {
    pub class: ClassId,
}

/// `POST /api/v1/readings/{id}/cores/{language}/review`: for readers of the language. A 409 when the
/// text is not any more what was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewCore {
    /// [`ReadingCore::sha256`] as it was read.
    pub sha256: String,
    pub decision: Decision,
    /// Needed to give a text back; at most [`crate::MAX_REASON`] characters.
    #[serde(default)]
    pub reason: Option<String>,
}

/// `GET /api/v1/readings/{id}/preview`: the reading as it would be packed, with every text in a home
/// language whether a reader approved it or not, and what a device would show beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingPreview {
    pub reading: Reading,
    /// An [`item_bank::bridge::English`].
    pub english: PackRef,
    /// By tag: what may be shown here.
    pub languages: Vec<BridgePack>,
    /// Languages of `reading.cores` that students would not get yet.
    pub not_shown: Vec<LanguageTag>,
}

/// `POST /api/v1/readings/{id}/drafts`, its author only: asks the district's language model for the
/// idea in one language. Never approved by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskDraft {
    /// As it was read: a draft is of the text that the teacher sees.
    pub revision: u32,
    pub language: LanguageTag,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftReply {
    pub outcome: DraftOutcome,
    /// What happened, for people.
    pub message: String,
    /// Why a draft was not kept.
    pub findings: Vec<CoreFinding>,
    pub model: String,
    /// Whether the same was asked before: the model was not called again.
    pub cached: bool,
    pub elapsed_ms: u32,
    /// As it stands after it.
    pub reading: ReadingDetail,
}

/// What became of asking the model. Nothing but `stored` keeps a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DraftOutcome {
    /// Kept as a machine's draft: for a reader of the language to approve.
    Stored,
    /// It fits the form, and the checks found something.
    Rejected,
    /// Not the JSON that was asked for.
    Malformed,
    TooLarge,
    TimedOut,
    /// No connection.
    Unreachable,
    /// The endpoint answered with an error or another address.
    Refused,
    /// Several calls in a row failed: none is made for a while.
    Resting,
    /// The text held what may not leave the server: no call was made.
    Blocked,
}

/// `POST /api/v1/bridge/needed-cards`: words that should have a card. The same word of the same
/// reading by the same person counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NeedCards {
    /// 1 to [`NeedCards::MAX`] English words of 1 to [`NeedCards::LONGEST`] characters.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 50))]
    pub words: Vec<String>,
    /// Where they stand.
    #[serde(default)]
    pub reading: Option<ReadingId>,
}

impl NeedCards {
    pub const MAX: usize = 50;
    pub const LONGEST: usize = 60;
}

/// `GET /api/v1/bridge/needed-cards`: most asked first. `DELETE .../needed-cards/{word}` takes one off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeededCard {
    pub word: String,
    /// Times that it was asked for.
    pub asked: u32,
    /// Display names.
    pub by: Vec<String>,
    /// Titles of the readings, those that the asker may see.
    pub sources: Vec<String>,
    pub first_at_ms: i64,
    pub last_at_ms: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_text_comes_from_reads_back() {
        for (origin, json) in [
            (CoreOrigin::Written, r#""written""#),
            (CoreOrigin::Machine("m".to_owned()), r#"{"machine":"m"}"#),
            (
                CoreOrigin::EditedMachine("m".to_owned()),
                r#"{"edited-machine":"m"}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&origin).unwrap(), json);
            assert_eq!(serde_json::from_str::<CoreOrigin>(json).unwrap(), origin);
        }
    }

    #[test]
    fn an_edit_knows_all_its_fields() {
        let edit = r#"{"revision":1,"title":"t","text":"x","key_sentences":null,"removed_terms":[],
            "topics":["skill/4.NF.A.1"],"cores":[],"approved":true}"#;
        let error = serde_json::from_str::<EditReading>(edit).unwrap_err();
        assert!(error.to_string().contains("approved"), "{error}");
    }
}
