//! The best of several climbs on one skill's trie.

use super::expect::{Expected, Workspace};
use super::options::FitOptions;
use super::params::{BktParams, Objective};
use super::squarem::{Best, Climb, Fell};
use super::starts::starts;
use super::trie::Trie;
use std::cmp::Ordering;

/// Buffers that a thread keeps from skill to skill.
#[derive(Debug, Default)]
pub(super) struct Workspaces {
    four: Workspace<4>,
    two: Workspace<2>,
    one: Workspace<1>,
}

/// What the climbs found.
#[derive(Debug)]
pub(super) struct Found {
    pub best: Best,
    /// E-steps, over all starts.
    pub e_steps: usize,
    /// Starts that were followed to the end or to where a better one already was.
    pub starts: usize,
    /// Of those, how many led to the best.
    pub agreeing: usize,
    /// Whether the best climb ended by tolerance rather than by `max_iterations`.
    pub converged: bool,
}

/// Starts in the race for each that is followed to the end, from one cycle of three E-steps to the
/// next.
const FIELD: [usize; 3] = [12, 4, 2];
/// Two climbs whose objectives differ by less lead to the same place, in nats.
const SAME_VALUE: f64 = 1e-2;
/// Two climbs this near in every parameter are going the same way.
const SAME_PLACE: f64 = 1e-2;
/// A climb is given up when even so many times its present outlook would not reach the best.
const PATIENCE: f64 = 10.0;

impl Workspaces {
    /// Expected counts at one point.
    pub fn expect(&mut self, trie: &Trie, params: &BktParams) -> Expected {
        let [expected] = self.one.expect(trie, &[*params]);
        expected
    }

    /// One E-step for every climb, up to four in one pass over the trie.
    fn advance(
        &mut self,
        trie: &Trie,
        objective: Objective,
        climbs: &mut [Climb],
    ) -> Result<(), Fell> {
        for group in climbs.chunks_mut(4) {
            let mut expected = [Expected::default(); 4];
            // Unused lanes repeat the first climb.
            let query = |lane: usize| *group.get(lane).unwrap_or(&group[0]).query();
            match group.len() {
                1 => expected[..1].copy_from_slice(&self.one.expect(trie, &[query(0)])),
                2 => expected[..2].copy_from_slice(&self.two.expect(trie, &[query(0), query(1)])),
                _ => expected = self.four.expect(trie, &std::array::from_fn(query)),
            }
            for (climb, expected) in group.iter_mut().zip(&expected) {
                climb.take(objective, &trie.totals, expected)?;
            }
        }
        Ok(())
    }
}

/// Races the starts: all of them briefly, then the most promising `options.starts` to the end.
pub(super) fn search(
    trie: &Trie,
    objective: Objective,
    options: &FitOptions,
    workspaces: &mut Workspaces,
) -> Result<Found, Fell> {
    let field = starts(
        objective,
        &trie.totals,
        options.seed,
        options.starts * FIELD[0],
    );
    let mut racing: Vec<Climb> = field
        .into_iter()
        .enumerate()
        .map(|(number, start)| Climb::new(number, start))
        .collect();
    let mut e_steps = 0;
    for cycle in 0..FIELD.len() {
        for _ in 0..3 {
            workspaces.advance(trie, objective, &mut racing)?;
            e_steps += racing.len();
        }
        racing.sort_by(order);
        racing.truncate(options.starts * FIELD.get(cycle + 1).unwrap_or(&1));
    }
    let followed = racing.len();

    let mut ended: Vec<(Climb, bool)> = Vec::new();
    while !racing.is_empty() {
        workspaces.advance(trie, objective, &mut racing)?;
        e_steps += racing.len();
        if racing[0].at_cycle_end() {
            racing.sort_by(order);
            cull(&mut racing, &mut ended, options);
        }
    }
    let mut climbs: Vec<_> = ended.iter().collect();
    climbs.sort_by(|(a, _), (b, _)| order(a, b));
    let agreeing = climbs
        .iter()
        .take_while(|(climb, _)| climb.best().value > climbs[0].0.best().value - SAME_VALUE)
        .count();
    let (best, converged) = (*climbs[0].0.best(), climbs[0].1);
    Ok(Found {
        best,
        e_steps,
        starts: followed,
        agreeing,
        converged,
    })
}

/// Best first; of equals, the earliest start.
fn order(a: &Climb, b: &Climb) -> Ordering {
    let by_value = b.best().value.total_cmp(&a.best().value);
    by_value.then(a.number.cmp(&b.number))
}

/// Takes out of the race who has arrived, who follows another, and who cannot win.
fn cull(racing: &mut Vec<Climb>, ended: &mut Vec<(Climb, bool)>, options: &FitOptions) {
    let values = ended.iter().map(|(climb, _)| climb).chain(&*racing);
    let leader = values
        .map(|climb| climb.best().value)
        .fold(f64::NEG_INFINITY, f64::max);
    let mut stay: Vec<Climb> = Vec::with_capacity(racing.len());
    for climb in racing.drain(..) {
        let outlook = climb.outlook();
        let arrived = climb.last_gain().max(outlook) < options.tolerance;
        let exhausted = climb.e_steps >= options.max_iterations;
        let hopeless = climb.best().value + PATIENCE * outlook < leader - SAME_VALUE;
        let follows = |other: &Climb| {
            other.best().value >= climb.best().value && near(other.best(), climb.best())
        };
        let following = stay
            .iter()
            .chain(ended.iter().map(|(climb, _)| climb))
            .any(follows);
        if arrived || exhausted || hopeless || following {
            ended.push((climb, arrived));
        } else {
            stay.push(climb);
        }
    }
    *racing = stay;
}

fn near(a: &Best, b: &Best) -> bool {
    let (a, b) = (a.params.to_array(), b.params.to_array());
    a.into_iter()
        .zip(b)
        .all(|(a, b)| (a - b).abs() < SAME_PLACE)
}
