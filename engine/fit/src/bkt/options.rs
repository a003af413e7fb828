//! What a caller chooses, and what can go wrong.

/// How [`crate::fit_bkt`] fits. The same options and data give the same bits, whatever `threads`.
#[derive(Clone, Debug, PartialEq)]
pub struct FitOptions {
    /// Fit a probability of forgetting per opportunity; otherwise it is 0. Without item
    /// difficulty in the model it can cost accuracy badly (`shared/ENGINE.md` 4.2).
    pub forget: bool,
    /// Bounds guess, slip <= 0.5 and Beta priors of strength 5, so that small skills stay
    /// sensible. `false`: the plain maximum of the likelihood, bounds off too.
    pub priors: bool,
    /// Starting points followed to the end, per skill; at least 1. More are tried briefly, and
    /// one that is sure to lose is dropped.
    pub starts: usize,
    /// Of the starting points.
    pub seed: u64,
    /// Threads; `None` uses rayon's current pool. Skills are what is shared out.
    pub threads: Option<usize>,
    /// Stop when what is still to be gained is estimated below this, in nats per skill.
    pub tolerance: f64,
    /// Most E-steps that one start may take.
    pub max_iterations: usize,
}

impl Default for FitOptions {
    fn default() -> Self {
        Self {
            forget: false,
            priors: true,
            starts: 5,
            seed: 0,
            threads: None,
            tolerance: 1e-4,
            max_iterations: 3000,
        }
    }
}

/// Why no parameters came out.
#[derive(Debug, thiserror::Error)]
pub enum BktFitError {
    #[error("option `{name}`: {problem}")]
    Option {
        name: &'static str,
        problem: &'static str,
    },
    #[error(
        "response {position} names skill number {skill}, but the data set lists {skills} skills"
    )]
    UnknownSkill {
        position: usize,
        skill: u32,
        skills: usize,
    },
    #[error("response {position} names student number {student}; at most {} are supported", u32::MAX >> 1)]
    TooManyStudents { position: usize, student: u32 },
    /// EM cannot lower what it maximises: this is a defect of the fitter, or broken arithmetic.
    #[error(
        "skill {skill:?}: an EM step lowered the log-likelihood from {before} to {after}; \
         this is a defect, please report it with the data"
    )]
    LikelihoodFell {
        skill: String,
        before: f64,
        after: f64,
    },
    #[error("could not start the threads for fitting")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

impl FitOptions {
    pub(super) fn check(&self) -> Result<(), BktFitError> {
        let problem = if self.starts == 0 {
            Some(("starts", "must be at least 1"))
        } else if self.threads == Some(0) {
            Some(("threads", "must be at least 1"))
        } else if !(self.tolerance > 0.0 && self.tolerance.is_finite()) {
            Some(("tolerance", "must be a positive number of nats"))
        } else if self.max_iterations == 0 {
            Some(("max_iterations", "must be at least 1"))
        } else {
            None
        };
        match problem {
            Some((name, problem)) => Err(BktFitError::Option { name, problem }),
            None => Ok(()),
        }
    }
}
