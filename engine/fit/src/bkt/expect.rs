//! The E-step: what the hidden states are expected to have done, given parameters.

use super::lanes::Lanes;
use super::params::BktParams;
use super::trie::{Kind, Trie};

/// Expected numbers of students (or of moves between opportunities) under the posterior.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Expected {
    pub log_likelihood: f64,
    /// Known before the first response.
    pub known_first: f64,
    /// Known at a right response.
    pub known_right: f64,
    /// Known at a wrong response.
    pub known_wrong: f64,
    /// Not known, then known.
    pub learned: f64,
    /// Known, then known.
    pub kept: f64,
    /// Known, then not known.
    pub lost: f64,
}

/// Buffers for `W` starts at once, kept from one E-step to the next.
#[derive(Debug, Default)]
pub(super) struct Workspace<const W: usize> {
    /// Per inner node: P(known | responses up to here) before the transition ...
    posterior: Vec<Lanes<W>>,
    /// ... and after it.
    after: Vec<Lanes<W>>,
    /// Per inner node: expected number of its children's students who know, given all of their
    /// responses.
    mass: Vec<Lanes<W>>,
}

/// Parameters of `W` starts, spread for arithmetic.
struct Model<const W: usize> {
    prior: Lanes<W>,
    learn: Lanes<W>,
    forget: Lanes<W>,
    keep: Lanes<W>,
    /// 1 - forget - learn: P(known) after a transition is `learn + shrink * P(known)`.
    shrink: Lanes<W>,
    /// P(response | known) for wrong and right.
    known: [Lanes<W>; 2],
    /// P(response | not known) for wrong and right.
    unknown: [Lanes<W>; 2],
}

/// Sums over nodes.
struct Sums<const W: usize> {
    log_likelihood: Lanes<W>,
    /// Probabilities of responses that only one sequence gave, not yet taken the logarithm of:
    /// one logarithm serves several of them.
    product: Lanes<W>,
    pending: u32,
    /// Expected number who know at a wrong and at a right response.
    known: [Lanes<W>; 2],
    /// Of `kept / keep`, `learned / learn` and `lost / forget`.
    kept: Lanes<W>,
    learned: Lanes<W>,
    lost: Lanes<W>,
}

/// Factors in one product of probabilities. Each is at least `EDGE` squared, 1e-24, so that eight
/// cannot underflow.
const PRODUCT_LENGTH: u32 = 8;

/// Instead of 0 as a divisor: what it divides is 0 as well, and so must the ratio be.
const TINY: f64 = 1e-300;

impl<const W: usize> Model<W> {
    fn new(params: &[BktParams; W]) -> Self {
        let of = |f: fn(&BktParams) -> f64| Lanes(std::array::from_fn(|lane| f(&params[lane])));
        Self {
            prior: of(|p| p.prior),
            learn: of(|p| p.learn),
            forget: of(|p| p.forget),
            keep: of(|p| 1.0 - p.forget),
            shrink: of(|p| 1.0 - p.forget - p.learn),
            known: [of(|p| p.slip), of(|p| 1.0 - p.slip)],
            unknown: [of(|p| 1.0 - p.guess), of(|p| p.guess)],
        }
    }
}

impl<const W: usize> Sums<W> {
    fn new() -> Self {
        Self {
            log_likelihood: Lanes::ZERO,
            product: Lanes::ONE,
            pending: 0,
            known: [Lanes::ZERO; 2],
            kept: Lanes::ZERO,
            learned: Lanes::ZERO,
            lost: Lanes::ZERO,
        }
    }

    /// Counts `pass` responses of probability `p` each.
    #[inline]
    fn observe<const SINGLE: bool>(&mut self, p: Lanes<W>, pass: f64) {
        if SINGLE {
            self.product *= p;
            self.pending += 1;
            if self.pending == PRODUCT_LENGTH {
                self.flush();
            }
        } else {
            self.log_likelihood += p.ln() * Lanes::all(pass);
        }
    }

    #[inline]
    fn flush(&mut self) {
        self.log_likelihood += self.product.ln();
        self.product = Lanes::ONE;
        self.pending = 0;
    }
}

impl<const W: usize> Workspace<W> {
    /// Expected counts for each of `W` parameter sets, which lie within their bounds.
    pub fn expect(&mut self, trie: &Trie, params: &[BktParams; W]) -> [Expected; W] {
        let inner = trie.inner_parent.len();
        for buffer in [&mut self.posterior, &mut self.after, &mut self.mass] {
            buffer.resize(inner, Lanes::ZERO);
        }
        let model = Model::new(params);
        let mut sums = Sums::new();
        self.after[0] = model.prior;
        self.mass[0] = Lanes::ZERO;
        for segment in &trie.segments {
            let range = segment.start..segment.end;
            match segment.kind {
                Kind {
                    leaf: true,
                    single: true,
                    right,
                } => {
                    self.leaves::<true>(trie, &model, &mut sums, right, range);
                }
                Kind {
                    leaf: true,
                    single: false,
                    right,
                } => {
                    self.leaves::<false>(trie, &model, &mut sums, right, range);
                }
                Kind {
                    leaf: false,
                    single: true,
                    right,
                } => {
                    self.forward::<true>(trie, &model, &mut sums, right, range);
                }
                Kind {
                    leaf: false,
                    single: false,
                    right,
                } => {
                    self.forward::<false>(trie, &model, &mut sums, right, range);
                }
            }
        }
        sums.flush();
        let forgets = params.iter().any(|p| p.forget != 0.0);
        for segment in trie
            .segments
            .iter()
            .rev()
            .filter(|segment| !segment.kind.leaf)
        {
            let range = segment.start..segment.end;
            if forgets {
                self.backward::<true>(trie, &model, &mut sums, segment.kind.right, range);
            } else {
                self.backward::<false>(trie, &model, &mut sums, segment.kind.right, range);
            }
        }
        let of = |lanes: Lanes<W>, lane: usize| lanes.0[lane];
        std::array::from_fn(|lane| Expected {
            log_likelihood: of(sums.log_likelihood, lane),
            known_first: of(self.mass[0], lane),
            known_right: of(sums.known[1], lane),
            known_wrong: of(sums.known[0], lane),
            learned: of(sums.learned * model.learn, lane),
            kept: of(sums.kept * model.keep, lane),
            lost: of(sums.lost * model.forget, lane),
        })
    }

    /// Filters one run of inner nodes from their parents.
    #[inline]
    fn forward<const SINGLE: bool>(
        &mut self,
        trie: &Trie,
        model: &Model<W>,
        sums: &mut Sums<W>,
        right: bool,
        range: std::ops::Range<usize>,
    ) {
        let (known, unknown) = (
            model.known[usize::from(right)],
            model.unknown[usize::from(right)],
        );
        let (earlier, from_here) = self.after.split_at_mut(range.start);
        let own = trie.inner_parent[range.clone()]
            .iter()
            .zip(&trie.inner_pass[range.clone()])
            .zip(from_here)
            .zip(&mut self.posterior[range.clone()])
            .zip(&mut self.mass[range]);
        for ((((&parent, &pass), after), posterior), mass) in own {
            let before = earlier[parent as usize];
            let joint = before * known;
            let p = joint + (Lanes::ONE - before) * unknown;
            let filtered = joint / p;
            *posterior = filtered;
            *after = (model.learn + filtered * model.shrink).at_most(1.0);
            *mass = Lanes::ZERO;
            sums.observe::<SINGLE>(p, pass);
        }
    }

    /// A leaf's posterior is what the filter says, and goes to its parent at once.
    #[inline]
    fn leaves<const SINGLE: bool>(
        &mut self,
        trie: &Trie,
        model: &Model<W>,
        sums: &mut Sums<W>,
        right: bool,
        range: std::ops::Range<usize>,
    ) {
        let (known, unknown) = (
            model.known[usize::from(right)],
            model.unknown[usize::from(right)],
        );
        let mut total = Lanes::ZERO;
        let own = trie.leaf_parent[range.clone()]
            .iter()
            .zip(&trie.leaf_pass[range]);
        for (&parent, &pass) in own {
            let before = self.after[parent as usize];
            let joint = before * known;
            let p = joint + (Lanes::ONE - before) * unknown;
            let mut mass = joint / p;
            if !SINGLE {
                mass *= Lanes::all(pass);
            }
            self.mass[parent as usize] += mass;
            total += mass;
            sums.observe::<SINGLE>(p, pass);
        }
        sums.known[usize::from(right)] += total;
    }

    /// Smooths one run of inner nodes from their children, last node first.
    #[inline]
    fn backward<const FORGETS: bool>(
        &mut self,
        trie: &Trie,
        model: &Model<W>,
        sums: &mut Sums<W>,
        right: bool,
        range: std::ops::Range<usize>,
    ) {
        let mut total = Lanes::ZERO;
        let (earlier, from_here) = self.mass.split_at_mut(range.start);
        let own = trie.inner_parent[range.clone()]
            .iter()
            .zip(&trie.inner_pass[range.clone()])
            .zip(&trie.inner_end[range.clone()])
            .zip(&from_here[..range.len()])
            .zip(&self.posterior[range.clone()])
            .zip(&self.after[range]);
        for (((((&parent, &pass), &end), &next_known), &posterior), &after) in own.rev() {
            let per_known = next_known / after.at_least(TINY);
            let kept = posterior * per_known;
            let mut known = posterior * Lanes::all(end) + kept * model.keep;
            if FORGETS {
                let next_unknown = Lanes::all(pass - end) - next_known;
                let lost = posterior * (next_unknown / (Lanes::ONE - after).at_least(TINY));
                known += lost * model.forget;
                sums.lost += lost;
            }
            sums.kept += kept;
            sums.learned += (Lanes::ONE - posterior) * per_known;
            total += known;
            earlier[parent as usize] += known;
        }
        sums.known[usize::from(right)] += total;
    }
}
