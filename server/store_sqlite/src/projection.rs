//! What is folded from the responses, written whole or row by row.

use api::UserId;
use engine::Ability;
use store::{EstimateRow, FOLDED_BY, Projection, StoreResult};

use crate::sql;
use crate::write::Write;

/// How many rows it writes.
pub(crate) fn rows(projection: &Projection) -> usize {
    projection.estimates.len() + projection.abilities.len()
}

pub(crate) fn replace(write: &Write<'_>, projection: &Projection) -> StoreResult<()> {
    write.execute(sql::CLEAR_ESTIMATES, &[])?;
    write.execute(sql::CLEAR_ABILITIES, &[])?;
    for row in &projection.estimates {
        upsert_estimate(write, row)?;
    }
    for row in &projection.abilities {
        upsert_ability(write, row.student, &row.ability)?;
    }
    write.execute(sql::SET_FOLDED_BY, &[&FOLDED_BY])?;
    Ok(())
}

pub(crate) fn upsert_estimate(write: &Write<'_>, row: &EstimateRow) -> StoreResult<()> {
    let state = &row.state;
    write.execute(
        sql::UPSERT_ESTIMATE,
        &[
            &row.student.0,
            &row.skill.as_str(),
            &state.odds,
            &state.opportunities,
            &state.evidence,
            &state.unaided,
            &state.unbridged,
            &state.run,
            &state.since_run,
            &state.stability,
            &state.last_day.map(|day| day.0),
            &row.last_at_ms,
        ],
    )?;
    Ok(())
}

pub(crate) fn upsert_ability(
    write: &Write<'_>,
    student: UserId,
    ability: &Ability,
) -> StoreResult<()> {
    write.execute(
        sql::UPSERT_ABILITY,
        &[&student.0, &ability.mean, &ability.variance],
    )?;
    Ok(())
}
