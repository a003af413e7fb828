//! Exact marginals of the network by a clique tree (Lauritzen & Spiegelhalter 1988).
//!
//! Skills are eliminated one by one, the one with the fewest neighbours first; each leaves a table
//! over itself and those neighbours. Where a table would outgrow [`WIDTH`], prerequisites are left
//! out, the likeliest known first, until none does: exact on small and on tree-like graphs, an
//! approximation by a thinner graph on others.

use super::scope::Scope;

/// Skills of the largest table, which then has 2^9 entries.
const WIDTH: usize = 9;

#[derive(Debug)]
pub(super) struct CliqueTree {
    /// In the order of elimination: a clique's parent comes after it.
    cliques: Vec<Clique>,
    /// The tables before evidence, one after the other.
    base: Vec<f64>,
    /// Prerequisites that had to be left out.
    pub left_out: usize,
}

#[derive(Debug)]
struct Clique {
    /// The eliminated skill is bit 0 of the table's index; its neighbours follow.
    skills: Vec<usize>,
    /// Of its table in `base`.
    start: usize,
    parent: Option<usize>,
    /// From the parent's index to that of the message, which is this table's index without bit 0.
    project: Vec<u32>,
}

/// Tables and messages of one calculation, to be used again.
#[derive(Debug, Default)]
pub(super) struct Tables {
    tables: Vec<f64>,
    messages: Vec<f64>,
}

/// How likely the evidence is when the skill is unknown, and when known.
pub(super) type Weight = [f64; 2];

impl CliqueTree {
    /// Leaves prerequisites out of `scope` where it must.
    pub fn new(scope: &mut Scope) -> Self {
        let mut left_out = 0;
        let order = loop {
            match eliminate(&scope.parents) {
                Ok(order) => break order,
                Err(too_wide) => left_out += thin(scope, &too_wide),
            }
        };
        let mut tree = Self::connect(order);
        tree.left_out = left_out;
        tree.fill(scope);
        tree
    }

    fn connect(order: Vec<Vec<usize>>) -> Self {
        let mut at = vec![0; order.len()];
        for (n, skills) in order.iter().enumerate() {
            at[skills[0]] = n;
        }
        let mut start = 0;
        let mut cliques: Vec<Clique> = Vec::with_capacity(order.len());
        for skills in &order {
            let parent = skills[1..].iter().map(|&s| at[s]).min();
            let project = parent.map_or(Vec::new(), |p| projection(&order[p], &skills[1..]));
            cliques.push(Clique {
                skills: skills.clone(),
                start,
                parent,
                project,
            });
            start += 1 << skills.len();
        }
        Self {
            cliques,
            base: vec![1.0; start],
            left_out: 0,
        }
    }

    /// Puts each skill's link into the first clique that holds it and its prerequisites.
    fn fill(&mut self, scope: &Scope) {
        let mut at = vec![0; self.cliques.len()];
        for (n, clique) in self.cliques.iter().enumerate() {
            at[clique.skills[0]] = n;
        }
        for (skill, link) in scope.links.iter().enumerate() {
            let parents = &scope.parents[skill];
            let home = parents.iter().map(|&p| at[p]).fold(at[skill], usize::min);
            let clique = &self.cliques[home];
            let bit = |wanted: usize| {
                let place = clique.skills.iter().position(|&s| s == wanted);
                1usize << place.unwrap_or_default()
            };
            let own = bit(skill);
            let needed: usize = parents.iter().map(|&p| bit(p)).sum();
            let table = &mut self.base[clique.start..][..1 << clique.skills.len()];
            for (index, entry) in table.iter_mut().enumerate() {
                let known = if index & needed == needed {
                    link.ready
                } else {
                    link.unready
                };
                *entry *= if index & own == 0 { 1.0 - known } else { known };
            }
        }
    }

    /// P(known | evidence) of every skill into `known`.
    pub fn marginals(&self, weights: &[Weight], memory: &mut Tables, known: &mut [f64]) {
        let Tables { tables, messages } = memory;
        tables.clone_from(&self.base);
        messages.resize(self.base.len() / 2, 0.0);
        for clique in &self.cliques {
            let size = 1 << clique.skills.len();
            let (table, after) = tables[clique.start..].split_at_mut(size);
            let message = &mut messages[clique.start / 2..][..size / 2];
            let [unknown, known] = weights[clique.skills[0]];
            let mut most = 0.0f64;
            for (pair, sum) in table.chunks_exact_mut(2).zip(&mut *message) {
                pair[0] *= unknown;
                pair[1] *= known;
                *sum = pair[0] + pair[1];
                most = most.max(*sum);
            }
            let Some(parent) = clique.parent.map(|p| &self.cliques[p]) else {
                continue;
            };
            for sum in &mut *message {
                *sum /= most;
            }
            let upward = &mut after[parent.start - clique.start - size..];
            for (entry, &from) in upward.iter_mut().zip(&clique.project) {
                *entry *= message[from as usize];
            }
        }
        let mut belief = [0.0; 1 << (WIDTH - 1)];
        for clique in self.cliques.iter().rev() {
            let size = 1 << clique.skills.len();
            let (table, after) = tables[clique.start..].split_at_mut(size);
            if let Some(parent) = clique.parent.map(|p| &self.cliques[p]) {
                let belief = &mut belief[..size / 2];
                belief.fill(0.0);
                let downward = &after[parent.start - clique.start - size..];
                for (entry, &to) in downward.iter().zip(&clique.project) {
                    belief[to as usize] += entry;
                }
                let message = &messages[clique.start / 2..][..size / 2];
                for ((pair, belief), sent) in table.chunks_exact_mut(2).zip(belief).zip(message) {
                    let share = *belief / sent;
                    pair[0] *= share;
                    pair[1] *= share;
                }
            }
            let (mut without, mut with) = (0.0, 0.0);
            for pair in table.chunks_exact(2) {
                without += pair[0];
                with += pair[1];
            }
            let total = without + with;
            known[clique.skills[0]] = with / total;
            for entry in table {
                *entry /= total;
            }
        }
    }
}

/// Each skill with those that it still neighbours when its turn comes; or the first too many.
fn eliminate(parents: &[Vec<usize>]) -> Result<Vec<Vec<usize>>, Vec<usize>> {
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
    let meet = |near: &mut Vec<Vec<usize>>, group: &[usize]| {
        for &a in group {
            for &b in group {
                if a != b && !near[a].contains(&b) {
                    near[a].push(b);
                }
            }
        }
    };
    for (skill, parents) in parents.iter().enumerate() {
        let family: Vec<usize> = parents.iter().copied().chain([skill]).collect();
        meet(&mut near, &family);
    }
    let mut left: Vec<usize> = (0..parents.len()).collect();
    let mut order = Vec::with_capacity(parents.len());
    while let Some(at) = (0..left.len()).min_by_key(|&n| (near[left[n]].len(), left[n])) {
        let skill = left.swap_remove(at);
        let mut neighbours = std::mem::take(&mut near[skill]);
        neighbours.sort_unstable();
        for &other in &neighbours {
            near[other].retain(|&s| s != skill);
        }
        let clique: Vec<usize> = std::iter::once(skill).chain(neighbours).collect();
        if clique.len() > WIDTH {
            return Err(clique);
        }
        meet(&mut near, &clique[1..]);
        order.push(clique);
    }
    Ok(order)
}

/// Leaves out one prerequisite, the likeliest known, of each skill in the clique that has several;
/// of any that has, when none there does. With one prerequisite each there is no wide clique.
fn thin(scope: &mut Scope, clique: &[usize]) -> usize {
    let several = |s: &usize| scope.parents[*s].len() > 1;
    let mut skills: Vec<usize> = clique.iter().copied().filter(several).collect();
    if skills.is_empty() {
        skills = (0..scope.parents.len()).filter(several).collect();
    }
    for &skill in &skills {
        // sorted by how likely they are known
        scope.parents[skill].pop();
    }
    skills.len()
}

/// For each index of a table over `from`, the index that the skills of `to` have in it.
fn projection(from: &[usize], to: &[usize]) -> Vec<u32> {
    let bits: Vec<usize> = to
        .iter()
        .map(|&s| from.iter().position(|&f| f == s).unwrap_or_default())
        .collect();
    (0..1usize << from.len())
        .map(|index| {
            let bit = |(n, &b): (usize, &usize)| ((index >> b & 1) << n) as u32;
            bits.iter().enumerate().map(bit).sum()
        })
        .collect()
}
