//! What a write job is given: the open transaction, and what the writer remembers between groups.

use std::collections::HashMap;

use engine::{AbilityPrior, SkillParams};
use rusqlite::{Connection, OptionalExtension, Params, Row, ToSql, params_from_iter};
use store::StoreResult;

use crate::error::Errors;
use crate::sql;

pub(crate) struct Write<'w> {
    connection: &'w Connection,
    errors: &'w Errors,
    params: &'w mut ParamsIds,
}

impl<'w> Write<'w> {
    pub fn new(connection: &'w Connection, errors: &'w Errors, params: &'w mut ParamsIds) -> Self {
        Self {
            connection,
            errors,
            params,
        }
    }

    /// Gives how many rows changed.
    pub fn execute(&self, sql: &'static str, values: &[&dyn ToSql]) -> StoreResult<usize> {
        let run = || self.connection.prepare_cached(sql)?.execute(values);
        run().map_err(|error| self.errors.write(error))
    }

    pub fn optional<T>(
        &self,
        sql: &'static str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> StoreResult<Option<T>> {
        let run = || {
            self.connection
                .prepare_cached(sql)?
                .query_row(values, read)
                .optional()
        };
        run().map_err(|error| self.errors.write(error))
    }

    /// Inserts a row and gives the number that it got.
    pub fn insert_for_id(&self, sql: &'static str, values: impl Params) -> StoreResult<i64> {
        let run = || {
            self.connection
                .prepare_cached(sql)?
                .query_row(values, |row| row.get(0))
        };
        run().map_err(|error| self.errors.write(error))
    }

    /// The row that holds these parameters, made when they are new.
    pub fn skill_params_id(&mut self, params: &SkillParams) -> StoreResult<i64> {
        let values = [
            params.prior,
            params.learn,
            params.guess,
            params.slip,
            params.forget,
            params.forget_daily,
            params.guess_slope,
            params.slip_slope,
        ];
        let bits = values.map(f64::to_bits);
        if let Some(id) = self.params.skills.get(&bits) {
            return Ok(*id);
        }
        let id = self.id_of(sql::SKILL_PARAMS_ID, sql::INSERT_SKILL_PARAMS, &values)?;
        remember(&mut self.params.skills, bits, id);
        Ok(id)
    }

    /// The row that holds this prior of ability, made when it is new.
    pub fn ability_prior_id(&mut self, prior: &AbilityPrior) -> StoreResult<i64> {
        let values = [prior.variance, prior.drift];
        let bits = values.map(f64::to_bits);
        if let Some(id) = self.params.priors.get(&bits) {
            return Ok(*id);
        }
        let id = self.id_of(sql::ABILITY_PRIOR_ID, sql::INSERT_ABILITY_PRIOR, &values)?;
        remember(&mut self.params.priors, bits, id);
        Ok(id)
    }

    fn id_of(&self, find: &'static str, insert: &'static str, values: &[f64]) -> StoreResult<i64> {
        let found = self.optional(find, params_from_iter(values), |row| row.get(0))?;
        found.map_or_else(|| self.insert_for_id(insert, params_from_iter(values)), Ok)
    }
}

/// Ids of parameters by their bits. To be emptied after any rollback: what it remembers may have
/// been rolled back.
#[derive(Debug, Default)]
pub(crate) struct ParamsIds {
    skills: HashMap<[u64; 8], i64>,
    priors: HashMap<[u64; 2], i64>,
}

/// Some parameters for each skill, over all models that were adopted while the server ran.
const REMEMBERED: usize = 4_096;

impl ParamsIds {
    pub fn forget(&mut self) {
        self.skills.clear();
        self.priors.clear();
    }
}

fn remember<const N: usize>(known: &mut HashMap<[u64; N], i64>, bits: [u64; N], id: i64) {
    if known.len() >= REMEMBERED {
        known.clear();
    }
    known.insert(bits, id);
}

#[cfg(test)]
impl Write<'_> {
    pub fn pragma(&self, text: &'static str) -> StoreResult<()> {
        self.connection
            .execute_batch(text)
            .map_err(|error| self.errors.write(error))
    }
}
