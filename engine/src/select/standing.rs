//! Where each skill stands before a choice is made.

use super::{Recent, Selection, SkillView};

/// What a skill is to a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    NoContent,
    Mastered,
    PlacedOut,
    Stuck,
    /// To be practised, if its prerequisites allow.
    Wanted,
}

/// A prerequisite outside the pathway is taken as met unless evidence says otherwise; so is one
/// that was placed out.
const DOUBT_BELOW: f64 = 0.5;

impl Standing {
    pub fn of(ctx: &Selection<'_>, view: &SkillView<'_>) -> Self {
        let level = ctx.rule.level(&view.state);
        if view.templates.is_empty() {
            Self::NoContent
        } else if level.is_mastered() {
            Self::Mastered
        } else if view.placed_out && !doubted(view) {
            Self::PlacedOut
        } else if level == crate::MasteryLevel::Stuck {
            Self::Stuck
        } else {
            Self::Wanted
        }
    }

    /// Needs no practice but a review.
    pub fn settled(self) -> bool {
        matches!(self, Self::Mastered | Self::PlacedOut)
    }
}

fn doubted(view: &SkillView<'_>) -> bool {
    view.state.evidence >= crate::MIN_EVIDENCE && view.state.p_known() < DOUBT_BELOW
}

/// The first prerequisite of `skill` that is not met. One in the pathway must be mastered, unless
/// nothing can be asked about it here; one outside it is the teacher's judgement, doubted only on
/// evidence (`docs/adr/0004`).
pub(super) fn missing(ctx: &Selection<'_>, standings: &[Standing], skill: usize) -> Option<usize> {
    ctx.skills[skill].prerequisites.iter().copied().find(|&p| {
        let Some(view) = ctx.skills.get(p) else {
            return false;
        };
        match standings[p] {
            Standing::Mastered | Standing::PlacedOut => false,
            Standing::Stuck | Standing::Wanted if view.assigned.is_some() => true,
            _ => doubted(view),
        }
    })
}

/// Items of `skill` in a row before now, reviews not counted, up to `most`.
pub(super) fn block_length(recent: &[Recent], skill: usize, most: usize) -> usize {
    let practised = recent.iter().rev().filter(|r| !r.review);
    practised
        .take(most)
        .take_while(|r| r.skill == skill)
        .count()
}
