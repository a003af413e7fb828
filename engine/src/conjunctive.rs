//! Items that need several skills at once.
//!
//! Conjunctive: who knows all of them answers as one who knows, who misses one answers as one who
//! does not. `shared/ENGINE.md` section 6; O(K), and the answer counts once.

use crate::ability::{Ability, AbilityPrior};
use crate::bkt;
use crate::params::{ItemParams, SkillParams};
use crate::state::{Evidence, Move, Observation, SkillState, rise};
use crate::{Emission, SchoolDay};

/// One of the skills that an item needs.
#[derive(Debug)]
pub struct Part<'a> {
    pub params: &'a SkillParams,
    pub state: &'a mut SkillState,
}

/// P(right) of an item that needs every one of `parts`, before any help. The item's guess and slip
/// are those of its first skill; without parts it is the item's chance.
pub fn predict_together(
    parts: &[Part<'_>],
    ability: &Ability,
    item: &ItemParams,
    day: SchoolDay,
) -> f64 {
    let Some(first) = parts.first() else {
        return item.chance;
    };
    mix(
        all_known(parts, day),
        first.params.emission(ability.mean, item),
    )
}

/// Folds one answer into every skill of an item; `moved` is told of each in turn.
pub fn observe_together(
    parts: &mut [Part<'_>],
    ability: &mut Ability,
    prior: &AbilityPrior,
    seen: &Observation,
    mut moved: impl FnMut(usize, Move),
) {
    let Some(first) = parts.first() else { return };
    let plain = first.params.emission(ability.mean, &seen.item);
    let emission = plain.with_help(seen.help);
    let all = all_known(parts, seen.day);
    let predicted = mix(all, emission);
    let ability_before = ability.mean;
    if !seen.help.bottom_out() {
        let rise = rise(first.params, plain, seen, all);
        ability.observe(prior, seen.correct, predicted, rise);
    }
    for (n, part) in parts.iter_mut().enumerate() {
        let known = bkt::to_probability(part.state.faded(part.params, seen.day).0);
        // P(right | this one known), where the others may be missing still
        let right = mix(all / known, emission);
        let ratio = if seen.help.bottom_out() {
            1.0
        } else if seen.correct {
            right / emission.guess
        } else {
            (1.0 - right) / (1.0 - emission.guess)
        };
        let evidence = Evidence {
            emission,
            predicted,
            ratio,
            ability_before,
            ability_after: ability.mean,
        };
        moved(n, part.state.apply(part.params, seen, &evidence));
    }
}

/// P(every one is known). A skill's odds are never 0, so neither is this.
fn all_known(parts: &[Part<'_>], day: SchoolDay) -> f64 {
    let known = |part: &Part<'_>| bkt::to_probability(part.state.faded(part.params, day).0);
    parts.iter().map(known).product()
}

fn mix(known: f64, emission: Emission) -> f64 {
    known * (1.0 - emission.slip) + (1.0 - known) * emission.guess
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Help;

    fn params(prior: f64) -> SkillParams {
        SkillParams::plain(prior, 0.2, 0.15, 0.1).unwrap()
    }

    fn seen(correct: bool) -> Observation {
        Observation {
            correct,
            item: ItemParams::default(),
            help: Help::default(),
            bridged: false,
            day: SchoolDay(1),
        }
    }

    /// P(skill k known | answer) by going through all 2^K states.
    fn by_enumeration(priors: &[f64], correct: bool) -> Vec<f64> {
        let mut joint = vec![0.0; priors.len()];
        let mut total = 0.0;
        for state in 0..1u32 << priors.len() {
            let has = |k: usize| state >> k & 1 == 1;
            let weight: f64 = (0..priors.len())
                .map(|k| if has(k) { priors[k] } else { 1.0 - priors[k] })
                .product();
            let right = if (0..priors.len()).all(has) {
                0.9
            } else {
                0.15
            };
            let weight = weight * if correct { right } else { 1.0 - right };
            total += weight;
            for (k, sum) in joint.iter_mut().enumerate() {
                *sum += if has(k) { weight } else { 0.0 };
            }
        }
        joint.into_iter().map(|p| p / total).collect()
    }

    proptest! {
        #[test]
        fn each_skill_gets_its_exact_posterior(
            priors in proptest::collection::vec(0.05..0.95f64, 1..6), correct: bool,
        ) {
            let params: Vec<SkillParams> = priors.iter().map(|&p| params(p)).collect();
            let mut states: Vec<SkillState> = params.iter().map(SkillState::new).collect();
            let mut parts: Vec<Part<'_>> = params
                .iter()
                .zip(&mut states)
                .map(|(params, state)| Part { params, state })
                .collect();
            let prior = AbilityPrior::default();
            let mut found = vec![0.0; priors.len()];
            let mut ability = Ability::new(&prior);
            observe_together(&mut parts, &mut ability, &prior, &seen(correct), |k, moved| {
                found[k] = moved.after_evidence;
            });
            for (found, expected) in found.iter().zip(by_enumeration(&priors, correct)) {
                prop_assert!((found - expected).abs() < 1e-12);
            }
        }

        #[test]
        fn one_skill_is_the_plain_filter(prior in 0.05..0.95f64, correct: bool) {
            let params = SkillParams { guess_slope: 0.8, slip_slope: 1.1, ..params(prior) };
            let normal = AbilityPrior::default();
            let (mut one, mut ability) = (SkillState::new(&params), Ability::new(&normal));
            let (mut other, mut same) = (one, ability);
            let alone = one.observe(&params, &mut ability, &normal, &seen(correct));
            let mut parts = [Part { params: &params, state: &mut other }];
            let mut together = None;
            observe_together(&mut parts, &mut same, &normal, &seen(correct), |_, moved| {
                together = Some(moved);
            });
            prop_assert!((alone.after - together.unwrap().after).abs() < 1e-12);
            prop_assert!((ability.mean - same.mean).abs() < 1e-12);
        }
    }
}
