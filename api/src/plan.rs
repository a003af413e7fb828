//! What a device holds so that practice needs no network.

use engine::{Ability, AbilityPrior, MasteryRule, SkillState, Zone};
use item_bank::bridge::SupportLevel;
use item_bank::{LanguageTag, Pathway, Skill, SkillCode, TemplateId};
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, BridgePlan, ClassId, UserId};

/// `GET /api/v1/plan`, with an `ETag`; `If-None-Match` gives 304 while nothing changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plan {
    pub student: StudentProfile,
    /// Newest first.
    pub assignments: Vec<AssignedPathway>,
    /// Every skill that can be practised, prerequisites before what needs them, with parameters in
    /// force.
    pub skills: Vec<Skill>,
    /// Skills that a teacher wants practised first, until mastered; oldest first. A plan that an
    /// earlier version kept on the device has none.
    #[serde(default)]
    pub pins: Vec<SkillCode>,
    /// Skills never practised have none.
    pub estimates: Vec<Estimate>,
    /// Across skills.
    pub ability: Ability,
    /// Templates whose difficulty was fitted; the others stand at their author's word.
    pub items: Vec<ItemDifficulty>,
    pub policy: PracticePolicy,
    /// Content that the assigned and pinned skills and their prerequisites need.
    pub packs: Vec<PackRef>,
    /// The pack of the student's home language, where one exists and may be shown.
    pub language_pack: Option<PackRef>,
    /// The English side of the bridge: ideas, cards and task verbs that every language explains.
    #[serde(default)]
    pub english_pack: Option<PackRef>,
    #[serde(default)]
    pub bridge: BridgePlan,
    /// Languages to choose the bridge in.
    pub languages: Vec<LanguageChoice>,
    pub server_time_ms: i64,
}

wire_read::object!(Plan {
    student,
    assignments,
    skills,
    pins = default,
    estimates,
    ability,
    items,
    policy,
    packs,
    language_pack,
    english_pack,
    bridge = default,
    languages,
    server_time_ms
});

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StudentProfile {
    pub id: UserId,
    pub given_name: String,
    pub home_language: Option<LanguageTag>,
    pub support: SupportLevel,
}

wire_read::object!(StudentProfile {
    id,
    given_name,
    home_language,
    support
});

/// `PUT /api/v1/plan/preferences`: what the student chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// `None` is English only.
    pub home_language: Option<LanguageTag>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AssignedPathway {
    pub id: AssignmentId,
    pub class: ClassId,
    pub class_title: String,
    pub teacher: String,
    pub pathway: Pathway,
    pub assigned_at_ms: i64,
}

wire_read::object!(AssignedPathway {
    id,
    class,
    class_title,
    teacher,
    pathway,
    assigned_at_ms
});

/// The authoritative estimate of one skill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Estimate {
    pub skill: SkillCode,
    pub state: SkillState,
}

wire_read::object!(Estimate { skill, state });

/// In logits, 0 for the skill's typical item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ItemDifficulty {
    pub template: TemplateId,
    pub difficulty: f64,
}

wire_read::object!(ItemDifficulty {
    template,
    difficulty
});

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PracticePolicy {
    pub mastery: MasteryRule,
    pub zone: Zone,
    pub ability: AbilityPrior,
    pub bridge: BridgePolicy,
}

wire_read::object!(PracticePolicy {
    mastery,
    zone,
    ability,
    bridge
});

/// Whether bridge texts that no reader of the language has approved may be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BridgePolicy {
    #[default]
    ApprovedOnly,
    /// The demo district only: drafts are shown under a banner that says so.
    DemoDrafts,
}

wire_read::choice!(BridgePolicy {
    "approved-only" ApprovedOnly,
    "demo-drafts" DemoDrafts,
});

/// Immutable content by hash: `GET /content/<hash>.json`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PackRef {
    /// `fractions-5`, or `es` for a language.
    pub name: String,
    /// SHA-256 in hex.
    pub sha256: String,
}

wire_read::object!(PackRef { name, sha256 });

impl PackRef {
    pub fn url(&self) -> String {
        format!("/content/{}.json", self.sha256)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LanguageChoice {
    pub tag: LanguageTag,
    /// In the language itself.
    pub name: String,
    #[serde(default)]
    pub right_to_left: bool,
    /// The app's own words in it: an [`item_bank::bridge::interface::InterfacePack`].
    #[serde(default)]
    pub interface: Option<PackRef>,
}

wire_read::object!(LanguageChoice {
    tag,
    name,
    right_to_left = default,
    interface
});
