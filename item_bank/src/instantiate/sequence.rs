//! The items that one student gets from one template, one after the other.

use std::collections::HashSet;

use super::{InstantiateError, instantiate};
use crate::template::Template;

/// Draws of which no two are alike; the next block begins anew.
const BLOCK: u32 = 50;
/// Draws looked at for a new one before an old one will do.
const TRIES: u32 = 400;

/// The seed of a student's `n`th item of a template, from 0. Within each block of fifty no item
/// comes twice, as far as the template has so many.
pub fn seed_of_draw(template: &Template, student: u128, n: u32) -> Result<u32, InstantiateError> {
    let seed = |k: u32| engine::derive_seed(student, template.id.as_str(), k);
    let first = n / BLOCK * (BLOCK + TRIES);
    if template.vars.is_empty() {
        // one question; each draw of it is an item of its own, which counts
        return Ok(seed(first + n % BLOCK));
    }
    if n.is_multiple_of(BLOCK) {
        return Ok(seed(first));
    }
    let mut seen = HashSet::new();
    for k in first..first + TRIES {
        let new = seen.insert(instantiate(template, seed(k))?.face());
        if new && seen.len() as u32 > n % BLOCK {
            return Ok(seed(k));
        }
    }
    Ok(seed(first + TRIES + n % BLOCK))
}

#[cfg(test)]
#[cfg(feature = "embedded")]
mod tests {
    use super::*;
    use crate::Bank;

    #[test]
    fn fifty_draws_are_fifty_items() {
        for template in Bank::embedded()
            .templates()
            .filter(|t| !t.is_fixed())
            .step_by(9)
        {
            let faces: HashSet<String> = (0..BLOCK)
                .map(|n| {
                    let seed = seed_of_draw(template, 7, n).unwrap();
                    instantiate(template, seed).unwrap().face()
                })
                .collect();
            assert_eq!(faces.len(), BLOCK as usize, "{}", template.id);
        }
    }

    #[test]
    fn no_seed_comes_twice() {
        for template in Bank::embedded().templates().step_by(29) {
            let seeds: HashSet<u32> = (0..60)
                .map(|n| seed_of_draw(template, 7, n).unwrap())
                .collect();
            assert_eq!(seeds.len(), 60, "{}", template.id);
        }
    }
}
