//! How much of the bridge stands open: by the student's level of English, and by the skill.

use engine::MasteryLevel;
use serde::{Deserialize, Serialize};

/// ELD proficiency, as the extent of support it calls for (California ELD Standards).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SupportLevel {
    /// Not an English learner: no bridge unless asked for.
    #[default]
    None,
    /// Substantial: the bridge is open from the start.
    Emerging,
    /// Moderate: opens on request.
    Expanding,
    /// Light: opens on request.
    Bridging,
    /// Occasional.
    Exited,
}

wire_read::choice!(SupportLevel {
    "none" None,
    "emerging" Emerging,
    "expanding" Expanding,
    "bridging" Bridging,
    "exited" Exited,
});

/// What the panel shows before the student asks for more or less. Asking always works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// Open from the start: core whole, every card, closed frames.
    Full,
    /// Opens on request; the English idea first, one home sentence, cards of tiers 2 and 3.
    Moderate,
    /// Opens on request; the English idea, cards folded, connectors.
    Light,
    /// Opens on request, everything folded.
    OnRequest,
}

impl SupportLevel {
    /// The support on a skill. A skill mastered without the bridge takes one step less, one that is
    /// stuck one step more; a level that a teacher set for the skill stands as it is.
    pub fn on_skill(self, mastery: MasteryLevel, teachers_word: Option<Self>) -> Support {
        if let Some(level) = teachers_word {
            return level.support();
        }
        let support = self.support();
        match mastery {
            MasteryLevel::Mastered => support.less(),
            MasteryLevel::Stuck if self != Self::None => support.more(),
            _ => support,
        }
    }

    fn support(self) -> Support {
        match self {
            Self::Emerging => Support::Full,
            Self::Expanding => Support::Moderate,
            Self::Bridging => Support::Light,
            Self::Exited | Self::None => Support::OnRequest,
        }
    }
}

impl Support {
    #[must_use]
    pub fn less(self) -> Self {
        match self {
            Self::Full => Self::Moderate,
            Self::Moderate => Self::Light,
            Self::Light | Self::OnRequest => Self::OnRequest,
        }
    }

    #[must_use]
    pub fn more(self) -> Self {
        match self {
            Self::Full | Self::Moderate => Self::Full,
            Self::Light => Self::Moderate,
            Self::OnRequest => Self::Light,
        }
    }

    pub fn opens_by_itself(self) -> bool {
        self == Self::Full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn support_follows_level_skill_and_teacher() {
        let on = |level: SupportLevel, mastery| level.on_skill(mastery, None);
        assert_eq!(
            on(SupportLevel::Emerging, MasteryLevel::Growing),
            Support::Full
        );
        assert_eq!(
            on(SupportLevel::Emerging, MasteryLevel::Mastered),
            Support::Moderate
        );
        // what stands on the bridge is not taken away
        assert_eq!(
            on(SupportLevel::Emerging, MasteryLevel::MasteredWithBridge),
            Support::Full
        );
        assert_eq!(
            on(SupportLevel::Bridging, MasteryLevel::Stuck),
            Support::Moderate
        );
        assert_eq!(
            on(SupportLevel::None, MasteryLevel::Stuck),
            Support::OnRequest
        );
        let word = Some(SupportLevel::Expanding);
        assert_eq!(
            SupportLevel::Emerging.on_skill(MasteryLevel::Mastered, word),
            Support::Moderate
        );
    }
}
