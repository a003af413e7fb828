//! The choice of a skill.

use super::standing::{Standing, block_length, missing};
use super::{Finished, Pick, Pin, PinUntil, Reason, RunnerUp, Selection, WhyNot};
use crate::review::REVIEW_BELOW;

/// Items of one skill in a row before another open one is mixed in.
const BLOCK: usize = 4;
/// Items between two reviews.
const REVIEW_GAP: usize = 3;
/// Open runners-up whose best template is looked up.
const FORECASTS: usize = 8;

/// Picks, with memory that is used again: nothing is allocated after the first pick of a size, and
/// nothing of one pick bears on the next.
#[derive(Debug, Default)]
pub struct Selector {
    /// Of every skill.
    standings: Vec<Standing>,
    /// The assigned skills by their place. Kept from pick to pick, since it seldom changes.
    order: Vec<usize>,
    runners_up: Vec<RunnerUp>,
    /// Stuck skills on the way back to a weak prerequisite, and which were on it.
    trail: Vec<usize>,
    trodden: Vec<bool>,
}

/// What one walk along the pathway finds.
#[derive(Debug, Default)]
struct Survey {
    any_content: bool,
    first_open: Option<usize>,
    /// The first open one that is not the current.
    other_open: Option<usize>,
    current_open: bool,
    /// The first that is neither settled nor open.
    first_blocked: Option<usize>,
    /// Due, and least likely to be known by now.
    review: Option<(usize, f64)>,
}

impl Selector {
    /// Has room for so many skills from the start.
    pub fn with_capacity(skills: usize) -> Self {
        let mut selector = Self::default();
        selector.make_room(skills);
        selector
    }

    /// Picks the next skill and template.
    ///
    /// Order: a teacher's pin; a due review, at most every fourth item; a stuck skill's weakest
    /// prerequisite; the skill at hand, in blocks; the pathway's next open skill; what blocks the
    /// first one that is not open.
    pub fn pick(&mut self, ctx: &Selection<'_>) -> Result<Pick, Finished> {
        self.look(ctx);
        let pick = self.choose(ctx);
        self.list_runners_up(ctx, pick.as_ref().ok());
        pick
    }

    /// The assigned skills that the last pick passed over, in the order of the pathway; all of
    /// them when there was nothing to pick.
    pub fn runners_up(&self) -> &[RunnerUp] {
        &self.runners_up
    }

    fn make_room(&mut self, skills: usize) {
        self.standings.clear();
        self.standings.reserve(skills);
        self.runners_up.clear();
        self.runners_up.reserve(skills);
        self.trail.clear();
        self.trail.reserve(skills);
        self.trodden.clear();
        self.trodden.resize(skills, false);
        self.order.reserve(skills.saturating_sub(self.order.len()));
    }

    fn look(&mut self, ctx: &Selection<'_>) {
        self.make_room(ctx.skills.len());
        let standings = ctx.skills.iter().map(|view| Standing::of(ctx, view));
        self.standings.extend(standings);
        self.put_in_order(ctx);
    }

    /// By insertion into the order of the pick before: one pass while the pathway is the same.
    fn put_in_order(&mut self, ctx: &Selection<'_>) {
        let place = |skill: usize| ctx.skills.get(skill).and_then(|view| view.assigned);
        let assigned = (0..ctx.skills.len()).filter(|&s| place(s).is_some());
        let same = assigned.clone().count() == self.order.len()
            && self.order.iter().all(|&s| place(s).is_some());
        if !same {
            self.order.clear();
            self.order.extend(assigned);
        }
        for n in 1..self.order.len() {
            let skill = self.order[n];
            let key = (place(skill), skill);
            let mut at = n;
            while at > 0 && (place(self.order[at - 1]), self.order[at - 1]) > key {
                self.order[at] = self.order[at - 1];
                at -= 1;
            }
            self.order[at] = skill;
        }
    }

    fn choose(&mut self, ctx: &Selection<'_>) -> Result<Pick, Finished> {
        let pin = self.pin(ctx);
        let (skill, reason) = match pin {
            Some(pin) => (pin.skill, Reason::Pinned),
            None => self.choose_skill(ctx)?,
        };
        let pinned = pin.and_then(|pin| pin.template);
        let pinned = pinned.filter(|&t| t < ctx.skills[skill].templates.len());
        let (template, predicted) = match pinned {
            Some(template) => (template, ctx.predict(skill, template)),
            None => ctx.template_for(skill, reason).ok_or(Finished::NoContent)?,
        };
        Ok(Pick {
            skill,
            template,
            predicted,
            reason,
        })
    }

    /// The first pin that can be followed and is not over.
    fn pin(&self, ctx: &Selection<'_>) -> Option<Pin> {
        let stands = |pin: &&Pin| match self.standings.get(pin.skill) {
            None | Some(Standing::NoContent) => false,
            Some(standing) => match pin.until {
                PinUntil::Mastered => *standing != Standing::Mastered,
                PinUntil::Given { left } => left > 0,
            },
        };
        ctx.pins.iter().find(stands).copied()
    }

    fn choose_skill(&mut self, ctx: &Selection<'_>) -> Result<(usize, Reason), Finished> {
        let current = ctx.recent.iter().rev().find(|r| !r.review).map(|r| r.skill);
        let survey = self.survey(ctx, current);
        if self.order.is_empty() {
            return Err(Finished::NothingAssigned);
        }
        if !survey.any_content {
            return Err(Finished::NoContent);
        }
        if let Some((skill, recall)) = survey.review {
            let last = ctx.skills[skill].state.last_day;
            let days = last.map_or(0, |day| ctx.today.days_since(day));
            return Ok((skill, Reason::Review { days, recall }));
        }
        // A step back goes on until the prerequisite is mastered or stuck itself.
        if let Some(step) = self.step_back(ctx) {
            return Ok(step);
        }
        if let Some(current) = current.filter(|_| survey.current_open) {
            let instead_of = current;
            return Ok(match survey.other_open {
                Some(other) if block_length(ctx.recent, current, BLOCK) == BLOCK => {
                    (other, Reason::MixItUp { instead_of })
                }
                _ => (current, Reason::KeepGoing),
            });
        }
        match survey.first_open {
            Some(next) => Ok((next, Reason::NextOnPathway)),
            None => survey
                .first_blocked
                .map(|blocked| self.unblock(ctx, blocked))
                .ok_or(Finished::AllMastered),
        }
    }

    fn survey(&self, ctx: &Selection<'_>, current: Option<usize>) -> Survey {
        let mut survey = Survey::default();
        let reviews = !ctx.recent.iter().rev().take(REVIEW_GAP).any(|r| r.review);
        let mut least = (f64::INFINITY, 0);
        for &skill in &self.order {
            let standing = self.standings[skill];
            survey.any_content |= standing != Standing::NoContent;
            if standing == Standing::NoContent {
                continue;
            }
            if standing.settled() {
                let state = &ctx.skills[skill].state;
                let recall = state.recall_on(ctx.today);
                // known now = known then x remembered (shared/ENGINE.md section 8)
                let rank = (state.p_known() * recall, ctx.lot(skill, 0));
                if reviews && recall < REVIEW_BELOW && rank < least {
                    survey.review = Some((skill, recall));
                    least = rank;
                }
            } else if self.is_open(ctx, skill) {
                survey.first_open = survey.first_open.or(Some(skill));
                if current == Some(skill) {
                    survey.current_open = true;
                } else {
                    survey.other_open = survey.other_open.or(Some(skill));
                }
            } else {
                survey.first_blocked = survey.first_blocked.or(Some(skill));
            }
        }
        survey
    }

    fn is_open(&self, ctx: &Selection<'_>, skill: usize) -> bool {
        self.standings[skill] == Standing::Wanted && missing(ctx, &self.standings, skill).is_none()
    }

    fn step_back(&mut self, ctx: &Selection<'_>) -> Option<(usize, Reason)> {
        for n in 0..self.order.len() {
            let from = self.order[n];
            if self.standings[from] == Standing::Stuck
                && !self.trodden[from]
                && let Some(back) = self.weakest_prerequisite(ctx, from)
            {
                return Some((back, Reason::StepBack { from }));
            }
        }
        None
    }

    /// The least known of the prerequisites that can be practised; of those behind them where they
    /// are stuck themselves. Trails that led nowhere are not walked again.
    fn weakest_prerequisite(&mut self, ctx: &Selection<'_>, stuck: usize) -> Option<usize> {
        self.trail.clear();
        self.trail.push(stuck);
        self.trodden[stuck] = true;
        let mut level = 0..1;
        while !level.is_empty() {
            let mut weakest: Option<(f64, usize)> = None;
            for n in level.clone() {
                for &p in ctx.skills[self.trail[n]].prerequisites {
                    match self.standings.get(p) {
                        Some(Standing::Wanted | Standing::PlacedOut) => {
                            let known = ctx.skills[p].state.p_known();
                            if weakest.is_none_or(|(least, _)| known < least) {
                                weakest = Some((known, p));
                            }
                        }
                        Some(Standing::Stuck) if !self.trodden[p] => {
                            self.trodden[p] = true;
                            self.trail.push(p);
                        }
                        _ => {}
                    }
                }
            }
            if let Some((_, weakest)) = weakest {
                return Some(weakest);
            }
            level = level.end..self.trail.len();
        }
        None
    }

    /// Nothing is open: what the first skill that is not mastered waits for, however far back.
    fn unblock(&self, ctx: &Selection<'_>, blocked: usize) -> (usize, Reason) {
        let mut skill = blocked;
        // a circle of prerequisites, which content checks forbid, ends somewhere on it
        for _ in 0..self.order.len() {
            match missing(ctx, &self.standings, skill) {
                Some(p) if self.standings[p] != Standing::NoContent => skill = p,
                _ => break,
            }
        }
        let stuck = self.standings[skill] == Standing::Stuck;
        if skill == blocked || (stuck && ctx.skills[skill].assigned.is_some()) {
            (skill, Reason::TryEasier)
        } else {
            (skill, Reason::StepBack { from: blocked })
        }
    }

    fn list_runners_up(&mut self, ctx: &Selection<'_>, pick: Option<&Pick>) {
        let mut forecasts = 0;
        for &skill in &self.order {
            if pick.is_some_and(|pick| pick.skill == skill) {
                continue;
            }
            let why_not = self.why_not(ctx, skill, pick);
            let open = matches!(
                why_not,
                WhyNot::LaterOnPathway | WhyNot::GivesWay | WhyNot::JustPractised
            );
            let mut predicted = None;
            if open && forecasts < FORECASTS {
                forecasts += 1;
                predicted = ctx.best_template(skill).map(|(_, predicted)| predicted);
            }
            self.runners_up.push(RunnerUp {
                skill,
                why_not,
                predicted,
            });
        }
    }

    fn why_not(&self, ctx: &Selection<'_>, skill: usize, pick: Option<&Pick>) -> WhyNot {
        match self.standings[skill] {
            Standing::NoContent => WhyNot::NoContent,
            Standing::Mastered => WhyNot::Mastered,
            Standing::PlacedOut => WhyNot::PlacedOut,
            Standing::Stuck => WhyNot::Stuck,
            Standing::Wanted => match missing(ctx, &self.standings, skill) {
                Some(prerequisite) => WhyNot::NeedsFirst { prerequisite },
                None => match pick.map(|pick| pick.reason) {
                    Some(Reason::Pinned | Reason::Review { .. } | Reason::StepBack { .. }) => {
                        WhyNot::GivesWay
                    }
                    Some(Reason::MixItUp { instead_of }) if instead_of == skill => {
                        WhyNot::JustPractised
                    }
                    _ => WhyNot::LaterOnPathway,
                },
            },
        }
    }
}
