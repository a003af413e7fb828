//! Fits every skill of a data set.

use super::closed::Fallback;
use super::group::BySkill;
use super::options::{BktFitError, FitOptions};
use super::params::{BktParams, Objective};
use super::search::{Workspaces, search};
use super::squarem::Fell;
use super::trie::Trie;
use crate::dataset::Dataset;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Called after each skill with the number of skills done and of all skills, from whichever
/// thread did it.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// A fitted data set.
#[derive(Clone, Debug, PartialEq)]
pub struct BktFit {
    /// In the order of [`Dataset::skills`].
    pub skills: Vec<SkillFit>,
    /// Of all responses, in nats; priors not counted.
    pub log_likelihood: f64,
}

impl BktFit {
    /// In the order of [`Dataset::skills`].
    pub fn params(&self) -> Vec<BktParams> {
        self.skills.iter().map(|skill| skill.params).collect()
    }
}

/// One skill's parameters, and how far to trust them.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillFit {
    pub params: BktParams,
    /// Of the skill's responses, in nats; priors not counted. 0 without responses.
    pub log_likelihood: f64,
    /// E-steps, over all starts.
    pub iterations: usize,
    /// Starts that were followed: as many as were asked for, or 0 where none was needed.
    pub starts: usize,
    /// Of those, how many reached the best objective (to a hundredth of a nat).
    pub agreeing: usize,
    /// `false`: stopped by `max_iterations`.
    pub converged: bool,
    pub responses: usize,
    /// Students with at least one response to the skill.
    pub students: usize,
    pub fallback: Option<Fallback>,
}

/// Fits plain BKT to each skill's sequences: one student's responses to the skill, in the order
/// of `dataset.responses`, which must have each student's responses together.
///
/// Exact expectation maximisation on response-prefix tries, accelerated and from several starts
/// (`shared/ENGINE.md` 4.1). Without priors, the maximum may be a model in which a right answer
/// lowers mastery, see [`BktParams::is_inverted`]; priors forbid it. The result depends on the data and the options, not on the number of
/// threads, and a skill's fit depends on its own responses only.
pub fn fit_bkt(
    dataset: &Dataset,
    options: &FitOptions,
    progress: Option<Progress<'_>>,
) -> Result<BktFit, BktFitError> {
    options.check()?;
    match options.threads {
        None => fit_in_pool(dataset, options, progress),
        Some(threads) => rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()?
            .install(|| fit_in_pool(dataset, options, progress)),
    }
}

fn fit_in_pool(
    dataset: &Dataset,
    options: &FitOptions,
    progress: Option<Progress<'_>>,
) -> Result<BktFit, BktFitError> {
    let skills = dataset.skills.len();
    let by_skill = BySkill::new(dataset)?;
    let sizes: Vec<usize> = (0..skills).map(|skill| by_skill.responses(skill)).collect();
    let mut longest_first: Vec<usize> = (0..skills).collect();
    longest_first.sort_by_key(|&skill| std::cmp::Reverse(sizes[skill]));

    // One queue rather than a split in halves: the longest skills must start first.
    let (taken, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = |_: usize| {
        let mut workspaces = Workspaces::default();
        let mut fitted = Vec::new();
        while let Some(&skill) = longest_first.get(taken.fetch_add(1, Ordering::Relaxed)) {
            fitted.push((
                skill,
                fit_skill(&by_skill.trie(skill), options, &mut workspaces),
            ));
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if let Some(progress) = progress {
                progress(done, skills);
            }
        }
        fitted
    };
    let workers = rayon::current_num_threads();
    let mut fitted: Vec<_> = (0..workers).into_par_iter().flat_map_iter(work).collect();
    fitted.sort_by_key(|&(skill, _)| skill);

    let mut fits = Vec::with_capacity(skills);
    for (skill, fit) in fitted {
        fits.push(
            fit.map_err(|Fell { before, after }| BktFitError::LikelihoodFell {
                skill: dataset.skills[skill].clone(),
                before,
                after,
            })?,
        );
    }
    Ok(BktFit {
        log_likelihood: fits.iter().map(|fit| fit.log_likelihood).sum(),
        skills: fits,
    })
}

/// Fits one skill.
pub(super) fn fit_skill(
    trie: &Trie,
    options: &FitOptions,
    workspaces: &mut Workspaces,
) -> Result<SkillFit, Fell> {
    let objective = Objective {
        forget: options.forget,
        priors: options.priors,
    };
    let fallback = Fallback::of(&trie.totals, objective);
    let mut fit = SkillFit {
        params: BktParams::fallback(options.forget),
        log_likelihood: 0.0,
        iterations: 0,
        starts: 0,
        agreeing: 0,
        converged: true,
        responses: trie.totals.responses() as usize,
        students: trie.totals.sequences as usize,
        fallback,
    };
    if let Some(params) = fallback.and_then(|fallback| fallback.maximum(&trie.totals, objective)) {
        fit.params = params;
        fit.log_likelihood = workspaces.expect(trie, &params).log_likelihood;
        return Ok(fit);
    }
    let found = search(trie, objective, options, workspaces)?;
    fit.params = found.best.params;
    fit.log_likelihood = found.best.log_likelihood;
    fit.iterations = found.e_steps;
    fit.starts = found.starts;
    fit.agreeing = found.agreeing;
    fit.converged = found.converged;
    if fit.params.is_inverted() {
        upright(&mut fit, trie, objective, workspaces);
    }
    Ok(fit)
}

/// Exchanges the names of the states where that is the same model: always with forgetting,
/// without it only if nothing is ever learned. Otherwise the maximum really is inverted, and
/// [`BktParams::is_inverted`] says so.
fn upright(fit: &mut SkillFit, trie: &Trie, objective: Objective, workspaces: &mut Workspaces) {
    /// Relative; what two ways to sum the same logarithms may differ by.
    const SAME: f64 = 1e-9;
    let params = objective.clamp(fit.params.relabelled());
    let log_likelihood = workspaces.expect(trie, &params).log_likelihood;
    if log_likelihood >= fit.log_likelihood - SAME * (1.0 + fit.log_likelihood.abs()) {
        fit.params = params;
        fit.log_likelihood = log_likelihood;
    }
}
