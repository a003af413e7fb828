//! What a write job is given: the open transaction, and what the writer remembers between groups.

use std::collections::HashMap;

use engine::SkillParams;
use rusqlite::{Connection, OptionalExtension, Params, Row, ToSql, params};
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

    /// The row that holds these parameters, made when they are new.
    pub fn params_id(&mut self, params: &SkillParams) -> StoreResult<i64> {
        let values = [
            params.prior,
            params.learn,
            params.guess,
            params.slip,
            params.forget,
        ];
        let bits = values.map(f64::to_bits);
        if let Some(id) = self.params.known.get(&bits) {
            return Ok(*id);
        }
        let [prior, learn, guess, slip, forget] = values;
        let first = |row: &Row<'_>| row.get(0);
        let found = self.optional(
            sql::PARAMS_ID,
            params![prior, learn, guess, slip, forget],
            first,
        )?;
        let id = match found {
            Some(id) => id,
            None => self
                .connection
                .prepare_cached(sql::INSERT_PARAMS)
                .and_then(|mut insert| {
                    insert.query_row(params![prior, learn, guess, slip, forget], first)
                })
                .map_err(|error| self.errors.write(error))?,
        };
        self.params.remember(bits, id);
        Ok(id)
    }
}

/// Ids of skill parameters by their bits. To be emptied after any rollback: what it remembers may
/// have been rolled back.
#[derive(Debug, Default)]
pub(crate) struct ParamsIds {
    known: HashMap<[u64; 5], i64>,
}

/// Some parameters for each skill, over all models that were adopted while the server ran.
const REMEMBERED: usize = 4_096;

impl ParamsIds {
    fn remember(&mut self, bits: [u64; 5], id: i64) {
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        self.known.insert(bits, id);
    }

    pub fn forget(&mut self) {
        self.known.clear();
    }
}

#[cfg(test)]
impl Write<'_> {
    pub fn pragma(&self, text: &'static str) -> StoreResult<()> {
        self.connection
            .execute_batch(text)
            .map_err(|error| self.errors.write(error))
    }
}
