//! Answers on their way to school.

use item_bank::{RawAnswer, SkillCode, TemplateRef, Verdict};
use serde::{Deserialize, Serialize};

use crate::{DeviceId, Estimate, ResponseId};

/// Most responses a batch may hold.
pub const MAX_BATCH: usize = 400;

/// One student's one answer to one item. The device's verdict is not among the fields: the server
/// makes the item again and checks the answer itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseRecord {
    pub id: ResponseId,
    pub template: TemplateRef,
    pub seed: u32,
    /// 1 for the first scored attempt at this item, which is the opportunity.
    pub attempt: u8,
    pub answer: RawAnswer,
    /// Hints seen before answering.
    pub hints: u8,
    /// Whether the bridge was open while answering.
    pub bridge: bool,
    /// The device's clock.
    pub answered_at_ms: i64,
    /// From seeing the item to this answer, in ms, at most a day.
    pub elapsed_ms: u32,
}

wire_read::object!(ResponseRecord {
    id,
    template,
    seed,
    attempt,
    answer,
    hints,
    bridge,
    answered_at_ms,
    elapsed_ms
});

/// `POST /api/v1/responses`: at most [`MAX_BATCH`], in the order they were given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseBatch {
    pub device: DeviceId,
    /// The device's clock as the batch is sent, so that a wrong clock can be told and corrected.
    pub sent_at_ms: i64,
    #[cfg_attr(feature = "openapi", schema(max_items = 400))]
    pub responses: Vec<ResponseRecord>,
}

/// Sent only after the responses are on the disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchReply {
    /// One for each response, in their order.
    pub outcomes: Vec<Outcome>,
    /// Estimates of the skills that the batch touched, after it.
    pub estimates: Vec<Estimate>,
    /// Across skills, after it.
    pub ability: engine::Ability,
    pub server_time_ms: i64,
    /// Present when the device's clock is off by over ten minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<ClockNotice>,
}

wire_read::object!(BatchReply {
    outcomes,
    estimates,
    ability,
    server_time_ms,
    clock
});

/// The device's clock is wrong; answers were saved with the school's time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClockNotice {
    /// Device minus server: negative when the device is behind.
    pub off_by_ms: i64,
    pub detail: String,
    pub remedy: String,
}

wire_read::object!(ClockNotice {
    off_by_ms,
    detail,
    remedy
});

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Outcome {
    pub id: ResponseId,
    pub status: OutcomeStatus,
}

wire_read::object!(Outcome { id, status });

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeStatus {
    /// On the disk.
    Stored { skill: SkillCode, result: Verdict },
    /// It was on the disk already, with the same content.
    Duplicate,
    /// It will never be accepted; the device may let it go.
    Rejected {
        reason: RejectReason,
        detail: String,
    },
}

wire_read::choice!(OutcomeStatus {
    "stored" Stored { skill, result },
    "duplicate" Duplicate,
    "rejected" Rejected { reason, detail },
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RejectReason {
    UnknownTemplate,
    /// The template exists, but this version is gone.
    VersionGone,
    /// The same id came before with other content.
    IdReused,
    /// Not an answer of the item's kind; the device should have said so.
    Unreadable,
    /// A field is outside its range.
    OutOfRange,
}

wire_read::choice!(RejectReason {
    "unknown-template" UnknownTemplate,
    "version-gone" VersionGone,
    "id-reused" IdReused,
    "unreadable" Unreadable,
    "out-of-range" OutOfRange,
});
