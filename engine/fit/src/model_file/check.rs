//! What a model file must hold to be used.

use std::collections::BTreeSet;

use super::{ForgetPer, ModelFile, ModelFileError, ModelKind, SkillModel};

const DRAW_LENGTH: std::ops::RangeInclusive<usize> = 4..=8;

impl ModelFile {
    pub(super) fn checked(self) -> Result<Self, ModelFileError> {
        self.all_finite()?;
        self.check_kind()?;
        self.check_skills()?;
        self.check_items()?;
        Ok(self)
    }

    fn check_kind(&self) -> Result<(), ModelFileError> {
        match (self.model, &self.ability) {
            (ModelKind::Ability, None) => return Err(ModelFileError::AbilityMissing),
            (ModelKind::Bkt, Some(_)) => return Err(ModelFileError::NotOfBkt("`ability`")),
            (ModelKind::Bkt, None) => {}
            (ModelKind::Ability, Some(ability)) => {
                let of = "ability";
                at_least(
                    of,
                    "variance",
                    ability.variance,
                    f64::MIN_POSITIVE,
                    "above 0",
                )?;
                at_least(of, "drift", ability.drift, 0.0, "0 or more")?;
            }
        }
        if self.model == ModelKind::Bkt && !self.items.is_empty() {
            return Err(ModelFileError::NotOfBkt("items"));
        }
        Ok(())
    }

    fn check_skills(&self) -> Result<(), ModelFileError> {
        if self.skills.is_empty() {
            return Err(ModelFileError::NoSkills);
        }
        let mut codes = BTreeSet::new();
        for (place, skill) in (1..).zip(&self.skills) {
            if skill.code.trim().is_empty() {
                return Err(ModelFileError::EmptyCode { place });
            }
            if !codes.insert(skill.code.as_str()) {
                return Err(ModelFileError::RepeatedSkill(skill.code.clone()));
            }
            let code = || skill.code.clone();
            skill
                .params()
                .map_err(|why| ModelFileError::Skill { skill: code(), why })?;
            if self.model == ModelKind::Bkt && (skill.guess_slope, skill.slip_slope) != (0.0, 0.0) {
                return Err(ModelFileError::NotOfBkt("slopes"));
            }
            self.check_forgetting(skill)?;
            check_draws(skill)?;
        }
        Ok(())
    }

    /// A rate that `forget_per` does not name would silently not be used, or silently be.
    fn check_forgetting(&self, skill: &SkillModel) -> Result<(), ModelFileError> {
        let per = match self.forget_per {
            None => "null",
            Some(ForgetPer::Opportunity) => "opportunity",
            Some(ForgetPer::Day) => "day",
        };
        let allowed = [Some(ForgetPer::Opportunity), Some(ForgetPer::Day)];
        let rates = [
            ("forget", skill.forget),
            ("forget_daily", skill.forget_daily),
        ];
        for ((field, value), allowed) in rates.into_iter().zip(allowed) {
            if value != 0.0 && self.forget_per != allowed {
                return Err(ModelFileError::Forget {
                    skill: skill.code.clone(),
                    field,
                    value,
                    per,
                });
            }
        }
        Ok(())
    }

    fn check_items(&self) -> Result<(), ModelFileError> {
        let codes: BTreeSet<&str> = self
            .skills
            .iter()
            .map(|skill| skill.code.as_str())
            .collect();
        let mut seen = BTreeSet::new();
        for item in &self.items {
            let (name, skill) = (item.item.clone(), item.skill.clone());
            if !codes.contains(item.skill.as_str()) {
                return Err(ModelFileError::UnknownSkill { item: name, skill });
            }
            if !seen.insert((item.item.as_str(), item.skill.as_str())) {
                return Err(ModelFileError::RepeatedItem { item: name, skill });
            }
        }
        Ok(())
    }

    /// JSON has no word for what is not finite: serde would write `null`.
    pub(super) fn all_finite(&self) -> Result<(), ModelFileError> {
        for skill in &self.skills {
            let place = format!("skill `{}`", skill.code);
            for (field, value) in [
                ("prior", skill.prior),
                ("learn", skill.learn),
                ("guess", skill.guess),
                ("slip", skill.slip),
                ("forget", skill.forget),
                ("forget_daily", skill.forget_daily),
                ("guess_slope", skill.guess_slope),
                ("slip_slope", skill.slip_slope),
                ("log_likelihood", skill.log_likelihood),
            ] {
                finite(&place, field, value)?;
            }
            for value in skill.draws.iter().flatten() {
                finite(&place, "a draw", *value)?;
            }
        }
        for item in &self.items {
            finite(
                &format!("item `{}`", item.item),
                "difficulty",
                item.difficulty,
            )?;
        }
        if let Some(ability) = &self.ability {
            finite("ability", "variance", ability.variance)?;
            finite("ability", "drift", ability.drift)?;
        }
        finite("fitted", "log_likelihood", self.fitted.log_likelihood)?;
        finite("fitted", "seconds", self.fitted.seconds)
    }
}

fn check_draws(skill: &SkillModel) -> Result<(), ModelFileError> {
    let length = skill.draws.first().map_or(4, Vec::len);
    for (draw, values) in (1..).zip(&skill.draws) {
        let found = values.len();
        let skill_code = || skill.code.clone();
        if found != length || !DRAW_LENGTH.contains(&found) {
            let skill = skill_code();
            return Err(ModelFileError::DrawLength { skill, draw, found });
        }
        let at = |place: usize| values.get(place).copied().unwrap_or(0.0);
        let params = engine::SkillParams {
            prior: at(0),
            learn: at(1),
            guess: at(2),
            slip: at(3),
            forget: at(4),
            forget_daily: at(5),
            guess_slope: at(6),
            slip_slope: at(7),
        };
        let skill = skill_code();
        params
            .checked()
            .map_err(|why| ModelFileError::Draw { skill, draw, why })?;
    }
    Ok(())
}

fn finite(place: &str, field: &'static str, value: f64) -> Result<(), ModelFileError> {
    if value.is_finite() {
        return Ok(());
    }
    let range = "a finite number";
    let place = place.to_owned();
    Err(ModelFileError::OutOfRange {
        place,
        field,
        value,
        range,
    })
}

fn at_least(
    place: &str,
    field: &'static str,
    value: f64,
    low: f64,
    range: &'static str,
) -> Result<(), ModelFileError> {
    if value >= low {
        return Ok(());
    }
    let place = place.to_owned();
    Err(ModelFileError::OutOfRange {
        place,
        field,
        value,
        range,
    })
}
