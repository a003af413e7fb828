//! Skills whose plain maximum is a whole surface: the point on it that a person would expect.

use super::params::{BktParams, Objective};
use super::trie::Totals;

/// Why a skill's parameters are not, or not only, what its responses say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// No responses: the prior means.
    NoData,
    /// All right or all wrong, fitted without priors: many parameters explain it perfectly.
    OneClass,
    /// No student answered twice, so nothing is said about learning or forgetting: they are the
    /// prior means (with priors, they come out so by themselves).
    NoRepeats,
}

impl Fallback {
    pub(super) fn of(totals: &Totals, objective: Objective) -> Option<Self> {
        if totals.responses() == 0.0 {
            Some(Self::NoData)
        } else if !objective.priors && (totals.right == 0.0 || totals.wrong == 0.0) {
            Some(Self::OneClass)
        } else if totals.transitions == 0.0 {
            Some(Self::NoRepeats)
        } else {
            None
        }
    }

    /// A maximum of the plain likelihood that stays as near the prior means as it can; `None`
    /// where EM finds the maximum of the objective (with priors there is only one).
    pub(super) fn maximum(self, totals: &Totals, objective: Objective) -> Option<BktParams> {
        let means = BktParams::fallback(objective.forget);
        let params = match self {
            Self::NoData => means,
            _ if objective.priors => return None,
            // All known, no slips, no forgetting; or none known, no guesses, no learning.
            Self::OneClass if totals.wrong == 0.0 => BktParams {
                prior: 1.0,
                slip: 0.0,
                forget: 0.0,
                ..means
            },
            Self::OneClass => BktParams {
                prior: 0.0,
                guess: 0.0,
                learn: 0.0,
                ..means
            },
            // P(right) = L(1 - s) + (1 - L) g must be the share of right responses.
            Self::NoRepeats => {
                let share = totals.right / totals.responses();
                let (guess, slip) = (means.guess.min(share), means.slip.min(1.0 - share));
                BktParams {
                    prior: (share - guess) / (1.0 - slip - guess),
                    guess,
                    slip,
                    ..means
                }
            }
        };
        Some(objective.clamp(params))
    }
}
