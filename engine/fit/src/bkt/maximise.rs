//! The M-step, and one whole EM step's bookkeeping.

use super::expect::Expected;
use super::params::{BktParams, Objective};
use super::trie::Totals;

impl Objective {
    /// The parameters that maximise the expected complete-data likelihood (times the priors), in
    /// closed form: five Bernoulli trials. Clamping such a maximum to its bounds is the maximum
    /// within them, so the step never lowers what is maximised. A parameter that nothing speaks
    /// about stays as it is.
    pub fn maximise(self, at: &BktParams, expected: &Expected, totals: &Totals) -> BktParams {
        let known = expected.known_right + expected.known_wrong;
        let unknown_right = totals.right - expected.known_right;
        let known_before = expected.kept + expected.lost;
        let yes_and_total = [
            (expected.known_first, totals.sequences),
            (expected.learned, totals.transitions - known_before),
            (unknown_right, totals.responses() - known),
            (expected.known_wrong, known),
            (expected.lost, known_before),
        ];
        let mut next = at.to_array();
        for (which, (yes, total)) in yes_and_total.into_iter().enumerate() {
            // A difference of counts may come out a rounding below nought.
            if let Some(best) = self.maximum(which, yes.max(0.0), total.max(0.0)) {
                next[which] = best;
            }
        }
        self.clamp(BktParams::from_array(next))
    }
}
