//! What is stored, held against what the responses say.

use engine::Ability;
use serde::Serialize;
use store::{AbilityRow, EstimateRow, Replay, Store, StoreResult};

use super::replay;

/// What the comparison found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verification {
    pub opportunities: u64,
    pub estimates: u64,
    pub abilities: u64,
    /// Estimates and abilities in both, with other bits.
    pub different: u64,
    /// Rebuilt from responses, but not stored.
    pub missing: u64,
    /// Stored, without a response behind it.
    pub unfounded: u64,
    pub rebuilt: bool,
}

impl Verification {
    pub fn agrees(&self) -> bool {
        self.different + self.missing + self.unfounded == 0
    }
}

/// Folds every response again and compares with what is stored.
pub async fn verify(store: &dyn Store, rebuild: bool) -> StoreResult<Verification> {
    let (replay, opportunities) = replay::as_adopted(store).await?;
    let mut report = Verification {
        opportunities,
        estimates: replay.estimates().len() as u64,
        abilities: replay.abilities().len() as u64,
        ..Verification::default()
    };
    compare_estimates(&replay, &store.all_estimates().await?, &mut report);
    compare_abilities(&replay, &store.all_abilities().await?, &mut report);
    if rebuild && !report.agrees() {
        store.replace_projection(replay.into_projection()).await?;
        report.rebuilt = true;
    }
    Ok(report)
}

fn compare_estimates(replay: &Replay, stored: &[EstimateRow], report: &mut Verification) {
    let mut unseen = replay.estimates().len() as u64;
    for row in stored {
        match replay.estimate(row.student, &row.skill) {
            Some(own) => {
                unseen -= 1;
                report.different += u64::from(!same_bits(own, row));
            }
            None => report.unfounded += 1,
        }
    }
    report.missing += unseen;
}

fn compare_abilities(replay: &Replay, stored: &[AbilityRow], report: &mut Verification) {
    let bits = |ability: &Ability| [ability.mean, ability.variance].map(f64::to_bits);
    let mut unseen = replay.abilities().len() as u64;
    for row in stored {
        match replay.ability(row.student) {
            Some(own) => {
                unseen -= 1;
                report.different += u64::from(bits(&own) != bits(&row.ability));
            }
            None => report.unfounded += 1,
        }
    }
    report.missing += unseen;
}

/// Equal in every bit: `==` would call 0.0 and -0.0 the same.
fn same_bits(a: &EstimateRow, b: &EstimateRow) -> bool {
    a == b
        && a.state.odds.to_bits() == b.state.odds.to_bits()
        && a.state.stability.to_bits() == b.state.stability.to_bits()
}
