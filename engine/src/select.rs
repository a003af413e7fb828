//! What to practise next, and why.
//!
//! [`Selector::pick`] is pure: the same [`Selection`] gives the same [`Pick`] on every machine. It
//! walks the skills and the chosen skill's templates once and, after the first call of a size,
//! allocates nothing.

use serde::{Deserialize, Serialize};

use crate::ability::Ability;
use crate::day::SchoolDay;
use crate::mastery::MasteryRule;
use crate::params::{ItemParams, SkillParams};
use crate::state::SkillState;

mod selector;
mod standing;
mod template;

pub use selector::Selector;

/// Predicted success that makes practice worthwhile: under `low` it frustrates, over `high` it
/// teaches little. `target` is aimed at (Wilson et al. 2019 argue for some 85 % in a model of
/// gradient learners; no classroom evidence, hence a setting).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Zone {
    pub low: f64,
    pub target: f64,
    pub high: f64,
}

wire_read::object!(Zone { low, target, high });

impl Default for Zone {
    fn default() -> Self {
        Self {
            low: 0.65,
            target: 0.75,
            high: 0.85,
        }
    }
}

/// Items of a skill that pass by default before one of its templates comes back.
pub const REST: usize = 3;

/// One skill, as selection sees it. Skills are named by their place in the slice.
#[derive(Clone, Copy, Debug)]
pub struct SkillView<'a> {
    pub params: SkillParams,
    pub state: SkillState,
    pub prerequisites: &'a [usize],
    /// Place in the assigned pathways, in the order to be practised; `None` when not assigned.
    pub assigned: Option<u32>,
    /// [`crate::place::Placement`] found it known: it counts as met, and is not practised, until three
    /// informative answers leave P(known) under one half.
    pub placed_out: bool,
    pub templates: &'a [ItemParams],
}

/// An item given before; the newest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recent {
    pub skill: usize,
    pub template: usize,
    pub review: bool,
}

/// "Give them this": a teacher's word, which wins over everything, even a prerequisite that is not
/// met, mastery, and a template's rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    pub skill: usize,
    /// This template alone; `None` leaves the choice among the skill's templates.
    pub template: Option<usize>,
    pub until: PinUntil,
}

/// When a pin is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "until", rename_all = "kebab-case")]
pub enum PinUntil {
    /// Over at once for a skill that is mastered already.
    Mastered,
    /// So many items are still to be given, whatever their outcome. Who keeps the pin counts down.
    Given { left: u32 },
}

/// Everything that a choice depends on. Places that name no skill or template are passed over.
#[derive(Clone, Copy, Debug)]
pub struct Selection<'a> {
    pub skills: &'a [SkillView<'a>],
    pub recent: &'a [Recent],
    /// The first that is not over wins.
    pub pins: &'a [Pin],
    pub ability: Ability,
    pub rule: MasteryRule,
    pub zone: Zone,
    /// Items of the same skill that pass before a template comes back, at most half of the skill's
    /// templates and at least one where there are two; see [`REST`].
    pub rest: usize,
    pub today: SchoolDay,
    /// Breaks ties, alike on every machine.
    pub seed: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pick {
    pub skill: usize,
    pub template: usize,
    /// P(right) of this item for this student today, before any help.
    pub predicted: f64,
    pub reason: Reason,
}

/// Why this skill.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "kebab-case")]
pub enum Reason {
    /// The teacher asked for it.
    Pinned,
    /// The first skill of the pathway that is not mastered and whose prerequisites are met.
    NextOnPathway,
    /// The same skill as the item before, not yet mastered.
    KeepGoing,
    /// Another open skill after several items of one: mixed practice lasts longer.
    MixItUp { instead_of: usize },
    /// Mastered or placed out, and fading: `recall` is predicted after `days`.
    Review { days: u32, recall: f64 },
    /// A prerequisite of a skill that practice alone did not move.
    StepBack { from: usize },
    /// Stuck, and no prerequisite is weaker: an easier question, and the teacher is told.
    TryEasier,
}

/// An assigned skill that was not picked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunnerUp {
    pub skill: usize,
    pub why_not: WhyNot,
    /// P(right) of the template it would have been asked with. Given for the first eight skills
    /// that are open; [`Selection::best_template`] computes it for any.
    pub predicted: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum WhyNot {
    Mastered,
    /// The placement check found it known.
    PlacedOut,
    /// Needs this skill first.
    NeedsFirst {
        prerequisite: usize,
    },
    LaterOnPathway,
    /// Open, but a pin, a review or a step back goes first.
    GivesWay,
    /// A block of it is just done.
    JustPractised,
    Stuck,
    /// No template to ask with.
    NoContent,
}

/// There is nothing to pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finished {
    #[error("nothing is assigned")]
    NothingAssigned,
    #[error("every assigned skill is mastered and none is due for review")]
    AllMastered,
    #[error("no assigned skill has a template")]
    NoContent,
}

/// Picks once. Who picks often keeps a [`Selector`], which also knows the runners-up.
pub fn select(ctx: &Selection<'_>) -> Result<Pick, Finished> {
    Selector::default().pick(ctx)
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
