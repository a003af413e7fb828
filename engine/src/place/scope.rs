//! The skills that a placement check is about, and how knowing one bears on another.
//!
//! A student's knowledge is taken to be nearly a down-set of the prerequisite graph (Doignon &
//! Falmagne 1985, knowledge spaces): who knows a skill knows what it needs. Nearly, since some know
//! a skill without and some do not know it with all that it needs; hence a Bayesian network.

use crate::select::SkillView;

/// No skill keeps more prerequisites than this: the least known ones, which bind.
const PARENTS_MAX: usize = 4;

/// Skills are named by their place in `skills` here: prerequisites come before what needs them.
#[derive(Debug)]
pub(super) struct Scope {
    /// Places in the caller's slice.
    pub skills: Vec<usize>,
    pub of_interest: Vec<bool>,
    pub parents: Vec<Vec<usize>>,
    pub links: Vec<Link>,
}

/// P(known), given whether every prerequisite is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub ready: f64,
    pub unready: f64,
    /// P(known) before any answer, when P(every prerequisite known) is that of the least known.
    pub prior: f64,
}

impl Scope {
    /// The assigned skills and all that they need. An edge that closes a circle is left out.
    pub fn new(views: &[SkillView<'_>], leak: f64, lapse: f64) -> Self {
        let mut scope = Self {
            skills: Vec::new(),
            of_interest: Vec::new(),
            parents: Vec::new(),
            links: Vec::new(),
        };
        let mut places: Vec<Place> = vec![Place::New; views.len()];
        for root in 0..views.len() {
            if views[root].assigned.is_some() {
                scope.add(views, &mut places, root);
            }
        }
        scope.leave_out_implied();
        scope.link(views, leak, lapse);
        scope
    }

    /// Depth first, without recursion: a pathway may be hundreds of skills long.
    fn add(&mut self, views: &[SkillView<'_>], places: &mut [Place], root: usize) {
        let mut trail = vec![(root, 0)];
        while let Some((skill, next)) = trail.pop() {
            if next == 0 {
                if places[skill] != Place::New {
                    continue;
                }
                places[skill] = Place::Open;
            }
            let prerequisites = views[skill].prerequisites;
            if let Some(&p) = prerequisites.get(next) {
                trail.push((skill, next + 1));
                if places.get(p) == Some(&Place::New) {
                    trail.push((p, 0));
                }
                continue;
            }
            let mut parents: Vec<usize> = prerequisites
                .iter()
                .filter_map(|&p| match places.get(p) {
                    Some(&Place::At(at)) => Some(at),
                    _ => None,
                })
                .collect();
            parents.sort_unstable();
            parents.dedup();
            places[skill] = Place::At(self.skills.len());
            self.skills.push(skill);
            self.of_interest.push(views[skill].assigned.is_some());
            self.parents.push(parents);
        }
    }

    /// A prerequisite of a prerequisite says nothing more than that one does.
    fn leave_out_implied(&mut self) {
        let words = self.skills.len().div_ceil(64);
        let mut behind: Vec<Vec<u64>> = Vec::with_capacity(self.skills.len());
        for parents in &mut self.parents {
            let has = |set: &[u64], p: usize| set[p / 64] >> (p % 64) & 1 == 1;
            let all = parents.clone();
            parents.retain(|&p| !all.iter().any(|&other| has(&behind[other], p)));
            let mut set = vec![0; words];
            for p in all {
                set[p / 64] |= 1 << (p % 64);
                for (word, other) in set.iter_mut().zip(&behind[p]) {
                    *word |= other;
                }
            }
            behind.push(set);
        }
    }

    /// Chooses each link so that P(known) stays that of the skill's parameters where `leak` and
    /// `lapse` allow.
    fn link(&mut self, views: &[SkillView<'_>], leak: f64, lapse: f64) {
        for s in 0..self.skills.len() {
            let links = &self.links;
            let parents = &mut self.parents[s];
            parents.sort_by(|&a, &b| links[a].prior.total_cmp(&links[b].prior));
            parents.truncate(PARENTS_MAX);
            let prior = views[self.skills[s]].params.prior;
            let link = parents.first().map_or(
                Link {
                    ready: prior,
                    unready: prior,
                    prior,
                },
                |&least| {
                    let met = links[least].prior;
                    let unready = leak.min(prior / 2.0);
                    let ready = (prior - unready * (1.0 - met)) / met;
                    let ready = ready.clamp(unready, 1.0 - lapse);
                    let prior = ready * met + unready * (1.0 - met);
                    Link {
                        ready,
                        unready,
                        prior,
                    }
                },
            );
            self.links.push(link);
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    New,
    /// On the trail now.
    Open,
    At(usize),
}
